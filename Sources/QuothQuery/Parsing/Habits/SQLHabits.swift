//! SQL: `select … from … where …` said in this language.
//!
//!     select = "select" ["distinct"] columns "from" TABLE [ALIAS] ["where" condition] ["group" "by" columns]
//!              ["having" condition] ["order" "by" keys] ["limit" NUMBER]

/// Knows SQL's one statement that asks.
enum SQLHabits {
  static func recognise(_ pieces: StatementPieces) -> Habit? {
    guard pieces.first?.lower == "select" else { return nil }
    let query = SQLSelect(pieces)?.translated
    return Habit(problem: .otherLanguage("SQL"), meant: query.map { [$0] } ?? [])
  }

  /// `like 'x%'` as a pattern of words: `contains "x*"`, or `= x` where no sign stands for other letters.
  static func comparison(like pattern: String) -> String {
    let hasSigns = pattern.contains { $0 == "%" || $0 == "_" }
    guard hasSigns else { return "= \(SyntaxPrinter.value(pattern))" }
    let glob = pattern.map { $0 == "%" ? "*" : $0 == "_" ? "?" : String($0) }.joined()
    return "contains \(SyntaxPrinter.quoted(glob))"
  }
}

/// The clauses of one `select`.
private struct SQLSelect {
  private let clauses: [String: [StatementPiece]]
  private let rows: QueryCollection

  /// Words that begin a clause, in the order they stand in.
  private static let openings: Set<String> = ["select", "from", "where", "group", "having", "order", "limit"]

  init?(_ pieces: StatementPieces) {
    var clauses: [String: [StatementPiece]] = [:]
    var depth = 0
    var opening = ""
    for piece in pieces.all {
      if piece.kind == .openBracket { depth += 1 }
      if piece.kind == .closeBracket { depth -= 1 }
      if depth == 0, piece.kind == .word, Self.openings.contains(piece.lower) {
        guard clauses[piece.lower] == nil else { return nil }
        opening = piece.lower
        clauses[opening] = []
      } else {
        clauses[opening]?.append(piece)
      }
    }
    for name in ["group", "order"] where clauses[name]?.first?.lower == "by" { clauses[name]?.removeFirst() }
    // Joins, offsets and whatever else would be lost are not said at all.
    guard let table = clauses["from"]?.first, table.kind == .word,
      (clauses["from"] ?? []).allSatisfy({ $0.kind == .word && $0.lower != "join" }),
      (clauses["from"]?.count ?? 0) <= 3, (clauses["limit"]?.count ?? 1) == 1
    else { return nil }
    let near = Speller.nearest(to: table.text, among: QueryCollection.allCases.map(\.rawValue), atMost: 1)
    guard
      let rows = StatementPieces([table], of: QueryText("")).collection(at: 0)
        ?? near.first.flatMap(QueryCollection.init(rawValue:))
    else { return nil }
    self.clauses = clauses
    self.rows = rows
  }

  /// The query in this language. Its columns and conditions may still be wrong.
  var translated: String {
    var shown = clauses["select"] ?? []
    let isDistinct = shown.first?.lower == "distinct"
    if isDistinct { shown.removeFirst() }
    let columns = columns(shown)
    var parts = [rows.rawValue]
    if let condition = clauses["where"] { parts.append("where \(expression(condition))") }
    let figures = columns.filter(Self.isFigure)
    let keys = clauses["group"].map { self.columns($0) } ?? (isDistinct ? columns : [])
    if !keys.isEmpty {
      parts.append("group by \(keys.joined(separator: ", "))")
      if figures.contains(where: { $0 != "count" }) {
        parts.append("show \(columns.joined(separator: ", "))")
      }
      let condition = clauses["having"].map { "where \(expression($0))" }
      return [parts.joined(separator: " "), condition, tail.isEmpty ? nil : tail].compactMap(\.self)
        .joined(separator: condition == nil ? " " : " | ")
    }
    if columns == ["count"] { return parts.joined(separator: " ") + " | count" }
    if !tail.isEmpty { parts.append(tail) }
    if !columns.isEmpty { parts.append("show \(columns.joined(separator: ", "))") }
    return parts.joined(separator: " ")
  }

  private var tail: String {
    var parts: [String] = []
    if let keys = clauses["order"], !keys.isEmpty { parts.append("sort by \(expression(keys))") }
    if let number = clauses["limit"]?.first { parts.append("limit \(number.text)") }
    return parts.joined(separator: " ")
  }

  private static func isFigure(_ column: String) -> Bool { column == "count" || column.contains("(") }

  /// The columns of a list, without `*` and without other names for them.
  private func columns(_ pieces: [StatementPiece]) -> [String] {
    var depth = 0
    var columns: [[StatementPiece]] = [[]]
    for piece in pieces {
      if piece.kind == .openBracket { depth += 1 }
      if piece.kind == .closeBracket { depth -= 1 }
      if depth == 0, piece.kind == .comma {
        columns.append([])
      } else {
        columns[columns.count - 1].append(piece)
      }
    }
    return columns.map { column in
      let end = column.firstIndex { $0.lower == "as" } ?? column.count
      return expression(Array(column[..<end]))
    }.filter { $0 != "*" && !$0.isEmpty }
  }

  /// Words and signs of SQL, one by one.
  private func expression(_ pieces: [StatementPiece]) -> String {
    var words: [String] = []
    var place = 0
    while place < pieces.count {
      let (word, taken) = translated(pieces[place...])
      words.append(word)
      place += taken
    }
    return Self.joined(words)
  }

  /// The first piece or pieces, and how many they are.
  private func translated(_ pieces: ArraySlice<StatementPiece>) -> (String, Int) {
    let piece = pieces[pieces.startIndex]
    let next = pieces.dropFirst().first
    switch piece.kind {
    case .badComparison(let meant): return (meant.rawValue, 1)
    case .string: return (piece.value, 1)
    case .word where next?.kind == .openBracket: return call(piece, pieces)
    case .word where piece.lower == "not" && next?.lower == "like":
      // The language says `not FIELD contains …`: left for the one who asks.
      return ("not like", 2)
    case .word where piece.lower == "like" || piece.lower == "ilike":
      guard let pattern = next?.content else { return (piece.text, 1) }
      return (SQLHabits.comparison(like: pattern), 2)
    case .word where piece.lower == "null": return ("missing", 1)
    case .word: return (Keyword(word: piece.text)?.rawValue ?? withoutTable(piece), 1)
    case .space, .comment, .newline, .regex, .variable, .comma, .semicolon, .pipe, .openBracket,
      .closeBracket,
      .tilde, .question, .star, .comparison, .stray, .end:
      return (piece.text, 1)
    }
  }

  /// `count(*)`, `count(distinct x)`, `avg(x)`.
  private func call(_ piece: StatementPiece, _ pieces: ArraySlice<StatementPiece>) -> (String, Int) {
    let inside = pieces.dropFirst(2).prefix { $0.kind != .closeBracket }
    let whole = inside.count + 3
    switch piece.lower {
    case "count" where inside.first?.kind == .star || inside.isEmpty: return ("count", whole)
    case "count", "sum", "min", "max":
      let column = inside.filter { $0.lower != "distinct" }
      return ("\(piece.lower)(\(column.map { withoutTable($0) }.joined()))", whole)
    case "avg": return ("mean(\(inside.map { withoutTable($0) }.joined()))", whole)
    default: return (piece.text, 1)
    }
  }

  /// `q.speaker` without the name of its table.
  private func withoutTable(_ piece: StatementPiece) -> String {
    let parts = piece.text.split(separator: ".")
    let isNumber = piece.text.first?.isNumber ?? false
    return parts.count == 2 && !isNumber ? String(parts[1]) : piece.text
  }

  /// Single blanks, but none before a comma or inside brackets.
  private static func joined(_ words: [String]) -> String {
    var text = ""
    for word in words {
      let isTight = text.isEmpty || text.hasSuffix("(") || [",", ")"].contains(word)
      text += (isTight ? "" : " ") + word
    }
    return text
  }
}
