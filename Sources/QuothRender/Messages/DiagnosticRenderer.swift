//! Problems to text: the source line, carets under the words, what is wrong, and what would do.

internal import QuothBasics
public import QuothQuery

/// Renders diagnostics for a prompt, or for a script with `file:line:column`.
public struct DiagnosticRenderer: Sendable {
  /// Whether roles of text have colours.
  public let style: TextStyle
  /// The script's name; nil at a prompt.
  public let file: String?
  /// The line of the script that the text begins at.
  public let firstLine: Int
  /// Columns that messages are wrapped to; nil leaves each on one line.
  public let width: Int?

  public init(style: TextStyle = .plain, file: String? = nil, firstLine: Int = 1, width: Int? = nil) {
    self.style = style
    self.file = file
    self.firstLine = firstLine
    self.width = width
  }

  /// How wide a source line may be shown.
  private var sourceWidth: Int { min(100, max(20, (width ?? 100) - (file == nil ? 0 : 4))) }

  /// The whole message, ended by a line end.
  public func render(_ diagnostic: Diagnostic, in text: QueryText) -> String {
    var lines: [String] = []
    let isNote = diagnostic.severity == .note
    if file == nil, !isNote { lines += snippet(diagnostic, in: text) }
    // A place that is broken cannot be copied.
    let headline = headline(diagnostic, in: text)
    lines += file == nil ? wrapped(headline) : [headline.rendered(style)]
    if file != nil, !isNote { lines += snippet(diagnostic, in: text).map { "    " + $0 } }
    lines += DiagnosticMessages.hints(for: diagnostic).flatMap {
      wrapped(StyledText("  " + safe($0)))
    }
    if let offer = offer(diagnostic) { lines += wrapped(offer) }
    return lines.joined(separator: "\n") + "\n"
  }

  /// All messages, in order.
  public func render(_ diagnostics: [Diagnostic], in text: QueryText) -> String {
    diagnostics.map { render($0, in: text) }.joined()
  }

  /// One line that says how many problems of a text are not shown, ended by a line end.
  public func untold(_ count: Int) -> String {
    var line = StyledText(file.map { "\(safe($0)): " } ?? "")
    line.append("error[\(DiagnosticID.tooManyProblems.rawValue)]:", .error)
    line.append(" " + DiagnosticMessages.message(for: .tooManyProblems(count)))
    return wrapped(line).joined(separator: "\n") + "\n"
  }

  /// Lines that go on below are indented a little more.
  private func wrapped(_ text: StyledText) -> [String] {
    guard let width else { return [text.rendered(style)] }
    let room = max(16, width - 4)
    guard text.width > width else { return [text.rendered(style)] }
    // A line that is wrapped loses nothing but the blanks it is broken at.
    let lines = text.wrapped(to: room)
    return lines.enumerated().map { number, line in (number == 0 ? "" : "    ") + line.rendered(style) }
  }

  private func headline(_ diagnostic: Diagnostic, in text: QueryText) -> StyledText {
    let role: TextRole =
      switch diagnostic.severity {
      case .error: .error
      case .warning: .warning
      case .note: .note
      }
    var line = StyledText()
    if let file {
      let position = text.position(at: diagnostic.range.start)
      line.append("\(safe(file)):\(position.line + firstLine - 1):\(position.column): ")
    }
    line.append("\(diagnostic.severity.rawValue)[\(diagnostic.id.rawValue)]:", role)
    line.append(" " + safe(DiagnosticMessages.message(for: diagnostic.problem)))
    return line
  }

  /// `did you mean Raisi (Ebrahim Raisi, 22 quotes)?`
  private func offer(_ diagnostic: Diagnostic) -> StyledText? {
    guard !diagnostic.suggestions.isEmpty else { return nil }
    var line = StyledText("  did you mean ")
    for (number, suggestion) in diagnostic.suggestions.enumerated() {
      let isLast = number == diagnostic.suggestions.count - 1
      if number > 0 { line.append(isLast ? " or " : ", ") }
      line.append(safe(suggestion.text), .suggestion)
      line.append(DiagnosticRenderer.facts(of: suggestion))
    }
    line.append("?")
    return line
  }

  private static func facts(of suggestion: Suggestion) -> String {
    var facts: [String] = []
    if let name = suggestion.name { facts.append(TerminalText.sanitise(name, lineBreaks: .blank)) }
    if let count = suggestion.count, let unit = suggestion.unit {
      facts.append("\(count) \(count == 1 ? QueryCollection(rawValue: unit)?.singular ?? unit : unit)")
    }
    return facts.isEmpty ? "" : " (\(facts.joined(separator: ", ")))"
  }

  /// The line of the problem and carets below its range.
  private func snippet(_ diagnostic: Diagnostic, in text: QueryText) -> [String] {
    let line = text.lineRange(text.position(at: diagnostic.range.start).line)
    guard line.length > 0 else { return [] }
    let start = min(diagnostic.range.start, line.end)
    let end = max(start, min(diagnostic.range.end, line.end))
    let before = safe(text.string(in: SourceRange(line.start, start)))
    let marked = safe(text.string(in: SourceRange(start, end)))
    let after = safe(text.string(in: SourceRange(end, line.end)))
    let lead = DiagnosticRenderer.tail(before, sourceWidth / 2)
    let shown = DisplayWidth.truncate(marked, to: sourceWidth / 2)
    let rest = max(1, sourceWidth - DisplayWidth.of(lead) - DisplayWidth.of(shown))
    let carets = String(repeating: "^", count: max(1, DisplayWidth.of(shown)))
    let pad = String(repeating: " ", count: DisplayWidth.of(lead))
    return [lead + shown + DisplayWidth.truncate(after, to: rest), pad + style.apply(.error, to: carets)]
  }

  /// The last columns of a text, begun by `…` when something was cut.
  private static func tail(_ text: String, _ columns: Int) -> String {
    guard DisplayWidth.of(text) > columns else { return text }
    var kept: [Character] = []
    var width = 1
    for character in text.reversed() {
      width += DisplayWidth.of(character)
      if width > columns { break }
      kept.append(character)
    }
    return "…" + String(kept.reversed())
  }

  private func safe(_ text: String) -> String { TerminalText.sanitise(text, lineBreaks: .blank) }
}
