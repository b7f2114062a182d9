//! The folded words of a corpus by number.

internal import QuothBasics
internal import QuothModel

/// Distinct words, numbered in the order they came up.
struct WordTable: Sendable {
  private var bytes: [UInt8] = []
  private var ends: [UInt32] = []
  /// Numbers by hash, -1 where none stands; never more than half full.
  private var slots = [Int32](repeating: -1, count: 1 << 12)
  /// The same as a snapshot keeps it; nothing can be added then.
  private let stored: (bytes: TextBytes, ends: PlainRows<UInt32>, slots: PlainRows<Int32>)?

  init() { stored = nil }

  init(_ snapshot: CorpusSnapshot) throws(SnapshotProblem) {
    let slots: PlainRows<Int32> = try snapshot.rows(.wordSlots)
    let ends: PlainRows<UInt32> = try snapshot.rows(.wordEnds)
    // A power of two with room left, so that every search ends.
    guard slots.count > 0, slots.count & (slots.count - 1) == 0, 2 * ends.count <= slots.count else {
      throw .unsound(section: SectionName.wordSlots.description)
    }
    stored = (try snapshot.rows(.wordBytes), ends, slots)
  }

  var sections: [SectionContent] {
    [SectionContent(.wordBytes, bytes), SectionContent(.wordEnds, ends), SectionContent(.wordSlots, slots)]
  }

  var count: Int { stored?.ends.count ?? ends.count }

  /// The letters of a word.
  subscript(number: Int) -> TextBytes {
    guard let stored else {
      return TextBytes(bytes, (number == 0 ? 0 : Int(ends[number - 1]))..<Int(ends[number]))
    }
    return stored.bytes.rows(
      from: number == 0 ? 0 : Int(stored.ends[number - 1]), to: Int(stored.ends[number]))
  }

  /// The letters of all words, end to end.
  func withLetters<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    guard let stored else { return bytes.withUnsafeBufferPointer(body) }
    return stored.bytes.withUnsafeBufferPointer(body)
  }

  /// Where the letters of a word end among those of all.
  func end(of number: Int) -> Int { Int(stored.map { $0.ends[number] } ?? ends[number]) }

  /// The word to which a letter belongs.
  func number(at letter: Int) -> Int {
    guard let stored else { return ends.firstIndex(notPreceding: { $0 <= letter }) }
    return stored.ends.firstIndex(notPreceding: { $0 <= letter })
  }

  /// The number of a word, or nil when it is not in the table.
  func number(of word: [UInt8]) -> Int? {
    word.withUnsafeBufferPointer { letters in
      let hash = FNV1a(letters).value
      if let stored { return Self.number(of: word, hash, self, stored.slots) }
      let number = slots[slot(of: letters, hash)]
      return number < 0 ? nil : Int(number)
    }
  }

  private static func number(
    of word: [UInt8], _ hash: UInt64, _ words: WordTable, _ slots: PlainRows<Int32>
  ) -> Int? {
    var slot = firstSlot(hash, slots.count)
    for _ in 0..<slots.count {
      let number = slots[slot]
      if number < 0 { return nil }
      if words[Int(number)].elementsEqual(word) { return Int(number) }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }

  private static func firstSlot(_ hash: UInt64, _ slotCount: Int) -> Int {
    Int(truncatingIfNeeded: FNV1a.mixed(hash)) & (slotCount - 1)
  }

  /// The number of a word, which is added if it is new; `hash` is its FNV1a.
  mutating func intern(_ word: UnsafeBufferPointer<UInt8>, hash: UInt64) -> Int {
    let slot = slot(of: word, hash)
    if slots[slot] >= 0 { return Int(slots[slot]) }
    bytes.append(contentsOf: word)
    ends.append(UInt32(bytes.count))
    slots[slot] = Int32(count - 1)
    if 2 * count > slots.count { grow() }
    return count - 1
  }

  /// The number of a word of another table, which is added if it is new.
  mutating func intern(_ word: TextBytes) -> Int {
    word.withUnsafeBufferPointer { intern($0, hash: FNV1a($0).value) }
  }

  private func slot(of word: UnsafeBufferPointer<UInt8>, _ hash: UInt64) -> Int {
    let mask = slots.count - 1
    var slot = Self.firstSlot(hash, slots.count)
    while slots[slot] >= 0, !equals(Int(slots[slot]), word) { slot = (slot + 1) & mask }
    return slot
  }

  private func equals(_ number: Int, _ word: UnsafeBufferPointer<UInt8>) -> Bool {
    let start = number == 0 ? 0 : Int(ends[number - 1])
    guard Int(ends[number]) - start == word.count else { return false }
    return bytes.withUnsafeBufferPointer { bytes in
      for index in 0..<word.count where bytes[start + index] != word[index] { return false }
      return true
    }
  }

  private mutating func grow() {
    slots = [Int32](repeating: -1, count: 2 * slots.count)
    for number in 0..<count {
      self[number].withUnsafeBufferPointer { word in
        slots[slot(of: word, FNV1a(word).value)] = Int32(number)
      }
    }
  }
}
