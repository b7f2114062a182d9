//! Speakers named by print alone: a signature, a colon, the label of a turn.

import QuothModel

extension StretchAttributor {
  /// `"Q" — Raisi`, the name ending its paragraph.
  func signature(_ stretch: Stretch, _ sentence: DraftSentence) -> AttributionFinding? {
    let dash = stretch.tokens.upperBound + 1
    let limit = draft.paragraphs[stretch.paragraph].tokens.upperBound
    guard stretch.isClosed, dash + 1 < limit, draft.tokens[dash].kind == .dash, limit - dash < 12,
      draft.tokens[dash + 1].isCapitalized
    else { return nil }
    var end = dash + 1
    while end < limit, draft.tokens[end].kind == .word, !draft.isQuoted(end) { end += 1 }
    guard end == limit || !draft.tokens[end].isWordLike else { return nil }
    return AttributionFinding(rule: .signature, cue: TokenSpan(at: dash), source: TokenSpan(dash + 1, end))
  }

  /// `Raisi: "Q"`, `He leaned in and boomed: "Q"`.
  func colon(_ stretch: Stretch, _ sentence: DraftSentence) -> AttributionFinding? {
    let mark = stretch.tokens.lowerBound - 2
    let floor = sentence.tokens.lowerBound
    guard mark > floor, draft.tokens[mark].kind == .colon else { return nil }
    let subject =
      clauses.hasFiniteVerb(in: TokenSpan(floor, mark))
      ? clauses.subjectOfPreviousVerb(mark, floor, 0)
      : described(floor, mark) ?? clauses.phrase(endingAt: mark, floor)
    return subject.map { AttributionFinding(rule: .colon, cue: TokenSpan(at: mark), source: $0) }
  }

  /// `Raisi, president of Iran: "Q"`, `Raisi (president): "Q"`: a name with what describes it, up to the colon.
  private func described(_ floor: Int, _ mark: Int) -> TokenSpan? {
    guard draft.tokens[floor].isCapitalized,
      let name = TokenSpan(floor, mark).first(where: {
        draft.tokens[$0].kind == .comma || draft.tokens[$0].kind == .openBracket
      }), TokenSpan(floor, name).allSatisfy({ draft.tokens[$0].kind == .word && !draft.isQuoted($0) }),
      name - floor <= 5, mark - name <= 16
    else { return nil }
    return TokenSpan(floor, mark)
  }

  /// `"WALLACE: Q"`.
  func transcript(_ stretch: Stretch) -> AttributionFinding? {
    let first = stretch.tokens.lowerBound
    for index in TokenSpan(first, min(first + 4, stretch.tokens.upperBound)) {
      if draft.tokens[index].kind == .colon, index > first {
        return AttributionFinding(
          rule: .transcript, cue: TokenSpan(at: index), source: TokenSpan(first, index))
      }
      guard draft.tokens[index].isAllCapitals else { return nil }
    }
    return nil
  }
}
