//! Turns the values that rows are grouped by, or counted distinctly, into small numbers.

internal import QuothBasics
internal import QuothModel
internal import QuothQuery

/// Where the codes of rows are at hand.
enum KeyColumn: Sendable {
  /// A negative code stands for no value.
  case one([Int32])
  /// Any number a row, none twice.
  case several(CodeListColumn)
  /// Days, whose codes stand in a table that starts with the first of them.
  case days([Int32], first: Int32, table: [Int32])
}

/// Codes for the values of one group key. Values that compare equal share a code.
struct KeyCoder {
  enum Codes {
    case column(KeyColumn)
    /// Worked out row by row; calls back with the codes of a row.
    case computed((Int, (Int32) -> Void) -> Void)
  }

  let codes: Codes
  /// How many codes there are; nil where that is only known in the end.
  let codeCount: Int?
  /// The value that a code stands for.
  let value: (Int32) -> Value

  /// Calls back with the codes of a row; with none where it has no value.
  func forEachCode(_ row: Int, _ body: (Int32) -> Void) {
    switch codes {
    case .column(.one(let codes)): if codes[row] >= 0 { body(codes[row]) }
    case .column(.several(let column)): for place in column.range(of: row) { body(column.codes[place]) }
    case .column(.days(let days, let first, let table)):
      if days[row] != DayNumber.missing { body(table[Int(days[row]) - Int(first)]) }
    case .computed(let forEach): forEach(row, body)
    }
  }
}

extension Corpus {
  /// The coder of a key.
  func coder<Readers: OperandReaders>(
    of key: Key<Readers.Operand>, _ readers: Readers
  ) throws(ExecutionError) -> KeyCoder {
    switch key {
    case .field(let field): return coder(of: try readers.reader(of: field))
    case .period(let period, let field):
      guard case .day(let days) = try readers.reader(of: field) else {
        throw .unsupported("‘\(field.name)’ of \(readers.owner) is not a date")
      }
      return KeyCoder(period, days)
    }
  }

  private func coder(of reader: FieldReader) -> KeyCoder {
    switch reader {
    case .code(let column, _):
      return KeyCoder(codes: .column(.one(column.codes)), codeCount: column.names.count) {
        .text(column.names.name($0))
      }
    case .codes(let column):
      return KeyCoder(codes: .column(.several(column)), codeCount: column.names.count) {
        .text(column.names.name($0))
      }
    case .integer, .decimal, .day, .yesNo, .passage, .string, .strings:
      let interner = ValueInterner()
      let corpus = self
      let codes = KeyCoder.Codes.computed { row, body in
        switch reader.value(row, in: corpus) {
        case .missing: break
        case .list(let values): for code in Set(values.map(interner.code)).sorted() { body(code) }
        case let value: body(interner.code(of: value))
        }
      }
      return KeyCoder(codes: codes, codeCount: nil, value: interner.value)
    }
  }
}

/// Gives values codes; texts that fold alike share one, under their first spelling.
final class ValueInterner {
  private var codes: [Value: Int32] = [:]
  private var values: [Value] = []

  func code(of value: Value) -> Int32 {
    var key = value
    if case .text(let text) = value { key = .text(TextFolding.fold(text)) }
    if let code = codes[key] { return code }
    let code = Int32(values.count)
    codes[key] = code
    values.append(value)
    return code
  }

  func value(_ code: Int32) -> Value { values[Int(code)] }
}

extension KeyCoder {
  /// So many days at most are given codes before anyone asks; a century.
  private static let mostDays = 36_525

  /// Codes for the periods of days, worked out once for each day there is.
  init(_ period: Period, _ days: [Int32]) {
    var (first, last) = (Int32.max, Int32.min)
    for day in days where day != DayNumber.missing { (first, last) = (min(first, day), max(last, day)) }
    guard first > last || Int(last) - Int(first) < Self.mostDays else {
      self.init(anyDays: days, period)
      return
    }
    var codes: [Int: Int32] = [:]
    var firstDays: [CalendarDay] = []
    var table: [Int32] = []
    if first <= last {
      table.reserveCapacity(Int(last) - Int(first) + 1)
      for number in first...last {
        let day = CalendarDay(dayNumber: number)
        let code = codes[period.ordinal(of: day)] ?? Int32(firstDays.count)
        if Int(code) == firstDays.count {
          codes[period.ordinal(of: day)] = code
          firstDays.append(day)
        }
        table.append(code)
      }
    }
    self.init(codes: .column(.days(days, first: first, table: table)), codeCount: firstDays.count) {
      [firstDays] in period.value(of: firstDays[Int($0)])
    }
  }

  private init(anyDays days: [Int32], _ period: Period) {
    let interner = ValueInterner()
    let codes = Codes.computed { row, body in
      if days[row] == DayNumber.missing { return }
      body(interner.code(of: period.value(of: CalendarDay(dayNumber: days[row]))))
    }
    self.init(codes: codes, codeCount: nil, value: interner.value)
  }
}

extension Period {
  /// The period of a day, as the group's value: the day itself, or text whose order is that of time
  /// (`2023`, `2023-Q4`, `2023-12`, `2023-W49`).
  func value(of day: CalendarDay) -> Value {
    let (year, month, _) = day.components
    switch self {
    case .day: return .day(day)
    case .month: return .text(String(day.description.dropLast(3)))
    case .year: return .text(String(day.description.dropLast(6)))
    case .quarter: return .text("\(day.description.dropLast(6))-Q\((month + 2) / 3)")
    case .week: return .text(Period.week(of: day, year: year))
    }
  }

  /// A number that the days of a period share, and no others.
  fileprivate func ordinal(of day: CalendarDay) -> Int {
    let (year, month, _) = day.components
    switch self {
    case .day: return Int(day.dayNumber)
    case .month: return year * 12 + month
    case .year: return year
    case .quarter: return year * 4 + (month + 2) / 3
    // Day 0, 1970-01-01, was a Thursday; the sum is positive from the year 1 on.
    case .week: return (Int(day.dayNumber) + 3 + 7 * 110_000) / 7
    }
  }

  /// The week of ISO 8601: it belongs to the year of its Thursday, and starts on Monday.
  private static func week(of day: CalendarDay, year: Int) -> String {
    // Day 0, 1970-01-01, was a Thursday.
    let weekday = ((Int(day.dayNumber) + 3) % 7 + 7) % 7
    let thursday = CalendarDay(dayNumber: day.dayNumber - Int32(weekday) + 3)
    let weekYear = thursday.components.year
    let first = CalendarDay(year: weekYear, month: 1, day: 1)?.dayNumber ?? thursday.dayNumber
    let week = (thursday.dayNumber - first) / 7 + 1
    return "\(thursday.description.dropLast(6))-W\(week < 10 ? "0" : "")\(week)"
  }
}
