//! Speakers that a passive names: "was asked by Berg: “…”", "was called “…” by Berg".

import QuothModel

extension StretchAttributor {
  /// The noun phrase behind "by", where the cue beside a stretch is a participle in the passive.
  func agent(_ stretch: Stretch, _ sentence: DraftSentence) -> AttributionFinding? {
    agentBefore(stretch, sentence) ?? agentBehind(stretch, sentence)
  }

  /// `was told by Berg: “Q”`, `was described by Berg as “Q”`.
  private func agentBefore(_ stretch: Stretch, _ sentence: DraftSentence) -> AttributionFinding? {
    let reach = sentence.tokens.window(before: stretch.open, 16)
    guard let by = reach.last(where: { draft.isWord($0, "by") && !draft.isQuoted($0) }),
      isPassive(by - 1, sentence.tokens.lowerBound)
    else { return nil }
    var end = stretch.open
    let isLed =
      draft.tokens[end - 1].kind == .colon || draft.tokens[end - 1].kind == .comma
      || draft.isWord(end - 1, "as") || draft.isWord(end - 1, "that")
    guard isLed else { return nil }
    end -= 1
    guard let source = clauses.phrase(startingAt: by + 1, limit: end), source.upperBound == end else {
      return nil
    }
    return AttributionFinding(rule: .sourceCueQuote, cue: TokenSpan(at: by - 1), source: source)
  }

  /// `was called “Q” by Berg`, `, called “Q” by Berg,`.
  private func agentBehind(_ stretch: Stretch, _ sentence: DraftSentence) -> AttributionFinding? {
    let by = stretch.tokens.upperBound + 1
    guard stretch.isClosed, draft.isWord(by, "by"), by + 1 < sentence.tokens.upperBound,
      let cue = sentence.tokens.window(before: stretch.open, 4).last(where: {
        isPassive($0, sentence.tokens.lowerBound)
      }),
      let source = clauses.phrase(startingAt: by + 1, limit: sentence.tokens.upperBound), startsPhrase(source)
    else { return nil }
    return AttributionFinding(rule: .quoteCueSource, cue: TokenSpan(at: cue), source: source)
  }

  /// A reporting form in -ed, "told" or the like, behind a form of "be" or behind a comma.
  private func isPassive(_ index: Int, _ floor: Int) -> Bool {
    let token = draft.tokens[index]
    guard token.has(.cueFinite), !draft.isQuoted(index), draft.lastByte(of: index) != UInt8(ascii: "s") else {
      return false
    }
    var before = index - 1
    while before >= floor, draft.tokens[before].has(.adverb), !draft.tokens[before].has(.be) { before -= 1 }
    return before >= floor && (draft.tokens[before].has(.be) || draft.tokens[before].kind == .comma)
  }
}
