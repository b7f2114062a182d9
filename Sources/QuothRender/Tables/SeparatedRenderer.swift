//! Comma-separated values by RFC 4180, and tab-separated values.

internal import QuothQuery

/// Renders values with a separator between them.
struct SeparatedRenderer {
  let separator: String
  let lineEnd: String
  let field: @Sendable (String) -> String
  /// A terminal shows the text, and must not obey it.
  var isShown = false
  /// What stands for a missing value.
  var missing = ""
  /// Stands in comment lines before the head.
  var source: Provenance?

  static let csv = SeparatedRenderer(separator: ",", lineEnd: "\r\n", field: quoted)
  static let tsv = SeparatedRenderer(separator: "\t", lineEnd: "\n", field: escaped)

  func render(_ table: ResultTable, to write: (String) throws -> Void) rethrows {
    if let source { try write(source.comments(lineEnd: lineEnd)) }
    try write(line(table.columns.map(\.name)))
    for row in table.rows {
      try write(line(row.values.map { ValueText.of($0, listSeparator: "; ") ?? missing }))
    }
  }

  private func line(_ fields: [String]) -> String {
    // A lone empty field would be an empty line, which readers skip.
    if fields == [""] { return "\"\"" + lineEnd }
    let written = fields.map { text in
      // A `#` begins a comment for those who were told that the file has some, but within quotation marks.
      source != nil && separator == "," && text.utf8.contains(0x23) ? Self.quotedAlways(text) : field(text)
    }
    let safe = isShown ? written.map { TerminalText.sanitise($0, lineBreaks: .kept) } : written
    return safe.joined(separator: separator) + lineEnd
  }

  private static func quoted(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 == 0x22 || $0 == 0x2C || $0 == 0x0A || $0 == 0x0D })
    else {
      return text
    }
    return quotedAlways(text)
  }

  private static func quotedAlways(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      if scalar == "\"" { quoted += "\"" }
      quoted.unicodeScalars.append(scalar)
    }
    return quoted + "\""
  }

  private static func escaped(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 == 0x09 || $0 == 0x0A || $0 == 0x0D || $0 == 0x5C }) else {
      return text
    }
    var escaped = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\t": escaped += "\\t"
      case "\n": escaped += "\\n"
      case "\r": escaped += "\\r"
      case "\\": escaped += "\\\\"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }
}
