//! Enums as they stand in rows.

/// An enum without payload in one byte, its place among its cases. A byte that names no case is read as the first.
public struct Stored<Value: CaseIterable & BitwiseCopyable & Sendable>: BitwiseCopyable, Sendable {
  let code: UInt8

  /// Stores a case. The enum must fit into one byte.
  public init(_ value: Value) {
    precondition(MemoryLayout<Value>.size == 1, "an enum of few cases takes a byte")
    code = unsafeBitCast(value, to: UInt8.self)
  }

  /// The case at this place.
  init(code: UInt8) { self.code = code }

  /// The case.
  public var value: Value {
    // A byte beyond the cases must not become an enum.
    unsafeBitCast(code < Value.allCases.count ? code : 0, to: Value.self)
  }
}
