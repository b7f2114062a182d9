//! Tens of thousands of statements made of the words of the language: none crashes or hangs, what is said of one lies
//! within it, and what is printed of a right one reads the same.

import Foundation
import QuothQuery
import QuothRender
import QuothTestSupport
import Testing

@Suite struct StatementSoupTests {
  private static let context = BindingContext(vocabulary: FakeVocabulary())

  /// `QUOTH_SOUP=1000000` tries more, from another seed.
  private static let count = ProcessInfo.processInfo.environment["QUOTH_SOUP"].flatMap(Int.init) ?? 30_000

  @Test func anyWordsInAnyOrder() {
    var soup = StatementSoup(seed: UInt64(Self.count))
    var (right, wrong) = (0, 0)
    for _ in 0..<Self.count {
      let script = soup.next()
      let text = QueryText(script)
      #expect(FiveWays.tiles(text), "\(script)")
      let parse = QueryLanguage.parse(text)
      let diagnostics = QueryLanguage.check(parse, in: Self.context)
      for diagnostic in diagnostics where !isWithin(diagnostic, text) {
        Issue.record("\(diagnostic) in \(script)")
      }
      if wrong.isMultiple(of: 16) { _ = DiagnosticRenderer(width: 80).render(diagnostics, in: text) }
      guard !parse.hasErrors else {
        wrong += 1
        continue
      }
      right += 1
      let faults = FiveWays.roundTripFaults(of: script) + FiveWays.layoutFaults(of: script)
      #expect(faults.isEmpty, "\(script)")
    }
    #expect(right > Self.count / 20 && wrong > Self.count / 20, "\(right) right, \(wrong) wrong")
  }

  private func isWithin(_ diagnostic: Diagnostic, _ text: QueryText) -> Bool {
    let ranges =
      [diagnostic.range] + diagnostic.suggestions.map(\.range) + diagnostic.alternatives.map(\.range)
    return ranges.allSatisfy { $0.start >= 0 && $0.start <= $0.end && $0.end <= text.bytes.count }
  }
}
