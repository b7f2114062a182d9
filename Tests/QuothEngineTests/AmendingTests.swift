//! Corrections of a corpus: each does what it says, all of them keep the corpus sound, and nothing of what was found
//! changes.

import QuothBasics
import QuothEngine
import QuothModel
import QuothQuery
import QuothTestSupport
import Testing

@Suite struct AmendingTests {
  private let found = InMemoryEngine(TinyCorpus.visit)

  /// The same articles read from a snapshot, with all that it holds beside them.
  private static let mapped: Corpus = {
    let corpus = TinyCorpus.visit
    return (try? SnapshotInMemory.copy(of: corpus, with: InMemoryEngine(corpus).sections)) ?? .empty
  }()

  /// What corrections come to.
  private func amended(_ script: String, over engine: InMemoryEngine? = nil) throws -> InMemoryEngine {
    var desk = AmendingDesk(engine ?? found)
    try desk.correct(script)
    return desk.engine
  }

  private func answers(_ query: String, _ engine: InMemoryEngine) throws -> [[String]] {
    try AmendingDesk.answers(query, engine)
  }

  @Test func speakersFollowTheirQuotationAndItsRepeats() throws {
    let engine = try amended("correct quote \"The unjust\" in a1-visit speaker = Miguel Díaz-Canel")
    let query = "quotes with repeats where text contains unjust show speakers, rule, confidence"
    #expect(
      try answers(query, engine) == [
        ["Miguel Díaz-Canel", "corrected", "1"], ["Miguel Díaz-Canel", "corrected", "1"],
      ])
    #expect(try answers("people where name = Raisi show quotes", engine) == [["2"]])
    #expect(try answers("people where name = Raisi show quotes", found) == [["3"]])
  }

  @Test func someoneNewIsKnownFromThenOn() throws {
    let engine = try amended(
      """
      correct quote "enough of this" in b3 speaker = new "Jane Doe"
      correct quote "The unjust" in a1 speakers = "Jane Doe", Raisi
      alias "JD" = Jane Doe
      """)
    #expect(try answers("quotes by Doe | count", engine) == [["2"]])
    #expect(try answers("quotes by jd | count", engine) == [["2"]])
    #expect(
      try answers("people where name = \"Jane Doe\" show aliases, quotes, mentions", engine) == [
        ["JD", "2", "0"]
      ])
  }

  @Test func twoBecomeOne() throws {
    let engine = try amended("alias \"Manuel Marrero Cruz\" = Raisi")
    #expect(try answers("people show name", engine) == [["Ebrahim Raisi"], ["Miguel Díaz-Canel"]])
    #expect(
      try answers("quotes by \"Manuel Marrero Cruz\" | count", engine)
        == answers("quotes by Raisi | count", engine))
    #expect(try answers("people where name = \"Manuel Marrero Cruz\" show mentions", engine).count == 1)
    // A query bound before goes on meaning the same person.
    let key = try #require(found.vocabulary.entries(of: .person, named: "Marrero").first?.key)
    let plan = LogicalPlan.filter(.scan(.quotes, repeats: .leaveOut), .names(.speakers, anyOf: [key]))
    #expect(try engine.execute(plan).rows.count == found.execute(plan).rows.count + 3)
  }

  @Test func oneBecomesTwo() throws {
    let engine = try amended("split Raisí from \"Ebrahim Raisi\" in a1-visit as new \"Another Raisi\"")
    #expect(
      try answers("quotes by \"Another Raisi\" with repeats show text", engine).count == 2)
    // The two leaders are in another article.
    #expect(try answers("quotes in a2 by \"Ebrahim Raisi\" | count", engine) == [["1"]])
    #expect(try answers("mentions where entity = \"Another Raisi\" show text", engine) == [["Raisí"]])
  }

  @Test func topicsAreMadeOfWords() throws {
    let engine = try amended("topic define growth = \"grow*\", \"exports NEAR/3 doubled\"")
    #expect(
      try answers("statements about growth show text", engine) == [
        ["will grow"], ["exports to the UN doubled"],
      ])
    #expect(try answers("articles about growth show id", engine) == [["a1-visit"], ["a2-joint"]])
    #expect(
      try answers("topics where name = growth show terms", engine) == [["grow*, exports NEAR/3 doubled"]])
    // One that there is has its old words no more.
    let other = try amended("topic define sanctions = oppose", over: engine)
    #expect(
      try answers("quotes about sanctions show text", other) == [["We oppose imperialism and sanctions"]])
    #expect(try answers("sentences about sanctions | count", other) == [["1"]])
    #expect(try answers("articles about sanctions show id", other) == [["a2-joint"]])
  }

  @Test func whatAnArticleSaysOfItselfIsCorrected() throws {
    let engine = try amended(
      """
      correct article b3 date = 2023-12-05
      correct article b3 outlet = "The Post"
      correct article b3 author = missing
      correct quote "will grow" in a1 outlet = tasnim
      correct article a1-visit title = "Another"
      """)
    #expect(
      try answers("articles where id = b3 show date, outlet, author", engine) == [
        ["2023-12-05", "The Post", "–"]
      ])
    #expect(try answers("quotes in \"The Post\" where date = 2023-12-05 | count", engine) == [["2"]])
    #expect(try answers("outlets show name, articles", engine).contains(["The Post", "1"]))
    #expect(try answers("articles where title = Another | count", engine) == [["1"]])
  }

  @Test(arguments: [
    ("correct quote \"no such\" in b3 speaker = Raisi", AmendmentFault.noSuchQuotation(article: "b3")),
    ("split Canel from Raisi", .nothingToSplit("Canel", from: "Ebrahim Raisi")),
  ]) func whatDoesNotFitIsRefused(_ script: String, _ fault: AmendmentFault) throws {
    #expect(throws: fault) { try amended(script) }
  }

  @Test(arguments: [
    ("alias Tehran = Raisi", DiagnosticID.differentKinds), ("alias Raisi = Nobody", .unknownName),
    ("correct 1 speaker = Raisi", .notAmendable), ("correct article b3 speaker = Raisi", .notAmendable),
    ("correct article b3 words = 12", .notAmendable), ("correct article b3 date = 2023", .badDate),
    ("correct article b3 date = 2023-12-01, 2023-12-02", .notAmendable),
    ("correct article zz date = 2023-12-01", .unknownName), ("topic define x = \"\"", .badPattern),
  ]) func whatMeansNothingIsDiagnosed(_ script: String, _ id: DiagnosticID) throws {
    #expect(throws: QueryRefusal.wrong([id])) { try amended(script) }
  }

  /// Random corrections one over the other leave a sound corpus, the same in memory and over a snapshot, and do
  /// nothing to the corpus that they are made over.
  @Test func anyCorrectionsLeaveASoundCorpus() throws {
    let mapped = InMemoryEngine(Self.mapped)
    let before = CorpusText.lines(TinyCorpus.visit)
    var random = SeededRandom(seed: 7)
    var applied = 0
    for round in 0..<200 {
      var amenders = [CorpusAmender(found), CorpusAmender(mapped)]
      for _ in 0..<Int.random(in: 1...6, using: &random) {
        let amendment = self.amendment(&random, amenders[0].vocabulary)
        var results: [String] = []
        for index in amenders.indices {
          do throws(AmendmentFault) {
            let done = try amenders[index].apply(amendment)
            results.append("\(done.changed.quotations.sorted()) \(done.isIdle)")
            applied += index
            // Again it changes nothing.
            #expect(try amenders[index].apply(amendment).isIdle, "\(amendment)")
          } catch {
            results.append("\(error)")
          }
        }
        #expect(results[0] == results[1], "\(amendment)")
      }
      let engines = amenders.map { $0.finish() }
      #expect(engines[0].corpus.violations() == [], "round \(round)")
      #expect(CorpusText.lines(engines[0].corpus) == CorpusText.lines(engines[1].corpus), "round \(round)")
      let scanning = InMemoryEngine(engines[0].corpus, policy: .scan, coreCount: 1)
      for query in [
        "statements by Raisi", "quotes about sanctions",
        "people show name, quotes, mentions, articles, first",
        "topics show name, quotes, articles", "quotes group by speakers, topics",
        "sentences where text contains sanctions",
      ] {
        let expected = try? answers(query, scanning)
        for engine in engines {
          #expect((try? answers(query, engine)) == expected, "round \(round): \(query)")
        }
      }
    }
    #expect(applied > 300)
    #expect(CorpusText.lines(TinyCorpus.visit) == before)
    #expect(CorpusText.lines(Self.mapped) == before)
  }

  private func amendment(_ random: inout SeededRandom, _ names: any Vocabulary) -> Amendment {
    let corpus = TinyCorpus.visit
    func pick<Item>(_ items: [Item]) -> Item { items[Int.random(in: 0..<items.count, using: &random)] }
    func entity() -> AmendedEntity {
      Int.random(in: 0..<3, using: &random) == 0
        ? .new(pick(["Jane Doe", "Ebrahim Raisi", "Raúl Castro Ruz"]))
        : .known(pick(names.entries(of: .person)).key)
    }
    let quotation = pick(Array(corpus.quotations))
    let place = QuotationPlace(quotation, in: corpus)
    let article = pick(Array(corpus.articles)).key
    switch Int.random(in: 0..<8, using: &random) {
    case 0: return .speakers(place, (0..<Int.random(in: 0...2, using: &random)).map { _ in entity() })
    case 1: return .topics(place, pick([[], ["trade"], ["sanctions", "sport"]]))
    case 2: return .date(article: article, pick([nil, CalendarDay(year: 2020, month: 2, day: 29)]))
    case 3:
      return .publication(
        article: article, pick([.title, .outlet, .author, .place]), pick([nil, "Tasnim", "X"]))
    case 4: return .alias(pick(["the Lion", "Raisi", "R."]), of: pick(names.entries(of: .entity)).key)
    case 5:
      return .join(pick(names.entries(of: .person)).key, to: pick(names.entries(of: .person)).key)
    case 6:
      return .split(
        spelling: pick(["Raisí", "Díaz-Canel", "He"]), from: pick(names.entries(of: .person)).key,
        articles: pick([[], [article]]), to: entity())
    default:
      let text = pick(["sanction*", "exports", "enough of *"])
      let words = text.split(separator: " ").map { $0 == "*" ? WordPattern.anyWord : .glob(String($0)) }
      return .topic(
        pick(["growth", "sport", "Sanctions"]), [TopicTerm(text: text, pattern: .sequence(words))])
    }
  }
}
