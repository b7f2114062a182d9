//! The operators that choose rows without looking at their values: scan, limit, sample, combine and count.

internal import QuothBasics
internal import QuothModel
internal import QuothQuery

extension Execution {
  /// All rows of a collection, in corpus order.
  func scan(_ collection: QueryCollection, repeats: RepeatPolicy) -> RowSet {
    switch collection {
    case .articles: all(collection, corpus.articles.count)
    case .mentions: all(collection, corpus.mentions.count)
    case .epithets: all(collection, corpus.epithets.count)
    case .refusals: all(collection, corpus.refusals.count)
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
    return RowSet(collection: collection, rows: rows.map { Int32($0) }, isOrdered: true)
  }

  private func quotations(
    _ collection: QueryCollection, _ rows: QuotationRows, _ repeats: RepeatPolicy
  ) -> RowSet {
    switch repeats {
    case .leaveOut:
      RowSet(collection: collection, rows: rows.unrepeated, leftOut: rows.repeats, isOrdered: true)
    case .include:
      RowSet(collection: collection, rows: rows.all, isOrdered: true, includesRepeats: true)
    }
  }

  /// The first rows.
  mutating func limit(_ relation: Relation, to count: Int) -> Relation {
    rowsBeforeLimit = relation.count
    return relation.picking(0..<min(max(0, count), relation.count))
  }

  /// Rows drawn at random, the same ones for the same seed, in the order they came in; see `LogicalPlan`.
  mutating func sample(_ relation: Relation, _ count: Int, seed: UInt64) throws(ExecutionError) -> Relation {
    rowsBeforeLimit = relation.count
    guard count < relation.count else { return relation }
    let drawn = (0..<relation.count).map { (priority: SampleOrder.priority(of: $0, seed: seed), place: $0) }
      .sorted { [watch] in !watch.isOver() && ($0.priority, $0.place) < ($1.priority, $1.place) }
    try watch.look()
    return relation.picking(drawn.prefix(max(0, count)).map(\.place).sorted())
  }

  /// Rows of either set, of both, or of the first alone, in corpus order.
  func combine(_ operation: SetOperation, _ left: RowSet, _ right: RowSet) -> RowSet {
    let (leftRows, rightRows) = (left.ascending, right.ascending)
    let rows = SortedRows.combine(operation, leftRows, rightRows)
    // What the set would hold, had no side left repeats out.
    let withRepeats = SortedRows.combine(
      operation, SortedRows.combine(.union, leftRows, left.leftOut),
      SortedRows.combine(.union, rightRows, right.leftOut))
    return RowSet(
      collection: left.collection, rows: rows, leftOut: SortedRows.combine(.except, withRepeats, rows),
      undecided: .combined(operation, left, right, result: rows), isOrdered: true,
      includesRepeats: left.includesRepeats || (operation == .union && right.includesRepeats))
  }

  /// One row with the number of rows.
  mutating func count(_ relation: Relation) -> TableSet {
    if case .rows(let set) = relation { noteWhatIsLeftOut(of: set.taken) }
    let column = ResultColumn(name: Figure<Field>.count.name, type: .integer, isList: false)
    return TableSet(columns: [column], rows: [TableRow([.integer(relation.count)])])
  }
}

/// Sets of row numbers, ascending.
enum SortedRows {
  /// The numbers in both; `many` is searched in leaps, as it is the longer mostly.
  static func common(_ few: [Int32], _ many: [Int32]) -> [Int32] {
    var common: [Int32] = []
    var start = 0
    for row in few {
      start = many.gallop(from: start) { $0 < row }
      guard start < many.count else { break }
      if many[start] == row { common.append(row) }
    }
    return common
  }

  /// The numbers in either, in both, or in the first alone, in order and each once.
  static func combine(_ operation: SetOperation, _ left: [Int32], _ right: [Int32]) -> [Int32] {
    var found: [Int32] = []
    var (leftPlace, rightPlace) = (0, 0)
    while leftPlace < left.count, rightPlace < right.count {
      let (one, other) = (left[leftPlace], right[rightPlace])
      if one <= other { leftPlace += 1 }
      if other <= one { rightPlace += 1 }
      switch operation {
      case .union: found.append(min(one, other))
      case .intersect: if one == other { found.append(one) }
      case .except: if one < other { found.append(one) }
      }
    }
    if operation != .intersect { found += left[leftPlace...] }
    if operation == .union { found += right[rightPlace...] }
    return found
  }
}
