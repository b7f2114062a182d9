//! Analyses after a pipe, and their options.

extension Parser {
  // analysis = ANALYSIS { option }
  mutating func parseAnalysis(_ stage: AnalysisStage, _ start: SourceRange) -> ClauseSyntax? {
    advance()
    var options: [AnalysisOptionSyntax] = []
    while let option = nextOption(of: stage, besides: options) {
      let begin = current.range
      takeLead(of: option)
      guard let value = parseValue(of: option) else { return nil }
      if options.contains(where: { $0.option == option }) {
        report(.duplicateOption(option), at: begin.joined(to: previous.range))
        continue
      }
      options.append(
        AnalysisOptionSyntax(option: option, value: value, range: begin.joined(to: previous.range)))
    }
    let missing = stage.required.filter { option in !options.contains { $0.option == option } }
    guard missing.isEmpty else {
      let isWanted: (Expectation) -> Bool = {
        if case .option(let option) = $0 { missing.contains(option) } else { true }
      }
      expected.removeAll { !isWanted($0) }
      unexpected()
      return nil
    }
    let ordered = stage.options.compactMap { option in options.first { $0.option == option } }
    return .analysis(AnalysisSyntax(stage: stage, options: ordered, range: start.joined(to: previous.range)))
  }

  /// The option that begins here. What is required must come, so it is looked for over a newline too.
  private mutating func nextOption(
    of stage: AnalysisStage, besides given: [AnalysisOptionSyntax]
  ) -> AnalysisOption? {
    let missing = stage.required.filter { option in !given.contains { $0.option == option } }
    if !missing.isEmpty, goesOn(with: missing) { skipNewlines() }
    for option in stage.options {
      let isGiven = given.contains { $0.option == option }
      if let lead = option.lead.first {
        if !isGiven { expect(.option(option)) }
        if current.keyword == lead, !(lead == .sort && peek().keyword == .by) { return option }
      }
      if !isGiven, isOpen(option, in: stage) {
        expect(option == .length ? .wholeNumber : option == .side ? .grouping(stage) : .pattern)
        if beginsValue(of: option) { return option }
      }
    }
    return nil
  }

  /// Whether what is missing stands on the next line.
  private func goesOn(with missing: [AnalysisOption]) -> Bool {
    guard current.kind == .newline else { return false }
    let next = peek()
    if case .string = next.kind { return missing.contains(.pattern) }
    return missing.contains { option in option.lead.first.map { $0 == next.keyword } ?? false }
  }

  /// Whether an option's value may stand without words before it.
  private func isOpen(_ option: AnalysisOption, in stage: AnalysisStage) -> Bool {
    option == .pattern || option == .length || option == .side
  }

  private func beginsValue(of option: AnalysisOption) -> Bool {
    switch current.kind {
    case .string, .star, .question: option == .pattern
    case .variable: option == .pattern
    case .word:
      option == .length || option == .side
        || (current.keyword.map { !Keyword.stages.contains($0) && $0 != .at } ?? true)
    case .space, .comment, .newline, .regex, .comma, .semicolon, .pipe, .openBracket, .closeBracket, .tilde,
      .comparison, .badComparison, .stray, .end:
      false
    }
  }

  private mutating func takeLead(of option: AnalysisOption) {
    for keyword in option.lead {
      skipNewlines()
      if current.keyword == keyword {
        advance()
      } else if keyword == .least {
        let place = SourceRange(previous.range.end, previous.range.end)
        let fix = Suggestion("least", replacement: " least", range: place)
        report(.missingWord(.least, after: "at"), at: current.range, suggestions: [fix])
      }
    }
    skipNewlines()
  }

  private mutating func parseValue(of option: AnalysisOption) -> AnalysisValueSyntax? {
    switch option {
    case .pattern: return parsePattern().map(AnalysisValueSyntax.pattern)
    case .length, .window, .width, .least: return parseNumber(of: option)
    case .similarity: return parseShare(of: option)
    case .side: return parseOptionWord(.grouping(.compare))
    case .grouping: return parseOptionWord(.grouping(.sources))
    case .field: return parseOptionWord(.field(collection))
    case .measure: return parseOptionWord(.measure)
    case .period: return parseOptionWord(.period)
    case .order: return parseOrder()
    case .reference:
      expectRows()
      let outer = collection
      defer { collection = outer }
      return parseOperand().map(AnalysisValueSyntax.rows)
    }
  }

  private mutating func parseNumber(of option: AnalysisOption) -> AnalysisValueSyntax? {
    expect(.wholeNumber)
    let range = current.range
    guard let number = parseWholeNumber() else { return nil }
    if let allowed = option.numbers, !allowed.contains(number) {
      report(
        .optionOutOfRange(
          option, String(number), from: String(allowed.lowerBound), to: String(allowed.upperBound)), at: range
      )
    }
    return .number(number)
  }

  /// A part of a whole, 0 to 1. What is meant as a percentage is offered as a part.
  private mutating func parseShare(of option: AnalysisOption) -> AnalysisValueSyntax? {
    expect(.share)
    guard current.isWord else {
      unexpected()
      return nil
    }
    let word = takeWord()
    if let share = Double(word.text), (0...1).contains(share) { return .share(share) }
    let meant = Int(word.text).flatMap { (2...100).contains($0) ? (Double($0) / 100).description : nil }
    report(
      .optionOutOfRange(option, word.text, from: "0", to: "1"), at: word.range,
      suggestions: meant.map { [Suggestion($0, replacement: $0, range: word.range)] } ?? [])
    return .share(1)
  }

  private mutating func parseOptionWord(_ expectation: Expectation) -> AnalysisValueSyntax? {
    expect(expectation)
    guard current.isWord else {
      unexpected()
      return nil
    }
    return .word(takeWord())
  }

  // pattern = STRING | "$" NAME | WORD
  mutating func parsePattern() -> ValueSyntax? {
    expect(.pattern)
    expect(.variable(.text))
    if let glob = bareGlob() { return quotedGlob(glob) }
    switch current.kind {
    case .string: return parseString()
    case .variable: return parseVariable()
    case .word:
      let word = takeWord()
      return ValueSyntax(words: [word], form: .bare, range: word.range)
    case .space, .comment, .newline, .regex, .comma, .semicolon, .pipe, .openBracket, .closeBracket, .tilde,
      .question, .star, .comparison, .badComparison, .stray, .end:
      unexpected()
      return nil
    }
  }

  // line { "," line }; line = ( "left" | "right" ) [ NUMBER ] | WORD
  private mutating func parseOrder() -> AnalysisValueSyntax? {
    var keys: [ConcordanceKeySyntax] = []
    repeat {
      skipNewlines()
      for side in ConcordanceSide.allCases { expect(.keyword(side.keyword)) }
      expect(.field(collection))
      guard current.isWord else {
        unexpected()
        return nil
      }
      let word = takeWord()
      guard let side = ConcordanceSide(rawValue: word.text.lowercased()) else {
        keys.append(.column(word))
        continue
      }
      expect(.wholeNumber)
      guard current.isWord, let distance = Int(string(of: current)) else {
        keys.append(.word(side, 1))
        continue
      }
      if !(1...20).contains(distance) {
        report(.optionOutOfRange(.order, String(distance), from: "1", to: "20"), at: current.range)
      }
      advance()
      keys.append(.word(side, distance))
    } while consume(.comma, .comma)
    return .order(keys)
  }
}
