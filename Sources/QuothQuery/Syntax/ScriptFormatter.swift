//! Scripts rewritten in canonical form: the same statements and comments, laid out in one way.

internal import QuothBasics

/// Lays scripts out. A statement that fits stands on one line; a longer one is broken before its clauses, with two
/// blanks of indent, and its lists and conditions are filled, with four. Comments stay where they are, and at most
/// one empty line is kept between statements.
public enum ScriptFormatter {
  /// Columns of a line; a piece that is longer by itself stays whole.
  public static let lineLength = 80

  /// The canonical form of a script. It parses to the same tree, and formatting it again changes nothing.
  public static func format(_ text: QueryText) -> FormattedScript {
    let parse = QueryLanguage.parse(text)
    guard !parse.hasErrors else { return FormattedScript(text: nil, diagnostics: parse.diagnostics) }
    return FormattedScript(text: ScriptLayout(parse).text, diagnostics: parse.diagnostics)
  }
}

/// What formatting gives.
public struct FormattedScript: Sendable {
  /// Nil where the script has errors: it cannot be laid out before it is understood.
  public let text: String?
  /// All that parsing found, errors or not.
  public let diagnostics: [Diagnostic]
}

/// A comment and how it stands to what is before it.
private struct Comment {
  let text: String
  let range: SourceRange
  /// Something stands before it on its line.
  let isTrailing: Bool

  /// The comments of a text in order.
  static func all(in text: QueryText) -> [Comment] {
    var comments: [Comment] = []
    var isTrailing = false
    for token in Lexer.tokens(of: text) {
      switch token.kind {
      case .space: break
      case .newline: isTrailing = false
      case .comment:
        var words = text.string(in: token.range)
        while words.last?.isWhitespace == true { words.removeLast() }
        comments.append(Comment(text: words, range: token.range, isTrailing: isTrailing))
      case .word, .string, .regex, .variable, .comma, .semicolon, .pipe, .openBracket, .closeBracket, .tilde,
        .question, .star, .comparison, .badComparison, .stray, .end:
        isTrailing = true
      }
    }
    return comments
  }
}

/// One layout of one script.
private struct ScriptLayout {
  private(set) var text = ""
  private let source: QueryText
  /// Where what was written last ends in the source; nil at the start.
  private var end: Int?

  init(_ parse: Parse) {
    source = parse.text
    var comments = Comment.all(in: source)[...]
    let statements = parse.script.statements
    for (index, statement) in statements.enumerated() {
      let next = index + 1 < statements.count ? statements[index + 1].range.start : Int.max
      while let comment = comments.first, comment.range.start < statement.range.start {
        add(comment)
        comments.removeFirst()
      }
      let itsOwn = comments.prefix {
        $0.range.start < statement.range.end || ($0.isTrailing && $0.range.start < next)
      }
      comments.removeFirst(itsOwn.count)
      add(StatementLayout(statement, Array(itsOwn)).lines, from: statement.range.start)
      end = max(statement.range.end, itsOwn.last?.range.end ?? 0)
    }
    for comment in comments { add(comment) }
  }

  private mutating func add(_ comment: Comment) {
    add([comment.text], from: comment.range.start)
    end = comment.range.end
  }

  private mutating func add(_ lines: [String], from start: Int) {
    // One empty line is kept where there are some.
    if let end, source.bytes[min(end, start)..<start].count(where: { $0 == 0x0A }) > 1 { text += "\n" }
    for line in lines { text += line + "\n" }
  }
}

/// One layout of one statement.
private struct StatementLayout {
  private(set) var lines: [String] = []
  private var line = ""
  private var width = 0

  /// The comments are those within the statement and behind it on its last line.
  init(_ statement: StatementSyntax, _ comments: [Comment]) {
    let pieces = SyntaxPieces(statement).pieces
    var notes = [[Comment]](repeating: [], count: pieces.count)
    for comment in comments {
      notes[pieces.lastIndex { $0.start <= comment.range.start } ?? 0].append(comment)
    }
    let length = pieces.reduce(-1) { $0 + 1 + DisplayWidth.of($1.text) }
    let isBroken = length > ScriptFormatter.lineLength || notes.dropLast().contains { !$0.isEmpty }
    for (index, piece) in pieces.enumerated() {
      let added = DisplayWidth.of(piece.text)
      let isLong = piece.joint == .clause || width + 1 + added > ScriptFormatter.lineLength
      if index == 0 {
        begin(with: piece.text, indent: 0)
      } else if isBroken, isLong || !notes[index - 1].isEmpty {
        lines.append(line)
        begin(with: piece.text, indent: piece.indent)
      } else {
        line += " " + piece.text
        width += 1 + added
      }
      let indent = index + 1 < pieces.count ? pieces[index + 1].indent : 0
      add(notes[index], indent: indent)
    }
    lines.append(line)
  }

  private mutating func begin(with text: String, indent: Int) {
    line = String(repeating: " ", count: indent) + text
    width = indent + DisplayWidth.of(text)
  }

  /// A comment stays behind its words; more than one have lines of their own.
  private mutating func add(_ comments: [Comment], indent: Int) {
    for (index, comment) in comments.enumerated() {
      if index == 0, comment.isTrailing {
        line += "  " + comment.text
      } else {
        lines.append(line)
        begin(with: comment.text, indent: indent)
      }
    }
  }
}
