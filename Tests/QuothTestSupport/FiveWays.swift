//! Every query seen in a test is used five ways.

public import QuothQuery

/// Checks what has to hold for any query text.
public enum FiveWays {
  /// What is wrong with the handling of a query, or nothing.
  public static func faults(of query: String, vocabulary: any Vocabulary) -> [String] {
    let text = QueryText(query)
    var faults: [String] = []
    if !tiles(text) { faults.append("tokens do not tile: \(query)") }
    let parse = QueryLanguage.parse(text)
    if !parse.hasErrors { faults += roundTrip(parse) + layout(parse) + plans(parse, vocabulary) }
    for mutant in mutants(of: text) {
      // It is enough that these end without a crash.
      let parse = QueryLanguage.parse(mutant)
      _ = plans(parse, vocabulary)
      if !tiles(parse.text) { faults.append("tokens do not tile: \(mutant)") }
    }
    return faults
  }

  /// Whether the tokens, trivia included, make up the whole text.
  public static func tiles(_ text: QueryText) -> Bool {
    var end = 0
    for token in Lexer.tokens(of: text) {
      guard token.range.start == end else { return false }
      end = token.range.end
    }
    return end == text.bytes.count
  }

  /// What is wrong with what a script is printed as, or nothing. A script with errors is not printed.
  public static func roundTripFaults(of script: String) -> [String] {
    let parse = QueryLanguage.parse(script)
    return parse.hasErrors ? [] : roundTrip(parse)
  }

  private static func roundTrip(_ parse: Parse) -> [String] {
    let printed = SyntaxPrinter.print(parse.script)
    let again = QueryLanguage.parse(printed)
    if again.hasErrors { return ["printed text does not parse: \(printed)"] }
    if again.script != parse.script { return ["printed text parses to another tree: \(printed)"] }
    let twice = SyntaxPrinter.print(again.script)
    return twice == printed ? [] : ["printing twice differs: \(printed) / \(twice)"]
  }

  /// What is wrong with the layout of a script, or nothing. A script with errors has none.
  public static func layoutFaults(of script: String) -> [String] {
    let parse = QueryLanguage.parse(script)
    return parse.hasErrors ? [] : layout(parse)
  }

  /// Formatting keeps the tree and the comments, and changes nothing the second time.
  private static func layout(_ parse: Parse) -> [String] {
    guard let formatted = ScriptFormatter.format(parse.text).text else { return ["no layout"] }
    var faults: [String] = []
    let again = QueryLanguage.parse(formatted)
    if again.hasErrors || again.script != parse.script { faults.append("formatting changes: \(formatted)") }
    if comments(of: again.text) != comments(of: parse.text) { faults.append("comments change: \(formatted)") }
    let twice = ScriptFormatter.format(again.text).text
    if twice != formatted { faults.append("formatting twice differs: \(formatted) / \(twice ?? "")") }
    return faults
  }

  private static func comments(of text: QueryText) -> [String] {
    Lexer.tokens(of: text).filter { $0.kind == .comment }.map { token in
      var comment = text.string(in: token.range)
      while comment.last?.isWhitespace == true { comment.removeLast() }
      return comment
    }
  }

  private static func plans(_ parse: Parse, _ vocabulary: any Vocabulary) -> [String] {
    var faults: [String] = []
    var binder = StatementBinder(BindingContext(vocabulary: vocabulary))
    for statement in parse.script.statements where statement.pipeline != nil {
      let bound = binder.bind(statement)
      binder.bindings.lastAnswer = bound.query
      if let query = bound.query {
        if PlanPrinter.print(QueryLanguage.plan(query)).isEmpty { faults.append("plan prints nothing") }
      } else if !bound.diagnostics.contains(where: { $0.severity == .error }) {
        faults.append("no query and no error")
      }
    }
    return faults
  }

  /// The text with each token dropped, doubled, and swapped with the next.
  public static func mutants(of text: QueryText) -> [String] {
    let tokens = Lexer.tokens(of: text).dropLast().filter { !$0.kind.isTrivia }.map {
      text.string(in: $0.range)
    }
    guard tokens.count <= 60 else { return [] }
    var mutants: [String] = []
    for index in tokens.indices {
      var dropped = tokens
      dropped.remove(at: index)
      var doubled = tokens
      doubled.insert(tokens[index], at: index)
      var swapped = tokens
      if index + 1 < tokens.count { swapped.swapAt(index, index + 1) }
      mutants += [dropped, doubled, swapped].map { $0.joined(separator: " ") }
    }
    return mutants
  }
}
