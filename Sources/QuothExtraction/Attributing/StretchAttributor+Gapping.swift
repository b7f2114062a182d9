//! Reports that leave their verb out: "Berg called it “a ruin”; Diallo, “a shame”", "… and Diallo “a jewel”".

import QuothModel

extension StretchAttributor {
  /// A name right before a stretch, behind "and", a comma or a semicolon, where the sentence has quoted before.
  func gapping(_ stretch: Stretch, _ sentence: DraftSentence) -> AttributionFinding? {
    let floor = sentence.tokens.lowerBound
    var end = stretch.open
    let hasComma = draft.tokens[end - 1].kind == .comma
    if hasComma { end -= 1 }
    var start = end
    while start > floor, draft.tokens[start - 1].kind == .word, draft.tokens[start - 1].isCapitalized,
      !draft.isQuoted(start - 1)
    {
      start -= 1
    }
    guard start < end, start > floor, !draft.isQuoted(start - 1) else { return nil }
    // "called the quota “a joke” and Europe “a club”": what is named, not who names it.
    let isPlace = TokenSpan(start, end).contains {
      draft.tokens[$0].has([.country, .placeName, .placeNoun, .capital, .demonym, .organizationNoun])
    }
    guard !isPlace else { return nil }
    let joint = draft.tokens[start - 1]
    // A comma on both sides of the name is a list or an address; a semicolon opens a clause.
    let isJoint =
      joint.kind == .semicolon || draft.isWord(start - 1, "and") || draft.isWord(start - 1, "but")
      || joint.kind == .comma && !hasComma
    guard isJoint, let before = stretchEnding(before: start - 1, sentence), isReported(before, sentence)
    else {
      return nil
    }
    return AttributionFinding(rule: .sourceCueQuote, source: TokenSpan(start, end))
  }

  /// The stretch of the sentence that ends right before a token, a comma or a semicolon aside.
  private func stretchEnding(before index: Int, _ sentence: DraftSentence) -> Stretch? {
    var last = index - 1
    if draft.tokens[last].kind == .comma, !draft.isQuoted(last) { last -= 1 }
    guard let number = draft.stretch(at: last), sentence.stretches.contains(number) else { return nil }
    return draft.stretches[number]
  }

  /// Whether a cue leads to the stretch, or a name does as here.
  private func isReported(_ stretch: Stretch, _ sentence: DraftSentence) -> Bool {
    sentence.tokens.before(stretch.open).contains { !draft.isQuoted($0) && cues.isCue($0) }
  }
}
