//! An answer as a table of HTML.

internal import QuothBasics
public import QuothQuery

/// Writes a table whose rows have numbers that lead to what they stand for.
public struct HTMLTable: Sendable {
  /// More rows make a page that no browser bears.
  public static let rowLimit = 5_000

  private let table: ResultTable
  private let columns: [Int]

  /// The columns of these names, or all where nil.
  public init(_ table: ResultTable, columns: [String]?) {
    self.table = table
    self.columns = table.columns.indices.filter { columns?.contains(table.columns[$0].name) ?? true }
  }

  /// `target` gives the anchor of what a row stands for, where that is on the page; an error that it throws ends the
  /// work.
  public func render(target: (Int) throws -> String?) rethrows -> String {
    var html = "<div class=\"wide\"><table>\n<thead><tr><th scope=\"col\">#</th>"
    for column in columns {
      html +=
        "<th scope=\"col\"\(Self.style(of: table.columns[column]))>\(Markup.escape(table.columns[column].name))</th>"
    }
    html += "</tr></thead>\n<tbody>\n"
    for (index, row) in table.rows.prefix(Self.rowLimit).enumerated() {
      let number = try target(index).map { "<a href=\"#\($0)\">\(index + 1)</a>" } ?? String(index + 1)
      html += "<tr id=\"row-\(index + 1)\"><th scope=\"row\">\(number)</th>"
      for column in columns {
        html += "<td\(Self.style(of: table.columns[column])) dir=\"auto\">\(cell(row, column))</td>"
      }
      html += "</tr>\n"
    }
    return html + "</tbody>\n</table></div>\n" + more
  }

  private var more: String {
    let count = table.rows.count - Self.rowLimit
    return count > 0 ? "<p class=\"note\">\(count) more rows are left out here.</p>\n" : ""
  }

  private static func style(of column: ResultColumn) -> String {
    switch column.layout {
    case .before: return " class=\"number\""
    case .plot: return " class=\"plot\""
    case .text where column.type == .date: return " class=\"date\""
    case .text, .node, .after: return column.type.isNumber && !column.isList ? " class=\"number\"" : ""
    }
  }

  private func cell(_ row: ResultRow, _ column: Int) -> String {
    guard let text = ValueText.short(row.values[column]) else { return "<span class=\"missing\">–</span>" }
    let marks = row.marks.filter { $0.column == column }.map(\.range)
    return TableRenderer.marked(text, marks, role: .plain).runs.map { run in
      run.role == .match ? "<b>\(Markup.escape(run.text))</b>" : Markup.escape(run.text)
    }.joined()
  }
}
