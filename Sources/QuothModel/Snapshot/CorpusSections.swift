//! A corpus as the sections of a snapshot.

extension SectionName {
  static let texts: Self = "texts"
  static let strings: Self = "strings"
  static let articles: Self = "articles"
  static let paragraphs: Self = "paragraphs"
  static let sentences: Self = "sentences"
  static let mentions: Self = "mentions"
  static let quotations: Self = "quotations"
  static let wideSentences: Self = "sentences.wide"
  static let wideMentions: Self = "mentions.wide"
  static let wideQuotations: Self = "quotations.wide"
  static let sourceProfiles: Self = "source.profiles"
  static let refusals: Self = "refusals"
  static let epithets: Self = "epithets"
  static let unattributed: Self = "unattributed"
  static let entities: Self = "entities"
  static let entityNumbers: Self = "entity.numbers"
  static let stringsOfEntities: Self = "entity.strings"
  static let entityLists: Self = "speakers"
  static let topicLists: Self = "topiclists"
  /// The small tables have strings of their own, as all of these are read at once.
  static let topics: Self = "topics"
  static let topicTerms: Self = "topics.terms"
  static let outlets: Self = "outlets"
  static let smallStrings: Self = "small"
}

extension Corpus {
  /// The corpus of a snapshot. Its rows are read where they lie, when they are asked for. Throws when a section of it
  /// is missing or has rows of another width.
  public init(_ snapshot: CorpusSnapshot) throws(SnapshotProblem) { self.init(try CorpusTables(snapshot)) }

  /// What a snapshot of the corpus holds.
  public var sections: [SectionContent] { tables.rows.sections }

  /// The snapshot that the texts were read from.
  public var snapshot: CorpusSnapshot? { tables.snapshot }

  /// The snapshot whose counts are those of this corpus; nil where there is none, and where rows were revised.
  public var snapshotOfCounts: CorpusSnapshot? { tables.isRevised ? nil : tables.snapshot }

  /// The keys of entities that a revision made part of others, and of which.
  public var formerKeys: [String: EntityID] { tables.formerKeys }
}

/// A topic as stored.
struct TopicRow: BitwiseCopyable, Sendable {
  let name: StringID
  let code: StringID
  /// Place in the list of terms.
  let firstTerm: UInt32
}

/// The topics and outlets as rows.
struct SmallTables {
  private var strings = StringInterner()
  private var topics: [TopicRow] = []
  private var terms: [StringID] = []
  private var outlets: [StringID] = []

  init(_ tables: TableRows) {
    for topic in tables.topics {
      topics.append(
        TopicRow(
          name: strings.intern(topic.name), code: strings.intern(topic.code), firstTerm: UInt32(terms.count)))
      for term in topic.terms { terms.append(strings.intern(term)) }
    }
    for outlet in tables.outlets { outlets.append(strings.intern(outlet.name)) }
  }

  var sections: [SectionContent] {
    strings.sections(.smallStrings) + [
      SectionContent(.topics, topics), SectionContent(.topicTerms, terms), SectionContent(.outlets, outlets),
    ]
  }

  static func topics(_ snapshot: CorpusSnapshot) throws(SnapshotProblem) -> [Topic] {
    let strings = try StringTable(snapshot, .smallStrings)
    let rows: PlainRows<TopicRow> = try snapshot.rows(.topics)
    let terms: PlainRows<StringID> = try snapshot.rows(.topicTerms)
    return rows.indices.map { index in
      let row = rows[index]
      let end = index + 1 < rows.count ? Int(rows[index + 1].firstTerm) : terms.count
      return Topic(
        id: TopicID(index), name: strings[row.name], code: strings.optional(row.code),
        terms: terms.rows(from: Int(row.firstTerm), to: end).map { strings[$0] })
    }
  }

  static func outlets(_ snapshot: CorpusSnapshot) throws(SnapshotProblem) -> [Outlet] {
    let strings = try StringTable(snapshot, .smallStrings)
    let rows: PlainRows<StringID> = try snapshot.rows(.outlets)
    return rows.indices.map { Outlet(id: OutletID($0), name: strings[rows[$0]]) }
  }
}
