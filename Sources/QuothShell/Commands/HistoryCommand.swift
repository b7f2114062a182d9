//! `history`: past statements with the numbers that run them again.

internal import QuothBasics
internal import QuothQuery
internal import QuothRender

/// Lists past statements.
struct HistoryCommand {
  /// How many are listed when nobody says.
  static let shown = 20

  /// The oldest first.
  let statements: [String]
  let rendering: Rendering

  func run(_ text: CommandText) -> Outcome {
    let word = text.text.trimmed
    // Without the line that asks.
    var listed = Array(statements.enumerated().dropLast())
    var limit = Self.shown
    if let number = Int(word) {
      guard number > 0 else { return .failure("history shows 1 statement or more, not \(number)") }
      limit = number
    } else if !word.isEmpty {
      limit = Int.max
      let folded = TextFolding.fold(word)
      listed = listed.filter { TextFolding.fold($0.element).contains(folded) }
      guard !listed.isEmpty else { return .failure("no past statement holds ‘\(word)’") }
    }
    var outcome = Outcome()
    guard !listed.isEmpty else { return .failure("there is no past statement yet") }
    let width = String(statements.count).count
    for (index, statement) in listed.suffix(limit) {
      outcome.results += line(index + 1, statement, width)
    }
    let total = listed.count
    let noun = total == 1 ? "statement" : "statements"
    let size = limit < total ? "the last \(limit) of \(total) \(noun)" : "\(total) \(noun)"
    outcome.footer = rendering.footer("\(size) · !N runs one again, Ctrl-R searches")
    return outcome
  }

  /// `  12  quotes by Raisi`; lines of one statement stand below each other.
  private func line(_ number: Int, _ statement: String, _ width: Int) -> String {
    let label = String(repeating: " ", count: width - String(number).count) + "\(number)  "
    let room = rendering.columns.map { max(16, $0 - width - 2) }
    let lines = StyledText(TerminalText.sanitise(statement, lineBreaks: .kept)).wrapped(to: room)
    let margin = String(repeating: " ", count: width + 2)
    return lines.enumerated().map { index, line in
      (index == 0 ? rendering.style.apply(.number, to: label) : margin) + line.plain + "\n"
    }.joined()
  }
}

extension String {
  /// Without white space at both ends.
  var trimmed: String {
    var rest = drop(while: \.isWhitespace)
    while rest.last?.isWhitespace == true { rest.removeLast() }
    return String(rest)
  }
}

/// `!12` and `!!` at a prompt.
enum PastStatement {
  /// The statement that a line means, or why there is none; nil when the line means itself.
  static func named(by line: String, in statements: [String]) -> Result<String, CommandRefusal>? {
    let typed = line.trimmed
    guard typed.first == "!", typed.count > 1 else { return nil }
    let name = typed.dropFirst()
    if name == "!" {
      guard let last = statements.last else {
        return .failure(CommandRefusal(message: "there is no past statement"))
      }
      return .success(last)
    }
    guard let number = Int(name) else { return nil }
    guard statements.indices.contains(number - 1) else {
      return .failure(
        CommandRefusal(
          message: "there is no past statement \(number); `history` lists them with their numbers"))
    }
    return .success(statements[number - 1])
  }
}
