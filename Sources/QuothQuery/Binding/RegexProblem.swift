//! What binding asks about regular expressions, which whoever runs them answers.

/// Why a regular expression does not compile.
public struct RegexProblem: Hashable, Sendable {
  /// The library's reason, such as "missing closing parenthesis".
  public let reason: String
  /// Where, in UTF-8 bytes of the expression.
  public let offset: Int

  public init(reason: String, offset: Int) {
    self.reason = reason
    self.offset = offset
  }

  /// The character at the offset, in an expression at a range; the mark that closes it, where it ends too early.
  func range(in expression: SourceRange) -> SourceRange {
    let start = min(expression.start + max(0, offset), expression.end)
    return SourceRange(start, start + 1)
  }
}

/// What is wrong with an expression; nil when it can be run.
public typealias RegexChecker = @Sendable (String) -> RegexProblem?
