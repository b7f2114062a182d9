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
  /// The last mention was the subject of a main clause.
  case main
  /// The pronoun is the subject of a reporting verb, and the person spoke last.
  case holds
  /// The pronoun is the subject of a reporting verb, and the person has spoken before.
  case source
  /// The pronoun is the subject of a reporting verb, and the last mention was the subject of a main clause.
  case takes
  /// The pronoun reports a quotation that opens its paragraph, and the person spoke in the paragraph before.
  case resumes
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

/// What the text so far says of a person that a pronoun may mean.
struct AntecedentEvidence {
  /// Since the last mention.
  let sentences: Int
  let paragraphs: Int
  /// Of the last mention.
  let wasSubject: Bool
  let wasPossessive: Bool
  let wasTopical: Bool
  let isDead: Bool
  let isUncertain: Bool
  let hasGender: Bool
  let spoke: Bool
  let fade: Int
  let mentionCount: Int
  let isNearest: Bool
  let isIntroduced: Bool
  let isQuoted: Bool
  /// Of the last mention.
  let wasMain: Bool
  /// Whether the person has spoken anywhere before.
  let hasSpoken: Bool
  /// Whether the pronoun is the subject of a reporting verb.
  let reports: Bool
  /// Whether the pronoun's paragraph opens with a quotation, and the person spoke last, in the paragraph before.
  let resumes: Bool
}

extension PronounRanker {
  /// The values of `AntecedentFeature`, in its order.
  static func features(_ evidence: AntecedentEvidence) -> [Double] {
    func flag(_ condition: Bool) -> Double { condition ? 1 : 0 }
    return [
      Double(min(10, evidence.sentences)), Double(min(5, evidence.paragraphs)), flag(evidence.wasSubject),
      flag(evidence.wasPossessive), flag(evidence.sentences == 0), flag(evidence.wasTopical),
      flag(evidence.isDead), flag(evidence.isUncertain), flag(evidence.hasGender), flag(evidence.spoke),
      Double(min(4, evidence.fade)), logarithm(1 + evidence.mentionCount), flag(evidence.isNearest),
      flag(evidence.isIntroduced), flag(evidence.isQuoted),
      flag(evidence.sentences == 1 && evidence.wasSubject), flag(evidence.wasMain),
      flag(evidence.reports && evidence.spoke), flag(evidence.reports && evidence.hasSpoken),
      flag(evidence.reports && evidence.wasMain), flag(evidence.reports && evidence.resumes),
    ]
  }
}

/// A person that a pronoun may mean.
struct AntecedentCandidate: Sendable {
  let entity: Int
  /// In the order of `AntecedentFeature`.
  let features: [Double]
  let score: Double
}
