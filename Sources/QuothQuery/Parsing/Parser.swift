//! The parser: hand-written recursive descent with recovery. It always gives a tree.
//!
//!     script      = { statement (";" | NEWLINE) }
//!     statement   = "let" NAME "=" ( pipeline | STRING )
//!                 | expect
//!                 | "explain" ( [ "analyze" ] ( pipeline | expect ) | [ "row" ] NUMBER )
//!                 | amendment
//!                 | command
//!                 | pipeline [ ">" ( STRING | WORD ) [ "replace" ] ]
//!     expect      = "expect" ( "no" pipeline
//!                            | [ "count" ] pipeline ("=" | "!=" | "<" | "<=" | ">" | ">=") ( WORD | "$" NAME )
//!                            | pipeline "=" STRING )
//!     amendment   = "correct" subject WORD "=" amended { ( "," | "and" ) amended }
//!                 | "alias" value "=" value
//!                 | "split" value "from" value [ "in" value { "," value } ] [ "as" amended ]
//!                 | "topic" "define" value "=" pattern { "," pattern }
//!     subject     = NUMBER | "quote" STRING "in" value [ "at" NUMBER ] | "article" value
//!     amended     = "missing" | [ "new" ] value
//!     command     = COMMAND [ NUMBER | { WORD } ]          shape by `CommandCatalog`
//!     pipeline    = set { "|" stage { clause } }           after "(" pipeline ")" alone also { clause }
//!     set         = operand { ("union" | "intersect" | "except") operand }
//!     operand     = selection | "(" pipeline ")"
//!     selection   = ( COLLECTION | "$" NAME | "it" ) { clause }
//!     clause      = ("by" | "to" | "about" | "in") names
//!                 | "with" "repeats"
//!                 | "where" condition
//!                 | "group" "by" column { "," column }
//!                 | "sort" "by" key { "," key }
//!                 | "limit" NUMBER
//!                 | "show" column { "," column }
//!     stage       = clause | "sample" NUMBER [ "seed" NUMBER ] | "count" | "read"
//!                 | ANALYSIS { option }               options by `AnalysisStage`
//!     option      = [ "of" ] pattern | "of" WORD | NUMBER | ( "window" | "width" | "at" "least" ) NUMBER
//!                 | "by" WORD | "sort" line { "," line } | "against" operand
//!     line        = ( "left" | "right" ) [ NUMBER ] | WORD
//!     names       = value { ("," | "or") value }
//!     column      = WORD [ "(" WORD ")" ]
//!     key         = column [ "asc" | "desc" ]
//!     condition   = conjunction { "or" conjunction }
//!     conjunction = negation { "and" negation }
//!     negation    = "not" negation | "(" condition ")" | comparison
//!     comparison  = column ("=" | "!=" | "<" | "<=" | ">" | ">=") value
//!                 | column "in" "(" value { "," value } ")"
//!                 | column "between" value "and" value
//!                 | column "contains" value
//!                 | column "~" REGEX
//!                 | column "is" [ "not" ] "missing"
//!                 | column
//!     value       = WORD { WORD } | STRING | "$" NAME
//!
//! A newline ends a statement unless a bracket is open, something has to follow, or the next line begins with
//! `|` or white space. An empty line always ends it.

/// Reads tokens and builds syntax; see the grammar at the head of this file.
struct Parser {
  static let depthLimit = 200
  /// The most parts of a list, a condition or a selection. A person writes a few, and a program can ask several times.
  static let partLimit = 1000

  let text: QueryText
  let tokens: [Token]
  var index = 0
  var bracketDepth = 0
  var depth = 0
  /// What was looked for at the current token, in order.
  var expected: [Expectation] = []
  /// Set when the text ends where something has to follow: nothing else could stand there.
  var isSealed = false
  /// Set while the rows of an `expect` are read that a comparison has to follow.
  var isExpecting = false
  /// Set when the rest of a statement is not worth a message.
  var isMuted = false
  var diagnostics: [Diagnostic] = []
  /// Problems of the statement at hand: those told, and those beyond the limit.
  private var told = 0
  private var untold: (count: Int, first: SourceRange)?
  var open: OpenConstruct?
  /// Where statements stand, those without a tree too.
  var statementRanges: [SourceRange] = []
  /// The collection of the selection being read: completion of fields and values depends on it.
  var collection: QueryCollection?

  static func parse(_ text: QueryText) -> Parse {
    var parser = Parser(text)
    let script = parser.parseScript()
    return Parse(
      text: text, script: script, statementRanges: parser.statementRanges, diagnostics: parser.diagnostics,
      open: parser.open, expectations: parser.expected)
  }

  init(_ text: QueryText) {
    self.text = text
    tokens = Parser.significant(Lexer.tokens(of: text))
  }

  /// The tokens that the grammar sees: no trivia, and no newlines that a continued line takes away.
  private static func significant(_ all: [Token]) -> [Token] {
    var kept: [Token] = []
    kept.reserveCapacity(all.count)
    // From the end, so that lines that hold only a comment can ask the line below them.
    var isContinuedBelow = false
    for position in all.indices.reversed() where !all[position].kind.isTrivia {
      let token = all[position]
      guard token.kind == .newline else {
        kept.append(token)
        continue
      }
      isContinuedBelow = continues(after: position, in: all, below: isContinuedBelow)
      if !isContinuedBelow { kept.append(token) }
    }
    kept.reverse()
    return kept
  }

  /// Whether the line after a newline continues the statement; a line with only a comment is looked past.
  private static func continues(after position: Int, in tokens: [Token], below: Bool) -> Bool {
    let isIndented = tokens[position + 1].kind == .space
    let first = isIndented ? position + 2 : position + 1
    switch tokens[first].kind {
    case .comment: return tokens[first + 1].kind == .newline && below
    case .pipe: return true
    case .newline, .end: return false
    case .space, .word, .string, .regex, .variable, .comma, .semicolon, .openBracket, .closeBracket, .tilde,
      .question, .star, .comparison, .badComparison, .stray:
      return isIndented
    }
  }
}

// The cursor.
extension Parser {
  var current: Token { tokens[index] }
  var previous: Token { tokens[max(0, index - 1)] }

  func peek(_ distance: Int = 1) -> Token { tokens[min(index + distance, tokens.count - 1)] }
  func string(of token: Token) -> String { text.string(in: token.range) }

  /// Takes the current token. The last one, `.end`, stays.
  mutating func advance() {
    expected.removeAll(keepingCapacity: true)
    if index < tokens.count - 1 { index += 1 }
    if bracketDepth > 0 { skipNewlines() }
  }

  /// Newlines do not end a statement where something has to follow.
  mutating func skipNewlines() {
    while current.kind == .newline, index < tokens.count - 1 { index += 1 }
  }

  mutating func expect(_ expectation: Expectation) {
    if !isSealed, !expected.contains(expectation) { expected.append(expectation) }
  }

  /// Whether the current token is this keyword; remembers that it could be.
  mutating func at(_ keyword: Keyword) -> Bool {
    expect(.keyword(keyword))
    return current.keyword == keyword
  }

  mutating func consume(_ keyword: Keyword) -> Bool {
    guard at(keyword) else { return false }
    advance()
    return true
  }

  mutating func consume(_ kind: TokenKind, _ expectation: Expectation) -> Bool {
    expect(expectation)
    guard current.kind == kind else { return false }
    advance()
    return true
  }

  mutating func openBracket() {
    bracketDepth += 1
    advance()
  }

  /// Takes the `)` that closes the bracket at `opening`, or says that it is missing.
  mutating func closeBracket(_ opening: SourceRange) {
    expect(.closeBracket)
    if current.kind == .closeBracket {
      bracketDepth -= 1
      advance()
      return
    }
    if current.kind == .end || isOnNewLine(after: opening) {
      let end = SourceRange(previous.range.end, previous.range.end)
      report(.unclosedBracket, at: opening, alternatives: [Suggestion(")", replacement: ")", range: end)])
      if current.kind == .end { leaveOpen(.bracket) }
      bracketDepth -= 1
      skipStatement()
    } else {
      unexpected()
      bracketDepth -= 1
      skipToCloseBracket()
    }
  }

  /// Whether the current token begins a line of its own, below the line of a range.
  func isOnNewLine(after range: SourceRange) -> Bool {
    text.bytes[min(range.end, current.range.start)..<current.range.start].contains(0x0A)
  }

  private mutating func skipToCloseBracket() {
    var nested = 0
    while !atStatementEnd {
      if current.kind == .openBracket { nested += 1 }
      if current.kind == .closeBracket {
        if nested == 0 { return advance() }
        nested -= 1
      }
      advance()
    }
  }
}

// Problems and recovery.
extension Parser {
  mutating func report(
    _ problem: Problem, at range: SourceRange, suggestions: [Suggestion] = [], alternatives: [Suggestion] = []
  ) {
    guard !isMuted else { return }
    // One problem per place: what follows from the first is noise.
    if let last = diagnostics.last, last.range.start == range.start, last.severity == .error { return }
    guard told < Diagnostic.limit else {
      untold = untold.map { ($0.count + 1, $0.first) } ?? (1, range)
      return
    }
    told += 1
    diagnostics.append(
      Diagnostic(problem, at: range, suggestions: suggestions, alternatives: alternatives))
  }

  /// Says how many problems of the statement are not told; the next statement begins with none.
  mutating func closeProblems() {
    if let untold { diagnostics.append(Diagnostic(.tooManyProblems(untold.count), at: untold.first)) }
    (told, untold) = (0, nil)
  }

  /// Whether a list of so many parts may have another. Where it may not, that is told, and the statement is left.
  mutating func hasRoom(after count: Int) -> Bool {
    guard count >= Parser.partLimit else { return true }
    report(.tooManyParts(limit: Parser.partLimit), at: current.range)
    isMuted = true
    skipStatement()
    return false
  }

  /// Reports that the current token cannot stand here, or that the text ends too early.
  mutating func unexpected() {
    let token = current
    switch token.kind {
    case .end, .newline, .semicolon: missingPart()
    case .stray: report(.strayCharacter(string(of: token)), at: token.range, alternatives: without(token))
    case .string(isClosed: false): reportUnclosed(token)
    // Closed by the next quotation that was meant to be opened.
    case .string where spansLines(token): reportUnclosed(token)
    case .closeBracket where bracketDepth == 0:
      report(.strayBracket, at: token.range, alternatives: without(token))
    case .question where peek().kind == .end:
      report(
        .unexpected(found: string(of: token), expected: expected), at: token.range,
        alternatives: without(token))
    case .space, .comment, .word, .string, .regex, .variable, .comma, .pipe, .openBracket, .closeBracket,
      .tilde, .question, .star, .comparison, .badComparison:
      report(.unexpected(found: string(of: token), expected: expected), at: token.range)
    }
  }

  /// Reports that something has to follow the previous token.
  mutating func missingPart() {
    // Newlines may have been passed in search of what is missing.
    var last = max(0, index - 1)
    while last > 0, tokens[last].kind == .newline { last -= 1 }
    let end = tokens[last].range.end
    let after = index > 0 ? string(of: tokens[last]) : ""
    report(.missingPart(after: after, expected: expected), at: SourceRange(end, end))
    if current.kind == .end, index > 0 {
      leaveOpen(.after(after))
      isSealed = true
    }
  }

  /// The text is incomplete, if nothing else is wrong with it.
  mutating func leaveOpen(_ construct: OpenConstruct) {
    guard open == nil, diagnostics.allSatisfy({ $0.severity != .error }) || diagnostics.count == 1 else {
      return
    }
    open = construct
  }

  mutating func reportUnclosed(_ token: Token) {
    let opening = openingMark(of: token)
    switch token.kind {
    case .regex:
      // A regular expression ends on its line: nothing that follows could close it.
      let end = SourceRange(token.range.end, token.range.end)
      report(.unclosedRegex, at: opening, alternatives: [Suggestion("/", replacement: "/", range: end)])
    case .string:
      report(.unclosedQuote, at: opening, alternatives: closings(of: token))
      if token.kind == .string(isClosed: false) { leaveOpen(.quote) }
    case .space, .comment, .newline, .word, .variable, .comma, .semicolon, .pipe, .openBracket, .closeBracket,
      .tilde, .question, .star, .comparison, .badComparison, .stray, .end:
      break
    }
  }

  /// A token taken away.
  private func without(_ token: Token) -> [Suggestion] {
    // Of the blanks on both sides, one stays.
    let (start, end) = (token.range.start, token.range.end)
    let isBetweenBlanks =
      start > 0 && end < text.bytes.count && text.bytes[start - 1] == 0x20 && text.bytes[end] == 0x20
    return [Suggestion("", replacement: "", range: SourceRange(isBetweenBlanks ? start - 1 : start, end))]
  }

  private func spansLines(_ token: Token) -> Bool {
    text.bytes[token.range.start..<token.range.end].contains(0x0A)
  }

  func openingMark(of token: Token) -> SourceRange {
    SourceRange(token.range.start, token.range.start + Parser.markLength(at: token, in: text))
  }

  static func markLength(at token: Token, in text: QueryText) -> Int {
    Lexer.scalar(in: text.bytes, at: token.range.start)?.1 ?? 1
  }

  var atStatementEnd: Bool {
    switch current.kind {
    case .end, .semicolon: true
    case .newline: bracketDepth == 0
    case .space, .comment, .word, .string, .regex, .variable, .comma, .pipe, .openBracket, .closeBracket,
      .tilde, .question, .star, .comparison, .badComparison, .stray:
      false
    }
  }

  /// Skips to the next clause, pipe, bracket or end: where reading can go on.
  mutating func skipToClause() {
    while !atStatementEnd, current.kind != .pipe, current.kind != .closeBracket {
      if let keyword = current.keyword, Keyword.clauses.contains(keyword) { return }
      advance()
    }
  }

  mutating func skipStatement() {
    bracketDepth = 0
    while !atStatementEnd { advance() }
  }

  /// Runs `body` one level deeper, or reports that the limit is reached.
  mutating func nested<Node>(_ body: (inout Parser) -> Node?) -> Node? {
    guard depth < Parser.depthLimit else {
      report(.tooDeep(limit: Parser.depthLimit), at: current.range)
      isMuted = true
      skipStatement()
      return nil
    }
    depth += 1
    defer { depth -= 1 }
    return body(&self)
  }
}
