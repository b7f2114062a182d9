//! Reads clauses without a parser: which noun phrase is the subject of a verb.

/// Reads noun phrases and subjects around verbs, over tokens that stand outside quotation marks.
///
/// There is no tagger behind it: closed word classes, the lexicon of verbs, punctuation and capitals are enough to
/// find the edges of a noun phrase from the verb backwards.
struct ClauseReader {
  let draft: Draft

  /// The subject of the verb at `verb`, looking back no further than `floor`; the tokens of its noun phrase.
  func subject(of verb: Int, floor: Int, depth: Int = 0) -> Range<Int>? {
    guard depth < 6 else { return nil }
    var end = skipBack(over: verb, floor)
    if isInverted(verb, end, floor) { return phrase(startingAt: verb + 1, limit: draft.tokens.count) }
    guard end > floor else { return nil }
    if draft.tokens[end - 1].kind == .closeBracket { end = openBracket(before: end - 1, floor) }
    guard end > floor else { return nil }
    let last = draft.tokens[end - 1]
    if last.kind == .comma { return subjectBeforeComma(end - 1, verb, floor, depth) }
    if last.kind == .dash { return subjectBeforeDash(end - 1, floor) }
    if draft.isQuoted(end - 1) { return nil }
    if last.has(.who) { return antecedent(of: end - 1, floor, depth) }
    if last.has(.coordinator) { return subjectOfPreviousVerb(end - 1, floor, depth) }
    if last.has(.subordinator), !last.has(.determiner), !last.has(.pronoun) {
      // "when asked", "as noted": the main clause's subject.
      return subjectOfPreviousVerb(end - 1, floor, depth)
    }
    if last.has([.male, .female, .plural, .neuter, .first, .second]), last.has(.subject) {
      return end - 1..<end
    }
    if isVerbLike(end - 1), last.has(.cueVerb) || last.has(.verb) {
      return subjectOfPreviousVerb(end - 1 + 1, floor, depth)
    }
    return phrase(endingAt: end, floor)
  }

  /// `"Q," added NP`: a quotation stands right before the reporting verb, so the subject follows it.
  private func isInverted(_ verb: Int, _ end: Int, _ floor: Int) -> Bool {
    guard draft.tokens[verb].has(.cueFinite), end == verb, verb > 0, verb + 1 < draft.tokens.count else {
      return false
    }
    return draft.isQuoted(verb - 1)
      || (draft.tokens[verb - 1].kind == .comma && verb > 1 && draft.isQuoted(verb - 2))
  }

  /// Skips adverbs, auxiliaries and days that stand between a subject and its verb.
  private func skipBack(over verb: Int, _ floor: Int) -> Int {
    var end = verb
    while end > floor {
      let token = draft.tokens[end - 1]
      guard token.kind == .word, !draft.isQuoted(end - 1) else { break }
      let isDay =
        token.has(.weekday) || (token.has(.preposition) && end < verb && draft.tokens[end].has(.weekday))
      guard
        token.has(.auxiliary) || token.has(.adverb) && !token.has(.determiner) || isAdverb(end - 1) || isDay
      else { break }
      end -= 1
    }
    return end
  }

  func isAdverb(_ index: Int) -> Bool {
    let token = draft.tokens[index]
    let end = Int(token.end)
    return !token.isCapitalized && end - Int(token.start) > 4 && draft.bytes[end - 1] == UInt8(ascii: "y")
      && draft.bytes[end - 2] == UInt8(ascii: "l") && !token.has([.personNoun, .role])
  }

  private func openBracket(before close: Int, _ floor: Int) -> Int {
    var index = close
    while index > floor, draft.tokens[index].kind != .openBracket { index -= 1 }
    return index
  }

  /// `NP, apposition, said`; `NP, who …, said`; `NP, for his part, said`.
  private func subjectBeforeComma(_ comma: Int, _ verb: Int, _ floor: Int, _ depth: Int) -> Range<Int>? {
    let isGerund = draft.tokens[verb].has(.cueGerund)
    if isGerund { return subjectOfPreviousVerb(comma, floor, depth) }
    var end = comma
    var best: Range<Int>?
    for _ in 0..<5 {
      guard let open = commaBack(from: end, floor) else { break }
      guard open > floor, !draft.isQuoted(open - 1) else { break }
      var phraseEnd = open
      if draft.tokens[phraseEnd - 1].kind == .closeBracket {
        phraseEnd = openBracket(before: phraseEnd - 1, floor)
      }
      if phraseEnd > floor, let found = phrase(endingAt: phraseEnd, floor), isSubjectLike(found, before: open)
      {
        best = found
        if !continuesBack(found) { break }
      }
      end = open
    }
    if let best { return best }
    // `When asked, said`: no insertion; the phrase before the comma itself.
    return phrase(endingAt: comma, floor)
  }

  private func commaBack(from end: Int, _ floor: Int) -> Int? {
    var index = end - 1
    while index >= floor {
      if draft.tokens[index].kind == .comma, !draft.isQuoted(index) { return index }
      if draft.tokens[index].kind == .semicolon || draft.tokens[index].kind == .quoteMark { return nil }
      index -= 1
    }
    return nil
  }

  /// A phrase is no subject when a preposition or a verb that takes it as object stands before it.
  private func isSubjectLike(_ phrase: Range<Int>, before comma: Int) -> Bool {
    let first = draft.tokens[phrase.lowerBound]
    return !first.has([.preposition, .subordinator]) || first.has(.pronoun)
  }

  /// Whether a comma or "one of" before a phrase makes it part of a longer apposition.
  private func continuesBack(_ phrase: Range<Int>) -> Bool {
    phrase.lowerBound > 0 && draft.tokens[phrase.lowerBound - 1].kind == .comma
      && !draft.tokens[phrase.lowerBound].isCapitalized
  }

  /// `NP — who … — said`.
  private func subjectBeforeDash(_ dash: Int, _ floor: Int) -> Range<Int>? {
    var index = dash - 1
    while index > floor, draft.tokens[index].kind != .dash { index -= 1 }
    guard index > floor, draft.tokens[index].kind == .dash else { return phrase(endingAt: dash, floor) }
    return phrase(endingAt: index, floor)
  }

  /// The noun phrase that "who" goes back to.
  private func antecedent(of who: Int, _ floor: Int, _ depth: Int) -> Range<Int>? {
    var end = who
    if end > floor, draft.tokens[end - 1].kind == .comma { end -= 1 }
    guard end > floor else { return nil }
    if draft.tokens[end - 1].kind == .closeBracket { end = openBracket(before: end - 1, floor) }
    return phrase(endingAt: end, floor)
  }

  /// "… and said", ", saying": the subject of the nearest finite verb on the left.
  func subjectOfPreviousVerb(_ index: Int, _ floor: Int, _ depth: Int) -> Range<Int>? {
    var place = index - 1
    while place > floor {
      if !draft.isQuoted(place), isFinite(place),
        let found = subject(of: place, floor: floor, depth: depth + 1), !isExpletive(found)
      {
        return found
      }
      place -= 1
    }
    return firstPhrase(from: floor, to: index)
  }

  /// "it was an honor": no one speaks.
  private func isExpletive(_ phrase: Range<Int>) -> Bool {
    phrase.count == 1 && draft.tokens[phrase.lowerBound].has(.neuter)
      || draft.isWord(phrase.lowerBound, "there") || draft.isWord(phrase.lowerBound, "that")
  }

  /// Whether a token is a finite verb, as far as its form and neighbours tell.
  func isFinite(_ index: Int) -> Bool {
    let token = draft.tokens[index]
    guard token.kind == .word, !token.isCapitalized else { return false }
    if token.has(.auxiliary) {
      return token.has([.be, .have]) || !token.has(.preposition) && !draft.isWord(index, "not")
    }
    if index > 0 {
      let before = draft.tokens[index - 1]
      if before.has([.determiner, .possessive, .preposition]) && !before.has(.pronoun)
        || before.kind == .possessive
        || draft.isWord(index - 1, "to")
      {
        return false
      }
    }
    if token.has([.cueFinite, .verb]) { return true }
    return endsInED(index) && index > 0 && !draft.tokens[index - 1].has(.be)
  }

  private func isVerbLike(_ index: Int) -> Bool {
    isFinite(index) && !draft.tokens[index].has([.role, .personNoun])
  }

  private func endsInED(_ index: Int) -> Bool {
    let end = Int(draft.tokens[index].end)
    return end - Int(draft.tokens[index].start) > 3 && draft.bytes[end - 1] == UInt8(ascii: "d")
      && draft.bytes[end - 2] == UInt8(ascii: "e")
  }

  /// The noun phrase that ends right before `end`.
  func phrase(endingAt end: Int, _ floor: Int) -> Range<Int>? {
    var start = end
    while start > floor, isPhraseToken(start - 1, end) { start -= 1 }
    return trimmed(start..<end)
  }

  private func isPhraseToken(_ index: Int, _ end: Int) -> Bool {
    if draft.isQuoted(index) { return false }
    let token = draft.tokens[index]
    switch token.kind {
    case .word:
      if token.has(.coordinator) { return coordinates(index, end) }
      if token.has(.subordinator), !token.has([.preposition, .determiner]) { return false }
      if token.has(.subordinator), token.has(.determiner), !token.isCapitalized,
        index + 1 < end, draft.isWord(index, "that")
      {
        return false
      }
      if token.has(.auxiliary) || token.has(.who) { return false }
      if token.has(.subject), token.has(.pronoun) { return false }
      if token.has([.cueFinite, .verb]), isVerbLike(index) { return false }
      return true
    case .number, .possessive, .slash: return true
    case .dash: return token.isJoined
    case .other: return draft.isWord(index, "&") || draft.isWord(index, "@")
    case .comma, .fullStop, .question, .exclamation, .colon, .semicolon, .ellipsis, .openBracket,
      .closeBracket,
      .quoteMark, .singleMark:
      return false
    }
  }

  /// "Raisi and Díaz-Canel": the words on both sides are names or nominals.
  private func coordinates(_ index: Int, _ end: Int) -> Bool {
    guard draft.isWord(index, "and"), index > 0, index + 1 < end else { return false }
    let before = draft.tokens[index - 1]
    let after = draft.tokens[index + 1]
    if draft.isQuoted(index - 1) { return false }
    if before.kind == .comma { return false }
    return (before.isCapitalized || before.kind == .word && !isVerbLike(index - 1))
      && (after.isCapitalized || after.has([.determiner, .possessive, .personNoun, .role, .groupNoun])
        || !before.isCapitalized)
  }

  /// Drops what stands before the phrase: adverbs, and prepositional phrases that no noun governs.
  private func trimmed(_ range: Range<Int>) -> Range<Int>? {
    var start = range.lowerBound
    while start < range.upperBound {
      let token = draft.tokens[start]
      if token.has(.preposition), !isNominalStart(start) {
        start = afterPrepositional(start, range.upperBound)
      } else if (token.has(.adverb) && !token.has(.determiner)) || token.has([.coordinator, .weekday])
        || isAdverb(start) || token.kind == .dash || token.kind == .possessive
      {
        start += 1
      } else {
        break
      }
    }
    return start < range.upperBound ? start..<range.upperBound : nil
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
  func firstPhrase(from start: Int, to end: Int) -> Range<Int>? {
    for index in start..<end where !draft.isQuoted(index) && isFinite(index) {
      if let found = subject(of: index, floor: start, depth: 5) { return found }
    }
    return nil
  }

  /// The noun phrase that starts at `start`: up to a comma, a preposition of place or time, or a verb.
  func phrase(startingAt start: Int, limit: Int) -> Range<Int>? {
    var index = start
    guard index < limit else { return nil }
    if draft.tokens[index].has(.pronoun), draft.tokens[index].has(.subject) { return index..<index + 1 }
    while index < limit, isForwardToken(index, start) { index += 1 }
    while index > start,
      draft.tokens[index - 1].has([.coordinator, .adverb]) && !draft.tokens[index - 1].isCapitalized
    {
      index -= 1
    }
    return index > start ? start..<index : nil
  }

  private func isForwardToken(_ index: Int, _ start: Int) -> Bool {
    if draft.isQuoted(index) { return false }
    let token = draft.tokens[index]
    guard
      token.kind == .word || token.kind == .number || token.kind == .possessive
        || (token.kind == .dash && token.isJoined) || (token.kind == .other && draft.isWord(index, "&"))
    else { return false }
    if token.has(.weekday) || token.has(.auxiliary) || token.has(.who) { return false }
    if token.has(.preposition) {
      // "a spokesman for the ministry", "the head of the agency"; but "Berg in Dakar".
      guard index > start, !token.has(.subordinator) || draft.isWord(index, "for") else { return false }
      let isLink =
        draft.isWord(index, "of") || draft.isWord(index, "for") || draft.isWord(index, "from")
        || draft.isWord(index, "at") || draft.isWord(index, "with")
      return isLink && (draft.isWord(index, "of") || !draft.tokens[index - 1].isCapitalized)
    }
    if token.has(.subordinator), !token.has(.determiner) { return false }
    if token.has(.coordinator) {
      return draft.isWord(index, "and") && index > start && draft.tokens[index - 1].isCapitalized
        && index + 1 < draft.tokens.count && draft.tokens[index + 1].isCapitalized
    }
    if index > start, isVerbLike(index) { return false }
    return true
  }
}
