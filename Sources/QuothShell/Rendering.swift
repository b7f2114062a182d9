//! How this session shows things: the renderers with its format, width and colours filled in.

internal import QuothQuery
internal import QuothRender

/// The renderers, set for one session at one moment.
struct Rendering {
  let format: OutputFormat
  let columns: Int?
  let style: TextStyle
  /// Messages may go elsewhere than results.
  let messageStyle: TextStyle
  let isInteractive: Bool

  /// Results go to a terminal, which has a width.
  private var isShown: Bool { columns != nil }

  init(format: OutputFormat, console: Console) {
    self.format = format
    columns = console.columns()
    style = console.usesColour ? .ansi : .plain
    messageStyle = console.coloursMessages ? .ansi : .plain
    isInteractive = console.isInteractive
  }

  /// How wide messages may be; what is no terminal wraps its lines itself.
  private var messageColumns: Int? { isInteractive ? columns : nil }

  /// Hands a table's text over piece by piece; an error that `write` throws ends the work.
  func write(_ table: ResultTable, to write: (String) throws -> Void) rethrows {
    let renderer = ResultRenderer(format: format, width: columns, style: style, isShown: isShown)
    try renderer.render(table, to: write)
  }

  func footer(of table: ResultTable) -> String {
    let text = FooterRenderer.render(table)
    guard !text.isEmpty else { return "" }
    let lines = StyledText(text, isInteractive ? .faint : .plain).wrapped(to: columns)
    return lines.map { $0.rendered(style) + "\n" }.joined()
  }

  /// Text of our own, its lines no longer than the terminal's.
  func wrapped(_ text: String) -> String {
    StyledText(text).wrapped(to: columns).map(\.plain).joined(separator: "\n")
  }

  func message(of diagnostic: Diagnostic, in text: QueryText, scriptName: String?) -> String {
    DiagnosticRenderer(style: messageStyle, file: scriptName, width: messageColumns).render(
      diagnostic, in: text)
  }

  /// A query that runs without having been typed.
  func shown(query: String) -> String {
    style.apply(.suggestion, to: TerminalText.sanitise(query, lineBreaks: .kept)) + "\n"
  }

  /// Formats for other programs come without explanations.
  var explainsEmptyAnswers: Bool {
    switch format {
    case .table, .markdown: true
    case .csv, .tsv, .json, .jsonl: isInteractive
    }
  }

  func funnel(_ funnel: Funnel) -> String {
    FunnelRenderer(width: messageColumns, style: messageStyle).render(funnel)
  }

  /// The corrected query that an error offers.
  func offer(of correction: String, to audience: Audience) -> String {
    let lead = audience == .prompt ? "fix runs: " : "corrected: "
    let isLong = correction.utf8.count > 400
    let shown = TerminalText.sanitise(isLong ? correction.prefix(400) + "…" : correction, lineBreaks: .blank)
    let text = StyledText([.init(lead), .init(shown, .suggestion)])
    let lines = text.wrapped(to: messageColumns.map { max(1, $0 - 2) })
    return lines.map { "  \($0.rendered(messageStyle))\n" }.joined()
  }

  /// The message of an error that is no diagnostic, with the place it begins with.
  func error(_ problem: String, at place: String) -> String {
    let text = StyledText([.init(place), .init("error:", .error), .init(" \(problem)")])
    let lines = text.wrapped(to: messageColumns.map { max(1, $0 - 2) })
    return lines.enumerated().map { ($0 == 0 ? "" : "  ") + $1.rendered(messageStyle) + "\n" }.joined()
  }

  /// What begins the message of an error that is no diagnostic.
  var errorWord: String { messageStyle.apply(.error, to: "error:") }

  /// What stands between two results of one stream.
  var separator: String {
    switch format {
    case .table, .csv, .tsv, .markdown: "\n"
    case .json, .jsonl: ""
    }
  }

  var pageLayout: PageLayout { PageLayout(columns: columns, style: style) }

  var explanation: ExplanationRenderer { ExplanationRenderer(width: columns, style: style) }

  var help: HelpRenderer { HelpRenderer(width: columns, style: style) }
}
