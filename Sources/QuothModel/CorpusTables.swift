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
  let wideSentences: Column<WideSentence>
  let wideMentions: Column<WideMention>
  let wideQuotations: Column<WideQuotation>
  let unattributed: Column<UnattributedRow>
  let epithets: Column<EpithetRow>
  let entities: Column<EntityRow>
  /// The entity of each number that mentions and quotations give one; empty where those are the entities' own.
  let entityNumbers: Column<EntityID>
  let entityMentions = EntityMentions()
  /// Strings of the first entity's aliases, of its roles, of the second's aliases, and so on.
  let stringsOfEntities: Column<StringID>
  let entityLists: ListTable<EntityID>
  let topicLists: ListTable<TopicID>
  let topics: [Topic]
  let outlets: [Outlet]
  /// What the tables were read from.
  let snapshot: CorpusSnapshot?
  /// Whether rows differ from those that were read or built.
  let isRevised: Bool
  /// The keys of entities that a revision made part of others, and of which.
  let formerKeys: [String: EntityID]

  init(_ builder: borrowing CorpusBuilder, topics: [Topic]) {
    texts = builder.texts
    strings = builder.strings.table
    articles = builder.articles
    paragraphs = builder.paragraphs
    sentences = builder.sentences
    mentions = builder.mentions
    quotations = builder.quotations
    wideSentences = builder.wideSentences
    wideMentions = builder.wideMentions
    wideQuotations = builder.wideQuotations
    unattributed = builder.unattributed
    epithets = builder.epithets
    entities = builder.entities
    entityNumbers = builder.entityNumbers
    stringsOfEntities = builder.stringsOfEntities
    entityLists = builder.entityLists.finished()
    topicLists = builder.topicLists.finished()
    self.topics = topics
    outlets = builder.outlets
    snapshot = nil
    isRevised = false
    formerKeys = [:]
  }

  /// The tables of a revision. Texts and passages are those of its corpus.
  init(_ reviser: CorpusReviser) {
    let base = reviser.base
    let revised = RevisedEntities(reviser)
    texts = base.texts
    strings = reviser.strings
    articles = reviser.articles
    paragraphs = base.paragraphs
    sentences = reviser.sentences
    mentions = reviser.mentions
    quotations = reviser.quotations
    wideSentences = base.wideSentences
    wideMentions = base.wideMentions
    wideQuotations = base.wideQuotations
    unattributed = base.unattributed
    epithets = reviser.epithets
    entities = revised.rows
    entityNumbers = revised.numbers
    stringsOfEntities = revised.strings
    entityLists = reviser.entityLists.finished()
    topicLists = reviser.topicLists.finished()
    topics = reviser.topics
    outlets = reviser.outlets
    snapshot = base.snapshot
    isRevised = true
    formerKeys = revised.formerKeys
  }

  /// The tables of a snapshot, read where they lie. Only topics and outlets are read at once.
  init(_ snapshot: CorpusSnapshot) throws(SnapshotProblem) {
    self.snapshot = snapshot
    isRevised = false
    formerKeys = [:]
    texts = try TextStore(snapshot, .texts)
    strings = try StringTable(snapshot, .strings)
    articles = Column(try snapshot.rows(.articles))
    paragraphs = Column(try snapshot.rows(.paragraphs))
    sentences = Column(try snapshot.rows(.sentences))
    mentions = Column(try snapshot.rows(.mentions))
    quotations = Column(try snapshot.rows(.quotations))
    wideSentences = Column(try snapshot.rows(.wideSentences))
    wideMentions = Column(try snapshot.rows(.wideMentions))
    wideQuotations = Column(try snapshot.rows(.wideQuotations))
    epithets = Column(try snapshot.rows(.epithets))
    unattributed = Column(try snapshot.rows(.unattributed))
    entities = Column(try snapshot.rows(.entities))
    entityNumbers = Column(try snapshot.rows(.entityNumbers))
    stringsOfEntities = Column(try snapshot.rows(.stringsOfEntities))
    entityLists = try ListTable(snapshot, .entityLists)
    topicLists = try ListTable(snapshot, .topicLists)
    topics = try SmallTables.topics(snapshot)
    outlets = try SmallTables.outlets(snapshot)
  }

  /// The rows as sections of a snapshot.
  var sections: [SectionContent] {
    let rows = [
      articles.section(.articles), paragraphs.section(.paragraphs), sentences.section(.sentences),
      mentions.section(.mentions), quotations.section(.quotations), wideSentences.section(.wideSentences),
      wideMentions.section(.wideMentions),
      wideQuotations.section(.wideQuotations), unattributed.section(.unattributed),
      epithets.section(.epithets),
      entities.section(.entities), entityNumbers.section(.entityNumbers),
      stringsOfEntities.section(.stringsOfEntities),
    ]
    let lists = entityLists.sections(.entityLists) + topicLists.sections(.topicLists)
    return texts.sections(.texts) + strings.sections(.strings) + rows + lists + SmallTables(self).sections
  }

  // MARK: Reading numbers

  // Each number of a row is looked at before it is used: a snapshot may hold any.

  /// From one row's first to the next row's, or to the end of the rows it counts.
  func range<Row>(_ number: Int, in rows: Column<Row>, to end: Int, _ first: (Row) -> UInt32) -> Range<Int> {
    let start = Int(first(rows[number]))
    let stop = number + 1 < rows.count ? Int(first(rows[number + 1])) : end
    guard start <= stop, stop <= end else { rows.refuse() }
    return start..<stop
  }

  func article(of sentence: SentenceID) -> ArticleID {
    article(ofParagraph: sentences[sentence.index].paragraph)
  }

  func article(ofParagraph paragraph: UInt32) -> ArticleID {
    sound(ArticleID(Int(paragraphs[Int(paragraph)].article)), in: articles)
  }

  /// The entity that a row calls by a number.
  func entity(_ number: EntityID) -> EntityID {
    sound(entityNumbers.count == 0 ? number : entityNumbers[number.index], in: entities)
  }

  func entities(_ code: EntityListCode) -> EntityList { code.list(in: entityLists, entity) }

  func topics(_ list: Int32) -> [TopicID] {
    let found = topicLists[list]
    for topic in found where !topics.indices.contains(topic.index) { sentences.refuse() }
    return found
  }

  /// The number, which is that of a row.
  func sound<Kind, Row>(_ id: Identifier<Kind>, in rows: Column<Row>) -> Identifier<Kind> {
    guard id.number >= 0, id.index < rows.count else { rows.refuse() }
    return id
  }

  /// The number of a row, where there is one.
  func sound<Kind, Row>(_ number: OptionalNumber, in rows: Column<Row>) -> Identifier<Kind>? {
    number.identifier().map { sound($0, in: rows) }
  }

  /// The range of this length.
  func range(_ start: UInt32, length: Int) -> TextRange {
    let end = Int(start) + length
    guard end <= Int(UInt32.max) else { sentences.refuse() }
    return TextRange(Int(start), end)
  }

  /// The range, which runs forwards.
  func sound(_ range: TextRange) -> TextRange {
    guard range.lower <= range.upper else { sentences.refuse() }
    return range
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
