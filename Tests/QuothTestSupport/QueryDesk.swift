//! Statements run one after the other without a shell, so that tests see answers as data.

public import QuothQuery

/// Why a statement gave no answer.
public enum QueryRefusal: Error, Hashable {
  case wrong([DiagnosticID])
  case noQuery
}

/// An engine, the names of a session, and its last answer.
public struct QueryDesk<Engine: QueryEngine> {
  private let engine: Engine
  private var binder: StatementBinder
  private let limits: ExecutionLimits

  public init(_ engine: Engine, vocabulary: any Vocabulary, limits: ExecutionLimits = ExecutionLimits()) {
    self.engine = engine
    self.limits = limits
    binder = StatementBinder(BindingContext(vocabulary: vocabulary))
  }

  /// The answers of a script's queries, in order; a statement that is wrong ends it with an error.
  public mutating func answers(to script: String) throws -> [ResultTable] {
    let parse = QueryLanguage.parse(script)
    if parse.hasErrors { throw QueryRefusal.wrong(parse.diagnostics.map(\.id)) }
    var answers: [ResultTable] = []
    for statement in parse.script.statements {
      let bound = binder.bind(statement)
      let errors = bound.diagnostics.filter { $0.severity == .error }
      if !errors.isEmpty { throw QueryRefusal.wrong(errors.map(\.id)) }
      guard case .query = statement, let query = bound.query else { continue }
      let plan = QueryLanguage.plan(query)
      if PlanPrinter.print(plan).isEmpty { throw QueryRefusal.noQuery }
      answers.append(try engine.execute(plan, limits: limits))
      binder.bindings.lastAnswer = query
    }
    return answers
  }

  /// The answer of a script's last query, and the query.
  public mutating func bound(_ script: String) throws -> (query: BoundQuery, answer: ResultTable) {
    let answer = try answer(to: script)
    guard let query = binder.bindings.lastAnswer else { throw QueryRefusal.noQuery }
    return (query, answer)
  }

  /// The answer of a script's last query.
  public mutating func answer(to script: String) throws -> ResultTable {
    guard let last = try answers(to: script).last else { throw QueryRefusal.noQuery }
    return last
  }
}
