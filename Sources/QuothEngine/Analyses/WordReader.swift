//! Pieces of text to numbered words.

internal import QuothBasics
internal import QuothModel

/// Reads pieces one after the other, and numbers their folded words in the order they come up.
struct WordReader {
  /// Stands between two sentences of a piece.
  static let edge: Int32 = -1

  private(set) var table = WordTable()
  /// The words of the piece read last, with `edge` between sentences.
  private(set) var words: [Int32] = []
  /// Where they stand in the piece, in bytes; empty for an edge.
  private(set) var places: [Range<Int>] = []
  private var walker = FoldedWords()

  /// Reads a piece, whose bytes are these.
  mutating func read(_ text: UnsafeBufferPointer<UInt8>) {
    words.removeAll(keepingCapacity: true)
    places.removeAll(keepingCapacity: true)
    walker.forEach(in: text, 0..<text.count) { place, letters, hash in
      if let last = places.last, SentenceGap.ends(text, after: last, before: place) {
        words.append(WordReader.edge)
        places.append(place.lowerBound..<place.lowerBound)
      }
      words.append(Int32(table.intern(letters, hash: hash)))
      places.append(place)
    }
  }
}

/// What stands between two words of a piece where one sentence ends and another begins. A quotation of several
/// sentences is one piece.
enum SentenceGap {
  static func ends(
    _ text: UnsafeBufferPointer<UInt8>, after word: Range<Int>, before next: Range<Int>
  ) -> Bool {
    var index = word.upperBound
    // Most words are a blank apart.
    guard next.lowerBound - index > 1 else { return false }
    var isStopped = false
    var isCertain = false
    var hasBlank = false
    while index < next.lowerBound {
      switch text[index] {
      case UInt8(ascii: "."): isStopped = true
      case UInt8(ascii: "!"), UInt8(ascii: "?"): (isStopped, isCertain) = (true, true)
      case 0x20, 0x0A, 0x0D, 0x09, 0xA0: if isStopped { hasBlank = true }
      default: break
      }
      index += 1
    }
    guard isStopped, hasBlank else { return false }
    let first = text[next.lowerBound]
    if first >= 0x61, first <= 0x7A { return false }
    return isCertain || !isAbbreviation(text, word)
  }

  private static func isAbbreviation(_ text: UnsafeBufferPointer<UInt8>, _ word: Range<Int>) -> Bool {
    if word.count == 1 { return text[word.lowerBound] | 0x20 >= 0x61 }
    guard word.count <= Abbreviations.longest else { return false }
    return Abbreviations.all.contains(String(decoding: text[word].map { $0 | 0x20 }, as: UTF8.self))
  }
}
