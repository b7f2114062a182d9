//! What a name names: a person, an organization, a place.

internal import QuothBasics
internal import QuothModel

extension NameFinder {
  func kind(of span: NameSpan, in range: TokenSpan) -> NameKind {
    let first = draft.tokens[span.core.lowerBound]
    let last = draft.tokens[span.core.upperBound - 1]
    if span.full.lowerBound < span.core.lowerBound { return .person }
    if isCountry(span.core) || isKnownPlace(span.core) { return .place }
    if draft.isWord(span.core.lowerBound, "new"), span.core.count == 2 { return .unknown }
    if last.has(.placeNoun), span.core.count > 1, !first.has(.givenName) { return .place }
    if last.has(.country), span.core.contains(where: { draft.tokens[$0].has(.placeNoun) }) { return .place }
    if span.core.contains(where: { draft.tokens[$0].has(.organizationNoun) }), span.core.count > 1 {
      return .organization
    }
    if span.core.count > 1, first.has(.givenName) { return .person }
    if isTitledBefore(span.core.lowerBound, in: range) || isAgedAfter(span.core.upperBound, in: range) {
      return .person
    }
    if span.core.count == 1 {
      if first.isAllCapitals, first.end - first.start <= 6 { return .organization }
      if first.has(.givenName) { return .likelyPerson }
      return isLocated(span.core.lowerBound, in: range) ? .place : .unknown
    }
    if last.has(.demonym), !last.has(.country) { return .unknown }
    if first.has([.country, .demonym, .capital]) { return .organization }
    let isAfterThe =
      span.core.lowerBound > range.lowerBound && draft.tokens[span.core.lowerBound - 1].has(.determiner)
    return isAfterThe || span.core.count > 4 ? .unknown : .likelyPerson
  }

  private func isKnownPlace(_ core: TokenSpan) -> Bool {
    if core.count == 1 { return draft.tokens[core.lowerBound].has(.placeName) }
    return draft.lexicon.isPlacePhrase(draft.bytes(core))
  }

  private func isCountry(_ core: TokenSpan) -> Bool {
    if core.count == 1 {
      return draft.tokens[core.lowerBound].has([.country, .capital]) || isAbbreviatedCountry(core.lowerBound)
    }
    return EntityTable.country(of: core, draft) != nil
  }

  /// "in Havanna": what a preposition of place governs.
  private func isLocated(_ index: Int, in range: TokenSpan) -> Bool {
    guard index > range.lowerBound, draft.isWord(index - 1, "in") else { return false }
    let isAttribute =
      index + 1 < range.upperBound && draft.tokens[index + 1].kind == .word
      && !draft.tokens[index + 1].has([
        .preposition, .coordinator, .subordinator, .auxiliary, .adverb, .weekday, .who,
      ])
    return !isAttribute && !(index + 1 < range.upperBound && draft.tokens[index + 1].kind == .possessive)
  }

  /// A role noun or a word for kin in lower case stands right before the name: "dictator Raúl Castro", "her son Marek".
  private func isTitledBefore(_ index: Int, in range: TokenSpan) -> Bool {
    guard index > range.lowerBound else { return false }
    let token = draft.tokens[index - 1]
    return token.kind == .word && token.has([.role, .maleNoun, .femaleNoun]) && !token.isCapitalized
  }

  /// An age or a party follows: "Raúl, 91," or "(D-Md.)".
  private func isAgedAfter(_ index: Int, in range: TokenSpan) -> Bool {
    guard index + 2 < range.upperBound else { return false }
    if draft.tokens[index].kind == .comma, draft.tokens[index + 1].kind == .number,
      draft.tokens[index + 1].end - draft.tokens[index + 1].start == 2, draft.tokens[index + 2].kind == .comma
    {
      return true
    }
    return draft.tokens[index].kind == .openBracket
      && (draft.isWord(index + 1, "d") || draft.isWord(index + 1, "r"))
  }
}
