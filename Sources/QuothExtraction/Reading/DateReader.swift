//! Dates as texts print them.

internal import QuothBasics

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
  static func recordedDay(in text: String) -> CalendarDay? {
    if let day = day(in: text) { return day }
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
    return parts[1] > 12 ? CalendarDay(year: parts[2], month: parts[0], day: parts[1]) : nil
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
