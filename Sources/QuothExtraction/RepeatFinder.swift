//! Finds pull quotes and captions that repeat a quotation.

internal import QuothBasics
internal import QuothModel

/// Marks quotations that print another one again, and makes quotations of unmarked pull quotes that do.
struct RepeatFinder {
  let draft: Draft

  func mark(_ report: inout DraftReport) {
    let bodies = report.quotations.indices.filter {
      report.quotations[$0].kind != .indirect && kind(of: report.quotations[$0]) == .body
    }
    var words: [Int: [String]] = [:]
    for number in bodies { words[number] = folded(report.quotations[number].content) }
    for number in report.quotations.indices where report.quotations[number].kind != .indirect {
      let paragraph = kind(of: report.quotations[number])
      guard paragraph == .caption || paragraph == .pullquote else { continue }
      let own = folded(report.quotations[number].content)
      report.quotations[number].repeats = bodies.first { contains(words[$0] ?? [], own) }
    }
    appendPullQuotes(bodies, words, &report)
  }

  private func kind(of quotation: DraftQuotation) -> ParagraphKind {
    draft.paragraphs[draft.sentences[quotation.sentence].paragraph].layout.kind
  }

  /// A pull quote without marks whose words are those of a quotation.
  private func appendPullQuotes(_ bodies: [Int], _ words: [Int: [String]], _ report: inout DraftReport) {
    for paragraph in draft.paragraphs where paragraph.layout.kind == .pullquote {
      guard paragraph.stretches.isEmpty, let first = paragraph.sentences.first,
        let start = paragraph.tokens.first, let last = paragraph.tokens.last
      else { continue }
      let content = Int(draft.tokens[start].start)..<Int(draft.tokens[last].end)
      let own = folded(content)
      guard let original = bodies.first(where: { contains(words[$0] ?? [], own) }) else { continue }
      let before = report.quotations[original]
      report.quotations.append(
        DraftQuotation(
          content: content, marked: content, kind: before.kind, sentence: first, wordCount: own.count,
          rule: .repetition, cue: before.cue, source: before.source, mention: before.mention,
          speakers: before.speakers, repeats: original))
    }
  }

  private func folded(_ range: Range<Int>) -> [String] {
    var words: [String] = []
    WordScanner.forEachWord(in: draft.bytes, range) {
      words.append(String(decoding: TextFolding.fold(draft.bytes[$0]), as: UTF8.self))
    }
    return words
  }

  private func contains(_ words: [String], _ part: [String]) -> Bool {
    guard part.count >= 3, words.count >= part.count else { return false }
    return (0...(words.count - part.count)).contains {
      words[$0] == part[0] && words[$0...].starts(with: part)
    }
  }
}
