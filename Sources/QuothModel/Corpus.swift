//! The immutable corpus: arrays of everything, each thing's identifier being its index.

/// A corpus in memory. Immutable once built; safe to share between threads.
public struct Corpus: Sendable {
  public let articles: [Article]
  public let paragraphs: [Paragraph]
  public let sentences: [Sentence]
  public let mentions: [Mention]
  public let quotations: [Quotation]
  public let unattributed: [UnattributedStretch]
  public let entities: [Entity]
  public let topics: [Topic]
  public let outlets: [Outlet]

  public init(
    articles: [Article], paragraphs: [Paragraph], sentences: [Sentence], mentions: [Mention],
    quotations: [Quotation], unattributed: [UnattributedStretch], entities: [Entity], topics: [Topic],
    outlets: [Outlet]
  ) {
    self.articles = articles
    self.paragraphs = paragraphs
    self.sentences = sentences
    self.mentions = mentions
    self.quotations = quotations
    self.unattributed = unattributed
    self.entities = entities
    self.topics = topics
    self.outlets = outlets
  }

  public static let empty = Corpus(
    articles: [], paragraphs: [], sentences: [], mentions: [], quotations: [], unattributed: [],
    entities: [], topics: [], outlets: [])

  @inlinable public subscript(id: ArticleID) -> Article { articles[id.index] }
  @inlinable public subscript(id: ParagraphID) -> Paragraph { paragraphs[id.index] }
  @inlinable public subscript(id: SentenceID) -> Sentence { sentences[id.index] }
  @inlinable public subscript(id: MentionID) -> Mention { mentions[id.index] }
  @inlinable public subscript(id: QuotationID) -> Quotation { quotations[id.index] }
  @inlinable public subscript(id: EntityID) -> Entity { entities[id.index] }
  @inlinable public subscript(id: TopicID) -> Topic { topics[id.index] }
  @inlinable public subscript(id: OutletID) -> Outlet { outlets[id.index] }

  /// The words of a range of an article, as printed.
  public func string(_ range: TextRange, of article: ArticleID) -> String {
    self[article].string(range)
  }

  /// The stable key of a quotation: its article's key, `#`, and its place among the article's, from 1.
  public func key(of quotation: QuotationID) -> String {
    let article = self[self[quotation].article]
    return "\(article.key)#\(quotation.index - article.quotations.lowerBound + 1)"
  }
}
