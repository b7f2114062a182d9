//! What binding looks things up in.

/// The names of the corpus, the names of the session, and the engine's judgement of regular expressions.
public struct BindingContext: Sendable {
  public let vocabulary: any Vocabulary
  public internal(set) var bindings: Bindings
  public let checkRegex: RegexChecker

  public init(
    vocabulary: any Vocabulary, bindings: Bindings = Bindings(),
    checkRegex: @escaping RegexChecker = { _ in nil }
  ) {
    self.vocabulary = vocabulary
    self.bindings = bindings
    self.checkRegex = checkRegex
  }
}
