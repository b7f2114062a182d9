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
      if diagnostics.count > Parser.problemLimit { break }
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
    expect(.collection)
    expect(.command)
  }

  private mutating func finishStatement() {
    expect(.endOfStatement)
    if !atStatementEnd {
      unexpected()
      skipStatement()
    }
    bracketDepth = 0
    depth = 0
    isMuted = false
    collection = nil
  }

  // statement = command | pipeline
  private mutating func parseStatement() -> StatementSyntax? {
    expectStatement()
    if let definition = command(at: current) { return parseCommand(definition) }
    if current.keyword == .let {
      report(.notAvailable("let"), at: current.range)
      skipStatement()
      return nil
    }
    return parsePipeline().map(StatementSyntax.query)
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
    case .restOfLine: argument = parseRestOfStatement(.asItStands)
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
    let start = current.range
    while !atStatementEnd { advance() }
    let rest = text.string(in: start.joined(to: previous.range))
    switch blanks {
    case .joined: return .text(rest.split { $0.isWhitespace }.joined(separator: " "))
    // Names of files may hold several blanks in a row.
    case .asItStands: return .text(rest)
    }
  }

  mutating func parseWholeNumber() -> Int? {
    guard current.isWord else {
      unexpected()
      return nil
    }
    let word = string(of: current)
    guard let number = Int(word), number >= 0 else {
      let isNumber = word.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
      report(isNumber ? .tooLarge(word) : .badCount(word), at: current.range)
      advance()
      return nil
    }
    advance()
    return number
  }

  // pipeline = source { "|" stage }
  private mutating func parsePipeline() -> PipelineSyntax? {
    let start = current.range
    guard let source = parseSource() else { return nil }
    var stages: [ClauseSyntax] = []
    while consumePipe() {
      let before = index
      skipNewlines()
      if let stage = parseStage() { stages.append(stage) } else { skipToPipe() }
      if index == before || diagnostics.count > Parser.problemLimit { break }
    }
    reportLaterConstructs()
    return PipelineSyntax(source: source, stages: stages, range: start.joined(to: previous.range))
  }

  private mutating func consumePipe() -> Bool {
    consume(.pipe, .pipe)
  }

  private mutating func skipToPipe() {
    while !atStatementEnd, current.kind != .pipe, current.kind != .closeBracket { advance() }
  }

  /// Set operators and `> file` are known to the language but do not run yet.
  private mutating func reportLaterConstructs() {
    if let keyword = current.keyword, Keyword.setOperators.contains(keyword) {
      report(.notAvailable(keyword.rawValue), at: current.range)
      skipStatement()
    } else if current.kind == .comparison(.greater) {
      report(.notAvailable("> file"), at: current.range)
      skipStatement()
    }
  }

  // source = selection | "(" pipeline ")"
  private mutating func parseSource() -> SourceSyntax? {
    expect(.openBracket)
    switch current.kind {
    case .openBracket: return nested { $0.parseBracketedSource() }
    case .word: return parseSelection().map(SourceSyntax.selection)
    case .variable:
      report(.notAvailable(string(of: current)), at: current.range)
      skipStatement()
      return nil
    case .space, .comment, .newline, .string, .regex, .comma, .semicolon, .pipe, .closeBracket, .tilde,
      .question, .star, .comparison, .badComparison, .stray, .end:
      unexpected()
      skipStatement()
      return nil
    }
  }

  private mutating func parseBracketedSource() -> SourceSyntax? {
    let opening = current.range
    openBracket()
    expect(.collection)
    let inner = parsePipeline()
    closeBracket(opening)
    return inner.map(SourceSyntax.bracketed)
  }

  // selection = COLLECTION { clause }
  private mutating func parseSelection() -> SelectionSyntax? {
    let token = current
    guard let collection = parseCollection() else { return nil }
    self.collection = collection
    let clauses = parseClauses()
    return SelectionSyntax(
      collection: collection, clauses: clauses, collectionRange: token.range,
      range: token.range.joined(to: previous.range))
  }

  private mutating func parseCollection() -> QueryCollection? {
    let word = string(of: current)
    if let known = QueryCollection(word: word) {
      advance()
      return known
    }
    if word.lowercased() == "epithets" {
      report(.notAvailable("epithets"), at: current.range)
      skipStatement()
      return nil
    }
    let known = QueryCollection.allCases.map(\.rawValue) + CommandCatalog.words
    let near = Speller.nearest(to: word, among: known)
    let suggestions = near.map { Suggestion($0, replacement: $0, range: current.range) }
    report(.unknownWord(word, expected: expected), at: current.range, suggestions: suggestions)
    // Reading goes on as if the nearest collection stood there, to find other slips too.
    guard let meant = near.first.flatMap(QueryCollection.init(rawValue:)) else {
      skipStatement()
      return nil
    }
    advance()
    return meant
  }
}
