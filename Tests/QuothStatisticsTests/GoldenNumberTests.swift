//! Published figures that every measure has to give.

import QuothStatistics
import Testing

@Suite struct GoldenNumberTests {
  /// The collocate *für*, with the figures of cwb-ccc and the association-measures package.
  @Test(arguments: [
    (AssociationMeasure.loglikelihood, 134.301), (.zscore, 19.4429), (.tscore, 6.11208), (.mi, 3.33902),
    (.mi3, 14.3861), (.dice, 0.0556564), (.logdice, 9.83269), (.logratio, 3.40925), (.chisquared, 373.071),
    (.deltap, 0.0536987), (.simplemaths, 10.6222), (.bic, 122.385),
  ])
  func collocate(_ measure: AssociationMeasure, _ expected: Double) {
    let table = ContingencyTable(o11: 46, r1: 776, c1: 877, n: 149_709)
    #expect(isNear(table.e11, 4.54583))
    #expect(isNear(measure.value(of: table), expected), "\(measure) \(measure.value(of: table))")
  }

  /// The keyword *deswegen*.
  @Test(arguments: [
    (AssociationMeasure.loglikelihood, 41.5308), (.zscore, 5.87452), (.tscore, 3.99183), (.mi, 1.11484),
    (.mi3, 12.6776), (.dice, 0.00265425), (.logdice, 5.44252), (.logratio, 1.96293), (.chisquared, 46.1001),
    (.deltap, 0.000989), (.simplemaths, 3.89006), (.bic, 29.6138),
  ])
  func keyword(_ measure: AssociationMeasure, _ expected: Double) {
    let table = ContingencyTable(o11: 55, r1: 41_351, c1: 92, n: 149_800)
    #expect(isNear(table.e11, 25.3958))
    #expect(isNear(measure.value(of: table), expected, digits: measure == .deltap ? 3e-4 : 5e-6))
  }

  @Test func absenceInTheReferenceIsNoInfinity() {
    let table = ContingencyTable(o11: 12, r1: 1_000, c1: 12, n: 50_000)
    #expect(AssociationMeasure.logratio.value(of: table).isFinite)
    #expect(AssociationMeasure.loglikelihood.value(of: table) > 0)
    let avoided = ContingencyTable(o11: 1, r1: 25_000, c1: 100, n: 50_000)
    #expect(AssociationMeasure.loglikelihood.value(of: avoided) < 0)
  }

  @Test func dispersion() {
    let spread = Dispersion(sizes: [9, 10, 10, 10, 11], occurrences: [1, 2, 3, 4, 5])
    #expect(spread.range == 5)
    #expect(isNear(spread.dp, 0.18))
    #expect(isNear(spread.dpNorm, 0.219512))
    #expect(isNear(spread.juillandD, 0.78515))
    #expect(isNear(spread.carrollD2, 0.937921))
    #expect(isNear(spread.rosengrenS, 0.949816))
  }

  @Test func reducedFrequency() {
    // Evenly spread words keep their frequency, a clump of neighbours counts about once.
    #expect(isNear(Dispersion.averageReducedFrequency(positions: [0, 25, 50, 75], tokens: 100), 4))
    #expect(isNear(Dispersion.averageReducedFrequency(positions: [10, 11, 12, 13], tokens: 100), 1.12))
    #expect(Dispersion.averageReducedFrequency(positions: [], tokens: 100) == 0)
  }

  @Test(arguments: [(0.05, 3.84), (0.01, 6.63), (0.001, 10.83), (0.0001, 15.14)])
  func cutOffs(_ alpha: Double, _ expected: Double) {
    #expect(abs(Significance.criticalValue(alpha) - expected) < 0.006)
  }

  @Test func manyTests() {
    #expect(isNear(Significance.sidak(0.05, tests: 1), 0.05))
    #expect(isNear(Significance.sidak(0.05, tests: 10), 0.00511620))
  }

  private func isNear(_ value: Double, _ expected: Double, digits: Double = 5e-6) -> Bool {
    abs(value - expected) <= abs(expected) * digits + 1e-12
  }
}

@Suite struct ConcentrationTests {
  /// Four firms with 30, 30, 20 and 20 percent: 2,600 of 10,000, the example of the United States' merger guidelines.
  @Test func theExampleOfTheMergerGuidelines() {
    let market = Concentration([30, 30, 20, 20])
    #expect(abs(market.hhi - 0.26) < 1e-12)
    #expect(abs(market.hhiNorm - (0.26 - 0.25) / 0.75) < 1e-12)
  }

  @Test func theEndsOfTheScale() {
    #expect(Concentration([7]).hhi == 1)
    #expect(Concentration([7]).hhiNorm.isNaN)
    #expect(Concentration([1, 1, 1, 1]).hhiNorm == 0)
    #expect(Concentration([0, -1]).hhi.isNaN)
  }
}
