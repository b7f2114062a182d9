//! Nouns for words that lead to a speaker: "In the words of Berg, “…”", "“…,” was Berg's answer", "From Berg came …".

import QuothModel

extension StretchAttributor {
  /// The person whose words a noun or a preposition says a stretch to be.
  func wording(_ stretch: Stretch, _ sentence: DraftSentence) -> AttributionFinding? {
    opening(stretch, sentence) ?? closing(stretch, sentence)
  }

  /// `In the words of Berg, “Q”`, `In Berg's words, “Q”`, `For Berg, “Q”`, `From Berg came a plain “Q”`.
  private func opening(_ stretch: Stretch, _ sentence: DraftSentence) -> AttributionFinding? {
    let floor = sentence.tokens.lowerBound
    let end = stretch.open - (draft.tokens[stretch.open - 1].kind == .comma ? 1 : 0)
    guard end > floor + 1, !draft.isQuoted(end - 1) else { return nil }
    if draft.isWord(floor, "from"),
      let verb = TokenSpan(floor + 2, end).first(where: { draft.isWord($0, "came") }),
      let source = clauses.phrase(startingAt: floor + 1, limit: verb), source.upperBound == verb
    {
      return AttributionFinding(rule: .cueNoun, cue: TokenSpan(at: verb), source: source)
    }
    let start: Int
    if draft.isWord(floor, "for"), draft.tokens[floor + 1].isCapitalized, end < stretch.open {
      start = floor + 1
    } else if let noun = TokenSpan(floor, min(end, floor + 12)).first(where: { isWording($0) }),
      sentence.tokens.before(noun).contains(where: { draft.isWord($0, "in") })
    {
      if !draft.isWord(noun + 1, "of") {
        guard noun + 1 == end else { return nil }
        return owner(of: noun, floor).map {
          AttributionFinding(rule: .cueNoun, cue: TokenSpan(at: noun), source: $0)
        }
      }
      start = noun + 2
    } else {
      return nil
    }
    guard let source = clauses.phrase(startingAt: start, limit: end), source.upperBound == end else {
      return nil
    }
    return AttributionFinding(rule: .cueNoun, cue: TokenSpan(floor, start), source: source)
  }

  /// `“Q,” was Berg's answer`, `“Q”, in Berg's words`.
  private func closing(_ stretch: Stretch, _ sentence: DraftSentence) -> AttributionFinding? {
    guard stretch.isClosed else { return nil }
    var index = stretch.tokens.upperBound + 1
    if draft.tokens[index].kind == .comma { index += 1 }
    guard draft.tokens[index].has(.be) || draft.isWord(index, "in") else { return nil }
    let isNamed = draft.tokens[index].has(.be)
    for noun in TokenSpan(index + 1, min(index + 10, sentence.tokens.upperBound)) {
      guard isWording(noun) || isNamed && draft.tokens[noun].has(.cueNoun) else { continue }
      return owner(of: noun, index).map {
        AttributionFinding(rule: .cueNoun, cue: TokenSpan(at: noun), source: $0)
      }
    }
    return nil
  }

  private func isWording(_ index: Int) -> Bool {
    draft.isWord(index, "words") || draft.isWord(index, "phrase")
  }
}
