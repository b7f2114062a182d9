//! Plans as readable text: the last operation first, each input indented below it.

internal import QuothBasics
internal import QuothStatistics

/// Prints plans for `explain` and for tests.
public enum PlanPrinter {
  /// All operations, one a line.
  public static func print(_ plan: LogicalPlan) -> String {
    var lines: [String] = []
    append(plan, depth: 0, to: &lines)
    return lines.joined(separator: "\n")
  }

  private static func append(_ plan: LogicalPlan, depth: Int, to lines: inout [String]) {
    lines.append(String(repeating: "  ", count: depth) + line(of: plan))
    for input in plan.inputs { append(input, depth: depth + 1, to: &lines) }
  }

  /// One operation without its inputs.
  public static func line(of plan: LogicalPlan) -> String {
    switch plan {
    case .scan(let collection, let repeats):
      "scan \(collection.rawValue)" + (repeats == .include ? " with repeats" : "")
    case .combine(let operation, _, _): operation.rawValue
    case .filter(_, let predicate): "filter \(print(predicate))"
    case .filterTable(_, let condition): "filter \(print(condition))"
    case .group(_, let keys, let aggregates): group(keys, aggregates)
    case .groupTable(_, let keys, let aggregates): group(keys, aggregates)
    case .sort(_, let keys): "sort \(list(keys.map { $0.column.name + ($0.descending ? " desc" : "") }))"
    case .limit(_, let count): "limit \(count)"
    case .sample(_, let count, let seed): "sample \(count) seed \(seed)"
    case .analyse(_, let analysis, let columns): "\(line(of: analysis)): \(list(columns.map(\.rawValue)))"
    case .project(_, let columns): "project \(list(columns.map(\.name)))"
    case .count: "count"
    }
  }

  private static func group<Operand>(_ keys: [Key<Operand>], _ aggregates: [Figure<Operand>]) -> String {
    let by = keys.isEmpty ? "all" : list(keys.map(\.name))
    return "group \(by): \(list(aggregates.map(\.name)))"
  }

  private static func line<Rows>(of analysis: Analysis<Rows>) -> String {
    let stage = analysis.stage.rawValue
    func atLeast(_ least: Int) -> String { least > 1 ? " at least \(least)" : "" }
    switch analysis {
    case .concordance(let pattern, let width, let order):
      let sorted = order.isEmpty ? "" : " sort \(list(order.map(print)))"
      return "\(stage) \(print(pattern)) width \(width)\(sorted)"
    case .frequencies(let field, let least):
      return stage + (field.map { " of \($0.name)" } ?? "") + atLeast(least)
    case .ngrams(let length, let least): return "\(stage) \(length)" + atLeast(least)
    case .collocates(let pattern, let window, let measure, let least):
      return "\(stage) of \(print(pattern)) window \(window) by \(measure.rawValue)"
        + (least.map(atLeast) ?? "")
    case .keywords(_, let measure, let least): return "\(stage) by \(measure.rawValue)" + atLeast(least)
    case .dispersion(let pattern): return "\(stage) of \(print(pattern))"
    case .timeline(let period): return "\(stage) by \(period.rawValue)"
    case .compare(let field), .sources(let field): return "\(stage) by \(field.name)"
    case .variants(let least): return "\(stage) at least \(least)"
    }
  }

  private static func print(_ key: ConcordanceKey) -> String {
    switch key {
    case .word(let side, let distance): "\(side.rawValue) \(distance)"
    case .column(let column): column.rawValue
    }
  }

  private static func list(_ items: [String]) -> String { items.joined(separator: ", ") }

  /// A condition on one line; what `and` or `or` join stands in brackets.
  public static func print<Operand>(_ condition: Condition<Operand>) -> String {
    switch condition {
    case .and(let operands): joined(operands, by: " and ")
    case .or(let operands): joined(operands, by: " or ")
    case .not(let operand): "not \(print(operand))"
    case .number(let field, let comparison, let number): "\(field.name) \(comparison.rawValue) \(number)"
    case .date(let field, let comparison, let range):
      range.first == range.last
        ? "\(field.name) \(comparison.rawValue) \(range.first)"
        : "\(field.name) \(comparison.rawValue) \(range.first)…\(range.last)"
    case .names(let field, let keys): "\(field.name) is any of {\(keys.joined(separator: ", "))}"
    case .text(let field, let comparison, let folded):
      "\(field.name) \(comparison.rawValue) \(SyntaxPrinter.quoted(folded))"
    case .contains(let field, let pattern): "\(field.name) contains \(print(pattern))"
    case .matches(let field, let regex): "\(field.name) ~ /\(regex)/"
    case .isMissing(let field): "\(field.name) is missing"
    case .isTrue(let field): field.name
    }
  }

  private static func joined<Operand>(_ operands: [Condition<Operand>], by word: String) -> String {
    "(\(operands.map(print).joined(separator: word)))"
  }

  private static func print(_ pattern: TextPattern) -> String {
    switch pattern {
    case .sequence(let words): "[\(words.map(print).joined(separator: " "))]"
    case .near(let left, let right, let distance): "(\(print(left)) near/\(distance) \(print(right)))"
    }
  }

  private static func print(_ word: WordPattern) -> String {
    switch word {
    case .anyWord: "*"
    case .glob(let glob): glob
    }
  }
}
