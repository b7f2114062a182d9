//! How this session shows things: the renderers with its format, width and colours filled in.

internal import QuothQuery
internal import QuothRender

/// The renderers, set for one session at one moment.
struct Rendering {
  let format: OutputFormat
  let columns: Int?
  let usesColour: Bool
  let isInteractive: Bool

  private var style: TextStyle { usesColour ? .ansi : .plain }

  func results(of table: ResultTable) -> String {
    ResultRenderer(format: format, width: columns, style: style).render(table)
  }

  func footer(of table: ResultTable) -> String {
    let text = FooterRenderer.render(table)
    guard !text.isEmpty else { return "" }
    return (isInteractive ? style.apply(.faint, to: text) : text) + "\n"
  }

  func message(of diagnostic: Diagnostic, in text: QueryText, scriptName: String?) -> String {
    let place = text.position(at: diagnostic.range.start)
    return "\(scriptName.map { "\($0):\(place.line):\(place.column): " } ?? "")\(diagnostic.severity.rawValue)[\(diagnostic.id.rawValue)]\n"
  }

  /// What stands between two results of one stream.
  var separator: String {
    switch format {
    case .table, .csv, .tsv, .markdown: "\n"
    case .json, .jsonl: ""
    }
  }

  var pageLayout: PageLayout { PageLayout(columns: columns, style: style) }
}
