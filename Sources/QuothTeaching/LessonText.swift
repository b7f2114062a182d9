//! A stretch of a lesson's text, with its place and its placeholders.

internal import QuothQuery

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

  /// What a text is to become.
  private enum Use {
    case prose, query
  }

  /// The names between braces, in order, with the line of each.
  public var placeholders: [(name: String, line: Int)] {
    lines.enumerated().flatMap { offset, text in
      Self.pieces(of: text).compactMap { piece in
        if case .placeholder(let name) = piece { (name, line + offset) } else { nil }
      }
    }
  }

  /// Text for a reader: lines flow together, but for those of a list. What stands between backticks is a query.
  public func prose(_ values: [LessonPlaceholder: String]) -> String {
    var text = ""
    for line in lines {
      let trimmed = line.drop(while: \.isWhitespace)
      let startsItem = trimmed.hasPrefix("- ")
      if !text.isEmpty { text += startsItem ? "\n" : " " }
      text += trimmed
    }
    return Self.filled(text, values, .prose)
  }

  /// A query. Its lines stay, so that places in it are places in the file.
  public func query(_ values: [LessonPlaceholder: String]) -> String {
    lines.enumerated().map { offset, line in
      // Further lines go on with the statement, whether the file indents them or not.
      let isIndented = line.first?.isWhitespace ?? true
      return (offset == 0 || isIndented ? "" : " ") + Self.filled(line, values, .query)
    }.joined(separator: "\n")
  }

  // MARK: Placeholders

  private enum Piece {
    case text(Substring)
    case placeholder(String)
  }

  /// `{` letters and digits `}`, begun by a letter: `{2}` is a regular expression's.
  private static func pieces(of text: String) -> [Piece] {
    var pieces: [Piece] = []
    var rest = text[...]
    while let open = rest.firstIndex(of: "{") {
      let inner = rest[rest.index(after: open)...]
      let name = inner.prefix { $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" }
      guard name.first?.isLetter == true, inner[name.endIndex...].first == "}" else {
        pieces.append(.text(rest[...open]))
        rest = inner
        continue
      }
      pieces.append(.text(rest[..<open]))
      pieces.append(.placeholder(String(name)))
      rest = inner[inner.index(after: name.endIndex)...]
    }
    return pieces + [.text(rest)]
  }

  private static func filled(_ text: String, _ values: [LessonPlaceholder: String], _ use: Use) -> String {
    var filled = ""
    var isCode = use == .query
    var isQuoted = false
    for piece in pieces(of: text) {
      switch piece {
      case .text(let text):
        filled += text
        for sign in text {
          if sign == "`", use == .prose { (isCode, isQuoted) = (!isCode, false) }
          if sign == "\"" { isQuoted.toggle() }
        }
      case .placeholder(let name):
        let value = LessonPlaceholder(rawValue: name).flatMap { values[$0] }
        // Within quotation marks, a name needs none of its own.
        filled += value.map { isCode && !isQuoted ? SyntaxPrinter.value($0) : $0 } ?? "{\(name)}"
      }
    }
    return filled
  }
}
