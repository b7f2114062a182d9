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

extension PipelineSyntax {
  /// The regular expressions of the pipeline, in the order of the text.
  public var regexes: [MatchesSyntax] { source.regexes + stages.flatMap(\.regexes) }
}

extension SourceSyntax {
  fileprivate var regexes: [MatchesSyntax] {
    switch self {
    case .selection(let selection): selection.clauses.flatMap(\.regexes)
    case .bracketed(let inner): inner.regexes
    case .combined(let node): node.left.regexes + node.right.regexes
    }
  }
}

extension ClauseSyntax {
  fileprivate var regexes: [MatchesSyntax] {
    if case .where(let node) = self { node.condition.regexes } else { [] }
  }
}

extension ConditionSyntax {
  fileprivate var regexes: [MatchesSyntax] {
    switch self {
    case .or(let node), .and(let node): node.operands.flatMap(\.regexes)
    case .not(let node): node.operand.regexes
    case .matches(let node): [node]
    case .comparison, .membership, .between, .contains, .missing, .yesNo: []
    }
  }
}
