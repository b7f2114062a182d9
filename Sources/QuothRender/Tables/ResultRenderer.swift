//! Answers to text, in each output format.

internal import QuothBasics
public import QuothQuery

/// A form of output.
public enum OutputFormat: String, CaseIterable, Hashable, Sendable {
  case table, csv, tsv, json, jsonl, markdown

  private static let byEnding: KeyValuePairs<String, OutputFormat> = [
    "csv": .csv, "tsv": .tsv, "json": .json, "jsonl": .jsonl, "ndjson": .jsonl, "md": .markdown,
    "txt": .table,
  ]

  /// The endings of files that name a format.
  public static var fileEndings: [String] { byEnding.map(\.key) }

  /// The usual ending of a file in this format.
  public var fileEnding: String { OutputFormat.byEnding.first { $0.value == self }?.key ?? "txt" }

  /// The format that a file's ending asks for.
  public init?(fileEnding: String) {
    let lowered = fileEnding.lowercased()
    guard let (_, format) = OutputFormat.byEnding.first(where: { $0.key == lowered }) else { return nil }
    self = format
  }
}

/// Renders result tables.
public struct ResultRenderer: Sendable {
  /// The form of the text.
  public let format: OutputFormat
  /// Columns of the terminal; nil where nothing is to be cut or wrapped.
  public let width: Int?
  /// Whether roles of text have colours; only tables have any.
  public let style: TextStyle
  /// A terminal shows the text: control characters of articles must not reach it in any format.
  public let isShown: Bool
  /// What stands for a missing value, but in JSON; nil leaves it to the format.
  public let missing: String?
  /// What the text says of its making.
  public let source: Provenance?

  public init(
    format: OutputFormat, width: Int? = nil, style: TextStyle = .plain, isShown: Bool = false,
    missing: String? = nil, source: Provenance? = nil
  ) {
    self.format = format
    self.width = width
    self.style = style
    self.isShown = isShown
    self.missing = missing
    self.source = source
  }

  /// Hands the text over piece by piece; an error that `write` throws ends the work.
  public func render(_ table: ResultTable, to write: (String) throws -> Void) rethrows {
    switch format {
    case .table:
      if let source { try write(source.textHeader) }
      try TableRenderer(width: width, style: style, missing: missing ?? "–").render(table, to: write)
    case .csv: try separated(.csv).render(table, to: write)
    case .tsv: try separated(.tsv).render(table, to: write)
    case .json: try JSONRenderer.renderArray(table, source: source?.object) { try write(shown($0)) }
    case .jsonl: try JSONRenderer.renderLines(table, source: source?.object) { try write(shown($0)) }
    case .markdown:
      if let source { try write(source.markdownComment) }
      try MarkdownRenderer.render(table, missing: missing ?? "–", to: write)
    }
  }

  private func separated(_ renderer: SeparatedRenderer) -> SeparatedRenderer {
    var renderer = renderer
    renderer.isShown = isShown
    renderer.missing = missing ?? ""
    renderer.source = source
    return renderer
  }

  /// JSON escapes most controls itself; those that reorder text are left.
  private func shown(_ text: String) -> String {
    isShown ? TerminalText.sanitise(text, lineBreaks: .kept) : text
  }

  /// The whole text at once.
  public func render(_ table: ResultTable) -> String {
    var text = ""
    render(table) { text += $0 }
    return text
  }
}

/// Values as text, the same in every format but JSON.
public enum ValueText {
  /// The text of a value; nil when it is missing.
  public static func of(_ value: Value, listSeparator: String) -> String? {
    switch value {
    case .missing: nil
    case .text(let text): text
    case .integer(let number): String(number)
    case .decimal(let number): decimal(number)
    case .day(let day): day.description
    case .yesNo(let isYes): isYes ? "yes" : "no"
    case .list(let values):
      values.isEmpty
        ? nil : values.compactMap { of($0, listSeparator: listSeparator) }.joined(separator: listSeparator)
    }
  }

  /// The text of a value for a table to be looked at: fractions to four places below one, two above, and none from a
  /// thousand on.
  public static func short(_ value: Value) -> String? {
    guard case .decimal(let number) = value, number.isFinite else { return of(value, listSeparator: ", ") }
    if abs(number) >= 1_000, abs(number) < 1e15 { return String(Int(number.rounded())) }
    let scale: Double = abs(number) < 1 ? 10_000 : 100
    return decimal((number * scale).rounded() / scale)
  }

  /// The shortest digits that read back as the same number.
  static func decimal(_ number: Double) -> String? {
    number.isFinite ? number.description : nil
  }
}
