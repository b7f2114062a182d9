//! The whole corrected query that an error offers: only one that is known to have no error itself.

/// Carries out what diagnostics suggest, and keeps what comes of it when nothing is wrong with it any more.
public struct Corrector {
  /// How many texts may be tried for one error: each is parsed and bound.
  private static let trials = 24
  /// Longer statements are left as they are: every trial would read all of it.
  private static let longest = 20_000
  /// How many slips after each other may be put right.
  private static let rounds = 5

  /// Whether a query has any rows; nil where that cannot be told in a moment.
  public typealias RowCheck = (BoundQuery) -> Bool?

  private let context: BindingContext
  private let hasRows: RowCheck
  private var trialsLeft = Corrector.trials

  private init(_ context: BindingContext, _ hasRows: @escaping RowCheck) {
    self.context = context
    self.hasRows = hasRows
  }

  /// The text of one statement put right, or nil when what is suggested does not do it.
  ///
  /// Of several meanings, one with rows is taken before one without. Where it is only guessed what is meant, a query
  /// without rows is no correction at all.
  public static func correction(
    of statement: String, in context: BindingContext, hasRows: @escaping RowCheck = { _ in nil }
  ) -> String? {
    guard statement.utf8.count <= longest else { return nil }
    var corrector = Corrector(context, hasRows)
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
      return meant(by: error, in: parse.text, rounds: rounds)
    }
    guard let changed = parse.text.applying(errors.compactMap(\.suggestions.first)) else { return nil }
    return repaired(changed, rounds: rounds - 1)
  }

  /// Of several meanings, the first that can be asked and has rows.
  private mutating func meant(by error: Diagnostic, in text: QueryText, rounds: Int) -> String? {
    let certainty = error.problem.certainty
    var withoutRows: String?
    for alternative in error.alternatives where !isGuess(alternative, for: error.problem, in: text) {
      let changed = text.replacing(alternative.range, with: alternative.replacement)
      guard let right = repaired(changed, rounds: rounds - 1) else { continue }
      switch (rows(of: right), certainty) {
      case (true, _), (nil, .meant), (nil, .guessed): return right
      case (false, .meant): withoutRows = withoutRows ?? right
      case (false, .guessed), (false, .found), (nil, .found): continue
      }
    }
    return withoutRows
  }

  /// Whether all queries of a text have rows; nil where that cannot be told. What is no query has nothing to lack.
  private func rows(of text: String) -> Bool? {
    var binder = StatementBinder(context)
    var found: Bool? = true
    for statement in QueryLanguage.parse(text).script.statements {
      let bound = binder.bind(statement)
      let query: BoundQuery
      switch (statement, bound.query) {
      case (.query, let asked?), (.explain, let asked?): query = asked
      case (.command, _): continue
      default:
        found = nil
        continue
      }
      if case .query = statement { binder.bindings.lastAnswer = query }
      switch hasRows(query) {
      case true?: break
      case false?: return false
      case nil: found = nil
      }
    }
    return found
  }

  private func isClause(_ word: String) -> Bool { Keyword(word: word).map(Keyword.clauses.contains) ?? false }

  /// A name alone is only taken for what the corpus knows as it is written: `about` would take any word.
  private func isGuess(_ alternative: Suggestion, for problem: Problem, in text: QueryText) -> Bool {
    switch problem {
    case .missingCollection(let word):
      guard !isClause(word), !word.hasPrefix("\""), !word.hasPrefix("“") else { return false }
    case .unknownWord: break
    default: return false
    }
    let parse = QueryLanguage.parse(text.replacing(alternative.range, with: alternative.replacement))
    return QueryLanguage.check(parse, in: context).contains { $0.id == .readAsWord || $0.id == .unknownName }
  }
}

extension Problem {
  /// How sure it is that one of the alternatives is meant.
  fileprivate enum Certainty {
    /// One of them is.
    case meant
    /// One of them may be, if it has rows.
    case guessed
    /// One of them is, if it is known to have rows.
    case found
  }

  fileprivate var certainty: Certainty {
    switch self {
    case .question, .otherOrder, .missingCollection, .unknownWord: .guessed
    case .unknownName: .found
    default: .meant
    }
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
