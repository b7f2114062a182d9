//! Conditions: and, or, not, and comparisons of fields.

extension Parser {
  // condition = conjunction { "or" conjunction }
  mutating func parseCondition() -> ConditionSyntax? {
    parseJunction(.or, operand: { $0.parseConjunction() }, node: ConditionSyntax.or)
  }

  // conjunction = negation { "and" negation }
  private mutating func parseConjunction() -> ConditionSyntax? {
    parseJunction(.and, operand: { $0.parseNegation() }, node: ConditionSyntax.and)
  }

  private mutating func parseJunction(
    _ keyword: Keyword, operand: (inout Parser) -> ConditionSyntax?, node: (JunctionSyntax) -> ConditionSyntax
  ) -> ConditionSyntax? {
    guard let first = operand(&self) else { return nil }
    var operands = [first]
    while let joint = junction(keyword) {
      let start = index
      if joint == .written {
        skipDoubled()
        advance()
      }
      if let next = operand(&self) { operands.append(next) } else { skipCondition() }
      if index == start || !hasRoom(after: operands.count) { break }
    }
    if operands.count == 1 { return first }
    let range = first.range.joined(to: operands[operands.count - 1].range)
    return node(JunctionSyntax(operands: operands, range: range))
  }

  /// How two conditions are joined.
  private enum Joint {
    case written, leftOut
  }

  /// Whether `and` or `or` stands here, also as a slip that nothing else explains; or a missing `and`.
  private mutating func junction(_ keyword: Keyword) -> Joint? {
    if at(keyword) { return .written }
    if slip(at: index) == keyword {
      let fix = Suggestion(keyword.rawValue, replacement: keyword.rawValue, range: current.range)
      report(.unknownWord(string(of: current), expected: expected), at: current.range, suggestions: [fix])
      return .written
    }
    if reportOtherJoint(keyword) { return .written }
    guard keyword == .and, current.keyword == nil, startsCondition(at: index) else { return nil }
    if Speller.keyword(near: string(of: current), among: Keyword.clauses) != nil { return nil }
    let fix = Suggestion(
      "and", replacement: "and ", range: SourceRange(current.range.start, current.range.start))
    report(.missingWord(.and, after: string(of: previous)), at: current.range, suggestions: [fix])
    return .leftOut
  }

  /// Skips what is left of a broken comparison.
  private mutating func skipCondition() {
    while !atStatementEnd, current.kind != .pipe, current.kind != .closeBracket {
      if let keyword = current.keyword, keyword.endsValue { return }
      advance()
    }
  }

  // negation = "not" negation | "(" condition ")" | comparison
  private mutating func parseNegation() -> ConditionSyntax? {
    skipNewlines()
    expect(.field(collection))
    if at(.not) || reportOtherNot() { return nested { $0.parseNot() } }
    expect(.openBracket)
    if current.kind == .openBracket { return nested { $0.parseBracketedCondition() } }
    return parseComparison()
  }

  private mutating func parseNot() -> ConditionSyntax? {
    let start = current.range
    advance()
    guard let operand = parseNegation() else { return nil }
    return .not(NotSyntax(operand: operand, range: start.joined(to: previous.range)))
  }

  private mutating func parseBracketedCondition() -> ConditionSyntax? {
    let opening = current.range
    openBracket()
    let condition = parseCondition()
    closeBracket(opening)
    return condition
  }

  // comparison = field …
  private mutating func parseComparison() -> ConditionSyntax? {
    guard current.isWord, current.keyword.map({ !$0.endsValue }) ?? true else {
      unexpected()
      return nil
    }
    guard let field = parseColumnName() else { return nil }
    expect(.comparison(field.name.text, collection))
    switch current.kind {
    case .comparison(.greater) where isDestination(after: field):
      return .yesNo(YesNoSyntax(field: field, range: field.range))
    case .comparison where startsClaim(at: index):
      return .yesNo(YesNoSyntax(field: field, range: field.range))
    case .comparison(let comparison): return parseValueComparison(field, comparison)
    case .badComparison(let meant):
      reportBadComparison(meant)
      return parseValueComparison(field, meant)
    case .tilde: return parseMatches(field)
    case .word: return parseWordComparison(field)
    case .string: return parseWithoutComparison(field)
    case .space, .comment, .newline, .regex, .variable, .comma, .semicolon, .pipe, .openBracket,
      .closeBracket,
      .question, .star, .stray, .end:
      if current.kind == .end { sealUnlessYesNo(field) }
      return .yesNo(YesNoSyntax(field: field, range: field.range))
    }
  }

  /// After a field that is no yes/no field only a comparison could stand.
  private mutating func sealUnlessYesNo(_ field: ColumnSyntax) {
    if let type = type(of: field) { isSealed = type != .yesNo }
  }

  private func type(of field: ColumnSyntax) -> ValueType? {
    guard let collection, field.argument == nil,
      let known = FieldCatalog.field(named: field.name.text, in: collection)
    else { return nil }
    return FieldCatalog.definition(of: known, in: collection)?.type
  }

  /// A yes/no field has no order: `>` after it leads to a file.
  private func isDestination(after field: ColumnSyntax) -> Bool {
    type(of: field) == .yesNo
  }

  private mutating func reportBadComparison(_ meant: Comparison) {
    let fix = Suggestion(meant.rawValue, replacement: meant.rawValue, range: current.range)
    report(.badComparison(string(of: current)), at: current.range, suggestions: [fix])
  }

  private mutating func parseWordComparison(_ field: ColumnSyntax) -> ConditionSyntax? {
    switch current.keyword {
    case .in: return peek().kind == .openBracket ? parseMembership(field) : yesNo(field)
    case .between: return parseBetween(field)
    case .contains: return parseContains(field)
    case .is: return parseMissing(field)
    case .not: return parseMisplacedNot(field)
    case .and, .or, .by, .to, .about, .with, .where, .group, .sort, .limit, .show, .union, .intersect,
      .except:
      return yesNo(field)
    case .repeats, .missing, .asc, .desc, .count, .let, .expect, .no, .it, .replace, .analyze, .sample, .seed,
      .read, .concordance, .frequencies, .ngrams, .collocates, .keywords, .dispersion, .timeline, .variants,
      .compare, .sources, .chart, .of, .window, .width, .at, .least, .left, .right, .against,
      .quote, .article, .from, .as, .new, .define, nil:
      if slip(at: index) != nil || isOnNewLine(after: field.range) { return yesNo(field) }
      return parseSlippedComparison(field)
    }
  }

  private func yesNo(_ field: ColumnSyntax) -> ConditionSyntax {
    .yesNo(YesNoSyntax(field: field, range: field.range))
  }

  /// `field not in (…)`: the language says `not field in (…)`.
  private mutating func parseMisplacedNot(_ field: ColumnSyntax) -> ConditionSyntax? {
    let whole = field.range.joined(to: current.range)
    let fix = Suggestion(
      "not \(SyntaxPrinter.print(field))", replacement: "not \(SyntaxPrinter.print(field))", range: whole)
    report(.unexpected(found: "not", expected: expected), at: current.range, suggestions: [fix])
    advance()
    guard current.isWord, current.keyword != .not else { return nil }
    return parseWordComparison(field)
  }

  /// A word after a field that is no comparison: a slip for one, or a value whose `=` is missing.
  private mutating func parseSlippedComparison(_ field: ColumnSyntax) -> ConditionSyntax? {
    let word = string(of: current)
    if let condition = parseLike(field) ?? parseWordedComparison(field) { return condition }
    let operators: [Keyword] = [.contains, .between, .is, .in]
    let meant = word.utf8.count > 2 ? Speller.keyword(near: word, among: operators) : nil
    guard let meant, meant != .in else { return parseWithoutComparison(field) }
    let fix = Suggestion(meant.rawValue, replacement: meant.rawValue, range: current.range)
    report(.unknownWord(word, expected: expected), at: current.range, suggestions: [fix])
    if meant == .contains { return parseContains(field) }
    return meant == .between ? parseBetween(field) : parseMissing(field)
  }

  private mutating func parseWithoutComparison(_ field: ColumnSyntax) -> ConditionSyntax? {
    let place = SourceRange(current.range.start, current.range.start)
    let fix = Suggestion("\(SyntaxPrinter.print(field)) =", replacement: "= ", range: place)
    report(
      .unexpected(found: string(of: current), expected: expected), at: current.range, suggestions: [fix])
    guard let value = parseValue(.field(field.name.text)) else { return nil }
    return .comparison(
      ComparisonSyntax(
        field: field, comparison: .equal, value: value, comparisonRange: place,
        range: field.range.joined(to: value.range)))
  }

  mutating func parseValueComparison(_ field: ColumnSyntax, _ comparison: Comparison)
    -> ConditionSyntax?
  {
    let place = current.range
    advance()
    guard let value = parseValue(.field(field.name.text)) else { return nil }
    return .comparison(
      ComparisonSyntax(
        field: field, comparison: comparison, value: value, comparisonRange: place,
        range: field.range.joined(to: value.range)))
  }

  // field "in" "(" value { "," value } ")"
  private mutating func parseMembership(_ field: ColumnSyntax) -> ConditionSyntax? {
    advance()
    let opening = current.range
    openBracket()
    var values: [ValueSyntax] = []
    while true {
      let start = index
      guard let value = parseValue(.field(field.name.text)) else { break }
      values.append(value)
      guard consume(.comma, .comma), index > start, hasRoom(after: values.count) else { break }
    }
    closeBracket(opening)
    guard !values.isEmpty else { return nil }
    return .membership(
      MembershipSyntax(field: field, values: values, range: field.range.joined(to: previous.range)))
  }

  // field "between" value "and" value
  private mutating func parseBetween(_ field: ColumnSyntax) -> ConditionSyntax? {
    advance()
    guard let low = parseValue(.field(field.name.text)) else { return nil }
    skipNewlines()
    guard consume(.and) else {
      unexpected()
      return nil
    }
    guard let high = parseValue(.field(field.name.text)) else { return nil }
    return .between(
      BetweenSyntax(field: field, low: low, high: high, range: field.range.joined(to: high.range)))
  }

  // field "contains" value
  private mutating func parseContains(_ field: ColumnSyntax) -> ConditionSyntax? {
    advance()
    skipNewlines()
    expect(.pattern)
    if let pattern = bareGlob() { return contains(field, quotedGlob(pattern)) }
    guard let pattern = parseValue(.field(field.name.text)) else { return nil }
    return contains(field, pattern)
  }

  private func contains(_ field: ColumnSyntax, _ pattern: ValueSyntax) -> ConditionSyntax {
    .contains(
      ContainsSyntax(field: field, pattern: pattern, range: field.range.joined(to: pattern.range)))
  }

  /// The range of a word written together with `*` or `?`, without quotation marks.
  func bareGlob() -> SourceRange? {
    var position = index
    var range: SourceRange?
    var hasGlob = false
    while position < tokens.count {
      let token = tokens[position]
      guard token.kind == .word || token.kind == .star || token.kind == .question else { break }
      if let range, range.end != token.range.start { break }
      hasGlob = hasGlob || token.kind != .word
      range = range?.joined(to: token.range) ?? token.range
      position += 1
    }
    return hasGlob ? range : nil
  }

  /// Takes a pattern that lacks its quotation marks, as if it had them.
  mutating func quotedGlob(_ range: SourceRange) -> ValueSyntax {
    let written = text.string(in: range)
    let quoted = SyntaxPrinter.quoted(written)
    let fix = Suggestion(quoted, replacement: quoted, range: range)
    report(.unquotedPattern(written), at: range, suggestions: [fix])
    while current.range.start < range.end, current.kind != .end { advance() }
    return ValueSyntax(words: [WordSyntax(text: written, range: range)], form: .quoted, range: range)
  }

  // field "~" REGEX
  private mutating func parseMatches(_ field: ColumnSyntax) -> ConditionSyntax? {
    advance()
    expect(.regex)
    guard case .regex(let isClosed) = current.kind else {
      reportUnmarkedRegex()
      return nil
    }
    let token = current
    if !isClosed { reportUnclosed(token) }
    let inner = SourceRange(token.range.start + 1, token.range.end - (isClosed ? 1 : 0))
    advance()
    return .matches(
      MatchesSyntax(
        field: field, regex: text.string(in: inner), regexRange: inner,
        range: field.range.joined(to: token.range)))
  }

  /// A word or a quoted text where a regular expression has to stand.
  private mutating func reportUnmarkedRegex() {
    let token = current
    let inner: String
    switch token.kind {
    case .word: inner = string(of: token)
    case .string(isClosed: true): inner = content(of: token)
    case .space, .comment, .newline, .string, .regex, .variable, .comma, .semicolon, .pipe, .openBracket,
      .closeBracket, .tilde, .question, .star, .comparison, .badComparison, .stray, .end:
      return unexpected()
    }
    let regex = "/\(inner.split(separator: "/", omittingEmptySubsequences: false).joined(separator: "\\/"))/"
    let fix = Suggestion(regex, replacement: regex, range: token.range)
    report(.unexpected(found: string(of: token), expected: expected), at: token.range, suggestions: [fix])
    advance()
  }

  // field "is" [ "not" ] "missing"
  private mutating func parseMissing(_ field: ColumnSyntax) -> ConditionSyntax? {
    let start = current.range
    advance()
    skipNewlines()
    let presence: Presence = consume(.not) ? .present : .missing
    skipNewlines()
    if !at(.missing) {
      guard current.isWord, let meant = meansMissing(string(of: current)) else {
        return parseIsValue(field, presence, start)
      }
      let fix = Suggestion(meant, replacement: meant, range: current.range)
      report(
        .unknownWord(string(of: current), expected: expected), at: current.range, suggestions: [fix])
    }
    advance()
    return .missing(
      MissingSyntax(field: field, presence: presence, range: field.range.joined(to: previous.range)))
  }

  private func meansMissing(_ word: String) -> String? {
    if ["null", "empty", "none", "unknown"].contains(word.lowercased()) { return "missing" }
    return Speller.nearest(to: word, among: ["missing"]).first
  }
}
