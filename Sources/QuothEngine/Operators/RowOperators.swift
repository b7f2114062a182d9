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
    let readers = CollectionReaders(columns: columns, collection: set.collection)
    let compiled = try PredicateCompiler(readers: readers, corpus: corpus, watch: watch).compile(predicate)
    let watch = watch
    let kept = try Execution.passing(set.rows, compiled, watch) { note(undecided: $0) }
    let leftOut = try Execution.passing(set.leftOut, compiled, watch) { _ in }
    return RowSet(collection: set.collection, rows: kept, leftOut: leftOut)
  }

  /// The rows of a table of which the condition is true.
  mutating func filter(_ set: TableSet, _ condition: Condition<TableColumn>) throws(ExecutionError)
    -> TableSet
  {
    let readers = TableReaders(table: set, columns: columns)
    let compiled = try PredicateCompiler(readers: readers, corpus: corpus, watch: watch).compile(condition)
    let places = set.rows.indices.map { Int32($0) }
    let kept = try Execution.passing(places, compiled, watch) { note(undecided: $0) }
    return TableSet(columns: set.columns, rows: kept.map { set.rows[Int($0)] })
  }

  private static func passing(
    _ rows: [Int32], _ predicate: CompiledPredicate, _ watch: ExecutionWatch, undecided: (String) -> Void
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

  private mutating func note(undecided field: String) {
    if let index = undecided.firstIndex(where: { $0.field == field }) {
      undecided[index].count += 1
    } else {
      undecided.append((field, 1))
    }
  }

  /// The first rows.
  mutating func limit(_ relation: Relation, to count: Int) -> Relation {
    rowsBeforeLimit = relation.count
    return relation.picking(0..<min(max(0, count), relation.count))
  }

  /// Rows drawn at random, the same ones for the same seed, in the order they came in; see `LogicalPlan`.
  mutating func sample(_ relation: Relation, _ count: Int, seed: UInt64) -> Relation {
    rowsBeforeLimit = relation.count
    guard count < relation.count else { return relation }
    let drawn = (0..<relation.count).map { (priority: SampleOrder.priority(of: $0, seed: seed), place: $0) }
      .sorted { ($0.priority, $0.place) < ($1.priority, $1.place) }
    return relation.picking(drawn.prefix(max(0, count)).map(\.place).sorted())
  }

  /// Rows of either set, of both, or of the first alone, in corpus order.
  func combine(_ operation: SetOperation, _ left: RowSet, _ right: RowSet) -> RowSet {
    let rows = SortedRows.combine(operation, left.rows, right.rows)
    // What a side leaves out is only told of where the other side does not bring it in.
    let leftOut = SortedRows.combine(operation, left.leftOut, right.leftOut)
    return RowSet(
      collection: left.collection, rows: rows, leftOut: SortedRows.combine(.except, leftOut, rows))
  }

  /// One row with the number of rows.
  mutating func count(_ relation: Relation) -> TableSet {
    if case .rows(let set) = relation { repeatsLeftOut += set.leftOut.count }
    let column = ResultColumn(name: Figure<Field>.count.name, type: .integer, isList: false)
    return TableSet(columns: [column], rows: [[.integer(relation.count)]])
  }
}

/// Sets of row numbers.
private enum SortedRows {
  /// The numbers in either, in both, or in the first alone, in order and each once.
  static func combine(_ operation: SetOperation, _ left: [Int32], _ right: [Int32]) -> [Int32] {
    switch operation {
    case .union: Set(left).union(right).sorted()
    case .intersect: Set(left).intersection(right).sorted()
    case .except: Set(left).subtracting(right).sorted()
    }
  }
}
