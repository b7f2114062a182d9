//! The words of a text in their folded form.

internal import QuothBasics

/// Walks over the words of texts. Keeps its working memory between texts.
struct FoldedWords {
  private var letters: [UInt8] = []

  /// Calls back with each word of a text: where it stands, its folded letters, and their hash (`WordTable`).
  mutating func forEach(
    in text: UnsafeBufferPointer<UInt8>, _ body: (Range<Int>, UnsafeBufferPointer<UInt8>, UInt64) -> Void
  ) {
    var index = 0
    while let word = WordScanner.nextWord(in: text, from: index, to: text.count) {
      index = word.upperBound
      let hash = fold(text, word)
      letters.withUnsafeBufferPointer { body(word, $0, hash) }
    }
  }

  /// Puts the folded letters of a word in place; gives their hash.
  private mutating func fold(_ text: UnsafeBufferPointer<UInt8>, _ word: Range<Int>) -> UInt64 {
    letters.removeAll(keepingCapacity: true)
    var hash = WordTable.hashSeed
    for index in word {
      let byte = text[index]
      guard byte < 0x80 else { return foldBeyondASCII(text, word) }
      let folded = byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte
      letters.append(folded)
      hash = WordTable.hash(hash, adding: folded)
    }
    return hash
  }

  private mutating func foldBeyondASCII(_ text: UnsafeBufferPointer<UInt8>, _ word: Range<Int>) -> UInt64 {
    letters.removeAll(keepingCapacity: true)
    TextFolding.appendFolded(text[word], to: &letters)
    return letters.withUnsafeBufferPointer { WordTable.hash($0) }
  }
}
