//! Corrections made one after the other without a shell, so that tests see what they come to.

import QuothBasics
import QuothEngine
import QuothModel
import QuothQuery
import QuothTestSupport
import Testing

/// A corpus on which a test makes corrections.
struct AmendingDesk {
  let found: InMemoryEngine
  private(set) var amender: CorpusAmender
  private(set) var applied: [AppliedAmendment] = []

  init(_ found: InMemoryEngine, isCancelled: @escaping @Sendable () -> Bool = { false }) {
    self.found = found
    amender = CorpusAmender(found, isCancelled: isCancelled)
  }

  var engine: InMemoryEngine { amender.finish() }

  /// Makes the corrections of a script; one that cannot be made ends it with an error.
  mutating func correct(_ script: String) throws {
    let parse = QueryLanguage.parse(script)
    if parse.hasErrors { throw QueryRefusal.wrong(parse.diagnostics.map(\.id)) }
    for statement in parse.script.statements {
      guard case .amendment(let syntax) = statement else { throw QueryRefusal.noQuery }
      let bound = QueryLanguage.bind(syntax, in: BindingContext(vocabulary: amender.vocabulary))
      let errors = bound.diagnostics.filter { $0.severity == .error }
      guard let bound = bound.bound else { throw QueryRefusal.wrong(errors.map(\.id)) }
      // What is kept has to mean the same.
      let again = QueryLanguage.parse(SyntaxPrinter.print(bound.canonical)).script.statements
      #expect(again == [.amendment(bound.canonical)])
      let reread = QueryLanguage.bind(bound.canonical, in: BindingContext(vocabulary: amender.vocabulary))
      #expect(reread.bound?.amendment == bound.amendment)
      applied.append(try amender.apply(bound.amendment))
    }
  }

  /// The rows of an answer as it is by now.
  func answers(_ query: String) throws -> [[String]] { try Self.answers(query, engine) }

  static func answers(_ query: String, _ engine: InMemoryEngine) throws -> [[String]] {
    var desk = QueryDesk(engine, vocabulary: engine.vocabulary)
    return try desk.answers(to: query).flatMap { table in table.rows.map { $0.values.map(\.testText) } }
  }
}

extension Value {
  /// As tests compare it.
  fileprivate var testText: String {
    switch self {
    case .missing: "–"
    case .text(let text): text
    case .integer(let number): String(number)
    case .decimal(let number): number == number.rounded() ? String(Int(number)) : String(number)
    case .day(let day): day.description
    case .yesNo(let isSo): String(isSo)
    case .list(let items): items.map(\.testText).joined(separator: ", ")
    }
  }
}
