//! `correct`, `alias`, `split` and `topic define`.

extension Parser {
  mutating func parseAmendment(_ command: CommandName) -> AmendmentSyntax? {
    let start = current.range
    advance()
    skipNewlines()
    let node: AmendmentSyntax? =
      switch command {
      case .alias: parseAlias(start)
      case .split: parseSplit(start)
      case .topic: parseTopic(start)
      case .correct, .help, .tour, .explain, .describe, .open, .read, .more, .why, .cite, .fix, .corrections,
        .undo, .set, .history, .source, .save, .quit:
        parseFact(start)
      }
    // What is left of half a correction makes no sense of its own.
    if node == nil { skipStatement() }
    return node
  }

  // correct = "correct" subject WORD "=" amended { "," amended }
  private mutating func parseFact(_ start: SourceRange) -> AmendmentSyntax? {
    collection = .statements
    guard let subject = parseSubject() else { return nil }
    skipNewlines()
    expect(.amendable)
    guard current.isWord else {
      unexpected()
      return nil
    }
    let field = takeWord()
    guard consumeEqualSign() else { return nil }
    let isOfArticle = AmendableField(word: field.text)?.isOfArticle ?? false
    collection = isOfArticle ? .articles : .statements
    var values: [AmendedValueSyntax] = []
    repeat {
      guard let value = parseAmended(.field(field.text)) else { return nil }
      values.append(value)
    } while (consume(.comma, .comma) || consume(.and)) && hasRoom(after: values.count)
    return .fact(
      FactSyntax(subject: subject, field: field, values: values, range: start.joined(to: previous.range)))
  }

  // subject = NUMBER | "quote" STRING "in" value [ "at" NUMBER ] | "article" value
  private mutating func parseSubject() -> AmendedSubjectSyntax? {
    let start = current.range
    expect(.wholeNumber)
    if consume(.quote) {
      expect(.text)
      guard case .string = current.kind else {
        unexpected()
        return nil
      }
      let words = parseString()
      guard consume(.in) else {
        unexpected()
        return nil
      }
      guard let article = parseArticle() else { return nil }
      var byte: Int?
      if consume(.at) {
        guard let number = parseWholeNumber() else { return nil }
        byte = number
      }
      return .quotation(
        QuotationPlaceSyntax(
          words: words, article: article, start: byte, range: start.joined(to: previous.range)))
    }
    if consume(.article) { return parseArticle().map(AmendedSubjectSyntax.article) }
    guard let number = parseWholeNumber() else { return nil }
    return .row(RowNumberSyntax(number: number, range: start))
  }

  // amended = "missing" | "new" STRING | value; `New York Times` is a name
  private mutating func parseAmended(_ place: ValuePlace) -> AmendedValueSyntax? {
    skipNewlines()
    if at(.missing), endsAmended(at: index + 1) {
      let marker = MarkerSyntax(range: current.range)
      advance()
      return .missing(marker)
    }
    if at(.new), isQuoted(at: index + 1) {
      advance()
      return parseValue(place).map(AmendedValueSyntax.new)
    }
    return parseValue(place).map(AmendedValueSyntax.known)
  }

  private func isQuoted(at position: Int) -> Bool {
    guard tokens.indices.contains(position) else { return false }
    return switch tokens[position].kind {
    case .string, .variable: true
    default: false
    }
  }

  private func endsAmended(at position: Int) -> Bool {
    endsStatement(at: position) || tokens[position].kind == .comma
  }

  // alias = "alias" value "=" value
  private mutating func parseAlias(_ start: SourceRange) -> AmendmentSyntax? {
    collection = .statements
    guard let spelling = parseRun(.name(.to), until: []), consumeEqualSign(),
      let name = parseValue(.name(.to))
    else { return nil }
    return .alias(AliasSyntax(spelling: spelling, name: name, range: start.joined(to: previous.range)))
  }

  // split = "split" value "from" value [ "in" value { "," value } ] [ "as" amended ]
  private mutating func parseSplit(_ start: SourceRange) -> AmendmentSyntax? {
    collection = .statements
    guard let spelling = parseRun(.name(.to), until: [.from]) else { return nil }
    guard consume(.from) else {
      unexpected()
      return nil
    }
    skipNewlines()
    guard let name = parseRun(.name(.to), until: [.in, .as]) else { return nil }
    var articles: [ValueSyntax] = []
    if consume(.in) {
      repeat {
        guard let article = parseArticle() else { return nil }
        articles.append(article)
      } while consume(.comma, .comma) && hasRoom(after: articles.count)
    }
    var target: AmendedValueSyntax?
    if consume(.as) {
      guard let value = parseAmended(.name(.to)) else { return nil }
      target = value
    }
    return .split(
      SplitSyntax(
        spelling: spelling, name: name, articles: articles, target: target,
        range: start.joined(to: previous.range)))
  }

  // topic = "topic" "define" value "=" pattern { "," pattern }
  private mutating func parseTopic(_ start: SourceRange) -> AmendmentSyntax? {
    guard consume(.define) else {
      // `topic sanctions`: rows about it are the most likely to be meant.
      let rows = Suggestion("quotes about", replacement: "quotes about", range: start)
      if current.isWord {
        report(
          .unexpected(found: string(of: current), expected: expected), at: current.range, alternatives: [rows]
        )
      } else {
        unexpected()
      }
      return nil
    }
    skipNewlines()
    collection = .statements
    guard let name = parseRun(.field(Field.topics.rawValue), until: []), consumeEqualSign() else {
      return nil
    }
    var terms: [ValueSyntax] = []
    repeat {
      skipNewlines()
      guard let term = parsePattern() else { return nil }
      terms.append(term)
    } while consume(.comma, .comma) && hasRoom(after: terms.count)
    return .topic(TopicSyntax(name: name, terms: terms, range: start.joined(to: previous.range)))
  }

  // MARK: Parts

  private mutating func consumeEqualSign() -> Bool {
    if consume(.comparison(.equal), .equalSign) {
      skipNewlines()
      return true
    }
    unexpected()
    return false
  }

  /// Text in quotation marks, or bare words up to one of these, or to what is no word.
  private mutating func parseRun(
    _ place: ValuePlace, until ends: Set<Keyword>, atMost limit: Int = .max
  ) -> ValueSyntax? {
    skipNewlines()
    expect(first(of: place))
    switch current.kind {
    case .string: return parseString()
    case .variable: return parseVariable()
    case .word:
      var words = [takeWord()]
      while words.count < limit, current.isWord, current.keyword.map({ !ends.contains($0) }) ?? true {
        words.append(takeWord())
      }
      let range = words[0].range.joined(to: previous.range)
      if limit > 1 { expect(more(of: place, range)) }
      return ValueSyntax(words: words, form: .bare, range: range)
    case .space, .comment, .newline, .regex, .comma, .semicolon, .pipe, .openBracket, .closeBracket,
      .tilde, .question, .star, .comparison, .badComparison, .stray, .end:
      unexpected()
      return nil
    }
  }

  /// Text in quotation marks, or one bare word.
  private mutating func parseArticle() -> ValueSyntax? {
    parseRun(.field(Field.article.rawValue), until: [], atMost: 1)
  }
}
