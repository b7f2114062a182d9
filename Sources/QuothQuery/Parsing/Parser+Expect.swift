//! `expect`: a query, and what its answer has to be.

extension Parser {
  // expect = "expect" ( "no" pipeline | [ "count" ] pipeline comparison value | pipeline "=" STRING )
  mutating func parseExpect() -> ExpectSyntax? {
    let start = current.range
    advance()
    skipNewlines()
    if at(.no) {
      let claim = current.range
      advance()
      skipNewlines()
      expectRows()
      return parsePipeline().map {
        ExpectSyntax(
          claim: .noRows, pipeline: $0, claimRange: claim, range: start.joined(to: previous.range))
      }
    }
    let counting = at(.count) ? MarkerSyntax(range: current.range) : nil
    if counting != nil { advance() }
    skipNewlines()
    expectRows()
    isExpecting = true
    defer { isExpecting = false }
    guard let pipeline = parsePipeline() else { return nil }
    let claimStart = current.range
    guard let claim = parseClaim(of: pipeline, counting, from: start) else { return nil }
    return ExpectSyntax(
      claim: claim, pipeline: pipeline, claimRange: claimStart.joined(to: previous.range),
      range: start.joined(to: previous.range))
  }

  /// The comparison that ends an expectation.
  private mutating func parseClaim(
    of pipeline: PipelineSyntax, _ counting: MarkerSyntax?, from start: SourceRange
  ) -> ClaimSyntax? {
    expect(.claim)
    let comparison: Comparison
    switch current.kind {
    case .comparison(let written): comparison = written
    case .badComparison(let meant):
      let fix = Suggestion(meant.rawValue, replacement: meant.rawValue, range: current.range)
      report(.badComparison(string(of: current)), at: current.range, suggestions: [fix])
      comparison = meant
    case .space, .comment, .newline, .word, .string, .regex, .variable, .comma, .semicolon, .pipe,
      .openBracket,
      .closeBracket, .tilde, .question, .star, .stray, .end:
      reportMissingClaim(of: pipeline, counting, from: start)
      return nil
    }
    advance()
    skipNewlines()
    expect(.number)
    if comparison == .equal, counting == nil { expect(.file) }
    switch current.kind {
    case .string where comparison == .equal && counting == nil: return .file(parseString())
    case .word:
      let word = takeWord()
      return number(ValueSyntax(words: [word], form: .bare, range: word.range), comparison, counting)
    case .variable: return number(parseVariable(), comparison, counting)
    case .space, .comment, .newline, .string, .regex, .comma, .semicolon, .pipe, .openBracket, .closeBracket,
      .tilde, .question, .star, .comparison, .badComparison, .stray, .end:
      unexpected()
      skipStatement()
      return nil
    }
  }

  private func number(
    _ value: ValueSyntax, _ comparison: Comparison, _ counting: MarkerSyntax?
  ) -> ClaimSyntax {
    .number(NumberClaimSyntax(counting: counting, comparison: comparison, value: value))
  }

  /// `expect quotes by Raisi`: that there are some is the most likely to be meant. Said at once, as at a prompt nobody
  /// would see what is still to come.
  private mutating func reportMissingClaim(
    of pipeline: PipelineSyntax, _ counting: MarkerSyntax?, from start: SourceRange
  ) {
    guard atStatementEnd, diagnostics.allSatisfy({ $0.severity != .error }) else { return unexpected() }
    let end = SourceRange(previous.range.end, previous.range.end)
    let rows = text.string(in: pipeline.range)
    let meant =
      counting == nil
      ? Suggestion(
        "expect count \(rows) > 0", replacement: "expect count \(rows) > 0",
        range: start.joined(to: previous.range))
      : Suggestion("> 0", replacement: " > 0", range: end)
    report(
      .missingPart(after: string(of: previous), expected: expected), at: end, alternatives: [meant])
  }

  /// Whether a comparison stands here that ends an expectation: `by Ebrahim Raisi >= 20`, `where known >= 20`. After
  /// another field, as in `where words >= 20`, it belongs to the condition.
  func startsClaim(at position: Int) -> Bool {
    guard isExpecting, bracketDepth == 0, position > 0, position + 1 < tokens.count,
      case .comparison = tokens[position].kind, endsStatement(at: position + 2)
    else { return false }
    switch tokens[position + 1].kind {
    case .word, .string, .variable: return !isCompared(tokens[position - 1])
    case .space, .comment, .newline, .regex, .comma, .semicolon, .pipe, .openBracket, .closeBracket, .tilde,
      .question, .star, .comparison, .badComparison, .stray, .end:
      return false
    }
  }

  /// Whether a word is a field that a comparison may follow: any but those that are yes or no.
  private func isCompared(_ token: Token) -> Bool {
    guard token.isWord else { return false }
    let collections = collection.map { [$0] } ?? QueryCollection.allCases
    return collections.contains { collection in
      guard let field = FieldCatalog.field(named: string(of: token), in: collection) else { return false }
      return FieldCatalog.definition(of: field, in: collection)?.type != .yesNo
    }
  }
}
