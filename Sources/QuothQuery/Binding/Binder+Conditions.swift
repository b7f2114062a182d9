//! Binding of conditions: each field by its type.

internal import QuothBasics

extension Binder {
  mutating func bind<Operand>(
    _ condition: ConditionSyntax, _ lookup: OperandLookup<Operand>
  ) -> Condition<Operand>? {
    switch condition {
    case .or(let node): return junction(node, lookup, Condition.or)
    case .and(let node): return junction(node, lookup, Condition.and)
    case .not(let node): return bind(node.operand, lookup).map(Condition.not)
    case .comparison(let node): return bindComparison(node, lookup)
    case .membership(let node): return bindMembership(node, lookup)
    case .between(let node): return bindBetween(node, lookup)
    case .contains(let node): return bindContains(node, lookup)
    case .matches(let node): return bindMatches(node, lookup)
    case .missing(let node):
      guard let found = lookup(&self, node.field) else { return nil }
      let missing = Condition.isMissing(found.operand)
      return node.presence == .missing ? missing : .not(missing)
    case .yesNo(let node): return bindYesNo(node, lookup)
    }
  }

  private mutating func junction<Operand>(
    _ node: JunctionSyntax, _ lookup: OperandLookup<Operand>,
    _ make: ([Condition<Operand>]) -> Condition<Operand>
  ) -> Condition<Operand>? {
    let operands = node.operands.map { bind($0, lookup) }
    let bound = operands.compactMap(\.self)
    return bound.count == operands.count ? make(bound) : nil
  }

  private mutating func bindYesNo<Operand>(
    _ node: YesNoSyntax, _ lookup: OperandLookup<Operand>
  ) -> Condition<Operand>? {
    if let meant = comparison(meantBy: node.field) {
      report(
        .unknownField(node.field.name.text, collection), at: node.range,
        suggestions: [Suggestion(meant, replacement: meant, range: node.range)])
      return nil
    }
    guard let found = lookup(&self, node.field) else { return nil }
    guard found.type == .yesNo else {
      report(.notYesNo(found.name, found.type), at: node.range)
      return nil
    }
    return .isTrue(found.operand)
  }

  /// `where sanctions`: a known name where a field should stand.
  private func comparison(meantBy column: ColumnSyntax) -> String? {
    let word = column.name.text
    guard query.shape.isRows, column.argument == nil, FieldCatalog.field(named: word, in: collection) == nil
    else {
      return nil
    }
    let fields: [(Field, NameKind)] = [
      (.topics, .topic), (.speakers, .speaker), (.outlet, .outlet), (.people, .person), (.name, .person),
    ]
    for (field, kind) in fields {
      guard case .name(let known)? = FieldCatalog.type(of: field, in: collection), known == kind,
        !vocabulary.entries(of: kind, named: word).isEmpty
      else { continue }
      return "\(field.rawValue) = \(word)"
    }
    return nil
  }

  private mutating func bindComparison<Operand>(
    _ node: ComparisonSyntax, _ lookup: OperandLookup<Operand>
  ) -> Condition<Operand>? {
    guard let found = lookup(&self, node.field) else { return nil }
    guard allows(node.comparison, found) else {
      report(
        .wrongOperator(found.name, found.type, operation: node.comparison.rawValue),
        at: node.comparisonRange)
      return nil
    }
    return compare(found, node.comparison, node.value)
  }

  /// Only numbers, days and single texts have an order.
  private func allows<Operand>(_ comparison: Comparison, _ found: BoundOperand<Operand>) -> Bool {
    switch comparison {
    case .equal, .notEqual: return true
    case .less, .lessOrEqual, .greater, .greaterOrEqual: break
    }
    return switch found.type {
    case .integer, .decimal, .date: true
    case .text: !found.isList
    case .name, .choice, .yesNo: false
    }
  }

  private mutating func compare<Operand>(
    _ found: BoundOperand<Operand>, _ comparison: Comparison, _ written: ValueSyntax
  ) -> Condition<Operand>? {
    guard let value = resolved(written) else { return nil }
    let field = found.operand
    switch found.type {
    case .name(let kind):
      guard let keys = keys(of: value, kinds: [kind]) else { return nil }
      return negated(.names(field, anyOf: keys), when: comparison)
    case .choice(let choices):
      guard let choice = choice(value, found.name, choices) else { return nil }
      return .text(field, comparison, folded: TextFolding.fold(choice))
    case .text:
      guard let text = single(value) else { return nil }
      return .text(field, comparison, folded: TextFolding.fold(text))
    case .integer, .decimal:
      guard let text = single(value) else { return nil }
      guard let number = Binder.number(text) else { return wrongType(found, value) }
      return .number(field, comparison, number)
    case .date:
      guard let range = date(value) else { return nil }
      return .date(field, comparison, range)
    case .yesNo:
      guard let text = single(value)?.lowercased() else { return nil }
      switch text {
      case "yes", "true": return negated(.isTrue(field), when: comparison)
      case "no", "false": return negated(.isTrue(field), when: comparison == .equal ? .notEqual : .equal)
      default: return wrongType(found, value)
      }
    }
  }

  /// A number in decimal digits: 12, -3, 0.75.
  private static func number(_ text: String) -> Double? {
    let isPlain = text.utf8.allSatisfy { byte in
      (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || byte == UInt8(ascii: "-")
        || byte == UInt8(ascii: ".")
    }
    return isPlain ? Double(text) : nil
  }

  private func negated<Operand>(
    _ condition: Condition<Operand>, when comparison: Comparison
  ) -> Condition<Operand> {
    comparison == .notEqual ? .not(condition) : condition
  }

  private mutating func wrongType<Operand>(
    _ found: BoundOperand<Operand>, _ value: ValueSyntax
  ) -> Condition<Operand>? {
    report(.wrongType(found.name, found.type, found: value.text), at: value.range)
    return nil
  }

  private mutating func bindMembership<Operand>(
    _ node: MembershipSyntax, _ lookup: OperandLookup<Operand>
  ) -> Condition<Operand>? {
    guard let found = lookup(&self, node.field) else { return nil }
    nameJoint = ","
    let bound = node.values.map { compare(found, .equal, $0) }
    nameJoint = nil
    let parts = bound.compactMap(\.self)
    guard parts.count == bound.count else { return nil }
    return Binder.any(of: parts)
  }

  private mutating func bindBetween<Operand>(
    _ node: BetweenSyntax, _ lookup: OperandLookup<Operand>
  ) -> Condition<Operand>? {
    guard let found = lookup(&self, node.field) else { return nil }
    guard allows(.less, found) else {
      report(.wrongOperator(found.name, found.type, operation: "between"), at: node.range)
      return nil
    }
    let low = compare(found, .greaterOrEqual, node.low)
    let high = compare(found, .lessOrEqual, node.high)
    guard let low, let high else { return nil }
    if isEmpty(from: low, to: high) {
      report(.emptyRange(low: node.low.text, high: node.high.text), at: node.range)
    }
    return .and([low, high])
  }

  private func isEmpty<Operand>(from low: Condition<Operand>, to high: Condition<Operand>) -> Bool {
    switch (low, high) {
    case (.date(_, _, let low), .date(_, _, let high)): high.last < low.first
    case (.number(_, _, let low), .number(_, _, let high)): high < low
    default: false
    }
  }

  /// A field whose words or letters can be searched.
  private mutating func textual<Operand>(
    _ column: ColumnSyntax, operation: String, _ lookup: OperandLookup<Operand>
  ) -> Operand? {
    guard let found = lookup(&self, column) else { return nil }
    switch found.type {
    case .text, .name, .choice: return found.operand
    case .integer, .decimal, .date, .yesNo:
      report(.wrongOperator(found.name, found.type, operation: operation), at: column.range)
      return nil
    }
  }

  private mutating func bindContains<Operand>(
    _ node: ContainsSyntax, _ lookup: OperandLookup<Operand>
  ) -> Condition<Operand>? {
    guard let operand = textual(node.field, operation: "contains", lookup) else { return nil }
    guard let written = resolved(node.pattern), let text = single(written),
      let pattern = pattern(text, at: node.pattern.range)
    else {
      return nil
    }
    return .contains(operand, pattern)
  }

  private mutating func bindMatches<Operand>(
    _ node: MatchesSyntax, _ lookup: OperandLookup<Operand>
  ) -> Condition<Operand>? {
    let operand = textual(node.field, operation: "~", lookup)
    if let problem = context.checkRegex(node.regex) {
      report(.badRegex(reason: problem.reason), at: problem.range(in: node.regexRange))
      return nil
    }
    return operand.map { .matches($0, regex: node.regex) }
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
    _ value: ValueSyntax, _ name: String, _ choices: [String]
  ) -> String? {
    guard let text = single(value) else { return nil }
    let folded = TextFolding.fold(text)
    if let known = choices.first(where: { TextFolding.fold($0) == folded }) { return known }
    let near = Speller.nearest(to: text, among: choices)
    report(
      .unknownChoice(text, name, choices: choices), at: value.range,
      suggestions: near.map { Suggestion($0, replacement: $0, range: value.range) })
    return nil
  }

  private mutating func date(_ value: ValueSyntax) -> DayRange? {
    if let iso = WrittenDate.iso(value.text) {
      report(
        .badDate(value.text), at: value.range,
        suggestions: [Suggestion(iso, replacement: iso, range: value.range)])
      return nil
    }
    guard let text = single(value) else { return nil }
    if let range = DateParser.parse(text) { return range }
    report(.badDate(text), at: value.words[0].range)
    return nil
  }

  /// A value with its `$name` replaced by what the name stands for, or nil with a diagnostic.
  mutating func resolved(_ value: ValueSyntax) -> ValueSyntax? {
    guard value.form == .variable else { return value }
    switch context.bindings[value.text] {
    case .text(let text):
      return ValueSyntax(
        words: [WordSyntax(text: text, range: value.range)], form: .quoted, range: value.range)
    case .rows(let rows):
      report(
        .notText(value.text, rows.shape.isRows ? rows.shape.collection(or: rows.source) : nil),
        at: value.range)
    case nil: reportUnknownVariable(value.text, at: value.range)
    }
    return nil
  }

  /// The text of a value that can be one word or one quoted text; further words do not belong to it.
  private mutating func single(_ value: ValueSyntax) -> String? {
    guard value.words.count > 1 else { return value.text }
    reportLeftover(value, after: 1, name: value.words[0].text, canJoin: true)
    return nil
  }
}
