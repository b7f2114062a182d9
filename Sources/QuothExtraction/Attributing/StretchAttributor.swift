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

  /// What the sentence says of the source of a stretch, or nil.
  func find(_ stretch: Stretch, in sentence: DraftSentence) -> AttributionFinding? {
    if let found = transcript(stretch) { return found }
    let left = leftCue(stretch, sentence)
    if let left, left.isStrong { return left.finding }
    if let found = rightCue(stretch, sentence) { return found }
    if let found = accordingTo(stretch, sentence) { return found }
    if let left { return left.finding }
    if let found = colon(stretch, sentence) { return found }
    return nil
  }

  // MARK: Words after the stretch

  /// `"Q," said NP` and `"Q," NP said`.
  private func rightCue(_ stretch: Stretch, _ sentence: DraftSentence) -> AttributionFinding? {
    guard stretch.isClosed else { return nil }
    var index = stretch.tokens.upperBound + 1
    let limit = min(sentence.tokens.upperBound, nextStretchStart(after: index, sentence))
    let isDirect = closesWithComma(stretch, index)
    while index < limit, draft.tokens[index].kind == .comma || draft.tokens[index].kind == .dash {
      index += 1
    }
    guard index < limit else { return nil }
    var verb = index
    while verb < limit, draft.tokens[verb].has(.adverb) || clauses.isAdverb(verb) { verb += 1 }
    if verb < limit, cues.isCue(verb), draft.tokens[verb].has(.cueFinite),
      let source = clauses.phrase(startingAt: verb + 1, limit: limit), startsPhrase(source)
    {
      return AttributionFinding(rule: .quoteCueSource, cue: verb..<verb + 1, source: source)
    }
    guard isDirect || stretch.tokens.lowerBound - 1 == sentence.tokens.lowerBound else { return nil }
    guard let cue = firstCue(from: index, limit), let source = clauses.subject(of: cue, floor: index) else {
      return nil
    }
    return AttributionFinding(rule: .quoteSourceCue, cue: cue..<cue + 1, source: source)
  }

  private func startsPhrase(_ source: Range<Int>) -> Bool {
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
      .other:
      return after < draft.tokens.count && draft.tokens[after].kind == .comma
    }
  }

  private func nextStretchStart(after index: Int, _ sentence: DraftSentence) -> Int {
    for number in sentence.stretches where draft.stretches[number].tokens.lowerBound - 1 >= index {
      return draft.stretches[number].tokens.lowerBound - 1
    }
    return sentence.tokens.upperBound
  }

  private func firstCue(from start: Int, _ limit: Int) -> Int? {
    for index in start..<min(limit, start + 45) {
      if cues.isCue(index), draft.tokens[index].has(.cueFinite) { return index }
      if draft.tokens[index].endsSentence || draft.tokens[index].kind == .semicolon { return nil }
    }
    return nil
  }

  // MARK: Words before the stretch

  private struct LeftFinding {
    let finding: AttributionFinding
    let isStrong: Bool
  }

  /// `NP said, "Q"`; `NP said that … "Q"`; `…, saying "Q"`.
  private func leftCue(_ stretch: Stretch, _ sentence: DraftSentence) -> LeftFinding? {
    let open = stretch.tokens.lowerBound - 1
    var index = open - 1
    var weak: LeftFinding?
    while index >= sentence.tokens.lowerBound {
      defer { index -= 1 }
      if draft.isQuoted(index) { continue }
      let strength = cues.strength(of: index)
      guard strength >= 0.2 else { continue }
      let isStrong = strength >= 0.3 && draft.tokens[index].has(.strongCue)
      // A weak verb reports only the words right behind it, and not in the infinitive.
      let isAdjacent = open - index == 1 && !draft.tokens[index].has(.cueBase)
      guard isStrong || (isAdjacent && weak == nil) else { continue }
      guard let source = clauses.subject(of: index, floor: sentence.tokens.lowerBound) else { continue }
      let rule: AttributionRule = draft.tokens[index].has(.cueGerund) ? .participle : .sourceCueQuote
      let finding = AttributionFinding(rule: rule, cue: index..<index + 1, source: source)
      if isStrong { return LeftFinding(finding: finding, isStrong: true) }
      weak = LeftFinding(finding: finding, isStrong: false)
    }
    return weak
  }

  /// `According to NP, … "Q"` on either side.
  private func accordingTo(_ stretch: Stretch, _ sentence: DraftSentence) -> AttributionFinding? {
    for index in sentence.tokens where !draft.isQuoted(index) {
      guard let start = cues.accordingTo(at: index, limit: sentence.tokens.upperBound),
        let source = clauses.phrase(startingAt: start, limit: sentence.tokens.upperBound)
      else { continue }
      return AttributionFinding(rule: .accordingTo, cue: index..<index + 2, source: source)
    }
    return nil
  }

  /// `Raisi: "Q"`.
  private func colon(_ stretch: Stretch, _ sentence: DraftSentence) -> AttributionFinding? {
    let mark = stretch.tokens.lowerBound - 2
    guard mark > sentence.tokens.lowerBound, draft.tokens[mark].kind == .colon else { return nil }
    guard let source = clauses.phrase(endingAt: mark, sentence.tokens.lowerBound) else { return nil }
    return AttributionFinding(rule: .colon, cue: mark..<mark + 1, source: source)
  }

  /// `"WALLACE: Q"`.
  private func transcript(_ stretch: Stretch) -> AttributionFinding? {
    let first = stretch.tokens.lowerBound
    for index in first..<min(first + 4, stretch.tokens.upperBound) {
      if draft.tokens[index].kind == .colon, index > first {
        return AttributionFinding(rule: .transcript, cue: index..<index + 1, source: first..<index)
      }
      guard draft.tokens[index].isAllCapitals else { return nil }
    }
    return nil
  }
}
