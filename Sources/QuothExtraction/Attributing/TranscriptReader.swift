//! Interviews and debates printed as turns without quotation marks: "DALBY: When?", "Q: …" and "A: …".

import QuothModel

/// What one paragraph of a transcript says and who says it.
struct TranscriptTurn: Sendable {
  /// Tokens of the label, without its colon.
  let label: TokenSpan
  /// Tokens of the words.
  let content: TokenSpan
  let voice: Voice

  enum Voice: Sendable {
    case named, asking, answering
  }
}

/// Finds the turns of an article.
///
/// One paragraph with a colon near its start is no transcript. Several are, when at least two labels take turns and one
/// of them comes again.
struct TranscriptReader {
  let draft: Draft

  private static let leastTurns = 3
  private static let longestLabel = 4

  /// The turns by paragraph; none where the article is no transcript.
  func turns() -> [Int: TranscriptTurn] {
    var turns: [Int: TranscriptTurn] = [:]
    var count: [String: Int] = [:]
    for (number, paragraph) in draft.paragraphs.enumerated() where paragraph.layout.kind == .body {
      guard let turn = turn(of: paragraph.tokens) else { continue }
      turns[number] = turn
      count[draft.text(turn.label), default: 0] += 1
    }
    let isTranscript =
      turns.count >= TranscriptReader.leastTurns && count.count > 1 && count.values.contains { $0 > 1 }
    return isTranscript ? turns : [:]
  }

  private func turn(of paragraph: TokenSpan) -> TranscriptTurn? {
    let limit = min(paragraph.upperBound, paragraph.lowerBound + TranscriptReader.longestLabel + 1)
    guard
      let mark = TokenSpan(paragraph.lowerBound, limit).first(where: { endsLabel($0, paragraph.lowerBound) }),
      mark > paragraph.lowerBound, mark + 1 < paragraph.upperBound, !draft.isQuoted(mark + 1),
      let voice = voice(of: TokenSpan(paragraph.lowerBound, mark))
    else { return nil }
    return TranscriptTurn(
      label: TokenSpan(paragraph.lowerBound, mark), content: TokenSpan(mark + 1, paragraph.upperBound),
      voice: voice)
  }

  /// A colon; behind "Q" and "A" a full stop will do.
  private func endsLabel(_ index: Int, _ start: Int) -> Bool {
    if draft.tokens[index].kind == .colon { return true }
    return index == start + 1 && draft.tokens[index].kind == .fullStop
      && (draft.isWord(start, "q") || draft.isWord(start, "a")) && draft.tokens[start].isCapitalized
  }

  private func voice(of label: TokenSpan) -> TranscriptTurn.Voice? {
    if label.count == 1, draft.tokens[label.lowerBound].isCapitalized {
      let word = label.lowerBound
      if draft.isWord(word, "q") || draft.isWord(word, "question") || draft.isWord(word, "interviewer") {
        return .asking
      }
      if draft.isWord(word, "a") || draft.isWord(word, "answer") { return .answering }
    }
    let isName = label.allSatisfy { index in
      let token = draft.tokens[index]
      return token.kind == .word && !draft.isQuoted(index)
        && (token.isAllCapitals
          || token.has(WordClass.anyHonorific.union(.titleAbbreviation)) && token.isCapitalized
          || isSurname(index, label))
    }
    return isName ? .named : nil
  }

  /// "Mr Modi:": behind a title capitals need not be all.
  private func isSurname(_ index: Int, _ label: TokenSpan) -> Bool {
    draft.tokens[index].isCapitalized
      && draft.tokens[label.lowerBound].has(WordClass.anyHonorific.union(.titleAbbreviation))
  }
}
