//! Rows of fixed width that stand end to end, in an array or in a snapshot.

/// Rows of a snapshot, read where they lie.
@usableFromInline struct MappedRows<Row: BitwiseCopyable & Sendable>: Sendable {
  @usableFromInline let snapshot: CorpusSnapshot
  /// Where the first row starts.
  @usableFromInline let start: Int
  @usableFromInline let count: Int

  @usableFromInline init(snapshot: CorpusSnapshot, start: Int, count: Int) {
    self.snapshot = snapshot
    self.start = start
    self.count = count
  }

  @inlinable func row(_ index: Int) -> Row {
    guard index >= 0, index < count else { snapshot.refuseNumber(at: start) }
    let place = start + index * MemoryLayout<Row>.stride
    snapshot.check(place, MemoryLayout<Row>.stride)
    return snapshot.bytes.load(fromByteOffset: place, as: Row.self)
  }

  /// The rows of a range in memory, all of them checked.
  @inlinable func buffer(_ range: Range<Int>) -> UnsafeBufferPointer<Row> {
    guard range.lowerBound >= 0, range.upperBound <= count else { snapshot.refuseNumber(at: start) }
    let place = start + range.lowerBound * MemoryLayout<Row>.stride
    snapshot.check(place, range.count * MemoryLayout<Row>.stride)
    let bytes = UnsafeRawBufferPointer(
      rebasing: snapshot.bytes[place..<place + range.count * MemoryLayout<Row>.stride])
    return bytes.assumingMemoryBound(to: Row.self)
  }
}

/// Rows that cannot change. They keep alive what they lie in; a slice has the indices of the whole.
public struct PlainRows<Row: BitwiseCopyable & Sendable>: RandomAccessCollection, Sendable {
  @usableFromInline enum Storage: Sendable {
    case array([Row])
    case mapped(MappedRows<Row>)
  }

  @usableFromInline let storage: Storage
  public let indices: Range<Int>

  @inlinable init(_ storage: Storage, _ indices: Range<Int>) {
    self.storage = storage
    self.indices = indices
  }

  @usableFromInline init(_ rows: MappedRows<Row>) { self.init(.mapped(rows), 0..<rows.count) }

  /// All rows of an array.
  @inlinable public init(_ rows: [Row]) { self.init(.array(rows), rows.indices) }
  /// A part of an array.
  @inlinable public init(_ rows: [Row], _ range: Range<Int>) { self.init(.array(rows), range) }

  @inlinable public var startIndex: Int { indices.lowerBound }
  @inlinable public var endIndex: Int { indices.upperBound }

  @inlinable public subscript(index: Int) -> Row {
    switch storage {
    case .array(let rows): return rows[index]
    case .mapped(let rows): return rows.row(index)
    }
  }

  @inlinable public subscript(range: Range<Int>) -> PlainRows {
    guard indices.lowerBound <= range.lowerBound, range.upperBound <= indices.upperBound else { refuse() }
    return PlainRows(storage, range)
  }

  /// The rows between two numbers that were read as well, which need not be in order.
  @inlinable public func rows(from first: Int, to end: Int) -> PlainRows {
    guard indices.lowerBound <= first, first <= end, end <= indices.upperBound else { refuse() }
    return PlainRows(storage, first..<end)
  }

  /// The rows in memory, end to end.
  @inlinable public func withUnsafeBufferPointer<Result>(
    _ body: (UnsafeBufferPointer<Row>) throws -> Result
  ) rethrows -> Result {
    switch storage {
    case .array(let rows):
      return try rows.withUnsafeBufferPointer { try body(UnsafeBufferPointer(rebasing: $0[indices])) }
    case .mapped(let rows):
      return try withExtendedLifetime(rows.snapshot) { try body(rows.buffer(indices)) }
    }
  }

  @inlinable public func withContiguousStorageIfAvailable<Result>(
    _ body: (UnsafeBufferPointer<Row>) throws -> Result
  ) rethrows -> Result? { try withUnsafeBufferPointer(body) }

  /// Ends the use of a snapshot whose numbers lead nowhere; elsewhere such a number is a fault of ours.
  @inline(never) @usableFromInline func refuse() -> Never {
    switch storage {
    case .array: preconditionFailure("a range lies within its rows")
    case .mapped(let rows): rows.snapshot.refuseNumber(at: rows.start)
    }
  }
}

/// The bytes of a text, or of a part of it.
public typealias TextBytes = PlainRows<UInt8>
