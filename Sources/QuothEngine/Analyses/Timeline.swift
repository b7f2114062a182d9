//! Rows by period, those without any included.

internal import QuothBasics
internal import QuothModel
internal import QuothQuery

extension Execution {
  /// One row a period, from the first that has rows to the last.
  mutating func timeline(
    _ set: RowSet, by period: Period, _ columns: [AnalysisColumn]
  ) throws(ExecutionError) -> [TableRow] {
    guard case .day(let days) = try self.columns.knownReader(of: .date, in: set.collection) else {
      throw .unsupported("a timeline of \(set.collection.rawValue), which have no date")
    }
    let all = scan(set.collection, repeats: set.includesRepeats ? .include : .leaveOut)
    let counts = PeriodCounts(set.rows, days, period)
    let base = PeriodCounts(all.rows, days, period)
    undecided.add(
      [UndecidedRows(field: Field.date.name, rows: set.rows.filter { days[Int($0)] == DayNumber.missing })]
        .filter { !$0.rows.isEmpty })
    try watch.look()
    return counts.periods(watch).map { start in
      let (count, rows) = (counts[start], base[start])
      let values: [Value] = columns.map { column in
        switch column {
        case .day, .week, .month, .quarter, .year: period.value(of: CalendarDay(dayNumber: start))
        case .count: .integer(count)
        case .rows: .integer(rows)
        case .perThousandRows: RateBase(words: 0, rows: rows).perThousandRows(count)
        case .share: GroupShare.value(count, of: set.rows.count)
        default: .missing
        }
      }
      return TableRow(values)
    }
  }
}

/// How many rows fall in each period, by the period's first day.
private struct PeriodCounts {
  private let period: Period
  private var counts: [Int32: Int] = [:]

  init(_ rows: [Int32], _ days: [Int32], _ period: Period) {
    self.period = period
    var ofDay: [Int32: Int] = [:]
    for row in rows where days[Int(row)] != DayNumber.missing { ofDay[days[Int(row)], default: 0] += 1 }
    for (day, count) in ofDay { counts[period.start(of: day), default: 0] += count }
  }

  subscript(start: Int32) -> Int { counts[start] ?? 0 }

  /// The first days of all periods from the first with rows to the last.
  func periods(_ watch: ExecutionWatch) -> [Int32] {
    guard let first = counts.keys.min(), let last = counts.keys.max() else { return [] }
    var periods: [Int32] = []
    var start = first
    while start <= last, !watch.isOver() {
      periods.append(start)
      start = period.next(after: start)
    }
    return periods
  }
}
