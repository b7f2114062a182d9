//! How evenly something is spread over the parts of a corpus.

internal import Glibc

/// Occurrences over parts of a corpus, and the measures of their spread.
///
/// The names and the worked example are those of Gries, "Dispersions and adjusted frequencies in corpora" (2008).
public struct Dispersion: Hashable, Sendable {
  /// Tokens of each part; parts without any are left out.
  public let sizes: [Double]
  /// Occurrences in each part.
  public let occurrences: [Double]

  /// `sizes` and `occurrences` are of equal length.
  public init(sizes: [Int], occurrences: [Int]) {
    let parts = zip(sizes, occurrences).filter { $0.0 > 0 }
    self.sizes = parts.map { Double($0.0) }
    self.occurrences = parts.map { Double($0.1) }
  }

  private var total: Double { sizes.reduce(0, +) }
  private var frequency: Double { occurrences.reduce(0, +) }
  private var sizeShares: [Double] { sizes.map { $0 / total } }
  private var occurrenceShares: [Double] { occurrences.map { $0 / frequency } }
  /// Occurrences per token of each part.
  private var rates: [Double] { zip(occurrences, sizes).map { $0 / $1 } }

  /// Parts with at least one occurrence.
  public var range: Int { occurrences.count { $0 > 0 } }

  /// Deviation of proportions: 0 where evenly spread, near 1 where all stands in one small part (Gries 2008).
  public var dp: Double { zip(occurrenceShares, sizeShares).reduce(0) { $0 + abs($1.0 - $1.1) } / 2 }

  /// DP over its greatest possible value (Lijffijt and Gries 2012).
  public var dpNorm: Double { dp / (1 - (sizeShares.min() ?? 0)) }

  /// 1 where evenly spread, 0 where all stands in one part (Juilland and Chang-Rodríguez 1964).
  public var juillandD: Double {
    let count = Double(rates.count)
    let mean = rates.reduce(0, +) / count
    let variance = rates.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / count
    return 1 - variance.squareRoot() / mean / (count - 1).squareRoot()
  }

  /// The entropy of the rates over its greatest value (Carroll 1970).
  public var carrollD2: Double {
    let sum = rates.reduce(0, +)
    let entropy = rates.reduce(0) { $1 > 0 ? $0 - $1 / sum * log2($1 / sum) : $0 }
    return entropy / log2(Double(rates.count))
  }

  /// 1 where evenly spread (Rosengren 1971).
  public var rosengrenS: Double {
    let root = zip(sizeShares, occurrences).reduce(0) { $0 + ($1.0 * $1.1).squareRoot() }
    return root * root / frequency
  }

  /// Average reduced frequency: how often a word would have to occur, evenly spread, to leave such distances (Savický
  /// and Hlaváčová 2002). `positions` are those of its occurrences in order, among `count` tokens read as a ring.
  public static func averageReducedFrequency(positions: [Int], tokens count: Int) -> Double {
    guard let first = positions.first, let last = positions.last else { return 0 }
    let even = Double(count) / Double(positions.count)
    var sum = min(Double(first + count - last), even)
    for (left, right) in zip(positions, positions.dropFirst()) { sum += min(Double(right - left), even) }
    return sum / even
  }
}
