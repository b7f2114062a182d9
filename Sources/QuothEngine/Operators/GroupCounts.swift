//! Groups of one key that are only counted: no list is made of who belongs to which.

internal import QuothBasics
internal import QuothQuery

/// How many rows have each value of a key.
struct GroupCounts {
  /// The values in the order in which they come up first; missing where rows have none.
  let keys: [Value]
  /// Rows of each.
  let counts: [Int]
  /// How many rows count under several values.
  let rowsInSeveralGroups: Int

  /// Fewer rows than this are counted sooner than another core starts.
  private static let rowsOfCore = 1 << 18

  /// Counts rows by the codes of a key; nil where counts by code would take more than the rows do.
  init?(
    _ rows: [Int32], _ coder: KeyCoder, coreCount: Int, _ watch: ExecutionWatch
  ) throws(ExecutionError) {
    guard let codeCount = coder.codeCount, codeCount <= max(4096, 4 * rows.count),
      case .column(let column) = coder.codes
    else { return nil }
    try watch.look()
    let parts = max(1, min(coreCount, rows.count / Self.rowsOfCore))
    let stretches = (0..<parts).map { rows.count * $0 / parts..<rows.count * ($0 + 1) / parts }
    // A tally of millions of rows takes milliseconds, so nobody asks within it whether the query is over.
    let tallies = try Parallel.map(stretches, limits: watch.limits) {
      (stretch, _) throws(ExecutionError) in
      var tally = CodeTally(codeCount)
      rows.withUnsafeBufferPointer { tally.add(UnsafeBufferPointer(rebasing: $0[stretch]), column) }
      return tally
    }
    try watch.look()
    var total = CodeTally(codeCount)
    for tally in tallies { total.add(tally) }
    let codes = total.counts.indices.filter { total.counts[$0] > 0 }.sorted {
      total.firsts[$0] < total.firsts[$1]
    }
    keys = codes.map { $0 == codeCount ? .missing : coder.value(Int32($0)) }
    counts = codes.map { Int(total.counts[$0]) }
    rowsInSeveralGroups = total.rowsInSeveral
  }
}

/// Counts by code; the last place is that of rows without any.
private struct CodeTally: Sendable {
  private(set) var counts: [Int32]
  /// For each code a number that is less than those of codes that came up later.
  private(set) var firsts: [Int]
  private(set) var rowsInSeveral = 0
  private var added = 0

  init(_ codeCount: Int) {
    counts = [Int32](repeating: 0, count: codeCount + 1)
    firsts = [Int](repeating: .max, count: codeCount + 1)
  }

  mutating func add(_ rows: UnsafeBufferPointer<Int32>, _ column: KeyColumn) {
    let none = counts.count - 1
    switch column {
    case .one(let codes):
      codes.withUnsafeBufferPointer { codes in
        each(rows) { codes[$0] < 0 ? none : Int(codes[$0]) }
      }
    case .days(let days, let first, let table):
      days.withUnsafeBufferPointer { days in
        table.withUnsafeBufferPointer { table in
          each(rows) { days[$0] == DayNumber.missing ? none : Int(table[Int(days[$0]) - Int(first)]) }
        }
      }
    case .several(let column): addSeveral(rows, column)
    }
  }

  @inline(__always) private mutating func each(_ rows: UnsafeBufferPointer<Int32>, _ code: (Int) -> Int) {
    counts.withUnsafeMutableBufferPointer { counts in
      for index in 0..<rows.count {
        let code = code(Int(rows[index]))
        if counts[code] == 0 { firsts[code] = index }
        counts[code] &+= 1
      }
    }
    added = rows.count
  }

  private mutating func addSeveral(_ rows: UnsafeBufferPointer<Int32>, _ column: CodeListColumn) {
    let none = counts.count - 1
    column.starts.withUnsafeBufferPointer { starts in
      column.codes.withUnsafeBufferPointer { codes in
        for row in rows {
          let (start, end) = (Int(starts[Int(row)]), Int(starts[Int(row) + 1]))
          if start == end { count(none) }
          for place in start..<end { count(Int(codes[place])) }
          if end - start > 1 { rowsInSeveral += 1 }
        }
      }
    }
  }

  @inline(__always) private mutating func count(_ code: Int) {
    if counts[code] == 0 { firsts[code] = added }
    counts[code] &+= 1
    added += 1
  }

  /// Adds what was counted of later rows.
  mutating func add(_ later: CodeTally) {
    for code in counts.indices where later.counts[code] > 0 {
      if counts[code] == 0 { firsts[code] = added + later.firsts[code] }
      counts[code] += later.counts[code]
    }
    added += later.added
    rowsInSeveral += later.rowsInSeveral
  }
}
