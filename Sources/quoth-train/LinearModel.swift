//! Softmax regression over the candidates of each example, by plain gradient ascent.

import Glibc

/// The likelihood of the right candidates under a softmax over linear scores, with a little L2 against extremes.
enum LinearModel {
  static let steps = 400
  static let penalty = 0.002

  static func train(_ examples: [Example], features: Int) -> [Double] {
    var weights = [Double](repeating: 0, count: features)
    for step in 0..<steps {
      let rate = 0.5 / (1 + Double(step) / 100)
      var gradient = weights.map { -penalty * $0 }
      for example in examples { add(example, weights, 1 / Double(examples.count), &gradient) }
      for place in weights.indices { weights[place] += rate * gradient[place] }
    }
    return weights
  }

  /// How many examples have their best candidate right.
  static func right(_ examples: [Example], _ weights: [Double]) -> Int {
    examples.count { example in
      let scores = example.candidates.map { score($0, weights) }
      return scores.indices.max { scores[$0] < scores[$1] }.map { example.right[$0] } ?? false
    }
  }

  private static func score(_ features: [Double], _ weights: [Double]) -> Double {
    var sum = 0.0
    for place in weights.indices { sum += weights[place] * features[place] }
    return sum
  }

  private static func add(
    _ example: Example, _ weights: [Double], _ share: Double, _ gradient: inout [Double]
  ) {
    let scores = example.candidates.map { score($0, weights) }
    let top = scores.max() ?? 0
    let powers = scores.map { exp($0 - top) }
    let total = powers.reduce(0, +)
    let rightTotal = zip(powers, example.right).reduce(0) { $0 + ($1.1 ? $1.0 : 0) }
    for (number, features) in example.candidates.enumerated() {
      let model = powers[number] / total
      let target = example.right[number] ? powers[number] / rightTotal : 0
      for place in weights.indices { gradient[place] += share * (target - model) * features[place] }
    }
  }
}
