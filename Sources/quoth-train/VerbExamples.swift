//! Sentences of a treebank in CoNLL-U, with the words that are finite verbs in them.

import FoundationEssentials
import Glibc
import QuothExtraction

/// An open word of a treebank, and whether it is a finite verb there.
struct VerbExample {
  let features: [String]
  let isVerb: Bool
  /// Held back, to measure.
  let isHeldBack: Bool
}

enum VerbExamples {
  /// The open words of all sentences. Every tenth document is held back.
  static func read(_ path: String) throws -> [VerbExample] {
    let text = String(decoding: try Data(contentsOf: URL(filePath: path)), as: UTF8.self)
    var examples: [VerbExample] = []
    var document = 0
    for block in text.split(separator: "\n\n") {
      let lines = block.split(separator: "\n")
      if lines.contains(where: { $0.hasPrefix("# newdoc") }) { document += 1 }
      guard let sentence = lines.first(where: { $0.hasPrefix("# text = ") })?.dropFirst(9) else { continue }
      let verbs = finiteVerbs(lines, in: Array(sentence.utf8))
      for word in OpenWords.words(of: Array(sentence.utf8)) {
        examples.append(
          VerbExample(
            features: word.features, isVerb: verbs.contains(word.range), isHeldBack: document % 10 == 0))
      }
    }
    return examples
  }

  /// The bytes of the finite verbs of a sentence, found by its words in turn.
  private static func finiteVerbs(_ lines: [Substring], in text: [UInt8]) -> Set<Range<Int>> {
    var verbs: Set<Range<Int>> = []
    var place = 0
    for line in lines where !line.hasPrefix("#") {
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false)
      guard cells.count == 10, Int(cells[0]) != nil else { continue }
      let form = Array(cells[1].utf8)
      guard
        let start = (place...max(place, text.count - form.count)).first(where: {
          text[$0...].starts(with: form)
        })
      else { continue }
      place = start + form.count
      if cells[3] == "VERB", cells[5].contains("VerbForm=Fin") { verbs.insert(start..<place) }
    }
    return verbs
  }
}

/// A logistic model over named features, by stochastic gradient with averaged weights.
enum VerbModel {
  private static let rounds = 12
  private static let rate = 0.12
  private static let leastCount = 4
  private static let leastWeight = 0.12

  /// The weights of the features, `bias` among them. The same examples in the same order give the same weights.
  static func train(_ examples: [VerbExample]) -> [(name: String, weight: Double)] {
    var counts: [String: Int] = [:]
    for example in examples { for name in example.features { counts[name, default: 0] += 1 } }
    let names = counts.filter { $0.value >= leastCount }.keys.sorted()
    let numbers = Dictionary(uniqueKeysWithValues: names.enumerated().map { ($0.element, $0.offset) })
    let rows = examples.map { example in (example.features.compactMap { numbers[$0] }, example.isVerb) }
    var weights = [Double](repeating: 0, count: names.count + 1)
    var sums = weights
    var step = 0.0
    for round in 0..<rounds {
      let rate = rate / (1 + Double(round) / 3)
      for (features, isVerb) in rows {
        let score = features.reduce(weights[names.count]) { $0 + weights[$1] }
        let error = (isVerb ? 1 : 0) - 1 / (1 + exp(-score))
        step += 1
        guard abs(error) > 0.01 else { continue }
        let change = rate * error
        for feature in features + [names.count] {
          weights[feature] += change
          sums[feature] += change * step
        }
      }
    }
    let averaged = zip(weights, sums).map { $0 - $1 / (step + 1) }
    return [("bias", averaged[names.count])]
      + zip(names, averaged).filter { abs($1) >= leastWeight }.map { ($0, $1) }
  }

  /// How many of the held-back words are verbs, are taken for verbs at the log odds `limit`, and both.
  static func measure(_ weights: [(name: String, weight: Double)], _ examples: [VerbExample], limit: Double)
    -> (verbs: Int, taken: Int, right: Int)
  {
    let table = Dictionary(uniqueKeysWithValues: weights.map { ($0.name, $0.weight) })
    var verbs = 0
    var taken = 0
    var right = 0
    for example in examples where example.isHeldBack {
      let score = example.features.reduce(table["bias"] ?? 0) { $0 + (table[$1] ?? 0) }
      if example.isVerb { verbs += 1 }
      if score >= limit { taken += 1 }
      if example.isVerb, score >= limit { right += 1 }
    }
    return (verbs, taken, right)
  }
}
