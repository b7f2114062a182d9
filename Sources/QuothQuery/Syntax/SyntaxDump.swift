//! Syntax as an indented tree, for tests and for looking at what was understood.

/// Dumps syntax: one node a line.
public enum SyntaxDump {
  /// The tree, children indented below their node; ranges are left out.
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
    case .amendment(let amendment): line("amendment \(SyntaxPrinter.print(amendment))")
    case .command(let command): line("command \(SyntaxPrinter.print(command))")
    case .query(let query):
      add(query.pipeline)
      if let destination = query.destination {
        let ending = destination.overwriting == .asked ? " replace" : ""
        line("to file \(SyntaxPrinter.quoted(destination.path))\(ending)")
      }
    case .binding(let binding):
      line("let \(binding.name.text)")
      inside { tree in
        switch binding.value {
        case .rows(let pipeline): tree.add(pipeline)
        case .text(let value): tree.line(Tree.text(value))
        case .broken: tree.line("broken")
        }
      }
    case .explain(let explain):
      line(explain.mode == .analyze ? "explain analyze" : "explain")
      inside { tree in
        switch explain.subject {
        case .pipeline(let pipeline): tree.add(pipeline)
        case .expectation(let expectation): tree.add(expectation)
        }
      }
    case .expectation(let expectation): add(expectation)
    }
  }

  private mutating func add(_ expectation: ExpectSyntax) {
    switch expectation.claim {
    case .noRows: line("expect no rows")
    case .number(let claim):
      let counting = claim.counting == nil ? "" : "count "
      line("expect \(counting)\(claim.comparison.rawValue) \(Tree.text(claim.value))")
    case .file(let file): line("expect file \(Tree.text(file))")
    }
    inside { $0.add(expectation.pipeline) }
  }

  private mutating func add(_ pipeline: PipelineSyntax) {
    line("query")
    inside { tree in
      tree.add(pipeline.source)
      for stage in pipeline.stages {
        tree.line("stage")
        tree.inside { $0.add(stage) }
      }
    }
  }

  private mutating func add(_ source: SourceSyntax) {
    switch source {
    case .selection(let selection):
      line("from \(SyntaxPrinter.print(selection.base))")
      for clause in selection.clauses { add(clause) }
    case .bracketed(let inner): add(inner)
    case .combined(let node):
      line(node.operation.rawValue)
      inside { tree in
        tree.add(node.left)
        tree.add(node.right)
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
    case .sample, .count, .read, .analysis, .chart: line(SyntaxPrinter.print(clause))
    }
  }

  private mutating func add(_ condition: ConditionSyntax) {
    switch condition {
    case .or(let node): add("or", node.operands)
    case .and(let node): add("and", node.operands)
    case .not(let node): add("not", [node.operand])
    case .comparison(let node):
      line("compare \(SyntaxPrinter.print(node.field)) \(node.comparison.rawValue) \(Tree.text(node.value))")
    case .membership(let node):
      line("in \(SyntaxPrinter.print(node.field))")
      inside { tree in for value in node.values { tree.line(Tree.text(value)) } }
    case .between(let node):
      line("between \(SyntaxPrinter.print(node.field)) \(Tree.text(node.low)) \(Tree.text(node.high))")
    case .contains(let node): line("contains \(SyntaxPrinter.print(node.field)) \(Tree.text(node.pattern))")
    case .matches(let node): line("matches \(SyntaxPrinter.print(node.field)) /\(node.regex)/")
    case .missing(let node):
      line(
        node.presence == .missing
          ? "missing \(SyntaxPrinter.print(node.field))" : "present \(SyntaxPrinter.print(node.field))")
    case .yesNo(let node): line("yes \(SyntaxPrinter.print(node.field))")
    }
  }

  private mutating func add(_ name: String, _ operands: [ConditionSyntax]) {
    line(name)
    inside { tree in for operand in operands { tree.add(operand) } }
  }

  private static func text(_ value: ValueSyntax) -> String {
    switch value.form {
    case .bare: value.words.map(\.text).joined(separator: "·")
    case .quoted, .variable: SyntaxPrinter.print(value)
    }
  }

  private static func list(_ columns: [ColumnSyntax]) -> String {
    columns.map(SyntaxPrinter.print).joined(separator: ", ")
  }
}
