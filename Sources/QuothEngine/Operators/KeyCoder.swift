//! Turns the values that rows are grouped by, or counted distinctly, into small numbers.

internal import QuothBasics
internal import QuothModel
internal import QuothQuery

/// Codes for the values of one group key. Values that compare equal share a code.
struct KeyCoder {
  /// How many codes there are; nil where that is only known in the end.
  let codeCount: Int?
  /// Calls back with the codes of a row; with none where it has no value.
  let forEachCode: (Int, (Int32) -> Void) -> Void
  /// The value that a code stands for.
  let value: (Int32) -> Value
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
      let coder = PeriodCoder(period, days)
      return KeyCoder(
        codeCount: nil,
        forEachCode: { row, body in
          if days[row] != DayNumber.missing { body(coder.code(of: days[row])) }
        }, value: coder.interner.value)
    }
  }

  private func coder(of reader: FieldReader) -> KeyCoder {
    switch reader {
    case .code(let column, _):
      return KeyCoder(
        codeCount: column.names.count,
        forEachCode: { row, body in
          if column.codes[row] != CodeColumn.missing { body(column.codes[row]) }
        }, value: { .text(column.names.name($0)) })
    case .codes(let column):
      return KeyCoder(
        codeCount: column.names.count,
        forEachCode: { row, body in for index in column.range(of: row) { body(column.codes[index]) } },
        value: { .text(column.names.name($0)) })
    case .integer, .decimal, .day, .yesNo, .passage, .string, .strings:
      let interner = ValueInterner()
      let corpus = self
      return KeyCoder(
        codeCount: nil,
        forEachCode: { row, body in
          switch reader.value(row, in: corpus) {
          case .missing: break
          case .list(let values): for code in Set(values.map(interner.code)).sorted() { body(code) }
          case let value: body(interner.code(of: value))
          }
        }, value: interner.value)
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

/// Codes for the periods of days; works each day's period out once.
private final class PeriodCoder {
  let interner = ValueInterner()
  private let period: Period
  private let first: Int32
  /// The code of each day from the first on; -1 where none is worked out yet.
  private var codes: [Int32]

  init(_ period: Period, _ days: [Int32]) {
    self.period = period
    var (first, last) = (Int32.max, Int32.min)
    for day in days where day != DayNumber.missing { (first, last) = (min(first, day), max(last, day)) }
    self.first = first
    codes = first <= last ? [Int32](repeating: -1, count: Int(last) - Int(first) + 1) : []
  }

  func code(of day: Int32) -> Int32 {
    let place = Int(day) - Int(first)
    if codes[place] >= 0 { return codes[place] }
    let code = interner.code(of: period.value(of: CalendarDay(dayNumber: day)))
    codes[place] = code
    return code
  }
}

extension Period {
  /// The period of a day, as the value of a group: the day itself, or text whose order is that of time.
  func value(of day: CalendarDay) -> Value { self == .day ? .day(day) : .text(name(of: day)) }
}
