//! Reads where reported content ends.

/// Finds the end of indirect speech within its sentence.
struct ContentReader {
  let draft: Draft
  let clauses: ClauseReader

  /// The token after the content that starts with `complement`, reported by the cue at `cue`.
  func end(of complement: Complement, cue: Int, _ sentence: DraftSentence) -> Int {
    let limit = sentence.tokens.upperBound
    let last = end(from: complement.start, limit)
    if isInSubordinate(cue, sentence), let comma = firstComma(TokenSpan(complement.start + 3, last)) {
      return comma
    }
    return complement.isPhrase ? phraseEnd(from: complement.start, last) : last
  }

  /// The statement runs to the end of its sentence, or to what starts another report: a participle, another verb of
  /// the same speaker, a quotation that closes with a comma.
  func end(from start: Int, _ limit: Int) -> Int {
    var depth = 0
    for index in TokenSpan(start, limit) {
      if draft.tokens[index].kind == .openBracket { depth += 1 }
      if draft.tokens[index].kind == .closeBracket {
        depth -= 1
        if depth < 0, index > start { return index }
      }
      guard index > start else { continue }
      if draft.isQuoted(index) {
        let isLast = index + 1 >= limit || draft.stretch(at: index + 1) != draft.stretch(at: index)
        if isLast, draft.tokens[index - 1].kind == .comma, quotedWords(before: index, start) > 3 {
          return index + 1
        }
      } else if index + 1 < limit, !draft.isQuoted(index + 1), startsReport(index, limit) {
        return isMark(index - 1) && index - 1 > start ? index - 1 : index
      }
    }
    var end = limit
    while end > start + 1, draft.tokens[end - 1].endsSentence || draft.tokens[end - 1].kind == .closeBracket {
      end -= 1
    }
    return end
  }

  private func quotedWords(before mark: Int, _ start: Int) -> Int {
    TokenSpan(start, mark).window(before: mark, 8).count {
      draft.stretch(at: $0) == draft.stretch(at: mark) && draft.tokens[$0].isWordLike
    }
  }

  private func isMark(_ index: Int) -> Bool {
    draft.tokens[index].kind == .comma || draft.tokens[index].kind == .dash && !draft.tokens[index].isJoined
  }

  /// ", saying", " - saying", "and accused", "but said", ", but he said".
  private func startsReport(_ index: Int, _ limit: Int) -> Bool {
    let token = draft.tokens[index]
    let next = draft.tokens[index + 1]
    if token.kind == .semicolon { return hasReport(TokenSpan(index + 1, min(index + 9, limit))) }
    if isMark(index) {
      return next.has(.cueGerund) && next.has(.strongCue) || draft.isWord(index + 1, "according")
    }
    guard draft.isWord(index, "and") || draft.isWord(index, "but"), token.kind == .word else { return false }
    var verb = index + 1
    if draft.tokens[verb].has(.subject), draft.tokens[verb].has(.pronoun), isMark(index - 1) { verb += 1 }
    while verb + 1 < limit, draft.tokens[verb].has(.adverb) || clauses.isAdverb(verb) { verb += 1 }
    guard verb < limit, !draft.isQuoted(verb) else { return false }
    let report = draft.tokens[verb]
    return report.has(.strongCue) && report.has([.cueFinite, .cueGerund]) && !report.has(.cueNoun)
  }

  /// "; Orr said": another report opens.
  private func hasReport(_ range: TokenSpan) -> Bool {
    let end = range.first { draft.tokens[$0].kind == .comma || draft.isQuoted($0) } ?? range.upperBound
    return TokenSpan(range.lowerBound, end).contains {
      draft.tokens[$0].has(.cueFinite) && draft.tokens[$0].has(.strongCue)
    }
  }

  /// "While officials said …, others …": the report stands in a clause that a comma ends.
  private func isInSubordinate(_ cue: Int, _ sentence: DraftSentence) -> Bool {
    let floor = sentence.tokens.lowerBound
    let first = draft.tokens[floor]
    if TokenSpan(floor, cue).contains(where: { draft.tokens[$0].kind == .comma }) { return false }
    if first.has(.subordinator) && !first.has(.determiner) { return true }
    // "Despite her claim that …, the stocks shrank."
    return first.has(.preposition) && draft.tokens[cue].has(.cueNoun) && !draft.tokens[cue].has(.cueFinite)
  }

  private func firstComma(_ range: TokenSpan) -> Int? {
    range.first { draft.tokens[$0].kind == .comma && !draft.isQuoted($0) }
  }

  /// A phrase ends with the comma or dash that something new follows, or with the quotation in it.
  private func phraseEnd(from start: Int, _ limit: Int) -> Int {
    for index in TokenSpan(start + 1, limit) where index + 1 < limit {
      if draft.isQuoted(index) {
        if draft.stretch(at: index + 1) != draft.stretch(at: index), isOccasion(index + 1, limit) {
          return index + 1
        }
      } else if draft.tokens[index].kind == .semicolon || startsPredicate(index) {
        return index
      } else if index + 2 < limit, isMark(index), !draft.isQuoted(index + 1) {
        let next = draft.tokens[index + 1]
        let goesOn =
          isCoordinator(index + 1) && !hasVerb(TokenSpan(index + 2, min(index + 14, limit)))
          || draft.isWord(index + 1, "to")
          || draft.isWord(index + 1, "not") || next.kind == .number || isListed(index, limit)
          || next.has(.preposition) && !next.has(.subordinator) && !draft.tokens[index + 2].has(.who)
        if !goesOn { return brokenClause(in: TokenSpan(start, index), limit) ?? index }
      }
    }
    return limit
  }

  /// "denied wrongdoing after her aide, Ann Roe, was charged": where a clause opens whose verb comes only behind the
  /// apposition that the comma at the end of `phrase` starts. It tells when the words were said.
  private func brokenClause(in phrase: TokenSpan, _ limit: Int) -> Int? {
    guard
      let opening = phrase.last(where: { draft.tokens[$0].has(.subordinator) && !draft.isQuoted($0) }),
      opening > phrase.lowerBound, opening + 1 < phrase.upperBound,
      !hasVerb(TokenSpan(opening + 1, phrase.upperBound)),
      let close = TokenSpan(phrase.upperBound + 1, min(phrase.upperBound + 12, limit))
        .first(where: {
          draft.tokens[$0].kind == .comma
        }), close + 1 < limit, draft.tokens[close + 1].kind == .word,
      clauses.isFinite(close + 1)
        || draft.tokens[close + 1].has(.auxiliary)
    else { return nil }
    return opening
  }

  private func isCoordinator(_ index: Int) -> Bool { draft.isWord(index, "and") || draft.isWord(index, "or") }

  private func hasVerb(_ range: TokenSpan) -> Bool {
    range.contains { !draft.isQuoted($0) && clauses.isFinite($0) }
  }

  /// "and celebrated", "and would not": the speaker's next act.
  private func startsPredicate(_ index: Int) -> Bool {
    (draft.isWord(index, "and") || draft.isWord(index, "but")) && !draft.isQuoted(index + 1)
      && draft.tokens[index + 1].kind == .word && clauses.isFinite(index + 1)
  }

  /// "in a tweet", "on Monday": when or where the words were said.
  private func isOccasion(_ index: Int, _ limit: Int) -> Bool {
    guard draft.tokens[index].has(.preposition) else { return false }
    return TokenSpan(index + 1, min(index + 5, limit)).contains {
      draft.tokens[$0].has([.weekday, .month, .documentNoun]) || draft.isWord($0, "interview")
    }
  }

  /// Whether a comma parts the members of a list: "and" or "or" comes soon, before a finite verb.
  private func isListed(_ comma: Int, _ limit: Int) -> Bool {
    for index in TokenSpan(comma + 1, min(comma + 9, limit)) {
      if draft.isWord(index, "and") || draft.isWord(index, "or") { return index > comma + 1 }
      if clauses.isFinite(index) || draft.tokens[index].has([.determiner, .who, .subordinator]) {
        return false
      }
    }
    return false
  }
}
