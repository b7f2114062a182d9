//! Where the rows of an empty answer went: how many were left after each step, and which condition took the last.

/// How many rows each step of a query left, up to the one that left none.
public struct Funnel: Hashable, Sendable {
  /// One step and what it left.
  public struct Stage: Hashable, Sendable {
    /// As written: `by Raisi`, `date < 2020`.
    public let words: String
    /// Rows after this step.
    public let left: Int
  }

  /// What the rows before the last step have, in place of what it asks for.
  public enum Instead: Hashable, Sendable {
    /// The least and the greatest value of the field.
    case range(field: String, least: Value, greatest: Value)
    /// The commonest values of the field, or the nearest in spelling, with the number of rows.
    case values(field: String, [Stage])
    /// No row has a value.
    case nothing(field: String)
  }

  /// A condition, and how many rows there are without it.
  public typealias Detour = Stage

  /// One side of a set of two.
  public struct Side: Hashable, Sendable {
    /// The query of this side, in the words that were written.
    public let words: String
    /// How many rows it has.
    public let count: Int
    /// Why it is empty, in an array because a struct cannot hold itself: one or none.
    public let funnel: [Funnel]
  }

  /// What the rows are; nil for groups.
  public let collection: QueryCollection?
  /// The source first.
  public let stages: [Stage]
  /// What there is in place of what the last step asks for; nil where nothing can be said.
  public let instead: Instead?
  /// Conditions that left out alone give rows.
  public let detours: [Detour]
  /// How the source was combined, and its two sides; nil where it is a collection.
  public let operation: SetOperation?
  /// Left and right of `operation`; empty without one.
  public let sides: [Side]
}

/// Runs one plan; that is all an explanation needs of an engine.
public typealias PlanRunner = (LogicalPlan) throws(ExecutionError) -> ResultTable

extension Funnel {
  /// The funnel of a query whose answer is empty; nil where its rows do not come to none at a step.
  ///
  /// Each step is one count; nothing is read that the query itself does not read. Queries of many steps have none.
  /// Throws what `run` throws.
  public static func of(_ query: BoundQuery, run: @escaping PlanRunner) throws(ExecutionError) -> Funnel? {
    try FunnelBuilder(query: query, run: run).funnel(depth: 0)
  }

  /// How many conditions a query may have: every one costs two counts.
  static let stepLimit = 10
  /// How many sets within sets are looked into.
  static let depthLimit = 3
}

/// Counts its way through the steps of a query.
private struct FunnelBuilder {
  let query: BoundQuery
  let run: PlanRunner

  func funnel(depth: Int) throws(ExecutionError) -> Funnel? {
    guard query.steps.count(where: \.isFilter) <= Funnel.stepLimit else { return nil }
    let start = try count(0)
    var stages = [Funnel.Stage(words: query.source.words, left: start)]
    var end = 0
    while (stages.last?.left ?? 0) > 0, end < query.steps.count, let words = query.steps[end].words {
      end += 1
      if !words.isEmpty { stages.append(Funnel.Stage(words: words, left: try count(end))) }
    }
    guard stages.last?.left == 0 else { return nil }
    let (operation, sides) = try sides(depth: depth)
    return Funnel(
      collection: query.steps[..<end].contains(where: \.isGroup) ? nil : query.source.collection,
      stages: stages, instead: end > 0 ? try instead(ofStepBefore: end) : nil, detours: try detours(),
      operation: operation, sides: sides)
  }

  /// How many rows the first steps leave.
  private func count(_ steps: Int) throws(ExecutionError) -> Int { try count(Array(query.steps[..<steps])) }

  private func count(_ steps: [BoundStep]) throws(ExecutionError) -> Int {
    let count = OutputColumn.column(TableColumn(Figure<Field>.count.name))
    let table = try run(.project(.count(rows(steps)), [count]))
    guard case .integer(let number)? = table.rows.first?.values.first else { return 0 }
    return number
  }

  private func rows(_ steps: [BoundStep]) -> LogicalPlan {
    var part = query
    part.steps = steps
    return Planner.rows(of: part)
  }

  /// With one condition there is nothing else to drop.
  private func detours() throws(ExecutionError) -> [Funnel.Detour] {
    guard let last = query.steps.lastIndex(where: \.isFilter),
      query.steps.count(where: \.isFilter) > 1
    else { return [] }
    var found: [Funnel.Detour] = []
    for index in 0...last where query.steps[index].isFilter {
      var steps = Array(query.steps[...last])
      steps.remove(at: index)
      let left = try count(steps)
      if left > 0 { found.append(Funnel.Detour(words: query.steps[index].words ?? "", left: left)) }
    }
    return found
  }

  private func sides(depth: Int) throws(ExecutionError) -> (SetOperation?, [Funnel.Side]) {
    guard case .combined(let operation, let left, let right) = query.source, depth < Funnel.depthLimit else {
      return (nil, [])
    }
    var sides: [Funnel.Side] = []
    for side in [left, right] {
      let builder = FunnelBuilder(query: side, run: run)
      let count = try builder.count(side.steps)
      let funnel = count == 0 ? try builder.funnel(depth: depth + 1) : nil
      sides.append(Funnel.Side(words: side.words, count: count, funnel: funnel.map { [$0] } ?? []))
    }
    return (operation, sides)
  }
}

// What there is instead.
extension FunnelBuilder {
  private func instead(ofStepBefore end: Int) throws(ExecutionError) -> Funnel.Instead? {
    guard case .filter(let predicate, _) = query.steps[end - 1] else { return nil }
    let input = rows(Array(query.steps[..<(end - 1)]))
    switch predicate.question {
    case .range(let field): return try range(of: field, in: input)
    case .names(let field): return try values(of: field, in: input, near: nil)
    case .text(let field, let folded): return try values(of: field, in: input, near: folded)
    case nil: return nil
    }
  }

  private func range(of field: Field, in input: LogicalPlan) throws(ExecutionError) -> Funnel.Instead? {
    let figures: [Aggregate] = [.min(field), .max(field)]
    let columns = figures.map { OutputColumn.column(TableColumn($0.name)) }
    let table = try run(.project(.group(input, by: [], aggregates: figures), columns))
    guard let row = table.rows.first, row.values.count == 2 else { return nil }
    if row.values[0] == .missing { return .nothing(field: field.name) }
    return .range(field: field.name, least: row.values[0], greatest: row.values[1])
  }

  /// The commonest values; or those nearest to a text, when something is near.
  private func values(
    of field: Field, in input: LogicalPlan, near text: String?
  ) throws(ExecutionError) -> Funnel.Instead? {
    let key = GroupKey.field(field)
    let count = TableColumn(Figure<Field>.count.name)
    var plan = LogicalPlan.group(input, by: [key], aggregates: [.count])
    plan = .sort(plan, [SortKey(.column(count), descending: true)])
    plan = .limit(plan, text == nil ? 4 : 2_000)
    let table = try run(.project(plan, [.column(TableColumn(key.name)), .column(count)]))
    let found = table.rows.compactMap { row -> Funnel.Stage? in
      guard case .text(let value)? = row.values.first, case .integer(let left)? = row.values.last else {
        return nil
      }
      return Funnel.Stage(words: value, left: left)
    }
    guard let text else {
      return found.isEmpty ? .nothing(field: field.name) : .values(field: field.name, Array(found.prefix(3)))
    }
    let near = Speller.nearest(to: text, among: found.map(\.words))
    return near.isEmpty ? nil : .values(field: field.name, found.filter { near.contains($0.words) })
  }
}

/// What a condition asks of its field, where something can be said of the values that there are.
private enum FieldQuestion {
  case range(Field)
  case names(Field)
  case text(Field, String)
}

extension Predicate {
  fileprivate var question: FieldQuestion? {
    switch self {
    case .number(let field, _, _), .date(let field, _, _): .range(field)
    case .names(let field, _): .names(field)
    case .text(let field, .equal, let folded): .text(field, folded)
    // `between` is two conditions on one field.
    case .and(let parts): parts.first?.question
    case .or, .not, .text, .contains, .matches, .isMissing, .isTrue: nil
    }
  }
}
