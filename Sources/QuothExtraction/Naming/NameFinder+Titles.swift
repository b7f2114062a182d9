//! Titles before a name, and the gender that title and name tell.

extension NameFinder {
  /// Takes lower-case role nouns and what describes them into the title: "former Cuban dictator Raúl Castro".
  func extendTitle(_ span: inout NameSpan, in range: TokenSpan) {
    var start = span.full.lowerBound
    var sawRole = span.full.lowerBound < span.core.lowerBound
    while start > range.lowerBound {
      let token = draft.tokens[start - 1]
      guard token.kind == .word || token.kind == .number, !draft.isQuoted(start - 1) || draft.isQuoted(start)
      else { break }
      if token.has(.role) || token.has(.anyHonorific) || (token.has(.personNoun) && !token.has(.preposition))
      {
        sawRole = true
      } else if !(sawRole && isDescription(start - 1)) && !token.has(.dead) && !isAge(start - 1) {
        break
      }
      start -= 1
    }
    if sawRole || start < span.full.lowerBound { span.full = TokenSpan(start, span.full.upperBound) }
  }

  private func isDescription(_ index: Int) -> Bool {
    let token = draft.tokens[index]
    return token.has(.demonym) || draft.isWord(index, "former") || draft.isWord(index, "then")
      || draft.isWord(index, "vice") || draft.isWord(index, "prime") || draft.isWord(index, "supreme")
      || draft.isWord(index, "foreign") || draft.isWord(index, "deputy")
      || draft.isWord(index, "presidential")
      || draft.isWord(index, "campaign") || draft.isWord(index, "senior") || draft.isWord(index, "republican")
      || draft.isWord(index, "democratic") || token.has(.organizationNoun) && !token.isCapitalized
  }

  private func isAge(_ index: Int) -> Bool {
    let bytes = draft.text(index)
    return bytes.hasSuffix("-year-old")
  }

  func gender(of span: NameSpan) -> Gender? {
    for index in TokenSpan(span.full.lowerBound, span.core.lowerBound) {
      if draft.tokens[index].has([.honorificMale, .maleNoun]) { return .male }
      if draft.tokens[index].has([.honorificFemale, .femaleNoun]) { return .female }
    }
    let first = draft.tokens[span.core.lowerBound]
    guard span.core.count > 1 else { return nil }
    if first.has(.givenMale), !first.has(.givenFemale) { return .male }
    if first.has(.givenFemale), !first.has(.givenMale) { return .female }
    // Given names that no list holds: those in -a are mostly women's.
    let isUnknown = !first.has(.givenName) && first.end - first.start >= 4
    return isUnknown && draft.lastByte(of: span.core.lowerBound) == UInt8(ascii: "a") ? .female : nil
  }
}
