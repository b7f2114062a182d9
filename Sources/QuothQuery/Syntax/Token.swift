//! The lexemes of the language.

/// What a token is.
public enum TokenKind: Hashable, Sendable {
  // Trivia: what the grammar does not see.
  case space, comment, newline
  /// Letters of any script, digits and `-'_.&`: names, keywords, numbers and dates.
  case word
  /// Text in quotation marks; `isClosed` is false when the text ends first.
  case string(isClosed: Bool)
  /// `/…/`, only after `~`.
  case regex(isClosed: Bool)
  /// `$name`.
  case variable
  case comma, semicolon, pipe, openBracket, closeBracket, tilde, question, star
  case comparison(Comparison)
  /// Marks that are meant as a comparison but are not one, such as `=>`.
  case badComparison(Comparison)
  /// Characters or bytes that the language has no use for.
  case stray
  /// The end of the text.
  case end

  /// Whether the grammar never sees it.
  public var isTrivia: Bool {
    switch self {
    case .space, .comment: true
    case .newline, .word, .string, .regex, .variable, .comma, .semicolon, .pipe, .openBracket, .closeBracket,
      .tilde, .question, .star, .comparison, .badComparison, .stray, .end:
      false
    }
  }
}

/// One lexeme and where it stands.
public struct Token: Hashable, Sendable {
  /// What it is to the grammar.
  public let kind: TokenKind
  /// Its bytes in the query text; tokens leave no gap.
  public let range: SourceRange
  /// The keyword that a word spells.
  public let keyword: Keyword?

  init(_ kind: TokenKind, _ range: SourceRange, keyword: Keyword? = nil) {
    self.kind = kind
    self.range = range
    self.keyword = keyword
  }

  /// Whether it is a word, keyword or not.
  var isWord: Bool { kind == .word }
}
