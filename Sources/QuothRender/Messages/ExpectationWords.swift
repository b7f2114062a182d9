//! What can stand at a place, in words.

public import QuothQuery

/// Words expectations and open constructs.
public enum ExpectationWords {
  /// A short list of what helps, or nil when nothing is expected: many clauses are one thing, and so are rows.
  static func list(_ expected: [Expectation]) -> String? {
    var left = expected
    var words: [String] = []
    if left.contains(.collection) {
      let others: [Expectation] = [
        .keyword(.it), .keyword(.let), .keyword(.expect), .variable(.rows), .openBracket, .collection,
        .command,
      ]
      words.append("rows such as quotes")
      if left.contains(.command) { words.append("a command such as help") }
      left.removeAll { others.contains($0) }
    }
    let clauses = left.filter(isClause)
    if clauses.count > 3 {
      left.removeAll { isClause($0) || isSetOperator($0) }
      words.append("a clause such as ‘where’")
    }
    if left.contains(where: isAnalysis) {
      left.removeAll(where: isAnalysis)
      words.append("an analysis such as ‘concordance’")
    }
    for word in left.compactMap(word) where !words.contains(word) { words.append(word) }
    return words.isEmpty ? nil : DiagnosticMessages.list(words, by: "or")
  }

  private static func isClause(_ expectation: Expectation) -> Bool {
    if case .keyword(let keyword) = expectation { Keyword.clauses.contains(keyword) } else { false }
  }

  private static func isAnalysis(_ expectation: Expectation) -> Bool {
    guard case .keyword(let keyword) = expectation else { return false }
    return AnalysisStage(rawValue: keyword.rawValue) != nil
  }

  private static func isSetOperator(_ expectation: Expectation) -> Bool {
    if case .keyword(let keyword) = expectation { Keyword.setOperators.contains(keyword) } else { false }
  }

  private static func word(_ expectation: Expectation) -> String? {
    switch expectation {
    case .keyword(let keyword): "‘\(keyword.rawValue)’"
    case .collection: "rows such as quotes"
    case .command: "a command such as help"
    case .field, .argument: "a field"
    case .amendable: "a field that can be corrected"
    case .column, .sortKey: "a field or a figure"
    case .groupKey: "a field, or a period such as month(date)"
    case .name: "a name"
    case .value: "a value"
    case .moreOfName, .moreOfValue, .endOfStatement: nil
    case .comparison: "a comparison (= != < <= > >= ~ contains in between is)"
    case .pattern: "a pattern in quotation marks"
    case .option(let option): "‘\(option.words)’"
    case .grouping(let stage): DiagnosticMessages.list(stage.groupingWords, by: "or")
    case .measure: "a measure such as logdice"
    case .period: "a period such as month"
    case .chartKind: "a kind of picture such as bar"
    case .regex: "a regular expression such as /sanctions?/"
    case .wholeNumber: "a whole number"
    case .number: "a number"
    case .claim: "a comparison such as >= 20"
    case .share: "a number from 0 to 1"
    case .variable, .greaterSign: nil
    case .newName: "a name"
    case .text: "text in quotation marks"
    case .file: "a file's name, such as \"answer.csv\""
    case .equalSign: "‘=’"
    case .comma: "a comma"
    case .pipe: "‘|’"
    case .openBracket: "‘(’"
    case .closeBracket: "‘)’"
    case .helpTopic: "a word to explain"
    }
  }

  /// What is still open, for a continuation prompt.
  public static func words(for open: OpenConstruct) -> String {
    switch open {
    case .bracket: "a bracket"
    case .quote: "a quote"
    case .after(let word): "after \(TerminalText.sanitise(word, lineBreaks: .blank))"
    }
  }
}
