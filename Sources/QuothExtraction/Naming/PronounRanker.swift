//! Ranks the persons that a pronoun may mean, by a linear model.

/// What speaks for a person as the antecedent of a pronoun. The names are those of `ranker.tsv`.
enum AntecedentFeature: String, CaseIterable, Sendable {
  /// Sentences since the last mention, at most ten.
  case sentences
  /// Paragraphs since the last mention, at most five.
  case paragraphs
  /// The last mention was a subject.
  case subject
  /// The last mention was in the possessive.
  case possessive
  /// The last mention stands in the pronoun's sentence.
  case clause
  /// The person was a subject anywhere in the sentence of the last mention.
  case topical
  /// The text calls the person dead.
  case dead
  /// Only capitals say that it is a person.
  case uncertain
  /// Name or title tell the pronoun's gender.
  case gender
  /// The person spoke last.
  case speaker
  /// How many sentences ago that was, at most four.
  case fade
  /// Mentions so far, as log2(1 + count).
  case frequency
  /// No other person was mentioned later.
  case nearest
  /// The last mention is the first one, by full name.
  case introduced
  /// A quotation in the pronoun's sentence names the person: few speak of themselves by name.
  case quoted
  /// Subject of the sentence right before.
  case previous
}

/// A linear model over `AntecedentFeature`: the highest sum of weighted features wins.
struct PronounRanker: Sendable {
  /// In the order of the features.
  private var weights = [Double](repeating: 0, count: AntecedentFeature.allCases.count)

  static let shared = PronounRanker()

  init() {
    LexiconFile.ranker.forEachLine { cells in
      guard cells.count == 2,
        let feature = AntecedentFeature(rawValue: String(decoding: cells[0], as: UTF8.self)),
        let place = AntecedentFeature.allCases.firstIndex(of: feature),
        let weight = Double(String(decoding: cells[1], as: UTF8.self))
      else { return }
      weights[place] = weight
    }
  }

  /// The logarithm to base 2 of a small whole number, as its count of bits and a linear part.
  static func logarithm(_ number: Int) -> Double {
    guard number > 1 else { return 0 }
    let bits = Int.bitWidth - 1 - number.leadingZeroBitCount
    return Double(bits) + Double(number - (1 << bits)) / Double(1 << bits)
  }

  func score(_ features: [Double]) -> Double {
    var sum = 0.0
    for place in weights.indices { sum += weights[place] * features[place] }
    return sum
  }
}

/// A person that a pronoun may mean.
struct AntecedentCandidate: Sendable {
  let entity: Int
  /// In the order of `AntecedentFeature`.
  let features: [Double]
  let score: Double
}
