//! Nothing that is typed crashes or hangs the ladder from text to plan.

import QuothQuery
import QuothTestSupport
import Testing

@Suite struct RobustnessTests {
  static let vocabulary = FakeVocabulary()

  /// Parses, binds, plans, completes; returns whether all went well.
  static func run(_ text: QueryText) -> Bool {
    #expect(FiveWays.tiles(text))
    let parse = QueryLanguage.parse(text)
    var isRight = !parse.hasErrors
    var binder = StatementBinder(BindingContext(vocabulary: vocabulary))
    for statement in parse.script.statements where statement.pipeline != nil {
      let bound = binder.bind(statement)
      if let query = bound.query { _ = PlanPrinter.print(QueryLanguage.plan(query)) } else { isRight = false }
    }
    return isRight
  }

  static func repeated(_ text: String, _ count: Int) -> String { String(repeating: text, count: count) }

  @Test func extremeTexts() {
    let texts: [[UInt8]] = [
      [], [0], [0xFF, 0xFE, 0xC3], Array("quotes by \u{0}Raisi".utf8),
      Array("quotes by \"a".utf8) + [0xE2, 0x80],
      Array(("quotes where " + Self.repeated("(", 100_000)).utf8),
      Array(("quotes where " + Self.repeated("not ", 100_000) + "known").utf8),
      Array(Self.repeated("(", 50_000).utf8), Array(Self.repeated("quotes|", 5_000).utf8),
      Array(("quotes by " + Self.repeated("Raisi ", 40_000)).utf8),
      Array(("quotes where topic in (" + Self.repeated("sanctions, ", 20_000) + "sanctions)").utf8),
      Array(Self.repeated("# comment\n", 30_000).utf8), Array(Self.repeated("\n", 100_000).utf8),
      Array(Self.repeated("x = /\n", 5_000).utf8), Array(Self.repeated("\\\"", 500_000).utf8),
      Array(("quotes" + Self.repeated(" union quotes", 50_000)).utf8),
      Array(("quotes" + Self.repeated(" | limit 5", 50_000)).utf8),
      Array(("quotes where known" + Self.repeated(" and known or known", 20_000)).utf8),
      Array(Self.repeated("let a = (quotes union (quotes\n", 5_000).utf8),
      Array(("quotes where text contains \"" + Self.repeated("a NEAR/3 ", 20_000) + "\"").utf8),
      (0..<250_000).map { UInt8(truncatingIfNeeded: $0 &* 31 &+ $0 / 251) },
    ]
    for bytes in texts {
      let text = QueryText(bytes: bytes)
      _ = Self.run(text)
      let parse = QueryLanguage.parse(text)
      #expect(parse.diagnostics.count <= (Diagnostic.limit + 1) * max(1, parse.statementRanges.count))
      _ = Completion.candidates(
        in: text, at: bytes.count, context: BindingContext(vocabulary: Self.vocabulary))
    }
  }

  @Test func depthLimitIsNamed() {
    func ids(_ depth: Int) -> [DiagnosticID] {
      let query = "quotes where \(Self.repeated("(", depth))known\(Self.repeated(")", depth))"
      return QueryLanguage.parse(query).diagnostics.map(\.id)
    }
    #expect(ids(200).isEmpty)
    #expect(ids(201) == [.tooDeep])
    #expect(QueryLanguage.parse(Self.repeated("(", 201) + "quotes").diagnostics.map(\.id) == [.tooDeep])
  }

  /// Neither one statement nor names that stand for ever more can make a query that no engine gets through.
  @Test func stepsAndSetsHaveALimit() {
    func ids(_ script: String) -> [DiagnosticID] {
      QueryLanguage.check(QueryLanguage.parse(script), in: BindingContext(vocabulary: Self.vocabulary)).map(
        \.id)
    }
    #expect(ids("quotes" + Self.repeated(" union quotes", 199)) == [])
    #expect(ids("quotes" + Self.repeated(" union quotes", 200)) == [.tooManySteps])
    #expect(ids("quotes" + Self.repeated(" | limit 5", 200)) == [])
    #expect(ids("quotes" + Self.repeated(" | limit 5", 201)) == [.tooManySteps])
    #expect(ids("quotes" + Self.repeated(" where known", 500)) == [])
    let doubling = Self.repeated("; let a = $a union $a", 7)
    #expect(ids("let a = quotes\(doubling)") == [])
    // What is wrong has no value below.
    #expect(ids("let a = quotes\(doubling); let a = $a union $a; $a") == [.tooManySteps, .unknownVariable])
    #expect(ids("let a = quotes" + Self.repeated("; let a = $a limit 5", 300)).first == .tooManySteps)
    #expect(ids("quotes" + Self.repeated("\nit limit 5", 201)).contains(.tooManySteps))
  }

  /// Texts made of real words of the language: some are right, some are not, none crashes.
  @Test func seededFuzz() {
    var random = SeededRandom(seed: 20_231_204)
    let words =
      Keyword.allCases.map(\.rawValue) + Field.allCases.map(\.rawValue) + [
        "Raisi", "sanctions", "2023-12", "5", "\"a b\"", "=", "!=", "<", ">=", "~", "/x/", "(", ")", ",", "|",
        ";",
        "\n", "count", "mean(words)", "month(date)", "\"", "$x", "*", "yes", "direct", "'",
      ]
    let starts =
      QueryCollection.allCases.map(\.rawValue) + ["quotes", "quotes by Raisi", "quotes where words > 3"]
    let tails = [
      "", " limit 5", " sort by date", " | count", " about sanctions", " where known", " show text",
    ]
    var right = 0
    var wrong = 0
    for _ in 0..<4_000 {
      var parts = [starts.randomElement(using: &random) ?? "quotes"]
      for _ in 0..<Int.random(in: 0...6, using: &random) where Int.random(in: 0..<3, using: &random) > 0 {
        parts.append(words.randomElement(using: &random) ?? "by")
      }
      let query = parts.joined(separator: " ") + (tails.randomElement(using: &random) ?? "")
      if Self.run(QueryText(query)) {
        right += 1
        #expect(FiveWays.faults(of: query, vocabulary: Self.vocabulary).isEmpty, "\(query)")
      } else {
        wrong += 1
        if wrong.isMultiple(of: 8) { checkCorrection(of: query) }
      }
      let text = QueryText(query)
      let offset = Int.random(in: 0...text.bytes.count, using: &random)
      _ = Completion.candidates(in: text, at: offset, context: BindingContext(vocabulary: Self.vocabulary))
    }
    #expect(right > 200)
    #expect(wrong > 200)
  }

  /// What is offered in place of a wrong query is right.
  private func checkCorrection(of query: String) {
    let context = BindingContext(vocabulary: Self.vocabulary)
    guard let corrected = Corrector.correction(of: query, in: context) else { return }
    let errors = QueryLanguage.check(QueryLanguage.parse(corrected), in: context).filter {
      $0.severity == .error
    }
    #expect(errors.isEmpty, "\(query) → \(corrected)")
    #expect(Corrector.correction(of: corrected, in: context) == nil, "\(corrected)")
  }

  /// Statements in other words, cut and joined at random: recognisers end, and what they offer is right.
  @Test func habitsInPieces() {
    var random = SeededRandom(seed: 7)
    let words = [
      "select", "*", "from", "quotes", "where", "speaker", "=", "'Raisi'", "group", "by", "having", "count",
      "(",
      ")", "order", "limit", "5", "like", "'%x%'", "how", "many", "who", "said", "what", "did", "Raisi",
      "say",
      "about", "sanctions", "?", "top", "first", "is", "not", "null", "&&", "||", "!", ",", "“", "\"", "’",
      "all",
      "https", ":", "//", "|", "let", "x", "before", "2023", "December", "distinct", "with", "of", "grep",
      "in",
    ]
    for _ in 0..<3_000 {
      let count = Int.random(in: 1...9, using: &random)
      let query = (0..<count).map { _ in words.randomElement(using: &random) ?? "by" }.joined(separator: " ")
      _ = Self.run(QueryText(query))
      checkCorrection(of: query)
    }
  }
}
