//! Makes the answer: the only operator that builds values for every row.

internal import QuothBasics
internal import QuothModel
internal import QuothQuery

extension Execution {
  /// The answer with these columns, or with the usual ones; `highlights` are the conditions to mark.
  mutating func project(
    _ relation: Relation, _ shown: [OutputColumn]?, highlights: [Predicate]
  ) throws(ExecutionError) -> ResultTable {
    switch relation {
    case .rows(let set):
      noteWhatIsLeftOut(of: set)
      let usual = FieldCatalog.defaultColumns(of: set.collection).map { OutputColumn.field($0) }
      return try project(set, shown ?? usual, highlights)
    case .table(let set): return try project(set, shown)
    }
  }

  private func project(_ set: TableSet, _ shown: [OutputColumn]?) throws(ExecutionError) -> ResultTable {
    let readers = TableReaders(table: set, columns: columns)
    var places = Array(set.columns.indices)
    if let shown {
      places = []
      for column in shown { places.append(try readers.place(of: column.tableColumn)) }
    }
    let isWhole = places == Array(set.columns.indices)
    let node = places.firstIndex(where: { set.columns[$0].layout == .node })
    let rows = set.rows.map { row in
      let values = isWhole ? row.values : places.map { row[$0] }
      let marks = row.marks.compactMap { mark in
        places.firstIndex(of: mark.column).map { MatchMark(column: $0, range: mark.range) }
      }
      return ResultRow(
        values: values, key: row.key, marks: Self.marks(node, values) + marks, contingency: row.contingency,
        alignment: row.alignment)
    }
    return ResultTable(
      collection: nil, stage: set.stage, columns: places.map { set.columns[$0] }, rows: rows,
      total: rowsBeforeLimit ?? set.rows.count, notes: notes)
  }

  /// The node of a line is what was looked for.
  private static func marks(_ node: Int?, _ values: [Value]) -> [MatchMark] {
    guard let node, case .text(let text) = values[node] else { return [] }
    return [MatchMark(column: node, range: 0..<text.utf8.count)]
  }

  private func project(
    _ set: RowSet, _ shown: [OutputColumn], _ highlights: [Predicate]
  ) throws(ExecutionError) -> ResultTable {
    var types: [ResultColumn] = []
    var fields: [Field] = []
    for column in shown {
      let definition = try set.collection.definition(of: try column.field(of: set.collection))
      types.append(
        ResultColumn(name: column.name, type: definition.type, isList: definition.isList))
      fields.append(definition.field)
    }
    let maker = RowMaker(
      columns: columns, collection: set.collection, fields: fields, shown: shown, highlights: highlights)
    let parts = policy == .always ? coreCount : max(1, min(coreCount, set.rows.count / Self.rowsMadeByCore))
    let (count, numbers) = (set.rows.count, set.rows)
    let stretches = (0..<parts).map { count * $0 / parts..<count * ($0 + 1) / parts }
    let rows =
      parts == 1
      ? [try maker.rows(numbers[...], watch)]
      : try Parallel.map(stretches, limits: watch.limits) { (stretch, watch) throws(ExecutionError) in
        try maker.rows(numbers[stretch], watch)
      }
    return ResultTable(
      collection: set.collection, columns: types, rows: rows.count == 1 ? rows[0] : Array(rows.joined()),
      total: rowsBeforeLimit ?? count, notes: notes)
  }

  /// Fewer rows than this are made sooner than another core starts.
  private static let rowsMadeByCore = 1 << 10
}

/// Makes the rows of an answer.
private struct RowMaker: Sendable {
  let columns: CorpusColumns
  let collection: QueryCollection
  let fields: [Field]
  let shown: [OutputColumn]
  let highlights: [Predicate]

  func rows(_ numbers: ArraySlice<Int32>, _ watch: ExecutionWatch) throws(ExecutionError) -> [ResultRow] {
    let corpus = columns.corpus
    var readers: [FieldReader] = []
    for field in fields { readers.append(try columns.knownReader(of: field, in: collection)) }
    let highlighter = try Highlighter(highlights, columns: shown, watch: watch)
    let table = Table(collection)
    var rows: [ResultRow] = []
    rows.reserveCapacity(numbers.count)
    try watch.inStretches(of: 512, numbers.count) { [readers] stretch in
      for place in stretch {
        let row = Int(numbers[numbers.startIndex + place])
        let values = readers.map { $0.value(row, in: corpus) }
        let key = RowKey(collection, corpus.rowKey(row, of: table))
        rows.append(ResultRow(values: values, key: key, marks: highlighter.marks(in: values)))
      }
    }
    return rows
  }
}

extension Corpus {
  /// The stable key of a row; see `RowKey`.
  func rowKey(_ row: Int, of table: Table) -> String {
    switch table {
    case .articles: articles[row].key
    case .quotations: key(of: QuotationID(row))
    case .entities: entities[row].key
    case .topics: TextFolding.fold(topics[row].name)
    case .outlets: TextFolding.fold(outlets[row].name)
    case .mentions: key(of: mentions[row].range, in: mentions[row].article)
    case .epithets: key(of: epithets[row].range, in: epithets[row].article)
    case .refusals: key(of: refusals[row].range, in: refusals[row].article)
    case .sentences: key(of: sentences[row].range, in: sentences[row].article)
    case .paragraphs: key(of: paragraphs[row].range, in: paragraphs[row].article)
    }
  }

  private func key(of range: TextRange, in article: ArticleID) -> String {
    "\(self[article].key)@\(range.start)-\(range.end)"
  }
}
