//! Scripts, statements, commands, pipelines and selections.

extension Parser {
  // script = { statement (";" | NEWLINE) }
  mutating func parseScript() -> ScriptSyntax {
    var statements: [StatementSyntax] = []
    while true {
      skipSeparators()
      guard current.kind != .end else { break }
      let start = index
      if let statement = parseStatement() { statements.append(statement) }
      finishStatement()
      if index == start { advance() }
      statementRanges.append(tokens[start].range.joined(to: previous.range))
    }
    if index == 0 || atStart { expectStatement() }
    return ScriptSyntax(statements: statements, range: text.range)
  }

  /// Whether the text ends where a statement could begin.
  private var atStart: Bool { previous.kind == .semicolon || previous.kind == .newline }

  private mutating func skipSeparators() {
    while current.kind == .newline || current.kind == .semicolon { advance() }
  }

  private mutating func expectStatement() {
    expectRows()
    expect(.keyword(.let))
    expect(.keyword(.expect))
    expect(.command)
  }

  /// What rows can begin with.
  mutating func expectRows() {
    expect(.collection)
    expect(.variable(.rows))
    expect(.keyword(.it))
  }

  private mutating func finishStatement() {
    expect(.endOfStatement)
    if !atStatementEnd {
      unexpected()
      skipStatement()
    }
    closeProblems()
    bracketDepth = 0
    depth = 0
    isMuted = false
    isExpecting = false
    collection = nil
  }

  // statement = "let" … | "expect" … | "explain" … | amendment | command | query
  private mutating func parseStatement() -> StatementSyntax? {
    expectStatement()
    if current.keyword == .let { return parseLet().map(StatementSyntax.binding) }
    if current.keyword == .expect { return parseExpect().map(StatementSyntax.expectation) }
    if let definition = command(at: current) {
      if definition.name == .quit, let pieces = pieces(), let habit = LeavingHabits.recognise(pieces) {
        report(habit, pieces)
        return nil
      }
      switch definition.argument {
      case .query: return parseExplain()
      case .amendment: return parseAmendment(definition.name).map(StatementSyntax.amendment)
      case .none, .rowNumber, .optionalTopic, .restOfLine: return parseCommand(definition)
      }
    }
    return parseQuery().map(StatementSyntax.query)
  }

  // "let" NAME "=" ( pipeline | STRING )
  private mutating func parseLet() -> LetSyntax? {
    let start = current.range
    advance()
    skipNewlines()
    expect(.newName)
    guard let name = parseNewName() else {
      skipStatement()
      return nil
    }
    let value = parseLetValue()
    return LetSyntax(name: name, value: value, range: start.joined(to: previous.range))
  }

  // "=" ( pipeline | STRING )
  private mutating func parseLetValue() -> LetValueSyntax {
    if !consume(.comparison(.equal), .equalSign), !recoverEqualSign() {
      skipStatement()
      return .broken
    }
    skipNewlines()
    if case .string = current.kind { return .text(parseString()) }
    expect(.text)
    expectRows()
    return parsePipeline().map(LetValueSyntax.rows) ?? .broken
  }

  /// The name that `let` gives; written with `$` it is taken all the same.
  private mutating func parseNewName() -> WordSyntax? {
    if current.kind == .variable {
      let name = String(string(of: current).dropFirst())
      let fix = Suggestion(name, replacement: name, range: current.range)
      report(.variableInLet(name), at: current.range, suggestions: [fix])
      defer { advance() }
      return WordSyntax(text: name, range: current.range)
    }
    guard current.isWord else {
      unexpected()
      return nil
    }
    if current.keyword == .it { report(.reservedName(string(of: current)), at: current.range) }
    return takeWord()
  }

  /// `let x quotes …` and `let x := quotes …` are read as if `=` stood there.
  private mutating func recoverEqualSign() -> Bool {
    if case .badComparison(.equal) = current.kind {
      let isTwo = peek().kind == .comparison(.equal) && peek().range.start == current.range.end
      let range = isTwo ? current.range.joined(to: peek().range) : current.range
      let fix = Suggestion("=", replacement: "=", range: range)
      report(.badComparison(text.string(in: range)), at: range, suggestions: [fix])
      while current.range.start < range.end, current.kind != .end { advance() }
      return true
    }
    guard current.isWord, QueryCollection(word: string(of: current)) != nil else {
      unexpected()
      return false
    }
    let fix = Suggestion("=", replacement: "= ", range: SourceRange(current.range.start, current.range.start))
    report(.unexpected(found: string(of: current), expected: expected), at: current.range, suggestions: [fix])
    return true
  }

  // "explain" ( [ "analyze" ] ( pipeline | expect ) | [ "row" ] NUMBER )
  private mutating func parseExplain() -> StatementSyntax? {
    let start = current.range
    advance()
    skipNewlines()
    if let row = parseExplainedRow() {
      let range = start.joined(to: previous.range)
      return .command(CommandSyntax(command: .explain, argument: .number(row), range: range))
    }
    let mode: ExplainMode = consume(.analyze) ? .analyze : .steps
    skipNewlines()
    expectRows()
    let subject =
      at(.expect)
      ? parseExpect().map(ExplainedSyntax.expectation) : parsePipeline().map(ExplainedSyntax.pipeline)
    guard let subject else { return nil }
    return .explain(ExplainSyntax(mode: mode, subject: subject, range: start.joined(to: previous.range)))
  }

  /// `row 3` or `3`.
  private mutating func parseExplainedRow() -> Int? {
    guard current.isWord else { return nil }
    let hasWord = string(of: current).lowercased() == "row" && peek().isWord
    let place = hasWord ? peek() : current
    guard let number = Int(string(of: place)), number >= 0 else { return nil }
    if hasWord { advance() }
    advance()
    return number
  }

  // query = pipeline [ ">" FILE [ "replace" ] ]
  private mutating func parseQuery() -> QuerySyntax? {
    let start = current.range
    guard let pipeline = parsePipeline() else { return nil }
    let destination = parseDestination()
    return QuerySyntax(
      pipeline: pipeline, destination: destination, range: start.joined(to: previous.range))
  }

  private mutating func parseDestination() -> DestinationSyntax? {
    let start = current.range
    guard consume(.comparison(.greater), .greaterSign) else { return nil }
    skipNewlines()
    expect(.file)
    switch current.kind {
    case .string:
      let path = parseString()
      return destination(path.text, from: start)
    case .word, .stray:
      let range = adjacentTokens()
      let path = text.string(in: range)
      if range != current.range {
        let quoted = SyntaxPrinter.quoted(path)
        let fix = Suggestion(quoted, replacement: quoted, range: range)
        report(.unquotedFile(path), at: range, suggestions: [fix])
      }
      while current.range.start < range.end, current.kind != .end { advance() }
      return destination(path, from: start)
    case .space, .comment, .newline, .regex, .variable, .comma, .semicolon, .pipe, .openBracket,
      .closeBracket,
      .tilde, .question, .star, .comparison, .badComparison, .end:
      unexpected()
      skipStatement()
      return nil
    }
  }

  private mutating func destination(_ path: String, from start: SourceRange) -> DestinationSyntax {
    let overwriting: Overwriting = consume(.replace) || slipped(.replace) ? .asked : .unsaid
    return DestinationSyntax(path: path, overwriting: overwriting, range: start.joined(to: previous.range))
  }

  /// The tokens from here on that nothing separates: a path without quotation marks.
  private func adjacentTokens() -> SourceRange {
    var range = current.range
    var position = index + 1
    while position < tokens.count, tokens[position].range.start == range.end, !tokens[position].range.isEmpty,
      tokens[position].kind != .newline, tokens[position].kind != .semicolon
    {
      range = range.joined(to: tokens[position].range)
      position += 1
    }
    return range
  }

  private func command(at token: Token) -> CommandDefinition? {
    switch token.kind {
    case .question: CommandCatalog.definition(named: "?")
    case .word: CommandCatalog.definition(named: string(of: token))
    case .space, .comment, .newline, .string, .regex, .variable, .comma, .semicolon, .pipe, .openBracket,
      .closeBracket, .tilde, .star, .comparison, .badComparison, .stray, .end:
      nil
    }
  }

  // command = COMMAND [ NUMBER | { WORD } ]
  private mutating func parseCommand(_ definition: CommandDefinition) -> StatementSyntax? {
    let start = current.range
    advance()
    var argument = CommandArgument.none
    switch definition.argument {
    case .none: break
    case .rowNumber:
      expect(.wholeNumber)
      // Said at once: an answer's rows are numbered, so nobody goes to the next line to think of one.
      guard !atStatementEnd else {
        report(.missingRow(definition.name), at: start)
        return nil
      }
      guard let number = parseWholeNumber() else { return nil }
      argument = .number(number)
    case .optionalTopic:
      expect(.helpTopic)
      argument = parseRestOfStatement(.joined)
    case .restOfLine, .query, .amendment:
      argument = parseRestOfStatement(definition.name == .set ? .joined : .asItStands)
    }
    return .command(
      CommandSyntax(
        command: definition.name, argument: argument, range: start.joined(to: previous.range)))
  }

  private enum Blanks {
    case joined, asItStands
  }

  private mutating func parseRestOfStatement(_ blanks: Blanks) -> CommandArgument {
    guard !atStatementEnd else { return .none }
    var words = ""
    var end = current.range.start
    while !atStatementEnd {
      words += blank(SourceRange(end, current.range.start), blanks) + string(of: current)
      // Told at once: nobody goes on with a command on the next line.
      if current.kind == .string(isClosed: false) { report(.unclosedQuote, at: openingMark(of: current)) }
      end = current.range.end
      advance()
    }
    return .text(words)
  }

  /// What stands for the blanks and comments of a gap between two words.
  private func blank(_ gap: SourceRange, _ blanks: Blanks) -> String {
    let written = text.string(in: gap)
    switch blanks {
    case .joined: return written.isEmpty ? "" : " "
    // Names of files may hold several blanks in a row.
    case .asItStands: return written.utf8.contains(0x0A) ? " " : written
    }
  }

  /// Numbers that people write out.
  private static let numberWords: [String: Int] = [
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "dozen": 12, "twenty": 20, "fifty": 50, "hundred": 100,
  ]

  mutating func parseWholeNumber() -> Int? {
    guard current.isWord else {
      unexpected()
      return nil
    }
    let word = string(of: current)
    guard let number = Int(word), number >= 0 else {
      let isNumber = word.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
      let meant = Parser.numberWords[word.lowercased()].map(String.init)
      let suggestions = meant.map { [Suggestion($0, replacement: $0, range: current.range)] } ?? []
      report(isNumber ? .tooLarge(word) : .badCount(word), at: current.range, suggestions: suggestions)
      advance()
      return nil
    }
    advance()
    return number
  }
}
