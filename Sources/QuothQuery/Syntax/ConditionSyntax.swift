//! The syntax of conditions. Brackets leave no node: the tree holds what they say.

/// A condition on one row.
public indirect enum ConditionSyntax: Hashable, Sendable {
  case or(JunctionSyntax)
  case and(JunctionSyntax)
  case not(NotSyntax)
  case comparison(ComparisonSyntax)
  case membership(MembershipSyntax)
  case between(BetweenSyntax)
  case contains(ContainsSyntax)
  case matches(MatchesSyntax)
  case missing(MissingSyntax)
  case yesNo(YesNoSyntax)

  public var range: SourceRange {
    switch self {
    case .or(let node), .and(let node): node.range
    case .not(let node): node.range
    case .comparison(let node): node.range
    case .membership(let node): node.range
    case .between(let node): node.range
    case .contains(let node): node.range
    case .matches(let node): node.range
    case .missing(let node): node.range
    case .yesNo(let node): node.range
    }
  }
}

extension ConditionSyntax {
  /// The conditions that all have to hold.
  var conjuncts: [ConditionSyntax] {
    if case .and(let node) = self { node.operands.flatMap(\.conjuncts) } else { [self] }
  }
}

/// Conditions joined by `and` or by `or`.
public struct JunctionSyntax: Hashable, Sendable {
  public let operands: [ConditionSyntax]
  @Position public internal(set) var range: SourceRange
}

/// `not` and a condition.
public struct NotSyntax: Hashable, Sendable {
  public let operand: ConditionSyntax
  @Position public internal(set) var range: SourceRange
}

/// A field compared with a value.
public struct ComparisonSyntax: Hashable, Sendable {
  public let field: ColumnSyntax
  public let comparison: Comparison
  public let value: ValueSyntax
  @Position public internal(set) var comparisonRange: SourceRange
  @Position public internal(set) var range: SourceRange
}

/// `field in (a, b)`.
public struct MembershipSyntax: Hashable, Sendable {
  public let field: ColumnSyntax
  public let values: [ValueSyntax]
  @Position public internal(set) var range: SourceRange
}

/// `field between a and b`, both included.
public struct BetweenSyntax: Hashable, Sendable {
  public let field: ColumnSyntax
  public let low: ValueSyntax
  public let high: ValueSyntax
  @Position public internal(set) var range: SourceRange
}

/// `field contains "pattern"`.
public struct ContainsSyntax: Hashable, Sendable {
  public let field: ColumnSyntax
  public let pattern: ValueSyntax
  @Position public internal(set) var range: SourceRange
}

/// `field ~ /regex/`.
public struct MatchesSyntax: Hashable, Sendable {
  public let field: ColumnSyntax
  public let regex: String
  @Position public internal(set) var regexRange: SourceRange
  @Position public internal(set) var range: SourceRange
}

/// Whether a field is asked to be missing or to be there.
public enum Presence: Hashable, Sendable {
  case missing, present
}

/// `field is missing`, `field is not missing`.
public struct MissingSyntax: Hashable, Sendable {
  public let field: ColumnSyntax
  public let presence: Presence
  @Position public internal(set) var range: SourceRange
}

/// A yes/no field on its own.
public struct YesNoSyntax: Hashable, Sendable {
  public let field: ColumnSyntax
  @Position public internal(set) var range: SourceRange
}
