//! Dates as people write them, put as the language wants them.

/// Dates with the name of a month: `December 2023`, `4 December 2023`, `Dec 4, 2023`.
enum WrittenDate {
  /// The date as `2023-12` or `2023-12-04`; nil for anything else, and where day and month could be mixed up.
  static func iso(_ text: String) -> String? {
    let parts = text.split { $0 == " " || $0 == "," || $0 == "." }.map(String.init)
    guard (2...3).contains(parts.count) else { return nil }
    var (year, month, day): (Int?, Int?, Int?)
    for part in parts {
      if let known = Self.month(part), month == nil {
        month = known
      } else if let number = number(part), number >= 1000, year == nil {
        year = number
      } else if let number = number(part), (1...31).contains(number), day == nil {
        day = number
      } else {
        return nil
      }
    }
    guard let year, let month else { return nil }
    let iso = "\(year)-\(twoDigits(month))" + (day.map { "-\(twoDigits($0))" } ?? "")
    return DateParser.parse(iso) == nil ? nil : iso
  }

  private static func number(_ part: String) -> Int? {
    for ending in ["st", "nd", "rd", "th"] where part.hasSuffix(ending) { return Int(part.dropLast(2)) }
    return Int(part)
  }

  private static func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

  private static func month(_ word: String) -> Int? {
    let lowered = word.lowercased()
    guard lowered.utf8.count >= 3 else { return nil }
    return months.firstIndex { $0.hasPrefix(lowered) }.map { $0 + 1 }
  }

  private static let months = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
    "november", "december",
  ]
}
