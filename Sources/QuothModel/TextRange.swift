//! A stretch of an article's text.

/// A half-open range of UTF-8 byte offsets within one article's text.
public struct TextRange: Hashable, BitwiseCopyable, Sendable {
  /// The first byte.
  public let lower: UInt32
  /// The byte after the last.
  public let upper: UInt32

  /// The bytes from the first offset up to, and without, the second, which may not be less.
  @inlinable public init(_ lower: Int, _ upper: Int) {
    precondition(lower <= upper, "a text range runs forwards")
    self.lower = UInt32(lower)
    self.upper = UInt32(upper)
  }

  /// The first byte, as an index.
  @inlinable public var start: Int { Int(lower) }
  /// The byte after the last, as an index.
  @inlinable public var end: Int { Int(upper) }
  /// Length in bytes.
  @inlinable public var count: Int { Int(upper - lower) }
  /// Whether it holds no byte.
  @inlinable public var isEmpty: Bool { lower == upper }
  /// Whether the byte at an offset is in it.
  @inlinable public func contains(_ offset: Int) -> Bool { start <= offset && offset < end }
  /// Whether no byte of the other lies outside.
  @inlinable public func contains(_ other: TextRange) -> Bool { lower <= other.lower && other.upper <= upper }
  /// Whether both have a byte in common.
  @inlinable public func overlaps(_ other: TextRange) -> Bool { lower < other.upper && other.lower < upper }
}
