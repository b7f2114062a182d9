//! Details that stand above the text of a plain file: front matter, or lines such as "Title: …".

/// Reads the head of a text.
enum TextHead {
  /// The values of the head and the text without it; nil where the text has no head.
  static func read(_ text: [UInt8], _ fields: FieldNames) -> (values: FieldValues, text: [UInt8])? {
    frontMatter(text, fields) ?? labels(text, fields)
  }

  /// Lines between `---` and `---`, as YAML has them: a name, a colon and a value on each line.
  private static func frontMatter(_ text: [UInt8], _ fields: FieldNames) -> (FieldValues, [UInt8])? {
    var lines = LineWalk(text)
    guard let first = lines.next(), first.trimmed == "---" else { return nil }
    var values = FieldValues()
    var count = 0
    while let line = lines.next(), count < mostLines {
      count += 1
      if line.trimmed == "---" || line.trimmed == "..." {
        guard !values.names.isEmpty else { return nil }
        return (values, withoutMarkdown(Array(text[lines.place...])))
      }
      if let (name, value) = pair(line.trimmed) { take(name, value, fields, &values) }
    }
    return nil
  }

  /// Two lines or more of known names, each with a value, and a blank line behind them.
  private static func labels(_ text: [UInt8], _ fields: FieldNames) -> (FieldValues, [UInt8])? {
    var lines = LineWalk(text)
    var values = FieldValues()
    var known = 0
    while let line = lines.next(), values.names.count < mostLines {
      if line.trimmed.isEmpty {
        guard known >= 2 else { return nil }
        return (values, Array(text[lines.place...]))
      }
      guard let (name, value) = pair(line.trimmed), name.split(separator: " ").count <= 3 else { return nil }
      let meaning = fields.meaning(of: name)
      if let meaning, meaning.field != .text { known += 1 }
      take(name, value, fields, &values)
    }
    return nil
  }

  private static let mostLines = 40

  private static func pair(_ line: String) -> (name: String, value: String)? {
    guard let colon = line.firstIndex(of: ":"), colon > line.startIndex,
      line.distance(from: line.startIndex, to: colon) <= 30
    else { return nil }
    let name = line[..<colon]
    guard name.allSatisfy({ $0.isLetter || $0 == " " || $0 == "_" || $0 == "-" }) else { return nil }
    var value = line[line.index(after: colon)...].drop { $0 == " " || $0 == "\t" }
    for mark in ["\"", "'"] where value.count >= 2 && value.hasPrefix(mark) && value.hasSuffix(mark) {
      value = value.dropFirst().dropLast()
    }
    return (String(name), String(value))
  }

  private static func take(_ name: String, _ value: String, _ fields: FieldNames, _ values: inout FieldValues)
  {
    values.names.append(name)
    guard !value.isEmpty, let meaning = fields.meaning(of: name), meaning.field != .text else { return }
    values.take(value, meaning)
  }

  /// Headings of Markdown without their signs.
  private static func withoutMarkdown(_ text: [UInt8]) -> [UInt8] {
    var plain: [UInt8] = []
    var lines = LineWalk(text)
    var start = 0
    while lines.next() != nil {
      let line = text[start..<lines.place]
      let signs = line.prefix { $0 == UInt8(ascii: "#") }
      let isHeading = (1...6).contains(signs.count) && line.dropFirst(signs.count).first == 0x20
      plain += isHeading ? line.dropFirst(signs.count + 1) : line
      start = lines.place
    }
    return plain
  }
}

/// The lines of a text, one after the other.
private struct LineWalk {
  struct Line { let trimmed: String }

  private let text: [UInt8]
  /// Behind the line given last.
  private(set) var place = 0

  init(_ text: [UInt8]) { self.text = text }

  mutating func next() -> Line? {
    guard place < text.count else { return nil }
    let end = text[place...].firstIndex(of: 0x0A) ?? text.count
    let line = text[place..<end].drop { $0 <= 0x20 }
    place = min(end + 1, text.count)
    let last = line.lastIndex { $0 > 0x20 } ?? line.startIndex
    return Line(trimmed: line.isEmpty ? "" : String(decoding: line[...last], as: UTF8.self))
  }
}
