//! Paragraphs and sentences: the running text and what stands around it.

/// What a paragraph is for. Only headline and body are running text.
public enum ParagraphKind: String, CaseIterable, Sendable {
  case headline, body, caption, pullquote, boilerplate, comment

  /// Whether quotations and indirect speech are looked for in it, and its words are counted.
  public var isRunningText: Bool { self == .headline || self == .body }
}

/// One paragraph of an article.
public struct Paragraph: Sendable {
  public let id: ParagraphID
  public let article: ArticleID
  public let range: TextRange
  public let kind: ParagraphKind
  /// Its sentences, as indices into the corpus' sentences.
  public let sentences: Range<Int>

  public init(
    id: ParagraphID, article: ArticleID, range: TextRange, kind: ParagraphKind, sentences: Range<Int>
  ) {
    self.id = id
    self.article = article
    self.range = range
    self.kind = kind
    self.sentences = sentences
  }
}

/// One sentence of a paragraph. A quotation of several sentences belongs to the sentence that reports it.
public struct Sentence: Sendable {
  public let id: SentenceID
  public let article: ArticleID
  public let paragraph: ParagraphID
  public let range: TextRange
  public let wordCount: Int
  public let topics: [TopicID]

  public init(
    id: SentenceID, article: ArticleID, paragraph: ParagraphID, range: TextRange, wordCount: Int,
    topics: [TopicID]
  ) {
    self.id = id
    self.article = article
    self.paragraph = paragraph
    self.range = range
    self.wordCount = wordCount
    self.topics = topics
  }
}
