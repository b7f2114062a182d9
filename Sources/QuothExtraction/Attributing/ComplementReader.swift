//! Reads what follows a reporting verb: where the reported content starts.

/// Where reported content starts, and whether it is a mere phrase.
struct Complement {
  let start: Int
  let isPhrase: Bool
}

/// Finds the first token of what a reporting verb reports: a clause, a question, an infinitive or an object.
struct ComplementReader {
  let draft: Draft
  let cues: CueFinder
  let clauses: ClauseReader

  /// The content that the cue at `cue` takes. `sentence` are the tokens of its sentence.
  func complement(of cue: Int, in sentence: TokenSpan) -> Complement? {
    let limit = sentence.upperBound
    guard cue + 2 < limit, !isWhenAsked(cue, sentence), !ReportingVerbs.mute.contains(cues.lemma(cue)) else {
      return nil
    }
    if let start = thatClause(after: cue, limit) { return Complement(start: start, isPhrase: false) }
    let kinds = ReportingVerbs.complements[cues.lemma(cue)] ?? []
    if kinds.isEmpty || draft.isQuoted(cue + 1) { return nil }
    let start =
      (kinds.contains(.clause) ? bareClause(after: cue, sentence) : nil)
      ?? (kinds.contains(.question) ? question(after: cue, limit) : nil)
    if let start { return Complement(start: start, isPhrase: false) }
    return phraseStart(after: cue, kinds, limit).map { Complement(start: $0, isPhrase: true) }
  }

  /// "when asked to …": the subject did not ask.
  private func isWhenAsked(_ cue: Int, _ sentence: TokenSpan) -> Bool {
    cue > sentence.lowerBound && draft.tokens[cue].has(.cueFinite)
      && (draft.isWord(cue - 1, "when") || draft.isWord(cue - 1, "if") || draft.isWord(cue - 1, "once"))
  }

  // MARK: Clauses

  /// "that" after the cue, with no more than an addressee, a time or a place between.
  func thatClause(after cue: Int, _ limit: Int) -> Int? {
    let mayWait = ReportingVerbs.addressing.contains(cues.lemma(cue)) || isAdverbial(cue + 1)
    for index in TokenSpan(cue + 1, min(cue + (mayWait ? 13 : 2), limit)) {
      if draft.isQuoted(index) {
        // "said on “Coffee and News” that …"
        if index > cue + 1 { continue }
        return nil
      }
      let token = draft.tokens[index]
      if draft.isWord(index, "that"), index == cue + 1 || !startsTime(index) {
        return index + 1 < limit && (index == cue + 1 || !isRelative(index)) ? index : nil
      }
      guard token.kind == .word || token.kind == .number || token.kind == .possessive, !token.has(.auxiliary),
        !token.has(.cueFinite)
      else { return nil }
    }
    return nil
  }

  /// "told a crowd that filled the square", "hinted at that": no clause of the verb.
  private func isRelative(_ that: Int) -> Bool {
    draft.tokens[that - 1].has(.preposition) && !draft.tokens[that - 1].has(.adverb)
      || draft.tokens[that + 1].has(.auxiliary) || clauses.isFinite(that + 1)
  }

  /// "said he hoped …", "said in a statement they had …": a subject and, but for "say", a finite verb follow.
  private func bareClause(after cue: Int, _ sentence: TokenSpan) -> Int? {
    let limit = sentence.upperBound
    let isAddressing = cues.lemma(cue) == "tell"
    let isSay = cues.lemma(cue) == "say" && !followsContent(cue, sentence)
    let start = afterTimes(cue + 1, limit)
    guard start + 2 < limit, !draft.isQuoted(start) else { return nil }
    if isAddressing { return laterSubject(from: start, limit) }
    if isAmount(start) { return hasVerb(from: start, limit) ? start : nil }
    if isSay, opensCondition(start) { return start }
    if draft.tokens[start].has(.preposition), !draft.tokens[start].has(.determiner) {
      if draft.isWord(start, "of") { return nil }
      return laterSubject(from: start + 1, limit)
    }
    guard opensClause(start) else { return nil }
    if isSay { return draft.isWord(start, "so") || draft.isWord(start, "nothing") ? nil : start }
    return hasVerb(from: start, limit) ? start : nil
  }

  /// `"Q," said NP`, "…, said NP", `"Q," NP said`: what follows may be the speaker.
  private func followsContent(_ cue: Int, _ sentence: TokenSpan) -> Bool {
    guard cue > sentence.lowerBound else { return false }
    return draft.tokens[cue - 1].kind == .comma
      || sentence.prefix(while: { $0 < cue }).contains { draft.isQuoted($0) }
  }

  /// Whether the subject of a clause can start at a token.
  private func opensClause(_ index: Int) -> Bool {
    let token = draft.tokens[index]
    guard token.kind == .word || token.kind == .number || draft.isWord(index, "$") else { return false }
    if draft.isWord(index, "there") || draft.isWord(index, "no") { return true }
    if clauses.isAdverb(index), draft.tokens[index + 1].has([.determiner, .quantity]) { return true }
    if isObjectPronoun(index) || draft.isWord(index, "it") && !mayBeSubject(index) { return false }
    if token.has(.determiner) || token.has(.pronoun) { return true }
    return !token.has([.preposition, .coordinator, .subordinator, .auxiliary, .who, .weekday, .adverb])
      && !clauses.isAdverb(index) && (token.isCapitalized || !token.has(.cueGerund))
  }

  private func isObjectPronoun(_ index: Int) -> Bool {
    draft.isWord(index, "them") || draft.isWord(index, "him") || draft.isWord(index, "me")
      || draft.isWord(index, "us")
  }

  /// Whether a verb can follow the pronoun at a token: no preposition, comma or conjunction.
  private func mayBeSubject(_ index: Int) -> Bool {
    let next = draft.tokens[index + 1]
    return next.kind != .comma && !next.endsSentence
      && (!next.has([.preposition, .coordinator]) || next.has([.adverb, .auxiliary]))
  }

  /// "said if …", "said despite …", "said under the plan …".
  private func opensCondition(_ index: Int) -> Bool {
    draft.isWord(index, "if") || draft.isWord(index, "despite") || draft.isWord(index, "under")
      || draft.isWord(index, "unlike") || draft.isWord(index, "although") || draft.isWord(index, "unless")
      || draft.isWord(index, "without")
  }

  /// "said about 40 people were", "said at least one".
  private func isAmount(_ index: Int) -> Bool {
    let next = draft.tokens[index + 1]
    if draft.isWord(index, "at") {
      return draft.isWord(index + 1, "least") || draft.isWord(index + 1, "most")
    }
    return draft.tokens[index].has([.preposition, .adverb]) && !draft.isWord(index, "in")
      && !draft.isWord(index, "on") && !draft.isWord(index, "at") && !draft.isWord(index, "by")
      && (next.kind == .number && !draft.isWord(index, "since") || next.has(.quantity))
  }

  /// A finite verb within reach, before a comma, a colon or the end of the sentence.
  private func hasVerb(from start: Int, _ limit: Int) -> Bool {
    if draft.tokens[start].has(.subject), draft.tokens[start].has(.pronoun) { return true }
    if draft.isWord(start, "there") { return true }
    for index in TokenSpan(start + 1, min(start + 16, limit)) where !draft.isQuoted(index) {
      let token = draft.tokens[index]
      if token.kind == .comma || token.kind == .colon || token.endsSentence || token.has(.who) {
        return false
      }
      if token.has(.subject), token.has(.pronoun) { return false }
      if token.has(.auxiliary), !draft.isWord(index, "to"), !draft.isWord(index, "not") { return true }
      if clauses.isFinite(index) || draft.verbGuess(index) >= .likely { return true }
    }
    return false
  }

  /// "told reporters on Monday he …": the pronoun that starts the clause behind an addressee or an adverbial.
  private func laterSubject(from start: Int, _ limit: Int) -> Int? {
    for index in TokenSpan(start, min(start + 13, limit)) {
      let token = draft.tokens[index]
      if draft.isQuoted(index) { return nil }
      if index > start, token.has(.subject) && token.has(.pronoun) || draft.isWord(index, "there") {
        return index + 2 < limit ? index : nil
      }
      if index > start, index + 2 < limit, opensSecondPhrase(index), hasVerb(from: index, limit) {
        return index
      }
      guard token.kind == .word || token.kind == .number || token.kind == .possessive,
        !token.has([.auxiliary, .who]), !clauses.isFinite(index)
      else { return nil }
    }
    return nil
  }

  /// "told the crowd her father …": a determiner right behind a noun starts another phrase.
  private func opensSecondPhrase(_ index: Int) -> Bool {
    let before = draft.tokens[index - 1]
    return draft.tokens[index].has([.determiner, .possessive]) && !draft.isWord(index, "that")
      && before.kind == .word && !before.has([.preposition, .coordinator, .determiner, .possessive, .adverb])
      && !startsTime(index) && !startsTime(index - 1)
  }

  /// "asked whether …", "explained why …".
  private func question(after cue: Int, _ limit: Int) -> Int? {
    var index = cue + 1
    if ReportingVerbs.addressing.contains(cues.lemma(cue)),
      let addressee = clauses.phrase(startingAt: index, limit: limit)
    {
      index = addressee.upperBound
    }
    guard index + 2 < limit else { return nil }
    let isQuestion =
      draft.isWord(index, "whether") || draft.isWord(index, "why") || draft.isWord(index, "how")
      || draft.isWord(index, "what") || cues.lemma(cue) == "ask" && draft.isWord(index, "if")
    return isQuestion ? index : nil
  }

  // MARK: Phrases

  /// "vowed to …", "urged them to …", "accused her of …", "described it as …", "called for …".
  private func phraseStart(after cue: Int, _ kinds: ReportingVerbs.Complements, _ limit: Int) -> Int? {
    let next = cue + 1
    let later = afterTimes(next, limit)
    if kinds.contains(.infinitive), later + 1 < limit, isInfinitive(later) { return later }
    if kinds.contains(.infinitive), isNegated(next) { return next }
    if kinds.contains(.purpose), draft.isWord(next, "for") { return next + 1 }
    if kinds.contains(.appeal), draft.isWord(next, "on") || draft.isWord(next, "upon") {
      return link("to", from: next + 2, limit) ? next + 1 : nil
    }
    guard opensObject(next) else { return nil }
    if kinds.contains(.object) { return next }
    if kinds.contains(.addressedInfinitive), link("to", from: next + 1, limit) { return next }
    if kinds.contains(.charge), link("of", from: next + 1, limit) { return next }
    if kinds.contains(.comparison), link("as", from: next + 1, limit) { return next }
    if kinds.contains(.reason), link("for", from: next + 1, limit) { return next }
    if kinds.contains(.name), isNaming(next, limit) { return next }
    return nil
  }

  private func isNegated(_ index: Int) -> Bool { draft.isWord(index, "not") && draft.isWord(index + 1, "to") }

  /// "to" with a verb, and no one's name.
  private func isInfinitive(_ index: Int) -> Bool {
    guard draft.isWord(index, "to") else { return false }
    let next = draft.tokens[index + 1]
    return draft.isQuoted(index + 1)
      || next.kind == .word && !next.isCapitalized
        && !next.has([.determiner, .possessive, .quantity, .pronoun, .personNoun, .groupNoun])
  }

  private func opensObject(_ index: Int) -> Bool {
    let token = draft.tokens[index]
    guard token.kind == .word || token.kind == .number else { return false }
    if token.has(.determiner) || token.has(.pronoun) || token.has(.possessive) { return true }
    return !token.has([.preposition, .coordinator, .subordinator, .auxiliary, .who, .weekday, .adverb])
      && !clauses.isAdverb(index)
  }

  /// Whether a word follows with no more than a noun phrase before it.
  private func link(_ word: StaticString, from start: Int, _ limit: Int) -> Bool {
    for index in TokenSpan(start, min(start + 14, limit)) {
      if draft.isWord(index, word),
        word.utf8CodeUnitCount != 2 || !draft.isWord(index, "to") || isInfinitive(index)
      {
        return index + 1 < limit
      }
      let token = draft.tokens[index]
      if token.endsSentence || token.kind == .comma || token.kind == .colon
        || index > start + 3 && clauses.isFinite(index)
      {
        return false
      }
    }
    return false
  }

  /// "called him a fool", "calling the deal “dead”": an object and what it is named.
  private func isNaming(_ object: Int, _ limit: Int) -> Bool {
    let isPronoun = draft.tokens[object].has(.pronoun) && !draft.tokens[object].has(.possessive)
    for index in TokenSpan(object + 1, min(object + 9, limit)) {
      let token = draft.tokens[index]
      if draft.isQuoted(index) || draft.isWord(index, "a") || draft.isWord(index, "an") { return true }
      if token.has(.determiner), draft.isWord(index, "the"), !draft.tokens[index - 1].has(.preposition) {
        return true
      }
      if token.kind != .word && token.kind != .possessive { return false }
      if isPronoun { return !token.has([.preposition, .adverb, .weekday, .coordinator, .subordinator]) }
      if clauses.isFinite(index) { return false }
    }
    return false
  }
}
