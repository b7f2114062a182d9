//! How this session shows things: the renderers with its format, width and colours filled in.

internal import QuothQuery
internal import QuothRender

/// The renderers, set for one session at one moment.
struct Rendering {
  private let settings: Settings
  let columns: Int?
  let style: TextStyle
  /// Messages may go elsewhere than results.
  let messageStyle: TextStyle
  let isInteractive: Bool
  /// Results go to a terminal.
  private let isShown: Bool
  /// Lines of the terminal.
  private let screenLines: Int?

  var format: OutputFormat { settings.format }

  init(settings: Settings, console: Console) {
    self.settings = settings
    let screen = console.columns()
    isShown = screen != nil
    screenLines = console.rows()
    columns = settings.width ?? screen
    style = settings.usesColour ?? console.usesColour ? .ansi : .plain
    messageStyle = settings.usesColour ?? console.coloursMessages ? .ansi : .plain
    isInteractive = console.isInteractive
  }

  /// How wide messages may be; what is no terminal wraps its lines itself.
  private var messageColumns: Int? { isInteractive ? columns : nil }

  /// What is shown of a table: as many rows as are wanted.
  func shown(_ table: ResultTable) -> ResultTable { settings.rows.map { table.first($0) } ?? table }

  /// Hands a table's text over piece by piece; an error that `write` throws ends the work.
  func write(_ table: ResultTable, to write: (String) throws -> Void) rethrows {
    let renderer = ResultRenderer(
      format: format, width: columns, style: style, isShown: isShown, missing: settings.missing)
    try renderer.render(table, to: write)
  }

  /// The first rows of a table that explains a message.
  func preview(of table: ResultTable) -> String {
    ResultRenderer(
      format: .table, width: isInteractive ? columns : columns ?? Self.previewWidth, style: messageStyle,
      isShown: true
    ).render(table.first(Self.previewRows))
  }

  static let previewRows = 5
  /// A log is read in a window of some width.
  private static let previewWidth = 100

  /// The line below an answer; `timing` ends it.
  func footer(of table: ResultTable, timing: String?) -> String {
    var parts = [FooterRenderer.render(shown(table))]
    if let rows = settings.rows, rows < table.rows.count { parts.append("‘set rows all’ shows them all") }
    if let timing { parts.append(timing) }
    let text = parts.filter { !$0.isEmpty }.joined(separator: " · ")
    return footer(text)
  }

  /// What stands below results, wrapped.
  func footer(_ text: String) -> String {
    guard !text.isEmpty else { return "" }
    let lines = StyledText(text, isInteractive ? .faint : .plain).wrapped(to: columns)
    return lines.map { $0.rendered(style) + "\n" }.joined()
  }

  /// Text of our own, its lines no longer than the terminal's.
  func wrapped(_ text: String) -> String {
    StyledText(text).wrapped(to: columns).map(\.plain).joined(separator: "\n")
  }

  func message(of diagnostic: Diagnostic, in script: Script) -> String {
    let renderer = DiagnosticRenderer(
      style: messageStyle, file: script.name, firstLine: script.firstLine, width: messageColumns)
    return renderer.render(diagnostic, in: script.text)
  }

  /// How many problems of a text are not told.
  func untold(_ count: Int, in script: Script) -> String {
    DiagnosticRenderer(style: messageStyle, file: script.name, width: messageColumns).untold(count)
  }

  /// An error that is no diagnostic, its place before it in scripts.
  func message(_ problem: String, at place: String?) -> String {
    var line = StyledText(place.map { "\($0): " } ?? "")
    line.append("error:", .error)
    line.append(" " + TerminalText.sanitise(problem, lineBreaks: .blank))
    // A place that is broken cannot be copied.
    let lines = line.wrapped(to: isInteractive && place == nil ? columns : nil)
    return lines.map { $0.rendered(messageStyle) + "\n" }.joined()
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

  /// Whether a picture can stand among results: programs that were promised a format can do nothing with one.
  var showsPictures: Bool {
    switch format {
    case .table, .markdown: true
    case .csv, .tsv, .json, .jsonl: isInteractive
    }
  }

  /// A picture for the screen; where there is none, for one of the usual size. `footer` stands below it.
  func picture(_ chart: Chart, beside footer: String) -> String {
    let below = footer.split(separator: "\n").count
    // The empty line and the prompt that follow, and the line of the query before.
    let lines = (screenLines ?? 24) - below - 3
    let height = settings.rows.map(ChartHeight.rows) ?? .lines(lines)
    return TerminalChart(width: columns ?? 80, height: height, style: style).render(chart)
  }

  /// The corrected query that an error offers.
  func offer(of correction: String, to audience: Audience) -> String {
    let lead = audience == .prompt ? "fix runs: " : "corrected: "
    let isLong = correction.utf8.count > 400
    let shown = TerminalText.sanitise(isLong ? correction.prefix(400) + "…" : correction, lineBreaks: .blank)
    let text = StyledText([.init("  " + lead), .init(shown, .suggestion)])
    let lines = text.wrapped(to: messageColumns.map { max(16, $0 - 4) })
    return lines.enumerated().map { ($0 == 0 ? "" : "    ") + $1.rendered(messageStyle) + "\n" }.joined()
  }

  /// What stands for a missing value; nil leaves it to the format.
  var missing: String? { settings.missing }

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

  /// How the figures of a row came about; nil where it has none to explain.
  func figures(of row: ResultRow, in answer: ResultTable) -> String? {
    FigureExplainer(width: columns, style: style).render(row, of: answer)
  }

  func help(_ examples: any ExampleSource = NoExamples()) -> HelpRenderer {
    HelpRenderer(width: columns, style: style, examples: examples)
  }
}
