//! Events: which articles belong together, and which do not.

import QuothBasics
import QuothQuery
import Testing

@testable import QuothShell

@Suite struct EventFinderTests {
  /// Rows as `1 a@0`: an utterance, an article, its day; without `@`, none.
  private static func events(_ rows: String...) -> [String] { events(rows) }

  private static func events(_ rows: [String]) -> [String] {
    let printings = rows.map { row -> Printing in
      let parts = row.split(whereSeparator: { $0 == " " || $0 == "@" })
      let day = parts.count > 2 ? Int32(parts[2]).map(CalendarDay.init(dayNumber:)) : nil
      return Printing(utterance: Int(parts[0]) ?? 0, article: String(parts[1]), day: day)
    }
    return EventFinder.events(of: printings).map { event in
      let days = event.days.map { "\($0.first.dayNumber)–\($0.last.dayNumber)" } ?? "no day"
      let utterances = event.utterances.map(String.init).joined(separator: ",")
      return "\(event.articles.joined(separator: " ")) | \(days) | \(utterances)"
    }
  }

  @Test func articlesOfOneUtteranceAreOneEvent() {
    #expect(Self.events("1 a@0", "1 b@3", "2 b@3", "2 c") == ["b a c | 0–3 | 1,2"])
    #expect(Self.events() == [])
  }

  @Test func anArticleAloneIsNone() {
    #expect(Self.events("1 a@0", "1 a@0", "2 b@0") == [])
  }

  @Test func aLongStoryDoesNotChain() {
    // Each step is of ten days; the third article is twenty from the first.
    let found = Self.events("1 a@0", "1 b@10", "2 b@10", "2 c@20", "3 c@20", "3 d@30")
    #expect(found == ["a b | 0–10 | 1", "c d | 20–30 | 3"])
  }

  @Test func theWindowIsThatOfVariants() {
    let last = VariantDays.mostApart
    #expect(Self.events("1 a@0", "1 b@\(last)") == ["a b | 0–\(last) | 1"])
    #expect(Self.events("1 a@0", "1 b@\(last + 1)") == [])
  }

  @Test func anUndatedArticleIsNoBridge() {
    // It stays with those that it was first found beside, and makes no single event of both.
    let found = Self.events("1 a@0", "1 u", "2 b@100", "2 u", "3 b@100", "3 c@101")
    #expect(found == ["a u | 0–0 | 1", "b c | 100–101 | 3"])
  }

  @Test func undatedArticlesAloneAreAnEvent() {
    #expect(Self.events("1 u", "1 v", "2 v", "2 w@5", "3 w@5", "3 x@40") == ["v u w | 5–5 | 1,2"])
  }

  @Test func oneUtteranceOfTwoTimesIsTwoEvents() {
    let found = Self.events("1 a@0", "1 b@1", "1 c@300", "1 d@301")
    #expect(found == ["a b | 0–1 | 1", "c d | 300–301 | 1"])
  }

  @Test func aUsualPhraseJoinsNothing() {
    let phrase = ["1 a@0", "1 b@1", "1 c@20", "1 d@40", "1 e@60"]
    #expect(Self.events(phrase + ["2 d@40", "2 f@41"]) == ["d f | 40–41 | 2"])
    // Where it is mostly of one time, a later echo does no harm.
    #expect(Self.events(Array(phrase.prefix(3))) == ["a b | 0–1 | 1"])
  }

  @Test func tiesGoByWhatComesUpFirst() {
    let rows = ["1 a@0", "1 b@0", "2 c@50", "2 d@50", "3 c@50", "3 d@50", "4 e@90", "4 f@90"]
    let events = EventFinder.events(
      of: rows.map { row in
        let parts = row.split(whereSeparator: { $0 == " " || $0 == "@" })
        return Printing(
          utterance: Int(parts[0]) ?? 0, article: String(parts[1]),
          day: Int32(parts[2]).map(CalendarDay.init(dayNumber:)))
      })
    #expect(events.map(\.articles) == [["c", "d"], ["a", "b"], ["e", "f"]])
  }

  @Test func fewUtterancesNameAllArticles() throws {
    let printings = [(1, "a"), (1, "b"), (2, "b"), (2, "c"), (2, "d"), (3, "a"), (3, "c")].map {
      Printing(utterance: $0.0, article: $0.1, day: nil)
    }
    let event = try #require(EventFinder.events(of: printings).first)
    #expect(event.telling == [1, 2])
    #expect(event.undated.sorted() == ["a", "b", "c", "d"])
  }
}

@Suite struct ConfusableNamesTests {
  private static func person(_ name: String, _ aliases: String...) -> NamedPerson {
    NamedPerson(name: name, aliases: aliases)
  }

  @Test func surnamesOfSeveralAreFound() {
    let people = [
      Self.person("Ana Rey"), Self.person("Raúl Castro"), Self.person("Fidel Castró"),
      Self.person("Luis Rey"),
      Self.person("Castro"), Self.person("Mary"),
    ]
    let found = ConfusableNames.sharedSurnames(of: people)
    #expect(found.map(\.surname) == ["Castro", "Rey"])
    #expect(found.first?.people == ["Raúl Castro", "Fidel Castró", "Castro"])
  }

  @Test func onlySpellingsCount() {
    let people = [
      Self.person("Ebrahim Raisi", "Raisi", "Raisí", "Ebrahim Raisí"),
      Self.person("Ali Khamenei", "Khamenei"),
      Self.person("Hossein Amir-Abdollahian", "Amirabdollahian", "Hussein Amir-Abdollahian"),
      Self.person("Xi Jinping", "Li Jinping"), Self.person("", ""),
    ]
    #expect(
      ConfusableNames.spellings(of: people) == [
        SpelledName(name: "Ebrahim Raisi", others: ["Raisí"]),
        SpelledName(name: "Hossein Amir-Abdollahian", others: ["Amirabdollahian", "Hussein"]),
      ])
  }
}
