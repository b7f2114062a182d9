//! Finds the reporting words around a quotation.

internal import QuothBasics
internal import QuothModel

/// Finds cues in the tokens of a sentence, outside quotation marks.
struct CueFinder {
  let draft: Draft

  /// How surely a token is a reporting verb here: its share as a cue, 0 when its place forbids it.
  func strength(of index: Int) -> Float {
    if isPutIt(index) { return 0.9 }
    let token = draft.tokens[index]
    guard token.entry.verbCue >= 0 else { return 0 }
    if isHearing(index) { return 0.6 }
    if isDenied(index), !opensQuestion(index + 1) { return 0 }
    guard token.kind == .word, !draft.isQuoted(index) else { return 0 }
    let probability = draft.lexicon.cues[Int(token.entry.verbCue)].probability
    if token.has(.cueGerund) { return isParticiple(index) ? probability : 0 }
    if token.isCapitalized, draft.tokens[index - 1].isWordLike { return 0 }
    if draft.isWord(index, "say") { return isSay(index) ? probability : 0 }
    if token.has(.cueFinite) {
      let isNoVerb = isNounLike(index) || isPassiveModifier(index) || isPlural(index) || isAddressed(index)
      return isNoVerb ? 0 : probability
    }
    return isVerbalBase(index) ? probability : 0
  }

  /// "did not say", "has never said", "refused to say", "neither Lee nor Orr said": the words are held not to have been
  /// said. Only verbs of plain saying: "did not criticize" is a report of its own.
  func isDenied(_ index: Int) -> Bool {
    let verb = draft.tokens[index].entry.verbCue
    guard verb >= 0, !draft.isQuoted(index), draft.lexicon.cues[Int(verb)].isPlain else {
      return false
    }
    for place in stride(from: index - 1, through: max(0, index - 4), by: -1) {
      let token = draft.tokens[place]
      guard token.kind == .word else { return false }
      if isNegation(place) { return !draft.isWord(place + 1, "only") }
      if draft.isWord(place, "nobody") || draft.isWord(place, "nor") { return true }
      if draft.isWord(place, "refused") || draft.isWord(place, "declined") {
        return draft.isWord(place + 1, "to")
      }
      guard token.has([.auxiliary, .adverb]) || token.isCapitalized || draft.isWord(place, "one") else {
        return false
      }
    }
    return false
  }

  /// "has not said whether he will sign": what is left open is reported all the same.
  private func opensQuestion(_ index: Int) -> Bool {
    draft.isWord(index, "whether") || draft.isWord(index, "if") || draft.isWord(index, "how")
      || draft.isWord(index, "why") || draft.isWord(index, "when") || draft.isWord(index, "what")
  }

  /// "not", "never", "didn’t".
  private func isNegation(_ index: Int) -> Bool {
    if draft.isWord(index, "not") || draft.isWord(index, "never") { return true }
    guard draft.tokens[index].has(.auxiliary) || draft.tokens[index].entry.classes.isEmpty else {
      return false
    }
    let word = TextFolding.fold(draft.text(index))
    return word.hasSuffix("n't")
  }

  /// Whether the nearest cue before a stretch is denied.
  func isDenied(before open: Int, _ floor: Int) -> Bool {
    for index in stride(from: open - 1, through: max(floor, open - 60), by: -1) where !draft.isQuoted(index) {
      if isDenied(index) { return !partsClause(TokenSpan(index + 1, open)) }
      if isCue(index) { return false }
    }
    return false
  }

  /// "did not mention it because “…”": the words are no object of the verb.
  private func partsClause(_ range: TokenSpan) -> Bool {
    range.contains {
      draft.isWord($0, "because") || draft.isWord($0, "but") || draft.isWord($0, "since")
        || draft.tokens[$0].kind == .semicolon
    }
  }

  /// "The court heard that …": what is heard in a hearing is reported.
  private func isHearing(_ index: Int) -> Bool {
    guard draft.isWord(index, "heard") || draft.isWord(index, "hears"), !draft.isQuoted(index)
    else {
      return false
    }
    return CueFinder.hearings.contains { draft.isWord(index - 1, $0) }
  }

  private static let hearings: [StaticString] = [
    "court", "jury", "jurors", "inquest", "tribunal", "inquiry", "hearing", "panel", "committee",
    "magistrates",
    "mps", "commission",
  ]

  /// Whether a strong cue stands at a token.
  func isCue(_ index: Int) -> Bool {
    strength(of: index) >= CueFinder.threshold
      && (draft.tokens[index].has(.strongCue) || isPutIt(index) || isHearing(index))
  }

  /// Share as a cue below which a form is left alone.
  static let threshold: Float = 0.2

  /// "as she put it".
  func isPutIt(_ index: Int) -> Bool {
    (draft.isWord(index, "put") || draft.isWord(index, "puts")) && !draft.isQuoted(index)
      && draft.isWord(index + 1, "it")
  }

  /// Where the clause of a cue starts: for "as she put it", behind "as".
  func clauseFloor(of cue: Int, _ floor: Int) -> Int {
    guard isPutIt(cue), let mark = TokenSpan(floor, cue).last(where: { draft.isWord($0, "as") }) else {
      return floor
    }
    return mark + 1
  }

  /// Whether a token can head the report of a quotation after it: finite, or "put it".
  func isFiniteCue(_ index: Int) -> Bool {
    isCue(index) && (draft.tokens[index].has(.cueFinite) || isPutIt(index) || isPluralBase(index))
  }

  /// "the experts say".
  private func isPluralBase(_ index: Int) -> Bool {
    draft.tokens[index].has(.cueBase) && !draft.isWord(index - 1, "to")
  }

  /// "say" is a verb but where it stands for "for example" or is no report: ", say, ten", "is to say".
  private func isSay(_ index: Int) -> Bool {
    if draft.isWord(index - 1, "to"),
      draft.tokens[index - 2].has(.be) || isJudgement(index - 2)
    {
      return false
    }
    let before = draft.tokens[index - 1]
    return !(before.kind == .comma && draft.tokens[index + 1].kind == .comma) && !before.has(.possessive)
      && (!before.has(.determiner) || isPronounLike(index - 1))
  }

  /// "it is fair to say", "too soon to say".
  private func isJudgement(_ index: Int) -> Bool {
    CueFinder.judgements.contains { draft.isWord(index, $0) }
  }

  private static let judgements: [StaticString] = [
    "safe", "fair", "soon", "early", "hard", "difficult", "easy", "enough", "impossible", "accurate",
  ]

  /// "some say", "many said": a determiner that stands for people.
  private func isPronounLike(_ index: Int) -> Bool {
    draft.isWord(index, "some") || draft.isWord(index, "many") || draft.isWord(index, "few")
      || draft.isWord(index, "most") || draft.isWord(index, "several") || draft.isWord(index, "all")
      || draft.isWord(index, "both") || draft.isWord(index, "others") || draft.isWord(index, "another")
      || draft.isWord(index, "neither") || draft.isWord(index, "those")
  }

  /// "his calls", "the reported attack".
  private func isNounLike(_ index: Int) -> Bool {
    let before = draft.tokens[index - 1]
    if before.has(.possessive), !before.has(.female) || before.has(.male) { return true }
    if before.kind == .possessive { return !draft.tokens[index].has(.cueFinite) || endsInS(index) }
    if isPronounLike(index - 1), draft.tokens[index].has(.cueFinite), !draft.tokens[index].has(.cueNoun) {
      return false
    }
    // "in reported gifts"
    if before.has(.preposition), !before.has([.subordinator, .adverb, .auxiliary]), isPast(index) {
      return true
    }
    return before.has(.determiner) && !before.has(.subject) && !before.has(.who)
  }

  /// "medical projects", "the independent states": a form in -s is a verb only after a subject.
  private func isPlural(_ index: Int) -> Bool {
    guard endsInS(index), !draft.isWord(index, "says"), draft.tokens[index - 1].kind != .none else {
      return false
    }
    let before = draft.tokens[index - 1]
    if draft.isWord(index + 1, "that"), ReportingVerbs.verbsOnly.contains(lemma(index)) { return false }
    switch before.kind {
    case .comma, .closeBracket, .quoteMark, .dash: return false
    case .word: break
    case .number, .possessive, .fullStop, .question, .exclamation, .colon, .semicolon, .ellipsis, .slash,
      .openBracket, .singleMark, .other, .none:
      return true
    }
    // "dismissed media questions": what a verb right before the noun governs.
    let isGoverned =
      draft.tokens[index].has(.cueNoun) && draft.tokens[index - 2].has([.cueFinite, .cueGerund])
    if before.isCapitalized
      || before.has([.role, .personNoun, .organizationNoun, .documentNoun, .adverb, .who]) && !isGoverned
    {
      return false
    }
    return !(before.has(.subject) && before.has(.pronoun))
  }

  private func isPast(_ index: Int) -> Bool { draft.ends(index, in: "ed", least: 3) }

  private func endsInS(_ index: Int) -> Bool {
    draft.lastByte(of: index) == UInt8(ascii: "s")
  }

  /// "was asked", "been accused": the subject did not speak.
  private func isPassiveModifier(_ index: Int) -> Bool {
    guard !endsInS(index) else { return false }
    var place = index - 1
    while place > 0, draft.tokens[place].has(.adverb), !draft.tokens[place].has(.be) { place -= 1 }
    guard draft.tokens[place].has(.be) else { return false }
    // "was quoted as saying" is told by "saying".
    return true
  }

  /// "Berg, asked whether …, said": a participle between commas, behind which the verb of the subject comes. The
  /// subject was spoken to.
  private func isAddressed(_ index: Int) -> Bool {
    guard isPast(index) || draft.isWord(index, "told"),
      draft.tokens[index - 1].kind == .comma || draft.tokens[index - 1].kind == .dash,
      !draft.isQuoted(index - 2), ReportingVerbs.addressing.contains(lemma(index)) || lemma(index) == "urge"
    else { return false }
    let limit = min(draft.sentenceEnd(at: index) - 1, index + 40)
    var close = index + 1
    while close < limit, draft.tokens[close].kind != .comma || draft.isQuoted(close) {
      if draft.tokens[close].endsSentence, !draft.isQuoted(close) { return false }
      close += 1
    }
    guard close < limit else { return false }
    var verb = close + 1
    while verb < limit, draft.tokens[verb].has(.adverb) || draft.endsInLY(verb) { verb += 1 }
    return !draft.isQuoted(verb) && draft.tokens[verb].has([.auxiliary, .cueFinite, .verb])
  }

  /// A participle after a comma, a conjunction, an auxiliary or at the start of its clause.
  private func isParticiple(_ index: Int) -> Bool {
    var place = index - 1
    while place > 0, draft.tokens[place].kind == .word,
      draft.tokens[place].has(.adverb) && !draft.tokens[place].has(.be) || draft.endsInLY(place)
    {
      place -= 1
    }
    let before = draft.tokens[place]
    guard before.kind == .word else { return before.kind != .possessive }
    if draft.isWord(place, "kept") || draft.isWord(place, "keeps") || draft.isWord(place, "began")
      || draft.isWord(place, "started")
    {
      return true
    }
    if before.has([.determiner, .possessive]), !before.has(.subject) { return false }
    // "tweets accusing her" describes the tweets; "a statement calling it" reports.
    return before.isCapitalized
      || before.has([.preposition, .coordinator, .subordinator, .be, .documentNoun])
      || before.has([.role, .personNoun, .groupNoun, .weekday, .quantity]) || before.has(.pronoun)
  }

  /// A base form is a verb after "to", a modal or a plural subject.
  private func isVerbalBase(_ index: Int) -> Bool {
    let before = draft.tokens[index - 1]
    if draft.isWord(index - 1, "to"), draft.tokens[index - 2].has(.be) { return false }
    if before.has([.auxiliary, .who]) || before.has(.subject) && before.has(.pronoun) { return true }
    if before.has(.adverb) {
      let second = draft.tokens[index - 2]
      return second.has(.auxiliary) || second.has(.subject) && second.has(.pronoun)
        || second.isCapitalized && !second.has(.determiner)
    }
    return before.kind == .word && draft.lastByte(of: index - 1) == UInt8(ascii: "s")
      && !before.has([.determiner, .possessive, .preposition, .role])
      && !draft.tokens[index].has(.cueNoun)
  }

  /// The lemma of the cue at a token.
  func lemma(_ index: Int) -> String {
    let number = draft.tokens[index].entry.verbCue
    return number >= 0 ? draft.lexicon.cues[Int(number)].lemma : ""
  }

  /// "according to": the token after it, when it stands at `index`.
  func accordingTo(at index: Int, limit: Int) -> Int? {
    guard index + 2 < limit else { return nil }
    if draft.isWord(index, "according"), draft.isWord(index + 1, "to") { return index + 2 }
    // "per the bylaws"; but "per capita", "50 cents per mile".
    let next = draft.tokens[index + 1]
    let isSource = next.has([.determiner, .possessive]) || next.isCapitalized
    return draft.isWord(index, "per") && isSource && !draft.isWord(index + 1, "a") ? index + 1 : nil
  }
}
