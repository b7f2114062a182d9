//! The ladder from query text to plan: one function per rung.

/// Text → `Parse` → `Bound` → `LogicalPlan`. Nobody skips a rung.
public enum QueryLanguage {
  /// Parses a text. Always gives a tree, and says what is wrong and what is still open.
  public static func parse(_ text: QueryText) -> Parse { Parser.parse(text) }

  /// Parses a text.
  public static func parse(_ text: String) -> Parse { Parser.parse(QueryText(text)) }

  /// All that is wrong with a text, or worth a note, in the order of the text. Runs nothing.
  public static func check(
    _ parse: Parse, vocabulary: any Vocabulary, checkRegex: @escaping RegexChecker = { _ in nil }
  ) -> [Diagnostic] {
    var diagnostics = parse.diagnostics
    for case .query(let pipeline) in parse.script.statements {
      diagnostics += bind(pipeline, vocabulary: vocabulary, checkRegex: checkRegex).diagnostics
    }
    return diagnostics.enumerated().sorted {
      ($0.element.range.start, $0.offset) < ($1.element.range.start, $1.offset)
    }.map(\.element)
  }

  /// Looks up every name of a query and checks every type; `checkRegex` is the engine's.
  public static func bind(
    _ pipeline: PipelineSyntax, vocabulary: any Vocabulary,
    checkRegex: @escaping RegexChecker = { _ in nil }
  ) -> Bound {
    Binder.bind(pipeline, vocabulary: vocabulary, checkRegex: checkRegex)
  }

  /// Turns a bound query into a plan.
  public static func plan(_ query: BoundQuery) -> LogicalPlan { Planner.plan(query) }
}
