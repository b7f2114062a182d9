//! How a corpus lies in memory: flat tables of rows, one store of text, one table of strings.

/// All that a corpus holds, as rows of fixed width that refer to each other by number. What follows from the order of
/// rows is not stored: the sentences of a paragraph are those from its first to the next paragraph's first.
public final class CorpusTables: Sendable {
  let rows: TableRows
  let entityMentions = EntityMentions()
  /// What the tables were read from.
  let snapshot: CorpusSnapshot?
  /// Whether rows differ from those that were read or built.
  let isRevised: Bool
  /// The keys of entities that a revision made part of others, and of which.
  let formerKeys: [String: EntityID]

  /// Tables that were built.
  init(_ rows: TableRows) {
    self.rows = rows.finished()
    snapshot = nil
    isRevised = false
    formerKeys = [:]
  }

  /// The tables of a revision of others.
  init(_ rows: TableRows, revising base: CorpusTables, formerKeys: [String: EntityID]) {
    self.rows = rows.finished()
    snapshot = base.snapshot
    isRevised = true
    self.formerKeys = formerKeys
  }

  /// The tables of a snapshot, read where they lie.
  init(_ snapshot: CorpusSnapshot) throws(SnapshotProblem) {
    rows = try TableRows(snapshot)
    self.snapshot = snapshot
    isRevised = false
    formerKeys = [:]
  }

  var texts: TextStore { rows.texts }
  var strings: StringTable { rows.strings }
  var articles: Column<ArticleRow> { rows.articles }
  var paragraphs: Column<ParagraphRow> { rows.paragraphs }
  var sentences: Column<SentenceRow> { rows.sentences }
  var mentions: Column<MentionRow> { rows.mentions }
  var quotations: Column<QuotationRow> { rows.quotations }
  var wideSentences: Column<WideSentence> { rows.wideSentences }
  var wideMentions: Column<WideMention> { rows.wideMentions }
  var wideQuotations: Column<WideQuotation> { rows.wideQuotations }
  var unattributed: Column<UnattributedRow> { rows.unattributed }
  var sourceProfiles: Column<SourceProfileRow> { rows.sourceProfiles }
  var refusals: Column<RefusalRow> { rows.refusals }
  var epithets: Column<EpithetRow> { rows.epithets }
  var entities: Column<EntityRow> { rows.entities }
  var entityNumbers: Column<EntityID> { rows.entityNumbers }
  var stringsOfEntities: Column<StringID> { rows.stringsOfEntities }
  var entityLists: ListTable<EntityID> { rows.entityLists }
  var topicLists: ListTable<TopicID> { rows.topicLists }
  var topics: [Topic] { rows.topics }
  var outlets: [Outlet] { rows.outlets }

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

  /// The row of a number, where there is one.
  func sound<Row>(_ number: OptionalNumber, in rows: Column<Row>) -> Row? {
    guard let number = number.value else { return nil }
    guard number < rows.count else { rows.refuse() }
    return rows[Int(number)]
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
