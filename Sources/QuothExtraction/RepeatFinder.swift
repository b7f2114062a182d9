//! Finds pull quotes and captions that repeat a quotation.

internal import QuothModel

/// Marks quotations that print another one again, and makes quotations of unmarked pull quotes that do.
struct RepeatFinder {
  let draft: Draft

  func mark(_ report: inout DraftReport) {
    let repeating = report.quotations.indices.filter {
      let kind = kind(of: report.quotations[$0])
      return report.quotations[$0].kind != .indirect && (kind == .caption || kind == .pullquote)
    }
    let pullQuotes = draft.paragraphs.filter { $0.layout.kind == .pullquote && $0.stretches.isEmpty }
    guard !repeating.isEmpty || !pullQuotes.isEmpty else { return }
    let bodies = report.quotations.indices.filter {
      report.quotations[$0].kind != .indirect && kind(of: report.quotations[$0]) == .body
    }
    let index = ContainmentIndex(bodies.map { WordPrints(draft.bytes, report.quotations[$0].content) })
    for number in repeating {
      report.quotations[number].repeats = original(of: report.quotations[number].content, bodies, index)
    }
    for paragraph in pullQuotes { appendPullQuote(paragraph, bodies, index, &report) }
  }

  private func kind(of quotation: DraftQuotation) -> ParagraphKind {
    draft.paragraphs[draft.sentences[quotation.sentence].paragraph].layout.kind
  }

  /// The quotation that holds the words of a range.
  private func original(of content: Range<Int>, _ bodies: [Int], _ index: ContainmentIndex) -> Int? {
    index.text(holding: WordPrints(draft.bytes, content)) { _ in true }.map { bodies[$0] }
  }

  /// A pull quote without marks whose words are those of a quotation.
  private func appendPullQuote(
    _ paragraph: DraftParagraph, _ bodies: [Int], _ index: ContainmentIndex, _ report: inout DraftReport
  ) {
    guard let first = paragraph.sentences.first, let start = paragraph.tokens.first,
      let last = paragraph.tokens.last
    else { return }
    let content = Int(draft.tokens[start].start)..<Int(draft.tokens[last].end)
    guard let original = original(of: content, bodies, index) else { return }
    let before = report.quotations[original]
    report.quotations.append(
      DraftQuotation(
        content: content, marked: content, kind: before.kind, sentence: first,
        wordCount: WordPrints(draft.bytes, content).count, rule: .repetition, cue: before.cue,
        source: before.source, mention: before.mention, speakers: before.speakers, repeats: original))
  }
}
