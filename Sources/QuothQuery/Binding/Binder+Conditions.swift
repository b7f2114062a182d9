//! Binding of conditions: each field by its type.

internal import QuothBasics

extension Binder {
  mutating func bind(_ condition: ConditionSyntax) -> Predicate? {
    switch condition {
    case .or(let node): return junction(node, Predicate.or)
    case .and(let node): return junction(node, Predicate.and)
    case .not(let node): return bind(node.operand).map(Predicate.not)
    case .comparison(let node): return bindComparison(node)
    case .membership(let node): return bindMembership(node)
    case .between(let node): return bindBetween(node)
    case .contains(let node): return bindContains(node)
    case .matches(let node): return bindMatches(node)
    case .missing(let node):
      guard let definition = field(node.field) else { return nil }
      let missing = Predicate.isMissing(definition.field)
      return node.presence == .missing ? missing : .not(missing)
    case .yesNo(let node): return bindYesNo(node)
    }
  }

  private mutating func junction(_ node: JunctionSyntax, _ make: ([Predicate]) -> Predicate) -> Predicate? {
    let operands = node.operands.map { bind($0) }
    let bound = operands.compactMap(\.self)
    return bound.count == operands.count ? make(bound) : nil
  }

  private mutating func bindYesNo(_ node: YesNoSyntax) -> Predicate? {
    guard let definition = field(node.field) else { return nil }
    guard definition.type == .yesNo else {
      report(.notYesNo(definition.field, definition.type), at: node.range)
      return nil
    }
    return .isTrue(definition.field)
  }

  private mutating func bindComparison(_ node: ComparisonSyntax) -> Predicate? {
    guard let definition = field(node.field) else { return nil }
    guard allows(node.comparison, definition) else {
      report(
        .wrongOperator(definition.field, definition.type, operation: node.comparison.rawValue),
        at: node.comparisonRange)
      return nil
    }
    return compare(definition, node.comparison, node.value)
  }

  /// Only numbers, days and single texts have an order.
  private func allows(_ comparison: Comparison, _ definition: FieldDefinition) -> Bool {
    switch comparison {
    case .equal, .notEqual: return true
    case .less, .lessOrEqual, .greater, .greaterOrEqual: break
    }
    return switch definition.type {
    case .integer, .decimal, .date: true
    case .text: !definition.isList
    case .name, .choice, .yesNo: false
    }
  }

  private mutating func compare(
    _ definition: FieldDefinition, _ comparison: Comparison, _ value: ValueSyntax
  ) -> Predicate? {
    let field = definition.field
    switch definition.type {
    case .name(let kind):
      guard let keys = keys(of: value, kinds: [kind]) else { return nil }
      return negated(.names(field, anyOf: keys), when: comparison)
    case .choice(let choices):
      guard let choice = choice(value, definition, choices) else { return nil }
      return .text(field, comparison, folded: TextFolding.fold(choice))
    case .text:
      guard let text = single(value) else { return nil }
      return .text(field, comparison, folded: TextFolding.fold(text))
    case .integer, .decimal:
      guard let text = single(value) else { return nil }
      guard let number = Double(text), number.isFinite else { return wrongType(definition, value) }
      return .number(field, comparison, number)
    case .date:
      guard let range = date(value) else { return nil }
      return .date(field, comparison, range)
    case .yesNo:
      guard let text = single(value)?.lowercased() else { return nil }
      switch text {
      case "yes", "true": return negated(.isTrue(field), when: comparison)
      case "no", "false": return negated(.isTrue(field), when: comparison == .equal ? .notEqual : .equal)
      default: return wrongType(definition, value)
      }
    }
  }

  private func negated(_ predicate: Predicate, when comparison: Comparison) -> Predicate {
    comparison == .notEqual ? .not(predicate) : predicate
  }

  private mutating func wrongType(_ definition: FieldDefinition, _ value: ValueSyntax) -> Predicate? {
    report(.wrongType(definition.field, definition.type, found: value.text), at: value.range)
    return nil
  }

  private mutating func bindMembership(_ node: MembershipSyntax) -> Predicate? {
    guard let definition = field(node.field) else { return nil }
    let bound = node.values.map { compare(definition, .equal, $0) }
    let parts = bound.compactMap(\.self)
    guard parts.count == bound.count else { return nil }
    return Binder.any(of: parts)
  }

  private mutating func bindBetween(_ node: BetweenSyntax) -> Predicate? {
    guard let definition = field(node.field) else { return nil }
    guard allows(.less, definition) else {
      report(.wrongOperator(definition.field, definition.type, operation: "between"), at: node.range)
      return nil
    }
    let low = compare(definition, .greaterOrEqual, node.low)
    let high = compare(definition, .lessOrEqual, node.high)
    guard let low, let high else { return nil }
    if isEmpty(from: low, to: high) {
      report(.emptyRange(low: node.low.text, high: node.high.text), at: node.range)
    }
    return .and([low, high])
  }

  private func isEmpty(from low: Predicate, to high: Predicate) -> Bool {
    switch (low, high) {
    case (.date(_, _, let low), .date(_, _, let high)): high.last < low.first
    case (.number(_, _, let low), .number(_, _, let high)): high < low
    default: false
    }
  }

  /// A field whose words or letters can be searched.
  private mutating func textual(_ word: WordSyntax, operation: String) -> FieldDefinition? {
    guard let definition = field(word) else { return nil }
    switch definition.type {
    case .text, .name, .choice: return definition
    case .integer, .decimal, .date, .yesNo:
      report(.wrongOperator(definition.field, definition.type, operation: operation), at: word.range)
      return nil
    }
  }

  private mutating func bindContains(_ node: ContainsSyntax) -> Predicate? {
    guard let definition = textual(node.field, operation: "contains") else { return nil }
    guard let text = single(node.pattern), let pattern = pattern(text, at: node.pattern.range) else {
      return nil
    }
    return .contains(definition.field, pattern)
  }

  private mutating func bindMatches(_ node: MatchesSyntax) -> Predicate? {
    let definition = textual(node.field, operation: "~")
    if let problem = checkRegex(node.regex) {
      report(.badRegex(reason: problem.reason), at: problem.range(in: node.regexRange))
      return nil
    }
    return definition.map { .matches($0.field, regex: node.regex) }
  }

  mutating func pattern(_ text: String, at range: SourceRange) -> TextPattern? {
    switch PatternParser.parse(text) {
    case .success(let pattern): return pattern
    case .failure(let fault):
      report(.badPattern(text, fault), at: range)
      return nil
    }
  }

  private mutating func choice(
    _ value: ValueSyntax, _ definition: FieldDefinition, _ choices: [String]
  ) -> String? {
    guard let text = single(value) else { return nil }
    let folded = TextFolding.fold(text)
    if let known = choices.first(where: { TextFolding.fold($0) == folded }) { return known }
    let near = Speller.nearest(to: text, among: choices)
    report(
      .unknownChoice(text, definition.field, choices: choices), at: value.range,
      suggestions: near.map { Suggestion($0, replacement: $0, range: value.range) })
    return nil
  }

  private mutating func date(_ value: ValueSyntax) -> DayRange? {
    guard let text = single(value) else { return nil }
    if let range = DateParser.parse(text) { return range }
    report(.badDate(text), at: value.words[0].range)
    return nil
  }

  /// The text of a value that can be one word or one quoted text; further words do not belong to it.
  private mutating func single(_ value: ValueSyntax) -> String? {
    guard value.words.count > 1 else { return value.text }
    reportLeftover(value, after: 1, name: value.words[0].text, canJoin: true)
    return nil
  }
}
