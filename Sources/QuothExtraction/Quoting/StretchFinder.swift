//! Pairs quotation marks into stretches.

/// What the single marks of a paragraph hold.
enum SingleMarkRole {
  /// Titles, irony, words within a quotation.
  case aside
  case speech
  /// Speech, and the next paragraph opens with a single mark: a quotation may stay open.
  case speechGoingOn
}

/// Finds the quotation-marked stretches of a paragraph.
///
/// A mark opens when a word follows it and none precedes, closes when it is the other way round; where its
/// neighbours do not tell, the glyph does, and then whether a stretch is open. So straight, curly, doubled and
/// mismatched marks pair up. A stretch left open runs to the end of its paragraph, as in a quotation of several
/// paragraphs. Double marks within a stretch nest by their glyph.
struct StretchFinder {
  let bytes: UnsafeBufferPointer<UInt8>
  let tokens: TokenList
  private let singles: SingleMarks

  init(bytes: UnsafeBufferPointer<UInt8>, tokens: TokenList) {
    self.bytes = bytes
    self.tokens = tokens
    singles = SingleMarks(bytes: bytes, tokens: tokens)
  }

  /// The stretches of each paragraph with these tokens.
  func stretches(of paragraphs: [TokenSpan]) -> [[Stretch]] {
    let found = paragraphs.enumerated().map { stretches(of: $0, $1, .aside) }
    guard found.contains(where: { $0.contains(where: \.isSingle) }),
      singles.holdSpeech(paragraphs, doubles: found.map { $0.filter { !$0.isSingle } })
    else { return found }
    return paragraphs.enumerated().map { number, range in
      let goesOn = singles.goesOn(behind: number, paragraphs)
      return stretches(of: number, range, goesOn ? .speechGoingOn : .speech)
    }
  }

  /// The stretches of the paragraph with these tokens.
  ///
  /// Where single marks hold speech they count as double ones do. One that nothing closes is an apostrophe, unless the
  /// next paragraph opens with one too.
  func stretches(of paragraph: Int, _ range: TokenSpan, _ role: SingleMarkRole) -> [Stretch] {
    var found: [Stretch] = []
    var open: Int?
    var depth = 0
    var index = range.lowerBound
    while index < range.upperBound {
      defer { index += 1 }
      let isSingle = tokens[index].kind == .singleMark
      guard isSingle ? role != .aside : tokens[index].kind == .quoteMark && !isInTag(index, range) else {
        continue
      }
      if let start = open, isSingle || tokens[start].kind == .singleMark {
        // Marks of the other kind nest.
        guard isSingle, tokens[start].kind == .singleMark, singles.closes(index, in: range) else { continue }
        append(paragraph, start, index, range, isSingle: false, to: &found)
        open = nil
      } else if isSingle {
        if singles.opens(index, in: range), role == .speechGoingOn || isClosed(index, in: range) {
          open = index
        }
      } else if isOpening(index, in: range, isOpen: open != nil) {
        if open == nil {
          open = index
        } else if glyph(index) == .opening {
          depth += 1
        }
      } else if let start = open {
        if depth > 0, glyph(index) == .closing {
          depth -= 1
        } else {
          append(paragraph, start, index, range, isSingle: false, to: &found)
          open = nil
          depth = 0
        }
      }
    }
    if let start = open { append(paragraph, start, nil, range, isSingle: false, to: &found) }
    if role == .aside { appendSingles(paragraph, range, to: &found) }
    return found
  }

  /// Whether a single mark behind `open` closes.
  private func isClosed(_ open: Int, in range: TokenSpan) -> Bool {
    TokenSpan(open + 1, range.upperBound).contains {
      tokens[$0].kind == .singleMark && singles.closes($0, in: range)
    }
  }

  /// `<a href="…">`: marks of markup quote nothing.
  private func isInTag(_ index: Int, _ range: TokenSpan) -> Bool {
    var place = Int(tokens[index].start) - 1
    let floor = max(Int(tokens[range.lowerBound].start), place - 400)
    while place > floor, bytes[place] != UInt8(ascii: "<"), bytes[place] != UInt8(ascii: ">") { place -= 1 }
    if index + 1 < range.upperBound, bytes[Int(tokens[index + 1].start)] == UInt8(ascii: ">") { return true }
    guard place >= floor, bytes[place] == UInt8(ascii: "<") else { return false }
    let letter = bytes[place + 1] | 0x20
    return letter >= UInt8(ascii: "a") && letter <= UInt8(ascii: "z")
  }

  enum Glyph { case opening, closing, neutral }

  private func glyph(_ index: Int) -> Glyph {
    let token = tokens[index]
    let first = bytes[Int(token.start)]
    let last = bytes[Int(token.end) - 1]
    switch first {
    case 0xE2: return last == 0x9D || last == 0x99 || last == 0xBA ? .closing : .opening
    case 0xC2: return last == 0xBB ? .closing : .opening
    case 0xE3: return last == 0x8D || last == 0x8F ? .closing : .opening
    case UInt8(ascii: "`"): return .opening
    case UInt8(ascii: "&"):
      return QuoteEntity(bytes, at: Int(token.start), to: Int(token.end))?.glyph ?? .neutral
    default: return .neutral
    }
  }

  private func isOpening(_ index: Int, in range: TokenSpan, isOpen: Bool) -> Bool {
    let before = index > range.lowerBound && tokens[index].isJoined ? tokens[index - 1] : nil
    let after = index + 1 < range.upperBound && tokens[index + 1].isJoined ? tokens[index + 1] : nil
    if isGuillemet(index), before == nil || before?.kind == .quoteMark, after.map({ !$0.isWordLike }) ?? true
    {
      // "« Q », a dit": spaces within the marks; the glyph tells.
      return glyph(index) == .opening
    }
    let opens = after != nil && (before.map { isOpeningNeighbour($0.kind) } ?? true)
    let closes = before != nil && (after.map { isClosingNeighbour($0.kind) } ?? true)
    if opens != closes { return opens }
    switch glyph(index) {
    case .opening: return !(isOpen && index + 1 >= range.upperBound)
    case .closing: return !isOpen && index == range.lowerBound
    case .neutral: return !isOpen
    }
  }

  private func isGuillemet(_ index: Int) -> Bool { bytes[Int(tokens[index].start)] == 0xC2 }

  private func isOpeningNeighbour(_ kind: TokenKind) -> Bool {
    kind == .openBracket || kind == .dash || kind == .singleMark || kind == .quoteMark || kind == .slash
  }

  private func isClosingNeighbour(_ kind: TokenKind) -> Bool {
    switch kind {
    case .comma, .fullStop, .semicolon, .colon, .exclamation, .question, .closeBracket, .dash, .singleMark,
      .quoteMark, .possessive, .ellipsis:
      true
    case .word, .number, .slash, .openBracket, .other, .none: false
    }
  }

  /// Single marks outside every double stretch that open before a word and close after one.
  private func appendSingles(_ paragraph: Int, _ range: TokenSpan, to found: inout [Stretch]) {
    let doubles = found
    var open: Int?
    var next = 0
    for index in range where tokens[index].kind == .singleMark {
      while next < doubles.count, doubles[next].tokens.upperBound <= index { next += 1 }
      if next < doubles.count, doubles[next].tokens.contains(index) { continue }
      if singles.opens(index, in: range) {
        open = index
      } else if let start = open, singles.closes(index, in: range) {
        append(paragraph, start, index, range, isSingle: true, to: &found)
        open = nil
      }
    }
    found.sort { $0.marked.lowerBound < $1.marked.lowerBound }
  }

  /// `Anna "Ann" Berg`.
  private func isNickname(_ word: Int, _ open: Int, _ close: Int, _ range: TokenSpan) -> Bool {
    open > range.lowerBound && close + 1 < range.upperBound && tokens[word].isCapitalized
      && tokens[open - 1].kind == .word && tokens[open - 1].isCapitalized && tokens[close + 1].isCapitalized
  }

  private func append(
    _ paragraph: Int, _ open: Int, _ close: Int?, _ range: TokenSpan, isSingle: Bool,
    to found: inout [Stretch]
  ) {
    let inner = TokenSpan(open + 1, (close ?? range.upperBound))
    if let close, inner.count == 1, isNickname(inner.lowerBound, open, close, range) { return }
    guard !inner.isEmpty else { return }
    found.append(
      Stretch(
        paragraph: paragraph, tokens: inner, content: tokens.bytes(of: inner),
        marked: tokens.bytes(of: TokenSpan(open, close.map { $0 + 1 } ?? inner.upperBound)),
        isClosed: close != nil, isSingle: isSingle,
        wordCount: inner.count { tokens[$0].isWordLike }))
  }
}
