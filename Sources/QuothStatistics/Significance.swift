//! Cut-offs for a log-likelihood ratio, of one word or of many tested at once.

internal import Glibc

/// Levels of significance of G² with one degree of freedom.
public enum Significance {
  /// The level for each of `count` tests that keeps the risk of any false alarm at `alpha` (Šidák 1967).
  public static func sidak(_ alpha: Double, tests count: Int) -> Double {
    1 - pow(1 - alpha, 1 / Double(max(1, count)))
  }

  /// The G² that is exceeded by chance with probability `alpha`; 3.84 for 0.05.
  public static func criticalValue(_ alpha: Double) -> Double {
    // P(χ²₁ > x) = erfc(√(x/2)) falls in x: halve until the doubles meet.
    var (low, high) = (0.0, 1_000.0)
    for _ in 0..<200 {
      let middle = (low + high) / 2
      if erfc((middle / 2).squareRoot()) > alpha { low = middle } else { high = middle }
    }
    return (low + high) / 2
  }
}
