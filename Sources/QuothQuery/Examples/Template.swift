//! A text that leaves names to the corpus: `quotes by {speaker}`.

/// A query or a text for a reader, with placeholders between braces.
public struct Template: Hashable, Sendable, ExpressibleByStringLiteral {
  /// As written.
  public let text: String

  public init(_ text: String) { self.text = text }

  public init(stringLiteral value: String) { self.init(value) }

  /// What a text is to become.
  public enum Use: Sendable {
    /// Text for a reader; what stands between backticks is a query.
    case prose
    case query
  }

  /// The names between braces, in order, whether there is such a placeholder or not.
  public var names: [String] {
    Self.pieces(of: text).compactMap { if case .placeholder(let name) = $0 { name } else { nil } }
  }

  /// The names behind braces that nothing closes: `{speaker`.
  public var unclosedNames: [String] {
    text.split(separator: "{", omittingEmptySubsequences: false).dropFirst().compactMap { rest in
      let name = Self.name(beginning: rest)
      return name.first?.isLetter == true && rest[name.endIndex...].first != "}" ? String(name) : nil
    }
  }

  private static func name(beginning text: Substring) -> Substring {
    text.prefix { $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" }
  }

  /// The placeholders, in order; those of unknown names left out.
  public var placeholders: [Placeholder] { names.compactMap(Placeholder.init) }

  /// The text with the values in it. A placeholder without one stays as it is written.
  public func filled(_ values: [Placeholder: String], as use: Use = .query) -> String {
    var filled = ""
    var isCode = use == .query
    var isQuoted = false
    var isRegex = false
    for piece in Self.pieces(of: text) {
      switch piece {
      case .text(let text):
        filled += text
        for sign in text {
          if sign == "`", use == .prose { (isCode, isQuoted, isRegex) = (!isCode, false, false) }
          if sign == "\"", !isRegex { isQuoted.toggle() }
          if sign == "/", isCode, !isQuoted { isRegex.toggle() }
        }
      case .placeholder(let name):
        let value = Placeholder(rawValue: name).flatMap { values[$0] }
        // Within quotation marks, a name needs none of its own; nor does a word in a regular expression.
        let isBare = !isCode || isQuoted || isRegex
        filled += value.map { isBare ? $0 : SyntaxPrinter.value($0) } ?? "{\(name)}"
      }
    }
    return filled
  }

  // MARK: Pieces

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
      let name = name(beginning: inner)
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
}
