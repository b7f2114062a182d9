//! Phrases by which an article keeps a name back.

/// Finds "on condition of anonymity" and its like, with the reason where one is given.
struct AnonymityReader {
  let draft: Draft

  /// The phrase in a sentence, outside quotation marks; nil where there is none.
  func phrase(in sentence: TokenSpan) -> TokenSpan? {
    guard let anchor = sentence.first(where: { !draft.isQuoted($0) && isAnchor($0, sentence) }) else {
      return nil
    }
    let start = start(before: anchor, sentence)
    return TokenSpan(start, end(after: anchor, sentence))
  }

  /// "anonymity", "anonymously", "not be named", "withheld", "not authorized to speak".
  private func isAnchor(_ index: Int, _ sentence: TokenSpan) -> Bool {
    let before = sentence.window(before: index, 4)
    func follows(_ words: [StaticString]) -> Bool {
      before.contains { token in words.contains { draft.isWord(token, $0) } }
    }
    if draft.isWord(index, "anonymity") || draft.isWord(index, "anonymously") { return true }
    if draft.isWord(index, "anonymous") { return follows(["remain", "stay", "be"]) }
    if draft.isWord(index, "named") || draft.isWord(index, "identified") {
      let isAsked = sentence.window(before: index, 8).contains { token in
        Self.requests.contains { draft.isWord(token, $0) }
      }
      return follows(["be", "being"]) && isAsked
    }
    if draft.isWord(index, "withheld") {
      return sentence.window(before: index, 6).contains { token in
        draft.isWord(token, "name") || draft.isWord(token, "names") || draft.isWord(token, "surname")
      }
    }
    if draft.isWord(index, "authorized") || draft.isWord(index, "authorised")
      || draft.isWord(index, "permitted")
    {
      return follows(["not", "n't", "weren't", "wasn't", "isn't", "aren't", "t"])
        && TokenSpan(index + 1, min(index + 4, sentence.upperBound)).contains { token in
          ["speak", "talk", "comment", "discuss"].contains { draft.isWord(token, $0) }
        }
    }
    return false
  }

  private static let requests: [StaticString] = [
    "asked", "asks", "requested", "requests", "declined", "refused", "wished", "wanted", "preferred",
    "condition", "asking", "requesting", "declining", "insisted", "want", "wish", "agreed", "basis",
  ]

  /// Back to the verb that opens the phrase: "spoke on the condition of".
  private func start(before anchor: Int, _ sentence: TokenSpan) -> Int {
    let window = sentence.window(before: anchor, 8)
    let opening = window.first { token in
      !draft.isQuoted(token)
        && (Self.requests.contains { draft.isWord(token, $0) }
          || Self.openings.contains { draft.isWord(token, $0) })
    }
    guard let opening else { return anchor }
    let before = opening - 1
    return before >= sentence.lowerBound && draft.isWord(before, "on") ? before : opening
  }

  private static let openings: [StaticString] = [
    "spoke", "speaking", "granted", "given", "whose", "not", "wasn't", "weren't", "on", "was", "were",
    "under",
  ]

  /// On to the end of the reason, where one follows.
  private func end(after anchor: Int, _ sentence: TokenSpan) -> Int {
    let rest = sentence.after(anchor)
    guard
      let reason = TokenSpan(rest.lowerBound, min(rest.lowerBound + 8, rest.upperBound)).first(where: {
        token in
        Self.reasons.contains { draft.isWord(token, $0) }
          || draft.isWord(token, "to") && token == rest.lowerBound
      })
    else { return clauseEnd(rest) }
    return clauseEnd(TokenSpan(reason, rest.upperBound))
  }

  private func clauseEnd(_ rest: TokenSpan) -> Int {
    rest.first {
      let token = draft.tokens[$0]
      return draft.isQuoted($0) || token.endsSentence || token.kind == .comma || token.kind == .semicolon
        || token.kind == .closeBracket || token.has(.cueFinite) && token.has(.strongCue)
    } ?? rest.upperBound
  }

  private static let reasons: [StaticString] = [
    "because", "as", "citing", "fear", "fearing", "since", "given", "so",
  ]
}
