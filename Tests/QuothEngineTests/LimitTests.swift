//! What ends a query early: hostile expressions, and the user.

import QuothBasics
import QuothEngine
import QuothModel
import QuothQuery
import QuothTestSupport
import Synchronization
import Testing

@Suite struct LimitTests {
  private static func corpus(ofText text: String) -> Corpus {
    var corpus = TinyCorpus()
    corpus.addArticle("a", TinyCorpus.ArticleNote(), [TinyCorpus.SentenceNote(text)])
    return corpus.build()
  }

  @Test func costlyExpressionsEndQuickly() {
    let corpus = Self.corpus(ofText: String(repeating: "a", count: 40) + "!")
    let clock = ContinuousClock()
    for regex in ["^(a+)+$", "(a|aa)+$", "(a*)*b", "(?:a?){40}a{40}b"] {
      let plan = LogicalPlan.filter(
        .scan(.articles, repeats: .leaveOut), .matches(.text, regex: regex))
      var outcome: Result<ResultTable, ExecutionError>?
      let time = clock.measure {
        outcome = Result { () throws(ExecutionError) in try InMemoryEngine(corpus).execute(plan) }
      }
      if case .failure(let error) = outcome { #expect(error == .regexTooCostly(pattern: regex)) }
      #expect(time < .seconds(1), "\(regex)")
    }
    let bomb = LogicalPlan.filter(
      .scan(.articles, repeats: .leaveOut), .matches(.text, regex: "^(a+)+$"))
    #expect(throws: ExecutionError.regexTooCostly(pattern: "^(a+)+$")) {
      try InMemoryEngine(corpus).execute(bomb)
    }
  }

  @Test func patternsOfManyCombinationsEndQuickly() throws {
    let corpus = Self.corpus(ofText: (0..<64).map { "w\($0)" }.joined(separator: " "))
    func search(_ words: [WordPattern]) throws -> ResultTable {
      let pattern = words.dropFirst().reduce(TextPattern.sequence([words[0]])) {
        .near($0, .sequence([$1]), distance: 100)
      }
      return try InMemoryEngine(corpus).execute(
        .project(.filter(.scan(.articles, repeats: .leaveOut), .contains(.text, pattern)), [.field(.text)]))
    }
    let clock = ContinuousClock()
    let time = try clock.measure {
      let table = try search([.anyWord, .anyWord, .anyWord, .anyWord])
      #expect(table.rows.count == 1 && table.rows[0].marks.isEmpty == false)
      #expect(try search([.anyWord, .anyWord, .anyWord, .glob("w63")]).rows.count == 1)
    }
    #expect(time < .seconds(20), "debug builds take most of it")
    let costly = [WordPattern](repeating: .anyWord, count: 6)
    #expect(throws: ExecutionError.self) { try search(costly) }
  }

  @Test func longTextsAreSearchedToTheirEnd() throws {
    let corpus = Self.corpus(ofText: String(repeating: "é ", count: 20_000) + "needle")
    for (regex, count) in [
      ("needle$", 1), ("é needle", 1), (#"\Aneedle"#, 0), ("(?<=é )NEEDLE", 1), ("^$", 0),
    ] {
      let plan = LogicalPlan.filter(.scan(.articles, repeats: .leaveOut), .matches(.text, regex: regex))
      #expect(try InMemoryEngine(corpus).execute(plan).rows.count == count, "\(regex)")
    }
  }

  @Test func badExpressionsSayWhy() {
    #expect(RegexCheck.problem(in: "a|b") == nil)
    let cases = [("(a", 2), ("a**+", 2), ("[z-a]", 3), (#"\C"#, 2), ("é(", 3)]
    for (pattern, offset) in cases {
      #expect(RegexCheck.problem(in: pattern)?.offset == offset, "\(pattern)")
      #expect(RegexCheck.problem(in: pattern)?.reason.isEmpty == false)
    }
    #expect(RegexCheck.problem(in: String(repeating: "a", count: 20_000)) != nil)
    #expect(RegexCheck.problem(in: String(repeating: "(", count: 5_000)) != nil)
  }

  /// One row can be long work.
  @Test func cancellingEndsARow() {
    let corpus = Self.corpus(ofText: String(repeating: "a ", count: 400))
    let calls = Mutex(0)
    let limits = ExecutionLimits {
      calls.withLock { calls in
        calls += 1
        return calls > 4
      }
    }
    let any = TextPattern.sequence([.anyWord])
    let pattern = TextPattern.near(.near(any, any, distance: 100), any, distance: 100)
    #expect(throws: ExecutionError.cancelled) {
      try InMemoryEngine(corpus).execute(
        .filter(.scan(.articles, repeats: .leaveOut), .contains(.text, pattern)), limits: limits)
    }
  }

  @Test func cancellingEndsAQuery() {
    let calls = Mutex(0)
    let limits = ExecutionLimits {
      calls.withLock { calls in
        calls += 1
        return calls > 2
      }
    }
    let plan = LogicalPlan.filter(
      .scan(.quotes, repeats: .leaveOut), .contains(.text, .sequence([.glob("we")])))
    #expect(throws: ExecutionError.cancelled) {
      try InMemoryEngine(TinyCorpus.visit).execute(plan, limits: limits)
    }
  }
}
