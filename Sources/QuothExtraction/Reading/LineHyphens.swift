//! Words that a hyphen at the end of a line parts.

internal import QuothBasics

/// Puts the parts of a word together that a line break parts behind a hyphen: "represen-⏎tatives". The second part
/// moves up to the first; where the text has the word with its hyphen elsewhere, or both parts as words, it keeps it.
struct LineHyphens {
  private let text: [UInt8]
  /// The folded words of the text, gathered only where a line ends in a hyphen.
  private let words: Set<[UInt8]>

  /// The text with its parted words whole.
  static func joined(_ text: [UInt8]) -> [UInt8] {
    let breaks = text.indices.filter { isBreak(text, $0) }
    return breaks.isEmpty ? text : LineHyphens(text).joined(at: breaks)
  }

  private init(_ text: [UInt8]) {
    self.text = text
    words = Set(WordScanner.words(in: text, 0..<text.count).map { TextFolding.fold(text[$0]) })
  }

  /// A hyphen between a letter and a line end that a letter in lower case follows.
  private static func isBreak(_ text: [UInt8], _ hyphen: Int) -> Bool {
    guard text[hyphen] == UInt8(ascii: "-"), hyphen > 0, isLetter(text[hyphen - 1]) else { return false }
    let next = continuation(text, hyphen)
    return next < text.count && (isLower(text[next]) || text[next] >= 0xC3) && next > hyphen + 1
  }

  private static func isLower(_ byte: UInt8) -> Bool { byte &- UInt8(ascii: "a") < 26 }
  private static func isLetter(_ byte: UInt8) -> Bool { isLower(byte | 0x20) || byte >= 0x80 }

  /// The first byte of the next line, if it is no blank one; else the byte behind the hyphen.
  private static func continuation(_ text: [UInt8], _ hyphen: Int) -> Int {
    var index = hyphen + 1
    if index < text.count, text[index] == 0x0D { index += 1 }
    guard index < text.count, text[index] == 0x0A else { return hyphen + 1 }
    index += 1
    while index < text.count, text[index] == 0x20 || text[index] == 0x09 { index += 1 }
    return index
  }

  private func joined(at breaks: [Int]) -> [UInt8] {
    var joined: [UInt8] = []
    joined.reserveCapacity(text.count)
    var copied = 0
    for hyphen in breaks where hyphen >= copied {
      let next = Self.continuation(text, hyphen)
      let end = text[next...].firstIndex { $0 <= 0x20 } ?? text.count
      joined += text[copied..<hyphen]
      if keepsHyphen(hyphen, next) { joined.append(text[hyphen]) }
      joined += text[next..<end]
      joined += text[(hyphen + 1)..<next]
      copied = end
      while copied < text.count, text[copied] == 0x20 { copied += 1 }
    }
    return joined + text[copied...]
  }

  private func keepsHyphen(_ hyphen: Int, _ next: Int) -> Bool {
    let start = text[..<hyphen].lastIndex { !Self.isLetter($0) }.map { $0 + 1 } ?? 0
    let end = text[next...].firstIndex { !Self.isLetter($0) } ?? text.count
    let first = TextFolding.fold(text[start..<hyphen])
    let second = TextFolding.fold(text[next..<end])
    if words.contains(first + second) { return false }
    if words.contains(first + [UInt8(ascii: "-")] + second) { return true }
    return isWord(first) && isWord(second)
  }

  /// A word of three letters or more that the text or the lexicon has by itself. The parts at line ends count as words
  /// of the text, so only the lexicon decides on those.
  private func isWord(_ word: [UInt8]) -> Bool {
    word.count >= 3 && word.withUnsafeBufferPointer { !Lexicon.shared.entry(of: $0).classes.isEmpty }
  }
}
