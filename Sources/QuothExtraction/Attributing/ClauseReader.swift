//! Reads clauses without a parser: which noun phrase is the subject of a verb.

/// Reads noun phrases and subjects around verbs, over tokens that stand outside quotation marks.
///
/// There is no tagger behind it: closed word classes, the lexicon of verbs, punctuation and capitals are enough to
/// find the edges of a noun phrase from the verb backwards.
struct ClauseReader {
  let draft: Draft
  private let cues: CueFinder

  init(draft: Draft) {
    self.draft = draft
    cues = CueFinder(draft: draft)
  }

  /// How many verbs a search for a subject may go back over.
  static let depthLimit = 3
  /// How many tokens and how many verbs a search goes back.
  static let reach = 80
  static let mostVerbs = 4

  /// The subject of the verb at `verb`, looking back no further than `floor`; the tokens of its noun phrase.
  func subject(of verb: Int, floor: Int, depth: Int = 0) -> TokenSpan? {
    guard depth < ClauseReader.depthLimit else { return nil }
    if draft.tokens[verb].has(.cueGerund) { return subjectOfParticiple(verb, floor, depth) }
    if verb > floor, draft.isWord(verb - 1, "to") { return subjectOfPreviousVerb(verb - 1, floor, depth) }
    let end = skipBack(over: verb, floor)
    if isInverted(verb, end, floor) {
      return phrase(startingAt: verb + 1, limit: draft.sentenceEnd(at: verb))
    }
    guard end > floor else { return nil }
    if draft.tokens[end - 1].kind == .closeBracket {
      let open = openBracket(before: end - 1, floor)
      return open > floor ? phrase(endingAt: open, floor).map { TokenSpan($0.lowerBound, end) } : nil
    }
    let last = draft.tokens[end - 1]
    if last.kind == .comma || last.kind == .dash { return subjectBeforeInsertion(end - 1, floor) }
    if draft.isQuoted(end - 1) {
      return opensRelative(end - 1, floor) ? subjectBeforeInsertion(end - 1, floor) : nil
    }
    if last.has(.who) { return relativeSubject(at: end - 1, floor) }
    if last.has(.coordinator) { return subjectOfPreviousVerb(end - 1, floor, depth) }
    if last.has(.subordinator), !last.has(.determiner), !last.has(.pronoun) {
      // "when asked", "as noted": the main clause's subject.
      return subjectOfPreviousVerb(end - 1, floor, depth)
    }
    if last.has(.pronoun), last.has(.subject) { return TokenSpan(end - 1, end) }
    if isVerbLike(end - 1) { return subjectOfPreviousVerb(end, floor, depth) }
    return phrase(endingAt: end, floor).map { described($0, floor) ?? withRelative($0, floor) }
  }

  /// "Berg, president of the club told reporters": a bare office behind a name and a comma describes the name, though no
  /// comma closes it.
  private func described(_ phrase: TokenSpan, _ floor: Int) -> TokenSpan? {
    let comma = phrase.lowerBound - 1
    let first = draft.tokens[phrase.lowerBound]
    guard comma > floor, draft.tokens[comma].kind == .comma, !draft.isQuoted(comma - 1),
      first.has(.role), !first.isCapitalized, draft.tokens[comma - 1].isCapitalized,
      let name = self.phrase(endingAt: comma, floor)
    else { return nil }
    return TokenSpan(name.lowerBound, phrase.upperBound)
  }

  /// `"Q," added NP`: a quotation stands right before the reporting verb, so the subject follows it.
  private func isInverted(_ verb: Int, _ end: Int, _ floor: Int) -> Bool {
    guard draft.tokens[verb].has(.cueFinite), end == verb, draft.tokens[verb + 1].kind != .none else {
      return false
    }
    return draft.isQuoted(verb - 1)
      || (draft.tokens[verb - 1].kind == .comma && draft.isQuoted(verb - 2))
  }

  /// Skips adverbs, auxiliaries and days that stand between a subject and its verb.
  func skipBack(over verb: Int, _ floor: Int) -> Int {
    var end = verb
    while end > floor {
      let token = draft.tokens[end - 1]
      guard token.kind == .word, !draft.isQuoted(end - 1) else { break }
      let isDay =
        token.has(.weekday) || (token.has(.preposition) && end < verb && draft.tokens[end].has(.weekday))
      guard
        token.has(.auxiliary) && !isName(end - 1) || token.has(.adverb) && !token.has(.determiner)
          || isAdverb(end - 1) || isDay
      else { break }
      end -= 1
    }
    return end
  }

  /// "Theresa May told", "Will Berg said": a capital behind a name or before one makes it no auxiliary.
  func isName(_ index: Int) -> Bool {
    let token = draft.tokens[index]
    return token.isCapitalized
      && (draft.tokens[index - 1].isCapitalized || draft.tokens[index + 1].isCapitalized)
  }

  func isAdverb(_ index: Int) -> Bool {
    let token = draft.tokens[index]
    return !token.isCapitalized && draft.endsInLY(index) && !token.has([.personNoun, .role])
  }

  private func openBracket(before close: Int, _ floor: Int) -> Int {
    var index = close
    while index > floor, draft.tokens[index].kind != .openBracket { index -= 1 }
    return index
  }

  /// `NP, apposition, said`; `NP, who …, said`; `NP -- a firm -- said`: the first part of the clause that can be a
  /// subject, when only insertions stand between it and the verb. `mark` is the comma or dash before the verb.
  func subjectBeforeInsertion(_ mark: Int, _ floor: Int) -> TokenSpan? {
    var candidate: TokenSpan?
    for part in parts(from: floor, to: mark) {
      var part = part
      let first = draft.tokens[part.lowerBound]
      if first.has(.coordinator), !first.has(.determiner) {
        // "Berg lost, and Diallo, the mayor, said": a new clause.
        candidate = nil
        part = TokenSpan(part.lowerBound + 1, part.upperBound)
      }
      if candidate == nil, let start = part.first, opensClause(start) { part = part.after(start) }
      guard let start = part.first, !opensInsertion(start) else { continue }
      if let head = described(in: part) {
        // "…, a historian who attended the session, said".
        if candidate == nil { candidate = phrase(endingAt: head, part.lowerBound) }
      } else if candidate != nil, draft.isWord(start, "a") || draft.isWord(start, "an") {
        // "Berg, an adviser on tax issues, said": what looks like a verb is none.
        continue
      } else if part.contains(where: { isFinite($0) && !draft.isQuoted($0) }) {
        if candidate == nil || !draft.tokens[start].has(.who) { candidate = nil }
      } else if candidate == nil {
        candidate = phrase(endingAt: part.upperBound, part.lowerBound)
      }
    }
    guard let candidate else { return phrase(endingAt: mark, floor) }
    return withAppositions(candidate, limit: mark)
  }

  /// "although Berg, a nurse, said": behind the conjunction a clause of its own.
  private func opensClause(_ index: Int) -> Bool {
    draft.isWord(index, "although") || draft.isWord(index, "though") || draft.isWord(index, "while")
      || draft.isWord(index, "whereas") || draft.isWord(index, "because")
  }

  /// Words that open what is no subject: adverbials, relative clauses, participles.
  func opensInsertion(_ index: Int) -> Bool {
    let token = draft.tokens[index]
    if token.kind == .number { return true }
    if token.has(.determiner) || token.has(.subject) && !token.has(.who) { return false }
    return token.has([.preposition, .subordinator, .who, .cueGerund, .cueFinite, .weekday])
      || token.has(.adverb) || isAdverb(index)
  }

  /// What commas and dashes part, brackets and quotations left out.
  private func parts(from floor: Int, to mark: Int) -> [TokenSpan] {
    var parts: [TokenSpan] = []
    var start = floor
    for index in TokenSpan(floor, mark + 1) {
      if draft.isQuoted(index) {
        start = index + 1
        continue
      }
      let token = draft.tokens[index]
      let isBreak =
        token.kind == .comma || (token.kind == .dash && !token.isJoined) || token.kind == .openBracket
        || token.kind == .colon || token.kind == .semicolon
      if isBreak || index == mark {
        if index > start { parts.append(TokenSpan(start, index)) }
        start = index + 1
      } else if token.kind == .closeBracket {
        start = index + 1
      }
    }
    return parts
  }

  /// "who" and "which" themselves, where they have an antecedent; for "that" the antecedent.
  private func relativeSubject(at who: Int, _ floor: Int) -> TokenSpan? {
    guard let antecedent = antecedent(of: who, floor) else { return nil }
    return draft.isWord(who, "who") || draft.isWord(who, "which") ? TokenSpan(at: who) : antecedent
  }

  /// The noun phrase that "who" goes back to.
  func antecedent(of who: Int, _ floor: Int) -> TokenSpan? {
    var end = who
    if end > floor, draft.tokens[end - 1].kind == .comma { end -= 1 }
    guard end > floor else { return nil }
    if draft.tokens[end - 1].kind == .closeBracket { end = openBracket(before: end - 1, floor) }
    return phrase(endingAt: end, floor)
  }

  /// "… and said", ", saying": the subject of the nearest reporting verb on the left, or else of any finite verb. The
  /// subject of a main clause comes before that of a clause within it: "would not say whether the ministry knew and
  /// added".
  func subjectOfPreviousVerb(_ index: Int, _ floor: Int, _ depth: Int) -> TokenSpan? {
    let floor = max(floor, index - ClauseReader.reach)
    var embedded: TokenSpan?
    for isCueWanted in [true, false] {
      var tried = 0
      for place in stride(from: index - 1, to: floor, by: -1) where !draft.isQuoted(place) {
        guard !isCueWanted || draft.tokens[place].has(.cueFinite) && cues.strength(of: place) > 0,
          isFinite(place)
        else { continue }
        if let found = subject(of: place, floor: floor, depth: depth + 1), !isExpletive(found) {
          if isClosedRelative(found, place, index) { return antecedent(of: found.lowerBound, floor) }
          guard isEmbedded(found, floor) else { return found }
          embedded = embedded ?? found
        }
        tried += 1
        if tried == ClauseReader.mostVerbs { break }
      }
    }
    return embedded ?? firstPhrase(from: floor, to: index, depth: depth + 1)
  }

  /// Whether a subject is that of a clause within another: "whether the ministry knew", "polls that suggest".
  private func isEmbedded(_ subject: TokenSpan, _ floor: Int) -> Bool {
    let opener = subject.lowerBound - 1
    if subject.count == 1, draft.tokens[subject.lowerBound].has(.who) { return true }
    guard opener > floor, draft.tokens[opener].kind != .comma else { return false }
    return draft.isWord(opener, "whether") || draft.isWord(opener, "that") || draft.isWord(opener, "if")
      || draft.isWord(opener, "how") || draft.isWord(opener, "why") || draft.isWord(opener, "what")
      || draft.isWord(opener, "as") || draft.isWord(opener, "where") || draft.isWord(opener, "which")
  }

  /// "The authors, who live in Oslo, looked at the list and found": the comma ended the relative clause.
  private func isClosedRelative(_ subject: TokenSpan, _ verb: Int, _ index: Int) -> Bool {
    subject.count == 1 && draft.isWord(subject.lowerBound, "who") || draft.isWord(subject.lowerBound, "which")
      ? TokenSpan(verb, index).contains { draft.tokens[$0].kind == .comma && !draft.isQuoted($0) } : false
  }

  /// "it was an honor": no one speaks.
  private func isExpletive(_ phrase: TokenSpan) -> Bool {
    phrase.count == 1 && draft.tokens[phrase.lowerBound].has(.neuter)
      || draft.isWord(phrase.lowerBound, "there") || draft.isWord(phrase.lowerBound, "that")
  }

  func hasFiniteVerb(in range: TokenSpan) -> Bool {
    range.contains { !draft.isQuoted($0) && isFinite($0) }
  }

  /// Whether a token is a finite verb, as far as its form and neighbours tell.
  func isFinite(_ index: Int) -> Bool {
    let token = draft.tokens[index]
    guard token.kind == .word, !token.isCapitalized else { return false }
    if token.has(.auxiliary) {
      return token.has([.be, .have]) || !token.has(.preposition) && !draft.isWord(index, "not")
    }
    let before = draft.tokens[index - 1]
    if before.has([.determiner, .possessive, .preposition]) && !before.has(.pronoun)
      || before.kind == .possessive
      || draft.isWord(index - 1, "to")
    {
      return false
    }
    if token.has([.cueFinite, .verb]) { return true }
    if token.has(.cueBase) {
      return before.has(.pronoun) && before.has(.subject)
    }
    if draft.verbGuess(index) == .sure { return true }
    guard endsInED(index), before.kind != .none, !before.has(.be) else { return false }
    return governs(index) || followsPerson(index)
  }

  /// "Sartor blessed cranes": behind a name, a pronoun or a word for a person a form in -ed is a verb.
  private func followsPerson(_ index: Int) -> Bool {
    let before = draft.tokens[index - 1]
    guard before.kind == .word, !before.has([.preposition, .determiner]) else { return false }
    return before.has(.pronoun) && before.has(.subject) || before.has([.role, .personNoun])
      || before.isCapitalized && !before.has([.demonym, .opener])
  }

  /// A form in -ed is a verb, and no adjective, when what follows can be its object or complement.
  private func governs(_ index: Int) -> Bool {
    let next = draft.tokens[index + 1]
    guard next.kind == .word else { return next.kind != .possessive }
    return next.isCapitalized
      || next.has([.determiner, .possessive, .preposition, .adverb, .quantity, .auxiliary])
      || next.has(.pronoun) || next.has(.subordinator)
  }

  func isVerbLike(_ index: Int) -> Bool {
    isFinite(index) && !draft.tokens[index].has([.role, .personNoun])
  }

  func endsInED(_ index: Int) -> Bool { draft.ends(index, in: "ed", least: 4) }
}
