//! Words that somebody else passes on: "the agency quoted him as saying", "she was cited as telling a rally".

import QuothModel

extension StretchAttributor {
  /// `"Q," the agency quoted him as saying.` and `"Q," he was quoted as saying.`: the words are of whom is quoted.
  func relayed(from start: Int, _ limit: Int) -> AttributionFinding? {
    for index in TokenSpan(start, min(limit, start + 20)) where quotes(index) {
      guard let saying = saying(after: index, limit) else { continue }
      let cue = TokenSpan(saying - 1, saying + 1)
      let object = TokenSpan(index + 1, saying - 1)
      if object.isEmpty || draft.tokens[object.lowerBound].has(.preposition) {
        // "he was quoted by the agency as saying"
        guard let source = clauses.subject(of: index, floor: start) else { return nil }
        return AttributionFinding(rule: .quoteSourceCue, cue: TokenSpan(index, saying + 1), source: source)
      }
      return AttributionFinding(rule: .quoteSourceCue, cue: cue, source: object)
    }
    return nil
  }

  private func quotes(_ index: Int) -> Bool {
    draft.isWord(index, "quoted") || draft.isWord(index, "quotes") || draft.isWord(index, "cited")
      || draft.isWord(index, "cites")
  }

  /// "as saying", "as telling" behind whom or by whom is quoted.
  private func saying(after quoted: Int, _ limit: Int) -> Int? {
    for index in TokenSpan(quoted + 1, min(limit - 1, quoted + 10)) where draft.isWord(index, "as") {
      return draft.tokens[index + 1].has(.cueGerund) ? index + 1 : nil
    }
    return nil
  }
}
