//! Clauses of a selection, stages after a pipe, and slips in the words that begin them.

extension Parser {
  mutating func parseClauses() -> [ClauseSyntax] {
    var clauses: [ClauseSyntax] = []
    while true {
      let start = index
      guard let keyword = clauseKeyword() else { break }
      if let clause = parseClause(keyword) {
        rejectDuplicate(clause, of: clauses)
        clauses.append(clause)
      } else {
        skipToClause()
      }
      if index == start || !hasRoom(after: clauses.count) { break }
    }
    return clauses
  }

  /// The keyword of the clause that begins here: as written, or as it must be meant. Nil when none begins.
  private mutating func clauseKeyword() -> Keyword? {
    for keyword in Keyword.clauses { expect(.keyword(keyword)) }
    guard current.isWord else { return skipStray() }
    if isHaving(current) { return nil }
    if current.keyword == .and, startsCondition(at: index + 1) {
      let fix = Suggestion("where", replacement: "where", range: current.range)
      report(
        .unexpected(found: string(of: current), expected: expected), at: current.range, suggestions: [fix])
      advance()
      return .where
    }
    if let keyword = current.keyword {
      if Keyword.clauses.contains(keyword) { return keyword }
      if Keyword.setOperators.contains(keyword) || Keyword.stages.contains(keyword) { return nil }
    }
    if Speller.keyword(near: string(of: current), among: Keyword.clauses) == nil, startsCondition(at: index) {
      return missingWhere()
    }
    return reportOtherWord() ? nil : parseSlip(among: Keyword.clauses)
  }

  func isHaving(_ token: Token) -> Bool { token.isWord && string(of: token).lowercased() == "having" }

  /// `quotes topic=sanctions`: a condition without `where`. The condition is read as if it stood there.
  private mutating func missingWhere() -> Keyword? {
    let place = SourceRange(current.range.start, current.range.start)
    let fix = Suggestion("where", replacement: "where ", range: place)
    report(.missingWord(.where, after: string(of: previous)), at: current.range, suggestions: [fix])
    return .where
  }

  /// A character that belongs nowhere is reported, and reading goes on after it.
  private mutating func skipStray() -> Keyword? {
    guard current.kind == .stray else { return nil }
    unexpected()
    advance()
    skipToClause()
    return current.keyword.flatMap { Keyword.clauses.contains($0) ? $0 : nil }
  }

  /// A word that can only be a slip: names the keyword that is meant, or skips to the next clause.
  private mutating func parseSlip(among keywords: [Keyword]) -> Keyword? {
    let word = string(of: current)
    let meant = Speller.keyword(near: word, among: keywords)
    let suggestions = meant.map { [Suggestion($0.rawValue, replacement: $0.rawValue, range: current.range)] }
    let isClause = keywords == Keyword.clauses
    report(
      .unknownWord(word, expected: expected), at: current.range, suggestions: suggestions ?? [],
      alternatives: meant == nil && isClause ? clauses(meantBy: current) : [])
    // With nothing after it, one problem is enough.
    if let meant, meant == .count || meant == .read || meant == .chart || hasMore(for: meant) { return meant }
    advance()
    skipToClause()
    return current.keyword.flatMap { keywords.contains($0) ? $0 : nil }
  }

  /// Whether the statement goes on after the current token, which is meant as a keyword; a condition may stand on
  /// the next line.
  private func hasMore(for keyword: Keyword) -> Bool {
    switch peek().kind {
    case .newline: keyword == .where && startsCondition(at: index + 2)
    case .end, .semicolon, .pipe, .closeBracket: false
    case .space, .comment, .word, .string, .regex, .variable, .comma, .openBracket, .tilde, .question, .star,
      .comparison, .badComparison, .stray:
      true
    }
  }

  /// `group`, `sort`, `limit` and `show` mean one thing each: a second one would contradict the first.
  private mutating func rejectDuplicate(_ clause: ClauseSyntax, of clauses: [ClauseSyntax]) {
    switch clause {
    case .names, .where, .withRepeats, .sample, .count, .read, .analysis, .chart: return
    case .group, .sort, .limit, .show: break
    }
    guard clauses.contains(where: { $0.keyword == clause.keyword }) else { return }
    report(.duplicateClause(clause.keyword), at: clause.range)
  }

  /// Parses the clause that begins with the current token, which stands for `keyword`.
  private mutating func parseClause(_ keyword: Keyword) -> ClauseSyntax? {
    let start = current.range
    skipDoubled()
    switch keyword {
    case .by: return parseNamesClause(.by, start)
    case .to: return parseNamesClause(.to, start)
    case .about: return parseNamesClause(.about, start)
    case .in: return parseNamesClause(.in, start)
    case .with: return parseWithRepeats(start)
    case .where: return parseWhere(start)
    case .group: return parseGroup(start)
    case .sort: return parseSort(start)
    case .limit: return parseLimit(start)
    case .show: return parseShow(start)
    case .sample: return parseSample(start)
    case .count, .read:
      advance()
      let marker = MarkerSyntax(range: start)
      return keyword == .count ? .count(marker) : .read(marker)
    case .chart: return parseChart(start)
    case .concordance: return parseAnalysis(.concordance, start)
    case .frequencies: return parseAnalysis(.frequencies, start)
    case .ngrams: return parseAnalysis(.ngrams, start)
    case .collocates: return parseAnalysis(.collocates, start)
    case .keywords: return parseAnalysis(.keywords, start)
    case .dispersion: return parseAnalysis(.dispersion, start)
    case .timeline: return parseAnalysis(.timeline, start)
    case .variants: return parseAnalysis(.variants, start)
    case .compare: return parseAnalysis(.compare, start)
    case .sources: return parseAnalysis(.sources, start)
    case .repeats, .and, .or, .not, .between, .contains, .is, .missing, .asc, .desc, .seed, .let, .expect,
      .no, .it, .replace, .analyze, .union, .intersect, .except, .of, .window, .width, .at, .least,
      .left, .right, .against, .quote, .article, .from, .as, .new, .define:
      return nil
    }
  }

  // stage = clause | "sample" NUMBER [ "seed" NUMBER ] | "count" | "read" | analysis | chart
  mutating func parseStage() -> ClauseSyntax? {
    for keyword in Keyword.stages { expect(.keyword(keyword)) }
    guard current.isWord else {
      unexpected()
      return nil
    }
    let keyword: Keyword
    if isHaving(current) {
      keyword = .where
    } else if let written = current.keyword, Keyword.stages.contains(written) {
      keyword = written
    } else if reportOtherWord() {
      return nil
    } else if let meant = parseSlip(among: Keyword.stages) {
      keyword = meant
    } else {
      return nil
    }
    return parseClause(keyword)
  }

  // "sample" NUMBER [ "seed" NUMBER ]
  private mutating func parseSample(_ start: SourceRange) -> ClauseSyntax? {
    advance()
    skipNewlines()
    expect(.wholeNumber)
    guard let count = parseWholeNumber() else { return nil }
    var seed: Int?
    if consume(.seed) {
      skipNewlines()
      expect(.wholeNumber)
      seed = parseWholeNumber()
      guard seed != nil else { return nil }
    }
    return .sample(SampleClauseSyntax(count: count, seed: seed, range: start.joined(to: previous.range)))
  }

  // "chart" [ WORD ]
  private mutating func parseChart(_ start: SourceRange) -> ClauseSyntax? {
    advance()
    expect(.chartKind)
    // The name of a kind is also that of a stage; other words that begin one belong to no chart.
    let isKind = ChartKind(rawValue: string(of: current).lowercased()) != nil
    let kind = current.isWord && (isKind || current.keyword == nil) ? takeWord() : nil
    return .chart(ChartSyntax(kind: kind, range: start.joined(to: previous.range)))
  }

  // "with" "repeats"
  private mutating func parseWithRepeats(_ start: SourceRange) -> ClauseSyntax? {
    advance()
    skipNewlines()
    if startsCondition(at: index) {
      let fix = Suggestion("where", replacement: "where", range: start)
      report(.unexpected(found: string(of: previous), expected: expected), at: start, suggestions: [fix])
      return parseWhere(start)
    }
    if !at(.repeats), reportOtherWith(start) { return nil }
    if !at(.repeats) {
      guard current.isWord, Speller.keyword(near: string(of: current), among: [.repeats]) != nil else {
        unexpected()
        return nil
      }
      let fix = Suggestion("repeats", replacement: "repeats", range: current.range)
      report(
        .unknownWord(string(of: current), expected: expected), at: current.range, suggestions: [fix])
    }
    advance()
    return .withRepeats(MarkerSyntax(range: start.joined(to: previous.range)))
  }

  private mutating func parseNamesClause(_ role: NameRole, _ start: SourceRange) -> ClauseSyntax? {
    advance()
    let names = parseNames(role)
    guard !names.isEmpty else { return nil }
    return .names(
      NamesClauseSyntax(
        role: role, names: names, keywordRange: start, range: start.joined(to: previous.range)))
  }

  private mutating func parseWhere(_ start: SourceRange) -> ClauseSyntax? {
    // Where `where` is missing there is nothing to take.
    if current.keyword == .where || !startsCondition(at: index) { advance() }
    if let keyword = current.keyword, [.by, .about, .to].contains(keyword) {
      let fix = Suggestion(
        keyword.rawValue, replacement: "", range: SourceRange(start.start, current.range.start))
      report(
        .unexpected(found: string(of: previous), expected: [.keyword(keyword)]), at: start, suggestions: [fix]
      )
      return nil
    }
    guard let condition = parseCondition() else { return nil }
    return .where(WhereClauseSyntax(condition: condition, range: start.joined(to: previous.range)))
  }

  // "limit" NUMBER
  private mutating func parseLimit(_ start: SourceRange) -> ClauseSyntax? {
    advance()
    skipNewlines()
    expect(.wholeNumber)
    guard let count = parseWholeNumber() else { return nil }
    return .limit(LimitClauseSyntax(count: count, range: start.joined(to: previous.range)))
  }

  // "group" "by" column { "," column }
  private mutating func parseGroup(_ start: SourceRange) -> ClauseSyntax? {
    parseBy()
    let columns = parseList { $0.parseColumn(.groupKey($0.collection)) }
    guard !columns.isEmpty else { return nil }
    return .group(ColumnsClauseSyntax(columns: columns, range: start.joined(to: previous.range)))
  }

  // "show" column { "," column }
  private mutating func parseShow(_ start: SourceRange) -> ClauseSyntax? {
    advance()
    if current.isWord, string(of: current).lowercased() == "distinct" {
      let fix = Suggestion("group by", replacement: "group by", range: start.joined(to: current.range))
      report(
        .unexpected(found: string(of: current), expected: expected), at: current.range, suggestions: [fix])
      advance()
    }
    let columns = parseList { $0.parseColumn(.column($0.collection)) }
    guard !columns.isEmpty else { return nil }
    return .show(ColumnsClauseSyntax(columns: columns, range: start.joined(to: previous.range)))
  }

  // "sort" "by" key { "," key }
  private mutating func parseSort(_ start: SourceRange) -> ClauseSyntax? {
    parseBy()
    let keys = parseList { $0.parseSortKey() }
    guard !keys.isEmpty else { return nil }
    return .sort(SortClauseSyntax(keys: keys, range: start.joined(to: previous.range)))
  }

  /// Takes `group` or `sort` and the `by` after it; a missing `by` is put right with a suggestion.
  private mutating func parseBy() {
    let keyword = string(of: current)
    advance()
    skipNewlines()
    if at(.by) {
      skipDoubled()
      return advance()
    }
    guard current.isWord else { return }
    let place = SourceRange(current.range.start, current.range.start)
    let fix = Suggestion("\(keyword) by", replacement: "by ", range: place)
    report(.missingWord(.by, after: keyword), at: current.range, suggestions: [fix])
  }

  private mutating func parseList<Node>(_ element: (inout Parser) -> Node?) -> [Node] {
    var nodes: [Node] = []
    while true {
      skipNewlines()
      let start = index
      if let node = element(&self) { nodes.append(node) }
      guard consume(.comma, .comma) || reportMissingComma() else { return nodes }
      if index == start || !hasRoom(after: nodes.count) { return nodes }
    }
  }

  // column = WORD [ "(" WORD ")" ]
  private mutating func parseColumn(_ expectation: Expectation) -> ColumnSyntax? {
    expect(expectation)
    guard current.isWord, current.keyword.map({ !$0.endsValue }) ?? true else {
      unexpected()
      return nil
    }
    return parseColumnName()
  }

  /// Takes a word and what stands in brackets after it; the caller has seen the word.
  mutating func parseColumnName() -> ColumnSyntax? {
    let name = takeWord()
    guard current.kind == .openBracket else {
      return ColumnSyntax(name: name, argument: nil, range: name.range)
    }
    let opening = current.range
    openBracket()
    expect(.argument(name.text, collection))
    var argument: WordSyntax?
    if current.isWord {
      argument = takeWord()
    } else if current.kind == .star {
      let whole = name.range.joined(to: peek().kind == .closeBracket ? peek().range : current.range)
      let fix = Suggestion("count", replacement: "count", range: whole)
      report(.unexpected(found: "*", expected: expected), at: current.range, suggestions: [fix])
      advance()
      closeBracket(opening)
      return nil
    } else {
      unexpected()
    }
    closeBracket(opening)
    return ColumnSyntax(name: name, argument: argument, range: name.range.joined(to: previous.range))
  }

  // key = column [ "asc" | "desc" ]
  private mutating func parseSortKey() -> SortKeySyntax? {
    guard let column = parseColumn(.sortKey(collection)) else { return nil }
    var order = SortOrder.ascending
    if consume(.desc) || slipped(.desc) { order = .descending } else { _ = consume(.asc) || slipped(.asc) }
    return SortKeySyntax(column: column, order: order, range: column.range.joined(to: previous.range))
  }

  mutating func takeWord() -> WordSyntax {
    let word = WordSyntax(text: string(of: current), range: current.range)
    advance()
    return word
  }
}
