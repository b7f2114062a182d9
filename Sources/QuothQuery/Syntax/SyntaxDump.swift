//! Syntax as an indented tree, for tests and for looking at what was understood.

/// Dumps syntax: one node a line.
public enum SyntaxDump {
  public static func dump(_ script: ScriptSyntax) -> String {
    var tree = Tree()
    for statement in script.statements { tree.add(statement) }
    return tree.lines.joined(separator: "\n")
  }
}

private struct Tree {
  var lines: [String] = []
  private var depth = 0

  private mutating func line(_ text: String) {
    lines.append(String(repeating: "  ", count: depth) + text)
  }

  private mutating func inside(_ body: (inout Tree) -> Void) {
    depth += 1
    body(&self)
    depth -= 1
  }

  mutating func add(_ statement: StatementSyntax) {
    switch statement {
    case .command(let command): line("command \(SyntaxPrinter.print(command))")
    case .query(let pipeline): add(pipeline)
    }
  }

  private mutating func add(_ pipeline: PipelineSyntax) {
    line("query")
    inside { tree in
      switch pipeline.source {
      case .selection(let selection):
        tree.line("from \(selection.collection.rawValue)")
        for clause in selection.clauses { tree.add(clause) }
      case .bracketed(let inner): tree.add(inner)
      }
      for stage in pipeline.stages {
        tree.line("stage")
        tree.inside { $0.add(stage) }
      }
    }
  }

  private mutating func add(_ clause: ClauseSyntax) {
    switch clause {
    case .names(let node):
      line(node.role.rawValue)
      inside { tree in for name in node.names { tree.line(Tree.text(name)) } }
    case .withRepeats: line("with repeats")
    case .where(let node):
      line("where")
      inside { $0.add(node.condition) }
    case .group(let node): line("group by \(Tree.list(node.columns))")
    case .sort(let node): line("sort by \(node.keys.map(SyntaxPrinter.print).joined(separator: ", "))")
    case .limit(let node): line("limit \(node.count)")
    case .show(let node): line("show \(Tree.list(node.columns))")
    case .count: line("count")
    }
  }

  private mutating func add(_ condition: ConditionSyntax) {
    switch condition {
    case .or(let node): add("or", node.operands)
    case .and(let node): add("and", node.operands)
    case .not(let node): add("not", [node.operand])
    case .comparison(let node):
      line("compare \(node.field.text) \(node.comparison.rawValue) \(Tree.text(node.value))")
    case .membership(let node):
      line("in \(node.field.text)")
      inside { tree in for value in node.values { tree.line(Tree.text(value)) } }
    case .between(let node):
      line("between \(node.field.text) \(Tree.text(node.low)) \(Tree.text(node.high))")
    case .contains(let node): line("contains \(node.field.text) \(Tree.text(node.pattern))")
    case .matches(let node): line("matches \(node.field.text) /\(node.regex)/")
    case .missing(let node):
      line(node.presence == .missing ? "missing \(node.field.text)" : "present \(node.field.text)")
    case .yesNo(let node): line("yes \(node.field.text)")
    }
  }

  private mutating func add(_ name: String, _ operands: [ConditionSyntax]) {
    line(name)
    inside { tree in for operand in operands { tree.add(operand) } }
  }

  private static func text(_ value: ValueSyntax) -> String {
    value.isQuoted ? SyntaxPrinter.quoted(value.text) : value.words.map(\.text).joined(separator: "·")
  }

  private static func list(_ columns: [ColumnSyntax]) -> String {
    columns.map(SyntaxPrinter.print).joined(separator: ", ")
  }
}
