//! How a snapshot lies in its file.

/// The layout: a head of one page, sections that start at multiples of 64, and a tail with the table of sections and
/// the checksums of all blocks before it. Numbers are little-endian, as on every machine that quoth runs on.
///
/// The head: magic (8 bytes), version (8), length of the file (8), where the tail starts (8), checksum of the tail (8),
/// checksum of the five fields before (8). The tail: number of sections, then for each its name (24), width and number
/// of its rows and where it starts (8 each); number of blocks, then the checksum of each.
@usableFromInline enum SnapshotLayout {
  /// Whenever a row changes its fields, or an enum its cases.
  static let version = 3
  /// The first byte is no text, and the last two break when line ends are changed on the way.
  static let magic: [UInt8] = [0x89] + Array("QUOTH".utf8) + [0x0D, 0x0A]
  @usableFromInline static let headSize = 4096
  /// Bytes of the head that mean something.
  static let fieldsSize = 48
  /// A block is a page of memory: a phrase that stands in a few thousand places has few more bytes checked than read.
  @usableFromInline static let blockShift = 12
  static let alignment = 64
  static let entrySize = SectionName.size + 24

  static func blockCount(_ dataSize: Int) -> Int { (dataSize + (1 << blockShift) - 1) >> blockShift }

  /// The bytes of a block, as offsets in the file.
  static func block(_ number: Int, dataEnd: Int) -> Range<Int> {
    let start = headSize + number << blockShift
    return start..<min(start + 1 << blockShift, dataEnd)
  }
}

/// A section as the table names it.
struct SectionEntry: Hashable {
  let name: String
  let stride: Int
  let count: Int
  let start: Int

  var range: Range<Int> { start..<start + stride * count }
}

/// Makes the bytes around the sections, as these are written one after the other.
public struct SnapshotWriter {
  /// Sections start at multiples of this many bytes.
  private var entries: [SectionEntry] = []
  private var place = SnapshotLayout.headSize
  private var checksums: [UInt64] = []
  private var block: [UInt8] = []
  private let write: (UnsafeRawBufferPointer) -> Void

  /// `write` takes the bytes in order, first those of an empty head; see `finish`.
  public init(_ write: @escaping (UnsafeRawBufferPointer) -> Void) {
    self.write = write
    block.reserveCapacity(1 << SnapshotLayout.blockShift)
    [UInt8](repeating: 0, count: SnapshotLayout.headSize).withUnsafeBytes(write)
  }

  /// Writes a section.
  public mutating func add(_ section: SectionContent) {
    let gap = -place & (SnapshotLayout.alignment - 1)
    [UInt8](repeating: 0, count: gap).withUnsafeBytes { append($0) }
    let start = place
    section.forEachPiece { append($0) }
    precondition(place == start + section.stride * section.count, "a section has the size that it tells")
    entries.append(
      SectionEntry(name: section.name.description, stride: section.stride, count: section.count, start: start)
    )
  }

  /// Writes what ends the file. Returns the bytes that belong at its start, in place of the empty head.
  public mutating func finish() -> [UInt8] {
    endBlock()
    var tail = ByteWriter()
    tail.add(entries.count)
    for entry in entries {
      tail.bytes += Array(entry.name.utf8)
      tail.bytes += [UInt8](repeating: 0, count: SectionName.size - entry.name.utf8.count)
      tail.add(entry.stride)
      tail.add(entry.count)
      tail.add(entry.start)
    }
    tail.add(checksums.count)
    for checksum in checksums { tail.add(Int(bitPattern: UInt(checksum))) }
    tail.bytes.withUnsafeBytes(write)
    var head = ByteWriter()
    head.bytes = SnapshotLayout.magic
    head.add(SnapshotLayout.version)
    head.add(place + tail.bytes.count)
    head.add(place)
    head.add(Int(bitPattern: UInt(tail.bytes.withUnsafeBytes(Checksum.of))))
    head.add(Int(bitPattern: UInt(head.bytes.withUnsafeBytes(Checksum.of))))
    return head.bytes
  }

  private mutating func append(_ piece: UnsafeRawBufferPointer) {
    var rest = piece[...]
    while !rest.isEmpty {
      let room = 1 << SnapshotLayout.blockShift - block.count
      block.append(contentsOf: rest.prefix(room))
      rest = rest.dropFirst(room)
      if block.count == 1 << SnapshotLayout.blockShift { endBlock() }
    }
    place += piece.count
  }

  private mutating func endBlock() {
    guard !block.isEmpty else { return }
    block.withUnsafeBytes { bytes in
      checksums.append(Checksum.of(bytes))
      write(bytes)
    }
    block.removeAll(keepingCapacity: true)
  }
}

/// Numbers as bytes.
private struct ByteWriter {
  var bytes: [UInt8] = []

  mutating func add(_ number: Int) {
    withUnsafeBytes(of: Int64(number).littleEndian) { bytes.append(contentsOf: $0) }
  }
}
