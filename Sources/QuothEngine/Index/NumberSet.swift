//! A set of small numbers as bits.

/// Numbers below a limit, one bit each.
struct NumberSet: Sendable {
  private var words: [UInt64]
  let limit: Int

  /// The empty set of numbers below `limit`.
  init(limit: Int) {
    self.limit = limit
    words = [UInt64](repeating: 0, count: (limit + 63) / 64)
  }

  mutating func insert(_ number: Int) { words[number >> 6] |= 1 << UInt64(number & 63) }

  func contains(_ number: Int) -> Bool { words[number >> 6] >> UInt64(number & 63) & 1 == 1 }
}
