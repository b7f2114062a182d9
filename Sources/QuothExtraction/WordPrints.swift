//! Words as numbers, to find one text within another.

internal import QuothBasics

/// The folded words of some text, each as a hash: equal words have equal numbers.
struct WordPrints: Hashable, Sendable {
  let prints: [UInt64]

  init(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
    var prints: [UInt64] = []
    var words = FoldedWords()
    words.forEach(in: bytes, range) { _, _, hash in prints.append(hash) }
    self.prints = prints
  }

  var count: Int { prints.count }
}

/// Finds texts that hold all words of another in a row.
///
/// An index of every run of four words: looking one text up takes no longer the more texts there are.
struct ContainmentIndex {
  private static let runLength = 4
  /// A run that stands in more places than this tells nothing.
  private static let mostPlaces = 32

  private let texts: [WordPrints]
  private var places: [UInt64: [(text: Int, offset: Int)]] = [:]

  init(_ texts: [WordPrints]) {
    self.texts = texts
    for (number, text) in texts.enumerated() where text.count >= Self.runLength {
      for offset in 0...(text.count - Self.runLength) {
        places[Self.run(text, offset), default: []].append((number, offset))
      }
    }
  }

  /// The first text that holds `part` and that `isCandidate` accepts. Parts of fewer than four words are in none.
  func text(holding part: WordPrints, where isCandidate: (Int) -> Bool) -> Int? {
    guard part.count >= Self.runLength, let found = places[Self.run(part, 0)] else { return nil }
    for (number, offset) in found.prefix(Self.mostPlaces) where isCandidate(number) {
      let words = texts[number].prints[offset...]
      if words.count >= part.count, words.starts(with: part.prints) { return number }
    }
    return nil
  }

  private static func run(_ text: WordPrints, _ offset: Int) -> UInt64 {
    text.prints[offset..<offset + runLength].reduce(0) { ($0 &* 31) ^ $1 }
  }
}
