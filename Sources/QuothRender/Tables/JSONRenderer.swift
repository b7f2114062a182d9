//! Answers as JSON: objects with their keys in column order.

internal import QuothQuery

/// Writes JSON by RFC 8259.
enum JSONRenderer {
  // What the text says of its making is a field of the first object: the rows stay as many as they are, and an array
  // stays an array.

  /// One array, one object a line.
  static func renderArray(_ table: ResultTable, source: String?, to write: (String) throws -> Void) rethrows {
    let names = keys(of: table)
    try write("[")
    for (index, row) in table.rows.enumerated() {
      try write((index == 0 ? "\n" : ",\n") + object(row, names, index == 0 ? source : nil))
    }
    try write(table.rows.isEmpty ? "]\n" : "\n]\n")
  }

  /// One object a line.
  static func renderLines(_ table: ResultTable, source: String?, to write: (String) throws -> Void) rethrows {
    let names = keys(of: table)
    for (index, row) in table.rows.enumerated() {
      try write(object(row, names, index == 0 ? source : nil) + "\n")
    }
  }

  private static func keys(of table: ResultTable) -> [String] {
    table.columns.map { string($0.name) + ": " }
  }

  private static func object(_ row: ResultRow, _ keys: [String], _ source: String?) -> String {
    var text = "{" + (source.map { "\"_source\": \($0)" + (keys.isEmpty ? "" : ", ") } ?? "")
    for (index, (key, value)) in zip(keys, row.values).enumerated() {
      if index > 0 { text += ", " }
      text += key
      append(value, to: &text)
    }
    return text + "}"
  }

  private static func append(_ value: Value, to text: inout String) {
    switch value {
    case .missing: text += "null"
    case .text(let content): text += string(content)
    case .integer(let number): text += String(number)
    case .decimal(let number): text += ValueText.decimal(number) ?? "null"
    case .day(let day): text += string(ValueText.of(.day(day), listSeparator: "") ?? "")
    case .yesNo(let isYes): text += isYes ? "true" : "false"
    case .list(let values):
      text += "["
      for (index, element) in values.enumerated() {
        if index > 0 { text += ", " }
        append(element, to: &text)
      }
      text += "]"
    }
  }

  /// A JSON string. Everything but quotation marks, backslashes and controls stands as it is.
  static func string(_ content: String) -> String {
    var text = "\""
    for scalar in content.unicodeScalars {
      switch scalar {
      case "\"": text += "\\\""
      case "\\": text += "\\\\"
      case "\n": text += "\\n"
      case "\r": text += "\\r"
      case "\t": text += "\\t"
      default:
        if scalar.value < 0x20 || scalar.value == 0x7F || (0x80..<0xA0).contains(scalar.value)
          || scalar.value == 0x2028 || scalar.value == 0x2029
        {
          let digits = String(scalar.value, radix: 16)
          text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
        } else {
          text.unicodeScalars.append(scalar)
        }
      }
    }
    return text + "\""
  }
}
