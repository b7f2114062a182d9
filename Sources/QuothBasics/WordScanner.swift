//! What a word is: the one definition behind word counts, patterns and statistics.

/// Finds words in UTF-8 text.
///
/// A word is a run of letters and digits of any script, joined by an apostrophe, a hyphen, a soft hyphen or another
/// character without width, between single letters ("U.S.") by a full stop, and between digits ("1,250.50") by a comma
/// or a full stop, as in rules WB6 to WB12 of Unicode Standard Annex #29. Everything else separates words. The
/// possessive ending is left out, so that "Iran's" is the word "Iran".
public enum WordScanner {
  /// Calls `body` with the byte range of each word of `bytes[range]`, in order.
  @inlinable
  public static func forEachWord(
    in bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ body: (Range<Int>) -> Void
  ) {
    var index = range.lowerBound
    while let word = nextWord(in: bytes, from: index, to: range.upperBound) {
      body(word)
      index = word.upperBound
    }
  }

  /// The words of `bytes[range]`, as byte ranges.
  public static func words(in bytes: [UInt8], _ range: Range<Int>) -> [Range<Int>] {
    var words: [Range<Int>] = []
    bytes.withUnsafeBufferPointer { buffer in forEachWord(in: buffer, range) { words.append($0) } }
    return words
  }

  /// How many words `bytes[range]` holds.
  public static func count(in bytes: [UInt8], _ range: Range<Int>) -> Int {
    bytes.withUnsafeBufferPointer { count(in: $0, range) }
  }

  /// How many words `bytes[range]` holds.
  public static func count(in bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Int {
    var count = 0
    forEachWord(in: bytes, range) { _ in count += 1 }
    return count
  }

  /// The first word that starts at or after `start`, or nil when none does before `end`.
  @inlinable
  public static func nextWord(
    in bytes: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int
  ) -> Range<Int>? {
    var index = start
    while index < end {
      let length = letterLength(in: bytes, at: index, to: end)
      if length > 0, !isPossessiveEnding(in: bytes, at: index, to: end) { break }
      index += length > 0 ? length : scalarLength(bytes[index])
    }
    guard index < end else { return nil }
    let wordStart = index
    if let end = plainWordEnd(in: bytes, from: wordStart, to: end) { return wordStart..<end }
    while index < end {
      let length = letterLength(in: bytes, at: index, to: end)
      if length > 0 {
        index += length
        continue
      }
      let joint = jointLength(in: bytes, at: index, to: end, wordStart: wordStart)
      guard joint > 0 else { break }
      index += joint
    }
    return wordStart..<min(index, end)
  }

  /// Where the word that starts at `start` ends when it is all ASCII and a blank or such ends it, as most words; nil
  /// where more must be looked at.
  @inlinable @inline(__always)
  static func plainWordEnd(in bytes: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int) -> Int? {
    var index = start
    while index < end, isPlainLetter(bytes[index]) { index += 1 }
    guard index > start, index < end else { return index > start ? end : nil }
    let next = bytes[index]
    let mayJoin = next >= 0x80 || next == 0x27 || next == 0x2D || next == 0x2E || next == 0x2C
    return mayJoin ? nil : index
  }

  /// Whether a byte is an ASCII letter or digit, or part of a letter beyond ASCII.
  @inlinable public static func isLetter(_ byte: UInt8) -> Bool { isPlainLetter(byte) || byte >= 0x80 }

  /// Whether a byte is an ASCII letter or digit.
  @inlinable @inline(__always)
  static func isPlainLetter(_ byte: UInt8) -> Bool {
    (byte & 0xDF) &- 0x41 < 26 || byte &- 0x30 < 10
  }

  /// Length in bytes of the letter or digit at `index`, or 0 when there is none.
  @inlinable
  public static func letterLength(in bytes: UnsafeBufferPointer<UInt8>, at index: Int, to end: Int) -> Int {
    let byte = bytes[index]
    if byte < 0x80 { return isPlainLetter(byte) ? 1 : 0 }
    let length = scalarLength(byte)
    guard index + length <= end else { return 0 }
    switch byte {
    case 0xC2: return bytes[index + 1] == 0xAA || bytes[index + 1] == 0xB5 || bytes[index + 1] == 0xBA ? 2 : 0
    case 0xC3: return bytes[index + 1] == 0x97 || bytes[index + 1] == 0xB7 ? 0 : 2
    case 0xE2:
      // U+2000–2BFF: punctuation and symbols, but for the signs of kelvin and ångström, which are letters.
      let isUnit = bytes[index + 1] == 0x84 && (bytes[index + 2] == 0xAA || bytes[index + 2] == 0xAB)
      return bytes[index + 1] < 0xB0 && !isUnit ? 0 : 3
    case 0xE3: return bytes[index + 1] == 0x80 ? 0 : 3  // U+3000–303F
    case 0xEF: return bytes[index + 1] == 0xBB || bytes[index + 1] == 0xBC && bytes[index + 2] < 0x90 ? 0 : 3
    case 0xF0: return bytes[index + 1] == 0x9F ? 0 : 4  // emoji
    default: return length
    }
  }

  /// Length in bytes of a scalar, from its first byte.
  @inlinable public static func scalarLength(_ byte: UInt8) -> Int {
    byte < 0xC0 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
  }

  @usableFromInline
  static func jointLength(
    in bytes: UnsafeBufferPointer<UInt8>, at index: Int, to end: Int, wordStart: Int
  ) -> Int {
    let byte = bytes[index]
    let length: Int
    if byte == 0x27 || byte == 0x2D {
      length = 1
    } else if byte == 0xE2, index + 2 < end, bytes[index + 1] == 0x80,
      bytes[index + 2] == 0x99 || bytes[index + 2] == 0x90 || bytes[index + 2] == 0x91
    {
      length = 3  // ’ ‐ ‑
    } else if byte == 0x2E || byte == 0x2C {
      if isBetweenDigits(in: bytes, at: index, to: end, wordStart: wordStart) { return 1 }
      return byte == 0x2E && isInitialStop(in: bytes, at: index, to: end, wordStart: wordStart) ? 1 : 0
    } else if byte >= 0xC2 {
      let width = invisibleLength(in: bytes, at: index, to: end)
      let next = index + width
      return width > 0 && next < end && letterLength(in: bytes, at: next, to: end) > 0 ? width : 0
    } else {
      return 0
    }
    guard index + length < end, letterLength(in: bytes, at: index + length, to: end) > 0 else { return 0 }
    return isPossessiveEnding(in: bytes, at: index + length, to: end) ? 0 : length
  }

  /// Length in bytes of a soft hyphen (U+00AD), zero-width joiner or non-joiner (U+200C, U+200D), word joiner (U+2060)
  /// or byte order mark (U+FEFF) at `index`, or 0.
  private static func invisibleLength(
    in bytes: UnsafeBufferPointer<UInt8>, at index: Int, to end: Int
  ) -> Int {
    let second = index + 1 < end ? bytes[index + 1] : 0
    let third = index + 2 < end ? bytes[index + 2] : 0
    switch (bytes[index], second, third) {
    case (0xC2, 0xAD, _): return 2
    case (0xE2, 0x80, 0x8C), (0xE2, 0x80, 0x8D), (0xE2, 0x81, 0xA0), (0xEF, 0xBB, 0xBF): return 3
    default: return 0
    }
  }

  /// Whether a digit stands on both sides of the mark at `index`.
  private static func isBetweenDigits(
    in bytes: UnsafeBufferPointer<UInt8>, at index: Int, to end: Int, wordStart: Int
  ) -> Bool {
    index > wordStart && index + 1 < end && bytes[index - 1] &- 0x30 < 10 && bytes[index + 1] &- 0x30 < 10
  }

  /// Whether the letter at `index` is the "s" of a possessive ending: between an apostrophe and no letter.
  @usableFromInline
  static func isPossessiveEnding(
    in bytes: UnsafeBufferPointer<UInt8>, at index: Int, to end: Int
  ) -> Bool {
    guard bytes[index] | 0x20 == UInt8(ascii: "s"), index > 0 else { return false }
    if index + 1 < end, letterLength(in: bytes, at: index + 1, to: end) > 0 { return false }
    let before = bytes[index - 1]
    let isApostrophe =
      before == 0x27 || (before == 0x99 && index > 2 && bytes[index - 2] == 0x80 && bytes[index - 3] == 0xE2)
    let letterEnd = index - (before == 0x27 ? 1 : 3)
    return isApostrophe && letterEnd > 0
      && (bytes[letterEnd - 1] | 0x20 >= 0x61 || bytes[letterEnd - 1] <= 0x39 && bytes[letterEnd - 1] >= 0x30)
  }

  /// Whether the full stop at `index` belongs to initials such as "U.S.".
  private static func isInitialStop(
    in bytes: UnsafeBufferPointer<UInt8>, at index: Int, to end: Int, wordStart: Int
  ) -> Bool {
    func isLetter(_ position: Int) -> Bool {
      guard position >= wordStart, position < end else { return false }
      let lower = bytes[position] | 0x20
      return bytes[position] < 0x80 && lower >= 0x61 && lower <= 0x7A
    }
    guard isLetter(index - 1), !isLetter(index - 2) else { return false }
    if isLetter(index + 1) { return index + 2 >= end || bytes[index + 2] == 0x2E }
    return index - 2 >= wordStart && bytes[index - 2] == 0x2E
  }
}
