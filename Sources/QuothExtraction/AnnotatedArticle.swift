//! One article with everything found in it, before it joins a corpus.

internal import QuothBasics
internal import QuothModel

/// An analysed article. Its numbers are local; `CorpusAssembler` makes them the corpus' own.
public struct AnnotatedArticle: Sendable {
  let raw: RawArticle
  /// The key that the article goes by.
  public private(set) var key: String
  let layout: ArticleLayout
  let paragraphs: [AnnotatedParagraph]
  let sentences: [AnnotatedSentence]
  let mentions: [AnnotatedMention]
  let entities: [LocalEntity]
  let quotations: [AnnotatedQuotation]
  /// What the article says of sources; quotations call them by number.
  let profiles: [SourceProfile]
  let unattributed: [(content: TextRange, reason: UnattributedStretch.Reason)]
  let epithets: [AnnotatedEpithet]
  let refusals: [AnnotatedRefusal]
  let wordCount: Int

  /// The file that it was read from.
  public var file: String { raw.file }

  /// The same article by another key.
  public func renamed(_ key: String) -> AnnotatedArticle {
    var copy = self
    copy.key = key
    return copy
  }
}

struct AnnotatedParagraph: Sendable {
  let range: TextRange
  let kind: ParagraphKind
  let sentences: Range<Int>
}

struct AnnotatedSentence: Sendable {
  let paragraph: Int
  let range: TextRange
  let wordCount: Int
  let topics: [TopicID]
}

struct AnnotatedMention: Sendable {
  let range: TextRange
  let sentence: Int
  let form: MentionForm
  let entities: [Int]
  let resolution: Resolution
  let antecedent: Int?
}

struct AnnotatedEpithet: Sendable {
  let range: TextRange
  let sentence: Int
  let form: EpithetForm
  let person: Int
  let speakers: [Int]
}

struct AnnotatedRefusal: Sendable {
  let range: TextRange
  let source: TextRange?
  let mention: Int?
  let sentence: Int
  let form: RefusalForm
}

struct AnnotatedQuotation: Sendable {
  let content: TextRange
  let marked: TextRange
  let kind: QuotationKind
  let sentence: Int
  let wordCount: Int
  let rule: AttributionRule
  /// 0 to 1.
  let confidence: Double
  let cue: TextRange?
  let source: TextRange?
  let mention: Int?
  let speakers: [Int]
  let addressee: Int?
  let repeats: Int?
  let profile: Int?
  let topics: [TopicID]
}
