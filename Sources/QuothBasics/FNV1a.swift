//! The one hash of bytes that is kept in files and tables, the same on every machine.

/// Fowler, Noll and Vo's hash FNV-1a of 64 bits, built byte by byte (IETF draft-eastlake-fnv).
public struct FNV1a: Sendable {
  @usableFromInline var state: UInt64 = 0xcbf2_9ce4_8422_2325

  @inlinable public init() {}

  /// The hash of these bytes, to which others can be added.
  @inlinable public init(_ bytes: some Sequence<UInt8>) { for byte in bytes { add(byte) } }

  /// Goes on with one byte. The order of bytes counts.
  @inlinable public mutating func add(_ byte: UInt8) {
    state = (state ^ UInt64(byte)) &* 0x0000_0100_0000_01b3
  }

  /// The hash of the bytes so far.
  @inlinable public var value: UInt64 { state }

  /// A hash with its high bits mixed into the low ones, by which tables choose their slots.
  @inlinable public static func mixed(_ value: UInt64) -> UInt64 { value ^ (value >> 29) }
}
