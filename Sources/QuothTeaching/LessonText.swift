//! A stretch of a lesson's text, with its place and its placeholders.

public import QuothQuery

/// A paragraph, or what stands behind a part's name.
public struct LessonText: Hashable, Sendable {
  /// As written, without the part's name.
  public let lines: [String]
  /// The line of the file that it begins at, from 1.
  public let line: Int
  /// The column that its first line begins at, from 1.
  public let column: Int

  public init(_ lines: [String], line: Int, column: Int = 1) {
    self.lines = lines
    self.line = line
    self.column = column
  }

  /// The names between braces, in order, with the line of each.
  public var placeholders: [(name: String, line: Int)] {
    lines.enumerated().flatMap { offset, text in
      Template(text).names.map { ($0, line + offset) }
    }
  }

  /// The names behind braces that nothing closes, with the line of each.
  var unclosedPlaceholders: [(name: String, line: Int)] {
    lines.enumerated().flatMap { offset, text in Template(text).unclosedNames.map { ($0, line + offset) } }
  }

  /// Text for a reader: lines flow together, but for those of a list. What stands between backticks is a query.
  public func prose(_ values: [Placeholder: String]) -> String {
    var text = ""
    for line in lines {
      let trimmed = line.drop(while: \.isWhitespace)
      let startsItem = trimmed.hasPrefix("- ")
      if !text.isEmpty { text += startsItem ? "\n" : " " }
      text += trimmed
    }
    return Template(text).filled(values, as: .prose)
  }

  /// A query. Its lines stay, so that places in it are places in the file.
  public func query(_ values: [Placeholder: String]) -> String {
    lines.enumerated().map { offset, line in
      // Further lines go on with the statement, whether the file indents them or not.
      let isIndented = line.first?.isWhitespace ?? true
      return (offset == 0 || isIndented ? "" : " ") + Template(line).filled(values)
    }.joined(separator: "\n")
  }
}
