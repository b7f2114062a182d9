//! What flows between operators: rows of a collection, or groups.

internal import QuothQuery

/// Rows of one collection, in order.
struct RowSet {
  let collection: QueryCollection
  /// Indices into the collection's table.
  var rows: [Int32]
  /// Repeats that the scan left out and that passed every filter since: only to be counted.
  var leftOut: [Int32] = []

  var table: Table { Table(collection) }
}

/// Rows that stand for groups, or for a count: finished values under named columns.
struct GroupSet {
  let columns: [OutputColumn]
  let types: [ResultColumn]
  var rows: [[Value]]
}

/// What an operator takes and gives.
enum Relation {
  case rows(RowSet)
  case groups(GroupSet)

  var count: Int {
    switch self {
    case .rows(let set): set.rows.count
    case .groups(let set): set.rows.count
    }
  }
}
