//! Conditions on one row, as plain data.

public import QuothBasics

/// A condition on one row of an operation's input.
public indirect enum Condition<Operand: PlanOperand>: Hashable, Sendable {
  case and([Condition])
  case or([Condition])
  case not(Condition)
  /// The number of an operand against a constant.
  case number(Operand, Comparison, Double)
  /// The day of an operand against a day, month or year: `=` is within it, `<` before its first day, and so on.
  case date(Operand, Comparison, DayRange)
  /// An operand of names holds one of these keys (`Vocabulary`).
  case names(Operand, anyOf: [String])
  /// The folded text of an operand against a folded constant; for choices and file names too.
  case text(Operand, Comparison, folded: String)
  /// The words of an operand hold the pattern.
  case contains(Operand, TextPattern)
  /// The text of an operand matches a regular expression (PCRE2 syntax), anywhere, as printed, case folded.
  case matches(Operand, regex: String)
  /// The operand is missing or has no values. Never unknown.
  case isMissing(Operand)
  /// A yes/no operand is yes.
  case isTrue(Operand)
}

/// A condition on the fields of a row.
public typealias Predicate = Condition<Field>

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
