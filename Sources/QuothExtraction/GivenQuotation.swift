//! Quotations that came with an article, attributed by whoever made the data.

public import QuothModel

/// A quotation as the data gives it.
public struct GivenQuotation: Hashable, Sendable {
  /// Bytes of the words within the article's text.
  public let content: Range<Int>
  /// Nil where the data names nobody.
  public let speaker: String?
  /// How sure the data is of the speaker, 0 to 1.
  public let probability: Double

  public init(content: Range<Int>, speaker: String?, probability: Double) {
    self.content = content
    self.speaker = speaker
    self.probability = probability
  }
}

/// A stretch of text whose kind is known from beside it, as a caption of a web page is.
public struct GivenKind: Hashable, Sendable {
  /// Bytes of the article's text.
  public let range: Range<Int>
  /// What the stretch is for.
  public let kind: ParagraphKind

  public init(range: Range<Int>, kind: ParagraphKind) {
    self.range = range
    self.kind = kind
  }
}
