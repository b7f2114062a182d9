//! Ways out of other shells: `:q`, `exit()`, `bye`.

/// Knows what is meant to leave.
enum LeavingHabits {
  static func recognise(_ pieces: StatementPieces) -> Habit? {
    guard let first = pieces.first, canBegin(first) else { return nil }
    let whole = pieces.text(0..<pieces.count)
    let words = whole.lowercased().filter { !$0.isWhitespace }
    let isOrder = pieces.count > 1 && pieces.count <= 3 && orders.contains(first.lower)
    guard
      known.contains(words) || isOrder && pieces.all.dropFirst().allSatisfy({ fillers.contains($0.lower) })
    else { return nil }
    return Habit(problem: .otherLeaving(whole), meant: [CommandName.quit.rawValue])
  }

  /// Whether it is worth a look.
  private static func canBegin(_ piece: StatementPiece) -> Bool {
    switch piece.kind {
    case .word: orders.contains(piece.lower) || known.contains(piece.lower) || piece.lower.hasPrefix(".")
    case .stray, .badComparison: [":", "\\", "."].contains(piece.text)
    case .space, .comment, .newline, .string, .regex, .variable, .comma, .semicolon, .pipe, .openBracket,
      .closeBracket, .tilde, .question, .star, .comparison, .end:
      false
    }
  }

  private static let orders: Set<String> = ["quit", "exit", "leave", "close", "goodbye", "bye"]
  private static let fillers: Set<String> = [
    "now", "please", "quoth", "shell", "the", "this", "it", "session", "program", "(", ")", "!", "0",
  ]
  private static let known: Set<String> = [
    "q", ":q", ":q!", ":wq", ":x", ":quit", ":exit", "\\q", "\\quit", "\\exit", ".q", ".quit", ".exit",
    "quit()",
    "exit()", "exit(0)", "q()", "quit!", "exit!", "bye", "goodbye", "bye-bye", "leave", "logout", "logoff",
    "close",
  ]
}
