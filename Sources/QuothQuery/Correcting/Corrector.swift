//! The whole corrected query that an error offers: only one that is known to have no error itself.

/// Carries out what diagnostics suggest, and keeps what comes of it when nothing is wrong with it any more.
public struct Corrector {
  /// How many texts may be tried for one error: each is parsed and bound.
  private static let trials = 24
  /// Longer statements are left as they are: every trial would read all of it.
  private static let longest = 20_000
  /// How many slips after each other may be put right.
  private static let rounds = 5

  private let context: BindingContext
  private var trialsLeft = Corrector.trials

  private init(_ context: BindingContext) { self.context = context }

  /// The text of one statement put right, or nil when what is suggested does not do it.
  public static func correction(of statement: String, in context: BindingContext) -> String? {
    guard statement.utf8.count <= longest else { return nil }
    var corrector = Corrector(context)
    let text = statement.split(separator: "\n").map(trimmed).joined(separator: "\n")
    guard let corrected = corrector.repaired(text, rounds: Corrector.rounds), corrected != text else {
      return nil
    }
    return trimmed(corrected[...])
  }

  private static func trimmed(_ text: Substring) -> String {
    var text = text
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }

  private mutating func repaired(_ text: String, rounds: Int) -> String? {
    guard trialsLeft > 0 else { return nil }
    trialsLeft -= 1
    let parse = QueryLanguage.parse(text)
    let errors = QueryLanguage.check(parse, in: context).filter { $0.severity == .error }
    if errors.isEmpty { return parse.script.statements.isEmpty ? nil : text }
    guard rounds > 0 else { return nil }
    if let error = errors.first(where: { !$0.alternatives.isEmpty }) {
      for alternative in error.alternatives where !isGuess(alternative, for: error.problem, in: parse.text) {
        let changed = parse.text.replacing(alternative.range, with: alternative.replacement)
        if let right = repaired(changed, rounds: rounds - 1) { return right }
      }
      return nil
    }
    guard let changed = parse.text.applying(errors.compactMap(\.suggestions.first)) else { return nil }
    return repaired(changed, rounds: rounds - 1)
  }

  private func isClause(_ word: String) -> Bool { Keyword(word: word).map(Keyword.clauses.contains) ?? false }

  /// A name alone is only taken for what the corpus knows as it is written: `about` would take any word.
  private func isGuess(_ alternative: Suggestion, for problem: Problem, in text: QueryText) -> Bool {
    guard case .missingCollection(let word) = problem, !isClause(word), !word.hasPrefix("\""),
      !word.hasPrefix("“")
    else { return false }
    let parse = QueryLanguage.parse(text.replacing(alternative.range, with: alternative.replacement))
    return QueryLanguage.check(parse, in: context).contains { $0.id == .readAsWord || $0.id == .unknownName }
  }
}

extension QueryText {
  /// The text with all of several suggestions carried out; those that overlap one before them wait. Nil without any.
  fileprivate func applying(_ suggestions: [Suggestion]) -> String? {
    guard !suggestions.isEmpty else { return nil }
    var changed = ""
    var end = 0
    for fix in suggestions.sorted(by: { $0.range.start < $1.range.start }) where fix.range.start >= end {
      changed += string(in: SourceRange(end, fix.range.start)) + fix.replacement
      end = fix.range.end
    }
    return changed + string(in: SourceRange(end, bytes.count))
  }
}
