//! Plans as readable text: the last operation first, each input indented below it.

internal import QuothBasics

/// Prints plans for `explain` and for tests.
public enum PlanPrinter {
  public static func print(_ plan: LogicalPlan) -> String {
    var lines: [String] = []
    append(plan, depth: 0, to: &lines)
    return lines.joined(separator: "\n")
  }

  private static func append(_ plan: LogicalPlan, depth: Int, to lines: inout [String]) {
    let indent = String(repeating: "  ", count: depth)
    switch plan {
    case .scan(let collection, let repeats):
      lines.append(indent + "scan \(collection.rawValue)" + (repeats == .include ? " with repeats" : ""))
    case .filter(let input, let predicate):
      lines.append(indent + "filter \(print(predicate))")
      append(input, depth: depth + 1, to: &lines)
    case .group(let input, let keys, let aggregates):
      let by = keys.isEmpty ? "all" : keys.map(\.name).joined(separator: ", ")
      lines.append(indent + "group \(by): \(aggregates.map(\.name).joined(separator: ", "))")
      append(input, depth: depth + 1, to: &lines)
    case .sort(let input, let keys):
      let printed = keys.map { $0.column.name + ($0.descending ? " desc" : "") }
      lines.append(indent + "sort \(printed.joined(separator: ", "))")
      append(input, depth: depth + 1, to: &lines)
    case .limit(let input, let count):
      lines.append(indent + "limit \(count)")
      append(input, depth: depth + 1, to: &lines)
    case .project(let input, let columns):
      lines.append(indent + "project \(columns.map(\.name).joined(separator: ", "))")
      append(input, depth: depth + 1, to: &lines)
    case .count(let input):
      lines.append(indent + "count")
      append(input, depth: depth + 1, to: &lines)
    }
  }

  public static func print(_ predicate: Predicate) -> String {
    switch predicate {
    case .and(let operands): joined(operands, by: " and ")
    case .or(let operands): joined(operands, by: " or ")
    case .not(let operand): "not \(print(operand))"
    case .number(let field, let comparison, let number): "\(field.rawValue) \(comparison.rawValue) \(number)"
    case .date(let field, let comparison, let range):
      range.first == range.last
        ? "\(field.rawValue) \(comparison.rawValue) \(range.first)"
        : "\(field.rawValue) \(comparison.rawValue) \(range.first)…\(range.last)"
    case .names(let field, let keys): "\(field.rawValue) is any of {\(keys.joined(separator: ", "))}"
    case .text(let field, let comparison, let folded):
      "\(field.rawValue) \(comparison.rawValue) \(SyntaxPrinter.quoted(folded))"
    case .contains(let field, let pattern): "\(field.rawValue) contains \(print(pattern))"
    case .matches(let field, let regex): "\(field.rawValue) ~ /\(regex)/"
    case .isMissing(let field): "\(field.rawValue) is missing"
    case .isTrue(let field): field.rawValue
    }
  }

  private static func joined(_ operands: [Predicate], by word: String) -> String {
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
