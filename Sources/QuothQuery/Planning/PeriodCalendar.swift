//! Periods of the calendar: where they begin and end, and what they are called.

public import QuothBasics

extension Period {
  /// The name of the period that a day falls in; names sort as time does: `2023`, `2023-Q4`, `2023-12`, `2023-W49`,
  /// `2023-12-04`. Weeks are those of ISO 8601: they start on Monday and belong to the year of their Thursday.
  public func name(of day: CalendarDay) -> String {
    let (_, month, _) = day.components
    switch self {
    case .day: return day.description
    case .month: return String(day.description.dropLast(3))
    case .year: return String(day.description.dropLast(6))
    case .quarter: return "\(day.description.dropLast(6))-Q\((month + 2) / 3)"
    case .week:
      let thursday = CalendarDay(dayNumber: start(of: day.dayNumber) + 3)
      let first = Self.first(thursday.components.year, 1)
      let week = (thursday.dayNumber - first) / 7 + 1
      return "\(thursday.description.dropLast(6))-W\(week < 10 ? "0" : "")\(week)"
    }
  }

  /// The first day of the period that a day falls in.
  public func start(of day: Int32) -> Int32 {
    let (year, month, _) = CalendarDay(dayNumber: day).components
    switch self {
    case .day: return day
    // Day 0, 1970-01-01, was a Thursday.
    case .week: return day - Int32(((Int(day) + 3) % 7 + 7) % 7)
    case .month: return Self.first(year, month)
    case .quarter: return Self.first(year, (month - 1) / 3 * 3 + 1)
    case .year: return Self.first(year, 1)
    }
  }

  /// The first day of the period after the one that starts with a day.
  public func next(after start: Int32) -> Int32 {
    let (year, month, _) = CalendarDay(dayNumber: start).components
    switch self {
    case .day: return start + 1
    case .week: return start + 7
    case .month: return month == 12 ? Self.first(year + 1, 1) : Self.first(year, month + 1)
    case .quarter: return month >= 10 ? Self.first(year + 1, 1) : Self.first(year, month + 3)
    case .year: return Self.first(year + 1, 1)
    }
  }

  /// The days of the period that a name means; nil where it means none.
  public func days(named name: String) -> DayRange? {
    switch self {
    case .day, .month, .year: return DateParser.parse(name)
    case .quarter, .week:
      let parts = name.split(separator: "-")
      guard parts.count == 2, let year = Int(parts[0]), let number = Int(parts[1].dropFirst()) else {
        return nil
      }
      // The fourth of January is always in the first week.
      let day =
        self == .week ? Self.first(year, 1) + 3 + Int32(7 * (number - 1)) : Self.first(year, 3 * number - 2)
      let first = start(of: day)
      return DayRange(
        first: CalendarDay(dayNumber: first), last: CalendarDay(dayNumber: next(after: first) - 1))
    }
  }

  /// The place of a day's period in the row of all periods: neighbours differ by 1.
  public func ordinal(of day: CalendarDay) -> Int {
    let (year, month, _) = day.components
    return switch self {
    case .day: Int(day.dayNumber)
    // Day 0 was a Thursday, so that day -3 began week 0.
    case .week: Int(start(of: day.dayNumber) + 3) / 7
    case .month: year * 12 + month - 1
    case .quarter: year * 4 + (month - 1) / 3
    case .year: year
    }
  }

  /// The first day of the period at a place in the row of all periods.
  public func start(ofOrdinal ordinal: Int) -> CalendarDay {
    let day: Int32 =
      switch self {
      case .day: Int32(clamping: ordinal)
      case .week: Int32(clamping: ordinal * 7 - 3)
      case .month: Self.first(ordinal / 12, ordinal % 12 + 1)
      case .quarter: Self.first(ordinal / 4, ordinal % 4 * 3 + 1)
      case .year: Self.first(ordinal, 1)
      }
    return CalendarDay(dayNumber: day)
  }

  private static func first(_ year: Int, _ month: Int) -> Int32 {
    CalendarDay(year: year, month: month, day: 1)?.dayNumber ?? Int32.max
  }
}
