//! A line editor that types a fixed list of lines: transcripts of sessions run without a terminal.

/// Gives the lines of a script, one at each request, and then ends the input.
public final class ScriptedLineEditor: LineEditor {
  private var lines: ArraySlice<String>
  /// Called with the prompt and the line, before the line is given.
  private let echo: (String, String) -> Void
  /// The statements remembered so far.
  public private(set) var history: [String] = []

  /// An editor that types these lines.
  public init(lines: [String], echo: @escaping (String, String) -> Void = { _, _ in }) {
    self.lines = lines[...]
    self.echo = echo
  }

  /// The next line, or the end of input after the last.
  public func readLine(_ request: LineRequest) -> LineRead {
    guard let line = lines.popFirst() else { return .endOfInput }
    echo(request.prompt, line)
    // Keys as they are written in a transcript.
    switch line {
    case "^C": return .dismissed
    case "^D": return .endOfInput
    default: return .line(line)
    }
  }

  /// Appends to `history`; the policy does not matter here.
  public func remember(_ statement: String, _ policy: HistoryPolicy) { history.append(statement) }
}
