//! Parse cases in files: text that parses, with its tree; text that does not, with its messages.

import Foundation
import QuothQuery
import QuothRender
import QuothTestSupport
import Testing

@Suite struct ParserCaseTests {
  static let vocabulary = FakeVocabulary()

  /// The messages of parsing and binding a script.
  static func messages(for source: String) -> (text: String, hasErrors: Bool) {
    let parse = QueryLanguage.parse(source)
    let diagnostics = QueryLanguage.check(parse, in: BindingContext(vocabulary: vocabulary))
    var text = DiagnosticRenderer().render(diagnostics, in: parse.text)
    let hasErrors = diagnostics.contains { $0.severity == .error }
    if hasErrors, let corrected = Corrector.correction(of: source, in: BindingContext(vocabulary: vocabulary))
    {
      text += "fix: \(corrected)\n"
    }
    if let open = parse.open { text += "open: \(ExpectationWords.words(for: open))\n" }
    return (text, hasErrors)
  }

  static func plans(for source: String) -> String {
    var binder = StatementBinder(BindingContext(vocabulary: vocabulary))
    return QueryLanguage.parse(source).script.statements.compactMap { statement -> String? in
      guard let query = binder.bind(statement).query else { return nil }
      binder.bindings.lastAnswer = query
      return PlanPrinter.print(QueryLanguage.plan(query))
    }.joined(separator: "\n")
  }

  static func cases(_ folder: String) -> [URL] {
    Snapshot.files(in: Snapshot.folder("Cases/\(folder)", besides: #filePath), ending: "query")
  }

  @Test func queriesThatParse() throws {
    for file in Self.cases("ok") {
      let source = try String(contentsOf: file, encoding: .utf8)
      let outcome = Self.messages(for: source)
      #expect(!outcome.hasErrors, "\(file.lastPathComponent) belongs to err: \(outcome.text)")
      let tree = SyntaxDump.dump(QueryLanguage.parse(source).script)
      let sections = [tree, Self.plans(for: source), outcome.text].filter { !$0.isEmpty }
      let expected = file.deletingPathExtension().appendingPathExtension("tree")
      let difference = Snapshot.difference(of: sections.joined(separator: "\n---\n"), from: expected)
      #expect(difference == nil)
      for line in source.split(separator: "\n") {
        let faults = FiveWays.faults(of: String(line), vocabulary: Self.vocabulary)
        #expect(faults.isEmpty)
      }
      #expect(FiveWays.faults(of: source, vocabulary: Self.vocabulary).isEmpty)
    }
  }

  /// Each line of an err case is a query of its own, unless the file's name ends in `-script`.
  @Test func queriesThatDoNot() throws {
    for file in Self.cases("err") {
      let source = try String(contentsOf: file, encoding: .utf8)
      let isScript = file.deletingPathExtension().lastPathComponent.hasSuffix("-script")
      let queries = isScript ? [source] : source.split(separator: "\n").map(String.init)
      var found: [String] = []
      for query in queries {
        let outcome = Self.messages(for: query)
        #expect(outcome.hasErrors, "belongs to ok: \(query)")
        found.append(outcome.text)
        #expect(FiveWays.faults(of: query, vocabulary: Self.vocabulary).isEmpty)
      }
      let expected = file.deletingPathExtension().appendingPathExtension("diagnostic")
      let difference = Snapshot.difference(of: found.joined(separator: "\n"), from: expected)
      #expect(difference == nil)
    }
  }
}
