//! Ties one quotation-marked stretch to its source, by rules from the surest to the loosest.

internal import QuothModel

/// The rules that look at a stretch within its sentence.
struct StretchAttributor {
  let draft: Draft
  let cues: CueFinder
  let clauses: ClauseReader

  init(draft: Draft) {
    self.draft = draft
    cues = CueFinder(draft: draft)
    clauses = ClauseReader(draft: draft)
  }

  /// The sieves, from the surest to the loosest.
  ///
  /// A cue right before the stretch, or one whose "that" leads to it, comes first; then a report behind it
  /// (`"Q," NP said`); then other cues before it; then what is looser.
  private enum Sieve: CaseIterable {
    case transcript, agent, gapping, tightCue, report, looseCue, signature, accordingTo, closingReport,
      cueNoun
    case wording, weakCue, colon, looseReport
  }

  /// What the surest sieve says of the source of a stretch, or nil.
  func find(_ stretch: Stretch, in sentence: DraftSentence) -> AttributionFinding? {
    let left = leftCue(stretch, sentence)
    for sieve in Sieve.allCases {
      if let found = finding(of: sieve, left, stretch, sentence) { return found }
    }
    return nil
  }

  /// What every sieve says, the surest first.
  func candidates(_ stretch: Stretch, in sentence: DraftSentence) -> [AttributionFinding] {
    let left = leftCue(stretch, sentence)
    return Sieve.allCases.compactMap { finding(of: $0, left, stretch, sentence) }
  }

  private func finding(
    of sieve: Sieve, _ left: LeftFinding?, _ stretch: Stretch, _ sentence: DraftSentence
  ) -> AttributionFinding? {
    switch sieve {
    case .transcript: transcript(stretch)
    case .agent: agent(stretch, sentence)
    case .gapping: gapping(stretch, sentence)
    case .wording: wording(stretch, sentence)
    case .tightCue: left?.tightness == .tight ? left?.finding : nil
    case .report: rightCue(stretch, sentence, hasLeft: left != nil)
    case .looseCue: left?.tightness == .loose ? left?.finding : nil
    case .signature: signature(stretch, sentence)
    case .accordingTo: accordingTo(stretch, sentence)
    case .closingReport: closingReport(stretch, sentence) ?? invertedReport(stretch, sentence)
    case .cueNoun: cueNoun(stretch, sentence)
    case .weakCue: left?.tightness == .weak ? left?.finding : nil
    case .colon: colon(stretch, sentence)
    case .looseReport: looseReport(stretch, sentence)
    }
  }

  // MARK: Words after the stretch

  /// `"Q," said NP` and `"Q," NP said`.
  ///
  /// Words that complete a report on the left (`hasLeft`) are none of a report whose own words follow: "Berg called it
  /// “a ruin”, while Diallo called it “a jewel”".
  private func rightCue(_ stretch: Stretch, _ sentence: DraftSentence, hasLeft: Bool) -> AttributionFinding? {
    guard stretch.isClosed else { return nil }
    var index = stretch.tokens.upperBound + 1
    let limit = min(sentence.tokens.upperBound, nextStretchStart(after: index, sentence))
    let isDirect = closesWithComma(stretch, index)
    while index < limit, isPause(index) { index += 1 }
    if let next = alternative(at: index, limit, sentence) { return find(next, in: sentence) }
    guard index < limit, !opensClause(index) else { return nil }
    var verb = index
    while verb < limit, draft.tokens[verb].has(.adverb) || clauses.isAdverb(verb) { verb += 1 }
    if verb < limit, cues.isFiniteCue(verb),
      let source = clauses.phrase(startingAt: verb + 1, limit: limit), startsPhrase(source)
    {
      return AttributionFinding(rule: .quoteCueSource, cue: TokenSpan(at: verb), source: source)
    }
    guard isDirect || stretch.tokens.lowerBound - 1 == sentence.tokens.lowerBound else { return nil }
    if let found = relayed(from: index, limit) { return found }
    guard let cue = firstCue(from: index, limit), !(hasLeft && leadsOn(cue, limit, sentence)),
      let source = clauses.subject(of: cue, floor: index)
    else { return nil }
    return AttributionFinding(rule: .quoteSourceCue, cue: TokenSpan(at: cue), source: source)
  }

  /// `“Q,” while …`, `“Q” and …`: another clause follows.
  private func opensClause(_ index: Int) -> Bool {
    draft.isWord(index, "while") || draft.isWord(index, "and") || draft.isWord(index, "but")
      || draft.isWord(index, "though") || draft.isWord(index, "although") || draft.isWord(index, "whereas")
      || draft.isWord(index, "because")
  }

  /// Whether a cue leads to a quotation of its own, with no comma or colon before it.
  private func leadsOn(_ cue: Int, _ limit: Int, _ sentence: DraftSentence) -> Bool {
    guard limit < sentence.tokens.upperBound, draft.isQuoted(limit) else { return false }
    return TokenSpan(cue + 1, limit).allSatisfy {
      draft.tokens[$0].isWordLike || draft.tokens[$0].kind == .possessive
    }
  }

  /// `“Q,” or “Q,” Berg said`: the same words in another language.
  private func alternative(at index: Int, _ limit: Int, _ sentence: DraftSentence) -> Stretch? {
    guard index + 1 == limit, draft.isWord(index, "or"), let number = draft.stretch(at: limit),
      sentence.stretches.contains(number)
    else { return nil }
    return draft.stretches[number]
  }

  /// Marks between a quotation and its report, a nested closing mark among them.
  private func isPause(_ index: Int) -> Bool {
    switch draft.tokens[index].kind {
    case .comma, .dash, .singleMark: true
    case .word, .number, .possessive, .fullStop, .question, .exclamation, .colon, .semicolon, .ellipsis,
      .slash,
      .openBracket, .closeBracket, .quoteMark, .other, .none:
      false
    }
  }

  func startsPhrase(_ source: TokenSpan) -> Bool {
    let first = draft.tokens[source.lowerBound]
    return !first.has(.preposition) && !(first.has(.adverb) && !first.has(.determiner))
  }

  /// The quotation breaks off for its report: `Q," …`, `Q?" …`, `Q", …`.
  private func closesWithComma(_ stretch: Stretch, _ after: Int) -> Bool {
    guard let last = stretch.tokens.last else { return false }
    switch draft.tokens[last].kind {
    case .comma, .question, .exclamation, .dash, .ellipsis: return true
    case .singleMark:
      return last > stretch.tokens.lowerBound && draft.tokens[last - 1].kind == .comma
    case .word, .number, .possessive, .fullStop, .colon, .semicolon, .slash, .openBracket, .closeBracket,
      .quoteMark,
      .other, .none:
      return draft.tokens[after].kind == .comma
    }
  }

  private func nextStretchStart(after index: Int, _ sentence: DraftSentence) -> Int {
    for number in sentence.stretches where draft.stretches[number].tokens.lowerBound - 1 >= index {
      return draft.stretches[number].tokens.lowerBound - 1
    }
    return sentence.tokens.upperBound
  }

  private func firstCue(from start: Int, _ limit: Int) -> Int? {
    for index in TokenSpan(start, min(limit, start + 45)) {
      if cues.isFiniteCue(index) { return index }
      if draft.tokens[index].kind == .semicolon || draft.tokens[index].kind == .colon { return nil }
    }
    return nil
  }

  // MARK: Words before the stretch

  /// How closely a cue before the stretch is tied to it.
  private enum Tightness { case tight, loose, weak }

  private struct LeftFinding {
    let finding: AttributionFinding
    let tightness: Tightness
  }

  /// `NP said, "Q"`; `NP said that … "Q"`; `…, saying "Q"`.
  private func leftCue(_ stretch: Stretch, _ sentence: DraftSentence) -> LeftFinding? {
    let open = stretch.tokens.lowerBound - 1
    let floor = sentence.tokens.lowerBound
    var fallback: LeftFinding?
    for index in stride(from: open - 1, through: floor, by: -1) where !draft.isQuoted(index) {
      guard cues.strength(of: index) >= CueFinder.threshold else { continue }
      let tightness = tightness(of: index, open)
      guard cues.isCue(index) || tightness == .tight,
        let source = clauses.subject(of: index, floor: cues.clauseFloor(of: index, floor))
      else { continue }
      let rule: AttributionRule = draft.tokens[index].has(.cueGerund) ? .participle : .sourceCueQuote
      let finding = LeftFinding(
        finding: AttributionFinding(rule: rule, cue: TokenSpan(at: index), source: source),
        tightness: cues.isCue(index) ? tightness : .weak)
      // "said the plan of those who complained ‘would fail …’": the outer verb reports.
      let isRelative = index > floor && draft.tokens[index - 1].has(.who) && opensWithVerb(stretch)
      // "She says it shows that …": a thing does not speak while a person does. "He called on them to condemn
      // …": an infinitive reports only what no finite verb does.
      if isThing(source) || isRelative || (draft.isWord(index - 1, "to") && finding.tightness != .tight) {
        fallback = fallback ?? finding
        continue
      }
      if finding.tightness != .weak { return finding }
      fallback = fallback ?? finding
    }
    return fallback
  }

  private func opensWithVerb(_ stretch: Stretch) -> Bool {
    let first = draft.tokens[stretch.tokens.lowerBound]
    return first.has(.auxiliary) && !draft.isWord(stretch.tokens.lowerBound, "to") && !first.isCapitalized
  }

  private func isThing(_ source: TokenSpan) -> Bool {
    source.count == 1 && draft.tokens[source.lowerBound].has(.neuter)
  }

  /// Tight: no more than a comma, a colon, "that" or one word stands between, or "that" opens the words between.
  private func tightness(of cue: Int, _ open: Int) -> Tightness {
    if open - cue == 1 { return draft.tokens[cue].has(.cueBase) && !cues.isCue(cue) ? .loose : .tight }
    let next = draft.tokens[cue + 1]
    if draft.isWord(cue + 1, "that") { return .tight }
    if open - cue == 2 {
      return next.kind == .comma || next.kind == .colon || next.has(.pronoun) ? .tight : .loose
    }
    let isBeforeMark = draft.tokens[open - 1].kind == .comma || draft.tokens[open - 1].kind == .colon
    if isBeforeMark, draft.tokens[cue].has(.strongCue), open - cue < 14 { return .tight }
    return .loose
  }

  /// `According to NP, … "Q"` on either side.
  private func accordingTo(_ stretch: Stretch, _ sentence: DraftSentence) -> AttributionFinding? {
    for index in sentence.tokens where !draft.isQuoted(index) {
      guard let start = cues.accordingTo(at: index, limit: sentence.tokens.upperBound),
        let source = clauses.phrase(startingAt: start, limit: sentence.tokens.upperBound)
      else { continue }
      return AttributionFinding(rule: .accordingTo, cue: TokenSpan(index, start), source: source)
    }
    return nil
  }

  /// `… "Q" …, NP said.`: the report closes the sentence.
  private func closingReport(_ stretch: Stretch, _ sentence: DraftSentence) -> AttributionFinding? {
    let after = stretch.tokens.upperBound
    for index in sentence.tokens where index > after && !draft.isQuoted(index) && cues.isFiniteCue(index) {
      let next = index + 1
      let isClosing =
        next >= sentence.tokens.upperBound || draft.tokens[next].endsSentence
        || draft.tokens[next].kind == .comma || draft.tokens[next].has([.preposition, .weekday, .adverb])
      guard isClosing, let source = clauses.subject(of: index, floor: after), source.lowerBound > after,
        draft.tokens[source.lowerBound - 1].kind == .comma
      else { continue }
      return AttributionFinding(rule: .quoteSourceCue, cue: TokenSpan(at: index), source: source)
    }
    return nil
  }

  /// `Said Raisi, "Q"`; `"Q" …, said Raisi.`
  private func invertedReport(_ stretch: Stretch, _ sentence: DraftSentence) -> AttributionFinding? {
    let open = stretch.tokens.lowerBound - 1
    for index in sentence.tokens where cues.isFiniteCue(index) && draft.tokens[index].has(.cueFinite) {
      let isStart = index == sentence.tokens.lowerBound || draft.tokens[index - 1].kind == .comma
      guard isStart, !draft.isQuoted(index - 2) || index > open,
        let source = clauses.phrase(startingAt: index + 1, limit: sentence.tokens.upperBound)
      else { continue }
      let end = source.upperBound
      let isBefore = end == open - 1 && draft.tokens[end].kind == .comma
      let isBehind =
        index > open
        && (end >= sentence.tokens.upperBound || draft.tokens[end].endsSentence
          || draft.tokens[end].kind == .comma)
      guard isBefore || isBehind else { continue }
      return AttributionFinding(rule: .quoteCueSource, cue: TokenSpan(at: index), source: source)
    }
    return nil
  }

  /// `"Q," Berg sings`: a name or pronoun and a verb of any meaning, behind a quotation that a comma closes.
  private func looseReport(_ stretch: Stretch, _ sentence: DraftSentence) -> AttributionFinding? {
    var index = stretch.tokens.upperBound + 1
    guard stretch.isClosed, closesWithComma(stretch, index) else { return nil }
    let limit = min(sentence.tokens.upperBound, nextStretchStart(after: index, sentence))
    while index < limit, isPause(index) { index += 1 }
    guard index < limit else { return nil }
    // `"Q!" beamed Anna Berg`.
    if mayReport(index) {
      let name = index + (Self.particles.contains { draft.isWord(index + 1, $0) } ? 2 : 1)
      if name < limit, draft.tokens[name].isCapitalized,
        let source = clauses.phrase(startingAt: name, limit: limit), startsPhrase(source)
      {
        return AttributionFinding(rule: .sentenceSubject, source: source)
      }
    }
    guard draft.tokens[index].isCapitalized || draft.tokens[index].has(.subject),
      let source = clauses.phrase(startingAt: index, limit: limit), startsPhrase(source),
      source.upperBound < limit, draft.tokens[source.upperBound].kind == .word
    else { return nil }
    return AttributionFinding(rule: .sentenceSubject, source: source)
  }

  /// A verb of any meaning before a name: "beamed Berg", "comments Berg", "piped up Berg".
  private func mayReport(_ index: Int) -> Bool {
    let token = draft.tokens[index]
    guard token.kind == .word, !token.isCapitalized,
      !token.has([
        .preposition, .determiner, .possessive, .subordinator, .coordinator, .auxiliary, .adverb, .role,
      ])
    else { return false }
    return clauses.endsInED(index) || token.has([.verb, .cueFinite]) || draft.ends(index, in: "s", least: 4)
  }

  private static let particles: [StaticString] = ["up", "in", "out", "back", "on", "off"]

  /// `Raisi's claim that "Q"`, `the slogan "Q"`, `her warning that … "Q"`: a noun for words, and who owns them.
  private func cueNoun(_ stretch: Stretch, _ sentence: DraftSentence) -> AttributionFinding? {
    let open = stretch.tokens.lowerBound - 1
    for index in stride(from: open - 1, through: sentence.tokens.lowerBound, by: -1)
    where !draft.isQuoted(index) {
      guard draft.tokens[index].has(.cueNoun), !draft.tokens[index].isCapitalized else { continue }
      let next = index + 1
      let leads =
        next == open || draft.isWord(next, "that") || (next + 1 == open && draft.isWord(next, "of"))
        || (next + 1 == open && draft.tokens[next].has(.be))
        || (next + 1 == open && draft.tokens[next].kind == .colon)
      guard leads, let owner = owner(of: index, sentence.tokens.lowerBound) else { return nil }
      return AttributionFinding(rule: .cueNoun, cue: TokenSpan(at: index), source: owner)
    }
    return nil
  }

  /// The possessive before a noun: "Berg's", "her".
  func owner(of noun: Int, _ floor: Int) -> TokenSpan? {
    var index = noun - 1
    while index >= floor, noun - index <= 5 {
      let token = draft.tokens[index]
      if token.kind == .possessive {
        var start = index
        while start > floor, draft.tokens[start - 1].isCapitalized, draft.tokens[start - 1].kind == .word {
          start -= 1
        }
        return start < index ? TokenSpan(start, index) : clauses.phrase(endingAt: index, floor)
      }
      if token.has(.possessive) { return TokenSpan(at: index) }
      guard token.kind == .word, !token.has([.preposition, .determiner]), !draft.isQuoted(index) else {
        return nil
      }
      index -= 1
    }
    return nil
  }
}
