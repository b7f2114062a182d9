//! `explain`: what a query does in plain English, then the plan with the rows that each operation took and gave.

internal import QuothBasics
public import QuothQuery

/// Renders the explanation of a query that has run.
public struct ExplanationRenderer: Sendable {
  /// Columns that the text must fit in; nil where it may be as wide as it is.
  public let width: Int?
  /// Whether roles of text have colours.
  public let style: TextStyle

  public init(width: Int? = nil, style: TextStyle = .plain) {
    self.width = width
    self.style = style
  }

  /// `claim` is what `expect` says of the answer.
  public func render(
    _ query: BoundQuery, _ claim: BoundClaim? = nil, _ report: StepReport, _ mode: ExplainMode
  ) -> String {
    var text = style.apply(.heading, to: "What is done") + "\n"
    for (index, sentence) in PlanNarrator.sentences(of: query, claim).enumerated() {
      text += wrapped("\(index + 1). \(sentence)", indent: 2, hanging: 3)
    }
    text += "\n" + style.apply(.heading, to: "How, the last operation first") + "\n"
    text += table(rows(of: report, depth: 0, mode), mode)
    if mode == .analyze { text += "total \(Self.milliseconds(report.totalTime)) ms\n" }
    return text
  }

  /// One line of the table: figures, then the operation.
  private struct Row {
    let cells: [String]
    let operation: String
    let depth: Int
  }

  private func rows(of report: StepReport, depth: Int, _ mode: ExplainMode) -> [Row] {
    let taken = report.rowsIn.isEmpty ? "" : report.rowsIn.map(String.init).joined(separator: " + ")
    var cells = [taken, String(report.rowsOut)]
    if mode == .analyze { cells.append(Self.milliseconds(report.time)) }
    let access = report.access.map { " (\(Self.words($0)))" } ?? ""
    let row = Row(cells: cells, operation: PlanPrinter.line(of: report.operation) + access, depth: depth)
    return [row] + report.inputs.flatMap { rows(of: $0, depth: depth + 1, mode) }
  }

  private func table(_ rows: [Row], _ mode: ExplainMode) -> String {
    let heads = ["rows in", "rows out"] + (mode == .analyze ? ["ms"] : [])
    let widths = heads.indices.map { column in
      ([heads[column]] + rows.map { $0.cells[column] }).map(DisplayWidth.of).max() ?? 0
    }
    func figures(_ cells: [String]) -> String {
      zip(cells, widths).map { String(repeating: " ", count: $1 - DisplayWidth.of($0)) + $0 + "  " }.joined()
    }
    var text = "  " + style.apply(.faint, to: figures(heads) + "operation") + "\n"
    let left = 2 + widths.reduce(0) { $0 + $1 + 2 }
    for row in rows {
      let indent = row.depth * 2
      let safe = TerminalText.sanitise(row.operation, lineBreaks: .blank)
      let lines = StyledText(safe).wrapped(to: width.map { max(12, $0 - left - indent - 2) })
      for (index, line) in lines.enumerated() {
        let lead = index == 0 ? "  " + figures(row.cells) : String(repeating: " ", count: left + 2)
        text += lead + String(repeating: " ", count: indent) + line.rendered(style) + "\n"
      }
    }
    return text
  }

  private func wrapped(_ text: String, indent: Int, hanging: Int) -> String {
    let safe = TerminalText.sanitise(text, lineBreaks: .blank)
    let lines = StyledText(safe).wrapped(to: width.map { max(20, $0 - indent - hanging) })
    return lines.enumerated().map { index, line in
      String(repeating: " ", count: index == 0 ? indent : indent + hanging) + line.rendered(style) + "\n"
    }.joined()
  }

  private static func words(_ access: AccessPath) -> String {
    switch access {
    case .scan: "looks at every row"
    case .index(let fields, let candidates):
      "an index of \(fields.joined(separator: ", ")) left \(candidates) to look at"
    }
  }

  /// Thousandths of a second with two digits after the point.
  private static func milliseconds(_ time: Duration) -> String {
    let hundredths = time.components.attoseconds / 10_000_000_000_000 + time.components.seconds * 100_000
    let rest = hundredths % 100
    return "\(hundredths / 100).\(rest < 10 ? "0" : "")\(rest)"
  }
}
