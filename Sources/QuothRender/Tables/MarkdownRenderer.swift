//! Answers as a Markdown table.

internal import QuothQuery

/// Writes a table that every Markdown reader with tables understands.
enum MarkdownRenderer {
  static func render(_ table: ResultTable, missing: String, to write: (String) throws -> Void) rethrows {
    try write(line(table.columns.map { escaped($0.name) }))
    try write(line(table.columns.map { $0.type.isNumber ? "---:" : "---" }))
    for row in table.rows {
      try write(line(row.values.map { escaped(ValueText.of($0, listSeparator: ", ") ?? missing) }))
    }
  }

  private static func line(_ cells: [String]) -> String { "| " + cells.joined(separator: " | ") + " |\n" }

  /// Marks that would end the cell or begin markup lose their meaning.
  private static func escaped(_ text: String) -> String {
    var escaped = ""
    for character in TerminalText.sanitise(text, lineBreaks: .blank) {
      switch character {
      case "|", "\\", "*", "_", "`", "[": escaped += "\\" + String(character)
      case "<": escaped += "&lt;"
      default: escaped.append(character)
      }
    }
    return escaped
  }
}

extension ValueType {
  /// Whether values are digits that line up at their right.
  var isNumber: Bool {
    switch self {
    case .integer, .decimal: true
    case .text, .name, .choice, .date, .yesNo: false
    }
  }
}
