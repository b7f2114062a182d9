//! Where something stands in a query's text.

/// A half-open range of UTF-8 bytes of query text.
public struct SourceRange: Hashable, Sendable {
  public let start: Int
  public let end: Int

  public init(_ start: Int, _ end: Int) {
    self.start = start
    self.end = max(start, end)
  }

  /// From the start of this range to the end of another.
  public func joined(to other: SourceRange) -> SourceRange {
    SourceRange(min(start, other.start), max(end, other.end))
  }

  public var isEmpty: Bool { start == end }
  public var length: Int { end - start }
}

/// A line and a column, both counted from 1; columns count characters.
public struct SourcePosition: Hashable, Sendable {
  public let line: Int
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
