//! The bytes of all texts of a corpus, end to end.

/// Where a text stands in a `TextStore`.
struct TextPlace: BitwiseCopyable, Sendable {
  let chunk: UInt32
  /// First byte in the chunk.
  let start: UInt32
  /// Length in bytes.
  let count: UInt32

  var range: Range<Int> { Int(start)..<Int(start) + Int(count) }
}

/// Texts in large chunks; each text lies in one chunk, and growing moves none.
struct TextStore: Sendable {
  /// Bytes of a chunk; a longer text has a chunk of its own.
  private static let chunkSize = 1 << 20

  private var chunks: [[UInt8]] = []

  mutating func append(_ text: UnsafeBufferPointer<UInt8>) -> TextPlace {
    if chunks.isEmpty {
      // A small corpus fills one chunk in part, and need not pay for all of it.
      chunks.append([])
    } else if chunks[chunks.count - 1].count + text.count > Self.chunkSize {
      chunks.append([])
      chunks[chunks.count - 1].reserveCapacity(max(Self.chunkSize, text.count))
    }
    let last = chunks.count - 1
    let start = chunks[last].count
    chunks[last].append(contentsOf: text)
    return TextPlace(chunk: UInt32(last), start: UInt32(start), count: UInt32(text.count))
  }

  /// The bytes of a range of a text.
  func bytes(_ range: Range<Int>, of text: TextPlace) -> ArraySlice<UInt8> {
    precondition(range.upperBound <= Int(text.count), "a range lies within its text")
    let start = Int(text.start)
    return chunks[Int(text.chunk)][start + range.lowerBound..<start + range.upperBound]
  }

  /// The bytes of a text.
  func bytes(of text: TextPlace) -> ArraySlice<UInt8> { bytes(0..<Int(text.count), of: text) }
}
