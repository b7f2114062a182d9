//! Analyses against figures counted by hand, and against the slow and obvious way.

import QuothBasics
import QuothEngine
import QuothModel
import QuothQuery
import QuothTestSupport
import Testing

@Suite struct AnalysisTests {
  private static let engine = InMemoryEngine(TinyCorpus.visit)

  private static func table(_ script: String) throws -> ResultTable {
    var desk = QueryDesk(engine, vocabulary: engine.vocabulary)
    return try desk.answer(to: script)
  }

  private static func words(of table: ResultTable) -> [String: Int] {
    var counts: [String: Int] = [:]
    for row in table.rows {
      guard case .text(let word) = row.values[0], case .integer(let count) = row.values[1] else { continue }
      counts[word] = count
    }
    return counts
  }

  /// All words of all quotations, cut and folded one by one.
  private static func countedByHand(_ texts: [String]) -> [String: Int] {
    var counts: [String: Int] = [:]
    for text in texts {
      let bytes = Array(text.utf8)
      for word in WordScanner.words(in: bytes, 0..<bytes.count) {
        counts[TextFolding.fold(String(decoding: bytes[word], as: UTF8.self)), default: 0] += 1
      }
    }
    return counts
  }

  @Test func frequenciesCountEveryWordOnce() throws {
    let texts = try Self.table("sentences show text").rows.map { row -> String in
      if case .text(let text) = row.values[0] { text } else { "" }
    }
    #expect(Self.words(of: try Self.table("sentences | frequencies")) == Self.countedByHand(texts))
    // A word that several rows share is one word.
    let ofAll = Self.words(of: try Self.table("articles | frequencies"))
    let ofBoth = Self.words(of: try Self.table("(statements union statements) | frequencies"))
    #expect(ofBoth.allSatisfy { ofAll[$0.key] ?? 0 >= $0.value })
  }

  @Test func windowsCountEachPlaceOnceAndEndWithTheirSentence() throws {
    for window in 1...3 {
      let table = try Self.table(
        "sentences | collocates of \"the\" window \(window) at least 1 | show word, count, total")
      let texts = try Self.table("sentences show text").rows.map { row -> String in
        if case .text(let text) = row.values[0] { text } else { "" }
      }
      var expected: [String: Int] = [:]
      for text in texts {
        for sentence in text.split(whereSeparator: { ".!?".contains($0) }) {
          let bytes = Array(sentence.utf8)
          let words = WordScanner.words(in: bytes, 0..<bytes.count).map {
            TextFolding.fold(String(decoding: bytes[$0], as: UTF8.self))
          }
          for (place, word) in words.enumerated() where word != "the" {
            let near = max(0, place - window)...min(words.count - 1, place + window)
            if near.contains(where: { words[$0] == "the" }) { expected[word, default: 0] += 1 }
          }
        }
      }
      #expect(Self.words(of: table) == expected, "window \(window)")
    }
  }

  @Test func ngramsOfOneAreFrequencies() throws {
    let ngrams = Self.words(of: try Self.table("quotes | ngrams 1 at least 1"))
    #expect(ngrams == Self.words(of: try Self.table("quotes | frequencies")))
  }

  @Test func keywordsOfTheSameRowsHaveNothingToCompareWith() throws {
    let table = try Self.table("quotes | keywords against quotes | show other_count")
    #expect(table.rows.allSatisfy { $0.values[1] == .integer(0) })
  }

  @Test func timelinesHaveNoGaps() throws {
    let table = try Self.table("quotes with repeats | timeline by month")
    let months = table.rows.compactMap { row -> String? in
      if case .text(let month) = row.values[0] { month } else { nil }
    }
    for (month, next) in zip(months, months.dropFirst()) {
      let first = try #require(Period.month.days(named: month)).first.dayNumber
      #expect(Period.month.name(of: CalendarDay(dayNumber: Period.month.next(after: first))) == next)
    }
    #expect(table.rows.contains { $0.values[1] == .integer(0) })
    let total = table.rows.reduce(0) { sum, row in
      if case .integer(let count) = row.values[1] { sum + count } else { sum }
    }
    let dated = try Self.table("quotes with repeats where date is not missing | count")
    #expect(dated.rows[0].values == [.integer(total)])
  }

  @Test func periodsHaveTheirNamesBothWays() {
    for number in Int32(-800)..<Int32(800) {
      let day = CalendarDay(dayNumber: 19_700 + number * 3)
      for period in Period.allCases {
        let days = period.days(named: period.name(of: day))
        #expect(days.map { $0.first <= day && day <= $0.last } == true, "\(period) \(day)")
        #expect(days?.first.dayNumber == period.start(of: day.dayNumber), "\(period) \(day)")
      }
    }
  }

  /// Every line that a row opens holds what the row counts, and there are as many.
  @Test func rowsOpenWhatTheyCount() throws {
    let scripts = [
      "quotes | frequencies", "sentences | ngrams 2", "quotes group by speaker",
      "quotes | frequencies of cue",
      "quotes group by outlet, month(date)", "quotes | timeline by week", "articles | dispersion of \"the\"",
      "quotes group by known", "quotes group by words",
    ]
    let engine = Self.engine
    for script in scripts {
      var desk = QueryDesk(engine, vocabulary: engine.vocabulary)
      let (query, answer) = try desk.bound(script)
      let place = answer.columns.firstIndex { $0.name == "count" } ?? 0
      for row in answer.rows.prefix(12) {
        let opened = RowOpening.query(
          behind: row, of: answer.columns, query, in: BindingContext(vocabulary: engine.vocabulary))
        guard let opened else {
          Issue.record("\(script): \(row.values) opens nothing")
          continue
        }
        let lines = try engine.execute(QueryLanguage.plan(opened), limits: ExecutionLimits())
        #expect(row.values[place] == .integer(lines.rows.count), "\(script): \(row.values)")
      }
    }
  }

  /// Parts of sentences are cut where their sentence has no edge; a count before must not change what comes after.
  @Test func answersDoNotDependOnWhatWasAskedBefore() throws {
    let engine = InMemoryEngine(TinyCorpus.visit, policy: .always, coreCount: 2)
    for query in ["quotes | frequencies", "statements | ngrams 2 at least 1", "epithets | frequencies"] {
      var desk = QueryDesk(engine, vocabulary: engine.vocabulary)
      let before = try desk.answer(to: query)
      _ = try desk.answer(to: "articles | frequencies")
      #expect(try desk.answer(to: query) == before)
    }
  }

  /// Quotes and statements are rows of one table: none is counted on both sides, and a part is compared with the rest.
  @Test func sharedRowsAreOnOneSide() throws {
    for reference in ["quotes", "statements"] {
      let table = try Self.table("quotes by Raisi | keywords against \(reference)")
      #expect(table.notes.contains { if case .analysis(.sharedRows) = $0 { true } else { false } })
    }
    let part = try Self.table("quotes | keywords against quotes by Raisi | show count, other_count")
    let own = Self.words(of: try Self.table("quotes by Raisi | frequencies"))
    for row in part.rows {
      guard case .text(let word) = row.values[0], case .integer(let other) = row.values[2] else { continue }
      #expect(other == own[word] ?? 0, "\(word)")
    }
  }

  /// What is left out on both sides of a comparison is told once.
  @Test func footersTellOfEachRowOnce() throws {
    let one = try Self.table("quotes where date > 2023-01-01 | count")
    let two = try Self.table(
      "quotes where date > 2023-01-01 | keywords against (quotes where date > 2023-02-01)")
    for note in one.notes { #expect(two.notes.contains(note), "\(note)") }
  }

  @Test func everySourceCanBeAudited() throws {
    for field in ["outlet", "agency", "author", "article"] {
      #expect(try !Self.table("quotes | sources by \(field)").rows.isEmpty, "\(field)")
    }
  }

  /// Rows of a period are compared with all rows of the scan, whichever of them the query keeps.
  @Test func theRestOfAPeriodDoesNotDependOnTheRows() throws {
    let all = try Self.table("quotes with repeats | timeline by year | show rows")
    let some = try Self.table("quotes with repeats where words > 5 | timeline by year | show rows")
    for row in some.rows { #expect(all.rows.contains { $0.values == row.values }, "\(row.values)") }
  }
}
