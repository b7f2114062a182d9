//! Finds indirect speech: "Raisi said that …", "…, he added.", "According to …, …".

internal import QuothModel

/// One indirect statement: tokens of its parts.
struct IndirectStatement: Sendable {
  let content: TokenSpan
  let cue: TokenSpan
  let source: TokenSpan
  let rule: AttributionRule
}

/// Finds the indirect statements of a sentence.
struct IndirectFinder {
  let draft: Draft
  let cues: CueFinder
  let clauses: ClauseReader
  let complements: ComplementReader
  let contents: ContentReader
  let partings: PartingReader
  let attributor: StretchAttributor

  init(draft: Draft) {
    self.draft = draft
    cues = CueFinder(draft: draft)
    clauses = ClauseReader(draft: draft)
    complements = ComplementReader(draft: draft, cues: cues, clauses: clauses)
    contents = ContentReader(draft: draft, clauses: clauses)
    partings = PartingReader(draft: draft, cues: cues, clauses: clauses)
    attributor = StretchAttributor(draft: draft)
  }

  func statements(in sentence: DraftSentence) -> [IndirectStatement] {
    var found: [IndirectStatement] = []
    var index = sentence.tokens.lowerBound
    while index < sentence.tokens.upperBound {
      if let statement = statement(at: index, sentence), isSubstantial(statement.content) {
        found.append(statement)
        index = max(index + 1, statement.content.upperBound)
      } else {
        index += 1
      }
    }
    if let statement = accordingTo(sentence), isSubstantial(statement.content),
      !found.contains(where: { clashes($0, statement) })
    {
      found.append(statement)
    }
    return found
  }

  /// Whether two statements share words and the second does not report the first with its own.
  private func clashes(_ first: IndirectStatement, _ second: IndirectStatement) -> Bool {
    if first.content.contains(second.cue.lowerBound) { return true }
    return first.content.overlaps(second.content) && !second.content.contains(first.cue.lowerBound)
  }

  /// At least three words of it stand outside quotation marks.
  private func isSubstantial(_ content: TokenSpan) -> Bool {
    content.count { draft.tokens[$0].isWordLike && !draft.isQuoted($0) } >= 3
  }

  private func statement(at index: Int, _ sentence: DraftSentence) -> IndirectStatement? {
    if let statement = claim(at: index, sentence) { return statement }
    guard cues.strength(of: index) >= CueFinder.threshold else { return nil }
    let rule: AttributionRule = draft.tokens[index].has(.cueGerund) ? .participle : .sourceCueQuote
    if let complement = complements.complement(of: index, in: sentence.tokens),
      let source = clauses.subject(of: index, floor: sentence.tokens.lowerBound)
    {
      var end = contents.end(of: complement, cue: index, sentence)
      if source.lowerBound > complement.start, source.lowerBound < end {
        // "Stating that …, Berg said": the content ends where its speaker comes.
        end = source.lowerBound
        if draft.tokens[end - 1].kind == .comma { end -= 1 }
      }
      return IndirectStatement(
        content: TokenSpan(complement.start, end), cue: TokenSpan(at: index), source: source, rule: rule)
    }
    return partings.statement(at: index, sentence)
  }

  /// "Raisi's claim that …": a noun for words, and who owns them.
  private func claim(at index: Int, _ sentence: DraftSentence) -> IndirectStatement? {
    let limit = sentence.tokens.upperBound
    guard draft.tokens[index].has(.cueNoun), !draft.tokens[index].isCapitalized, !draft.isQuoted(index),
      index + 3 < limit, let start = complements.thatClause(after: index, limit),
      let owner = attributor.owner(of: index, sentence.tokens.lowerBound),
      isObject(owner, sentence)
    else { return nil }
    let end = contents.end(of: Complement(start: start, isPhrase: false), cue: index, sentence)
    return IndirectStatement(
      content: TokenSpan(start, end), cue: TokenSpan(at: index), source: owner, rule: .cueNoun)
  }

  /// Whether a verb or preposition precedes a phrase. A claim that is the subject has no visible end.
  private func isObject(_ phrase: TokenSpan, _ sentence: DraftSentence) -> Bool {
    TokenSpan(sentence.tokens.lowerBound, phrase.lowerBound).contains { clauses.isFinite($0) }
      || draft.tokens[sentence.tokens.lowerBound].has(.preposition)
  }

  private func accordingTo(_ sentence: DraftSentence) -> IndirectStatement? {
    for index in sentence.tokens where !draft.isQuoted(index) {
      guard let start = cues.accordingTo(at: index, limit: sentence.tokens.upperBound),
        let source = clauses.phrase(startingAt: start, limit: sentence.tokens.upperBound)
      else { continue }
      let cue = TokenSpan(index, start)
      let floor = clauseStart(before: index, sentence)
      if index > floor + 3 {
        let isInserted =
          draft.tokens[index - 1].kind == .comma && !partings.hasMainVerb(TokenSpan(floor, index - 1))
        let end =
          isInserted && source.upperBound + 3 < sentence.tokens.upperBound
          ? contents.end(from: source.upperBound, sentence.tokens.upperBound)
          : draft.tokens[index - 1].kind == .comma ? index - 1 : index
        return IndirectStatement(content: TokenSpan(floor, end), cue: cue, source: source, rule: .accordingTo)
      }
      var content = source.upperBound
      while content < sentence.tokens.upperBound, draft.tokens[content].kind != .comma { content += 1 }
      guard content + 2 < sentence.tokens.upperBound else { return nil }
      return IndirectStatement(
        content: TokenSpan(content + 1, contents.end(from: content + 1, sentence.tokens.upperBound)),
        cue: cue,
        source: source, rule: .accordingTo)
    }
    return nil
  }

  /// Behind the last colon.
  private func clauseStart(before index: Int, _ sentence: DraftSentence) -> Int {
    let floor = sentence.tokens.lowerBound
    let mark = TokenSpan(floor, index).last {
      !draft.isQuoted($0) && draft.tokens[$0].kind == .colon
    }
    return mark.map { $0 + 1 } ?? floor
  }
}
