//! Statements bound one after the other, so that a name is known below the `let` that binds it.

/// Binds the statements of a session or script in turn.
public struct StatementBinder: Sendable {
  /// What the next statement is bound in.
  public private(set) var context: BindingContext

  public init(_ context: BindingContext) { self.context = context }

  /// The same over other articles, or the same ones after a correction. What names stand for stays.
  public func over(_ vocabulary: any Vocabulary) -> StatementBinder {
    StatementBinder(
      BindingContext(vocabulary: vocabulary, bindings: context.bindings, checkRegex: context.checkRegex))
  }

  /// What names after `$` and `it` stand for at the next statement.
  public var bindings: Bindings {
    get { context.bindings }
    // In place: a copy of all names for each `let` would take time in the square of their number.
    _modify { yield &context.bindings }
  }

  /// The query that a statement runs, names or explains; without one where it has none, or is wrong. A `let` binds
  /// its name, and one that fails unbinds it: nothing below may run on what the name meant before.
  public mutating func bind(_ statement: StatementSyntax) -> Bound {
    switch statement {
    case .query(let query): return Binder.bind(query.pipeline, in: context)
    case .binding(let binding): return bind(binding)
    case .expectation(let expectation): return Binder.bind(expectation, in: context)
    case .explain(let explain):
      switch explain.subject {
      case .pipeline(let pipeline): return Binder.bind(pipeline, in: context)
      case .expectation(let expectation): return Binder.bind(expectation, in: context)
      }
    case .amendment(let amendment): return Bound(query: nil, diagnostics: check(amendment))
    case .command: return Bound(query: nil, diagnostics: [])
    }
  }

  private mutating func bind(_ binding: LetSyntax) -> Bound {
    guard bindings.hasRoom(for: binding.name.text) else {
      let problem = Diagnostic(.tooManyNames(limit: Bindings.limit), at: binding.name.range)
      return Bound(query: nil, diagnostics: [problem])
    }
    switch binding.value {
    case .text(let value):
      // What is given from outside takes the place of what the script would have.
      if !bindings.isGiven(binding.name.text) { bindings[binding.name.text] = .text(value.text) }
      return Bound(query: nil, diagnostics: [])
    case .broken:
      giveUp(binding)
      return Bound(query: nil, diagnostics: [])
    case .rows(let pipeline):
      let bound = Binder.bind(pipeline, in: context)
      bindings[binding.name.text] = bound.query.map(BoundValue.rows)
      return bound
    }
  }

  /// Unbinds the name of a `let` that failed.
  public mutating func giveUp(_ binding: LetSyntax) { bindings[binding.name.text] = nil }
}
