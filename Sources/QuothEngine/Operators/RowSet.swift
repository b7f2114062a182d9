//! What flows between operators: rows of a collection, or a table.

internal import QuothQuery
internal import QuothStatistics

/// Rows of one collection, in order.
struct RowSet {
  let collection: QueryCollection
  /// Indices into the collection's table.
  var rows: [Int32]
  /// Repeats that the scan left out and that passed every filter since: only to be counted.
  var leftOut: [Int32] = []
  /// Rows that some filter since the scan could not decide: only to be counted.
  var undecided: [UndecidedRows] = []
  /// The rows are in corpus order, as no sort has touched them, so that those of an index can be looked up among them.
  var isOrdered = false

  /// A limit or a sample has dropped rows. `leftOut` is then what was left out of those it chose from: nobody can say
  /// which would have been chosen, so it ends with the next operation that takes the rows.
  var isCut = false

  /// Repeats are among the rows, where the scan has them.
  var includesRepeats = false

  var table: Table { Table(collection) }

  /// Its rows in corpus order.
  var ascending: [Int32] { isOrdered ? rows : rows.sorted() }

  /// What it leaves out or undecided that another set of the same table does not, so that each row is told of once.
  func beyond(_ other: RowSet) -> RowSet {
    guard table == other.table else { return self }
    let (leftOut, unsure) = (Set(other.leftOut), Set(other.undecided.flatMap(\.rows)))
    var set = self
    set.leftOut = self.leftOut.filter { !leftOut.contains($0) }
    set.undecided = undecided.keeping { !unsure.contains($0) }
    return set
  }

  /// The set as other operations than orders and limits take it.
  var taken: RowSet {
    var set = self
    if isCut { (set.leftOut, set.isCut) = ([], false) }
    return set
  }
}

/// Finished values under named columns: what a group, a count or an analysis gives.
struct TableSet {
  let columns: [ResultColumn]
  var rows: [TableRow]
  /// The analysis that gave it.
  var stage: AnalysisStage?
}

/// One row of a table.
struct TableRow {
  let values: [Value]
  /// What it stands for in the corpus.
  var key: RowKey?
  /// What its measures were computed from.
  var contingency: ContingencyTable?
  /// Stretches of its texts that matter; columns are those of the table.
  var marks: [MatchMark]
  /// Its words beside those of another quotation.
  var alignment: WordAlignment?

  init(
    _ values: [Value], key: RowKey? = nil, contingency: ContingencyTable? = nil, marks: [MatchMark] = [],
    alignment: WordAlignment? = nil
  ) {
    self.values = values
    self.key = key
    self.marks = marks
    self.alignment = alignment
    self.contingency = contingency
  }

  subscript(column: Int) -> Value { values[column] }
}

/// What an operator takes and gives.
enum Relation {
  case rows(RowSet)
  case table(TableSet)

  var count: Int {
    switch self {
    case .rows(let set): set.rows.count
    case .table(let set): set.rows.count
    }
  }

  /// Some of the rows, or all in another order.
  func picking(_ places: some Sequence<Int>) -> Relation {
    switch self {
    case .rows(var set):
      set.rows = places.map { [rows = set.rows] in rows[$0] }
      if set.rows.count < count { set.isCut = true }
      return .rows(set)
    case .table(var set):
      set.rows = places.map { [rows = set.rows] in rows[$0] }
      return .table(set)
    }
  }
}
