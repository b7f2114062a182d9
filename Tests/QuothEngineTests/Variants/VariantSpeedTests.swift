//! How long the search for variants takes. The figures worth telling are those of a release build:
//! `QUOTH_MEASURE=1 swift test -c release -Xswiftc -enable-testing --filter VariantSpeedTests`.

import Foundation
import QuothTestSupport
import Testing

@testable import QuothEngine

@Suite struct VariantSpeedTests {
  /// 100,000 quotations of 15,000 utterances, and some hundred when only the tests run.
  @Test(.timeLimit(.minutes(2))) func manyQuotations() throws {
    let isMeasured = ProcessInfo.processInfo.environment["QUOTH_MEASURE"] != nil
    let count = isMeasured ? 100_000 : 400
    for step in isMeasured ? [4, 2, 1] : [1] {
      var random = SeededRandom(seed: 7)
      let said = GeneratedSpeech.quotations(count / step, utterances: count / step * 3 / 20, using: &random)
      let clock = ContinuousClock()
      var store: WordingStore?
      let reading = clock.measure { store = VariantDesk.store(said) }
      let kept = try #require(store)
      var clusters: [VariantCluster] = []
      let searching = clock.measure {
        clusters = VariantSearch.findings(of: kept, threshold: 0.3)?.clusters ?? []
      }
      let joined = clusters.reduce(0) { $0 + $1.members.count }
      if isMeasured {
        FileHandle.standardError.write(
          Data(
            "\(said.count) quotations: words \(reading), search \(searching), \(clusters.count) clusters, \(joined) joined\n"
              .utf8))
      }
      #expect(clusters.count > count / step / 10)
      #expect(joined > count / step * 85 / 100)
    }
  }

  /// The same words two hundred times are one cluster, and take no longer than other words.
  @Test func manyCopies() {
    let copies = (0..<200).map {
      Said(
        "The new harbour will open its gates before the summer fishing season begins", by: 1, in: Int32($0))
    }
    #expect(VariantDesk.numbers(copies) == [copies.indices.map { Int32($0) }])
  }
}
