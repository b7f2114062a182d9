//! A stretch of an article's text.

/// A half-open range of UTF-8 byte offsets within one article's text.
public struct TextRange: Hashable, BitwiseCopyable, Sendable {
  public let lower: UInt32
  public let upper: UInt32

  @inlinable public init(_ lower: Int, _ upper: Int) {
    precondition(lower <= upper, "a text range runs forwards")
    self.lower = UInt32(lower)
    self.upper = UInt32(upper)
  }

  @inlinable public var start: Int { Int(lower) }
  @inlinable public var end: Int { Int(upper) }
  /// Length in bytes.
  @inlinable public var count: Int { Int(upper - lower) }
  @inlinable public var isEmpty: Bool { lower == upper }
  @inlinable public func contains(_ offset: Int) -> Bool { start <= offset && offset < end }
  @inlinable public func contains(_ other: TextRange) -> Bool { lower <= other.lower && other.upper <= upper }
  @inlinable public func overlaps(_ other: TextRange) -> Bool { lower < other.upper && other.lower < upper }
}
