//! Syntax cut into pieces of canonical text: what lines are made of, and where they may be broken.

/// Canonical text that no line break divides.
struct SyntaxPiece {
  /// How a piece follows the one before it.
  enum Joint: Hashable {
    /// It begins a clause, a stage, an operand of a set or a destination.
    case clause
    /// It goes on with a list or a condition.
    case item
  }

  var text: String
  let joint: Joint
  /// Blanks before it where it begins a line.
  var indent: Int
  /// Where it begins in the text that was parsed. What stands before belongs to earlier pieces.
  let start: Int
}

/// The pieces of a node. Joined by single blanks they are its canonical text.
struct SyntaxPieces {
  private(set) var pieces: [SyntaxPiece] = []
  /// What the next piece begins with: `let x =`, `|`, brackets.
  private var lead = ""
  private var level = 0

  var joined: String { pieces.map(\.text).joined(separator: " ") }

  init(_ statement: StatementSyntax) {
    switch statement {
    case .query(let query): add(query)
    case .binding(let binding): add(binding)
    case .explain(let explain):
      lead = explain.mode == .analyze ? "explain analyze " : "explain "
      switch explain.subject {
      case .pipeline(let pipeline): add(pipeline)
      case .expectation(let expectation): add(expectation)
      }
    case .expectation(let expectation): add(expectation)
    case .amendment(let amendment):
      add(SyntaxPrinter.print(amendment), .clause, at: amendment.range)
    case .command(let command): add(SyntaxPrinter.print(command), .clause, at: command.range)
    }
  }

  init(_ query: QuerySyntax) { add(query) }
  init(_ pipeline: PipelineSyntax) { add(pipeline) }
  init(_ source: SourceSyntax) { add(source) }
  init(_ clause: ClauseSyntax) { add(clause) }
  init(_ condition: ConditionSyntax) { add(condition, .clause, at: condition.range) }

  private mutating func add(_ text: String, _ joint: SyntaxPiece.Joint, at range: SourceRange) {
    let indent = 2 * level + (joint == .clause ? 2 : 4)
    pieces.append(SyntaxPiece(text: lead + text, joint: joint, indent: indent, start: range.start))
    lead = ""
  }

  /// Puts text right behind the last piece.
  private mutating func end(with text: String) {
    guard !pieces.isEmpty else { return }
    pieces[pieces.count - 1].text += text
  }
}

// Rows.
extension SyntaxPieces {
  private mutating func add(_ query: QuerySyntax) {
    add(query.pipeline)
    guard let destination = query.destination else { return }
    let path = SyntaxPrinter.quoted(destination.path)
    let ending = destination.overwriting == .asked ? " replace" : ""
    add("> \(path)\(ending)", .clause, at: destination.range)
  }

  private mutating func add(_ binding: LetSyntax) {
    lead = "let \(binding.name.text) = "
    switch binding.value {
    case .rows(let pipeline): add(pipeline)
    case .text(let text): add(SyntaxPrinter.print(text), .clause, at: binding.range)
    case .broken: break
    }
  }

  private mutating func add(_ expectation: ExpectSyntax) {
    switch expectation.claim {
    case .noRows:
      lead += "expect no "
      add(expectation.pipeline)
    case .number(let claim):
      lead += claim.counting == nil ? "expect " : "expect count "
      add(expectation.pipeline)
      add("\(claim.comparison.rawValue) \(SyntaxPrinter.print(claim.value))", .clause, at: claim.value.range)
    case .file(let file):
      lead += "expect "
      add(expectation.pipeline)
      add("= \(SyntaxPrinter.print(file))", .clause, at: file.range)
    }
  }

  private mutating func add(_ pipeline: PipelineSyntax) {
    add(pipeline.source)
    for stage in pipeline.stages {
      lead = "| "
      add(stage)
    }
  }

  private mutating func add(_ source: SourceSyntax) {
    switch source {
    case .selection(let selection):
      add(SyntaxPrinter.print(selection.base), .clause, at: selection.range)
      for clause in selection.clauses { add(clause) }
    case .bracketed(let inner):
      lead += "("
      level += 1
      add(inner)
      level -= 1
      end(with: ")")
    case .combined(let node): add(node)
    }
  }

  /// The operands of sets, each on its line with its operator; their clauses stand deeper.
  private mutating func add(_ node: CombinationSyntax) {
    let operands = node.operands
    level += 1
    add(operands.first)
    for (operation, operand) in operands.others {
      let first = pieces.count
      lead += "\(operation.rawValue) "
      add(operand)
      pieces[first].indent = 2 * level
    }
    level -= 1
  }
}

// Clauses and conditions.
extension SyntaxPieces {
  private mutating func add(_ clause: ClauseSyntax) {
    switch clause {
    case .names(let node):
      for (index, name) in node.names.enumerated() {
        lead += index == 0 ? "\(node.role.rawValue) " : "or "
        let isFirst = index == 0
        add(SyntaxPrinter.print(name), isFirst ? .clause : .item, at: isFirst ? node.range : name.range)
      }
    case .withRepeats: add("with repeats", .clause, at: clause.range)
    case .where(let node):
      lead += "where "
      add(node.condition, .clause, at: node.range)
    case .group(let node): add("group by", node.columns.map { (SyntaxPrinter.print($0), $0.range) }, clause)
    case .sort(let node): add("sort by", node.keys.map { (SyntaxPrinter.print($0), $0.range) }, clause)
    case .show(let node): add("show", node.columns.map { (SyntaxPrinter.print($0), $0.range) }, clause)
    case .limit(let node): add("limit \(node.count)", .clause, at: clause.range)
    case .sample(let node):
      add("sample \(node.count)" + (node.seed.map { " seed \($0)" } ?? ""), .clause, at: clause.range)
    case .count, .read: add(clause.keyword.rawValue, .clause, at: clause.range)
    case .analysis(let node): add(node)
    case .chart(let node):
      add(["chart", node.kind?.text].compactMap(\.self).joined(separator: " "), .clause, at: node.range)
    }
  }

  private mutating func add(_ node: AnalysisSyntax) {
    add(node.stage.rawValue, .clause, at: node.range)
    for option in node.options {
      let words = option.option.lead.map(\.rawValue).joined(separator: " ")
      let leads = !words.isEmpty && (option.option != .pattern || node.stage.printsOf)
      switch option.value {
      case .rows(let source):
        end(with: " \(words) ")
        addRows(source)
      case .pattern, .number, .share, .word, .order:
        end(with: " " + (leads ? "\(words) " : "") + SyntaxPrinter.print(option.value))
      }
    }
  }

  /// Rows that go on where the last piece ends.
  private mutating func addRows(_ source: SourceSyntax) {
    let before = pieces.removeLast()
    lead = before.text + lead
    let first = pieces.count
    add(source)
    if first < pieces.count {
      let piece = pieces[first]
      pieces[first] = SyntaxPiece(
        text: piece.text, joint: before.joint, indent: before.indent, start: before.start)
    }
  }

  /// A clause of a list: its keyword and the items, with commas.
  private mutating func add(_ keyword: String, _ items: [(String, SourceRange)], _ clause: ClauseSyntax) {
    lead += "\(keyword) "
    for (index, item) in items.enumerated() {
      let isFirst = index == 0
      if !isFirst { end(with: ",") }
      add(item.0, isFirst ? .clause : .item, at: isFirst ? clause.range : item.1)
    }
  }

  private mutating func add(
    _ condition: ConditionSyntax, _ joint: SyntaxPiece.Joint, at range: SourceRange
  ) {
    switch condition {
    case .or(let node): add(node, "or ", joint, at: range) { $0.isOr }
    case .and(let node): add(node, "and ", joint, at: range) { $0.isOr || $0.isAnd }
    case .not(let node):
      lead += "not "
      addBracketed(node.operand, node.operand.isOr || node.operand.isAnd, joint, at: range)
    case .membership(let node):
      lead += "\(SyntaxPrinter.print(node.field)) in ("
      for (index, value) in node.values.enumerated() {
        let isFirst = index == 0
        if !isFirst { end(with: ",") }
        add(SyntaxPrinter.print(value), isFirst ? joint : .item, at: isFirst ? range : value.range)
      }
      end(with: ")")
    case .comparison, .between, .contains, .matches, .missing, .yesNo:
      add(SyntaxPrinter.printOne(condition), joint, at: range)
    }
  }

  private mutating func add(
    _ node: JunctionSyntax, _ word: String, _ joint: SyntaxPiece.Joint, at range: SourceRange,
    needsBrackets: (ConditionSyntax) -> Bool
  ) {
    for (index, operand) in node.operands.enumerated() {
      let isFirst = index == 0
      if !isFirst { lead += word }
      addBracketed(
        operand, needsBrackets(operand), isFirst ? joint : .item, at: isFirst ? range : operand.range)
    }
  }

  private mutating func addBracketed(
    _ condition: ConditionSyntax, _ needsBrackets: Bool, _ joint: SyntaxPiece.Joint, at range: SourceRange
  ) {
    if needsBrackets { lead += "(" }
    add(condition, joint, at: range)
    if needsBrackets { end(with: ")") }
  }
}

extension ConditionSyntax {
  fileprivate var isOr: Bool { if case .or = self { true } else { false } }
  fileprivate var isAnd: Bool { if case .and = self { true } else { false } }
}

extension CombinationSyntax {
  /// The operands from left to right; operators are carried out in that order.
  fileprivate var operands: (first: SourceSyntax, others: [(SetOperation, SourceSyntax)]) {
    var others = [(operation, right)]
    var first = left
    while case .combined(let node) = first {
      others.append((node.operation, node.right))
      first = node.left
    }
    return (first, others.reversed())
  }
}
