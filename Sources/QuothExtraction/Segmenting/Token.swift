//! A token of running text: a word, a mark of punctuation, a quotation mark.

/// What a token is.
enum TokenKind: UInt8, Sendable {
  case word, number
  /// The possessive ending, with its apostrophe.
  case possessive
  case comma, fullStop, question, exclamation, colon, semicolon, ellipsis, dash, slash
  case openBracket, closeBracket
  /// A double quotation mark of any glyph, two apostrophes, or backticks.
  case quoteMark
  /// A single quotation mark that is no apostrophe.
  case singleMark
  case other
}

/// One token of an article.
struct Token: Sendable {
  /// First byte and the byte after the last, in the article's text.
  let start: Int32
  let end: Int32
  let kind: TokenKind
  let isCapitalized: Bool
  /// Two or more letters, all of them capitals.
  let isAllCapitals: Bool
  /// No white space stands between this token and the one before.
  let isJoined: Bool
  let entry: WordEntry

  @inline(__always) var classes: WordClass { entry.classes }
  @inline(__always) func has(_ wordClass: WordClass) -> Bool { !entry.classes.isDisjoint(with: wordClass) }
  /// A word or a number.
  @inline(__always) var isWordLike: Bool { kind == .word || kind == .number }
  @inline(__always) var endsSentence: Bool {
    kind == .fullStop || kind == .question || kind == .exclamation || kind == .ellipsis
  }
}
