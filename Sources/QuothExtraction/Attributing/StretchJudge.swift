//! Tells quotations from scare quotes and titles, and direct from mixed.

internal import QuothModel

/// What the look of a stretch and of its neighbours says.
struct StretchJudge {
  let draft: Draft

  /// A stretch that is nobody's whatever the sentence says, and why: titles, and single marks beside double ones.
  func verdictBySight(_ stretch: Stretch, _ sentence: DraftSentence) -> UnattributedStretch.Reason? {
    if stretch.wordCount == 0 { return .scare }
    if stretch.isSingle { return isTitle(stretch) ? .title : .scare }
    if isTitle(stretch), !closesWithPunctuation(stretch) || stretch.wordCount <= 6 || isNamed(stretch) {
      return .title
    }
    return nil
  }

  /// Whether a finding by the sentence's cue holds for this stretch.
  func accepts(_ found: AttributionFinding, _ stretch: Stretch, _ sentence: DraftSentence) -> Bool {
    true
  }

  /// Right behind a noun: "his book “…”".
  private func isNamed(_ stretch: Stretch) -> Bool {
    let before = stretch.tokens.lowerBound - 2
    guard before >= 0 else { return false }
    let token = draft.tokens[before]
    return token.kind == .possessive
      || token.kind == .word && !token.has(.cueVerb) && !token.has(.subordinator)
  }

  /// Every long word is capitalized.
  func isTitle(_ stretch: Stretch) -> Bool {
    var longWords = 0
    for index in stretch.tokens where draft.tokens[index].kind == .word {
      let token = draft.tokens[index]
      if token.end - token.start >= 4, !token.has([.preposition, .subordinator, .coordinator]) {
        longWords += 1
        if !token.isCapitalized { return false }
      } else if draft.isWord(index, "i") {
        return false
      }
    }
    return longWords >= 2
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
    let isOpening = open == sentence.tokens.lowerBound || draft.tokens[open - 1].kind == .colon
    let isClosing = draft.tokens[last].endsSentence || draft.tokens[last].kind == .comma || !stretch.isClosed
    return isOpening && (isClosing && stretch.wordCount >= least || stretch.wordCount >= 5)
  }

  /// A longer stretch right after a verb, in a sentence without a known cue: its subject may speak.
  func looseFinding(
    _ stretch: Stretch, _ sentence: DraftSentence, _ clauses: ClauseReader
  ) -> AttributionFinding? {
    let open = stretch.tokens.lowerBound - 1
    guard stretch.wordCount >= 4, open > sentence.tokens.lowerBound else { return nil }
    let before = draft.tokens[open - 1]
    let isAfterVerb =
      clauses.isFinite(open - 1) || before.kind == .comma || before.kind == .colon
      || before.has(.subordinator)
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
      .closeBracket, .singleMark, .other:
      return .mixed
    }
  }
}
