//! A stretch in quotation marks.

/// Words between an opening and a closing quotation mark, within one paragraph.
struct Stretch: Sendable {
  /// Paragraph of the article, from 0.
  let paragraph: Int
  /// Tokens between the marks.
  let tokens: TokenSpan
  /// Bytes between the marks, white space at the edges left out.
  let content: Range<Int>
  /// Bytes with the marks.
  let marked: Range<Int>
  /// False when the paragraph ended first: the quotation goes on in the next.
  let isClosed: Bool
  /// In single quotation marks, in an article that quotes with double ones.
  let isSingle: Bool
  let wordCount: Int

  /// The token of the opening mark.
  var open: Int { tokens.lowerBound - 1 }
  /// The tokens with their marks.
  var markedTokens: TokenSpan { TokenSpan(open, tokens.upperBound + (isClosed ? 1 : 0)) }
}
