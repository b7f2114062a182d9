//! A snapshot in memory: its sections by name, each block checked when something of it is first read.

public import Synchronization

/// The bytes of a snapshot, which mostly are a mapped file.
///
/// Opening checks the head and the table of sections; a block of a section is checked when it is first read, so that
/// opening does not depend on how much there is. Nothing is ever read from a block that was not checked. What is found
/// to be damaged then ends in `refuse`, which does not return: no answer is made of wrong bytes.
public final class CorpusSnapshot: @unchecked Sendable {
  // The bytes never change, and `checked` is atomic.
  @usableFromInline let bytes: UnsafeRawBufferPointer
  private let release: @Sendable () -> Void
  private let refusal: @Sendable (SnapshotProblem) -> Never
  private let sections: [SectionName: SectionEntry]
  private let dataEnd: Int
  /// Where the checksums of the blocks start.
  private let checksums: Int
  private let blockCount: Int
  /// For each block, whether it is known to be whole.
  @usableFromInline let checked: UnsafeMutablePointer<Atomic<UInt8>>

  /// Reads the head and the table of sections. `release` is called when nobody uses the bytes any more, unless this
  /// throws; `refuse` when they turn out to be damaged later. The bytes start at a multiple of 64.
  public init(
    _ bytes: UnsafeRawBufferPointer, release: @escaping @Sendable () -> Void,
    refuse: @escaping @Sendable (SnapshotProblem) -> Never
  ) throws(SnapshotProblem) {
    let head = try SnapshotHead(bytes)
    self.bytes = bytes
    self.release = release
    refusal = refuse
    sections = Dictionary(
      head.entries.map { (SectionName($0.name), $0) }, uniquingKeysWith: { first, _ in first })
    dataEnd = head.dataEnd
    checksums = head.checksums
    blockCount = head.blockCount
    checked = .allocate(capacity: max(1, blockCount))
    for block in 0..<blockCount { (checked + block).initialize(to: Atomic(0)) }
  }

  deinit {
    checked.deinitialize(count: blockCount)
    checked.deallocate()
    release()
  }

  /// The first bytes of every snapshot, of whatever version.
  public static var magic: [UInt8] { SnapshotLayout.magic }

  /// The version of the format that is written, and the only one that is read.
  public static var version: Int { SnapshotLayout.version }

  /// Size in bytes.
  public var byteCount: Int { bytes.count }

  /// The rows of a section. Throws when there is none of this name, or when its rows have another width than `Row`.
  public func rows<Row>(_ name: SectionName, of: Row.Type = Row.self) throws(SnapshotProblem)
    -> PlainRows<Row>
  {
    guard let entry = sections[name] else { throw .missing(section: name.description) }
    guard entry.stride == MemoryLayout<Row>.stride else { throw .unsound(section: entry.name) }
    return PlainRows(MappedRows(snapshot: self, start: entry.start, count: entry.count))
  }

  /// All sections in the order of the file: bytes of a row, and how many rows.
  public var sizes: [(name: String, stride: Int, count: Int)] {
    sections.values.sorted { ($0.start, $0.name) < ($1.start, $1.name) }.map {
      ($0.name, $0.stride, $0.count)
    }
  }

  /// Says that the file cannot be used, and ends there.
  public func refuse(_ problem: SnapshotProblem) -> Never { refusal(problem) }

  /// Ends there when a number that was read from the section around this place leads nowhere.
  @inline(never) @usableFromInline func refuseNumber(at place: Int) -> Never {
    refuse(.unsound(section: section(at: place)))
  }

  // MARK: Checking

  /// Makes sure that these bytes are those that were written.
  @inlinable func check(_ start: Int, _ count: Int) {
    guard count > 0 else { return }
    let first = (start - SnapshotLayout.headSize) >> SnapshotLayout.blockShift
    let last = (start + count - 1 - SnapshotLayout.headSize) >> SnapshotLayout.blockShift
    for block in first...last where checked[block].load(ordering: .relaxed) == 0 { check(block: block) }
  }

  @inline(never) @usableFromInline func check(block: Int) {
    if let problem = problem(ofBlock: block) { refuse(problem) }
    checked[block].store(1, ordering: .relaxed)
  }

  /// Reads every block and compares it with its checksum. Throws the first that is damaged; returns early, without a
  /// verdict, when cancelled.
  public func verify(isCancelled: () -> Bool = { false }) throws(SnapshotProblem) {
    for block in 0..<blockCount where !isCancelled() {
      if let problem = problem(ofBlock: block) { throw problem }
    }
  }

  private func problem(ofBlock block: Int) -> SnapshotProblem? {
    let range = SnapshotLayout.block(block, dataEnd: dataEnd)
    let expected = bytes.loadUnaligned(fromByteOffset: checksums + 8 * block, as: UInt64.self)
    if Checksum.of(UnsafeRawBufferPointer(rebasing: bytes[range])) == expected { return nil }
    return .damaged(section: section(at: range.lowerBound) ?? section(at: range.upperBound - 1))
  }

  private func section(at place: Int) -> String? {
    sections.values.first { $0.range.contains(place) }?.name
  }
}

/// What the head and the tail of a snapshot say.
private struct SnapshotHead {
  let entries: [SectionEntry]
  let dataEnd: Int
  let checksums: Int
  let blockCount: Int

  init(_ bytes: UnsafeRawBufferPointer) throws(SnapshotProblem) {
    guard bytes.count >= SnapshotLayout.magic.count, bytes.starts(with: SnapshotLayout.magic) else {
      throw .foreign
    }
    guard bytes.count >= SnapshotLayout.headSize else {
      throw .length(found: bytes.count, expected: nil)
    }
    func number(_ place: Int) -> Int { Int(bytes.loadUnaligned(fromByteOffset: place, as: Int64.self)) }
    func sum(_ range: Range<Int>) -> Int {
      Int(bitPattern: UInt(Checksum.of(UnsafeRawBufferPointer(rebasing: bytes[range]))))
    }
    // A newer version may have another head altogether.
    guard number(8) == SnapshotLayout.version else {
      throw .version(found: number(8), known: SnapshotLayout.version)
    }
    guard number(40) == sum(0..<40) else { throw .damaged(section: nil) }
    guard number(16) == bytes.count else { throw .length(found: bytes.count, expected: number(16)) }
    guard bytes[SnapshotLayout.fieldsSize..<SnapshotLayout.headSize].allSatisfy({ $0 == 0 }) else {
      throw .damaged(section: nil)
    }
    dataEnd = number(24)
    guard (SnapshotLayout.headSize..<bytes.count - 15).contains(dataEnd),
      number(32) == sum(dataEnd..<bytes.count)
    else { throw .damaged(section: nil) }

    let sectionCount = number(dataEnd)
    guard (0..<4096).contains(sectionCount) else { throw .unsound(section: nil) }
    let blockPlace = dataEnd + 8 + sectionCount * SnapshotLayout.entrySize
    blockCount = SnapshotLayout.blockCount(dataEnd - SnapshotLayout.headSize)
    checksums = blockPlace + 8
    guard checksums + 8 * blockCount == bytes.count, number(blockPlace) == blockCount else {
      throw .unsound(section: nil)
    }
    var entries: [SectionEntry] = []
    for index in 0..<sectionCount {
      let place = dataEnd + 8 + index * SnapshotLayout.entrySize
      let name = String(decoding: bytes[place..<place + SectionName.size].prefix { $0 != 0 }, as: UTF8.self)
      let fields = place + SectionName.size
      let entry = (stride: number(fields), count: number(fields + 8), start: number(fields + 16))
      let size = entry.stride.multipliedReportingOverflow(by: entry.count)
      guard name.utf8.count <= SectionName.size, entry.stride > 0, entry.count >= 0, !size.overflow,
        (SnapshotLayout.headSize...dataEnd).contains(entry.start), size.partialValue <= dataEnd - entry.start,
        entry.start % SnapshotLayout.alignment == 0
      else { throw .unsound(section: nil) }
      entries.append(SectionEntry(name: name, stride: entry.stride, count: entry.count, start: entry.start))
    }
    self.entries = entries
  }
}
