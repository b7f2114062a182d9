//! Syntax to canonical text that parses to an equal tree.

/// Prints syntax: lower-case keywords, single blanks, brackets only where needed.
public enum SyntaxPrinter {
  public static func print(_ script: ScriptSyntax) -> String {
    script.statements.map(print).joined(separator: "\n")
  }

  public static func print(_ statement: StatementSyntax) -> String {
    switch statement {
    case .query(let query): print(query)
    case .binding(let binding): print(binding)
    case .explain(let explain):
      explain.mode == .analyze
        ? "explain analyze \(print(explain.pipeline))" : "explain \(print(explain.pipeline))"
    case .command(let command): print(command)
    }
  }

  public static func print(_ query: QuerySyntax) -> String {
    let destination = query.destination.map { " > \(quoted($0.path))" } ?? ""
    return print(query.pipeline) + destination
  }

  public static func print(_ binding: LetSyntax) -> String {
    let value =
      switch binding.value {
      case .rows(let pipeline): print(pipeline)
      case .text(let text): print(text)
      }
    return "let \(binding.name.text) = \(value)"
  }

  public static func print(_ command: CommandSyntax) -> String {
    switch command.argument {
    case .none: command.command.rawValue
    case .number(let number): "\(command.command.rawValue) \(number)"
    case .text(let text): "\(command.command.rawValue) \(text)"
    }
  }

  public static func print(_ pipeline: PipelineSyntax) -> String {
    ([print(pipeline.source)] + pipeline.stages.map(print)).joined(separator: " | ")
  }

  public static func print(_ source: SourceSyntax) -> String {
    switch source {
    case .selection(let selection): print(selection)
    case .bracketed(let inner): "(\(print(inner)))"
    case .combined(let node): "\(print(node.left)) \(node.operation.rawValue) \(print(node.right))"
    }
  }

  public static func print(_ selection: SelectionSyntax) -> String {
    ([print(selection.base)] + selection.clauses.map(print)).joined(separator: " ")
  }

  public static func print(_ base: SelectionBase) -> String {
    switch base {
    case .collection(let collection): collection.rawValue
    case .variable(let name): "$\(name)"
    case .lastAnswer: Keyword.it.rawValue
    }
  }

  public static func print(_ clause: ClauseSyntax) -> String {
    switch clause {
    case .names(let node): "\(node.role.rawValue) \(node.names.map(print).joined(separator: " or "))"
    case .withRepeats: "with repeats"
    case .where(let node): "where \(print(node.condition))"
    case .group(let node): "group by \(list(node.columns))"
    case .sort(let node): "sort by \(node.keys.map(print).joined(separator: ", "))"
    case .limit(let node): "limit \(node.count)"
    case .show(let node): "show \(list(node.columns))"
    case .sample(let node): "sample \(node.count)" + (node.seed.map { " seed \($0)" } ?? "")
    case .count: "count"
    case .read: "read"
    }
  }

  private static func list(_ columns: [ColumnSyntax]) -> String {
    columns.map(print).joined(separator: ", ")
  }

  public static func print(_ column: ColumnSyntax) -> String {
    column.argument.map { "\(column.name.text)(\($0.text))" } ?? column.name.text
  }

  public static func print(_ key: SortKeySyntax) -> String {
    switch key.order {
    case .ascending: print(key.column)
    case .descending: "\(print(key.column)) desc"
    }
  }

  public static func print(_ condition: ConditionSyntax) -> String {
    switch condition {
    case .or(let node): node.operands.map { operand($0, of: .or) }.joined(separator: " or ")
    case .and(let node): node.operands.map { operand($0, of: .and) }.joined(separator: " and ")
    case .not(let node): "not \(operand(node.operand, of: .not))"
    case .comparison(let node): "\(print(node.field)) \(node.comparison.rawValue) \(print(node.value))"
    case .membership(let node):
      "\(print(node.field)) in (\(node.values.map(print).joined(separator: ", ")))"
    case .between(let node): "\(print(node.field)) between \(print(node.low)) and \(print(node.high))"
    case .contains(let node): "\(print(node.field)) contains \(print(node.pattern))"
    case .matches(let node): "\(print(node.field)) ~ /\(node.regex)/"
    case .missing(let node):
      node.presence == .missing ? "\(print(node.field)) is missing" : "\(print(node.field)) is not missing"
    case .yesNo(let node): print(node.field)
    }
  }

  private static func operand(_ condition: ConditionSyntax, of parent: Keyword) -> String {
    let needsBrackets =
      switch condition {
      case .or: true
      case .and: parent != .or
      case .not, .comparison, .membership, .between, .contains, .matches, .missing, .yesNo: false
      }
    return needsBrackets ? "(\(print(condition)))" : print(condition)
  }

  public static func print(_ value: ValueSyntax) -> String {
    switch value.form {
    case .bare: value.text
    case .quoted: quoted(value.text)
    case .variable: "$\(value.text)"
    }
  }

  /// A value as it has to be written: bare when it can stand so, else in quotation marks.
  public static func value(_ text: String) -> String {
    let tokens = Lexer.tokens(of: QueryText(text)).dropLast()
    let isBare =
      !tokens.isEmpty
      && tokens.allSatisfy { $0.kind == .word && !($0.keyword?.endsValue ?? false) || isBlank($0, in: text) }
      && tokens.first?.kind == .word && tokens.last?.kind == .word
    return isBare ? text : quoted(text)
  }

  private static func isBlank(_ token: Token, in text: String) -> Bool {
    token.kind == .space && token.range.length == 1
  }

  /// Text in quotation marks.
  public static func quoted(_ text: String) -> String {
    var printed = "\""
    for scalar in text.unicodeScalars {
      if scalar == "\"" || scalar == "\\" { printed.unicodeScalars.append("\\") }
      printed.unicodeScalars.append(scalar)
    }
    return printed + "\""
  }
}
