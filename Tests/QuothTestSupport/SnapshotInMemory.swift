//! Snapshots without files.

public import QuothModel

/// Writes and opens snapshots in memory.
public enum SnapshotInMemory {
  /// The bytes of a file of these sections.
  public static func bytes(of sections: [SectionContent]) -> [UInt8] {
    var bytes: [UInt8] = []
    let head = withUnsafeMutablePointer(to: &bytes) { bytes in
      var writer = SnapshotWriter { bytes.pointee.append(contentsOf: $0) }
      for section in sections { writer.add(section) }
      return writer.finish()
    }
    bytes.replaceSubrange(..<head.count, with: head)
    return bytes
  }

  /// The snapshot of these bytes. One that turns out to be damaged when it is read ends the test.
  public static func open(_ bytes: [UInt8]) throws(SnapshotProblem) -> CorpusSnapshot {
    let copy = UnsafeMutableRawBufferPointer.allocate(byteCount: bytes.count, alignment: 4096)
    copy.copyBytes(from: bytes)
    let place = UInt(bitPattern: copy.baseAddress)
    do throws(SnapshotProblem) {
      return try CorpusSnapshot(
        UnsafeRawBufferPointer(copy),
        release: { UnsafeMutableRawPointer(bitPattern: place)?.deallocate() },
        refuse: { preconditionFailure("a sound snapshot is refused: \($0)") })
    } catch {
      copy.deallocate()
      throw error
    }
  }

  /// A copy of a corpus that is read from a snapshot of it.
  public static func copy(of corpus: Corpus, with more: [SectionContent] = []) throws(SnapshotProblem)
    -> Corpus
  {
    try Corpus(open(bytes(of: corpus.sections + more)))
  }

  /// Bytes that were changed, with the checksums that fit them.
  public static func sealed(_ bytes: [UInt8]) -> [UInt8] {
    var bytes = bytes
    func number(_ place: Int) -> Int {
      bytes.withUnsafeBytes { Int($0.loadUnaligned(fromByteOffset: place, as: Int64.self)) }
    }
    func sum(_ range: Range<Int>) -> UInt64 {
      bytes.withUnsafeBytes { Checksum.of(UnsafeRawBufferPointer(rebasing: $0[range])) }
    }
    func put(_ sum: UInt64, at place: Int) {
      withUnsafeBytes(of: sum) { bytes.replaceSubrange(place..<place + 8, with: $0) }
    }
    let dataEnd = number(24)
    let blocks = (dataEnd - 4096 + 65_535) / 65_536
    for block in 0..<blocks {
      let start = 4096 + block * 65_536
      put(sum(start..<min(start + 65_536, dataEnd)), at: bytes.count - 8 * (blocks - block))
    }
    put(sum(dataEnd..<bytes.count), at: 32)
    put(sum(0..<40), at: 40)
    return bytes
  }
}
