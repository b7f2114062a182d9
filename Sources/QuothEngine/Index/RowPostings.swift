//! Rows by the value of a column: which rows have this speaker, this outlet, this day.

internal import QuothBasics

/// The rows of each code of a column, in order. A row may stand under several codes.
final class CodePostings: Sendable {
  /// Where the rows of each code start; those without a value come last.
  private let starts: [Int32]
  private let rows: [Int32]
  private let codeCount: Int

  /// Rows of a column with one code a row.
  convenience init(_ column: CodeColumn) {
    self.init(rowCount: column.codes.count, codeCount: column.names.count) { row, add in
      add(column.codes[row])
    }
  }

  /// Rows of a column with any number of codes a row. Rows without any are nobody's.
  convenience init(_ column: CodeListColumn) {
    self.init(rowCount: column.starts.count - 1, codeCount: column.names.count) { row, add in
      for place in column.range(of: row) { add(column.codes[place]) }
    }
  }

  private init(rowCount: Int, codeCount: Int, _ codes: (Int, (Int32) -> Void) -> Void) {
    // One bucket more, for rows without a value.
    func bucket(_ code: Int32) -> Int { code < 0 ? codeCount : Int(code) }
    var starts = [Int32](repeating: 0, count: codeCount + 2)
    for row in 0..<rowCount { codes(row) { starts[bucket($0) + 1] += 1 } }
    for code in 0...codeCount { starts[code + 1] += starts[code] }
    var next = starts
    var rows = [Int32](repeating: 0, count: Int(starts[codeCount + 1]))
    for row in 0..<rowCount {
      codes(row) { code in
        rows[Int(next[bucket(code)])] = Int32(row)
        next[bucket(code)] += 1
      }
    }
    self.starts = starts
    self.rows = rows
    self.codeCount = codeCount
  }

  /// The rows of a code, ascending.
  func rows(of code: Int32) -> ArraySlice<Int32> { rows[Int(starts[Int(code)])..<Int(starts[Int(code) + 1])] }

  /// The rows without a value, ascending.
  var rowsWithout: ArraySlice<Int32> { rows(of: Int32(codeCount)) }
}

/// Rows in the order of their days.
final class DayPostings: Sendable {
  /// Days, ascending, and the row of each.
  private let days: [Int32]
  private let rows: [Int32]
  /// The rows without a day, ascending.
  let rowsWithout: [Int32]

  init(_ column: [Int32]) {
    let dated = column.indices.filter { column[$0] != DayNumber.missing }.map { Int32($0) }
    // Ties stay in row order.
    let ordered = dated.sorted { (column[Int($0)], $0) < (column[Int($1)], $1) }
    days = ordered.map { column[Int($0)] }
    rows = ordered
    rowsWithout = column.indices.filter { column[$0] == DayNumber.missing }.map { Int32($0) }
  }

  /// The rows of days from `first` to `last`, by day.
  func rows(from first: Int32, to last: Int32) -> ArraySlice<Int32> {
    let start = days.firstIndex(notPreceding: { $0 < first })
    let end = days.firstIndex(notPreceding: { $0 <= last })
    return rows[start..<max(start, end)]
  }
}
