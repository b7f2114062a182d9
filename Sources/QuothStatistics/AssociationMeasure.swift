//! Measures of association and of keyness, by their standard names.

internal import Glibc

/// How strongly a word goes with a part of a text.
public enum AssociationMeasure: String, CaseIterable, Hashable, Sendable {
  case mi, mi3, zscore, tscore, loglikelihood, dice, logdice, logratio, chisquared, simplemaths, bic, deltap

  /// The formula that is computed, as it is printed beside results.
  public var formula: String {
    switch self {
    case .mi: "log2(O11 / E11)"
    case .mi3: "3·log2 O11 − log2 E11"
    case .zscore: "(O11 − E11) / √E11"
    case .tscore: "(O11 − E11) / √O11"
    case .loglikelihood: "2·Σ Oij·ln(Oij / Eij) over four cells, signed by O11 − E11"
    case .dice: "2·O11 / (R1 + C1)"
    case .logdice: "14 + log2(2·O11 / (R1 + C1))"
    case .logratio: "log2((O11 / R1) / (O21 / R2)), O21 = 0 taken as 0.5"
    case .chisquared:
      "N·(|O11·O22 − O12·O21| − N/2)² / (R1·R2·C1·C2), with Yates' correction, signed by O11 − E11"
    case .simplemaths: "(10⁶·O11/R1 + 1) / (10⁶·O21/R2 + 1)"
    case .bic: "log-likelihood (signed) − ln N"
    case .deltap: "O11/R1 − O21/R2"
    }
  }

  /// Where the measure comes from.
  public var reference: String {
    switch self {
    case .mi: "Church and Hanks 1990"
    case .mi3: "Daille 1994"
    case .zscore: "Dennis 1965; Berry-Rogghe 1973"
    case .tscore: "Church, Gale, Hanks and Hindle 1991"
    case .loglikelihood: "Dunning 1993"
    case .dice: "Dice 1945; Smadja, McKeown and Hatzivassiloglou 1996"
    case .logdice: "Rychlý 2008"
    case .logratio: "Hardie 2014"
    case .chisquared: "Pearson 1900; Yates 1934"
    case .simplemaths: "Kilgarriff 2009"
    case .bic: "Wilson 2013"
    case .deltap: "Gries 2013"
    }
  }

  /// The measure of a table. Not a number where the formula divides by nothing, as for a word that stands nowhere.
  public func value(of table: ContingencyTable) -> Double {
    switch self {
    case .mi: log2(table.o11 / table.e11)
    case .mi3: 3 * log2(table.o11) - log2(table.e11)
    case .zscore: (table.o11 - table.e11) / table.e11.squareRoot()
    case .tscore: (table.o11 - table.e11) / table.o11.squareRoot()
    case .loglikelihood: Self.signedLogLikelihood(table)
    case .dice: 2 * table.o11 / (table.r1 + table.c1)
    case .logdice: 14 + log2(2 * table.o11 / (table.r1 + table.c1))
    case .logratio: log2((table.o11 / table.r1) / ((table.o21 == 0 ? 0.5 : table.o21) / table.r2))
    case .chisquared: table.o11 < table.e11 ? -Self.chiSquared(table) : Self.chiSquared(table)
    case .simplemaths: (1e6 * table.o11 / table.r1 + 1) / (1e6 * table.o21 / table.r2 + 1)
    case .bic: Self.signedLogLikelihood(table) - log(table.n)
    case .deltap: table.o11 / table.r1 - table.o21 / table.r2
    }
  }

  private static func signedLogLikelihood(_ table: ContingencyTable) -> Double {
    let value = logLikelihood(table)
    return table.o11 < table.e11 ? -value : value
  }

  /// G² over four cells; `0·ln 0` is 0.
  private static func logLikelihood(_ table: ContingencyTable) -> Double {
    func cell(_ observed: Double, _ expected: Double) -> Double {
      observed > 0 ? observed * log(observed / expected) : 0
    }
    return 2
      * (cell(table.o11, table.e11) + cell(table.o12, table.e12) + cell(table.o21, table.e21)
        + cell(table.o22, table.e22))
  }

  private static func chiSquared(_ table: ContingencyTable) -> Double {
    let difference = max(0, abs(table.o11 * table.o22 - table.o12 * table.o21) - table.n / 2)
    return table.n * difference * difference / (table.r1 * table.r2 * table.c1 * table.c2)
  }
}
