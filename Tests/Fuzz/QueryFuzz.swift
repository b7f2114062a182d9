//! Any bytes as a script: parsed, printed, laid out, bound, planned, run and completed.

import QuothEngine
import QuothModel
import QuothQuery
import QuothTestSupport
import Synchronization

enum QueryFuzz {
  private static let engine = InMemoryEngine(TinyCorpus.visit)

  static func check(_ bytes: [UInt8]) {
    let text = QueryText(bytes: bytes)
    guard FiveWays.tiles(text) else { fatalError("tokens do not tile") }
    let context = BindingContext(vocabulary: engine.vocabulary)
    _ = Completion.candidates(in: text, at: bytes.count, context: context)
    let parse = QueryLanguage.parse(text)
    _ = QueryLanguage.check(parse, in: context)
    // Broken UTF-8 is repaired where it is printed: what is printed is then another text.
    guard !parse.hasErrors, let script = String(validating: bytes, as: UTF8.self) else { return }
    let faults = FiveWays.roundTripFaults(of: script) + FiveWays.layoutFaults(of: script)
    guard faults.isEmpty else { fatalError(faults.joined(separator: "\n")) }
    run(script)
  }

  /// Ended when it is asked too often: long scripts are no fault.
  private static func run(_ script: String) {
    let asked = Mutex(0)
    let limits = ExecutionLimits {
      asked.withLock {
        $0 += 1
        return $0 > 10_000
      }
    }
    var desk = QueryDesk(engine, vocabulary: engine.vocabulary, limits: limits)
    _ = try? desk.answers(to: script)
  }
}
