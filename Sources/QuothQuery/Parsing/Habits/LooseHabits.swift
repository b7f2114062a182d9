//! Statements without a collection: a name, a text or an address alone, or clauses that go on with the last answer.

/// Knows what stands where a collection should.
enum LooseHabits {
  /// `by Raisi`, `where topic=sanctions`, `topic=sanctions`, `| count`.
  static func clause(_ pieces: StatementPieces) -> Habit? {
    guard let first = pieces.first else { return nil }
    let whole = pieces.text(0..<pieces.count)
    let meant: [String]
    if first.kind == .pipe {
      meant = ["it \(whole)"]
    } else if let keyword = Keyword(word: first.lower), first.kind == .word, Keyword.clauses.contains(keyword)
    {
      switch keyword {
      case .sort, .limit, .show, .where, .group: meant = ["it \(whole)", "quotes \(whole)"]
      default: meant = ["quotes \(whole)", "articles \(whole)"]
      }
    } else if isComparison(pieces) {
      meant = QueryCollection.likely.map { "\($0.rawValue) where \(whole)" }
    } else {
      return nil
    }
    return Habit(problem: .missingCollection(first.text), meant: meant)
  }

  private static func isComparison(_ pieces: StatementPieces) -> Bool {
    guard pieces.count > 2, pieces.all[0].kind == .word else { return false }
    switch pieces.all[1].kind {
    case .comparison, .badComparison, .tilde: return true
    case .word: return pieces.all[1].lower == Keyword.contains.rawValue
    case .space, .comment, .newline, .string, .regex, .variable, .comma, .semicolon, .pipe, .openBracket,
      .closeBracket, .question, .star, .stray, .end:
      return false
    }
  }

  /// `https://example.org/a`.
  static func address(_ pieces: StatementPieces) -> Habit? {
    let whole = pieces.text(0..<pieces.count)
    let address = pieces.count == 1 ? pieces.all[0].content ?? whole : whole
    let schemes = ["http://", "https://", "www."]
    guard schemes.contains(where: { address.lowercased().hasPrefix($0) }), !address.contains(" ") else {
      return nil
    }
    return Habit(problem: .address(address), meant: ["articles where url = \(SyntaxPrinter.quoted(address))"])
  }

  /// A name or a text, and perhaps a collection and more after it.
  static func rows(_ pieces: StatementPieces) -> Habit? {
    guard let first = pieces.first else { return nil }
    let problem = Problem.missingCollection(first.text)
    guard nameCanStart(first) else { return nil }
    for place in 1..<max(1, min(pieces.count, nameLimit)) {
      let name = written(pieces, 0..<place)
      if let rows = pieces.collection(at: place) {
        let rest = pieces.text(place + 1..<pieces.count)
        let meant = ["by", "about", "in"].map { "\(rows.rawValue) \($0) \(name) \(rest)" }
        return Habit(problem: problem, meant: meant.map(trimmed))
      }
      if ["said", "says"].contains(pieces.all[place].lower), place + 1 == pieces.count {
        return Habit(problem: problem, meant: ["quotes by \(name)"])
      }
      if ["on", "about", "said", "says"].contains(pieces.all[place].lower), place + 1 < pieces.count {
        let words = pieces.content(place + 1..<pieces.count)
        return Habit(
          problem: problem,
          meant: [
            "quotes by \(name) about \(SyntaxPrinter.value(words))",
            "quotes by \(name) where text contains \(SyntaxPrinter.quoted(words))",
          ])
      }
    }
    let whole = pieces.text(0..<pieces.count)
    if pieces.count == 1, let content = first.content {
      return Habit(
        problem: problem,
        meant: ["by", "about"].map { "quotes \($0) \(SyntaxPrinter.value(content))" }
          + ["quotes where text contains \(SyntaxPrinter.quoted(content))"])
    }
    // `Raisi where topic=sanctions`: the rest is clauses.
    return Habit(problem: problem, meant: ["by", "about", "in"].map { "quotes \($0) \(whole)" })
  }

  /// Names are no longer than this many words.
  private static let nameLimit = 6

  private static func nameCanStart(_ piece: StatementPiece) -> Bool {
    switch piece.kind {
    case .word, .string(isClosed: true): true
    case .space, .comment, .newline, .string, .regex, .variable, .comma, .semicolon, .pipe, .openBracket,
      .closeBracket, .tilde, .question, .star, .comparison, .badComparison, .stray, .end:
      false
    }
  }

  /// A name without the `'s` of its owner.
  private static func written(_ pieces: StatementPieces, _ places: Range<Int>) -> String {
    var name = pieces.content(places)
    for ending in ["'s", "’s"] where name.hasSuffix(ending) { name = String(name.dropLast(2)) }
    return SyntaxPrinter.value(name)
  }

  private static func trimmed(_ text: String) -> String {
    text.hasSuffix(" ") ? String(text.dropLast()) : text
  }
}

extension QueryCollection {
  /// Where a condition without a collection most likely belongs.
  fileprivate static let likely: [QueryCollection] = [.quotes, .articles, .people, .paragraphs]
}
