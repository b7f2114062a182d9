//! What describes a noun phrase behind it: offices, ages, relative clauses.

extension ClauseReader {
  /// A noun phrase with what describes it behind a comma or in brackets: "Berg, the club's manager".
  ///
  /// A relative clause that itself reports speech is left out, as its words are another attribution's.
  func withAppositions(_ phrase: TokenSpan, limit: Int) -> TokenSpan {
    var end = phrase.upperBound
    while end < limit {
      let token = draft.tokens[end]
      if token.kind == .openBracket {
        guard
          let close = TokenSpan(end, min(end + 8, limit)).first(where: {
            draft.tokens[$0].kind == .closeBracket
          })
        else {
          break
        }
        end = close + 1
      } else if token.kind == .comma, end + 1 < limit, describes(end + 1, limit) {
        let next = appositionEnd(end + 1, limit)
        guard next > end + 1 else { break }
        end = next
      } else {
        break
      }
    }
    return TokenSpan(phrase.lowerBound, end)
  }

  /// Whether an apposition starts at a token: an age, an office, a place, a relative clause.
  private func describes(_ index: Int, _ limit: Int) -> Bool {
    let token = draft.tokens[index]
    guard !draft.isQuoted(index), token.isWordLike else { return false }
    if token.kind == .number || draft.isWord(index, "of") { return true }
    if token.has(.who) { return !draft.isWord(index, "that") && !reportsSpeech(index, limit) }
    if token.has(.subject) && token.has(.pronoun) { return false }
    if token.has(.determiner) || token.has(.role) { return true }
    return !token.has([
      .preposition, .coordinator, .subordinator, .cueGerund, .cueFinite, .auxiliary, .adverb,
    ])
      && !isAdverb(index) && !token.has([.weekday, .month, .possessive])
      && !draft.ends(index, in: "ing", least: 6)
  }

  /// Whether a relative clause quotes or reports.
  private func reportsSpeech(_ start: Int, _ limit: Int) -> Bool {
    for index in TokenSpan(start, limit) {
      if draft.tokens[index].kind == .comma { return false }
      if draft.isQuoted(index) || draft.tokens[index].has(.cueFinite) && draft.tokens[index].has(.strongCue) {
        return true
      }
    }
    return false
  }

  /// An apposition runs to the next comma, bracket, dash, quotation or end of sentence.
  private func appositionEnd(_ start: Int, _ limit: Int) -> Int {
    var index = start
    let isRelative = draft.tokens[start].has(.who)
    while index < limit {
      let token = draft.tokens[index]
      if draft.isQuoted(index) || token.kind == .comma || token.kind == .openBracket || token.endsSentence
        || token.kind == .semicolon || token.kind == .colon || (token.kind == .dash && !token.isJoined)
      {
        break
      }
      // "…, the mayor said": a clause of its own, no apposition.
      if !isRelative, token.has(.auxiliary) || isFinite(index) { return start }
      index += 1
    }
    return index
  }
}
