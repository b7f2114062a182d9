//! Rules texts out before their words are looked at.

/// Letters that must occur somewhere in a text for a word of a pattern to be there.
struct WordProbe {
  private let letters: [UInt8]
  private let first: UInt8
  private let hasJoints: Bool

  /// Nil when the letters are none, or not all ASCII: then every text has to be folded.
  init?(_ letters: [UInt8]) {
    guard let first = letters.first, letters.allSatisfy({ $0 < 0x80 }) else { return nil }
    self.letters = letters
    self.first = first
    hasJoints = letters.contains(UInt8(ascii: "'")) || letters.contains(UInt8(ascii: "-"))
  }

  /// False only if the text cannot hold the letters, whichever way it is printed. Says yes at the first
  /// character whose folding could give letters.
  func mayOccur(in text: UnsafeBufferPointer<UInt8>) -> Bool {
    var index = 0
    let count = text.count
    while index < count {
      let byte = text[index]
      if byte >= 0x80 {
        // U+2000–203F: quotes and dashes, the commonest characters of news beyond ASCII, are no letters.
        guard byte == 0xE2, index + 2 < count, text[index + 1] == 0x80, !hasJoints else { return true }
        index += 3
      } else {
        if WordProbe.lower(byte) == first, occurs(in: text, at: index) { return true }
        index += 1
      }
    }
    return false
  }

  private func occurs(in text: UnsafeBufferPointer<UInt8>, at start: Int) -> Bool {
    guard start + letters.count <= text.count else {
      return text[start...].contains { $0 >= 0x80 }
    }
    for place in letters.indices {
      let byte = text[start + place]
      if byte >= 0x80 { return true }
      if WordProbe.lower(byte) != letters[place] { return false }
    }
    return true
  }

  private static func lower(_ byte: UInt8) -> UInt8 {
    byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte
  }
}
