//! Signs and words of other languages in the middle of a query, and words written twice: read as what they mean.

extension Parser {
  /// `where where`: the first of two equal keywords is passed over, the cursor stands on the second.
  mutating func skipDoubled() {
    while let keyword = current.keyword, peek().keyword == keyword, keyword != .not {
      let doubled = peek().range
      let fix = Suggestion(
        keyword.rawValue, replacement: "", range: SourceRange(current.range.end, doubled.end))
      report(.doubledWord(keyword.rawValue), at: doubled, suggestions: [fix])
      advance()
    }
  }

  /// Words that may mean one clause or another, as what follows them is.
  private static let otherWords: [String: [Keyword]] = [
    "from": [.by, .in], "of": [.by, .about], "for": [.about, .by], "at": [.in], "against": [.about],
  ]

  /// Words that may stand for a condition, where a clause should begin.
  private static let otherConditions: [String: String] = [
    "contains": "where text contains", "contain": "where text contains", "containing": "where text contains",
    "including": "where text contains", "grep": "where text contains", "like": "where text contains",
    "before": "where date <", "after": "where date >", "since": "where date >=", "until": "where date <=",
  ]

  /// The condition that a word stands for, such as `where date <` for `before`.
  static func condition(meantBy word: String) -> String? { otherConditions[word.lowercased()] }

  /// `with "sanctions"`, `with Raisi`: of what may be meant, the corrector finds what is.
  mutating func reportOtherWith(_ start: SourceRange) -> Bool {
    let meant: [String]
    switch current.kind {
    case .string(isClosed: true): meant = ["where text contains"]
    case .word where Speller.keyword(near: string(of: current), among: [.repeats]) == nil:
      meant = ["by", "about"]
    default: return false
    }
    report(
      .unexpected(found: string(of: current), expected: expected), at: current.range,
      alternatives: meant.map { Suggestion($0, replacement: $0, range: start) })
    isMuted = true
    skipStatement()
    return true
  }

  /// `group by speaker and outlet`, `show speaker text`: a comma is meant.
  mutating func reportMissingComma() -> Bool {
    if current.keyword == .and, peek().isWord {
      let fix = Suggestion(
        "a comma", replacement: ",", range: SourceRange(previous.range.end, current.range.end))
      report(.unexpected(found: "and", expected: [.comma]), at: current.range, suggestions: [fix])
      advance()
      return true
    }
    guard current.isWord, current.keyword == nil, let collection,
      FieldCatalog.field(named: string(of: current), in: collection) != nil, !startsCondition(at: index)
    else { return false }
    let place = SourceRange(previous.range.end, previous.range.end)
    let fix = Suggestion("a comma", replacement: ",", range: place)
    report(.unexpected(found: string(of: current), expected: [.comma]), at: current.range, suggestions: [fix])
    return true
  }

  /// `sort by date descending`, `> "a.csv" replce`: a word that can only be meant as this one.
  mutating func slipped(_ keyword: Keyword) -> Bool {
    guard current.isWord, current.keyword == nil,
      Speller.keyword(near: string(of: current), among: [.asc, .desc, .replace]) == keyword
    else { return false }
    let fix = Suggestion(keyword.rawValue, replacement: keyword.rawValue, range: current.range)
    report(.unknownWord(string(of: current), expected: expected), at: current.range, suggestions: [fix])
    advance()
    return true
  }

  /// `quotes on 2023-12-04`, `quotes of December 2023`: a date where a name could stand.
  private func datedCondition(_ word: String) -> Suggestion? {
    guard ["on", "of", "for", "dated", "during"].contains(word) else { return nil }
    let condition = "where date ="
    if peek().isWord, DateParser.parse(string(of: peek())) != nil {
      return Suggestion(condition, replacement: condition, range: current.range)
    }
    for count in [3, 2] where (1...count).allSatisfy({ peek($0).isWord }) {
      guard let day = WrittenDate.iso((1...count).map { string(of: peek($0)) }.joined(separator: " ")) else {
        continue
      }
      let whole = "\(condition) \(day)"
      return Suggestion(whole, replacement: whole, range: current.range.joined(to: peek(count).range))
    }
    return nil
  }

  /// What may be meant by a word in place of a clause: a name or a subject.
  func clauses(meantBy token: Token) -> [Suggestion] {
    guard token.isWord, token.keyword == nil else { return [] }
    let place = SourceRange(token.range.start, token.range.start)
    return [Keyword.by, .about, .in].map {
      Suggestion($0.rawValue, replacement: "\($0.rawValue) ", range: place)
    }
  }

  /// Words that add nothing: `quotes said by Raisi`.
  private static let fillers: Set<String> = ["said", "made", "given", "spoken", "uttered", "all", "written"]

  /// Reports a word that may mean several clauses, and reads no more; or a word that adds nothing.
  mutating func reportOtherWord() -> Bool {
    let word = string(of: current).lowercased()
    if Parser.fillers.contains(word), let next = peek().keyword, Keyword.clauses.contains(next) {
      let fix = Suggestion(
        next.rawValue, replacement: "", range: SourceRange(current.range.start, peek().range.start))
      report(.unknownWord(string(of: current), expected: expected), at: current.range, suggestions: [fix])
      isMuted = true
      skipStatement()
      return true
    }
    if let condition = Parser.otherConditions[word], peek().isWord || peek().kind == .string(isClosed: true) {
      let fix = Suggestion(condition, replacement: condition, range: current.range)
      report(.unknownWord(string(of: current), expected: expected), at: current.range, suggestions: [fix])
      isMuted = true
      skipStatement()
      return true
    }
    if let fix = datedCondition(word) {
      report(.unknownWord(string(of: current), expected: expected), at: current.range, suggestions: [fix])
      isMuted = true
      skipStatement()
      return true
    }
    let meant = Speller.nearest(to: word, among: ["from"]).first ?? word
    guard let meanings = Parser.otherWords[meant], peek().isWord || peek().kind == .string(isClosed: true)
    else {
      return false
    }
    let alternatives = meanings.map {
      Suggestion($0.rawValue, replacement: $0.rawValue, range: current.range)
    }
    report(
      .otherWord(string(of: current), meanings: meanings), at: current.range, alternatives: alternatives)
    isMuted = true
    skipStatement()
    return true
  }
}

// Conditions.
extension Parser {
  /// `||` for `or`, a comma for `and`: the cursor is left on the last of it.
  mutating func reportOtherJoint(_ keyword: Keyword) -> Bool {
    switch (keyword, current.kind) {
    case (.or, .pipe) where peek().kind == .pipe && peek().range.start == current.range.end:
      let signs = current.range.joined(to: peek().range)
      let fix = Suggestion("or", replacement: "or", range: signs)
      report(.unexpected(found: "||", expected: expected), at: signs, suggestions: [fix])
      advance()
      return true
    case (.and, .comma) where startsCondition(at: index + 1) || peek().keyword == .not:
      let isTight = peek().range.start == current.range.end
      let fix = Suggestion("and", replacement: isTight ? " and " : " and", range: current.range)
      report(.unexpected(found: ",", expected: expected), at: current.range, suggestions: [fix])
      return true
    default: return false
    }
  }

  /// `!known` for `not known`.
  mutating func reportOtherNot() -> Bool {
    guard current.kind == .stray, string(of: current) == "!" else { return false }
    let isTight = peek().range.start == current.range.end
    let fix = Suggestion("not", replacement: isTight ? "not " : "not", range: current.range)
    report(.unexpected(found: "!", expected: expected), at: current.range, suggestions: [fix])
    return true
  }

  /// `speaker like 'Rai%'`: the pattern of words that it means.
  mutating func parseLike(_ field: ColumnSyntax) -> ConditionSyntax? {
    let word = current.range
    guard ["like", "ilike"].contains(string(of: current).lowercased()),
      case .string(isClosed: true) = peek().kind
    else { return nil }
    let meant = SQLHabits.comparison(like: content(of: peek()))
    let fix = Suggestion(meant, replacement: meant, range: word.joined(to: peek().range))
    report(.unknownWord(string(of: current), expected: expected), at: word, suggestions: [fix])
    advance()
    let value = parseString()
    return .contains(
      ContainsSyntax(field: field, pattern: value, range: field.range.joined(to: value.range)))
  }

  /// Comparisons in words, of one word or two.
  private static let worded: [String: Comparison] = [
    "equals": .equal, "equal to": .equal, "equal": .equal, "eq": .equal, "before": .less, "under": .less,
    "below": .less, "less than": .less, "fewer than": .less, "smaller than": .less, "after": .greater,
    "over": .greater, "above": .greater, "more than": .greater, "greater than": .greater,
    "longer than": .greater, "since": .greaterOrEqual, "from": .greaterOrEqual, "at least": .greaterOrEqual,
    "until": .lessOrEqual, "till": .lessOrEqual, "at most": .lessOrEqual, "on": .equal,
  ]

  /// `date after 2023`, `words more than 5`: read as the sign that says so.
  mutating func parseWordedComparison(_ field: ColumnSyntax) -> ConditionSyntax? {
    let one = string(of: current).lowercased()
    let two = peek().isWord ? "\(one) \(string(of: peek()).lowercased())" : one
    let isTwo = Parser.worded[two] != nil && two != one
    guard let meant = Parser.worded[isTwo ? two : one], peek(isTwo ? 2 : 1).isValueStart else { return nil }
    let range = isTwo ? current.range.joined(to: peek().range) : current.range
    let fix = Suggestion(meant.rawValue, replacement: meant.rawValue, range: range)
    report(.badComparison(text.string(in: range)), at: range, suggestions: [fix])
    if isTwo { advance() }
    return parseValueComparison(field, meant)
  }

  /// `topic is sanctions`, where only `missing` could follow.
  mutating func parseIsValue(
    _ field: ColumnSyntax, _ presence: Presence, _ start: SourceRange
  ) -> ConditionSyntax? {
    guard current.isValueStart else {
      unexpected()
      return nil
    }
    let sign: Comparison = presence == .missing ? .equal : .notEqual
    let range = start.joined(to: previous.range)
    let fix = Suggestion(sign.rawValue, replacement: sign.rawValue, range: range)
    report(.unexpected(found: string(of: current), expected: expected), at: current.range, suggestions: [fix])
    guard let value = parseValue(.field(field.name.text)) else { return nil }
    return .comparison(
      ComparisonSyntax(
        field: field, comparison: sign, value: value, comparisonRange: range,
        range: field.range.joined(to: value.range)))
  }
}

// Quotation marks.
extension Parser {
  /// Ways to close a quotation that is not closed: where another kind of mark stands, at the end, or not to open it.
  func closings(of token: Token) -> [Suggestion] {
    let mark = Parser.markLength(at: token, in: text)
    let opening = SourceRange(token.range.start, token.range.start + mark)
    let line = text.lineRange(text.position(at: token.range.start).line)
    let closing = Parser.closing[text.string(in: opening)] ?? "\""
    // Long lines are no queries: a mark is looked for near by.
    let inside = SourceRange(
      opening.end, min(token.range.end, max(opening.end, line.end), opening.end + 400))
    var found: [Suggestion] = []
    var offset = inside.start
    for character in text.string(in: inside) {
      let end = offset + character.utf8.count
      if Parser.marks.contains(character) {
        found.append(Suggestion(closing, replacement: closing, range: SourceRange(offset, end)))
      }
      offset = end
    }
    let end = SourceRange(inside.end, inside.end)
    return found.prefix(3) + [
      Suggestion(closing, replacement: closing, range: end), Suggestion("", replacement: "", range: opening),
    ]
  }

  private static let marks: Set<Character> = ["\"", "“", "”", "„", "'", "‘", "’", "«", "»", "`"]
  private static let closing: [String: String] = [
    "\"": "\"", "'": "'", "“": "”", "„": "”", "”": "”", "‘": "’", "«": "»",
  ]
}

extension Token {
  /// Whether a value may begin with it.
  fileprivate var isValueStart: Bool {
    switch kind {
    case .word: !(keyword?.endsValue ?? false)
    case .string, .variable: true
    case .space, .comment, .newline, .regex, .comma, .semicolon, .pipe, .openBracket, .closeBracket, .tilde,
      .question, .star, .comparison, .badComparison, .stray, .end:
      false
    }
  }
}
