//! The loop of a person and a prompt: lines become statements, statements become answers.

internal import QuothQuery

/// Reads statements from a line editor and runs them, until someone leaves.
public struct InteractiveShell {
  private let session: Session
  private let editor: any LineEditor

  public init(session: Session, editor: any LineEditor) {
    self.session = session
    self.editor = editor
  }

  /// Runs until `quit` or the end of input.
  public func run() -> ExitStatus {
    session.greet()
    // What is typed of a statement that is not complete, and what is open in it.
    var typed = ""
    var open: OpenConstruct?
    while session.canWrite {
      let before = typed
      let request = LineRequest(prompt: Prompt.text(open: open)) { line in
        session.completions(before: before.isEmpty ? line : before + "\n" + line)
      }
      switch editor.readLine(request) {
      case .endOfInput:
        guard !typed.isEmpty else { return .success }
        session.tell("the statement is given up; Ctrl-D at an empty prompt leaves")
        (typed, open) = ("", nil)
      case .abandoned: (typed, open) = ("", nil)
      case .line(let line):
        if open != nil, Self.isCommandAnywhere(line) {
          if run(line) { return .success }
          continue
        }
        // An empty line ends the statement; what is missing is then said.
        let isEnded = line.allSatisfy(\.isWhitespace)
        if !isEnded { typed = typed.isEmpty ? line : typed + "\n" + line }
        open = isEnded ? nil : QueryLanguage.parse(typed).open
        guard open == nil else { continue }
        let statement = typed
        typed = ""
        if run(statement) { return .success }
      }
    }
    return .success
  }

  /// Runs a whole statement; true when it says to leave.
  private func run(_ statement: String) -> Bool {
    guard !statement.allSatisfy(\.isWhitespace) else { return false }
    editor.remember(statement)
    return session.run(Script(name: nil, text: statement), .runs).leaves
  }

  /// Whether a line means the shell and not the statement it stands in.
  private static func isCommandAnywhere(_ line: String) -> Bool {
    let words = line.split(whereSeparator: \.isWhitespace)
    guard let first = words.first, let command = CommandCatalog.definition(named: String(first)) else {
      return false
    }
    switch command.name {
    case .help: return words.count <= 2
    case .quit: return words.count == 1
    case .read, .why, .explain, .fix: return false
    }
  }
}

/// The words before a line.
enum Prompt {
  static let start = "quoth> "

  /// Right-aligned under the first prompt, and saying what is open.
  static func text(open: OpenConstruct?) -> String {
    guard let open else { return start }
    let mark =
      switch open {
      case .bracket: "(…"
      case .quote: "\"…"
      case .after(let word): "\(word)…"
      }
    return String(repeating: " ", count: max(0, start.count - 2 - mark.count)) + mark + "> "
  }
}
