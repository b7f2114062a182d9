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
    var codes: [Int32: Int32] = [:]
    var firstDays: [CalendarDay] = []
    var table: [Int32] = []
    if first <= last {
      table.reserveCapacity(Int(last) - Int(first) + 1)
      for number in first...last {
        let start = period.start(of: number)
        let code = codes[start] ?? Int32(firstDays.count)
        if Int(code) == firstDays.count {
          codes[start] = code
          firstDays.append(CalendarDay(dayNumber: number))
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
  /// The period of a day, as the value of a group: the day itself, or text whose order is that of time.
  func value(of day: CalendarDay) -> Value { self == .day ? .day(day) : .text(name(of: day)) }
}
