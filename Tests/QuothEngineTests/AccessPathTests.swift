//! Every way to come by rows gives the same answer: by scan, by index, on one core and on many.

import QuothBasics
import QuothEngine
import QuothModel
import QuothQuery
import QuothTestSupport
import Synchronization
import Testing

@Suite struct AccessPathTests {
  private static func engines(_ corpus: Corpus) -> [InMemoryEngine] {
    [
      InMemoryEngine(corpus, policy: .scan, coreCount: 1),
      InMemoryEngine(corpus, policy: .always, coreCount: 1),
      InMemoryEngine(corpus, policy: .always, coreCount: 64),
    ]
  }

  /// The tables of a script, rows, marks and notes, or the error.
  private static func outcome(_ script: String, _ engine: InMemoryEngine) -> Result<ResultTable, any Error> {
    var desk = QueryDesk(engine, vocabulary: engine.vocabulary)
    return Result { try desk.answer(to: script) }
  }

  @Test func generatedScriptsAnswerTheSame() throws {
    let engines = Self.engines(TinyCorpus.visit)
    var random = QueryGenerator(seed: 7, vocabulary: engines[0].vocabulary)
    var (right, notes) = (0, 0)
    for _ in 0..<600 {
      let collection = QueryCollection.allCases.randomElement(using: &random.random) ?? .quotes
      let script =
        Bool.random(using: &random.random)
        ? random.pipeline() : "\(random.rows(of: collection)) | \(random.stage(of: collection))"
      let expected = try? Self.outcome(script, engines[0]).get()
      for other in engines.dropFirst() {
        #expect(expected == (try? Self.outcome(script, other).get()), "\(script)")
      }
      right += expected == nil ? 0 : 1
      notes += expected?.notes.count ?? 0
    }
    #expect(right > 200 && notes > 50)
  }

  /// Texts that are cut anywhere have words at their edges that the article does not have there.
  @Test func wordsAtEdgesAreFound() throws {
    var random = SeededRandom(seed: 11)
    let signs = ["U", ".", "S", "'", "s", "-", " ", "a", "B.", "é", "’", "\"", "1", " ", "U.S", "\n"]
    func text(_ length: Int) -> String {
      (0..<length).map { _ in signs.randomElement(using: &random) ?? "" }.joined()
    }
    func part(_ text: String) -> String {
      let scalars = Array(text.unicodeScalars)
      let start = Int.random(in: 0..<scalars.count, using: &random)
      let end = Int.random(in: start + 1...scalars.count, using: &random)
      return String(String.UnicodeScalarView(scalars[start..<end]))
    }
    var corpus = TinyCorpus()
    corpus.add(.person, "Ann Lee")
    for number in 0..<150 {
      let notes = [ParagraphKind.headline, .body].map { kind in
        let text = text(12)
        return TinyCorpus.SentenceNote(
          text, kind: kind, quotations: [TinyCorpus.QuotationNote(part(text), by: ["Ann Lee"])],
          epithets: [TinyCorpus.EpithetNote(part(text), of: "Ann Lee")])
      }
      corpus.addArticle("a\(number)", TinyCorpus.ArticleNote(), notes)
    }
    let engines = Self.engines(corpus.build()).prefix(2)
    for collection in [QueryCollection.quotes, .sentences, .paragraphs, .epithets] {
      let scan = LogicalPlan.scan(collection, repeats: .include)
      var words: Set<String> = []
      for row in try engines[0].execute(.project(scan, [.field(.text)])).rows {
        let bytes = Array(row.values[0].plain.utf8)
        for word in WordScanner.words(in: bytes, 0..<bytes.count) {
          words.insert(TextFolding.fold(String(decoding: bytes[word], as: UTF8.self)))
        }
      }
      #expect(words.count > 50)
      for word in words.sorted() {
        let plan = LogicalPlan.filter(scan, .contains(.text, .sequence([.glob(word)])))
        #expect(try engines[0].execute(plan) == engines[1].execute(plan), "\(collection) \(word)")
      }
    }
  }

  @Test func initialsBeforeAMarkAreFound() throws {
    var corpus = TinyCorpus()
    corpus.add(.person, "Ann Lee")
    corpus.addArticle(
      "a", TinyCorpus.ArticleNote(),
      [
        TinyCorpus.SentenceNote(
          "\"We love the U.S\" Ann Lee said.",
          quotations: [TinyCorpus.QuotationNote("We love the U.S", by: ["Ann Lee"])])
      ])
    let plan = LogicalPlan.count(
      .filter(.scan(.quotes, repeats: .leaveOut), .contains(.text, .sequence([.glob("u.s")]))))
    for engine in Self.engines(corpus.build()) {
      #expect(try engine.execute(plan).rows[0].values == [.integer(1)])
    }
  }

  /// A limit and a sample keep the order of the corpus, and a sort does not.
  @Test func indexesServeRowsInOrder() throws {
    let engine = InMemoryEngine(TinyCorpus.visit, policy: .always, coreCount: 1)
    let quotes = LogicalPlan.scan(.quotes, repeats: .include)
    let cases: [(LogicalPlan, Bool)] = [
      (quotes, true), (.limit(quotes, 3), true), (.sample(quotes, 3, seed: 1), true),
      (.sort(quotes, [SortKey(.field(.id), descending: true)]), false),
    ]
    for (input, usesIndex) in cases {
      let report = try engine.trace(.filter(input, .names(.speakers, anyOf: ["person/ebrahim-raisi"])))
      let filter = try #require(report.inputs.first)
      if case .index? = filter.access {
        #expect(usesIndex, "\(input)")
      } else {
        #expect(!usesIndex, "\(input)")
      }
    }
  }

  /// Whenever a query is cancelled, it ends, and leaves nothing half made for the next.
  @Test func cancellingLeavesNoHalfIndex() throws {
    let plan = LogicalPlan.filter(
      .scan(.quotes, repeats: .leaveOut), .contains(.text, .sequence([.glob("sanctions")])))
    let expected = try InMemoryEngine(TinyCorpus.visit, policy: .scan).execute(plan)
    var cancelled = 0
    for looks in 0..<8 {
      let engine = InMemoryEngine(TinyCorpus.visit, policy: .always, coreCount: 1)
      let calls = Mutex(0)
      let limits = ExecutionLimits {
        calls.withLock { calls in
          calls += 1
          return calls > looks
        }
      }
      do throws(ExecutionError) {
        #expect(try engine.execute(plan, limits: limits) == expected)
      } catch {
        #expect(error == .cancelled)
        cancelled += 1
      }
      #expect(try engine.execute(plan) == expected)
    }
    #expect(cancelled > 2)
  }
}
