//! The head of a source's noun phrase, and what that noun tells.

internal import QuothBasics

/// A source as printed, with its head noun: "report" of "the city's report on noise".
struct SourcePhrase {
  let draft: Draft
  /// All tokens of the source.
  let tokens: TokenSpan
  /// The noun phrase before any complement, clause or apposition.
  let core: TokenSpan
  /// The head noun; nil for a phrase without words.
  let head: Int?

  init(_ draft: Draft, _ tokens: TokenSpan) {
    self.draft = draft
    self.tokens = tokens
    let start = tokens.first { !draft.tokens[$0].has(.determiner) || $0 + 1 == tokens.upperBound }
    let first = start ?? tokens.upperBound
    let end = tokens.first { $0 > first && Self.endsCore($0, draft) } ?? tokens.upperBound
    core = TokenSpan(first, end)
    let words = core.reversed().lazy.filter { draft.tokens[$0].kind == .word }
    head = words.first { Self.isNoun($0, draft) } ?? words.first
  }

  private static func endsCore(_ index: Int, _ draft: Draft) -> Bool {
    let token = draft.tokens[index]
    if token.kind == .possessive || token.isWordLike {
      return token.has([.preposition, .who, .coordinator, .subordinator, .auxiliary])
        || !token.isCapitalized && !token.has(nouns)
          && (draft.ends(index, in: "ing", least: 6) || draft.ends(index, in: "ed", least: 5)
            || draft.isWord(index, "familiar"))
    }
    return token.kind != .dash || !token.isJoined
  }

  private static let nouns: WordClass = [
    .documentNoun, .recordNoun, .organizationNoun, .groupNoun, .personNoun, .role, .epithet, .agentNoun,
    .witnessNoun,
  ]

  private static func isNoun(_ index: Int, _ draft: Draft) -> Bool { draft.tokens[index].has(nouns) }

  /// The head noun, folded.
  var headWord: String? { head.map { draft.folded(TokenSpan(at: $0)) } }

  // MARK: What the head tells

  /// A text: "the report", "data", "the surveys".
  var isDocument: Bool { head.map { isDocument($0) } ?? false }

  private func isDocument(_ index: Int) -> Bool {
    if draft.tokens[index].has([.documentNoun, .recordNoun]) { return true }
    // The lexicon holds most documents in the singular.
    guard draft.ends(index, in: "s", least: 4) else { return false }
    let range = draft.tokens[index].bytes
    let singular = UnsafeBufferPointer(rebasing: draft.bytes[range.dropLast()])
    return draft.lexicon.entry(of: singular).classes.has(.documentNoun)
  }

  /// Several people: "officials", "two drivers", "some", "they".
  var isPlural: Bool {
    guard let head else { return false }
    let token = draft.tokens[head]
    if token.has(.plural) || Self.collectives.contains(where: { draft.isWord(head, $0) }) { return true }
    // "several of them", "a group of neighbours".
    if token.has(.quantity), !draft.isWord(head, "one") { return true }
    return isPluralNoun(head)
  }

  private func isPluralNoun(_ index: Int) -> Bool {
    draft.ends(index, in: "s", least: 4) && !draft.ends(index, in: "ss", least: 4)
      && !draft.ends(index, in: "us", least: 4) && !draft.ends(index, in: "is", least: 4)
      && (!draft.tokens[index].isCapitalized || opensSentence(index))
  }

  private func opensSentence(_ index: Int) -> Bool {
    !draft.tokens[index].isAllCapitals
      && draft.sentence(at: index).map { draft.sentences[$0].tokens.lowerBound == index } ?? false
  }

  private static let collectives: [StaticString] = [
    "people", "men", "women", "children", "some", "many", "several", "others", "both", "few",
    "most", "group", "pair", "couple", "crowd", "spokesmen", "spokeswomen", "spokespeople", "staff",
    "researchers", "authorities", "family", "duo", "trio", "crew", "we",
  ]

  /// Takes up a source of before: "the lawyers".
  var isDefinite: Bool { tokens.first.map { draft.isWord($0, "the") } ?? false }

  /// A pronoun alone, or "who".
  var isPronoun: Bool {
    guard let head, core.count == 1 else { return false }
    return draft.tokens[head].has([.pronoun, .who])
  }

  /// "it" alone.
  var isNeuter: Bool { head.map { core.count == 1 && draft.isWord($0, "it") } ?? false }

  /// The head stands for a person: "a nurse", "the judge".
  var isPersonal: Bool {
    head.map {
      draft.tokens[$0].has([
        .role, .personNoun, .maleNoun, .femaleNoun, .epithet, .agentNoun, .witnessNoun,
      ])
    } ?? false
  }

  /// The head stands for an organization: "the company", "The Varga Institute".
  var isOrganization: Bool {
    guard let head else { return false }
    if Self.bodies.contains(where: { draft.isWord(head, $0) }) { return true }
    guard !isPersonal else { return false }
    let token = draft.tokens[head]
    if token.has(.organizationNoun) { return true }
    return token.isCapitalized && (head > tokens.lowerBound || token.isAllCapitals)
  }

  private static let bodies: [StaticString] = [
    "city", "county", "state", "nonprofit", "utility", "district", "outlet", "firm", "hospital", "airline",
    "station", "charity", "startup", "supermarket", "retailer", "regulator", "watchdog", "think-tank",
    "campaign", "police", "regime", "kremlin", "pentagon", "vatican", "opposition",
  ]
}
