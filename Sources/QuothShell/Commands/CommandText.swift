//! What stands after a command's name, read as words: bare, or in quotation marks where they hold blanks.

internal import QuothQuery

/// The rest of a command's line.
struct CommandText {
  let text: String

  init(_ argument: CommandArgument) {
    switch argument {
    case .none: text = ""
    case .number(let number): text = String(number)
    case .text(let rest): text = rest
    }
  }

  init(_ text: String) { self.text = text }

  /// The words, or why they are none.
  var words: Result<[String], CommandRefusal> {
    var words: [String] = []
    var rest = text[...]
    while true {
      rest = rest.drop(while: \.isWhitespace)
      guard let first = rest.first else { return .success(words) }
      guard let closing = Self.closing[first] else {
        let word = rest.prefix { !$0.isWhitespace }
        words.append(String(word))
        rest = rest[word.endIndex...]
        continue
      }
      let inner = rest.dropFirst()
      guard let end = inner.firstIndex(of: closing) else {
        return .failure(CommandRefusal(message: "the quotation mark before ‘\(inner)’ is never closed"))
      }
      words.append(String(inner[..<end]))
      rest = inner[inner.index(after: end)...]
    }
  }

  /// `NAME`, `NAME VALUE` or `NAME = VALUE`; nil when there is nothing.
  var assignment: (name: String, value: Result<String, CommandRefusal>?)? {
    let trimmed = text.drop(while: \.isWhitespace)
    guard !trimmed.isEmpty else { return nil }
    let name = trimmed.prefix { !$0.isWhitespace && $0 != "=" }
    var rest = trimmed[name.endIndex...].drop(while: \.isWhitespace)
    let isAssigned = rest.first == "="
    if isAssigned { rest = rest.dropFirst().drop(while: \.isWhitespace) }
    while rest.last?.isWhitespace == true { rest.removeLast() }
    if rest.isEmpty {
      let refusal = CommandRefusal(message: "a value is missing after ‘=’")
      return (String(name), isAssigned ? .failure(refusal) : nil)
    }
    return (String(name), Self.unquoted(rest))
  }

  /// The marks that hold a word together, the most common first.
  static let marks: [(opening: Character, closing: Character)] = [
    ("\"", "\""), ("'", "'"), ("“", "”"), ("„", "“"), ("‘", "’"), ("«", "»"),
  ]

  static let closing = Dictionary(uniqueKeysWithValues: marks.map { ($0.opening, $0.closing) })

  static func isMark(_ sign: Character) -> Bool {
    marks.contains { $0.opening == sign || $0.closing == sign }
  }

  /// A text without the quotation marks around the whole of it.
  private static func unquoted(_ text: Substring) -> Result<String, CommandRefusal> {
    guard let first = text.first, let closing = closing[first] else { return .success(String(text)) }
    let inner = text.dropFirst()
    guard let end = inner.firstIndex(of: closing) else {
      return .failure(CommandRefusal(message: "the quotation mark before ‘\(inner)’ is never closed"))
    }
    let isWhole = inner.index(after: end) == inner.endIndex
    return .success(String(isWhole ? inner[..<end] : text))
  }
}
