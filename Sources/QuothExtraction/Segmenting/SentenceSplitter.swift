//! Cuts a paragraph into sentences that never cut a quotation.

internal import QuothBasics

/// Splits the tokens of a paragraph into sentences.
///
/// A sentence ends at a full stop, question or exclamation mark that a capital, a digit or an opening quotation
/// follows. Within a quotation none ends; one that closes with its own full stop ends with it, unless the words
/// after it report it ("Why?" he asked).
struct SentenceSplitter {
  let bytes: UnsafeBufferPointer<UInt8>
  let tokens: TokenList

  /// A sentence of more tokens outside quotation marks is no prose, and is cut.
  private static let longest = 400

  /// The sentences of a paragraph, as token ranges that tile `range`. `stretches` are those of the paragraph.
  func sentences(of range: TokenSpan, _ stretches: [Stretch]) -> [TokenSpan] {
    var sentences: [TokenSpan] = []
    var start = range.lowerBound
    var index = start
    var nextStretch = 0
    while index < range.upperBound {
      while nextStretch < stretches.count, stretches[nextStretch].tokens.upperBound <= index {
        nextStretch += 1
      }
      if nextStretch < stretches.count, stretches[nextStretch].tokens.contains(index) {
        let stretch = stretches[nextStretch]
        index = stretch.tokens.upperBound
        let afterMark = stretch.isClosed ? index + 1 : index
        let isLong = afterMark - start >= 4 * SentenceSplitter.longest
        if isLong || endsWithin(stretch) && isSentenceStart(afterMark, in: range, after: stretch) {
          sentences.append(TokenSpan(start, afterMark))
          start = afterMark
        }
        index = max(index, start)
        continue
      }
      if tokens[index].endsSentence {
        var end = index + 1
        while end < range.upperBound, isTrailing(end, stretches) { end += 1 }
        if isSentenceStart(end, in: range, after: nil) {
          sentences.append(TokenSpan(start, end))
          start = end
        }
        index = end
      } else {
        if isAbbreviationEnd(index, from: start, in: range) || index - start >= SentenceSplitter.longest {
          sentences.append(TokenSpan(start, index + 1))
          start = index + 1
        }
        index += 1
      }
    }
    if start < range.upperBound { sentences.append(TokenSpan(start, range.upperBound)) }
    return sentences
  }

  /// Brackets, and closing marks that belong to no stretch, after the end of a sentence.
  private func isTrailing(_ index: Int, _ stretches: [Stretch]) -> Bool {
    let token = tokens[index]
    guard token.isJoined else { return false }
    if token.kind == .closeBracket || token.endsSentence { return true }
    return token.kind == .quoteMark && !opensStretch(index, stretches)
  }

  private func opensStretch(_ index: Int, _ stretches: [Stretch]) -> Bool {
    let next = stretches.firstIndex(notPreceding: { $0.tokens.lowerBound <= index })
    return next < stretches.count && stretches[next].tokens.lowerBound == index + 1
  }

  /// "U.S. The", "D.C. Her", "at 5 p.m. Mrs. Lund": an abbreviation whose full stop ends its sentence too, as what
  /// follows can only begin one. Behind a title or an initial a name goes on.
  /// "a letter A. Then": a letter that is no initial, as no name stands around it.
  private func isAbbreviationEnd(_ index: Int, from start: Int, in range: TokenSpan) -> Bool {
    guard index + 1 < range.upperBound else { return false }
    let next = tokens[index + 1]
    guard next.kind == .word, next.isCapitalized, !next.isJoined else { return false }
    if isLetter(tokens[index]) {
      return index > start && !tokens[index - 1].isCapitalized && next.has([.opener, .adverb])
        && !next.has(.givenName)
    }
    guard isAbbreviation(tokens[index]) else { return false }
    // "At 5 a.m. Mr. Lund left": nothing has been said yet.
    let hasVerb = TokenSpan(start, index).contains { tokens[$0].has([.verb, .cueFinite, .auxiliary]) }
    if isHour(tokens[index]) {
      return (hasVerb || index - start > 6) && !next.isAllCapitals && !next.has([.weekday, .month])
    }
    if next.has(.preposition) || next.has(.subordinator) {
      // "U.S. In a statement", but "U.S. To Send Aid" in a headline.
      return index + 2 < range.upperBound && !tokens[index + 2].isCapitalized && tokens[index + 2].isWordLike
    }
    return next.has(.opener) || next.has(.titleAbbreviation) && isInitials(tokens[index])
  }

  /// A word with its full stop, and neither a title ("Sen.") nor one initial ("J.").
  private func isAbbreviation(_ token: Token) -> Bool {
    guard token.kind == .word, token.bytes.count > 2, let last = token.bytes.last else { return false }
    return bytes[last] == UInt8(ascii: ".") && (isInitials(token) || !token.has(.titleAbbreviation))
  }

  /// One letter with a full stop.
  private func isLetter(_ token: Token) -> Bool {
    token.kind == .word && token.bytes.count == 2 && token.bytes.last.map { bytes[$0] } == UInt8(ascii: ".")
  }

  /// "U.S.", "D.C.", "U.S.A.": letters with a full stop each.
  private func isInitials(_ token: Token) -> Bool {
    let word = token.bytes
    return word.count >= 4 && word.count % 2 == 0
      && word.enumerated().allSatisfy { place, byte in
        place % 2 == 0 || bytes[byte] == UInt8(ascii: ".")
      }
  }

  /// "a.m.", "p.m.".
  private func isHour(_ token: Token) -> Bool {
    isInitials(token) && token.bytes.count == 4
      && bytes[token.bytes.lowerBound + 2] | 0x20 == UInt8(ascii: "m")
      && [UInt8(ascii: "a"), UInt8(ascii: "p")].contains(bytes[token.bytes.lowerBound])
  }

  private func endsWithin(_ stretch: Stretch) -> Bool {
    guard let last = stretch.tokens.last else { return false }
    return tokens[last].endsSentence
      || (tokens[last].kind == .singleMark && last > stretch.tokens.lowerBound
        && tokens[last - 1].endsSentence)
  }

  private func isSentenceStart(_ index: Int, in range: TokenSpan, after stretch: Stretch?) -> Bool {
    guard index < range.upperBound else { return true }
    let token = tokens[index]
    if token.isJoined, stretch == nil, token.kind != .quoteMark { return false }
    switch token.kind {
    case .word:
      guard token.isCapitalized else { return false }
    case .quoteMark, .singleMark:
      guard index + 1 < range.upperBound else { return false }
      let next = tokens[index + 1]
      return next.isCapitalized || next.kind == .number || next.kind == .openBracket || next.kind == .ellipsis
    case .number, .openBracket, .dash: break
    case .other: return true
    case .possessive, .comma, .fullStop, .question, .exclamation, .colon, .semicolon, .ellipsis, .slash,
      .closeBracket, .none:
      return false
    }
    guard let stretch, let last = stretch.tokens.last else { return true }
    // "Why?" Raisi asked.
    return tokens[last].kind == .fullStop || !isReport(at: index, in: range)
  }

  /// Whether a subject and a reporting verb start here: "Raisi asked", "the mayor of London, 51, replied".
  private func isReport(at index: Int, in range: TokenSpan) -> Bool {
    var isInserted = false
    for place in TokenSpan(index, min(index + 24, range.upperBound)) {
      let token = tokens[place]
      let mayReport = !isInserted && place < index + 9 || place > index && isInsertionEnd(tokens[place - 1])
      if token.has(.cueFinite), token.has(.strongCue), place > index || !token.isCapitalized, mayReport {
        return true
      }
      if token.kind == .comma || token.kind == .openBracket { isInserted = true }
      if token.endsSentence || token.kind == .quoteMark || !isInserted && token.has(.auxiliary) {
        return false
      }
    }
    return false
  }

  private func isInsertionEnd(_ token: Token) -> Bool { token.kind == .comma || token.kind == .closeBracket }
}
