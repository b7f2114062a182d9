//! The text that reported words come from.

/// Finds the document of a quotation: its source itself, or what the words were said in.
struct DocumentReader {
  let draft: Draft

  /// A document that is the source: "the board's report on noise", without the article.
  func document(_ phrase: SourcePhrase) -> TokenSpan? {
    guard phrase.isDocument else { return nil }
    let end =
      phrase.tokens.first { $0 >= phrase.core.upperBound && !mayFollow($0) } ?? phrase.tokens.upperBound
    return TokenSpan(nonEmpty: phrase.core.lowerBound, end)
  }

  private func mayFollow(_ index: Int) -> Bool {
    let token = draft.tokens[index]
    return (token.isWordLike || token.kind == .possessive) && !token.has([.who, .auxiliary, .cueFinite])
  }

  /// "said in a statement", "In a letter to the board, she wrote": the document that the words of a sentence were said
  /// in, outside quotation marks and near the source or its verb.
  func document(in sentence: TokenSpan, near source: TokenSpan?, _ cue: TokenSpan?) -> TokenSpan? {
    let places = [source, cue].compactMap { $0 }
    guard !places.isEmpty else { return nil }
    let first = places.map(\.lowerBound).min() ?? 0
    let last = places.map(\.upperBound).max() ?? 0
    let opening = TokenSpan(sentence.lowerBound, min(sentence.lowerBound + 1, first))
    let around = TokenSpan(last, min(last + 8, sentence.upperBound))
    for window in [around, opening] {
      for index in window {
        if draft.isQuoted(index) || draft.tokens[index].endsSentence { break }
        guard ["in", "via", "through", "by", "on"].contains(where: { draft.isWord(index, $0) }) else {
          continue
        }
        if let found = document(from: index + 1, sentence) { return found }
      }
    }
    return nil
  }

  /// A noun phrase whose head is a document, with whose it is.
  private func document(from start: Int, _ sentence: TokenSpan) -> TokenSpan? {
    let first = draft.tokens[start].has([.determiner, .possessive]) ? start + 1 : start
    let span = TokenSpan(first, min(first + 6, sentence.upperBound))
    let stop = span.first {
      let token = draft.tokens[$0]
      return draft.isQuoted($0) || !(token.isWordLike || token.kind == .possessive || token.isJoined)
        || token.has([.preposition, .coordinator, .subordinator, .who, .auxiliary, .cueFinite])
    }
    let words = span.before(stop ?? span.upperBound)
    guard let head = words.last, SourcePhrase(draft, TokenSpan(at: head)).isDocument else { return nil }
    guard
      draft.isWord(head + 1, "by") || draft.isWord(head + 1, "from") || draft.isWord(head + 1, "to")
        || draft.isWord(head + 1, "of") || draft.isWord(head + 1, "with")
    else { return words }
    let rest = TokenSpan(head + 2, min(head + 10, sentence.upperBound))
    let end = rest.first {
      draft.isQuoted($0) || !mayFollow($0) || draft.tokens[$0].has([.preposition, .weekday])
    }
    return TokenSpan(words.lowerBound, max(head + 1, end ?? rest.upperBound))
  }
}
