//! The immutable corpus: collections of everything, each thing's identifier being its index.

/// A corpus in memory. Immutable once built (see `CorpusBuilder`); safe to share between threads.
public struct Corpus: Sendable {
  let tables: CorpusTables

  init(_ tables: CorpusTables) { self.tables = tables }

  public static let empty: Corpus = {
    var builder = CorpusBuilder()
    return builder.finish(topics: [])
  }()

  public var articles: Items<Article> { Items(0..<tables.articles.count, of: tables) }
  public var paragraphs: Items<Paragraph> { Items(0..<tables.paragraphs.count, of: tables) }
  public var sentences: Items<Sentence> { Items(0..<tables.sentences.count, of: tables) }
  public var mentions: Items<Mention> { Items(0..<tables.mentions.count, of: tables) }
  public var quotations: Items<Quotation> { Items(0..<tables.quotations.count, of: tables) }
  public var unattributed: Items<UnattributedStretch> { Items(0..<tables.unattributed.count, of: tables) }
  public var epithets: Items<Epithet> { Items(0..<tables.epithets.count, of: tables) }
  public var entities: Items<Entity> { Items(0..<tables.entities.count, of: tables) }
  public var topics: [Topic] { tables.topics }
  public var outlets: [Outlet] { tables.outlets }

  public subscript(id: ArticleID) -> Article { Article(id.index, in: tables) }
  public subscript(id: ParagraphID) -> Paragraph { Paragraph(id.index, in: tables) }
  public subscript(id: SentenceID) -> Sentence { Sentence(id.index, in: tables) }
  public subscript(id: MentionID) -> Mention { Mention(id.index, in: tables) }
  public subscript(id: QuotationID) -> Quotation { Quotation(id.index, in: tables) }
  public subscript(id: EntityID) -> Entity { Entity(id.index, in: tables) }
  public subscript(id: TopicID) -> Topic { tables.topics[id.index] }
  public subscript(id: OutletID) -> Outlet { tables.outlets[id.index] }

  /// The words of a range of an article, as printed.
  public func string(_ range: TextRange, of article: ArticleID) -> String {
    self[article].string(range)
  }

  /// The stable key of a quotation: its article's key, `#`, and its place among the article's, from 1.
  public func key(of quotation: QuotationID) -> String {
    let article = self[self[quotation].article]
    return article.key + "#" + String(quotation.index - article.quotations.startIndex + 1)
  }
}
