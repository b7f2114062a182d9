//! Which paragraphs the rows of a table lie in.

internal import QuothBasics
internal import QuothModel
internal import QuothQuery

/// The first and the last paragraph of each row's text.
struct ParagraphSpans: Sendable {
  private let firsts: [UInt32]
  private let lasts: [UInt32]

  var rowCount: Int { firsts.count }

  /// The paragraphs of a row.
  func paragraphs(of row: Int) -> ClosedRange<Int> { Int(firsts[row])...Int(lasts[row]) }

  private init(_ spans: [(Int, Int)]) {
    firsts = spans.map { UInt32($0.0) }
    lasts = spans.map { UInt32($0.1) }
  }

  /// The spans of rows that lie in these sentences: each its paragraph.
  private init(_ sentences: [SentenceID], _ corpus: Corpus) {
    self.init(
      sentences.map { sentence in
        let paragraph = corpus[sentence].paragraph.index
        return (paragraph, paragraph)
      })
  }

  /// The spans of a field of text; nil where the field is no stretch of paragraphs.
  init?(of field: Field, in table: Table, _ corpus: Corpus) {
    switch (table, field) {
    case (.paragraphs, .text): self.init(corpus.paragraphs.indices.map { ($0, $0) })
    case (.sentences, .text): self.init(corpus.sentences.map(\.id), corpus)
    case (.mentions, .sentence): self.init(corpus.mentions.map(\.sentence), corpus)
    case (.epithets, .sentence), (.epithets, .text): self.init(corpus.epithets.map(\.sentence), corpus)
    case (.quotations, .sentence): self.init(corpus.quotations.map(\.sentence), corpus)
    case (.quotations, .text): self.init(corpus.quotations.map { Self.paragraphs(of: $0, corpus) })
    default: return nil
    }
  }

  private static func paragraphs(of quotation: Quotation, _ corpus: Corpus) -> (Int, Int) {
    let paragraphs = corpus[quotation.article].paragraphs
    func paragraph(at place: Int) -> Int {
      let after = paragraphs.firstIndex(notPreceding: { $0.range.start <= place })
      return max(paragraphs.startIndex, after - 1)
    }
    return (paragraph(at: quotation.content.start), paragraph(at: max(0, quotation.content.end - 1)))
  }
}
