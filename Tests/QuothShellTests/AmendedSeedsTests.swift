//! Random corrections of the seeds, made and taken back: what is kept comes to the same when it is read again, however
//! queries are answered.

import QuothBasics
import QuothEngine
import QuothModel
import QuothQuery
import QuothRender
import QuothTestSupport
import Synchronization
import Testing

@testable import QuothShell

@Suite struct AmendedSeedsTests {
  private static let queries = [
    "people show name, aliases, quotes, statements, mentions, articles, first, last",
    "organizations show name, aliases, mentions", "places show name, aliases, mentions, articles",
    "outlets show name, articles, quotes, first", "topics show name, terms, quotes, articles",
    "articles show id, title, outlet, author, place, date, topics, people, organizations, places, quotes",
    "quotes with repeats show id, speakers, rule, confidence, topics, date, outlet",
    "statements show id, speakers, addressee, topics, sentence_topics, mentions",
    "mentions show text, entity, form", "epithets show text, person, speakers, form",
    "sentences where topics is not missing show text, topics, people | limit 60",
    "paragraphs show topics, people | limit 60",
    "quotes group by speakers", "statements group by speakers, outlet", "quotes group by topics",
    "quotes group by month(date)", "statements group by article, rule", "mentions group by entity",
    "epithets group by person, speakers", "articles group by outlet",
    "quotes by Raisi | count", "statements by Raisi | count", "statements by \"the Lion\" show id",
    "quotes by \"Jane Doe\" show text", "quotes about sanctions show id",
    "statements about medicine show id", "articles about sanctions show id",
    "quotes to Raisi show id", "statements where known | count",
    "statements where speakers = Raisi and topics = sanctions show id",
    "statements where date = 2023-12-05 show id", "people where quotes > 3 show name",
    "quotes in 14ymedio | count",
  ]

  @Test func whatIsKeptMeansTheSameAgain() throws {
    let found = InMemoryEngine(try #require(Seeds.loaded.corpus))
    let before = CorpusText.lines(found.corpus)
    var random = SeededRandom(seed: 11)
    var (made, refused, taken) = (0, 0, 0)
    for round in 0..<40 {
      var (amender, kept) = (CorpusAmender(found), [String]())
      for _ in 0..<Int.random(in: 3...9, using: &random) {
        if !kept.isEmpty, Int.random(in: 0..<5, using: &random) == 0 {
          var rest = kept
          rest.remove(at: Int.random(in: 0..<kept.count, using: &random))
          let (without, still) = try Self.replay(rest, over: found)
          // Others may need it: then it stays.
          if still == rest { (amender, kept, taken) = (without, rest, taken + 1) }
          continue
        }
        let text = Self.correction(&random, found.corpus, amender.vocabulary)
        // At a prompt and in a file, a name means the same.
        let engine = amender.finish()
        let bound = try Self.bind(text, engine.vocabulary)
        let fresh = CorpusVocabulary(engine.corpus)
        for vocabulary in [amender.vocabulary, fresh] {
          #expect(try Self.bind(text, vocabulary)?.amendment == bound?.amendment, "\(kept); \(text)")
        }
        for kind in NameKind.allCases {
          #expect(engine.vocabulary.entries(of: kind) == fresh.entries(of: kind), "\(kind) after \(kept)")
        }
        guard let bound, let applied = try? amender.apply(bound.amendment) else {
          refused += 1
          continue
        }
        if applied.isIdle { continue }
        kept.append(SyntaxPrinter.print(bound.canonical))
        made += 1
      }
      let (again, still) = try Self.replay(kept, over: found)
      #expect(still == kept, "round \(round)")
      let engine = amender.finish()
      #expect(engine.corpus.violations() == [], "round \(round): \(kept)")
      #expect(CorpusText.lines(again.finish().corpus) == CorpusText.lines(engine.corpus), "round \(round)")
      try Self.compare(engine, again.finish(), kept)
    }
    #expect(made > 120 && refused > 10 && taken > 16, "\(made) \(refused) \(taken)")
    #expect(CorpusText.lines(found.corpus) == before)
  }

  /// Someone who interrupts a correction has none, and the session goes on.
  @Test func aTopicIsNotMadeWhenSomeoneInterrupts() throws {
    let buffer = TextBuffer()
    let console = Console(
      results: buffer, messages: buffer, isInteractive: true, usesColour: false, coloursMessages: false,
      columns: { 80 })
    let flag = Mutex(true)
    let session = Session(
      corpus: try #require(Seeds.loaded.corpus), console: console, format: .table
    ) { flag.withLock { $0 } }
    let script = Script(name: nil, text: "topic define medicine = \"vaccin*\"")
    #expect(session.run(script, .runs).status == .interrupted)
    #expect(buffer.take().hasSuffix("error: interrupted\n"))
    #expect(session.amended.entries.isEmpty)
    flag.withLock { $0 = false }
    #expect(session.run(script, .runs).status == .success)
    #expect(session.amended.entries.count == 1)
  }

  /// Every answer is the same, from columns and from indexes, and counts are what a query counts.
  private static func compare(_ engine: InMemoryEngine, _ again: InMemoryEngine, _ kept: [String]) throws {
    let scanning = InMemoryEngine(engine.corpus, policy: .scan, coreCount: 1)
    let seeking = InMemoryEngine(engine.corpus, policy: .always, coreCount: 2)
    for query in queries {
      let expected = answers(query, engine)
      for other in [again, scanning, seeking] {
        #expect(answers(query, other) == expected, "\(query) after \(kept)")
      }
    }
    for (person, count) in try rows("people show name, quotes", engine).map({ ($0[0], $0[1]) }) {
      let names = engine.vocabulary.entries(of: .speaker, named: person)
      guard names.count == 1 else { continue }
      let name = SyntaxPrinter.quoted(person)
      #expect(try rows("quotes by \(name) | count", engine) == [[count]], "\(person) after \(kept)")
    }
  }

  private static func rows(_ query: String, _ engine: InMemoryEngine) throws -> [[String]] {
    var desk = QueryDesk(engine, vocabulary: engine.vocabulary)
    return try desk.answer(to: query).rows.map { $0.values.map { "\($0)" } }
  }

  /// The rows of an answer, or why there is none.
  private static func answers(_ query: String, _ engine: InMemoryEngine) -> [[String]] {
    do { return try rows(query, engine) } catch { return [["\(error)"]] }
  }

  private static func bind(_ text: String, _ vocabulary: any Vocabulary) throws -> BoundAmendment? {
    guard case .amendment(let syntax) = QueryLanguage.parse(text).script.statements.first else {
      throw QueryRefusal.noQuery
    }
    return QueryLanguage.bind(syntax, in: BindingContext(vocabulary: vocabulary)).bound
  }

  /// Kept corrections over the articles as they were found, and those of them that could be made.
  private static func replay(
    _ kept: [String], over found: InMemoryEngine
  ) throws -> (CorpusAmender, [String]) {
    var amender = CorpusAmender(found)
    var made: [String] = []
    for text in kept {
      guard let bound = try bind(text, amender.vocabulary), let applied = try? amender.apply(bound.amendment),
        !applied.isIdle
      else { continue }
      made.append(SyntaxPrinter.print(bound.canonical))
    }
    return (amender, made)
  }

  private static func correction(
    _ random: inout SeededRandom, _ corpus: Corpus, _ names: any Vocabulary
  ) -> String {
    func pick<Item>(_ items: [Item]) -> Item { items[Int.random(in: 0..<items.count, using: &random)] }
    func quoted(_ text: String) -> String { SyntaxPrinter.quoted(text) }
    func name(_ kind: NameKind = .person) -> String { pick(names.entries(of: kind)).name }
    func spelling(_ kind: NameKind = .person) -> String {
      let entry = pick(names.entries(of: kind))
      return pick(
        [entry.name] + entry.aliases + [entry.name.split(separator: " ").last.map(String.init) ?? ""])
    }
    func target() -> String {
      pick([
        quoted(name()), quoted(name()), "new \"Jane Doe\"", "new \(quoted("\(name()) Junior"))",
        "new \(quoted(name()))", "new \"Ebrahim Q. Raisi\"",
      ])
    }
    let article = quoted(pick(Array(corpus.articles)).key)
    switch Int.random(in: 0..<9, using: &random) {
    case 0, 1:
      let place = QuotationPlace(pick(Array(corpus.quotations)), in: corpus)
      let subject = "quote \(quoted(place.words)) in \(quoted(place.article)) at \(place.start ?? 0)"
      return pick([
        "correct \(subject) speaker = \(target())", "correct \(subject) speaker = missing",
        "correct \(subject) speakers = \(quoted(name())), \(quoted(name()))",
        "correct \(subject) topics = \(quoted(name(.topic)))",
      ])
    case 2: return "correct article \(article) date = \(pick(["2023-12-05", "missing", "2020-02-29"]))"
    case 3:
      return "correct article \(article) \(pick(["outlet", "author", "title", "place"])) = "
        + pick(["missing", "Tasnim", "\"The Post\"", "14ymedio"])
    case 4: return "alias \(quoted(pick(["the Lion", "R.", spelling()]))) = \(quoted(name()))"
    case 5:
      let kind = pick([NameKind.person, .place, .organization])
      return "alias \(quoted(pick([name(kind), spelling(kind)]))) = \(quoted(name(kind)))"
    case 6, 7:
      let kind = pick([NameKind.person, .person, .place])
      let entry = pick(names.entries(of: kind))
      let spelling = pick([entry.name] + entry.aliases + [spelling(kind)])
      return "split \(quoted(spelling)) from \(quoted(entry.name))"
        + pick(["", " in \(article)"])
        + (kind == .place
          ? pick([" as new \"Elsewhere\"", " as \(quoted(name(.place)))"]) : " as \(target())")
    default:
      let terms = pick(["\"vaccin*\", \"health\"", "\"the * of\"", "\"imperialis*\"", "\"two countries\""])
      return "topic define \(pick(["medicine", "sanctions", "Sanctions", "\"\(name(.topic))\""])) = \(terms)"
    }
  }
}
