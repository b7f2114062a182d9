//! What `expect` claims of an answer, and whether it is so.

internal import QuothBasics

/// A claim whose names are looked up.
public enum BoundClaim: Hashable, Sendable {
  case noRows
  /// The answer is one number, and the comparison holds.
  case number(Comparison, ExpectedNumber)
  /// The answer is one day, and the comparison with a day, a month or a year holds.
  case date(Comparison, ExpectedDate)
  /// The answer is what the file holds, in the format of the file's ending.
  case file(String)

  /// What an answer has instead; nil where it is as claimed. A file has to be read by whoever opens files.
  public func finding(in answer: ResultTable) -> ClaimFinding? {
    switch self {
    case .noRows: answer.isEmpty || answer.rows.isEmpty ? nil : answer.count ?? .rows(answer.total)
    case .number(let comparison, let expected):
      expected.fits(answer.rows.first?.values.first, comparison)
        ? nil : .number(answer.rows.first?.values.first ?? .missing, comparison, expected: expected.text)
    case .date(let comparison, let expected):
      expected.fits(answer.rows.first?.values.first, comparison)
        ? nil : .number(answer.rows.first?.values.first ?? .missing, comparison, expected: expected.text)
    case .file: nil
    }
  }
}

extension ResultTable {
  /// A count that is not zero, where the answer is one: its one row is no row of a collection.
  fileprivate var count: ClaimFinding? {
    guard collection == nil, rows.count == 1, rows[0].values.count == 1, case .integer = rows[0].values[0]
    else {
      return nil
    }
    return .number(rows[0].values[0], .equal, expected: "0")
  }
}

/// What was found where something else was expected.
public enum ClaimFinding: Hashable, Sendable {
  /// So many rows, where none were expected.
  case rows(Int)
  case number(Value, Comparison, expected: String)
  /// The first line that differs from the file's; nil past the end.
  case line(Int, ofFile: String, expected: String?, found: String?)
}

/// A number as it is written: equal means equal to as many digits.
public struct ExpectedNumber: Hashable, Sendable {
  /// The number, as it was typed or given to a name.
  public let text: String
  let value: Double
  private let fractionDigits: Int

  /// Nil where the text is no number in digits.
  init?(_ text: String) {
    let digits = text.drop { $0 == "-" }
    guard text.utf8.count - digits.utf8.count <= 1, digits.utf8.count <= 18,
      digits.utf8.allSatisfy({ (0x30...0x39).contains($0) || $0 == 0x2E }), let value = Double(text)
    else { return nil }
    self.text = text
    self.value = value
    fractionDigits = text.firstIndex(of: ".").map { text[$0...].utf8.count - 1 } ?? 0
  }

  func fits(_ found: Value?, _ comparison: Comparison) -> Bool {
    let number: Double
    switch found {
    case .integer(let integer): number = Double(integer)
    case .decimal(let decimal): number = decimal
    case .missing, .text, .day, .yesNo, .list, nil: return false
    }
    switch comparison {
    case .equal: return rounded(number) == value
    case .notEqual: return rounded(number) != value
    case .less: return number < value
    case .lessOrEqual: return number <= value
    case .greater: return number > value
    case .greaterOrEqual: return number >= value
    }
  }

  /// To as many digits as were written: the shortest text of both is then the same number.
  private func rounded(_ number: Double) -> Double {
    guard fractionDigits > 0 else { return number }
    var scale = 1.0
    for _ in 0..<fractionDigits { scale *= 10 }
    return (number * scale).rounded() / scale
  }
}

/// A day, a month or a year as it is written: a day equals its month, and comes before or after the whole of another.
public struct ExpectedDate: Hashable, Sendable {
  /// As written: `2023`, `2023-12` or `2023-12-04`.
  public let text: String
  private let days: DayRange

  /// Nil where the text is no date.
  init?(_ text: String) {
    guard let days = DateParser.parse(text) else { return nil }
    self.text = text
    self.days = days
  }

  /// As conditions compare dates.
  func fits(_ found: Value?, _ comparison: Comparison) -> Bool {
    guard case .day(let day) = found else { return false }
    switch comparison {
    case .equal: return days.contains(day)
    case .notEqual: return !days.contains(day)
    case .less: return day < days.first
    case .lessOrEqual: return day <= days.last
    case .greater: return day > days.last
    case .greaterOrEqual: return day >= days.first
    }
  }
}
