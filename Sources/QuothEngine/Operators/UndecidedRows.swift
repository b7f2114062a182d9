//! Rows that a condition could not decide, for the footer: remembered by number, so that sets tell of each once.

internal import QuothQuery

/// Rows that the missing value of one field left undecided, in the order in which they came up.
struct UndecidedRows: Sendable {
  let field: String
  var rows: [Int32]
}

extension [UndecidedRows] {
  /// Notes a row under the field to blame; fields stay in the order in which they came up.
  mutating func note(_ row: Int32, _ field: String) {
    if let index = firstIndex(where: { $0.field == field }) {
      self[index].rows.append(row)
    } else {
      append(UndecidedRows(field: field, rows: [row]))
    }
  }

  /// Adds what came up later.
  mutating func add(_ more: [UndecidedRows]) {
    for found in more {
      if let index = firstIndex(where: { $0.field == found.field }) {
        self[index].rows += found.rows
      } else {
        append(found)
      }
    }
  }

  /// The rows that fit, each under the first field to blame.
  func keeping(_ fits: (Int32) -> Bool) -> [UndecidedRows] {
    var seen: Set<Int32> = []
    return compactMap { part in
      let rows = part.rows.filter { fits($0) && seen.insert($0).inserted }
      return rows.isEmpty ? nil : UndecidedRows(field: part.field, rows: rows)
    }
  }

  /// What a set of two sets leaves undecided: rows that could have been in it, had their values been known.
  static func combined(
    _ operation: SetOperation, _ left: RowSet, _ right: RowSet, result: [Int32]
  ) -> [UndecidedRows] {
    if left.undecided.isEmpty && right.undecided.isEmpty { return [] }
    let found = Set(result)
    var both = left.undecided
    if operation != .except { both.add(right.undecided) }
    switch operation {
    case .union: return both.keeping { !found.contains($0) }
    case .intersect:
      let maybeLeft = Set(left.rows + left.undecided.flatMap(\.rows))
      let maybeRight = Set(right.rows + right.undecided.flatMap(\.rows))
      return both.keeping { !found.contains($0) && maybeLeft.contains($0) && maybeRight.contains($0) }
    case .except:
      let taken = Set(right.rows)
      return both.keeping { !taken.contains($0) }
    }
  }
}
