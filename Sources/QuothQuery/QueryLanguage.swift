//! The ladder from query text to plan: one function per rung.

/// Text → `Parse` → `Bound` → `LogicalPlan`. Nobody skips a rung.
public enum QueryLanguage {
  /// Parses a text. Always gives a tree, and says what is wrong and what is still open.
  public static func parse(_ text: QueryText) -> Parse { Parser.parse(text) }

  /// Parses a text.
  public static func parse(_ text: String) -> Parse { Parser.parse(QueryText(text)) }

  /// Whether `$` and these words name something: `let` and parameters take nothing else.
  public static func isName(_ word: String) -> Bool {
    let tokens = Lexer.tokens(of: QueryText("$\(word)"))
    return tokens.count == 2 && tokens[0].kind == .variable
  }

  /// All that is wrong with a text, or worth a note, in the order of the text. Runs nothing; names that `let`
  /// binds on the way are known below.
  public static func check(_ parse: Parse, in context: BindingContext) -> [Diagnostic] {
    var diagnostics = parse.diagnostics
    var binder = StatementBinder(context)
    for statement in parse.script.statements {
      let bound = binder.bind(statement)
      diagnostics += bound.diagnostics
      if case .query = statement { binder.bindings.lastAnswer = bound.query }
    }
    return diagnostics.enumerated().sorted {
      ($0.element.range.start, $0.offset) < ($1.element.range.start, $1.offset)
    }.map(\.element)
  }

  /// Looks up every name of a query and checks every type.
  public static func bind(_ pipeline: PipelineSyntax, in context: BindingContext) -> Bound {
    Binder.bind(pipeline, in: context)
  }

  /// Turns a bound query into a plan.
  public static func plan(_ query: BoundQuery) -> LogicalPlan { Planner.plan(query) }
}
