//! The immutable corpus: collections of everything, each thing's identifier being its index.

/// A corpus in memory. Immutable once built (see `CorpusBuilder`); safe to share between threads.
public struct Corpus: Sendable {
  let tables: CorpusTables

  init(_ tables: CorpusTables) { self.tables = tables }

  /// A corpus without articles or topics.
  public static let empty: Corpus = {
    var builder = CorpusBuilder()
    return builder.finish(topics: [])
  }()

  /// The articles, in the order in which they were added.
  public var articles: Items<Article> { Items(0..<tables.articles.count, of: tables) }
  /// The paragraphs of all articles, in the order of the texts.
  public var paragraphs: Items<Paragraph> { Items(0..<tables.paragraphs.count, of: tables) }
  /// The sentences of all articles, in the order of the texts.
  public var sentences: Items<Sentence> { Items(0..<tables.sentences.count, of: tables) }
  /// The mentions of all articles, in the order of the texts.
  public var mentions: Items<Mention> { Items(0..<tables.mentions.count, of: tables) }
  /// The quotations of all articles, in the order of the texts, with those that repeat another.
  public var quotations: Items<Quotation> { Items(0..<tables.quotations.count, of: tables) }
  /// What stands in quotation marks and is nobody's speech, or was denied.
  public var unattributed: Items<UnattributedStretch> { Items(0..<tables.unattributed.count, of: tables) }
  /// The descriptions of persons.
  public var epithets: Items<Epithet> { Items(0..<tables.epithets.count, of: tables) }
  /// Who gave no answer, in the order of the texts.
  public var refusals: Items<Refusal> { Items(0..<tables.refusals.count, of: tables) }
  /// The persons, organizations and places.
  public var entities: Items<Entity> { Items(0..<tables.entities.count, of: tables) }
  /// The topics of the taxonomy, whether an article has them or not; each stands at the index of its number.
  public var topics: [Topic] { tables.topics }
  /// The publishers; each stands at the index of its number.
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
