//! The tokens of one statement with their texts: what recognisers of habits look at.

/// One token with its text.
struct StatementPiece {
  let kind: TokenKind
  let range: SourceRange
  /// As written.
  let text: String
  /// In lower case, for words.
  let lower: String
  /// What stands between the quotation marks; nil where there are none.
  let content: String?

  /// As a name or value has to be written.
  var value: String { SyntaxPrinter.value(content ?? text) }
}

/// The tokens of a statement from some place on.
struct StatementPieces {
  /// Longer statements are nobody's habit.
  static let limit = 120

  let all: [StatementPiece]
  private let source: QueryText

  init(_ all: [StatementPiece], of source: QueryText) {
    self.all = all
    self.source = source
  }

  var count: Int { all.count }
  var first: StatementPiece? { all.first }

  /// What is written in a stretch of pieces.
  func text(_ places: Range<Int>) -> String {
    guard let first = all[places].first, let last = all[places].last else { return "" }
    return source.string(in: SourceRange(first.range.start, last.range.end))
  }

  /// What is written, as one name or text: the inside of a quotation, or all the words.
  func content(_ places: Range<Int>) -> String {
    places.count == 1 ? all[places.lowerBound].content ?? text(places) : text(places)
  }

  /// The collection that a word names, in the singular too.
  func collection(at place: Int) -> QueryCollection? {
    guard all.indices.contains(place), all[place].kind == .word else { return nil }
    let word = all[place].lower
    return QueryCollection(word: word) ?? Self.otherNames[word]
  }

  /// Words that people use for rows of a collection.
  private static let otherNames: [String: QueryCollection] = [
    "article": .articles, "quote": .quotes, "quotation": .quotes, "quotations": .quotes, "saying": .quotes,
    "statement": .statements, "person": .people, "persons": .people, "speaker": .people, "speakers": .people,
    "organization": .organizations, "organisation": .organizations, "organisations": .organizations,
    "place": .places, "mention": .mentions, "topic": .topics, "sentence": .sentences,
    "paragraph": .paragraphs, "outlet": .outlets, "newspapers": .outlets, "sources": .outlets,
    "stories": .articles, "news": .articles,
  ]
}

extension Parser {
  /// The pieces from the current token to the end of the statement; nil when there are too many for a habit.
  func pieces() -> StatementPieces? {
    var found: [StatementPiece] = []
    var position = index
    while true {
      let token = tokens[position]
      switch token.kind {
      case .end, .semicolon, .newline: return StatementPieces(found, of: text)
      case .space, .comment, .word, .string, .regex, .variable, .comma, .pipe, .openBracket, .closeBracket,
        .tilde, .question, .star, .comparison, .badComparison, .stray:
        break
      }
      guard found.count < StatementPieces.limit else { return nil }
      let written = string(of: token)
      var content: String?
      if case .string = token.kind { content = self.content(of: token) }
      found.append(
        StatementPiece(
          kind: token.kind, range: token.range, text: written, lower: written.lowercased(), content: content))
      position += 1
    }
  }

  /// Reports a habit, and reads no more of the statement: what it means is another query.
  mutating func report(_ habit: Habit, _ pieces: StatementPieces) {
    guard let first = pieces.first, let last = pieces.all.last else { return }
    let range = first.range.joined(to: last.range)
    let alternatives = habit.meant.map { Suggestion($0, replacement: $0, range: range) }
    let place = if case .address = habit.problem { range } else { first.range }
    report(habit.problem, at: place, alternatives: alternatives)
    isMuted = true
    skipStatement()
  }
}
