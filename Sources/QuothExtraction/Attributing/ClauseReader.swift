//! Reads clauses without a parser: which noun phrase is the subject of a verb.

/// Reads noun phrases and subjects around verbs, over tokens that stand outside quotation marks.
///
/// There is no tagger behind it: closed word classes, the lexicon of verbs, punctuation and capitals are enough to
/// find the edges of a noun phrase from the verb backwards.
struct ClauseReader {
  let draft: Draft

  /// How many verbs a search for a subject may go back over.
  private static let depthLimit = 4

  /// The subject of the verb at `verb`, looking back no further than `floor`; the tokens of its noun phrase.
  func subject(of verb: Int, floor: Int, depth: Int = 0) -> Range<Int>? {
    guard depth < ClauseReader.depthLimit else { return nil }
    if draft.tokens[verb].has(.cueGerund) { return subjectOfParticiple(verb, floor, depth) }
    if verb > floor, draft.isWord(verb - 1, "to") { return subjectOfPreviousVerb(verb - 1, floor, depth) }
    var end = skipBack(over: verb, floor)
    if isInverted(verb, end, floor) { return phrase(startingAt: verb + 1, limit: draft.tokens.count) }
    guard end > floor else { return nil }
    if draft.tokens[end - 1].kind == .closeBracket {
      let open = openBracket(before: end - 1, floor)
      return open > floor ? phrase(endingAt: open, floor).map { $0.lowerBound..<end } : nil
    }
    let last = draft.tokens[end - 1]
    if last.kind == .comma || last.kind == .dash { return subjectBeforeInsertion(end - 1, floor) }
    if draft.isQuoted(end - 1) { return nil }
    if last.has(.who) { return antecedent(of: end - 1, floor, depth) }
    if last.has(.coordinator) { return subjectOfPreviousVerb(end - 1, floor, depth) }
    if last.has(.subordinator), !last.has(.determiner), !last.has(.pronoun) {
      // "when asked", "as noted": the main clause's subject.
      return subjectOfPreviousVerb(end - 1, floor, depth)
    }
    if last.has(.pronoun), last.has(.subject) { return end - 1..<end }
    if isVerbLike(end - 1) { return subjectOfPreviousVerb(end, floor, depth) }
    return phrase(endingAt: end, floor)
  }

  /// ", saying", "of claiming", "Berg saying", "a statement calling".
  private func subjectOfParticiple(_ verb: Int, _ floor: Int, _ depth: Int) -> Range<Int>? {
    let end = skipBack(over: verb, floor)
    guard end > floor else {
      // "Stating that …, Raisi said": the subject of the verb that follows.
      return nil
    }
    let last = draft.tokens[end - 1]
    let isAuxiliary = end < verb && (end..<verb).contains { draft.tokens[$0].has(.be) }
    if isAuxiliary {
      if last.has(.pronoun), last.has(.subject) { return end - 1..<end }
      if last.kind == .comma || last.kind == .dash { return subjectBeforeInsertion(end - 1, floor) }
      if last.has(.who) { return antecedent(of: end - 1, floor, depth) }
      return phrase(endingAt: end, floor)
    }
    if last.kind == .word, last.isCapitalized, !last.has(.preposition), !last.has([.weekday, .month]),
      let name = phrase(endingAt: end, floor)
    {
      return name
    }
    return subjectOfPreviousVerb(end, floor, depth)
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

  /// `NP, apposition, said`; `NP, who …, said`; `NP -- a firm -- said`: the first part of the clause that can be a
  /// subject, when only insertions stand between it and the verb. `mark` is the comma or dash before the verb.
  private func subjectBeforeInsertion(_ mark: Int, _ floor: Int) -> Range<Int>? {
    var candidate: Range<Int>?
    for part in parts(from: floor, to: mark) {
      var part = part
      let first = draft.tokens[part.lowerBound]
      if first.has(.coordinator), !first.has(.determiner) {
        // "Berg lost, and Diallo, the mayor, said": a new clause.
        candidate = nil
        part = part.lowerBound + 1..<part.upperBound
      }
      guard let start = part.first, !opensInsertion(start) else { continue }
      if part.contains(where: { isFinite($0) && !draft.isQuoted($0) }) {
        if candidate == nil || !draft.tokens[start].has(.who) { candidate = nil }
      } else if candidate == nil {
        candidate = phrase(endingAt: part.upperBound, part.lowerBound)
      }
    }
    guard let candidate else { return phrase(endingAt: mark, floor) }
    return withAppositions(candidate, limit: mark)
  }

  /// A noun phrase with what describes it behind a comma or in brackets: "Berg, the club's manager".
  ///
  /// A relative clause that itself reports speech is left out, as its words are another attribution's.
  func withAppositions(_ phrase: Range<Int>, limit: Int) -> Range<Int> {
    var end = phrase.upperBound
    while end < limit {
      let token = draft.tokens[end]
      if token.kind == .openBracket {
        guard let close = (end..<min(end + 8, limit)).first(where: { draft.tokens[$0].kind == .closeBracket })
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
    return phrase.lowerBound..<end
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
      && !isAdverb(index) && !token.has([.weekday, .month, .possessive]) && !endsInING(index)
  }

  private func endsInING(_ index: Int) -> Bool {
    let end = Int(draft.tokens[index].end)
    return end - Int(draft.tokens[index].start) > 5 && draft.bytes[end - 1] == UInt8(ascii: "g")
      && draft.bytes[end - 2] == UInt8(ascii: "n") && draft.bytes[end - 3] == UInt8(ascii: "i")
  }

  /// Whether a relative clause quotes or reports.
  private func reportsSpeech(_ start: Int, _ limit: Int) -> Bool {
    for index in start..<limit {
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

  /// Words that open what is no subject: adverbials, relative clauses, participles.
  private func opensInsertion(_ index: Int) -> Bool {
    let token = draft.tokens[index]
    if token.kind == .number { return true }
    if token.has(.determiner) || token.has(.subject) && !token.has(.who) { return false }
    return token.has([.preposition, .subordinator, .who, .cueGerund, .cueFinite, .weekday])
      || token.has(.adverb) || isAdverb(index)
  }

  /// What commas and dashes part, brackets and quotations left out.
  private func parts(from floor: Int, to mark: Int) -> [Range<Int>] {
    var parts: [Range<Int>] = []
    var start = floor
    for index in floor...mark {
      if draft.isQuoted(index) {
        start = index + 1
        continue
      }
      let token = draft.tokens[index]
      let isBreak =
        token.kind == .comma || (token.kind == .dash && !token.isJoined) || token.kind == .openBracket
        || token.kind == .colon || token.kind == .semicolon
      if isBreak || index == mark {
        if index > start { parts.append(start..<index) }
        start = index + 1
      } else if token.kind == .closeBracket {
        start = index + 1
      }
    }
    return parts
  }

  /// The noun phrase that "who" goes back to.
  private func antecedent(of who: Int, _ floor: Int, _ depth: Int) -> Range<Int>? {
    var end = who
    if end > floor, draft.tokens[end - 1].kind == .comma { end -= 1 }
    guard end > floor else { return nil }
    if draft.tokens[end - 1].kind == .closeBracket { end = openBracket(before: end - 1, floor) }
    return phrase(endingAt: end, floor)
  }

  /// "… and said", ", saying": the subject of the nearest reporting verb on the left, or else of any finite verb.
  func subjectOfPreviousVerb(_ index: Int, _ floor: Int, _ depth: Int) -> Range<Int>? {
    var cue = index - 1
    while cue > floor {
      if !draft.isQuoted(cue), draft.tokens[cue].has(.cueFinite), isFinite(cue),
        let found = subject(of: cue, floor: floor, depth: depth + 1), !isExpletive(found)
      {
        return found
      }
      cue -= 1
    }
    var place = index - 1
    while place > floor {
      if !draft.isQuoted(place), isFinite(place),
        let found = subject(of: place, floor: floor, depth: depth + 1), !isExpletive(found)
      {
        return found
      }
      place -= 1
    }
    return firstPhrase(from: floor, to: index, depth: depth + 1)
  }

  /// "it was an honor": no one speaks.
  private func isExpletive(_ phrase: Range<Int>) -> Bool {
    phrase.count == 1 && draft.tokens[phrase.lowerBound].has(.neuter)
      || draft.isWord(phrase.lowerBound, "there") || draft.isWord(phrase.lowerBound, "that")
  }

  func hasFiniteVerb(in range: Range<Int>) -> Bool {
    range.contains { !draft.isQuoted($0) && isFinite($0) }
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
    if token.has(.cueBase) {
      return index > 0 && draft.tokens[index - 1].has(.pronoun) && draft.tokens[index - 1].has(.subject)
    }
    return endsInED(index) && index > 0 && !draft.tokens[index - 1].has(.be) && governs(index)
  }

  /// A form in -ed is a verb, and no adjective, when what follows can be its object or complement.
  private func governs(_ index: Int) -> Bool {
    guard index + 1 < draft.tokens.count else { return true }
    let next = draft.tokens[index + 1]
    guard next.kind == .word else { return next.kind != .possessive }
    return next.isCapitalized
      || next.has([.determiner, .possessive, .preposition, .adverb, .quantity, .auxiliary])
      || next.has(.pronoun) || next.has(.subordinator)
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
  func firstPhrase(from start: Int, to end: Int, depth: Int = 0) -> Range<Int>? {
    guard depth < ClauseReader.depthLimit else { return nil }
    for index in start..<end where !draft.isQuoted(index) && isFinite(index) {
      if let found = subject(of: index, floor: start, depth: depth + 1) { return found }
    }
    return nil
  }

  /// The noun phrase that starts at `start`, with its appositions.
  func phrase(startingAt start: Int, limit: Int) -> Range<Int>? {
    barePhrase(startingAt: start, limit: limit).map { withAppositions($0, limit: limit) }
  }

  /// The noun phrase that starts at `start`: up to a comma, a preposition of place or time, or a verb.
  private func barePhrase(startingAt start: Int, limit: Int) -> Range<Int>? {
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

  /// A preposition that ties a description together ("a voter in Ohio"), and not the report to its time or place
  /// ("in an interview", "on Monday").
  private func linksNouns(_ index: Int) -> Bool {
    guard index + 1 < draft.tokens.count else { return false }
    for next in index + 1..<min(index + 5, draft.tokens.count) {
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
    if token.has(.weekday) || token.has(.auxiliary) || token.has(.who) { return false }
    if token.has(.preposition) {
      // "a spokesman for the ministry", "the head of the agency"; but "Berg in Dakar".
      guard index > start, !token.has(.subordinator) || draft.isWord(index, "for") else { return false }
      if draft.isWord(index, "of") { return true }
      return !draft.tokens[index - 1].isCapitalized && linksNouns(index)
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
