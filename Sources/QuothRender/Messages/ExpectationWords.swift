//! What can stand at a place, in words.

public import QuothQuery

/// Words expectations and open constructs.
public enum ExpectationWords {
  /// A short list, or nil when nothing is expected.
  static func list(_ expected: [Expectation]) -> String? {
    let words = expected.compactMap(word).reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
    return words.isEmpty ? nil : DiagnosticMessages.list(words, by: "or")
  }

  private static func word(_ expectation: Expectation) -> String? {
    switch expectation {
    case .keyword(let keyword): "‘\(keyword.rawValue)’"
    case .collection: "a collection (\(QueryCollection.allCases.map(\.rawValue).joined(separator: ", ")))"
    case .command: "a command (‘help’ lists them)"
    case .field, .argument: "a field"
    case .column, .sortKey: "a field or a figure"
    case .groupKey: "a field, or a period such as month(date)"
    case .name: "a name"
    case .value: "a value"
    case .moreOfName, .moreOfValue, .endOfStatement: nil
    case .comparison: "a comparison (= != < <= > >= ~ contains in between is)"
    case .pattern: "a pattern in quotation marks"
    case .regex: "a regular expression such as /sanctions?/"
    case .wholeNumber: "a whole number"
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
