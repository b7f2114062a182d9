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
      repeatsLeftOut += set.leftOut.count
      let usual = FieldCatalog.defaultColumns(of: set.collection).map { OutputColumn.field($0) }
      return try project(set, shown ?? usual, highlights)
    case .groups(let set): return try project(set, shown ?? set.columns)
    }
  }

  private func project(_ set: GroupSet, _ shown: [OutputColumn]) throws(ExecutionError) -> ResultTable {
    var places: [Int] = []
    for column in shown {
      guard let place = set.columns.firstIndex(where: { $0.means(column) }) else {
        throw .unsupported("‘\(column.name)’, which is no column of the groups")
      }
      places.append(place)
    }
    return ResultTable(
      collection: nil, columns: places.map { set.types[$0] },
      rows: set.rows.map { row in ResultRow(values: places.map { row[$0] }) },
      total: rowsBeforeLimit ?? set.rows.count, notes: notes)
  }

  private func project(
    _ set: RowSet, _ shown: [OutputColumn], _ highlights: [Predicate]
  ) throws(ExecutionError) -> ResultTable {
    var types: [ResultColumn] = []
    var readers: [(Int) -> Value] = []
    for column in shown {
      types.append(try column.resultColumn(in: set.collection))
      readers.append(try valueReader(of: column, in: set.collection))
    }
    let highlighter = try Highlighter(highlights, columns: shown, watch: watch)
    let table = set.table
    var rows: [ResultRow] = []
    rows.reserveCapacity(set.rows.count)
    try watch.inStretches(of: 512, set.rows.count) { stretch in
      for row in set.rows[stretch] {
        let values = readers.map { $0(Int(row)) }
        let key = RowKey(set.collection, corpus.rowKey(Int(row), of: table))
        rows.append(ResultRow(values: values, key: key, marks: highlighter.marks(in: values)))
      }
    }
    return ResultTable(
      collection: set.collection, columns: types, rows: rows, total: rowsBeforeLimit ?? rows.count,
      notes: notes)
  }

  private func valueReader(
    of column: OutputColumn, in collection: QueryCollection
  ) throws(ExecutionError) -> (Int) -> Value {
    switch column {
    case .field(let field), .key(.field(let field)):
      let reader = try columns.knownReader(of: field, in: collection)
      let corpus = corpus
      return { reader.value($0, in: corpus) }
    case .key(.period(let period, let field)): return try periodReader(period, field, in: collection)
    case .aggregate: throw .unsupported("‘\(column.name)’ without ‘group by’")
    }
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
    case .sentences: key(of: sentences[row].range, in: sentences[row].article)
    case .paragraphs: key(of: paragraphs[row].range, in: paragraphs[row].article)
    }
  }

  private func key(of range: TextRange, in article: ArticleID) -> String {
    "\(self[article].key)@\(range.start)-\(range.end)"
  }
}
