//! Rows of fixed width, kept so that a corpus can grow without being copied.

/// A growing array of rows in chunks. Growing moves no row, and at most one chunk stays partly empty.
///
/// The first rows may be those of a snapshot, read where they lie; once one of them is to be another, its chunk is a
/// copy.
struct Column<Row: BitwiseCopyable & Sendable>: Sendable {
  private static var shift: Int { 12 }
  private static var size: Int { 1 << shift }
  private static var mask: Int { size - 1 }

  private let mapped: PlainRows<Row>?
  private var chunks: [[Row]] = []
  /// What stands for chunks of the snapshot; empty where nothing does, and empty chunks where nothing does yet.
  private var copies: [[Row]] = []
  private(set) var count: Int

  init() {
    mapped = nil
    count = 0
  }

  init(_ mapped: PlainRows<Row>) {
    self.mapped = mapped
    count = mapped.count
  }

  subscript(index: Int) -> Row {
    get {
      guard let mapped else { return chunks[index >> Self.shift][index & Self.mask] }
      if index < mapped.count || index >= count {
        if copies.isEmpty { return mapped[index] }
        let copy = copies[index >> Self.shift]
        return copy.isEmpty ? mapped[index] : copy[index & Self.mask]
      }
      let grown = index - mapped.count
      return chunks[grown >> Self.shift][grown & Self.mask]
    }
    set {
      guard let mapped, index < mapped.count else {
        let grown = index - (mapped?.count ?? 0)
        chunks[grown >> Self.shift][grown & Self.mask] = newValue
        return
      }
      let chunk = index >> Self.shift
      if copies.isEmpty {
        copies = Array(repeating: [], count: (mapped.count + Self.mask) >> Self.shift)
      }
      if copies[chunk].isEmpty { copies[chunk] = Array(mapped[Self.range(of: chunk, in: mapped)]) }
      copies[chunk][index & Self.mask] = newValue
    }
  }

  private static func range(of chunk: Int, in mapped: PlainRows<Row>) -> Range<Int> {
    chunk << shift..<min((chunk + 1) << shift, mapped.count)
  }

  mutating func append(_ row: Row) {
    let grown = count - (mapped?.count ?? 0)
    if grown & Self.mask == 0 {
      chunks.append([])
      // A small corpus fills one chunk in part, and need not pay for all of it.
      if grown > 0 { chunks[chunks.count - 1].reserveCapacity(Self.size) }
    }
    chunks[chunks.count - 1].append(row)
    count += 1
  }

  /// Calls back with each row and its number. Much sooner done than asking for one row after the other.
  func forEachRow(_ body: (Int, Row) -> Void) {
    var number = 0
    forEachStretch { rows in
      for row in rows {
        body(number, row)
        number += 1
      }
    }
  }

  /// Puts other rows in the place of some: `body` gives what a row is to be, and nil where it stays.
  mutating func replaceRows(_ body: (Int, Row) -> Row?) {
    var changed: [(Int, Row)] = []
    forEachRow { number, row in if let new = body(number, row) { changed.append((number, new)) } }
    for (number, row) in changed { self[number] = row }
  }

  /// Calls back with rows that lie end to end, until all had their turn.
  private func forEachStretch(_ body: (UnsafeBufferPointer<Row>) -> Void) {
    if let mapped, copies.isEmpty { mapped.withUnsafeBufferPointer(body) }
    for (chunk, copy) in copies.enumerated() {
      if let mapped, copy.isEmpty {
        mapped[Self.range(of: chunk, in: mapped)].withUnsafeBufferPointer(body)
      } else {
        copy.withUnsafeBufferPointer(body)
      }
    }
    for chunk in chunks { chunk.withUnsafeBufferPointer(body) }
  }

  /// Ends the use of a snapshot whose numbers lead nowhere; elsewhere such a number is a fault of ours.
  func refuse() -> Never {
    if let mapped { mapped.refuse() }
    preconditionFailure("a number leads to a row")
  }

  /// The rows as a section of a snapshot.
  func section(_ name: SectionName) -> SectionContent {
    SectionContent(name, stride: MemoryLayout<Row>.stride, count: count) { body in
      forEachStretch { body(UnsafeRawBufferPointer($0)) }
    }
  }
}

/// What a few rows of a table have no room for, with the number of each.
protocol ExtraRow: BitwiseCopyable, Sendable {
  var number: UInt32 { get }
}

extension Column where Row: ExtraRow {
  /// The extra row of a row. There must be one.
  func extra(of number: Int) -> Row {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if self[middle].number < number { low = middle + 1 } else { high = middle }
    }
    guard low < count, self[low].number == number else { refuse() }
    return self[low]
  }
}
