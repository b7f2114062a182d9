//! The paragraphs in which a text has to be looked at, so that the others need not be.

internal import QuothBasics
internal import QuothModel

/// Where the matches of one condition on text can stand.
struct TextAnchors: Sendable {
  /// What stands in each match.
  enum Anchor: Sendable {
    /// Its first character.
    case start
    /// The word at this place of the pattern.
    case word(Int)
  }

  let anchor: Anchor
  let spans: ParagraphSpans
  /// Paragraphs that hold what stands in a match.
  let paragraphs: NumberSet

  /// Whether `holds` says yes of the text of a row from any of these paragraphs on. It is given the whole text of the
  /// row, and which parts of it are the paragraphs', each with all that stands between it and the next.
  func anyHolds(
    _ row: Int, _ passage: Passage, _ corpus: Corpus,
    _ holds: (UnsafeBufferPointer<UInt8>, [Range<Int>]) -> Bool
  ) -> Bool {
    let candidates = spans.paragraphs(of: row)
    guard candidates.contains(where: paragraphs.contains) else { return false }
    let article = corpus[passage.article]
    let all = article.paragraphs.indices
    return article.bytes(passage.range).withUnsafeBufferPointer { text in
      let parts = candidates.compactMap { paragraph -> Range<Int>? in
        guard paragraphs.contains(paragraph) else { return nil }
        let start = paragraph == all.lowerBound ? 0 : corpus.paragraphs[paragraph].range.start
        let end =
          paragraph + 1 < all.upperBound ? corpus.paragraphs[paragraph + 1].range.start : article.byteCount
        let (first, last) = (passage.range.start, passage.range.end)
        let part = min(max(start, first), last) - first..<min(max(end, first), last) - first
        return part.isEmpty ? nil : part
      }
      return holds(text, parts)
    }
  }
}
