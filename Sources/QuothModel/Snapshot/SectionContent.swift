//! What is to be written to a snapshot.

/// The name of a section: at most 24 ASCII letters.
public struct SectionName: Hashable, Sendable, ExpressibleByStringLiteral, CustomStringConvertible {
  static let size = 24

  /// The name as it is written to the file.
  public let description: String

  public init(stringLiteral name: String) { self.init(name) }

  init(_ name: String) {
    precondition(name.utf8.count <= Self.size, "the name of a section is short")
    description = name
  }

  /// The name of a part of what this section keeps.
  public func part(_ name: String) -> SectionName { SectionName("\(description).\(name)") }
}

/// Rows of fixed width under a name. The bytes come in pieces, so that nothing is copied for writing.
public struct SectionContent {
  /// What the section is looked up by.
  public let name: SectionName
  /// Bytes of a row.
  public let stride: Int
  /// How many rows there are.
  public let count: Int
  /// Calls back with the bytes, piece by piece.
  public let forEachPiece: ((UnsafeRawBufferPointer) -> Void) -> Void

  init(
    _ name: SectionName, stride: Int, count: Int,
    _ forEachPiece: @escaping ((UnsafeRawBufferPointer) -> Void) -> Void
  ) {
    self.name = name
    self.stride = stride
    self.count = count
    self.forEachPiece = forEachPiece
  }

  /// A section of the rows of an array.
  public init<Row: BitwiseCopyable & Sendable>(_ name: SectionName, _ rows: [Row]) {
    self.init(name, stride: MemoryLayout<Row>.stride, count: rows.count) { body in
      rows.withUnsafeBytes(body)
    }
  }

  /// A section of rows, wherever they lie.
  public init<Row: BitwiseCopyable & Sendable>(_ name: SectionName, _ rows: PlainRows<Row>) {
    self.init(name, stride: MemoryLayout<Row>.stride, count: rows.count) { body in
      rows.withUnsafeBufferPointer { body(UnsafeRawBufferPointer($0)) }
    }
  }
}
