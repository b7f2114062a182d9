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
  /// No token: the edge of a paragraph or of the article.
  case none
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

  /// Stands where there is no token. It belongs to no class of words and covers no byte.
  static let none = Token(edgeAt: 0)

  init(
    start: Int32, end: Int32, kind: TokenKind, isCapitalized: Bool, isAllCapitals: Bool, isJoined: Bool,
    entry: WordEntry
  ) {
    self.start = start
    self.end = end
    self.kind = kind
    self.isCapitalized = isCapitalized
    self.isAllCapitals = isAllCapitals
    self.isJoined = isJoined
    self.entry = entry
  }

  /// The edge of a paragraph that ends at a byte.
  init(edgeAt byte: Int) {
    self.init(
      start: Int32(byte), end: Int32(byte), kind: .none, isCapitalized: false, isAllCapitals: false,
      isJoined: false, entry: .unknown)
  }

  /// Its bytes in the article's text.
  @inline(__always) var bytes: Range<Int> { Int(start)..<Int(end) }

  @inline(__always) var classes: WordClass { entry.classes }
  @inline(__always) func has(_ wordClass: WordClass) -> Bool { !entry.classes.isDisjoint(with: wordClass) }
  /// A word or a number.
  @inline(__always) var isWordLike: Bool { kind == .word || kind == .number }
  @inline(__always) var endsSentence: Bool {
    kind == .fullStop || kind == .question || kind == .exclamation || kind == .ellipsis
  }
}
