//! Bound query to plan: order and columns made explicit.

/// Builds plans.
enum Planner {
  static func plan(_ query: BoundQuery) -> LogicalPlan {
    var plan = LogicalPlan.scan(query.collection, repeats: query.repeats)
    for (index, step) in query.steps.enumerated() {
      switch step {
      case .filter(let predicate): plan = filter(plan, predicate)
      case .group(let keys, let aggregates):
        plan = .group(plan, by: keys, aggregates: aggregates)
        if !isSortedNext(query.steps, after: index) { plan = defaultOrder(plan, keys) }
      case .sort(let keys): plan = .sort(plan, keys)
      case .limit(let count): plan = .limit(plan, count)
      case .count: plan = .count(plan)
      }
    }
    return .project(plan, query.columns)
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

  /// Groups come by size, periods in time.
  private static func defaultOrder(_ plan: LogicalPlan, _ keys: [GroupKey]) -> LogicalPlan {
    guard let first = keys.first else { return plan }
    let byKeys = keys.map { SortKey(.key($0), descending: false) }
    switch first {
    case .period: return .sort(plan, byKeys)
    case .field: return .sort(plan, [SortKey(.aggregate(.count), descending: true)] + byKeys)
    }
  }
}
