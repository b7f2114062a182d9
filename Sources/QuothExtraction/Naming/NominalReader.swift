//! Reads noun phrases headed by an office or a word for persons: "the Cuban president", "the two leaders".

/// A description of a person, or of several, by what they are.
struct NominalSpan: Sendable {
  var tokens: TokenSpan
  /// The head noun: "president"; for "the two", the numeral.
  var head: Int
  /// The country that an adjective, a possessive or "of" names; index into the countries lexicon.
  var country: Int?
  /// Describes two or more: "the two leaders", "both presidents".
  var isGroup: Bool
  /// Starts with a determiner, a possessive or a country's adjective, and so can stand for one known person.
  var isDefinite: Bool
  /// "former": matches only who is described so too.
  var isFormer: Bool
}

/// Reads nominals from a draft.
struct NominalReader {
  let draft: Draft

  /// The nominal that starts at `start`, or nil. Never reads past `limit`.
  func nominal(at start: Int, limit: Int) -> NominalSpan? {
    var index = start
    var span = NominalSpan(
      tokens: TokenSpan(start, start), head: -1, country: nil, isGroup: false, isDefinite: false,
      isFormer: false)
    var isTwo = false
    readOpening(&index, limit, &span, &isTwo)
    return nominal(span, from: index, limit: limit, isTwo)
  }

  /// The nominal that a name in the possessive opens: "Iran's supreme leader". `ending` is the possessive token.
  func nominal(ownedBy name: TokenSpan, _ ending: Int, limit: Int) -> NominalSpan? {
    var span = NominalSpan(
      tokens: name, head: -1, country: nil, isGroup: false, isDefinite: true, isFormer: false)
    span.country = EntityTable.country(of: name, draft)
    return nominal(span, from: ending + 1, limit: limit, false)
  }

  private func nominal(_ opening: NominalSpan, from index: Int, limit: Int, _ isTwo: Bool) -> NominalSpan? {
    var span = opening
    var index = index
    let start = span.tokens.lowerBound
    let describedFrom = index
    while index < limit, index - describedFrom < 6 {
      let token = draft.tokens[index]
      guard token.kind == .word || token.kind == .number else { break }
      if token.has([.demonym, .country]), token.entry.country >= 0 {
        span.country = EntityTable.country(at: index, draft)
        if token.isCapitalized { span.isDefinite = true }
      } else if token.has([.role, .groupNoun, .personNoun])
        && (!token.has(.givenName) || !token.isCapitalized)
        || token.has(.epithet) || isAge(index)
      {
        span.head = index
        if token.has(.groupNoun), isTwo || span.isDefinite { span.isGroup = isTwo }
      } else if draft.isWord(index, "former") {
        span.isFormer = true
      } else if span.head >= 0 || token.has(.preposition) || token.has(.phraseEdge) || token.has(.cueFinite)
        || token.has(.pronoun) || token.has(.possessive)
      {
        break
      }
      index += 1
    }
    if span.head < 0, isDemonymAlone(start, index, limit) { span.head = index - 1 }
    if span.head < 0 { return isTwo ? two(start, describedFrom, limit, span) : nil }
    guard !opensCompound(span.head, limit) else { return nil }
    span.tokens = TokenSpan(start, span.head + 1)
    readComplement(limit, &span)
    return span
  }

  private func readOpening(_ index: inout Int, _ limit: Int, _ span: inout NominalSpan, _ isTwo: inout Bool) {
    let token = draft.tokens[index]
    if draft.isWord(index, "one") {
      index += 1
    } else if token.has([.determiner, .possessive]) {
      span.isDefinite = draft.isWord(index, "the") || token.has(.possessive) || draft.isWord(index, "both")
      isTwo = draft.isWord(index, "both")
      index += 1
    }
    if index < limit, draft.isWord(index, "two") || draft.isWord(index, "three") {
      isTwo = isTwo || draft.isWord(index, "two")
      index += 1
    }
  }

  /// "a 34-year-old".
  private func isAge(_ index: Int) -> Bool {
    draft.tokens[index].kind == .number && draft.ends(index, in: "-year-old", least: 11)
  }

  /// "the Brazilian said": the adjective of a country that no noun follows.
  private func isDemonymAlone(_ start: Int, _ end: Int, _ limit: Int) -> Bool {
    guard end == start + 2, draft.isWord(start, "the"), draft.tokens[start + 1].has(.demonym),
      !draft.tokens[start + 1].has(.country)
    else { return false }
    guard end < limit, draft.tokens[end].kind == .word else { return true }
    return draft.tokens[end].has([.auxiliary, .cueFinite, .verb, .who]) || draft.ends(end, in: "ed", least: 4)
  }

  /// "the passenger ferry": the word behind the head is another noun, so nobody is described.
  private func opensCompound(_ head: Int, _ limit: Int) -> Bool {
    guard head + 1 < limit, !draft.isQuoted(head + 1) else { return false }
    let next = draft.tokens[head + 1]
    guard next.kind == .word, !next.isCapitalized else { return false }
    if next.has(.organizationNoun), next.classes.isSubset(of: [.organizationNoun]) { return true }
    return next.classes.isEmpty && next.entry.verbCue < 0 && !draft.ends(head + 1, in: "ed", least: 4)
      && !draft.ends(head + 1, in: "s", least: 3) && !draft.ends(head + 1, in: "ing", least: 5)
      && !draft.endsInLY(head + 1)
  }

  /// Whether a description is of one person that the article introduces without a name: "a spokeswoman", "one man",
  /// "another driver".
  func introducesOne(_ span: NominalSpan) -> Bool {
    let first = span.tokens.lowerBound
    guard
      draft.isWord(first, "a") || draft.isWord(first, "an") || draft.isWord(first, "one")
        || draft.isWord(first, "another")
    else { return false }
    return isSingular(span.head)
  }

  /// Whether the head of a description means one person.
  func isSingular(_ head: Int) -> Bool {
    let token = draft.tokens[head]
    return !token.has(.groupNoun) && !draft.ends(head, in: "s", least: 3)
      && !draft.ends(head, in: "men", least: 3)
      && !draft.isWord(head, "people") && !draft.isWord(head, "police") && !draft.isWord(head, "children")
      && !draft.isWord(head, "folk")
  }

  /// The gender that the words of a description tell.
  func gender(of span: NominalSpan) -> Gender? {
    for index in TokenSpan(span.tokens.lowerBound, span.head + 1) {
      if draft.tokens[index].has(.maleNoun) { return .male }
      if draft.tokens[index].has(.femaleNoun) { return .female }
    }
    return nil
  }

  /// "the two" and "both" alone, before a verb.
  private func two(_ start: Int, _ end: Int, _ limit: Int, _ span: NominalSpan) -> NominalSpan? {
    guard end < limit, end > start, draft.tokens[end].kind == .word else { return nil }
    let next = draft.tokens[end]
    guard next.has([.cueFinite, .verb, .auxiliary, .adverb]) || draft.ends(end, in: "ed", least: 4) else {
      return nil
    }
    var span = span
    span.tokens = TokenSpan(start, end)
    span.head = end - 1
    span.isGroup = true
    return span
  }

  /// "of Iran", "of the Iranian regime", "of diplomacy".
  private func readComplement(_ limit: Int, _ span: inout NominalSpan) {
    var index = span.tokens.upperBound
    guard index + 1 < limit, draft.isWord(index, "of") else { return }
    index += 1
    let start = index
    while index < limit, index - start < 6 {
      let token = draft.tokens[index]
      guard token.kind == .word, !token.has(.phraseEdge), !token.has(.pronoun), !token.has(.cueFinite) else {
        break
      }
      guard
        token.has(.determiner) || token.isCapitalized || token.has(.organizationNoun)
          || index == start || draft.tokens[index - 1].has([.determiner, .demonym])
      else { break }
      if token.entry.country >= 0, token.has([.country, .demonym]) {
        span.country = EntityTable.country(at: index, draft)
      }
      index += 1
    }
    if index > start, !draft.tokens[index - 1].has(.determiner) {
      span.tokens = TokenSpan(span.tokens.lowerBound, index)
    }
  }
}
