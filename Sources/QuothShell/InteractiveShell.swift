//! The loop of a person and a prompt: lines become statements, statements become answers.

internal import QuothQuery

/// Reads statements from a line editor and runs them, until someone leaves.
public struct InteractiveShell {
  private let session: Session
  private let editor: any LineEditor

  /// A loop that reads with `editor` and writes where the session does.
  public init(session: Session, editor: any LineEditor) {
    self.session = session
    self.editor = editor
    session.pastStatements = { [weak editor] in editor?.history ?? [] }
  }

  /// Runs until `quit` or the end of input.
  public func run() -> ExitStatus {
    // What is typed of a statement that is not complete, and what is open in it.
    var typed = ""
    var open: OpenConstruct?
    var knowsWayOut = false
    while session.canWrite {
      let before = typed
      let request = LineRequest(prompt: Prompt.text(open: open)) { line in
        session.completions(before: before.isEmpty ? line : before + "\n" + line)
      }
      switch editor.readLine(request) {
      case .endOfInput:
        guard !typed.isEmpty else {
          if session.leaveTour() { continue }
          return .success
        }
        session.tell("the statement is given up; Ctrl-D at an empty prompt leaves")
        (typed, open) = ("", nil)
      case .abandoned: (typed, open) = ("", nil)
      case .dismissed:
        if typed.isEmpty { _ = session.leaveTour() }
        (typed, open) = ("", nil)
      case .line(let line):
        if open != nil, Self.isCommandAnywhere(line) {
          if run(line) { return .success }
          continue
        }
        // An empty line ends the statement; what is missing is then said.
        let isEnded = line.allSatisfy(\.isWhitespace)
        if !isEnded { typed = typed.isEmpty ? line : typed + "\n" + line }
        open = isEnded ? nil : QueryLanguage.parse(typed).open
        guard open == nil else {
          if !knowsWayOut { session.tell("the statement goes on in the next line; an empty line ends it") }
          knowsWayOut = true
          continue
        }
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
    var statement = statement
    switch PastStatement.named(by: statement, in: editor.history) {
    case .success(let past):
      session.show(past)
      statement = past
    case .failure(let refusal):
      session.complain(refusal.message)
      return false
    case nil: break
    }
    // What `fix` runs is what one may want to call up again.
    if FixCommand.isMeant(by: statement), let correction = session.takeCorrection() {
      session.show(correction)
      statement = correction
    }
    editor.remember(statement, session.historyPolicy)
    let (query, pager) = PagerStage.taken(from: TourWord.command(for: statement) ?? statement)
    return session.run(Script(name: nil, text: query), ScriptMode.runs.atPrompt, pager: pager).leaves
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
    case .tour, .explain, .open, .read, .more, .why, .cite, .fix, .describe, .set, .history, .source, .save,
      .correct, .alias, .split, .topic, .corrections, .undo:
      return false
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

/// `QUERY | less` at a prompt: this answer goes to the pager, whatever the setting says.
enum PagerStage {
  private static let words = ["less", "more"]

  /// The statement without such an end, and how the pager is then used.
  static func taken(from statement: String) -> (String, PagerUse?) {
    let text = QueryText(statement)
    let tokens = Lexer.tokens(of: text).filter { !$0.kind.isTrivia && $0.kind != .newline && $0.kind != .end }
    guard let last = tokens.last, last.kind == .word, let pipe = tokens.dropLast().last, pipe.kind == .pipe,
      words.contains(text.string(in: last.range).lowercased()), let first = tokens.first
    else { return (statement, nil) }
    // The command of a pager may hold one itself.
    guard CommandCatalog.definition(named: text.string(in: first.range))?.name != .set else {
      return (statement, nil)
    }
    return (text.string(in: SourceRange(0, pipe.range.start)), .always)
  }
}
