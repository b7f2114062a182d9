//! Tells quotations from scare quotes and titles, and direct from mixed.

internal import QuothModel

/// What the look of a stretch and of its neighbours says.
struct StretchJudge {
  let draft: Draft
  let cues: CueFinder
  let clauses: ClauseReader

  init(draft: Draft) {
    self.draft = draft
    cues = CueFinder(draft: draft)
    clauses = ClauseReader(draft: draft)
  }

  /// A stretch that is nobody's whatever the sentence says, and why: titles, and single marks beside double ones.
  func verdictBySight(_ stretch: Stretch, _ sentence: DraftSentence) -> UnattributedStretch.Reason? {
    if stretch.wordCount == 0 { return .scare }
    if isExcerpt(stretch) { return .scare }
    if cues.isDenied(before: stretch.tokens.lowerBound - 1, sentence.tokens.lowerBound) { return .denied }
    if isByline(stretch.tokens.upperBound + 1, sentence) { return .title }
    if stretch.isSingle { return isTitle(stretch) ? .title : isSaid(stretch, sentence) ? nil : .scare }
    guard isTitle(stretch), !isReported(stretch, sentence), !isCoined(stretch) else { return nil }
    let isOneName = !closesWithPunctuation(stretch) || stretch.wordCount <= 6 || isNamed(stretch)
    return isOneName ? .title : nil
  }

  /// `said he felt ‘like a schoolboy’`: beside double marks for speech, single ones hold words of a report in its own
  /// clause.
  private func isSaid(_ stretch: Stretch, _ sentence: DraftSentence) -> Bool {
    guard stretch.wordCount >= 3 else { return false }
    for index in sentence.tokens.window(before: stretch.open, 16).reversed() where !draft.isQuoted(index) {
      if draft.tokens[index].kind == .comma, index < stretch.open - 1 { return false }
      if cues.isCue(index) { return cues.lemma(index) != "call" && cues.lemma(index) != "tell" }
    }
    return false
  }

  /// `announced a “Green New Deal”`: with an indefinite article it is the speaker's name for a thing, no work's title.
  private func isCoined(_ stretch: Stretch) -> Bool {
    let before = stretch.tokens.lowerBound - 2
    return before >= 0 && (draft.isWord(before, "a") || draft.isWord(before, "an"))
  }

  /// `“…” https://…`: an excerpt in a list of links.
  private func isExcerpt(_ stretch: Stretch) -> Bool {
    let after = stretch.tokens.upperBound + 1
    guard stretch.isClosed else { return false }
    let start = Int(draft.tokens[after].start)
    let address = "http".utf8
    return start + address.count < draft.bytes.count
      && zip(draft.bytes[start...], address).allSatisfy { $0 == $1 }
  }

  /// `“…,” by Anna Berg`: a headline and its author.
  private func isByline(_ index: Int, _ sentence: DraftSentence) -> Bool {
    index + 1 < sentence.tokens.upperBound && draft.isWord(index, "by")
      && draft.tokens[index + 1].isCapitalized
      && draft.tokens[index - 2].kind == .comma
  }

  /// Whether a report stands right before a stretch, or behind one that breaks off for it: what looks like a title
  /// may be a slogan.
  private func isReported(_ stretch: Stretch, _ sentence: DraftSentence) -> Bool {
    let floor = sentence.tokens.lowerBound
    var before = stretch.tokens.lowerBound - 2
    let isMarked = before > floor && [.comma, .colon].contains(draft.tokens[before].kind)
    if isMarked { before -= 1 }
    if before >= floor, !draft.isQuoted(before), cues.isCue(before) {
      let lemma = cues.lemma(before)
      return lemma != "tell" && lemma != "call" && lemma != "label" && lemma != "dub"
    }
    if before > floor, draft.isWord(before, "as") {
      return TokenSpan(floor, before).contains { !draft.isQuoted($0) && cues.isCue($0) }
    }
    guard stretch.isClosed, closesWithPunctuation(stretch), stretch.tokens.lowerBound - 1 == floor else {
      return false
    }
    let after = stretch.tokens.upperBound + 1
    return TokenSpan(after, min(after + 6, sentence.tokens.upperBound)).contains {
      !draft.isQuoted($0) && cues.isFiniteCue($0)
    }
  }

  /// Right behind a noun: "his book “…”".
  private func isNamed(_ stretch: Stretch) -> Bool {
    let before = stretch.tokens.lowerBound - 2
    guard before >= 0 else { return false }
    let token = draft.tokens[before]
    return token.kind == .possessive
      || token.kind == .word && !token.has(.cueVerb) && !token.has(.subordinator)
  }

  /// Every long word is capitalized, or the first word, the last and all that are not grammar between them.
  func isTitle(_ stretch: Stretch) -> Bool {
    var longWords = 0
    var names = 0
    for index in stretch.tokens {
      let token = draft.tokens[index]
      if breaksOff(index, stretch) { return false }
      guard token.kind == .word else { continue }
      let isGrammar =
        token.has([.preposition, .subordinator, .coordinator]) || token.has([.determiner, .be])
      if token.isCapitalized { names += 1 }
      if token.end - token.start >= 4, !token.has([.preposition, .subordinator, .coordinator]) {
        longWords += 1
        if !token.isCapitalized { return false }
      } else if draft.isWord(index, "i") || !isGrammar && !token.isCapitalized {
        return false
      }
    }
    return longWords >= 2 || names >= 2 && opensAndEndsInCapitals(stretch)
  }

  /// "Big Bird. The Boss": sentences are no title.
  private func breaksOff(_ index: Int, _ stretch: Stretch) -> Bool {
    guard index + 2 < stretch.tokens.upperBound, index > stretch.tokens.lowerBound else { return false }
    let kind = draft.tokens[index].kind
    let isStop = kind == .fullStop && !draft.tokens[index - 1].has(.abbreviation)
    return isStop && draft.tokens[index - 1].end - draft.tokens[index - 1].start > 2 || kind == .exclamation
  }

  private func opensAndEndsInCapitals(_ stretch: Stretch) -> Bool {
    let words = stretch.tokens.filter { draft.tokens[$0].kind == .word }
    guard words.count >= 3, let first = words.first, let last = words.last else { return false }
    return draft.tokens[first].isCapitalized && draft.tokens[last].isCapitalized
  }

  /// Words with a verb of their own, and so no mere name.
  private func isClausal(_ stretch: Stretch) -> Bool {
    if draft.isWord(stretch.tokens.lowerBound, "to") { return stretch.wordCount >= 4 }
    let first = stretch.tokens.lowerBound
    let isPast = !draft.tokens[first].isCapitalized && draft.ends(first, in: "ed", least: 4)
    return isPast && stretch.wordCount >= 4 || stretch.tokens.contains { clauses.isFinite($0) }
  }

  private func closesWithPunctuation(_ stretch: Stretch) -> Bool {
    guard let last = stretch.tokens.last else { return false }
    let kind = draft.tokens[last].kind
    return kind == .comma || kind == .question || kind == .exclamation
  }

  /// Whole words of speech that stand for themselves: a sentence of its own, or after a colon or comma.
  /// One word will do where it goes on with what stands before it.
  func isUtterance(_ stretch: Stretch, _ sentence: DraftSentence, least: Int = 2) -> Bool {
    let open = stretch.tokens.lowerBound - 1
    guard let last = stretch.tokens.last else { return false }
    let isOpening =
      open == sentence.tokens.lowerBound || draft.tokens[open - 1].kind == .colon
      || TokenSpan(sentence.tokens.lowerBound, open).allSatisfy { isOpener($0) }
    let isClosing = draft.tokens[last].endsSentence || draft.tokens[last].kind == .comma || !stretch.isClosed
    return isOpening && (isClosing && stretch.wordCount >= least || stretch.wordCount >= 5)
  }

  /// A caption or slogan with its year in brackets: "“Fish for all” (2014)".
  func isCatalogued(_ stretch: Stretch) -> Bool {
    let after = stretch.tokens.upperBound + 1
    return stretch.isClosed && draft.tokens[after].kind == .openBracket
  }

  /// "Then, “…", "But “…".
  private func isOpener(_ index: Int) -> Bool {
    let token = draft.tokens[index]
    return token.kind == .comma || token.has([.adverb, .coordinator]) || clauses.isAdverb(index)
      || draft.isWord(index, "indeed") || draft.isWord(index, "adding")
  }

  /// Whether a stretch may go on with what its sentence quoted before.
  func mayFollow(_ stretch: Stretch) -> Bool { stretch.wordCount >= 3 && !isTitle(stretch) }

  /// A longer stretch right after a verb, in a sentence without a known cue: its subject may speak.
  func looseFinding(_ stretch: Stretch, _ sentence: DraftSentence) -> AttributionFinding? {
    let open = stretch.tokens.lowerBound - 1
    guard stretch.wordCount >= 3, open > sentence.tokens.lowerBound else { return nil }
    let before = draft.tokens[open - 1]
    let isAfterVerb =
      isClausal(stretch)
      || (stretch.wordCount >= 4 || !draft.tokens[open + 1].isCapitalized)
        && (clauses.isFinite(open - 1) || before.kind == .comma || before.kind == .colon
          || before.has(.subordinator))
    guard isAfterVerb, let source = clauses.firstPhrase(from: sentence.tokens.lowerBound, to: open) else {
      return nil
    }
    return AttributionFinding(rule: .sentenceSubject, source: source)
  }

  /// Direct when the words make clauses of their own; mixed when they complete the reporter's.
  func kind(of stretch: Stretch, _ sentence: DraftSentence) -> QuotationKind {
    let open = stretch.tokens.lowerBound - 1
    let first = draft.tokens[stretch.tokens.lowerBound]
    if open == sentence.tokens.lowerBound { return .direct }
    guard first.isCapitalized || first.kind == .openBracket || first.kind == .number else { return .mixed }
    let before = draft.tokens[open - 1]
    switch before.kind {
    case .comma, .colon, .dash, .quoteMark: return .direct
    case .word: return before.has(.cueVerb) && stretch.wordCount >= 3 ? .direct : .mixed
    case .number, .possessive, .fullStop, .question, .exclamation, .semicolon, .ellipsis, .slash,
      .openBracket,
      .closeBracket, .singleMark, .other, .none:
      return .mixed
    }
  }
}
