//! What binding looks things up in.

/// The names of the corpus, the names of the session, and the engine's judgement of regular expressions.
public struct BindingContext: Sendable {
  /// The names of the corpus.
  public let vocabulary: any Vocabulary
  /// What names after `$` and `it` stand for.
  public internal(set) var bindings: Bindings
  /// What the engine thinks of a regular expression.
  public let checkRegex: RegexChecker

  /// Without `checkRegex`, every expression is taken to compile.
  public init(
    vocabulary: any Vocabulary, bindings: Bindings = Bindings(),
    checkRegex: @escaping RegexChecker = { _ in nil }
  ) {
    self.vocabulary = vocabulary
    self.bindings = bindings
    self.checkRegex = checkRegex
  }
}
