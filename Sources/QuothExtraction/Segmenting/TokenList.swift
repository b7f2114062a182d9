//! The tokens of one article, with a token `none` wherever there is no neighbour.

/// All tokens of an article. Behind the last token of each paragraph lies a `Token.none`, so that no reader takes the
/// first word of the next paragraph for what follows; outside the article every number gives one too.
struct TokenList: Sendable {
  private let tokens: [Token]

  init(_ tokens: [Token]) { self.tokens = tokens }

  /// How many there are, the edges of paragraphs counted.
  var count: Int { tokens.count }

  @inline(__always) subscript(index: Int) -> Token {
    tokens.indices.contains(index) ? tokens[index] : .none
  }

  /// The bytes that a span covers; an empty range where it holds no token.
  func bytes(of span: TokenSpan) -> Range<Int> {
    guard let first = span.first, let last = span.last else { return 0..<0 }
    let start = Int(self[first].start)
    return start..<max(start, Int(self[last].end))
  }
}
