//! Relative clauses between a subject and its verb: "an official who saw the letter said".

extension ClauseReader {
  /// How far a relative clause may reach.
  private static let longestRelative = 24

  /// The phrase with what a relative clause without commas describes: for "the letter" in "an official who saw the
  /// letter said" the whole of it.
  func withRelative(_ phrase: TokenSpan, _ floor: Int) -> TokenSpan {
    var hasVerb = phrase.contains { isFinite($0) }
    let start = max(floor, phrase.lowerBound - ClauseReader.longestRelative)
    for index in stride(from: phrase.lowerBound - 1, to: start, by: -1) {
      let token = draft.tokens[index]
      guard !draft.isQuoted(index), token.isWordLike || token.kind == .possessive else { return phrase }
      if token.has([.who, .subordinator]), opensRelative(at: index), hasVerb {
        guard let head = self.phrase(endingAt: index, floor), describesSpeaker(head) else { return phrase }
        return TokenSpan(head.lowerBound, phrase.upperBound)
      }
      if token.has(.subordinator), !token.has([.preposition, .determiner]) { return phrase }
      if index == phrase.lowerBound - 1 || !hasVerb, isFinite(index) || token.has(.auxiliary) {
        hasVerb = true
      }
    }
    return phrase
  }

  /// "who" and "which" behind a noun, with a verb to come: the noun is what the verb is said of.
  private func opensRelative(at index: Int) -> Bool {
    guard draft.isWord(index, "who") || draft.isWord(index, "which") || draft.isWord(index, "that")
    else { return false }
    let before = draft.tokens[index - 1]
    let next = draft.tokens[index + 1]
    guard before.kind == .word, !before.has([.cueFinite, .cueBase, .cueGerund, .cueNoun]),
      !before.has([.preposition, .auxiliary, .adverb, .pronoun])
    else { return false }
    return next.has([.auxiliary, .cueFinite, .verb]) || endsInED(index + 1)
      || next.has(.adverb) && isFinite(index + 2)
  }

  /// Persons and bodies speak; of other nouns with a relative clause too little is known.
  private func describesSpeaker(_ head: TokenSpan) -> Bool {
    let last = draft.tokens[head.upperBound - 1]
    return last.isCapitalized
      || last.has([.role, .personNoun, .groupNoun, .organizationNoun, .documentNoun, .quantity])
  }

  /// Where "who" stands in a part between commas that has no verb before it: the end of what it describes.
  func described(in part: TokenSpan) -> Int? {
    guard
      let who = part.first(where: {
        draft.tokens[$0].has(.who) && !draft.tokens[$0].has(.determiner) || draft.isWord($0, "that")
      }), who > part.lowerBound, opensRelative(at: who)
    else { return nil }
    let before = TokenSpan(part.lowerBound, who)
    guard !before.contains(where: { !draft.isQuoted($0) && isFinite($0) }) else { return nil }
    return part.contains { $0 > who && isFinite($0) } ? who : nil
  }

  /// Whether the quotation that ends at a token stands in a relative clause: "Berg, who called it “a joke,” said".
  func opensRelative(_ quoted: Int, _ floor: Int) -> Bool {
    var index = quoted
    while index > floor, draft.isQuoted(index) { index -= 1 }
    while index > floor {
      let token = draft.tokens[index]
      if token.has(.who), !token.has(.determiner), draft.tokens[index - 1].kind == .comma { return true }
      if token.kind == .comma || draft.isQuoted(index) { return false }
      index -= 1
    }
    return false
  }
}
