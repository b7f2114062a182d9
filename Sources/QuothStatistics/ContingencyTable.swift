//! The two-by-two table that association and keyness are computed from.

/// How often a word stands in a part of a text and in the rest.
///
/// Of collocations the part is the windows around a node, of keywords the target. Cells are named as in Evert,
/// "Corpora and collocations" (2008): rows are the part and the rest, columns the word and all other words.
public struct ContingencyTable: Hashable, Sendable {
  /// Occurrences of the word in the part.
  public let o11: Double
  /// Tokens of the part.
  public let r1: Double
  /// Occurrences of the word in all.
  public let c1: Double
  /// Tokens in all.
  public let n: Double

  public init(o11: Double, r1: Double, c1: Double, n: Double) {
    self.o11 = o11
    self.r1 = r1
    self.c1 = c1
    self.n = n
  }

  /// A table of counts.
  public init(o11: Int, r1: Int, c1: Int, n: Int) {
    self.init(o11: Double(o11), r1: Double(r1), c1: Double(c1), n: Double(n))
  }

  /// Tokens of the rest.
  public var r2: Double { n - r1 }
  /// Occurrences of all other words.
  public var c2: Double { n - c1 }
  /// Occurrences of other words in the part.
  public var o12: Double { r1 - o11 }
  /// Occurrences of the word in the rest.
  public var o21: Double { c1 - o11 }
  /// Occurrences of other words in the rest.
  public var o22: Double { r2 - o21 }

  /// The cells that would be expected if word and part had nothing to do with each other: `Eij = Ri·Cj / N`.
  public var e11: Double { r1 * c1 / n }
  /// Other words expected in the part.
  public var e12: Double { r1 * c2 / n }
  /// Occurrences of the word expected in the rest.
  public var e21: Double { r2 * c1 / n }
  /// Other words expected in the rest.
  public var e22: Double { r2 * c2 / n }

  /// Whether measures of it are unsure: fewer than 5 occurrences, or less than 1 expected.
  public var isSmall: Bool { o11 < 5 || e11 < 1 }
}
