//! Where something stands in a query's text.

/// A half-open range of UTF-8 bytes of query text.
public struct SourceRange: Hashable, Sendable {
  /// The first byte.
  public let start: Int
  /// The byte after the last.
  public let end: Int

  /// An end before the start is taken for the start.
  public init(_ start: Int, _ end: Int) {
    self.start = start
    self.end = max(start, end)
  }

  /// From the start of this range to the end of another.
  public func joined(to other: SourceRange) -> SourceRange {
    SourceRange(min(start, other.start), max(end, other.end))
  }

  /// Whether it is a place between two bytes.
  public var isEmpty: Bool { start == end }
  /// Length in bytes.
  public var length: Int { end - start }
}

/// A line and a column, both counted from 1; columns count characters.
public struct SourcePosition: Hashable, Sendable {
  /// The line, from 1.
  public let line: Int
  /// The column in characters, from 1.
  public let column: Int
}

/// Keeps a range in a syntax node without making it part of the node's equality.
@propertyWrapper
public struct Position: Hashable, Sendable {
  public var wrappedValue: SourceRange

  public init(wrappedValue: SourceRange) { self.wrappedValue = wrappedValue }

  public static func == (left: Position, right: Position) -> Bool { true }
  public func hash(into hasher: inout Hasher) {}
}
