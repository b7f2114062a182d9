//! What the text of an article says of itself: its paragraphs' kinds, title, dateline, credits.

internal import QuothBasics
internal import QuothModel

/// One paragraph as laid out, before sentences are known.
struct LayoutParagraph: Sendable {
  /// Bytes of the paragraph, white space at the edges left out.
  var range: Range<Int>
  /// Where its running text starts, behind a dateline or a bare date.
  var textStart: Int
  var kind: ParagraphKind
}

/// The paragraphs of an article and what it says of its publication.
struct ArticleLayout: Sendable {
  var paragraphs: [LayoutParagraph] = []
  var title: String?
  var outlet: String?
  var agency: String?
  var author: String?
  var translator: String?
  var place: String?
  var date: CalendarDay?
}
