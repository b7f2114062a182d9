//! Finds reports that follow or interrupt what they report: "…, he said.", "The bridge, he said, is safe."

internal import QuothModel

/// Finds statements whose report stands behind them or in their midst.
struct PartingReader {
  let draft: Draft
  let cues: CueFinder
  let clauses: ClauseReader

  /// The statement that the cue at `cue` closes or interrupts.
  func statement(at cue: Int, _ sentence: DraftSentence) -> IndirectStatement? {
    guard cues.isFiniteCue(cue) || draft.isWord(cue, "found") || draft.isWord(cue, "learned"),
      ReportingVerbs.parting.contains(cues.lemma(cue))
    else { return nil }
    let floor = sentence.tokens.lowerBound
    let isPassive = cue + 1 < sentence.tokens.upperBound && draft.isWord(cue + 1, "by")
    guard !leadsQuotation(cue, sentence), !isPassive else { return nil }
    guard isBreak(afterAddressee(cue, sentence), sentence),
      let source = clauses.subject(of: cue, floor: floor), source.lowerBound > floor
    else { return inverted(at: cue, sentence) }
    let comma = source.lowerBound - 1
    if comma > floor, closesQuotation(comma) {
      return quoting(before: comma, cue, source, sentence)
    }
    guard comma > floor, draft.tokens[comma].kind == .comma, !draft.isQuoted(comma - 1) else { return nil }
    return interrupted(at: comma, cue, source, sentence) ?? fronted(before: comma, cue, source, sentence)
  }

  /// Whether a quotation follows, right away or behind a comma or colon: the report is that quotation's.
  private func leadsQuotation(_ cue: Int, _ sentence: DraftSentence) -> Bool {
    for index in TokenSpan(cue + 1, min(cue + 14, sentence.tokens.upperBound)) {
      if draft.tokens[index].has(.cueGerund) { return false }
      guard draft.isQuoted(index) else { continue }
      let before = draft.tokens[index - 1]
      return index == cue + 1 || before.kind == .comma || before.kind == .colon
    }
    return false
  }

  /// "told reporters": the token behind the addressee.
  private func afterAddressee(_ cue: Int, _ sentence: DraftSentence) -> Int {
    guard cues.lemma(cue) == "tell", cue + 1 < sentence.tokens.upperBound,
      !draft.tokens[cue + 1].has(.quantity), !draft.isWord(cue + 1, "a"),
      let addressee = clauses.phrase(startingAt: cue + 1, limit: sentence.tokens.upperBound)
    else { return cue + 1 }
    return addressee.upperBound
  }

  /// "…, said the mayor."
  private func inverted(at cue: Int, _ sentence: DraftSentence) -> IndirectStatement? {
    let comma = cue - 1
    guard comma > sentence.tokens.lowerBound, cues.isFiniteCue(cue), cues.lemma(cue) != "tell",
      draft.tokens[cue].has(.cueFinite),
      let source = clauses.phrase(startingAt: cue + 1, limit: sentence.tokens.upperBound),
      !draft.tokens[source.lowerBound].has(.possessive), isBreak(source.upperBound, sentence)
    else { return nil }
    if closesQuotation(comma) { return quoting(before: comma, cue, source, sentence) }
    guard draft.tokens[comma].kind == .comma, !draft.isQuoted(comma - 1) else { return nil }
    return fronted(before: comma, cue, source, sentence)
  }

  /// Whether a quotation that ends in a comma closes at a token, or at the one before the comma there.
  private func closesQuotation(_ index: Int) -> Bool {
    if draft.tokens[index].kind == .comma { return draft.isQuoted(index - 1) && !draft.isQuoted(index) }
    return draft.isQuoted(index) && draft.tokens[index - 1].kind == .comma
  }

  /// `The bridge is “safe,” he said.`: a clause that a quotation ends, when nothing in it reports speech of its own.
  private func quoting(
    before end: Int, _ cue: Int, _ source: TokenSpan, _ sentence: DraftSentence
  ) -> IndirectStatement? {
    let floor = sentence.tokens.lowerBound
    let content = TokenSpan(floor, (draft.tokens[end].kind == .comma ? end : end + 1))
    guard !draft.isQuoted(floor), !draft.tokens[floor].has(.cueGerund),
      !content.contains(where: { !draft.isQuoted($0) && cues.isFiniteCue($0) })
    else { return nil }
    return IndirectStatement(content: content, cue: TokenSpan(at: cue), source: source, rule: .quoteSourceCue)
  }

  /// Whether a clause ends or an adverbial starts at a token.
  private func isBreak(_ index: Int, _ sentence: DraftSentence) -> Bool {
    guard index < sentence.tokens.upperBound else { return true }
    let token = draft.tokens[index]
    if draft.isWord(index, "of") || draft.isWord(index, "to") { return false }
    return token.endsSentence || token.kind == .comma || token.kind == .semicolon
      || token.kind == .closeBracket
      || token.has([.preposition, .weekday, .who, .adverb]) || draft.isWord(index, "last")
      || draft.isWord(index, "this") || draft.isWord(index, "when") || draft.isWord(index, "while")
  }

  /// "In winter, he said, the bridge is closed": the words before and behind the report.
  private func interrupted(
    at comma: Int, _ cue: Int, _ source: TokenSpan, _ sentence: DraftSentence
  ) -> IndirectStatement? {
    let floor = sentence.tokens.lowerBound
    let after = cue + 1
    var end = sentence.tokens.upperBound
    let start = hasMainVerb(TokenSpan(floor, comma)) ? lastPart(TokenSpan(floor, comma)) : floor
    guard after + 4 < end, draft.tokens[after].kind == .comma, !draft.isQuoted(after + 1),
      !hasMainVerb(TokenSpan(start, comma)), !draft.tokens[after + 1].has([.cueGerund, .coordinator]),
      TokenSpan(after + 1, end).contains(where: { !draft.isQuoted($0) && clauses.isFinite($0) })
    else { return nil }
    while end > after + 1, draft.tokens[end - 1].endsSentence { end -= 1 }
    return IndirectStatement(
      content: TokenSpan(start, end), cue: TokenSpan(at: cue), source: source, rule: .sourceCueQuote)
  }

  /// What follows the last comma or dash.
  private func lastPart(_ range: TokenSpan) -> Int {
    for index in range.reversed() where index > range.lowerBound {
      let token = draft.tokens[index]
      if token.kind == .comma || token.kind == .semicolon || token.kind == .dash && !token.isJoined {
        return index + 1
      }
    }
    return range.lowerBound
  }

  private func fronted(
    before comma: Int, _ cue: Int, _ source: TokenSpan, _ sentence: DraftSentence
  ) -> IndirectStatement? {
    let content = TokenSpan(sentence.tokens.lowerBound, comma)
    guard content.count >= 3, hasMainVerb(content), !draft.tokens[content.lowerBound].has(.cueGerund) else {
      return nil
    }
    return IndirectStatement(content: content, cue: TokenSpan(at: cue), source: source, rule: .quoteSourceCue)
  }

  /// Whether a part between commas has a finite verb and is no subordinate or relative clause.
  func hasMainVerb(_ range: TokenSpan) -> Bool {
    var start = range.lowerBound
    for index in range.lowerBound...range.upperBound
    where index == range.upperBound || draft.tokens[index].kind == .comma {
      let part = TokenSpan(start, index)
      start = index + 1
      guard let first = part.first else { continue }
      let token = draft.tokens[first]
      if token.has(.who) && !token.has(.determiner) || isSubordinate(first) { continue }
      if let verb = part.first(where: { !draft.isQuoted($0) && isVerb($0) }),
        !part.prefix(while: { $0 < verb }).contains(where: { isRelative($0) })
      {
        return true
      }
    }
    return false
  }

  /// A clause is expected before a report, so a likely verb will do.
  private func isVerb(_ index: Int) -> Bool {
    clauses.isFinite(index) || draft.verbGuess(index) >= .likely
  }

  private func isSubordinate(_ index: Int) -> Bool {
    let token = draft.tokens[index]
    return token.has(.subordinator) && !token.has(.determiner) && !draft.isWord(index, "what")
      && !draft.isWord(index, "how")
  }

  private func isRelative(_ index: Int) -> Bool {
    draft.tokens[index].has(.who) && !draft.isWord(index, "that")
  }
}
