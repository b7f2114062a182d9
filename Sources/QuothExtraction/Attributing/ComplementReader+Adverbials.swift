//! Days, times and adverbs between a reporting verb and its content: "said on Monday that".

extension ComplementReader {
  func isAdverbial(_ index: Int) -> Bool {
    draft.tokens[index].has([.preposition, .weekday, .adverb]) || startsTime(index) || clauses.isAdverb(index)
  }

  /// "last week", "this month".
  func startsTime(_ index: Int) -> Bool {
    let isNear =
      draft.isWord(index, "last") || draft.isWord(index, "this") || draft.isWord(index, "next")
      || draft.isWord(index, "that") || draft.isWord(index, "earlier") || draft.isWord(index, "later")
    return isNear && (isTimeNoun(index + 1) || draft.isWord(index + 1, "this"))
  }

  private func isTimeNoun(_ index: Int) -> Bool {
    let token = draft.tokens[index]
    return token.has([.weekday, .month])
      || ReportingVerbs.timeNouns.contains(where: { draft.isWord(index, $0) })
  }

  /// Skips days and times: "said Monday night he …".
  func afterTimes(_ start: Int, _ limit: Int) -> Int {
    var index = start
    while index + 1 < limit {
      if startsTime(index) {
        index += 2
      } else if isTimeNoun(index), draft.tokens[index + 1].kind != .possessive {
        index += 1
      } else if draft.tokens[index].has(.preposition), draft.tokens[index + 1].has([.weekday, .month]) {
        index += 2
      } else if draft.tokens[index].has(.adverb), !draft.tokens[index].has([.determiner, .preposition]),
        !draft.isWord(index, "there"), !draft.isWord(index, "not"), !draft.isWord(index + 1, "if")
      {
        index += 1
      } else {
        break
      }
    }
    return index
  }
}
