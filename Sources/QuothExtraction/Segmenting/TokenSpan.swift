//! A run of tokens of one article.

/// The numbers of the tokens from `lowerBound` up to, and without, `upperBound`.
///
/// Readers look both ends up apart, and words in an odd order can put the end before the start. So a span is clamped
/// where it is made: an end before the start makes it empty. `init(nonEmpty:_:)` is for readers to whom no words mean
/// no finding.
struct TokenSpan: Hashable, Sendable, RandomAccessCollection {
  let lowerBound: Int
  let upperBound: Int

  /// The tokens from `start` up to, and without, `end`; none where `end` does not lie behind `start`.
  @inline(__always) init(_ start: Int, _ end: Int) {
    lowerBound = start
    upperBound = Swift.max(start, end)
  }

  /// The same, or nil where that is no token.
  @inline(__always) init?(nonEmpty start: Int, _ end: Int) {
    guard start < end else { return nil }
    self.init(start, end)
  }

  /// One token.
  @inline(__always) init(at token: Int) { self.init(token, token + 1) }

  @inline(__always) var startIndex: Int { lowerBound }
  @inline(__always) var endIndex: Int { upperBound }
  @inline(__always) subscript(position: Int) -> Int { position }
  @inline(__always) func index(after index: Int) -> Int { index + 1 }
  @inline(__always) func index(before index: Int) -> Int { index - 1 }
  @inline(__always) func distance(from start: Int, to end: Int) -> Int { end - start }
  @inline(__always) func index(_ index: Int, offsetBy distance: Int) -> Int { index + distance }

  @inline(__always) func contains(_ token: Int) -> Bool { lowerBound <= token && token < upperBound }

  /// Whether both have a token in common.
  @inline(__always) func overlaps(_ other: TokenSpan) -> Bool {
    !isEmpty && !other.isEmpty && lowerBound < other.upperBound && other.lowerBound < upperBound
  }

  /// The part before a token.
  @inline(__always) func before(_ token: Int) -> TokenSpan {
    TokenSpan(lowerBound, Swift.min(token, upperBound))
  }

  /// The part behind a token, without the token itself.
  @inline(__always) func after(_ token: Int) -> TokenSpan {
    TokenSpan(Swift.max(token + 1, lowerBound), upperBound)
  }

  /// At most `count` tokens of it right before a token.
  @inline(__always) func window(before token: Int, _ count: Int) -> TokenSpan {
    TokenSpan(Swift.max(lowerBound, token - count), Swift.min(token, upperBound))
  }
}
