//! The operators that choose rows: scan, filter, limit and count.

internal import QuothModel
internal import QuothQuery

extension Execution {
  /// All rows of a collection, in corpus order. An index that answers the filter above it could stand here
  /// instead: operators after it see only the rows.
  func scan(_ collection: QueryCollection, repeats: RepeatPolicy) -> RowSet {
    switch collection {
    case .articles: all(collection, corpus.articles.count)
    case .mentions: all(collection, corpus.mentions.count)
    case .topics: all(collection, corpus.topics.count)
    case .sentences: all(collection, corpus.sentences.count)
    case .paragraphs: all(collection, corpus.paragraphs.count)
    case .outlets: all(collection, corpus.outlets.count)
    case .people: entities(collection, .person)
    case .organizations: entities(collection, .organization)
    case .places: entities(collection, .place)
    case .quotes: quotations(collection, columns.quoteRows, repeats)
    case .statements: quotations(collection, columns.statementRows, repeats)
    }
  }

  private func all(_ collection: QueryCollection, _ count: Int) -> RowSet {
    RowSet(collection: collection, rows: Array(0..<Int32(count)))
  }

  private func entities(_ collection: QueryCollection, _ kind: EntityKind) -> RowSet {
    let rows = corpus.entities.indices.filter { corpus.entities[$0].kind == kind }
    return RowSet(collection: collection, rows: rows.map { Int32($0) })
  }

  private func quotations(
    _ collection: QueryCollection, _ rows: QuotationRows, _ repeats: RepeatPolicy
  ) -> RowSet {
    switch repeats {
    case .leaveOut: RowSet(collection: collection, rows: rows.unrepeated, leftOut: rows.repeats)
    case .include: RowSet(collection: collection, rows: rows.all)
    }
  }

  /// The rows of which the condition is true. Rows it cannot decide are noted under the field to blame.
  mutating func filter(_ set: RowSet, _ predicate: Predicate) throws(ExecutionError) -> RowSet {
    let compiler = PredicateCompiler(columns: columns, collection: set.collection, watch: watch)
    let compiled = try compiler.compile(predicate)
    let watch = watch
    let kept = try Execution.passing(set.rows, compiled, watch) { note(undecided: $0) }
    let leftOut = try Execution.passing(set.leftOut, compiled, watch) { _ in }
    return RowSet(collection: set.collection, rows: kept, leftOut: leftOut)
  }

  private static func passing(
    _ rows: [Int32], _ predicate: CompiledPredicate, _ watch: ExecutionWatch, undecided: (Field) -> Void
  ) throws(ExecutionError) -> [Int32] {
    var kept: [Int32] = []
    let stretch = predicate.cost < .words ? ExecutionWatch.rowsBetweenLooks : 64
    try watch.inStretches(of: stretch, rows.count) { range in
      for index in range {
        let row = Int(rows[index])
        switch predicate.test(row) {
        case .yes: kept.append(rows[index])
        case .no: break
        case .unknown: if let field = predicate.blame(row) { undecided(field) }
        }
      }
    }
    return kept
  }

  private mutating func note(undecided field: Field) {
    if let index = undecided.firstIndex(where: { $0.field == field }) {
      undecided[index].count += 1
    } else {
      undecided.append((field, 1))
    }
  }

  /// The first rows.
  mutating func limit(_ relation: Relation, to count: Int) -> Relation {
    rowsBeforeLimit = relation.count
    switch relation {
    case .rows(var set):
      set.rows = Array(set.rows.prefix(max(0, count)))
      return .rows(set)
    case .groups(var set):
      set.rows = Array(set.rows.prefix(max(0, count)))
      return .groups(set)
    }
  }

  /// One row with the number of rows.
  mutating func count(_ relation: Relation) -> GroupSet {
    if case .rows(let set) = relation { repeatsLeftOut += set.leftOut.count }
    let column = OutputColumn.aggregate(.count)
    return GroupSet(
      columns: [column], types: [ResultColumn(name: column.name, type: .integer, isList: false)],
      rows: [[.integer(relation.count)]])
  }
}
