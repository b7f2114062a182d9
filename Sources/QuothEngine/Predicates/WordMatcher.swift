//! Decides whether one word of a text is what a pattern's word asks for.

internal import QuothBasics
internal import QuothQuery

/// Tells by the first byte of a word whether it can match at all, which for most words it cannot.
struct WordOpening {
  private var lower: UInt8 = 0
  private var upper: UInt8 = 0

  /// Allows everything when the first letter is not known or not ASCII.
  init(_ matcher: WordMatcher?) {
    guard let letter = matcher?.requiredLetters?.first, letter < 0x80 else { return }
    lower = letter
    upper = letter >= 0x61 && letter <= 0x7A ? letter & 0xDF : letter
  }

  @inline(__always) func allows(_ byte: UInt8) -> Bool {
    byte == lower || byte == upper || byte >= 0x80 || lower == 0
  }
}

/// One word of a pattern, made ready to be compared with words as printed.
enum WordMatcher {
  case any
  /// Exactly these folded letters.
  case literal([UInt8])
  /// These folded letters, then anything.
  case prefix([UInt8])
  /// Folded letters with `*` and `?` anywhere.
  case glob([UInt8])

  init(_ pattern: WordPattern) {
    switch pattern {
    case .anyWord: self = .any
    case .glob(let text):
      let bytes = Array(text.utf8)
      let star = bytes.firstIndex(of: WordMatcher.star)
      if bytes.contains(WordMatcher.mark) || star.map({ $0 < bytes.count - 1 }) == true {
        self = .glob(bytes)
      } else if star != nil {
        self = .prefix(Array(bytes.dropLast()))
      } else {
        self = .literal(bytes)
      }
    }
  }

  private static let star = UInt8(ascii: "*")
  private static let mark = UInt8(ascii: "?")

  /// Folded letters that every matching word begins with, as far as they are known.
  var requiredLetters: [UInt8]? {
    switch self {
    case .any, .glob: nil
    case .literal(let letters), .prefix(let letters): letters
    }
  }

  /// Whether the word matches. `scratch` is room for its folded form, wanted only when it is not ASCII.
  func matches(_ word: Slice<UnsafeBufferPointer<UInt8>>, scratch: inout [UInt8]) -> Bool {
    switch self {
    case .any: return true
    case .literal(let letters):
      if let decided = WordMatcher.begins(word, with: letters, isWhole: true) { return decided }
      fold(word, into: &scratch)
      return scratch == letters
    case .prefix(let letters):
      if let decided = WordMatcher.begins(word, with: letters, isWhole: false) { return decided }
      fold(word, into: &scratch)
      return scratch.starts(with: letters)
    case .glob(let letters):
      fold(word, into: &scratch)
      return WordMatcher.globs(letters, scratch)
    }
  }

  private func fold(_ word: Slice<UnsafeBufferPointer<UInt8>>, into scratch: inout [UInt8]) {
    scratch.removeAll(keepingCapacity: true)
    TextFolding.appendFolded(word, to: &scratch)
  }

  /// Compares as long as the word is ASCII; nil when a byte beyond it makes folding necessary.
  private static func begins(
    _ word: Slice<UnsafeBufferPointer<UInt8>>, with letters: [UInt8], isWhole: Bool
  ) -> Bool? {
    var index = word.startIndex
    for letter in letters {
      guard index < word.endIndex else { return false }
      let byte = word[index]
      if byte >= 0x80 { return nil }
      if (byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte) != letter { return false }
      index += 1
    }
    if !isWhole || index == word.endIndex { return true }
    return word[index...].contains { $0 >= 0x80 } ? nil : false
  }

  /// Whether folded text fits a glob. On a mismatch only the last `*` is tried longer, so the work is at most
  /// the product of the lengths.
  static func globs(_ pattern: [UInt8], _ text: [UInt8]) -> Bool {
    var (place, index) = (0, 0)
    var retry: (place: Int, index: Int)?
    while index < text.count {
      if place < pattern.count, pattern[place] == star {
        retry = (place + 1, index)
        place += 1
      } else if place < pattern.count, pattern[place] == mark {
        place += 1
        index += WordScanner.scalarLength(text[index])
      } else if place < pattern.count, pattern[place] == text[index] {
        place += 1
        index += 1
      } else if let last = retry {
        retry = (last.place, last.index + 1)
        (place, index) = (last.place, last.index + 1)
      } else {
        return false
      }
    }
    return index == text.count && pattern[place...].allSatisfy { $0 == star }
  }
}
