//! Decides whether two quotations are of one utterance.

internal import QuothQuery

/// What a pair of quotations has in common.
struct Likeness: Equatable {
  /// What their alignment weighs, in nats, with the words around fragments.
  let evidence: Float
  /// The weighted share of the words of the one that tells less which also stand in the other, 0 to 1: the overlap
  /// coefficient (Szymkiewicz and Simpson), over words weighed by their information.
  let similarity: Float
  /// The weighted share of the words of both that stand in both, 0 to 1 (Dice 1945).
  let agreement: Float
}

/// Compares wordings. Keeps its working memory between pairs.
struct VariantJudge {
  /// So similar must be what one article says in two places, to be one utterance; it is then a repetition.
  private static let leastWithinArticle: Float = 0.8
  /// So much must agree where speakers or days do not: the words alone then tell that it is one utterance.
  private static let leastAgainstOdds: Float = 0.85
  /// Where one does not name the speaker, the words have to make up for that.
  private static let leastWithoutSpeaker: Float = 0.7
  /// Articles further apart in days are not taken to tell of one event.
  private static let mostDaysApart: Int32 = 14
  /// Content words that two quotations share, at least.
  private static let leastContentWords = 2

  let store: WordingStore
  let weights: WordWeights
  /// The least similarity asked for.
  let threshold: Float
  private var aligner: WordingAligner
  /// For each stem, the last wording asked about that has it.
  private var holders: [Int32]
  private var asked: Int32 = -1

  init(_ store: WordingStore, _ weights: WordWeights, threshold: Float) {
    self.store = store
    self.weights = weights
    self.threshold = threshold
    aligner = WordingAligner(store, weights)
    holders = [Int32](repeating: -1, count: store.words.count)
  }

  /// What two wordings have in common, or nil when they are not of one utterance.
  mutating func likeness(_ left: Wording, _ right: Wording) -> Likeness? {
    let meets = circumstances(left, right)
    guard meets != .against || !left.isFragment && !right.isFragment else { return nil }
    guard canWeighEnough(left, right) else { return nil }
    let evidence = aligner.localScore(left.words, right.words)
    guard evidence >= weights.required else { return nil }
    let likeness = measured(left, right, aligner.align(left.core, right.core), evidence)
    guard let likeness, likeness.similarity >= threshold else { return nil }
    switch meets {
    case .fitting: return likeness
    case .unnamed: return likeness.similarity >= Self.leastWithoutSpeaker ? likeness : nil
    case .withinArticle: return likeness.agreement >= Self.leastWithinArticle ? likeness : nil
    case .against: return likeness.agreement >= Self.leastAgainstOdds ? likeness : nil
    }
  }

  /// Whether the words of `right` that `left` has too, wherever they stand, weigh what is required: most pairs that
  /// share a few words do not, and need no alignment.
  private mutating func canWeighEnough(_ left: Wording, _ right: Wording) -> Bool {
    if asked != left.id {
      asked = left.id
      for place in left.words { holders[Int(store.words.stems[Int(store.codes[place])])] = left.id }
    }
    var weight: Float = 0
    for place in right.words {
      let word = Int(store.codes[place])
      if holders[Int(store.words.stems[word])] == left.id { weight += weights.words[word] }
    }
    return weight >= weights.required
  }

  /// The words of a member beside those of the quotation that it is a variant of.
  mutating func alignment(_ member: Wording, _ reference: Wording) -> [AlignmentStep] {
    aligner.align(member.core, reference.core)
  }

  /// What is known besides the words.
  private enum Circumstances {
    /// A speaker in common, and days that are close or unknown.
    case fitting
    /// The speaker of one is not known.
    case unnamed
    case withinArticle
    /// Other speakers, or days far apart.
    case against
  }

  private func circumstances(_ left: Wording, _ right: Wording) -> Circumstances {
    if left.article == right.article { return .withinArticle }
    if let one = left.day, let other = right.day, abs(one - other) > Self.mostDaysApart { return .against }
    if left.speakers.isEmpty || right.speakers.isEmpty { return .unnamed }
    return left.speakers.contains(where: right.speakers.contains) ? .fitting : .against
  }

  /// The measures of an alignment; nil when too few content words are shared.
  private func measured(
    _ left: Wording, _ right: Wording, _ steps: [AlignmentStep], _ evidence: Float
  ) -> Likeness? {
    var shared: Float = 0
    var content = 0
    for step in steps {
      guard let share = step.share, let place = step.left else { continue }
      let word = store.codes[place]
      var weight = weights.words[Int(word)]
      if let other = step.right { weight = min(weight, weights.words[Int(store.codes[other])]) }
      shared += share * weight
      if store.words.natures[Int(word)] != .function { content += 1 }
    }
    let (leftWeight, rightWeight) = (weight(of: left), weight(of: right))
    let least = min(leftWeight, rightWeight)
    guard content >= Self.leastContentWords, least > 0 else { return nil }
    return Likeness(
      evidence: evidence, similarity: min(1, shared / least),
      agreement: min(1, 2 * shared / (leftWeight + rightWeight)))
  }

  /// What the words of a quotation weigh, in nats.
  func weight(of wording: Wording) -> Float {
    wording.core.reduce(0) { $0 + weights.words[Int(store.codes[$1])] }
  }
}

extension AlignmentStep {
  /// The share of the word's weight that counts as common; nil for none.
  fileprivate var share: Float? {
    switch relation {
    case .same, .moved: 1
    case .form: WordingAligner.shareOfForm
    case .replaced, .missing: nil
    }
  }
}
