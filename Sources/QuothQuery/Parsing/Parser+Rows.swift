//! Where rows come from: pipelines, sets and selections.

extension Parser {
  // pipeline = set [ clauses, after a bracket ] { "|" stage { clause } }
  mutating func parsePipeline() -> PipelineSyntax? {
    let start = current.range
    guard let source = parseSet() else { return nil }
    // What a bracket holds is done; clauses after it do more, as stages would.
    var stages = source.isBracketed ? parseClauses() : []
    while consume(.pipe, .pipe) || having() {
      let before = index
      skipNewlines()
      if let stage = parseStage() {
        stages.append(stage)
        if !stage.isLast { stages += parseClauses() }
      } else {
        skipToPipe()
      }
      if index == before || !hasRoom(after: stages.count) { break }
    }
    reportMissingPipe()
    return PipelineSyntax(source: source, stages: stages, range: start.joined(to: previous.range))
  }

  /// `having`, which this language says as `| where`: it is read so.
  private mutating func having() -> Bool {
    guard isHaving(current) else { return false }
    let fix = Suggestion("| where", replacement: "| where", range: current.range)
    report(.unknownWord(string(of: current), expected: expected), at: current.range, suggestions: [fix])
    return true
  }

  /// `quotes sample 3`, `a union (b) limit 3`: words that only a pipe can lead to.
  private mutating func reportMissingPipe() {
    guard let keyword = current.keyword, Keyword.stages.contains(keyword) else { return }
    let isCountOfAll =
      keyword == .count && peek().kind == .openBracket && peek(2).kind == .star
      && peek(3).kind == .closeBracket
    let place = SourceRange(current.range.start, current.range.start)
    let fix = Suggestion(
      "| \(keyword.rawValue)", replacement: isCountOfAll ? "| count" : "| ",
      range: isCountOfAll ? current.range.joined(to: peek(3).range) : place)
    report(.unexpected(found: string(of: current), expected: [.pipe]), at: current.range, suggestions: [fix])
    skipStatement()
  }

  private mutating func skipToPipe() {
    while !atStatementEnd, current.kind != .pipe, current.kind != .closeBracket { advance() }
  }

  // set = operand { ("union" | "intersect" | "except") operand }
  private mutating func parseSet() -> SourceSyntax? {
    guard var left = parseOperand() else { return nil }
    var count = 1
    while let operation = setOperation() {
      let place = current.range
      count += 1
      guard count <= BoundQuery.stepLimit else {
        // The tree is as deep as the sets are many.
        report(.tooManySteps(limit: BoundQuery.stepLimit), at: place)
        isMuted = true
        skipStatement()
        return nil
      }
      advance()
      skipNewlines()
      expect(.collection)
      expect(.variable(.rows))
      expect(.keyword(.it))
      guard let right = parseOperand() else { return nil }
      left = .combined(
        CombinationSyntax(
          operation: operation, left: left, right: right, operationRange: place,
          range: left.range.joined(to: right.range)))
    }
    return left
  }

  private mutating func setOperation() -> SetOperation? {
    SetOperation.allCases.first { at($0.keyword) }
  }

  // operand = selection | "(" pipeline ")"
  mutating func parseOperand() -> SourceSyntax? {
    expect(.openBracket)
    if !rowsBegin, reportHabit(Habit.inFull) { return nil }
    switch current.kind {
    case .openBracket: return nested { $0.parseBracketedOperand() }
    case .word, .variable: return parseSelection().map(SourceSyntax.selection)
    case .space, .comment, .newline, .string, .regex, .comma, .semicolon, .pipe, .closeBracket, .tilde,
      .question, .star, .comparison, .badComparison, .stray, .end:
      if !reportHabit(Habit.inPassing) { unexpected() }
      skipStatement()
      return nil
    }
  }

  /// Whether rows begin here as they should.
  private var rowsBegin: Bool {
    switch current.kind {
    case .word: current.keyword == .it || QueryCollection(word: string(of: current)) != nil
    case .variable, .openBracket: true
    case .space, .comment, .newline, .string, .regex, .comma, .semicolon, .pipe, .closeBracket, .tilde,
      .question, .star, .comparison, .badComparison, .stray, .end:
      false
    }
  }

  /// Reports what is asked in another way, when a recogniser knows it.
  private mutating func reportHabit(_ recognise: (StatementPieces) -> Habit?) -> Bool {
    guard bracketDepth == 0, !atStatementEnd, let pieces = pieces(), let habit = recognise(pieces) else {
      return false
    }
    report(habit, pieces)
    return true
  }

  private mutating func parseBracketedOperand() -> SourceSyntax? {
    let opening = current.range
    openBracket()
    expect(.collection)
    expect(.variable(.rows))
    expect(.keyword(.it))
    let inner = parsePipeline()
    closeBracket(opening)
    return inner.map(SourceSyntax.bracketed)
  }

  // selection = ( COLLECTION | "$" NAME | "it" ) { clause }
  private mutating func parseSelection() -> SelectionSyntax? {
    let token = current
    guard let base = parseBase() else { return nil }
    collection = base.collection
    let clauses = parseClauses()
    return SelectionSyntax(
      base: base, clauses: clauses, baseRange: token.range, range: token.range.joined(to: previous.range))
  }

  private mutating func parseBase() -> SelectionBase? {
    if current.kind == .variable {
      let name = String(string(of: current).dropFirst())
      advance()
      return .variable(name)
    }
    if current.keyword == .it {
      advance()
      return .lastAnswer
    }
    return parseCollection().map(SelectionBase.collection)
  }

  private mutating func parseCollection() -> QueryCollection? {
    let word = string(of: current)
    if let known = QueryCollection(word: word) {
      advance()
      return known
    }
    let known = QueryCollection.allCases.map(\.rawValue) + CommandCatalog.words
    // Three slips make another word: `sanctions` is no `mentions`.
    let near = Speller.nearest(to: word, among: known, within: 2)
    if near.isEmpty, reportHabit(Habit.inPassing) { return nil }
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

extension SourceSyntax {
  /// Whether brackets are all that there is of it.
  fileprivate var isBracketed: Bool {
    if case .bracketed = self { true } else { false }
  }
}
