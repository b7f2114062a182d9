//! The words of a text in their folded form.

/// Walks over the words of texts. Keeps its working memory between texts.
public struct FoldedWords: Sendable {
  private var letters: [UInt8] = []

  public init() {}

  /// Calls back with each word of `text[range]`: where it stands, its folded letters, and their hash (`FNV1a`).
  public mutating func forEach(
    in text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>,
    _ body: (Range<Int>, UnsafeBufferPointer<UInt8>, UInt64) -> Void
  ) {
    var index = range.lowerBound
    while let word = WordScanner.nextWord(in: text, from: index, to: range.upperBound) {
      index = word.upperBound
      let hash = fold(text, word)
      letters.withUnsafeBufferPointer { body(word, $0, hash) }
    }
  }

  /// Puts the folded letters of a word in place; gives their hash.
  private mutating func fold(_ text: UnsafeBufferPointer<UInt8>, _ word: Range<Int>) -> UInt64 {
    letters.removeAll(keepingCapacity: true)
    var hash = FNV1a()
    for index in word {
      let byte = text[index]
      guard byte < 0x80 else { return foldBeyondASCII(text, word) }
      let folded = byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte
      letters.append(folded)
      hash.add(folded)
    }
    return hash.value
  }

  private mutating func foldBeyondASCII(_ text: UnsafeBufferPointer<UInt8>, _ word: Range<Int>) -> UInt64 {
    letters.removeAll(keepingCapacity: true)
    TextFolding.appendFolded(UnsafeBufferPointer(rebasing: text[word]), to: &letters)
    return FNV1a(letters).value
  }
}
