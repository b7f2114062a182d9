//! The bytes of all texts of a corpus, end to end.

/// Where a text stands in a `TextStore`.
struct TextPlace: BitwiseCopyable, Sendable {
  let chunk: UInt32
  /// First byte in the chunk.
  let start: UInt32
  /// Length in bytes.
  let count: UInt32
}

/// Texts in large chunks; each text lies in one chunk, and growing moves none. The first chunks may be those of a
/// snapshot.
struct TextStore: Sendable {
  /// Bytes of a chunk; a longer text has a chunk of its own.
  private static let chunkSize = 1 << 20

  /// The chunks of a snapshot, and where each starts.
  private var mapped: (bytes: TextBytes, starts: PlainRows<UInt64>)?
  private var chunks: [[UInt8]] = []

  init() {}

  init(_ snapshot: CorpusSnapshot, _ name: SectionName) throws(SnapshotProblem) {
    mapped = (try snapshot.rows(name.part("bytes")), try snapshot.rows(name.part("starts")))
  }

  private var mappedChunks: Int { mapped?.starts.count ?? 0 }

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
    return TextPlace(chunk: UInt32(mappedChunks + last), start: UInt32(start), count: UInt32(text.count))
  }

  /// The bytes of a range of a text.
  func bytes(_ range: Range<Int>, of text: TextPlace) -> TextBytes {
    guard range.upperBound <= Int(text.count) else { refuse() }
    let start = Int(text.start)
    let chunk = Int(text.chunk)
    if let mapped, chunk < mapped.starts.count || chunks.isEmpty {
      let (first, overflow) = Int(truncatingIfNeeded: mapped.starts[chunk]).addingReportingOverflow(start)
      guard !overflow, first >= 0, first <= mapped.bytes.count else { mapped.bytes.refuse() }
      return mapped.bytes.rows(from: first + range.lowerBound, to: first + range.upperBound)
    }
    return TextBytes(chunks[chunk - mappedChunks], start + range.lowerBound..<start + range.upperBound)
  }

  /// The bytes of a text.
  func bytes(of text: TextPlace) -> TextBytes { bytes(0..<Int(text.count), of: text) }

  private func refuse() -> Never {
    if let mapped { mapped.bytes.refuse() }
    preconditionFailure("a range lies within its text")
  }

  func sections(_ name: SectionName) -> [SectionContent] {
    let mappedCount = mapped?.bytes.count ?? 0
    var starts = mapped.map { Array($0.starts) } ?? []
    var count = mappedCount
    for chunk in chunks {
      starts.append(UInt64(count))
      count += chunk.count
    }
    let bytes = SectionContent(name.part("bytes"), stride: 1, count: count) { body in
      mapped?.bytes.withUnsafeBufferPointer { body(UnsafeRawBufferPointer($0)) }
      for chunk in chunks { chunk.withUnsafeBytes(body) }
    }
    return [bytes, SectionContent(name.part("starts"), starts)]
  }
}
