//! Finds indirect speech: "Raisi said that …", "…, he added.", "According to …, …".

internal import QuothModel

/// One indirect statement: tokens of its parts.
struct IndirectStatement: Sendable {
  let content: Range<Int>
  let cue: Range<Int>
  let source: Range<Int>
  let rule: AttributionRule
}

/// Finds the indirect statements of a sentence.
struct IndirectFinder {
  let draft: Draft
  let cues: CueFinder
  let clauses: ClauseReader

  init(draft: Draft) {
    self.draft = draft
    cues = CueFinder(draft: draft)
    clauses = ClauseReader(draft: draft)
  }

  func statements(in sentence: DraftSentence) -> [IndirectStatement] {
    var found: [IndirectStatement] = []
    var index = sentence.tokens.lowerBound
    while index < sentence.tokens.upperBound {
      if let statement = statement(at: index, sentence) {
        found.append(statement)
        index = max(index + 1, statement.content.upperBound)
      } else {
        index += 1
      }
    }
    if found.isEmpty, let statement = accordingTo(sentence) { found.append(statement) }
    return found.filter { isSubstantial($0.content) }
  }

  /// At least three words of it stand outside quotation marks.
  private func isSubstantial(_ content: Range<Int>) -> Bool {
    content.count { draft.tokens[$0].isWordLike && !draft.isQuoted($0) } >= 3
  }

  private func statement(at index: Int, _ sentence: DraftSentence) -> IndirectStatement? {
    guard cues.strength(of: index) >= CueFinder.threshold else { return nil }
    let isStrong = draft.tokens[index].has(.strongCue)
    let limit = sentence.tokens.upperBound
    let rule: AttributionRule = draft.tokens[index].has(.cueGerund) ? .participle : .sourceCueQuote
    if let start = thatClause(after: index, limit) {
      guard let source = clauses.subject(of: index, floor: sentence.tokens.lowerBound) else { return nil }
      return IndirectStatement(
        content: start..<contentEnd(from: start, limit), cue: index..<index + 1, source: source, rule: rule)
    }
    guard takesBareClause(index) else { return isStrong ? closing(at: index, sentence) : nil }
    if let start = bareClause(after: index, limit),
      let source = clauses.subject(of: index, floor: sentence.tokens.lowerBound)
    {
      return IndirectStatement(
        content: start..<contentEnd(from: start, limit), cue: index..<index + 1, source: source, rule: rule)
    }
    return isStrong ? closing(at: index, sentence) : nil
  }

  private func takesBareClause(_ index: Int) -> Bool {
    IndirectFinder.clauseVerbs.contains(cues.lemma(index))
  }

  /// Verbs that take a clause without "that".
  private static let clauseVerbs: Set<String> = [
    "acknowledge", "add", "admit", "allege", "announce", "argue", "assert", "believe", "boast", "claim",
    "concede", "conclude", "confirm", "contend", "declare", "deny", "estimate", "expect", "explain", "fear",
    "feel", "guess", "hope", "insist", "joke", "maintain", "mean", "note", "predict", "promise", "report",
    "reveal", "say", "state", "suggest", "suspect", "swear", "tell", "think", "vow", "warn", "wish", "write",
  ]

  /// Verbs whose addressee stands before "that".
  private static let addressingVerbs: Set<String> = [
    "advise", "assure", "brief", "inform", "promise", "reassure", "remind", "tell", "warn", "write",
  ]

  /// "that" after the cue, with no more than an addressee, a day or a place between.
  private func thatClause(after cue: Int, _ limit: Int) -> Int? {
    guard cue + 1 < limit else { return nil }
    let next = draft.tokens[cue + 1]
    let mayWait =
      IndirectFinder.addressingVerbs.contains(cues.lemma(cue)) || next.has([.preposition, .weekday, .adverb])
    for index in cue + 1..<min(cue + (mayWait ? 9 : 2), limit) {
      if draft.isQuoted(index) { return nil }
      let token = draft.tokens[index]
      if draft.isWord(index, "that") { return index + 1 < limit ? index : nil }
      guard token.kind == .word || token.kind == .number || token.kind == .possessive, !token.has(.auxiliary),
        !token.has(.coordinator), !token.has(.cueFinite)
      else { return nil }
    }
    return nil
  }

  /// "said he hoped …", "said the U.S. had …": a subject and a finite verb follow the cue.
  private func bareClause(after cue: Int, _ limit: Int) -> Int? {
    var start = cue + 1
    while start < limit,
      draft.tokens[start].has(.weekday)
        || (draft.tokens[start].has(.preposition) && start + 1 < limit
          && draft.tokens[start + 1].has(.weekday))
    {
      start += 1
    }
    guard start + 1 < limit, !draft.isQuoted(start), draft.tokens[start].kind == .word else { return nil }
    let first = draft.tokens[start]
    if first.has([.preposition, .coordinator]) && !first.has(.determiner) { return nil }
    if first.has(.subordinator), !first.has(.determiner) { return nil }
    if first.has(.subject), first.has(.pronoun) { return start }
    for index in start + 1..<min(start + 14, limit) {
      if draft.isQuoted(index) { continue }
      let token = draft.tokens[index]
      if token.kind == .comma || token.endsSentence || token.has(.who) { return nil }
      if token.has(.auxiliary), !draft.isWord(index, "to"), !draft.isWord(index, "not") { return start }
      if clauses.isFinite(index) { return start }
    }
    return nil
  }

  /// "…, he said." and "…, the mayor of London said.": the statement comes first.
  private func closing(at cue: Int, _ sentence: DraftSentence) -> IndirectStatement? {
    guard draft.tokens[cue].has(.cueFinite) else { return nil }
    let after = cue + 1
    // "said he hoped" is no report of what stands before it.
    guard isBreak(after, sentence) || draft.tokens[after].has(.adverb),
      let source = clauses.subject(of: cue, floor: sentence.tokens.lowerBound)
    else {
      return inverted(at: cue, sentence)
    }
    let comma = source.lowerBound - 1
    guard comma > sentence.tokens.lowerBound, draft.tokens[comma].kind == .comma, !draft.isQuoted(comma - 1)
    else {
      return nil
    }
    return fronted(before: comma, cue, source, sentence)
  }

  /// "…, said the mayor."
  private func inverted(at cue: Int, _ sentence: DraftSentence) -> IndirectStatement? {
    let comma = cue - 1
    guard comma > sentence.tokens.lowerBound, draft.tokens[comma].kind == .comma, !draft.isQuoted(comma - 1),
      let source = clauses.phrase(startingAt: cue + 1, limit: sentence.tokens.upperBound),
      isBreak(source.upperBound, sentence)
    else { return nil }
    return fronted(before: comma, cue, source, sentence)
  }

  /// Whether a clause ends or an adverbial starts at a token.
  private func isBreak(_ index: Int, _ sentence: DraftSentence) -> Bool {
    guard index < sentence.tokens.upperBound else { return true }
    let token = draft.tokens[index]
    return token.endsSentence || token.kind == .comma || token.has([.preposition, .weekday, .who])
  }

  private func fronted(
    before comma: Int, _ cue: Int, _ source: Range<Int>, _ sentence: DraftSentence
  ) -> IndirectStatement? {
    let content = sentence.tokens.lowerBound..<comma
    guard content.count >= 4, content.contains(where: { !draft.isQuoted($0) && clauses.isFinite($0) }),
      !draft.tokens[content.lowerBound].has(.cueGerund),
      !draft.tokens[content.lowerBound].has([.subordinator, .preposition])
    else { return nil }
    return IndirectStatement(content: content, cue: cue..<cue + 1, source: source, rule: .quoteSourceCue)
  }

  /// The statement runs to the end of its sentence, or to what starts another report: a participle, a quotation that
  /// closes with a comma.
  private func contentEnd(from start: Int, _ limit: Int) -> Int {
    for index in start..<limit {
      if draft.isQuoted(index) {
        let isLast = index + 1 >= limit || draft.stretchOfToken[index + 1] != draft.stretchOfToken[index]
        if isLast, index > start, draft.tokens[index - 1].kind == .comma { return index + 1 }
      } else if draft.tokens[index].kind == .comma, index + 1 < limit, !draft.isQuoted(index + 1) {
        let next = draft.tokens[index + 1]
        if next.has(.cueGerund) && next.has(.strongCue) || draft.isWord(index + 1, "according") {
          return index
        }
      }
    }
    var end = limit
    while end > start + 1, draft.tokens[end - 1].endsSentence || draft.tokens[end - 1].kind == .closeBracket {
      end -= 1
    }
    return end
  }

  private func accordingTo(_ sentence: DraftSentence) -> IndirectStatement? {
    for index in sentence.tokens where !draft.isQuoted(index) {
      guard let start = cues.accordingTo(at: index, limit: sentence.tokens.upperBound),
        let source = clauses.phrase(startingAt: start, limit: sentence.tokens.upperBound)
      else { continue }
      let cue = index..<start
      if index > sentence.tokens.lowerBound + 3 {
        let end = draft.tokens[index - 1].kind == .comma ? index - 1 : index
        return IndirectStatement(
          content: sentence.tokens.lowerBound..<end, cue: cue, source: source, rule: .accordingTo)
      }
      var content = source.upperBound
      while content < sentence.tokens.upperBound, draft.tokens[content].kind != .comma { content += 1 }
      guard content + 2 < sentence.tokens.upperBound else { return nil }
      return IndirectStatement(
        content: content + 1..<contentEnd(from: content + 1, sentence.tokens.upperBound), cue: cue,
        source: source, rule: .accordingTo)
    }
    return nil
  }
}
