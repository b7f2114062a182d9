//! Text for readers of Markdown: the few marks that a page of documentation needs.

/// Builds a page of Markdown.
public struct MarkdownPage: Sendable {
  /// The page so far, ended by a line break.
  public private(set) var text = ""

  /// An empty page.
  public init() {}

  /// A heading; 1 is the title's.
  public mutating func heading(_ level: Int, _ words: String) {
    block(String(repeating: "#", count: level) + " " + words)
  }

  /// Words that may hold marks of their own: `code` between backticks and links.
  public mutating func paragraph(_ words: String) { block(words) }

  /// Lines as they stand.
  public mutating func code(_ lines: [String]) {
    // A fence is longer than any run of backticks in it.
    let longest = lines.flatMap { $0.split { $0 != "`" } }.map(\.count).max() ?? 0
    let fence = String(repeating: "`", count: max(3, longest + 1))
    block(([fence + "text"] + lines + [fence]).joined(separator: "\n"))
  }

  /// A table; cells are plain text, those of the first column code.
  public mutating func table(_ columns: [String], _ rows: [[String]]) {
    var lines = [line(columns), line(columns.map { _ in "---" })]
    for row in rows {
      lines.append(
        line(row.enumerated().map { $0 == 0 ? MarkdownPage.code($1) : MarkdownPage.escaped($1) }))
    }
    block(lines.joined(separator: "\n"))
  }

  /// What is only seen by those who open it.
  public mutating func folded(_ summary: String, _ body: (inout MarkdownPage) -> Void) {
    block("<details><summary>\(MarkdownPage.escaped(summary))</summary>")
    body(&self)
    block("</details>")
  }

  /// Words as code. In a table, a bar would end the cell.
  public static func code(_ words: String) -> String {
    let words = words.replacing("|", with: "\\|")
    return words.contains("`") ? "`` \(words) ``" : "`\(words)`"
  }

  /// Text without marks.
  public static func escaped(_ text: String) -> String {
    var escaped = ""
    for sign in text {
      switch sign {
      case "\\", "`", "*", "_", "[", "]", "|", "~": escaped += "\\\(sign)"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "&": escaped += "&amp;"
      case "\n": escaped += " "
      default: escaped.append(sign)
      }
    }
    return escaped
  }

  private func line(_ cells: [String]) -> String { "| " + cells.joined(separator: " | ") + " |" }

  private mutating func block(_ lines: String) { text += (text.isEmpty ? "" : "\n") + lines + "\n" }
}
