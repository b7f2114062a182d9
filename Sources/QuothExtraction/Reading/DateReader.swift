//! Dates as texts print them.

internal import QuothBasics

/// Which comes first in dates such as 02/03/2024.
public enum DateOrder: Sendable { case dayFirst, monthFirst }

/// Reads a date from words: `2023-12-04`, `December 4, 2023`, `4 Dec. 2023`, or a Unix time in seconds or
/// milliseconds.
enum DateReader {
  /// The day that the whole text gives, or nil. ISO times after a date are passed over.
  static func day(in text: some StringProtocol) -> CalendarDay? {
    let separators: [Character] = [" ", ",", "\t", "\u{A0}"]
    let parts = String(text).split(whereSeparator: separators.contains).map(String.init)
    guard let first = parts.first else { return nil }
    if let day = isoDay(first) { return day }
    if parts.count == 1 { return unixDay(first) }
    return writtenDay(parts)
  }

  /// The day that a field of a record gives: as in texts, or `20231204`, `20231204T101500Z`, `2023/12/04`, and
  /// `13/12/2023` or `12/13/2023` where only one of the two orders is possible.
  ///
  /// `2026-12` is the first of that month. `order` tells which of two small numbers is the day.
  static func recordedDay(in text: String, order: DateOrder? = nil) -> CalendarDay? {
    if let day = day(in: text) { return day }
    if let day = month(of: text) { return day }
    guard let first = text.split(whereSeparator: { $0 == " " || $0 == "T" || $0 == "," }).first else {
      return nil
    }
    if first.utf8.count == 8, let value = number(first) {
      return CalendarDay(year: value / 10_000, month: value / 100 % 100, day: value % 100)
    }
    // Unix times with a fraction: `1701648000.0`.
    if let dot = first.firstIndex(of: "."), let day = unixDay(first[..<dot]) { return day }
    let parts = first.split { $0 == "/" || $0 == "." || $0 == "-" }.compactMap { number($0) }
    guard parts.count == 3 else { return nil }
    if parts[0] > 31 { return CalendarDay(year: parts[0], month: parts[1], day: parts[2]) }
    guard parts[2] >= 1600 else { return nil }
    if parts[0] > 12 || parts[0] == parts[1] {
      return CalendarDay(year: parts[2], month: parts[1], day: parts[0])
    }
    if parts[1] > 12 || order == .monthFirst {
      return CalendarDay(year: parts[2], month: parts[0], day: parts[1])
    }
    return order == .dayFirst ? CalendarDay(year: parts[2], month: parts[1], day: parts[0]) : nil
  }

  /// `2026-12`, `2026/12`.
  private static func month(of text: String) -> CalendarDay? {
    let parts = text.split { $0 == "-" || $0 == "/" }
    guard text.count == 7, parts.count == 2, parts[0].count == 4, let year = number(parts[0]),
      let month = number(parts[1])
    else { return nil }
    return CalendarDay(year: year, month: month, day: 1)
  }

  /// Which order of day and month a date of three numbers proves, its year last; nil for any other, and where both fit.
  static func order(of text: String) -> DateOrder? {
    guard let (first, second) = dayAndMonth(text), first != second else { return nil }
    if first > 12, second <= 12 { return .dayFirst }
    return second > 12 && first <= 12 ? .monthFirst : nil
  }

  /// Whether day and month of a date cannot be told apart.
  static func isAmbiguous(_ text: String) -> Bool {
    guard let (first, second) = dayAndMonth(text) else { return false }
    return first <= 12 && second <= 12 && first != second
  }

  private static func dayAndMonth(_ text: String) -> (Int, Int)? {
    let head = text.split { $0 == " " || $0 == "T" || $0 == "," }.first ?? ""
    let parts = head.split { $0 == "/" || $0 == "." || $0 == "-" }.compactMap { number($0) }
    guard parts.count == 3, parts[2] >= 1600, (1...31).contains(parts[0]), (1...31).contains(parts[1]) else {
      return nil
    }
    return (parts[0], parts[1])
  }

  /// `2023-12-04`, with or without a time behind it.
  static func isoDay(_ text: some StringProtocol) -> CalendarDay? {
    let head = text.prefix(10)
    let parts = head.split(separator: "-", omittingEmptySubsequences: false)
    guard head.count == 10, parts.count == 3, parts[0].count == 4, parts[1].count == 2,
      let year = number(parts[0]), let month = number(parts[1]), let day = number(parts[2])
    else { return nil }
    if text.count > 10, let next = text.dropFirst(10).first, next != "T", next != " " { return nil }
    return CalendarDay(year: year, month: month, day: day)
  }

  /// Ten digits are seconds since 1970, thirteen milliseconds: 2001 to 2286.
  static func unixDay(_ text: some StringProtocol) -> CalendarDay? {
    guard text.count == 10 || text.count == 13, let value = number(text) else { return nil }
    let seconds = Int64(text.count == 13 ? value / 1000 : value)
    return seconds >= 1_000_000_000 ? CalendarDay(unixSeconds: seconds) : nil
  }

  private static func writtenDay(_ parts: [String]) -> CalendarDay? {
    for (index, part) in parts.enumerated() {
      guard let month = month(part) else { continue }
      let before = index > 0 ? number(ordinal(parts[index - 1])) : nil
      let after = index + 1 < parts.count ? number(ordinal(parts[index + 1])) : nil
      if let after, (1...31).contains(after), index + 2 < parts.count, let year = year(parts[index + 2]) {
        return CalendarDay(year: year, month: month, day: after)
      }
      if let before, (1...31).contains(before), index + 1 < parts.count, let year = year(parts[index + 1]) {
        return CalendarDay(year: year, month: month, day: before)
      }
    }
    return nil
  }

  private static func ordinal(_ text: String) -> Substring {
    for ending in ["st", "nd", "rd", "th"] where text.hasSuffix(ending) { return text.dropLast(2) }
    return text[...]
  }

  private static func year(_ text: String) -> Int? {
    guard text.count == 4, let year = number(text), year >= 1600 else { return nil }
    return year
  }

  /// Digits only: `Int` itself would take a sign.
  private static func number(_ text: some StringProtocol) -> Int? {
    text.utf8.allSatisfy { $0 >= 0x30 && $0 <= 0x39 } ? Int(text) : nil
  }

  private static func month(_ text: String) -> Int? {
    let word = text.hasSuffix(".") ? text.dropLast() : text[...]
    guard word.count >= 3, word.count <= 9 else { return nil }
    let lowered = word.lowercased()
    return months.firstIndex { $0 == lowered || ($0.hasPrefix(lowered) && lowered.count <= 4) }.map { $0 + 1 }
  }

  private static let months = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
    "november", "december",
  ]
}
