//! Whose act a participle is: ", saying", "kept repeating", "with one calling it".

extension ClauseReader {
  /// ", saying", "of claiming", "Berg saying", "a statement calling".
  func subjectOfParticiple(_ verb: Int, _ floor: Int, _ depth: Int) -> TokenSpan? {
    let end = skipBack(over: verb, floor)
    guard end > floor else {
      return subjectBehind(verb)
    }
    let last = draft.tokens[end - 1]
    let isAuxiliary = end < verb && TokenSpan(end, verb).contains { draft.tokens[$0].has(.be) }
    if isAuxiliary {
      if last.has(.pronoun), last.has(.subject) { return TokenSpan(end - 1, end) }
      if last.kind == .comma || last.kind == .dash { return subjectBeforeInsertion(end - 1, floor) }
      if last.has(.who) { return antecedent(of: end - 1, floor) }
      return phrase(endingAt: end, floor)
    }
    // "She kept repeating": what holds of the finite verb.
    if isAspect(end - 1) { return subject(of: end - 1, floor: floor, depth: depth + 1) }
    if last.kind == .word, last.has([.role, .personNoun, .groupNoun, .quantity]), !last.isCapitalized,
      let speaker = phrase(endingAt: end, behindWith(end, floor)), opensClause(speaker.lowerBound, floor)
    {
      return speaker
    }
    if last.kind == .word, last.isCapitalized, !last.has(.preposition), !last.has([.weekday, .month]),
      let name = phrase(endingAt: end, floor)
    {
      return name
    }
    return subjectOfPreviousVerb(end, floor, depth) ?? openingPhrase(floor, end)
  }

  /// Whether nothing governs the phrase that starts here: "marchers chanting", "with one calling it", but not "an
  /// email to supporters saying".
  private func opensClause(_ start: Int, _ floor: Int) -> Bool {
    guard start > floor else { return true }
    return draft.tokens[start - 1].kind == .comma || draft.tokens[start - 1].kind == .dash
      || draft.isWord(start - 1, "with")
  }

  /// Behind "with", when it governs the words that end at a token.
  private func behindWith(_ end: Int, _ floor: Int) -> Int {
    let start = max(floor, end - 6)
    return TokenSpan(start, end).last { draft.isWord($0, "with") }.map { $0 + 1 } ?? floor
  }

  /// "kept", "began": a verb that goes with a participle.
  func isAspect(_ index: Int) -> Bool {
    draft.isWord(index, "kept") || draft.isWord(index, "keeps") || draft.isWord(index, "began")
      || draft.isWord(index, "started") || draft.isWord(index, "continued")
  }

  /// "Berg, despite admitting that …": no verb stands before, so the phrase that opens the sentence.
  private func openingPhrase(_ floor: Int, _ index: Int) -> TokenSpan? {
    guard let comma = TokenSpan(floor, index).first(where: { draft.tokens[$0].kind == .comma }),
      !opensInsertion(floor), !draft.isQuoted(floor)
    else { return nil }
    return phrase(endingAt: comma, floor).flatMap { $0.lowerBound == floor ? $0 : nil }
  }

  /// "Stating that …, Berg said": the subject of the clause that follows.
  private func subjectBehind(_ verb: Int) -> TokenSpan? {
    let limit = min(draft.sentenceEnd(at: verb), verb + ClauseReader.reach)
    for index in TokenSpan(verb + 1, limit - 1) {
      if draft.tokens[index].endsSentence, !draft.isQuoted(index) { return nil }
      let isBreak =
        draft.isQuoted(index)
        ? !draft.isQuoted(index + 1) && draft.tokens[index - 1].kind == .comma
        : draft.tokens[index].kind == .comma
      guard isBreak, !draft.isQuoted(index + 1), let subject = phrase(startingAt: index + 1, limit: limit),
        subject.upperBound < limit,
        isFinite(subject.upperBound) || draft.tokens[subject.upperBound].has(.auxiliary)
      else { continue }
      return subject
    }
    return nil
  }
}
