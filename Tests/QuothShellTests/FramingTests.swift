//! What outlets quote, against figures counted by hand.

import Foundation
import QuothQuery
import QuothTestSupport
import Testing

@testable import QuothEngine
@testable import QuothShell

@Suite struct FramingTests {
  /// The values of the answer's rows; what a row is known by comes first.
  private static func rows(_ script: String) throws -> [[Value]] {
    let engine = InMemoryEngine(try #require(Seeds.loaded.corpus))
    var desk = QueryDesk(engine, vocabulary: engine.vocabulary)
    return try desk.answer(to: script).rows.map(\.values)
  }

  /// 14ymedio prints five quotations of Raisi, four of Díaz-Canel and one of both.
  @Test func concentrationCountsQuotationsOfSeveralInParts() throws {
    let row = try #require(
      try Self.rows("quotes in 14ymedio | sources by outlet | show hhi, voices, known, unknown, leading")
        .first)
    guard case .decimal(let hhi) = row[1] else { return #expect(Bool(false), "\(row)") }
    #expect(abs(hhi - (0.55 * 0.55 + 0.45 * 0.45)) < 1e-9)
    #expect(Array(row[2...]) == [.integer(2), .integer(10), .integer(0), .text("Ebrahim Raisi 55%")])
  }

  /// Tasnim's first quotation comes after three paragraphs and the beginning of the fourth.
  @Test func theFirstQuotationHasAPlace() throws {
    let row = try #require(try Self.rows("quotes in Tasnim | sources by outlet | show first_at").first)
    guard case .decimal(let place) = row[1] else { return #expect(Bool(false), "\(row)") }
    #expect(place > 0.25 && place < 0.4)
  }

  /// Shares of outlets sum to 1, of quotations and of words; those of speakers do not need to.
  @Test func sharesOfOutletsAreAll() throws {
    for column in ["share", "word_share"] {
      let shares = try Self.rows("quotes | compare outlets | show \(column)").map { row -> Double in
        if case .decimal(let share) = row[1] { share } else { 0 }
      }
      #expect(abs(shares.reduce(0, +) - 1) < 1e-9)
    }
    let counts = try Self.rows("quotes | compare speakers | show count")
    let groups = try Self.rows("quotes group by speakers show count")
    #expect(counts == groups)
  }

  /// What sets an outlet apart is what keywords would say.
  @Test func distinctiveWordsAreThoseOfKeywords() throws {
    let compared = try Self.rows("quotes | compare outlets | where outlet = Tasnim show distinctive")
    let keywords = try Self.rows(
      "(quotes in Tasnim) | keywords against (quotes except (quotes in Tasnim)) | where count >= 2 limit 5 show word"
    )
    guard case .list(let words)? = compared.first?.last else { return #expect(Bool(false)) }
    #expect(words == Array(keywords.map { $0[0] }.prefix(words.count)))
  }

  /// Of many words tested at once only those count that chance does not explain.
  @Test func distinctiveWordsAreThoseOfOneSide() throws {
    let lines = (0..<40).map { number in
      let (outlet, fruit) = number % 2 == 0 ? ("North", "apples") : ("South", "lemons")
      let text = "“We grow \(fruit) for the market in year \(number),” Anna Berg said on Monday."
      return "{\"id\": \"a\(number)\", \"outlet\": \"\(outlet)\", \"text\": \"\(text)\"}"
    }
    let corpus = try TemporaryFolder.shared.file(
      "fruit.jsonl", Data(lines.joined(separator: "\n").utf8))
    let outcome = try Program.run([
      "query", "--corpus", corpus, "--format", "csv",
      "quotes | compare outlets | sort by outlet show distinctive",
    ])
    #expect(outcome.output == "outlet,distinctive\r\nNorth,apples\r\nSouth,lemons\r\n", "\(outcome.output)")
  }
}
