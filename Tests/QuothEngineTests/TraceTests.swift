//! What an engine reports of each step, and what is made of counts: funnels.

import QuothBasics
import QuothEngine
import QuothModel
import QuothQuery
import QuothTestSupport
import Synchronization
import Testing

@Suite struct TraceTests {
  private static let engine = InMemoryEngine(TinyCorpus.visit)
  private static let context = BindingContext(vocabulary: engine.vocabulary)

  private static func query(_ text: String) throws -> BoundQuery {
    let statement = try #require(QueryLanguage.parse(text).script.statements.first?.pipeline)
    return try #require(QueryLanguage.bind(statement, in: context).query)
  }

  private static func operations(_ report: StepReport) -> [String] {
    ["\(PlanPrinter.line(of: report.operation)): \(report.rowsIn) \(report.rowsOut)"]
      + report.inputs.flatMap(operations)
  }

  @Test(arguments: [
    "quotes", "quotes by Raisi where date < 2023-12 sort by date limit 1",
    "statements group by speaker, outlet",
    "quotes group by speaker | where count > 1 | count", "(quotes by Raisi) union (quotes where words > 3)",
    "articles | sample 1", "people show count",
  ])
  func aTraceIsTrueToTheAnswer(_ text: String) throws {
    let plan = QueryLanguage.plan(try Self.query(text))
    let report = try Self.engine.trace(plan)
    #expect(report.rowsOut == (try Self.engine.execute(plan)).rows.count)
    #expect(Self.shape(report) == Self.shape(plan))
    #expect(report.time >= .zero)
    #expect(report.totalTime >= report.time)
  }

  /// The operations, the last first.
  private static func shape(_ report: StepReport) -> [String] {
    [PlanPrinter.line(of: report.operation)] + report.inputs.flatMap(shape)
  }

  private static func shape(_ plan: LogicalPlan) -> [String] {
    [PlanPrinter.line(of: plan)] + plan.inputs.flatMap(shape)
  }

  @Test func aTraceTellsHowAFilterCameByItsRows() throws {
    let plan = QueryLanguage.plan(try Self.query("quotes by Raisi"))
    for (policy, usesIndex) in [(AccessPolicy.scan, false), (.always, true)] {
      let report = try InMemoryEngine(TinyCorpus.visit, policy: policy).trace(plan)
      #expect(report.access == nil)
      let filter = try #require(report.inputs.first)
      #expect(Self.operations(filter).last == "scan quotes: [] 5", "\(Self.operations(report))")
      #expect(filter.rowsIn == [5])
      #expect((filter.access == .scan) == !usesIndex, "\(String(describing: filter.access))")
    }
  }

  @Test func aFunnelEndsWhereTheRowsEnd() throws {
    let query = try Self.query("quotes by Raisi where words > 1 and date < 2000")
    let run: PlanRunner = { plan throws(ExecutionError) in try Self.engine.execute(plan) }
    let funnel = try #require(try Funnel.of(query, run: run))
    #expect(funnel.stages.map(\.words) == ["quotes", "by Raisi", "words > 1", "date < 2000"])
    #expect(funnel.stages.last?.left == 0)
    #expect(funnel.detours.map(\.words) == ["date < 2000"])
    #expect(try Funnel.of(try Self.query("quotes"), run: run) == nil)
  }

  @Test func aFunnelCanBeCancelled() throws {
    let query = try Self.query("quotes by Raisi where date < 2000")
    let limits = ExecutionLimits { true }
    let run: PlanRunner = { plan throws(ExecutionError) in try Self.engine.execute(plan, limits: limits) }
    #expect(throws: ExecutionError.cancelled) { try Funnel.of(query, run: run) }
  }

  /// However many conditions there are, so many plans are run at most.
  @Test func aFunnelIsBounded() throws {
    let calls = Mutex(0)
    let run: PlanRunner = { plan throws(ExecutionError) in
      calls.withLock { $0 += 1 }
      return try Self.engine.execute(plan)
    }
    let conditions = (1...10).map { "words > \($0 * 1000)" }.joined(separator: " and ")
    _ = try Funnel.of(try Self.query("quotes where \(conditions)"), run: run)
    #expect(calls.withLock { $0 } <= 24)
    calls.withLock { $0 = 0 }
    _ = try Funnel.of(try Self.query("quotes where \(conditions) and words > 9"), run: run)
    #expect(calls.withLock { $0 } == 0)
  }
}
