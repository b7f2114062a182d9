//! What parsing gives: always a tree, with what is wrong and what is still open.

/// The outcome of parsing a text.
public struct Parse: Sendable {
  /// What was parsed; all ranges count its bytes.
  public let text: QueryText
  /// The tree: all that could be understood.
  public let script: ScriptSyntax
  /// Where its statements stand, in order; words that make no statement too.
  public let statementRanges: [SourceRange]
  /// What is wrong with the text, whatever the corpus.
  public let diagnostics: [Diagnostic]
  /// Set when the text is right so far but ends too early.
  public let open: OpenConstruct?
  /// What could stand at the end of the text.
  public let expectations: [Expectation]

  /// Whether anything found keeps a statement from running.
  public var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }
}

/// What is still open at the end of an incomplete text.
public enum OpenConstruct: Hashable, Sendable {
  case bracket, quote
  /// Something has to follow this word or sign.
  case after(String)
}
