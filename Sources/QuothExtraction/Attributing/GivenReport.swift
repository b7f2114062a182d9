//! Quotations that came with an article take the place of those found in it.

internal import QuothBasics
internal import QuothModel

/// Puts given quotations into what was found, as the data has them.
struct GivenReport {
  let draft: Draft

  /// Adds the given quotations. What was found in their words is dropped; what was found elsewhere stays.
  func add(_ given: [GivenQuotation], to report: inout DraftReport, _ table: inout MentionTable) {
    let quotations = given.compactMap { quotation($0, &table) }
    func isGiven(_ content: Range<Int>) -> Bool { quotations.contains { $0.content.overlaps(content) } }
    report.quotations.removeAll { isGiven($0.content) }
    report.unattributed.removeAll { isGiven($0.content) }
    report.quotations += quotations
  }

  private func quotation(_ given: GivenQuotation, _ table: inout MentionTable) -> DraftQuotation? {
    let text = draft.bytes
    var content = given.content.clamped(to: 0..<text.count)
    while let first = content.first, text[first] <= 0x20 { content.removeFirst() }
    while let last = content.last, text[last] <= 0x20 { content.removeLast() }
    let sentence = draft.sentences.lastIndex { draft.byteRange($0.tokens).start <= content.lowerBound }
    guard !content.isEmpty, let sentence = sentence ?? draft.sentences.indices.first else { return nil }
    var words = 0
    WordScanner.forEachWord(in: text, content) { _ in words += 1 }
    return DraftQuotation(
      content: content, marked: marked(content), kind: .direct, sentence: sentence, wordCount: words,
      rule: given.speaker == nil ? .none : .given, confidence: given.speaker == nil ? nil : given.probability,
      speakers: given.speaker.map { [table.entities.person(given: $0)] } ?? [])
  }

  /// The words with the quotation marks around them, where there are any.
  private func marked(_ content: Range<Int>) -> Range<Int> {
    let before = markLength(endingAt: content.lowerBound)
    let after = markLength(startingAt: content.upperBound)
    guard before > 0, after > 0 else { return content }
    return draft.bytes.indices.dropFirst(content.lowerBound - before).prefix(content.count + before + after)
  }

  private func markLength(endingAt end: Int) -> Int {
    if end >= 1, draft.bytes[end - 1] == UInt8(ascii: "\"") { return 1 }
    return end >= 3 && isCurly(end - 3) ? 3 : 0
  }

  private func markLength(startingAt start: Int) -> Int {
    if start < draft.bytes.count, draft.bytes[start] == UInt8(ascii: "\"") { return 1 }
    return start + 3 <= draft.bytes.count && isCurly(start) ? 3 : 0
  }

  /// Whether “, ”, „ or ‟ stands at a byte: E2 80 9C to 9F.
  private func isCurly(_ start: Int) -> Bool {
    draft.bytes[start] == 0xE2 && draft.bytes[start + 1] == 0x80
      && (0x9C...0x9F).contains(draft.bytes[start + 2])
  }
}
