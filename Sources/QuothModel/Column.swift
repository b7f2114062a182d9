//! Rows of fixed width, kept so that a corpus can grow without being copied.

/// A growing array of rows in chunks. Growing moves no row, and at most one chunk stays partly empty.
///
/// The first rows may be those of a snapshot, read where they lie; one that is to be another stands beside them.
struct Column<Row: BitwiseCopyable & Sendable>: Sendable {
  private static var shift: Int { 12 }
  private static var mask: Int { (1 << shift) - 1 }

  private let mapped: PlainRows<Row>?
  private var chunks: [[Row]] = []
  /// What stands for rows of the snapshot, by their numbers.
  private var replaced: [Int: Row] = [:]
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
        return replaced.isEmpty ? mapped[index] : replaced[index] ?? mapped[index]
      }
      let grown = index - mapped.count
      return chunks[grown >> Self.shift][grown & Self.mask]
    }
    set {
      let grown = index - (mapped?.count ?? 0)
      if grown < 0 {
        replaced[index] = newValue
      } else {
        chunks[grown >> Self.shift][grown & Self.mask] = newValue
      }
    }
  }

  mutating func append(_ row: Row) {
    let grown = count - (mapped?.count ?? 0)
    if grown & Self.mask == 0 {
      chunks.append([])
      // A small corpus fills one chunk in part, and need not pay for all of it.
      if grown > 0 { chunks[chunks.count - 1].reserveCapacity(1 << Self.shift) }
    }
    chunks[chunks.count - 1].append(row)
    count += 1
  }

  /// Calls back with each row and its number. Much sooner done than asking for one row after the other.
  func forEachRow(_ body: (Int, Row) -> Void) {
    var number = 0
    mapped?.withUnsafeBufferPointer { rows in
      for row in rows {
        body(number, replaced.isEmpty ? row : replaced[number] ?? row)
        number += 1
      }
    }
    for chunk in chunks {
      for row in chunk {
        body(number, row)
        number += 1
      }
    }
  }

  /// Ends the use of a snapshot whose numbers lead nowhere; elsewhere such a number is a fault of ours.
  func refuse() -> Never {
    if let mapped { mapped.refuse() }
    preconditionFailure("a number leads to a row")
  }

  /// The rows as a section of a snapshot.
  func section(_ name: SectionName) -> SectionContent {
    SectionContent(name, stride: MemoryLayout<Row>.stride, count: count) { body in
      if replaced.isEmpty {
        mapped?.withUnsafeBufferPointer { body(UnsafeRawBufferPointer($0)) }
      } else {
        (0..<(mapped?.count ?? 0)).map { self[$0] }.withUnsafeBytes(body)
      }
      for chunk in chunks { chunk.withUnsafeBytes(body) }
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
