//! The edges of noun phrases, read from either end.

extension ClauseReader {
  /// The noun phrase that ends right before `end`.
  func phrase(endingAt end: Int, _ floor: Int) -> TokenSpan? {
    var start = end
    while start > floor, isPhraseToken(start - 1, end) { start -= 1 }
    return trimmed(TokenSpan(start, end))
  }

  private func isPhraseToken(_ index: Int, _ end: Int) -> Bool {
    if draft.isQuoted(index) { return false }
    let token = draft.tokens[index]
    switch token.kind {
    case .word:
      if token.has(.coordinator) { return coordinates(index, end) }
      if token.has(.subordinator), !token.has([.preposition, .determiner]) { return false }
      // "days after Berg called it": a conjunction.
      if token.has(.subordinator), token.has(.preposition), index + 1 < end, opensTime(index) { return false }
      if token.has(.subordinator), token.has(.determiner), !token.isCapitalized,
        index + 1 < end, draft.isWord(index, "that")
      {
        return false
      }
      if draft.isWord(index, "to"), addresses(index, end) { return true }
      if token.has(.auxiliary) && !isName(index) || token.has(.who) { return false }
      if token.has(.subject), token.has(.pronoun) { return false }
      if token.has([.cueFinite, .verb]), isVerbLike(index) { return false }
      return true
    case .number, .possessive, .slash: return true
    case .dash: return token.isJoined
    case .other: return draft.isWord(index, "&") || draft.isWord(index, "@")
    case .comma, .fullStop, .question, .exclamation, .colon, .semicolon, .ellipsis, .openBracket,
      .closeBracket,
      .quoteMark, .singleMark, .none:
      return false
    }
  }

  /// "a letter to Berg", "an email from Berg to Diallo": the addressee belongs to the noun.
  private func addresses(_ index: Int, _ end: Int) -> Bool {
    guard index + 1 < end, draft.tokens[index + 1].isCapitalized || draft.tokens[index + 1].has(.determiner)
    else { return false }
    return draft.tokens[index - 1].has([.documentNoun, .cueNoun])
      || draft.tokens[index - 1].isCapitalized && draft.isWord(index - 3, "from")
  }

  private func opensTime(_ index: Int) -> Bool {
    draft.isWord(index, "after") || draft.isWord(index, "before") || draft.isWord(index, "until")
  }

  /// "Raisi and Díaz-Canel": the words on both sides are names or nominals.
  private func coordinates(_ index: Int, _ end: Int) -> Bool {
    guard draft.isWord(index, "and"), index + 1 < end else { return false }
    let before = draft.tokens[index - 1]
    let after = draft.tokens[index + 1]
    if draft.isQuoted(index - 1) { return false }
    if before.kind == .comma { return false }
    return (before.isCapitalized || before.kind == .word && !isVerbLike(index - 1))
      && (after.isCapitalized || after.has([.determiner, .possessive, .personNoun, .role, .groupNoun])
        || !before.isCapitalized)
  }

  /// Drops what stands before the phrase: adverbs, and prepositional phrases that no noun governs.
  private func trimmed(_ range: TokenSpan) -> TokenSpan? {
    var start = range.lowerBound
    while start < range.upperBound {
      let token = draft.tokens[start]
      if draft.isWord(start, "as") {
        // "as a memo put it".
        start += 1
      } else if token.has(.preposition), !isNominalStart(start) {
        let next = afterPrepositional(start, range.upperBound)
        // "After Raisi argued": a conjunction.
        start = next == range.upperBound && token.has(.subordinator) ? start + 1 : next
      } else if (token.has(.adverb) && !token.has(.determiner)) || token.has([.coordinator, .weekday])
        || isAdverb(start) || token.kind == .dash || token.kind == .possessive
      {
        start += 1
      } else {
        break
      }
    }
    return start < range.upperBound ? TokenSpan(start, range.upperBound) : nil
  }

  private func isNominalStart(_ index: Int) -> Bool { draft.tokens[index].has([.determiner, .possessive]) }

  /// Where a new noun phrase starts after the prepositional phrase at `start`.
  private func afterPrepositional(_ start: Int, _ end: Int) -> Int {
    var index = start + 1
    if index < end, isNominalStart(index) { index += 1 }
    while index < end {
      let token = draft.tokens[index]
      if isNominalStart(index), !draft.tokens[index - 1].has([.preposition, .determiner]) { return index }
      if token.isCapitalized, !draft.tokens[index - 1].isCapitalized,
        !draft.tokens[index - 1].has([.preposition, .determiner, .possessive]),
        draft.tokens[index - 1].kind != .possessive
      {
        return index
      }
      if token.has(.weekday), index + 1 < end { return index + 1 }
      index += 1
    }
    return end
  }

  /// The first noun phrase of a clause: up to its first finite verb.
  func firstPhrase(from start: Int, to end: Int, depth: Int = 0) -> TokenSpan? {
    guard depth < ClauseReader.depthLimit else { return nil }
    var tried = 0
    for index in TokenSpan(start, min(end, start + ClauseReader.reach))
    where !draft.isQuoted(index) && isFinite(index) {
      if let found = subject(of: index, floor: start, depth: depth + 1) { return found }
      tried += 1
      if tried == ClauseReader.mostVerbs { break }
    }
    return nil
  }

  /// The noun phrase that starts at `start`, with its appositions.
  func phrase(startingAt start: Int, limit: Int) -> TokenSpan? {
    barePhrase(startingAt: start, limit: limit).map { withAppositions($0, limit: limit) }
  }

  /// The noun phrase that starts at `start`: up to a comma, a preposition of place or time, or a verb.
  private func barePhrase(startingAt start: Int, limit: Int) -> TokenSpan? {
    var index = start
    guard index < limit else { return nil }
    if draft.tokens[index].has(.pronoun), draft.tokens[index].has(.subject) { return TokenSpan(at: index) }
    while index < limit, isForwardToken(index, start) { index += 1 }
    while index > start,
      draft.tokens[index - 1].has([.coordinator, .adverb]) && !draft.tokens[index - 1].isCapitalized
    {
      index -= 1
    }
    return index > start ? TokenSpan(start, index) : nil
  }

  /// A preposition that ties a description together ("a voter in Ohio"), and not the report to its time or place
  /// ("in an interview", "on Monday").
  private func linksNouns(_ index: Int) -> Bool {
    for next in TokenSpan(index + 1, index + 5) {
      let token = draft.tokens[next]
      if token.has([.weekday, .month, .documentNoun, .eventNoun]) || token.kind == .number { return false }
      if draft.isWord(next, "interview") || draft.isWord(next, "rally") || draft.isWord(next, "news") {
        return false
      }
      if token.kind != .word { break }
    }
    let word = draft.tokens[index]
    return !draft.isWord(index, "after") && !draft.isWord(index, "before") && !draft.isWord(index, "during")
      && !draft.isWord(index, "as") && !word.has(.adverb) && !draft.isWord(index, "since")
      && !draft.isWord(index, "until") && !draft.isWord(index, "by")
  }

  private func isForwardToken(_ index: Int, _ start: Int) -> Bool {
    if draft.isQuoted(index) { return false }
    let token = draft.tokens[index]
    guard
      token.kind == .word || token.kind == .number || token.kind == .possessive
        || token.kind == .slash || (token.kind == .dash && token.isJoined)
        || (token.kind == .other && draft.isWord(index, "&"))
    else { return false }
    if token.has(.weekday) || token.has(.who) { return false }
    // "Will Berg" is no auxiliary.
    if token.has(.auxiliary), !token.isCapitalized { return false }
    if token.has(.preposition) {
      // "a spokesman for the ministry", "the head of the agency"; but "Berg in Dakar".
      guard index > start, !token.has(.subordinator) || draft.isWord(index, "for") else { return false }
      if draft.isWord(index, "of") { return true }
      return !draft.tokens[index - 1].isCapitalized && linksNouns(index)
    }
    if token.has(.subordinator), !token.has(.determiner) { return false }
    if token.has(.coordinator) {
      return draft.isWord(index, "and") && index > start && draft.tokens[index - 1].isCapitalized
        && draft.tokens[index + 1].isCapitalized
    }
    if index > start, isVerbLike(index) { return false }
    return true
  }
}
