//! Names and values: runs of bare words, or text in quotation marks.

/// Where a value stands: what could follow its words depends on it.
enum ValuePlace: Hashable {
  case name(NameRole)
  case field(String)
}

extension Parser {
  // names = value { ("," | "or") value }
  mutating func parseNames(_ role: NameRole) -> [ValueSyntax] {
    var names: [ValueSyntax] = []
    while true {
      let start = index
      guard let name = parseValue(.name(role)) else { return names }
      names.append(name)
      if current.keyword == .and, startsCondition(at: index + 1) { return names }
      if current.keyword == .and {
        let fix = Suggestion("or", replacement: "or", range: current.range)
        report(.andBetweenNames, at: current.range, suggestions: [fix])
        advance()
      } else if consume(.comma, .comma) {
        if let keyword = current.keyword, Keyword.clauses.contains(keyword) {
          let fix = Suggestion(keyword.rawValue, replacement: "", range: previous.range)
          report(.unexpected(found: ",", expected: expected), at: previous.range, suggestions: [fix])
          return names
        }
        _ = consume(.or)
      } else if !consume(.or) {
        return names
      }
      if index == start || !hasRoom(after: names.count) { return names }
    }
  }

  // value = WORD { WORD } | STRING | "$" NAME
  mutating func parseValue(_ place: ValuePlace) -> ValueSyntax? {
    skipNewlines()
    expect(first(of: place))
    expect(.variable(.text))
    switch current.kind {
    case .word:
      if let keyword = current.keyword, keyword.endsValue, !isChoice(place) {
        unexpected()
        return nil
      }
      return parseWords(place)
    case .string: return parseString()
    case .variable: return parseVariable()
    case .space, .comment, .newline, .regex, .comma, .semicolon, .pipe, .openBracket,
      .closeBracket, .tilde, .question, .star, .comparison, .badComparison, .stray, .end:
      unexpected()
      return nil
    }
  }

  /// Whether the word is one of the few values of the field, though it is a keyword too: `source_type = group`.
  private func isChoice(_ place: ValuePlace) -> Bool {
    guard case .field(let name) = place, let collection,
      tokens[min(index + 1, tokens.count - 1)].keyword != .by,
      let field = FieldCatalog.field(named: name, in: collection),
      case .choice(let choices) = FieldCatalog.definition(of: field, in: collection)?.type
    else { return false }
    return choices.contains(string(of: current).lowercased())
  }

  mutating func parseVariable() -> ValueSyntax {
    let range = current.range
    let name = WordSyntax(text: String(string(of: current).dropFirst()), range: range)
    advance()
    return ValueSyntax(words: [name], form: .variable, range: range)
  }

  func first(of place: ValuePlace) -> Expectation {
    switch place {
    case .name(let role): .name(role, collection)
    case .field(let name): .value(name, collection)
    }
  }

  func more(of place: ValuePlace, _ range: SourceRange) -> Expectation {
    switch place {
    case .name(let role): .moreOfName(role, collection, range)
    case .field(let name): .moreOfValue(name, collection, range)
    }
  }

  /// Words up to one that cannot belong to a value: a keyword, or what can only be a slip for one.
  private mutating func parseWords(_ place: ValuePlace) -> ValueSyntax {
    var words = [takeWord()]
    while current.isWord, current.keyword.map({ !$0.endsValue }) ?? true, slip(at: index) == nil,
      !startsCondition(at: index)
    {
      words.append(takeWord())
    }
    let range = words[0].range.joined(to: previous.range)
    expect(more(of: place, range))
    return ValueSyntax(words: words, form: .bare, range: range)
  }

  /// The clause keyword that a word must be meant as, because what follows has the shape of that clause.
  func slip(at position: Int) -> Keyword? {
    let token = tokens[position]
    guard token.isWord, token.keyword == nil else { return nil }
    let next = tokens[min(position + 1, tokens.count - 1)]
    let afterNext = tokens[min(position + 2, tokens.count - 1)]
    let fitting: [Keyword]
    if next.keyword == .by {
      fitting = [.group, .sort]
    } else if next.keyword == .repeats {
      fitting = [.with]
    } else if next.isWord, startsComparison(afterNext) || next.keyword == .not {
      fitting = [.where, .and, .or]
    } else if next.isWord, Int(string(of: next)) != nil {
      fitting = [.limit]
    } else {
      return nil
    }
    return Speller.keyword(near: string(of: token), among: fitting)
  }

  /// Whether a word stands here that is compared with something.
  func startsCondition(at position: Int) -> Bool {
    guard position + 1 < tokens.count, tokens[position].isWord else { return false }
    return startsComparison(tokens[position + 1]) && !startsDestination(at: position + 1)
      && !startsClaim(at: position + 1)
  }

  /// Whether `>` and a file's name stand here, and nothing but `replace` after them: `by Ebrahim Raisi > "raisi.csv"`.
  private func startsDestination(at position: Int) -> Bool {
    guard tokens[position].kind == .comparison(.greater), position + 1 < tokens.count else { return false }
    switch tokens[position + 1].kind {
    case .string: return endsDestination(at: position + 2)
    case .word:
      // A number or a date has no ending of letters.
      let ending = string(of: tokens[position + 1]).split(separator: ".").dropFirst().last
      return ending?.allSatisfy(\.isLetter) == true && endsDestination(at: position + 2)
    case .space, .comment, .newline, .regex, .variable, .comma, .semicolon, .pipe, .openBracket,
      .closeBracket, .tilde, .question, .star, .comparison, .badComparison, .stray, .end:
      return false
    }
  }

  private func endsDestination(at position: Int) -> Bool {
    let isReplaced = position < tokens.count && tokens[position].keyword == .replace
    return endsStatement(at: isReplaced ? position + 1 : position)
  }

  func endsStatement(at position: Int) -> Bool {
    guard position < tokens.count else { return true }
    return [.newline, .semicolon, .end].contains(tokens[position].kind)
  }

  private func startsComparison(_ token: Token) -> Bool {
    switch token.kind {
    case .comparison, .badComparison, .tilde: true
    case .word: token.keyword == .contains || token.keyword == .between || token.keyword == .is
    case .space, .comment, .newline, .string, .regex, .variable, .comma, .semicolon, .pipe, .openBracket,
      .closeBracket, .question, .star, .stray, .end:
      false
    }
  }

  mutating func parseString() -> ValueSyntax {
    let token = current
    if token.kind == .string(isClosed: false) { reportUnclosed(token) }
    let word = WordSyntax(text: content(of: token), range: token.range)
    advance()
    return ValueSyntax(words: [word], form: .quoted, range: token.range)
  }

  /// The text between the quotation marks, escapes undone: `\"` and `\\`.
  func content(of token: Token) -> String {
    let mark = Parser.markLength(at: token, in: text)
    var bytes: [UInt8] = []
    var index = token.range.start + mark
    var end = token.range.end
    if token.kind == .string(isClosed: true) || token.kind == .regex(isClosed: true) {
      end -= closingMarkLength(endingAt: end)
    }
    while index < end {
      let byte = text.bytes[index]
      if byte == UInt8(ascii: "\\"), index + 1 < end, isEscapable(text.bytes[index + 1]) { index += 1 }
      bytes.append(text.bytes[index])
      index += 1
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private func isEscapable(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "\\") || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'")
  }

  private func closingMarkLength(endingAt end: Int) -> Int {
    var start = end - 1
    while start > 0, text.bytes[start] & 0xC0 == 0x80 { start -= 1 }
    return end - start
  }
}
