//! What is to be done, as plain data that any engine can run.
//!
//! Meaning, the same for every engine:
//! - Logic has three values, as in SQL: a comparison with a missing single value is unknown, and a filter keeps
//!   what is true. So filter(p), filter(not p) and the rows left undecided make up all rows.
//! - A comparison with a field of several values is true if it is for any of them; `!=` if `=` is for none.
//!   A list without values decides: nothing in it is equal.
//! - Missing sorts last, upwards and downwards. Every order ends with the corpus order, so it is total.
//! - Text compares by the bytes of its folded form; days are days, without zone.
//! - A limit follows the order.

public import QuothBasics

/// A query as a tree of operations, each with one input.
public indirect enum LogicalPlan: Hashable, Sendable {
  /// All rows of a collection; for quotes and statements, with or without those that repeat another.
  case scan(QueryCollection, repeats: RepeatPolicy)
  case filter(LogicalPlan, Predicate)
  /// One row per combination of keys. A row with several values of a key counts under each.
  case group(LogicalPlan, by: [GroupKey], aggregates: [Aggregate])
  case sort(LogicalPlan, [SortKey])
  case limit(LogicalPlan, Int)
  /// The columns to show, in order; the last operation of every plan.
  case project(LogicalPlan, [OutputColumn])
  /// One row with the number of rows.
  case count(LogicalPlan)
}

/// Whether pull quotes and captions that repeat a quotation are rows too.
public enum RepeatPolicy: String, Hashable, Sendable {
  case leaveOut, include
}

/// A condition on one row.
public indirect enum Predicate: Hashable, Sendable {
  case and([Predicate])
  case or([Predicate])
  case not(Predicate)
  /// The number of a field against a constant.
  case number(Field, Comparison, Double)
  /// The day of a field against a day, month or year: `=` is within it, `<` before its first day, and so on.
  case date(Field, Comparison, DayRange)
  /// A field of names holds one of these keys (`Vocabulary`).
  case names(Field, anyOf: [String])
  /// The folded text of a field against a folded constant; for choices and file names too.
  case text(Field, Comparison, folded: String)
  /// The words of a field hold the pattern.
  case contains(Field, TextPattern)
  /// The text of a field matches a regular expression (PCRE2 syntax), anywhere, as printed, case folded.
  case matches(Field, regex: String)
  /// The field is missing or has no values. Never unknown.
  case isMissing(Field)
  /// A yes/no field is yes.
  case isTrue(Field)
}

/// How a value is compared.
public enum Comparison: String, CaseIterable, Hashable, Sendable {
  case equal = "="
  case notEqual = "!="
  case less = "<"
  case lessOrEqual = "<="
  case greater = ">"
  case greaterOrEqual = ">="
}

/// A pattern over words, already folded.
public indirect enum TextPattern: Hashable, Sendable {
  /// Words in a row.
  case sequence([WordPattern])
  /// Both, with at most `distance` words between, in any order.
  case near(TextPattern, TextPattern, distance: Int)
}

/// A pattern over one word.
public enum WordPattern: Hashable, Sendable {
  /// Exactly one word, whatever it is: a lone `*`.
  case anyWord
  /// Folded letters, with `*` for any run of them and `?` for one.
  case glob(String)
}

/// What rows are grouped by.
public enum GroupKey: Hashable, Sendable {
  case field(Field)
  /// The period that the day of a field falls in.
  case period(Period, Field)
}

/// A span of the calendar.
public enum Period: String, CaseIterable, Hashable, Sendable {
  case day, week, month, quarter, year
}

/// A figure over the rows of a group.
public enum Aggregate: Hashable, Sendable {
  case count
  case countDistinct(Field)
  case min(Field)
  case max(Field)
  case sum(Field)
  case mean(Field)
  case median(Field)
  /// The group's share of all rows, 0 to 1.
  case share
}

/// What rows are sorted by.
public struct SortKey: Hashable, Sendable {
  public let column: OutputColumn
  public let descending: Bool

  public init(_ column: OutputColumn, descending: Bool) {
    self.column = column
    self.descending = descending
  }
}

/// A column of the answer.
public enum OutputColumn: Hashable, Sendable {
  case field(Field)
  case key(GroupKey)
  case aggregate(Aggregate)
}
