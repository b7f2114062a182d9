//! Syntax to canonical text that parses to an equal tree.

/// Prints syntax: lower-case keywords, single blanks, brackets only where needed.
public enum SyntaxPrinter {
  /// All statements, one a line.
  public static func print(_ script: ScriptSyntax) -> String {
    script.statements.map(print).joined(separator: "\n")
  }

  /// A statement on one line.
  public static func print(_ statement: StatementSyntax) -> String { SyntaxPieces(statement).joined }

  /// A query with the file that it goes to.
  public static func print(_ query: QuerySyntax) -> String { SyntaxPieces(query).joined }

  /// A command and its argument.
  public static func print(_ command: CommandSyntax) -> String {
    switch command.argument {
    case .none: command.command.rawValue
    case .number(let number) where command.command == .explain: "explain row \(number)"
    case .number(let number): "\(command.command.rawValue) \(number)"
    case .text(let text): "\(command.command.rawValue) \(text)"
    }
  }

  /// A query without its destination.
  public static func print(_ pipeline: PipelineSyntax) -> String { SyntaxPieces(pipeline).joined }

  /// A selection, or sets that are joined.
  public static func print(_ source: SourceSyntax) -> String { SyntaxPieces(source).joined }

  /// A clause or stage with its keyword.
  public static func print(_ clause: ClauseSyntax) -> String { SyntaxPieces(clause).joined }

  /// A condition; brackets stand only where the tree would differ without them.
  public static func print(_ condition: ConditionSyntax) -> String { SyntaxPieces(condition).joined }

  /// What a selection begins with.
  public static func print(_ base: SelectionBase) -> String {
    switch base {
    case .collection(let collection): collection.rawValue
    case .variable(let name): "$\(name)"
    case .lastAnswer: Keyword.it.rawValue
    }
  }

  /// A column with its argument in brackets.
  public static func print(_ column: ColumnSyntax) -> String {
    column.argument.map { "\(column.name.text)(\($0.text))" } ?? column.name.text
  }

  /// A column to sort by; `asc` is left out, as it goes without saying.
  public static func print(_ key: SortKeySyntax) -> String {
    switch key.order {
    case .ascending: print(key.column)
    case .descending: "\(print(key.column)) desc"
    }
  }

  static func print(_ value: AnalysisValueSyntax) -> String {
    switch value {
    case .pattern(let pattern): print(pattern)
    case .number(let number): String(number)
    case .share(let share): share.description
    case .word(let word): word.text
    case .order(let keys): keys.map(print).joined(separator: ", ")
    case .rows(let source): print(source)
    }
  }

  private static func print(_ key: ConcordanceKeySyntax) -> String {
    switch key {
    case .word(let side, let distance): "\(side.rawValue) \(distance)"
    case .column(let word): word.text
    }
  }

  /// A condition that has no conditions in it. Others are made of pieces.
  static func printOne(_ condition: ConditionSyntax) -> String {
    switch condition {
    case .comparison(let node): "\(print(node.field)) \(node.comparison.rawValue) \(print(node.value))"
    case .between(let node): "\(print(node.field)) between \(print(node.low)) and \(print(node.high))"
    case .contains(let node): "\(print(node.field)) contains \(print(node.pattern))"
    case .matches(let node): "\(print(node.field)) ~ /\(node.regex)/"
    case .missing(let node):
      node.presence == .missing ? "\(print(node.field)) is missing" : "\(print(node.field)) is not missing"
    case .yesNo(let node): print(node.field)
    case .or, .and, .not, .membership: print(condition)
    }
  }

  /// A value in the form in which it was written, escaped where it must be.
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
