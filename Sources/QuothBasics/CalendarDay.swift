//! A day of the proleptic Gregorian calendar, without zone, and ranges of days.

/// One calendar day, counted from 1970-01-01 (day 0). Carries no time and no zone.
public struct CalendarDay: Hashable, Comparable, Sendable {
  /// Days since 1970-01-01; negative before.
  public let dayNumber: Int32

  public init(dayNumber: Int32) { self.dayNumber = dayNumber }

  /// The day with these numbers, or nil when the calendar has no such day. Years 1 to 9999.
  public init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
      day <= CalendarDay.daysInMonth(year: year, month: month)
    else { return nil }
    self.init(dayNumber: CalendarDay.dayNumber(year: year, month: month, day: day))
  }

  /// The UTC day in which a Unix time (seconds since 1970) falls.
  public init(unixSeconds: Int64) {
    let days = unixSeconds >= 0 ? unixSeconds / 86_400 : (unixSeconds - 86_399) / 86_400
    self.init(dayNumber: Int32(clamping: days))
  }

  public static func < (left: CalendarDay, right: CalendarDay) -> Bool {
    left.dayNumber < right.dayNumber
  }

  /// Year, month (1–12) and day of month (1–31).
  public var components: (year: Int, month: Int, day: Int) {
    // Hinnant, "chrono-Compatible Low-Level Date Algorithms", civil_from_days.
    let shifted = Int(dayNumber) + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    return (year, month, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
  }

  /// Days in a month of the Gregorian calendar.
  public static func daysInMonth(year: Int, month: Int) -> Int {
    switch month {
    case 2: (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  private static func dayNumber(year: Int, month: Int, day: Int) -> Int32 {
    // Hinnant, days_from_civil.
    let shiftedYear = month <= 2 ? year - 1 : year
    let era = (shiftedYear >= 0 ? shiftedYear : shiftedYear - 399) / 400
    let yearOfEra = shiftedYear - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return Int32(era * 146_097 + dayOfEra - 719_468)
  }
}

extension CalendarDay: CustomStringConvertible {
  /// ISO 8601, as in `2023-12-04`.
  public var description: String {
    let (year, month, day) = components
    func padded(_ number: Int, _ width: Int) -> String {
      let digits = String(number)
      return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
    return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
  }
}

/// All the days from `first` to `last`, both included: what a date of partial precision means.
public struct DayRange: Hashable, Sendable {
  /// The first day, included.
  public let first: CalendarDay
  /// The last day, included; not before `first`.
  public let last: CalendarDay

  public init(first: CalendarDay, last: CalendarDay) {
    self.first = first
    self.last = last
  }

  /// A whole year, a whole month, or one day; nil when the calendar has no such day.
  public init?(year: Int, month: Int? = nil, day: Int? = nil) {
    let lastMonth = month ?? 12
    guard (1...12).contains(lastMonth) else { return nil }
    let lastDay = day ?? CalendarDay.daysInMonth(year: year, month: lastMonth)
    guard let first = CalendarDay(year: year, month: month ?? 1, day: day ?? 1),
      let last = CalendarDay(year: year, month: lastMonth, day: lastDay)
    else { return nil }
    self.init(first: first, last: last)
  }

  /// Whether a day is one of them.
  public func contains(_ day: CalendarDay) -> Bool { first <= day && day <= last }
}
