//! Whom a source speaks for.

/// Reads whom a spokesman, a lawyer or an official stands for.
struct OnBehalfReader {
  let draft: Draft

  /// The words for the principal in a description of a source: "the port" of "a spokesman for the port". They come
  /// without the article.
  func principal(in span: TokenSpan) -> TokenSpan? {
    guard let agent = span.first(where: { draft.tokens[$0].has(.agentNoun) }) else { return nil }
    return behind(agent, span) ?? before(agent, span)
  }

  private func behind(_ agent: Int, _ span: TokenSpan) -> TokenSpan? {
    let start = agent + 1
    guard start < span.upperBound,
      ["for", "of", "from", "representing", "with", "at"].contains(where: { draft.isWord(start, $0) })
    else { return nil }
    let rest = span.after(start)
    let stop = rest.first { ends($0) } ?? rest.upperBound
    return trimmed(TokenSpan(start + 1, stop))
  }

  private func before(_ agent: Int, _ span: TokenSpan) -> TokenSpan? {
    let words = span.before(agent)
    let start = words.last { ends($0) || draft.tokens[$0].has([.determiner, .preposition]) }
    var end = agent
    if end > span.lowerBound, draft.tokens[end - 1].kind == .possessive { end -= 1 }
    return trimmed(TokenSpan(start.map { $0 + 1 } ?? span.lowerBound, end))
  }

  /// Without what tells of the agents alone: "two senior", "her".
  private func trimmed(_ span: TokenSpan) -> TokenSpan? {
    var start = span.lowerBound
    while start < span.upperBound,
      draft.tokens[start].has([.determiner, .possessive, .quantity, .adverb])
        || !draft.tokens[start].isWordLike
        || Self.ranks.contains(where: { draft.isWord(start, $0) })
    { start += 1 }
    return TokenSpan(nonEmpty: start, span.upperBound)
  }

  private static let ranks: [StaticString] = [
    "senior", "top", "former", "chief", "other", "several", "many", "some", "few", "unnamed", "high-ranking",
    "lead", "press", "another", "elected", "public", "defense", "defence", "legal", "special", "retired",
  ]

  private func ends(_ index: Int) -> Bool {
    let token = draft.tokens[index]
    return draft.isQuoted(index) || token.has([.who, .auxiliary, .cueFinite]) && !token.isCapitalized
      || token.kind == .comma || token.kind == .openBracket || token.endsSentence
  }
}
