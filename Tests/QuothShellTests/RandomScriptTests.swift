//! Random scripts on the seeds: nothing crashes, hangs or contradicts itself, right or wrong.

import QuothEngine
import QuothModel
import QuothQuery
import QuothRender
import QuothTestSupport
import Synchronization
import Testing

@testable import QuothShell

@Suite struct RandomScriptTests {
  @Test func scriptsOfTheGrammarGoThroughAllRungs() throws {
    let corpus = try #require(Seeds.loaded.corpus)
    let engine = InMemoryEngine(corpus)
    var generator = QueryGenerator(seed: 20_231_204, vocabulary: engine.vocabulary)
    var (right, wrong, rows) = (0, 0, 0)
    for round in 0..<600 {
      let script = generator.script()
      // Mutants take most of the time.
      let faults =
        round % 6 == 0
        ? FiveWays.faults(of: script, vocabulary: engine.vocabulary) : FiveWays.layoutFaults(of: script)
      #expect(faults == [], "\(script)")
      // Ended when it is asked too often: no random script may take for ever.
      let asked = Mutex(0)
      let limits = ExecutionLimits {
        asked.withLock {
          $0 += 1
          return $0 > 100_000
        }
      }
      var desk = QueryDesk(engine, vocabulary: engine.vocabulary, limits: limits)
      do {
        let answers = try desk.answers(to: script)
        for answer in answers {
          rows += answer.rows.count
          for format in OutputFormat.allCases {
            var text = ""
            ResultRenderer(format: format).render(answer) { text += $0 }
            #expect(!text.contains("\u{1B}"))
          }
        }
        right += 1
      } catch {
        #expect(error as? ExecutionError != .cancelled, "\(script)")
        wrong += 1
      }
    }
    #expect(right > 150 && wrong > 80 && rows > 2_000, "\(right) \(wrong) \(rows)")
  }

  /// The shell itself, with all its messages; statements that write files or leave are taken out.
  @Test func sessionsTakeAnyScript() throws {
    let (session, buffer) = try Seeds.session(columns: 80)
    let corpus = try #require(Seeds.loaded.corpus)
    var generator = QueryGenerator(seed: 7, vocabulary: InMemoryEngine(corpus).vocabulary)
    for _ in 0..<200 {
      let script = generator.script().replacing(#/> "\w+\.\w+"/#, with: "")
      if script.contains(">") || script.contains("quit") { continue }
      let ending = session.run(Script(name: nil, text: script), .runsOn)
      let text = buffer.take()
      #expect(!text.contains("\u{1B}"))
      #expect(ending.status == .success || text.contains("error"), "\(script)")
    }
  }
}
