//! How long the way from text to plan takes. It prints, for `swift test -c release`; limits are for the release build.

import Foundation
import QuothQuery
import QuothTestSupport
import Testing

@Suite struct LadderSpeedTests {
  /// A query of some two hundred characters.
  static let query =
    "quotes by Raisi or Khamenei about sanctions in Tasnim where words > 5 and date between 2023-06 and 2023-12 "
    + "and text contains \"sanction* NEAR/5 cuba\" and not topic = solidarity sort by date desc, words limit 20"

  @Test(.enabled(if: ProcessInfo.processInfo.environment["QUOTH_MEASURE"] != nil))
  func parsingAndBinding() throws {
    let context = BindingContext(vocabulary: FakeVocabulary())
    let rounds = 2_000
    var bound = 0
    let clock = ContinuousClock()
    let times = (0..<5).map { _ in
      clock.measure {
        for _ in 0..<rounds {
          let parse = QueryLanguage.parse(Self.query)
          for statement in parse.script.statements {
            guard let pipeline = statement.pipeline else { continue }
            if let query = QueryLanguage.bind(pipeline, in: context).query {
              bound += query.steps.count
            }
          }
        }
      }
    }
    let best = try #require(times.min()) / rounds
    print("parse and bind of \(Self.query.utf8.count) characters: \(best)")
    #expect(bound == 5 * rounds * 9)
  }
}
