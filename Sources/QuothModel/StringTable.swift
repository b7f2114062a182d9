//! The names and other short strings of a corpus, each stored once.

internal import QuothBasics

/// The number of a string in its corpus.
public struct StringID: Hashable, BitwiseCopyable, Sendable {
  /// Its place among the strings, from 0; -1 for a missing one.
  public let number: Int32

  public init(_ number: Int32) { self.number = number }

  /// Stands for a string that is missing.
  static let missing = StringID(-1)
}

/// Strings by their number.
struct StringTable: Sendable {
  private var store = TextStore()
  private var places = Column<TextPlace>()

  init() {}

  init(_ snapshot: CorpusSnapshot, _ name: SectionName) throws(SnapshotProblem) {
    store = try TextStore(snapshot, name)
    places = Column(try snapshot.rows(name.part("places")))
  }

  func sections(_ name: SectionName) -> [SectionContent] {
    store.sections(name) + [places.section(name.part("places"))]
  }

  var count: Int { places.count }

  subscript(id: StringID) -> String { String(decoding: bytes(id), as: UTF8.self) }

  /// The string, or nil where it is missing.
  func optional(_ id: StringID) -> String? { id == .missing ? nil : self[id] }

  func bytes(_ id: StringID) -> TextBytes { store.bytes(of: places[Int(id.number)]) }

  mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) -> StringID {
    places.append(store.append(bytes))
    return StringID(Int32(places.count - 1))
  }
}

/// Gives strings their numbers while a corpus is built: equal strings get the same.
public struct StringInterner: Sendable {
  private(set) var table = StringTable()
  /// Numbers by hash, -1 where none stands; never more than half full.
  private var slots = [Int32](repeating: -1, count: 1 << 10)

  public init() {}

  /// The strings of a snapshot, to which others join. Throws when one of their sections cannot be used.
  public init(_ snapshot: CorpusSnapshot, _ name: SectionName) throws(SnapshotProblem) {
    table = try StringTable(snapshot, name)
    var size = slots.count
    while size < 2 * table.count { size *= 2 }
    fill(size)
  }

  /// The strings as sections of a snapshot.
  public func sections(_ name: SectionName) -> [SectionContent] { table.sections(name) }

  /// How many strings there are; all numbers are below.
  public var count: Int { table.count }

  /// Whether there is a string of this number.
  public func contains(_ id: StringID) -> Bool { id.number >= 0 && Int(id.number) < count }

  /// The string of a number.
  public subscript(id: StringID) -> String { table[id] }

  /// The number of a string.
  public mutating func intern(_ string: String) -> StringID {
    var string = string
    return string.withUTF8 { intern($0) }
  }

  /// The number of a string, or that of a missing one.
  mutating func intern(_ string: String?) -> StringID { string.map { intern($0) } ?? .missing }

  private mutating func intern(_ bytes: UnsafeBufferPointer<UInt8>) -> StringID {
    let slot = slot(of: bytes)
    if slots[slot] >= 0 { return StringID(slots[slot]) }
    let id = table.append(bytes)
    slots[slot] = id.number
    if 2 * table.count > slots.count { fill(2 * slots.count) }
    return id
  }

  /// The slot that holds the string's number, or will.
  private func slot(of bytes: UnsafeBufferPointer<UInt8>) -> Int {
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: FNV1a.mixed(FNV1a(bytes).value)) & mask
    while slots[slot] >= 0, !isString(slots[slot], bytes) { slot = (slot + 1) & mask }
    return slot
  }

  private func isString(_ number: Int32, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    table.bytes(StringID(number)).withUnsafeBufferPointer { $0.elementsEqual(bytes) }
  }

  private mutating func fill(_ size: Int) {
    slots = [Int32](repeating: -1, count: size)
    for number in 0..<Int32(table.count) {
      table.bytes(StringID(number)).withUnsafeBufferPointer { bytes in
        slots[slot(of: bytes)] = number
      }
    }
  }
}
