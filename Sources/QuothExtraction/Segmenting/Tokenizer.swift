//! Cuts text into tokens, with one lexicon look-up for each word.

internal import QuothBasics

/// Cuts the bytes of one paragraph into tokens.
///
/// Full stops of abbreviations and initials stay with their word; the possessive ending is a token of its own;
/// hyphens and apostrophes within a word join it.
struct Tokenizer {
  let bytes: UnsafeBufferPointer<UInt8>
  let lexicon: Lexicon

  /// Appends the tokens of `range` to `tokens`.
  func tokenize(_ range: Range<Int>, into tokens: inout [Token]) {
    var index = range.lowerBound
    var isJoined = false
    while index < range.upperBound {
      let byte = bytes[index]
      if byte == 0x20 || (byte >= 0x09 && byte <= 0x0D) {
        index += 1
        isJoined = false
        continue
      }
      let space = spaceLength(at: index, to: range.upperBound)
      if space > 0 {
        index += space
        isJoined = false
        continue
      }
      if isJoined, let ending = contraction(at: index, range.upperBound, after: tokens.last) {
        tokens.append(ending)
        index = Int(ending.end)
        continue
      }
      let token =
        WordScanner.letterLength(in: bytes, at: index, to: range.upperBound) > 0
        ? word(at: index, to: range.upperBound, isJoined: isJoined)
        : mark(at: index, to: range.upperBound, isJoined: isJoined)
      tokens.append(token)
      index = Int(token.end)
      isJoined = true
    }
  }

  /// "He's claiming": the ending of a pronoun is a verb.
  private func contraction(at index: Int, _ end: Int, after last: Token?) -> Token? {
    guard let last, last.has([.subject, .who]), bytes[index] == 0x27 || bytes[index] == 0xE2 else {
      return nil
    }
    let length = possessiveLength(at: index, to: end)
    guard length > 0 else { return nil }
    return Token(
      start: Int32(index), end: Int32(index + length), kind: .word, isCapitalized: false,
      isAllCapitals: false,
      isJoined: true, entry: WordEntry(classes: [.auxiliary, .be]))
  }

  /// Length of the no-break or zero-width space at `index`, or 0.
  private func spaceLength(at index: Int, to end: Int) -> Int {
    if bytes[index] == 0xC2, index + 1 < end, bytes[index + 1] == 0xA0 { return 2 }
    if bytes[index] == 0xEF, index + 2 < end, bytes[index + 1] == 0xBB, bytes[index + 2] == 0xBF { return 3 }
    guard bytes[index] == 0xE2, index + 2 < end, bytes[index + 1] == 0x80 else { return 0 }
    let third = bytes[index + 2]
    return third <= 0x8F || third == 0xAA || third == 0xAF ? 3 : 0
  }

  private func word(at start: Int, to limit: Int, isJoined: Bool) -> Token {
    var end = WordScanner.nextWord(in: bytes, from: start, to: limit)?.upperBound ?? start + 1
    if end <= start { end = start + 1 }
    var entry = lexicon.entry(of: UnsafeBufferPointer(rebasing: bytes[start..<end]))
    if end < limit, bytes[end] == UInt8(ascii: "."), takesFullStop(start..<end, entry, limit) {
      end += 1
      if end - start == 2 { entry = .unknown }
    }
    let shape = capitals(of: start..<end)
    if shape.all, entry.country >= 0 {
      // "US" is a country and no pronoun.
      entry.classes.subtract([.pronoun, .first, .opener, .subject])
    }
    let first = bytes[start]
    if first >= 0x30 && first <= 0x39 {
      return Token(
        start: Int32(start), end: Int32(end), kind: .number, isCapitalized: false, isAllCapitals: false,
        isJoined: isJoined, entry: entry)
    }
    return Token(
      start: Int32(start), end: Int32(end), kind: .word, isCapitalized: shape.first,
      isAllCapitals: shape.all, isJoined: isJoined, entry: entry)
  }

  /// Length of the possessive ending at `index`: `’s` or `'s` right after a word, and no letter after it.
  private func possessiveLength(at index: Int, to end: Int) -> Int {
    let apostrophe = bytes[index] == 0x27 ? 1 : 3
    guard index + apostrophe < end, bytes[index + apostrophe] | 0x20 == UInt8(ascii: "s") else { return 0 }
    // An opening mark is typed for it too: "Lund‘s".
    let isCurly = bytes[index] == 0xE2 && bytes[index + 1] == 0x80 && (0x98...0x99).contains(bytes[index + 2])
    if apostrophe == 3, !isCurly { return 0 }
    let after = index + apostrophe + 1
    return after < end && WordScanner.letterLength(in: bytes, at: after, to: end) > 0 ? 0 : apostrophe + 1
  }

  /// Whether the full stop after a word belongs to it: abbreviations, and initials before another word.
  private func takesFullStop(_ word: Range<Int>, _ entry: WordEntry, _ limit: Int) -> Bool {
    if entry.classes.has(.numberAbbreviation), isFollowedByNumber(word.upperBound + 1, limit) { return true }
    if entry.classes.has(.abbreviation) {
      // "Mass" and "no" are words too: the stop is theirs only in the shape of an abbreviation.
      let isCapital = bytes[word.lowerBound] < 0x61
      return isCapital && !isFollowedByLineEnd(word.upperBound + 1, limit)
    }
    guard word.count == 1, bytes[word.lowerBound] >= 0x41, bytes[word.lowerBound] <= 0x5A else {
      return false
    }
    let next = word.upperBound + 1
    guard next + 1 < limit, bytes[next] == 0x20 || bytes[next] >= 0x41 && bytes[next] <= 0x5A else {
      return false
    }
    return bytes[word.lowerBound] != UInt8(ascii: "I")
  }

  /// "vol. 4", "no. 12", "vol. IX", "et al. [2004]".
  private func isFollowedByNumber(_ index: Int, _ limit: Int) -> Bool {
    let rest = bytes[min(index, limit)..<limit].drop {
      $0 == 0x20 || $0 == UInt8(ascii: "(") || $0 == UInt8(ascii: "[")
    }
    guard let first = rest.first else { return false }
    if first &- 0x30 < 10 { return true }
    let numeral = rest.prefix { "IVXLC".utf8.contains($0) }
    return !numeral.isEmpty
      && rest.dropFirst(numeral.count).first.map { !WordScanner.isLetter($0) } ?? !numeral.isEmpty
  }

  private func isFollowedByLineEnd(_ index: Int, _ limit: Int) -> Bool {
    index >= limit || bytes[index] == 0x0A
  }

  /// Whether the first letter of a word is a capital, and whether all of two or more are.
  private func capitals(of word: Range<Int>) -> (first: Bool, all: Bool) {
    var letters = 0
    var capitals = 0
    var isFirst = false
    var index = word.lowerBound
    while index < word.upperBound {
      let byte = bytes[index]
      let isUpper: Bool
      if byte < 0x80 {
        index += 1
        // Digits, hyphens and apostrophes have no case.
        if (byte & 0xDF) &- 0x41 >= 26 { continue }
        isUpper = byte < 0x61
      } else {
        let length = WordScanner.scalarLength(byte)
        isUpper = isUpperScalar(at: index, length)
        index += length
      }
      if letters == 0 { isFirst = isUpper }
      letters += 1
      if isUpper { capitals += 1 }
    }
    if !isFirst, capitals > 0 { isFirst = hasArticle(word) }
    return (isFirst, capitals == letters && letters >= 2)
  }

  /// "al-Zayani", "d’Almeida": an article in lower case joined to the name.
  private func hasArticle(_ word: Range<Int>) -> Bool {
    guard
      let joint = word.prefix(5).first(where: {
        bytes[$0] == UInt8(ascii: "-") || bytes[$0] == 0x27 || bytes[$0] == 0xE2
      })
    else { return false }
    let next = bytes[joint] == 0xE2 ? joint + 3 : joint + 1
    guard next < word.upperBound, bytes[next] < 0x80 ? bytes[next] & 0x20 == 0 : isUpperScalar(at: next, 2)
    else {
      return false
    }
    let article = UnsafeBufferPointer(rebasing: bytes[word.lowerBound..<joint])
    return Tokenizer.articles.contains { name in
      name.utf8CodeUnitCount == article.count
        && article.indices.allSatisfy { article[$0] == name.utf8Start[$0] }
    }
  }

  private static let articles: [StaticString] = [
    "al", "el", "ad", "ar", "as", "ash", "at", "az", "an", "ul", "d", "l", "dell", "dall", "de", "le",
  ]

  private func isUpperScalar(at index: Int, _ length: Int) -> Bool {
    if bytes[index] == 0xC3 { return index + 1 < bytes.count && bytes[index + 1] < 0x9F }
    guard index + length <= bytes.count else { return false }
    let text = String(decoding: bytes[index..<index + length], as: UTF8.self)
    return text.unicodeScalars.first?.properties.isUppercase ?? false
  }

  private func mark(at start: Int, to limit: Int, isJoined: Bool) -> Token {
    let byte = bytes[start]
    let possessive = isJoined && (byte == 0x27 || byte == 0xE2) ? possessiveLength(at: start, to: limit) : 0
    if possessive > 0 {
      return Token(
        start: Int32(start), end: Int32(start + possessive), kind: .possessive, isCapitalized: false,
        isAllCapitals: false, isJoined: true, entry: .unknown)
    }
    var length = min(WordScanner.scalarLength(byte), limit - start)
    let kind: TokenKind
    switch byte {
    case UInt8(ascii: ","): kind = .comma
    case UInt8(ascii: "."):
      while start + length < limit, bytes[start + length] == byte { length += 1 }
      kind = length > 1 ? .ellipsis : .fullStop
    case UInt8(ascii: "?"): kind = .question
    case UInt8(ascii: "!"): kind = .exclamation
    case UInt8(ascii: ":"): kind = .colon
    case UInt8(ascii: ";"): kind = .semicolon
    case UInt8(ascii: "/"): kind = .slash
    case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"): kind = .openBracket
    case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"): kind = .closeBracket
    case UInt8(ascii: "\""): kind = .quoteMark
    case UInt8(ascii: "'"), UInt8(ascii: "`"):
      if start + 1 < limit, bytes[start + 1] == byte {
        length = 2
        kind = .quoteMark
      } else {
        kind = .singleMark
      }
    case UInt8(ascii: "-"):
      while start + length < limit, bytes[start + length] == byte { length += 1 }
      kind = .dash
    case UInt8(ascii: "&"):
      if let entity = QuoteEntity(bytes, at: start, to: limit) {
        length = entity.length
        kind = entity.isSingle ? .singleMark : .quoteMark
      } else {
        kind = .other
      }
    case 0xC2:
      kind = length == 2 && (bytes[start + 1] == 0xAB || bytes[start + 1] == 0xBB) ? .quoteMark : .other
    case 0xE2 where isDoubled(at: start, to: limit):
      length = 6
      kind = .quoteMark
    case 0xE2 where isAngle(at: start, to: limit, isJoined): kind = .quoteMark
    case 0xE2: kind = length == 3 ? generalPunctuation(bytes[start + 1], bytes[start + 2]) : .other
    // 「…」 and 『…』.
    case 0xE3: kind = length == 3 && (0x8C...0x8F).contains(bytes[start + 2]) ? .quoteMark : .other
    default: kind = .other
    }
    return Token(
      start: Int32(start), end: Int32(start + max(1, length)), kind: kind, isCapitalized: false,
      isAllCapitals: false, isJoined: isJoined, entry: .unknown)
  }

  /// ‹ right before a word, › right behind one; between blanks they part the steps of a path.
  private func isAngle(at start: Int, to limit: Int, _ isJoined: Bool) -> Bool {
    guard start + 3 <= limit, bytes[start + 1] == 0x80 else { return false }
    return bytes[start + 2] == 0xB9
      ? start + 3 < limit && bytes[start + 3] > 0x20 : bytes[start + 2] == 0xBA && isJoined
  }

  /// Two curly single marks in place of a double one: "’’".
  private func isDoubled(at start: Int, to limit: Int) -> Bool {
    guard start + 6 <= limit, bytes[start + 1] == 0x80, (0x98...0x99).contains(bytes[start + 2]) else {
      return false
    }
    return (0..<3).allSatisfy { bytes[start + $0] == bytes[start + 3 + $0] }
  }

  private func generalPunctuation(_ second: UInt8, _ third: UInt8) -> TokenKind {
    guard second == 0x80 else { return .other }
    switch third {
    case 0x90...0x95: return .dash
    case 0x98...0x9B: return .singleMark
    case 0x9C...0x9F: return .quoteMark
    case 0xA6: return .ellipsis
    default: return .other
    }
  }
}
