//! The operators that choose rows without looking at their values: scan, limit, sample, combine and count.

internal import QuothModel
internal import QuothQuery

extension Execution {
  /// All rows of a collection, in corpus order.
  func scan(_ collection: QueryCollection, repeats: RepeatPolicy) -> RowSet {
    switch collection {
    case .articles: all(collection, corpus.articles.count)
    case .mentions: all(collection, corpus.mentions.count)
    case .epithets: all(collection, corpus.epithets.count)
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
    RowSet(collection: collection, rows: Array(0..<Int32(count)), isOrdered: true)
  }

  private func entities(_ collection: QueryCollection, _ kind: EntityKind) -> RowSet {
    let rows = corpus.entities.indices.filter { corpus.entities[$0].kind == kind }
    return RowSet(collection: collection, rows: rows.map { Int32($0) })
  }

  private func quotations(
    _ collection: QueryCollection, _ rows: QuotationRows, _ repeats: RepeatPolicy
  ) -> RowSet {
    switch repeats {
    case .leaveOut:
      RowSet(collection: collection, rows: rows.unrepeated, leftOut: rows.repeats, isOrdered: true)
    case .include: RowSet(collection: collection, rows: rows.all, isOrdered: true)
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
      collection: left.collection, rows: rows, leftOut: SortedRows.combine(.except, leftOut, rows),
      undecided: .combined(operation, left, right, result: rows), isOrdered: true)
  }

  /// One row with the number of rows.
  mutating func count(_ relation: Relation) -> TableSet {
    if case .rows(let set) = relation { noteWhatIsLeftOut(of: set) }
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
