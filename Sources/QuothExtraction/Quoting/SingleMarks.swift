//! Single quotation marks: which open, which close, which are apostrophes, and whether they mark speech.

/// Reads the single quotation marks of an article.
///
/// British, Irish, South African and Australian papers quote in single marks, and in double ones within. Elsewhere
/// single marks hold titles, irony and what is quoted within a quotation. Which it is, the whole article tells.
struct SingleMarks {
  let bytes: UnsafeBufferPointer<UInt8>
  let tokens: TokenList

  /// Whether the single mark at `index` can open: a word follows it, and none stands right before. The closing glyph
  /// never opens, as it is an apostrophe there ("’90s", "’em").
  func opens(_ index: Int, in range: TokenSpan) -> Bool {
    guard index + 1 < range.upperBound, tokens[index + 1].isJoined, !isClosingGlyph(index) else {
      return false
    }
    if index > range.lowerBound, tokens[index].isJoined {
      switch tokens[index - 1].kind {
      case .openBracket, .dash, .quoteMark, .singleMark, .slash: break
      case .word, .number, .possessive, .comma, .fullStop, .question, .exclamation, .colon, .semicolon,
        .ellipsis, .closeBracket, .other, .none:
        return false
      }
    }
    return isOpeningGlyph(index) || !isElision(index + 1)
  }

  /// Whether the single mark at `index` can close: it stands right behind a word or its punctuation, and no word
  /// follows. Behind a plural it is an apostrophe ("the owners' fault") when a surer mark closes later.
  func closes(_ index: Int, in range: TokenSpan) -> Bool {
    guard hasClosingShape(index, in: range) else { return false }
    return !mayBePossessive(index, in: range) || !isClosedLater(index, in: range)
  }

  private func hasClosingShape(_ index: Int, in range: TokenSpan) -> Bool {
    guard index > range.lowerBound, tokens[index].isJoined, !isOpeningGlyph(index) else { return false }
    guard index + 1 < range.upperBound, tokens[index + 1].isJoined else { return true }
    return !tokens[index + 1].isWordLike
  }

  /// Behind a word in -s, with another word to come.
  private func mayBePossessive(_ index: Int, in range: TokenSpan) -> Bool {
    let before = tokens[index - 1]
    guard before.kind == .word, bytes[Int(before.end) - 1] | 0x20 == UInt8(ascii: "s"),
      index + 1 < range.upperBound
    else { return false }
    return tokens[index + 1].isWordLike
  }

  /// Whether a surer closing mark comes before the next opening one.
  private func isClosedLater(_ index: Int, in range: TokenSpan) -> Bool {
    for later in TokenSpan(index + 1, range.upperBound) where tokens[later].kind == .singleMark {
      if opens(later, in: range) { return false }
      if hasClosingShape(later, in: range), !mayBePossessive(later, in: range) { return true }
    }
    return false
  }

  /// "'em", "'til", "'90s" with a straight mark.
  private func isElision(_ index: Int) -> Bool {
    let range = tokens[index].bytes
    if tokens[index].kind == .number {
      return range.count == 3 && bytes[range.upperBound - 1] | 0x20 == UInt8(ascii: "s")
    }
    return range.count <= 5
      && SingleMarks.elisions.contains { word in
        word.utf8CodeUnitCount == range.count
          && range.indices.allSatisfy { bytes[$0] | 0x20 == word.utf8Start[$0 - range.lowerBound] }
      }
  }

  private static let elisions: [StaticString] = [
    "em", "til", "tis", "twas", "twill", "cause", "bout", "round", "cos", "n", "neath",
  ]

  private func isOpeningGlyph(_ index: Int) -> Bool {
    let token = tokens[index]
    if bytes[Int(token.start)] == UInt8(ascii: "`") { return true }
    let last = bytes[Int(token.end) - 1]
    return token.end - token.start == 3 && (last == 0x98 || last == 0x9A || last == 0x9B)
  }

  private func isClosingGlyph(_ index: Int) -> Bool {
    tokens[index].end - tokens[index].start == 3 && bytes[Int(tokens[index].end) - 1] == 0x99
  }
}

extension SingleMarks {
  /// Whether single marks hold the speech of an article: some of them stand beside a report, and few words in double
  /// marks do. `paragraphs` are the tokens of each, `doubles` their stretches in double marks.
  func holdSpeech(_ paragraphs: [TokenSpan], doubles: [[Stretch]]) -> Bool {
    var spoken = 0
    var rivals = 0
    for (number, range) in paragraphs.enumerated() {
      let pairs = pairs(in: range, besides: doubles[number], goesOn: goesOn(behind: number, paragraphs))
      spoken += pairs.count { isReported($0.lowerBound, $0.upperBound, in: range) }
      rivals += doubles[number].count { double in
        isReported(double.open, double.tokens.upperBound, in: range)
          && !pairs.contains { $0.contains(double.open) }
      }
    }
    return spoken > 0 && (rivals == 0 || spoken >= 3 && rivals * 3 <= spoken)
  }

  /// Whether a quotation that stays open may go on: one of the next paragraphs that has single marks opens with one.
  func goesOn(behind number: Int, _ paragraphs: [TokenSpan]) -> Bool {
    for next in paragraphs[min(number + 1, paragraphs.count)...].prefix(SingleMarks.mostBetween) {
      if let first = next.first, tokens[first].kind == .singleMark { return opens(first, in: next) }
      if next.contains(where: { tokens[$0].kind == .singleMark && opens($0, in: next) }) { return false }
    }
    return false
  }

  /// Paragraphs up to the one that goes on: a caption may lie between.
  private static let mostBetween = 3

  /// Opening and closing marks of the stretches in single marks, those within double ones left out. One that is left
  /// open counts where it may go on.
  private func pairs(in range: TokenSpan, besides doubles: [Stretch], goesOn: Bool) -> [TokenSpan] {
    var pairs: [TokenSpan] = []
    var open: Int?
    var next = 0
    for index in range where tokens[index].kind == .singleMark {
      while next < doubles.count, doubles[next].tokens.upperBound <= index { next += 1 }
      if open == nil, next < doubles.count, doubles[next].tokens.contains(index) { continue }
      if let start = open, closes(index, in: range) {
        pairs.append(TokenSpan(start, index))
        open = nil
      } else if open == nil || tokens[index - 1].kind != .word, opens(index, in: range) {
        open = index
      }
    }
    if let start = open, goesOn { pairs.append(TokenSpan(start, range.upperBound)) }
    return pairs
  }

  /// `‘…,’ he said`, `she said: ‘…’`: a pause at the marks and a reporting verb near them.
  private func isReported(_ open: Int, _ close: Int, in range: TokenSpan) -> Bool {
    let words = TokenSpan(open, close).count { tokens[$0].isWordLike }
    guard words > 0 else { return false }
    // "‘No comment,’ he said": fewer words are an answer only where a sentence opens with them.
    let isAnswer = isPause(close - 1) && (open == range.lowerBound || tokens[open - 1].endsSentence)
    guard words >= SingleMarks.leastWords || isAnswer else { return false }
    let pausesBehind = tokens[close + 1].kind == .comma
    if isPause(close - 1) || pausesBehind, hasCue(in: TokenSpan(close + 1, min(close + 8, range.upperBound)))
    {
      return true
    }
    guard open > range.lowerBound, tokens[open - 1].kind == .comma || tokens[open - 1].kind == .colon
    else { return false }
    return hasCue(in: range.window(before: open, 8))
  }

  /// Fewer words behind a comma may be a title or irony.
  private static let leastWords = 3

  private func isPause(_ index: Int) -> Bool {
    tokens[index].kind == .comma || tokens[index].endsSentence || tokens[index].kind == .dash
  }

  private func hasCue(in range: TokenSpan) -> Bool {
    range.contains { tokens[$0].has(.cueFinite) && tokens[$0].has(.strongCue) }
  }
}
