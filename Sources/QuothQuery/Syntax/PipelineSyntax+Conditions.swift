//! Finds conditions in a pipeline, so that what goes wrong with one while it runs can be shown in its place.

extension PipelineSyntax {
  /// The regular expressions of the pipeline, in the order of the text.
  public var regexes: [MatchesSyntax] {
    conditions.compactMap { if case .matches(let node) = $0 { node } else { nil } }
  }

  /// Where the pipeline asks for a pattern of words; nil where it does so by a variable or a name.
  public func range(of pattern: TextPattern) -> SourceRange? {
    for case .contains(let node) in conditions where node.pattern.form != .variable {
      if case .success(pattern) = PatternParser.parse(node.pattern.text) { return node.pattern.range }
    }
    return nil
  }

  fileprivate var conditions: [ConditionSyntax] { source.conditions + stages.flatMap(\.conditions) }
}

extension SourceSyntax {
  fileprivate var conditions: [ConditionSyntax] {
    switch self {
    case .selection(let selection): selection.clauses.flatMap(\.conditions)
    case .bracketed(let inner): inner.conditions
    case .combined(let node): node.left.conditions + node.right.conditions
    }
  }
}

extension ClauseSyntax {
  fileprivate var conditions: [ConditionSyntax] {
    if case .where(let node) = self { node.condition.leaves } else { [] }
  }
}

extension ConditionSyntax {
  /// The conditions on one field that it is made of.
  fileprivate var leaves: [ConditionSyntax] {
    switch self {
    case .or(let node), .and(let node): node.operands.flatMap(\.leaves)
    case .not(let node): node.operand.leaves
    case .matches, .comparison, .membership, .between, .contains, .missing, .yesNo: [self]
    }
  }
}
