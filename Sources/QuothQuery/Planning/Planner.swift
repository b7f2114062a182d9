//! Bound query to plan: order and columns made explicit.

/// Builds plans.
enum Planner {
  static func plan(_ query: BoundQuery) -> LogicalPlan {
    .project(rows(of: query), query.columns)
  }

  static func rows(of query: BoundQuery) -> LogicalPlan {
    var plan = source(query.source)
    for (index, step) in query.steps.enumerated() {
      switch step {
      case .filter(let predicate, _): plan = filter(plan, predicate)
      case .filterTable(let condition, _): plan = .filterTable(plan, condition)
      case .group(let keys, let figures):
        plan = .group(plan, by: keys, aggregates: figures)
        if !isSortedNext(query.steps, after: index) { plan = inTime(plan, keys) }
      case .groupTable(let keys, let figures):
        plan = .groupTable(plan, by: keys, aggregates: figures)
        if !isSortedNext(query.steps, after: index) { plan = inTime(plan, keys) }
      case .sort(let keys): plan = .sort(plan, keys)
      case .limit(let count): plan = .limit(plan, count)
      case .sample(let count, let seed): plan = .sample(plan, count, seed: seed)
      case .count: plan = .count(plan)
      case .analysis(let analysis, let columns):
        plan = .analyse(plan, analysis.map { rows(of: $0) }, columns: columns)
      }
    }
    return plan
  }

  private static func source(_ source: BoundSource) -> LogicalPlan {
    switch source {
    case .scan(let collection, let repeats): .scan(collection, repeats: repeats)
    case .combined(let operation, let left, let right):
      .combine(operation, rows(of: left), rows(of: right))
    }
  }

  /// Filters in a row are one.
  private static func filter(_ plan: LogicalPlan, _ predicate: Predicate) -> LogicalPlan {
    guard case .filter(let inner, let first) = plan else { return .filter(plan, predicate) }
    return .filter(inner, .and(operands(first) + operands(predicate)))
  }

  private static func operands(_ predicate: Predicate) -> [Predicate] {
    if case .and(let operands) = predicate { return operands }
    return [predicate]
  }

  private static func isSortedNext(_ steps: [BoundStep], after index: Int) -> Bool {
    guard index + 1 < steps.count, case .sort = steps[index + 1] else { return false }
    return true
  }

  /// Periods come in time; other groups in the order that a group gives.
  private static func inTime<Operand>(_ plan: LogicalPlan, _ keys: [Key<Operand>]) -> LogicalPlan {
    guard case .period = keys.first else { return plan }
    return .sort(plan, keys.map { SortKey(.column(TableColumn($0.name)), descending: false) })
  }
}
