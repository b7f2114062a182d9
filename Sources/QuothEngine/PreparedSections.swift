//! What a snapshot keeps of the engine's work: the index of words and counts.

public import QuothModel
internal import QuothQuery

extension SectionName {
  static let wordBytes: Self = "words.bytes"
  static let wordEnds: Self = "words.ends"
  static let wordSlots: Self = "words.slots"
  static let wordOrder: Self = "words.order"
  static let wordCounts: Self = "words.counts"
  static let wordParagraphs: Self = "words.spread"
  static let wordStarts: Self = "words.starts"
  static let wordPostings: Self = "words.postings"
  static let articleFacts: Self = "facts.articles"
  static let entityFacts: Self = "facts.entities"
  static let topicFacts: Self = "facts.topics"
  static let outletFacts: Self = "facts.outlets"
  static let overview: Self = "overview"
}

extension InMemoryEngine {
  /// What a snapshot of the corpus can hold beside it, so that an engine over the snapshot has it at once. An engine
  /// that does not find it makes it anew.
  public var sections: [SectionContent] {
    (columns.texts.wordIndex(ExecutionWatch(ExecutionLimits()))?.sections ?? []) + columns.facts.sections + [
      SectionContent(.overview, [overview])
    ]
  }
}
