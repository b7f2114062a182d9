//! Paragraphs of every kind, datelines and sentences without a stop: indexes and scans agree about them, and so do searches
//! and analyses.

import QuothBasics
import QuothEngine
import QuothModel
import QuothQuery
import QuothTestSupport
import Testing

@Suite struct ParagraphTests {
  private static let words = [
    "boats", "pier", "U.S.", "café", "cafe\u{301}", "tolls", "rise", "Orla", "मंत्री", "it's",
  ]
  private static let datelines = ["", "", "QUILLPORT, May 3 (Reuters) - ", "TOLLS (AP) — ", "PIER — "]
  private static let stops = [".", ".", "!", "?", "", ":", ".”", " …"]

  /// Sentences of random words in paragraphs of random kinds, some after a dateline, some split by a stop within.
  private static let corpus: Corpus = {
    var random = SeededRandom(seed: 3)
    var corpus = TinyCorpus()
    func clause() -> String {
      let count = Int.random(in: 1...5, using: &random)
      return (0..<count).map { _ in words.randomElement(using: &random) ?? "" }.joined(separator: " ")
    }
    func sentence() -> String {
      let first = clause()
      let stop = stops.randomElement(using: &random) ?? ""
      return Bool.random(using: &random) ? first + stop : "“\(first). Then \(clause())\(stop)"
    }
    for number in 0..<120 {
      let notes = (0..<Int.random(in: 1...8, using: &random)).map { _ in
        TinyCorpus.SentenceNote(
          sentence(), dateline: datelines.randomElement(using: &random) ?? "",
          kind: ParagraphKind.allCases.randomElement(using: &random) ?? .body)
      }
      corpus.addArticle("a\(number)", TinyCorpus.ArticleNote(), notes)
    }
    return corpus.build()
  }()

  private static let scan = InMemoryEngine(corpus, policy: .scan, coreCount: 1)
  private static let others = [
    InMemoryEngine(corpus, policy: .always, coreCount: 1),
    InMemoryEngine(corpus, policy: .always, coreCount: 16),
    InMemoryEngine(corpus, policy: .automatic, coreCount: 2),
  ]

  private static func answer(_ script: String, _ engine: InMemoryEngine) throws -> ResultTable {
    var desk = QueryDesk(engine, vocabulary: engine.vocabulary)
    return try desk.answer(to: script)
  }

  @Test(arguments: [
    "collocates of \"boats\" at least 1", "collocates of \"boats NEAR/2 tolls\" window 2 at least 1",
    "concordance of \"pier * tolls\"", "concordance of \"caf*\"", "concordance of \"boats NEAR/3 rise\"",
    "dispersion of \"pier\"", "dispersion of \"orla NEAR/1 tolls\"", "frequencies", "ngrams 2 at least 1",
    "keywords against articles where text contains \"tolls\" at least 1",
  ])
  func analysesAgreeByIndexAndByScan(_ stage: String) throws {
    for rows in ["articles", "paragraphs", "sentences", "articles where text contains \"pier\""] {
      let stage = stage.replacing("against articles where text contains \"tolls\"", with: "against (\(rows))")
      let expected = try Self.answer("\(rows) | \(stage)", Self.scan)
      for other in Self.others {
        #expect(try Self.answer("\(rows) | \(stage)", other) == expected, "\(rows) | \(stage)")
      }
    }
  }

  /// The words in all that `collocates` stands on are those that `frequencies` counts.
  @Test func totalsAreThoseOfFrequencies() throws {
    let counted = try Self.answer("articles | frequencies", Self.scan).rows.reduce(0) { sum, row in
      if case .integer(let count) = row.values[1] { sum + count } else { sum }
    }
    for engine in [Self.scan] + Self.others {
      let notes = try Self.answer("articles | collocates of \"boats\" at least 1", engine).notes
      let totals = notes.compactMap { note in
        if case .analysis(.counted(let words, _)) = note { words } else { nil }
      }
      #expect(totals == [counted])
    }
  }

  /// No pattern goes over the end of a sentence, whoever looks for it.
  @Test(arguments: [
    "boats tolls", "pier *", "boats NEAR/1 tolls", "pier NEAR/5 rise", "tolls NEAR/0 then", "café rise",
    "u.s. then",
    "orla NEAR/3 orla NEAR/3 pier",
  ])
  func searchesAndLinesAgree(_ pattern: String) throws {
    for engine in [Self.scan] + Self.others {
      let lines = try Self.answer("sentences | concordance of \"\(pattern)\"", engine).rows
      let sentences = try Self.answer("sentences where text contains \"\(pattern)\"", engine).rows
      #expect(Set(lines.map(\.key)) == Set(sentences.map(\.key)), "\(pattern)")
      let inParagraphs = try Self.answer("paragraphs where text contains \"\(pattern)\"", engine).rows
      #expect(inParagraphs.count <= sentences.count)
      #expect(inParagraphs.isEmpty == sentences.isEmpty, "\(pattern)")
      let articles = try Self.answer(
        "articles where text contains \"\(pattern)\" | dispersion of \"\(pattern)\"", engine
      ).rows
      let spread = try Self.answer("articles | dispersion of \"\(pattern)\"", engine).rows
      #expect(articles.map(\.key) == spread.map(\.key), "\(pattern)")
    }
  }

  /// Words and expressions find a letter with an accent in either form.
  @Test func lettersAreFoundInEitherForm() throws {
    for engine in [Self.scan] + Self.others {
      let count = try Self.answer("sentences where text contains \"café\"", engine).rows.count
      #expect(count > 20)
      for expression in ["café", "cafe\u{301}", "caf.(?!\\w)", "CAFÉ", "caf\\x{e9}"] {
        let found = try Self.answer("sentences where text ~ /\(expression)/", engine).rows.count
        #expect(found == count, "\(expression)")
      }
    }
    let marked = try Self.answer("sentences where text ~ /café/ show text", Self.scan)
    for row in marked.rows {
      guard case .text(let text) = row.values[0], let mark = row.marks.first else { continue }
      let bytes = Array(text.utf8)[mark.range]
      #expect(TextFolding.fold(String(decoding: bytes, as: UTF8.self)) == "cafe")
    }
  }

  @Test func signsOfOtherScriptsAreLetters() throws {
    #expect(TextFolding.fold("मंत्री") == "मंत्री")
    #expect(TextFolding.fold("が") != TextFolding.fold("か"))
    #expect(TextFolding.fold("Йод Ё ά Ệ") == "иод е α e")
    #expect(try Self.answer("sentences where text contains \"मतर\"", Self.scan).rows.isEmpty)
    #expect(try !Self.answer("sentences where text contains \"मंत्री\"", Self.scan).rows.isEmpty)
  }

  /// A pattern that nearly every pair of words fits is refused as a whole, however many sentences there are.
  @Test func analysesTakeSoManyPairsAtMost() throws {
    var corpus = TinyCorpus()
    let sentence = TinyCorpus.SentenceNote((0..<100).map { "w\($0)" }.joined(separator: " "))
    for number in 0..<110 { corpus.addArticle("a\(number)", TinyCorpus.ArticleNote(), [sentence]) }
    let built = corpus.build()
    let engines = [
      InMemoryEngine(built, policy: .scan, coreCount: 1),
      InMemoryEngine(built, policy: .always, coreCount: 8),
    ]
    for (stage, engine) in zip(["concordance of", "dispersion of"], engines) {
      #expect(throws: ExecutionError.self) { try Self.answer("articles | \(stage) \"* NEAR/100 *\"", engine) }
      #expect(try !Self.answer("articles | \(stage) \"* NEAR/2 w5\"", engine).rows.isEmpty)
    }
  }
}
