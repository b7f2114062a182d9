//! How unevenly something is shared.

/// Shares of a whole, and how concentrated they are.
public struct Concentration: Hashable, Sendable {
  /// The shares, which sum to 1; empty where there is nothing to share.
  public let shares: [Double]

  /// Amounts that are not above 0 have no share.
  public init(_ amounts: [Double]) {
    let held = amounts.filter { $0 > 0 }
    let total = held.reduce(0, +)
    shares = held.map { $0 / total }
  }

  /// The sum of the squared shares, from 1/n, where n have as much each, to 1, where one has all
  /// (Hirschman 1945; Herfindahl 1950). Competition authorities print it times 10,000. Not a number without shares.
  public var hhi: Double { shares.isEmpty ? .nan : shares.reduce(0) { $0 + $1 * $1 } }

  /// The same from 0, where all have as much, to 1: (H − 1/n) / (1 − 1/n). Not a number with fewer than two shares.
  public var hhiNorm: Double {
    let even = 1 / Double(shares.count)
    return shares.count < 2 ? .nan : (hhi - even) / (1 - even)
  }
}
