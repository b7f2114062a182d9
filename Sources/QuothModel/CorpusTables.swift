//! How a corpus lies in memory: flat tables of rows, one store of text, one table of strings.

/// All that a corpus holds, as rows of fixed width that refer to each other by number. What follows from the order of
/// rows is not stored: the sentences of a paragraph are those from its first to the next paragraph's first.
public final class CorpusTables: Sendable {
  let texts: TextStore
  let strings: StringTable
  let articles: Column<ArticleRow>
  let paragraphs: Column<ParagraphRow>
  let sentences: Column<SentenceRow>
  let mentions: Column<MentionRow>
  let quotations: Column<QuotationRow>
  let unattributed: Column<UnattributedRow>
  let entities: Column<EntityRow>
  /// Mentions of the first entity, of the second, and so on.
  let mentionsOfEntities: [MentionID]
  /// Strings of the first entity's aliases, of its roles, of the second's aliases, and so on.
  let stringsOfEntities: [StringID]
  let entityLists: ListTable<EntityID>
  let topicLists: ListTable<TopicID>
  let topics: [Topic]
  let outlets: [Outlet]

  init(_ builder: borrowing CorpusBuilder, mentionsOfEntities: [MentionID], topics: [Topic]) {
    texts = builder.texts
    strings = builder.strings.table
    articles = builder.articles
    paragraphs = builder.paragraphs
    sentences = builder.sentences
    mentions = builder.mentions
    quotations = builder.quotations
    unattributed = builder.unattributed
    entities = builder.entities
    self.mentionsOfEntities = mentionsOfEntities
    stringsOfEntities = builder.stringsOfEntities
    entityLists = builder.entityLists.finished()
    topicLists = builder.topicLists.finished()
    self.topics = topics
    outlets = builder.outlets
  }

  /// From one row's first to the next row's, or to the end of the rows it counts.
  func range<Row>(_ number: Int, in rows: Column<Row>, to end: Int, _ first: (Row) -> UInt32) -> Range<Int> {
    Int(first(rows[number]))..<(number + 1 < rows.count ? Int(first(rows[number + 1])) : end)
  }

  func article(of sentence: SentenceID) -> ArticleID {
    ArticleID(Int(paragraphs[Int(sentences[sentence.index].paragraph)].article))
  }
}

/// A number that may be missing, in four bytes.
struct OptionalNumber: BitwiseCopyable, Sendable {
  private let number: Int32

  init(_ number: Int32?) { self.number = number ?? -1 }

  var value: Int32? { number < 0 ? nil : number }

  /// The identifier of this number.
  func identifier<Kind>() -> Identifier<Kind>? { number < 0 ? nil : Identifier(Int(number)) }
}

/// A range that may be missing, in eight bytes.
struct OptionalRange: BitwiseCopyable, Sendable {
  private let lower: UInt32
  private let upper: UInt32

  init(_ range: TextRange?) {
    // No range runs backwards.
    lower = range?.lower ?? 1
    upper = range?.upper ?? 0
  }

  var value: TextRange? { lower > upper ? nil : TextRange(Int(lower), Int(upper)) }
}
