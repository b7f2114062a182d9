//! The stage that puts the renderings of one utterance beside each other.

internal import QuothBasics
internal import QuothModel
internal import QuothQuery

extension Execution {
  /// One row a quotation that another article renders too: by utterance, those of most articles first; within one, the
  /// earliest first and those without a date last.
  mutating func variants(
    _ set: RowSet, least: Double, _ columns: [AnalysisColumn]
  ) throws(ExecutionError) -> [TableRow] {
    let watch = watch
    guard let store = VariantReader(corpus).store(of: set.rows, isOver: watch.mustEnd),
      let findings = VariantSearch.findings(of: store, threshold: least, isOver: watch.mustEnd)
    else {
      try watch.look()
      throw .cancelled
    }
    let utterances = findings.clusters.map { Utterance($0, corpus) }.sorted()
    analysisNotes.append(
      .variants(
        VariantFigures(
          compared: set.rows.count, tooShort: findings.tooShort, utterances: utterances.count,
          disputed: utterances.indices.filter { utterances[$0].isDisputed }.map { $0 + 1 }, least: least)))
    let readers = try VariantColumns(columns, set.collection, self.columns)
    var rows: [TableRow] = []
    for (index, utterance) in utterances.enumerated() {
      if watch.isOver() { break }
      for member in utterance.members {
        let lines = VariantLines(member, corpus)
        let values = columns.map { column -> Value in
          switch column {
          case .utterance: .integer(index + 1)
          case .disputed: .yesNo(utterance.isDisputed)
          case .text: .text(lines.words)
          case .differs: lines.differences.map(Value.text) ?? .missing
          case .similarity: .decimal(member.similarity)
          default: readers.value(column, of: Int(member.id), corpus)
          }
        }
        let marks = columns.firstIndex(of: .text).map { text in
          lines.marks.map { MatchMark(column: text, range: $0) }
        }
        rows.append(
          TableRow(
            values, key: RowKey(set.collection, corpus.key(of: QuotationID(Int(member.id)))),
            marks: marks ?? [],
            alignment: lines.alignment(required: findings.required)))
      }
    }
    return rows
  }
}

/// One utterance with its quotations in the order they are shown.
private struct Utterance {
  let members: [VariantMember]
  private let articleCount: Int
  /// Whether known speakers differ.
  let isDisputed: Bool
  private let first: (day: Int32, row: Int32)

  init(_ cluster: VariantCluster, _ corpus: Corpus) {
    func place(_ member: VariantMember) -> (day: Int32, row: Int32) {
      let article = corpus[corpus.quotations[Int(member.id)].article]
      return (article.date?.dayNumber ?? .max, member.id)
    }
    members = cluster.members.sorted { place($0) < place($1) }
    articleCount = Set(members.map { corpus.quotations[Int($0.id)].article }).count
    let speakers = members.map { Set(corpus.quotations[Int($0.id)].attribution.speakers) }
    isDisputed = Set(speakers.filter { !$0.isEmpty }).count > 1
    first = members.first.map(place) ?? (.max, .max)
  }
}

extension Utterance: Comparable {
  static func < (left: Self, right: Self) -> Bool {
    left.articleCount != right.articleCount
      ? left.articleCount > right.articleCount : left.first < right.first
  }

  static func == (left: Self, right: Self) -> Bool { !(left < right) && !(right < left) }
}

/// Reads what is told of a quotation besides its words.
private struct VariantColumns {
  private var readers: [AnalysisColumn: FieldReader] = [:]

  init(
    _ columns: [AnalysisColumn], _ collection: QueryCollection, _ corpus: CorpusColumns
  ) throws(ExecutionError) {
    let fields: [AnalysisColumn: Field] = [
      .speakers: .speakers, .outlet: .outlet, .date: .date, .article: .article, .kind: .kind,
    ]
    for column in columns {
      if let field = fields[column] { readers[column] = try corpus.knownReader(of: field, in: collection) }
    }
  }

  func value(_ column: AnalysisColumn, of row: Int, _ corpus: Corpus) -> Value {
    readers[column]?.value(row, in: corpus) ?? .missing
  }
}
