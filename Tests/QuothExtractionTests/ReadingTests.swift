//! Bytes to raw articles: good records, and everything that can be wrong with them.

import Foundation
import QuothBasics
import QuothExtraction
import QuothModel
import Testing

@Suite struct ReadingTests {
  @Test(arguments: [
    (" \n\t ", ReadingProblem.empty), ("", .empty), ("a\u{0}b", .binary),
  ])
  func badTextIsNamed(_ text: String, _ problem: ReadingProblem) {
    let result = ArticleReader.plainText(Array(text.utf8), key: "k", file: "k.txt")
    #expect(result == .failure(ReadingFailure(ReadingIssue(file: "k.txt", line: nil, problem: problem))))
  }

  @Test func invalidBytesAreLocated() {
    let cases: [([UInt8], Int)] = [
      ([0x61, 0x62, 0xFF, 0x63], 2), ([0xC3], 0), ([0x61, 0xE2, 0x80], 1),
      ([0xC3, 0xAD, 0xED, 0xA0, 0x80], 2),
    ]
    for (bytes, offset) in cases {
      let result = ArticleReader.plainText(bytes, key: "k", file: "k.txt")
      let issue = ReadingIssue(file: "k.txt", line: nil, problem: .invalidUTF8(offset: offset))
      #expect(result == .failure(ReadingFailure(issue)))
    }
  }

  @Test func recordsAreRead() throws {
    let line =
      #"{"id": 7, "text": "Words.", "publisher": "Daily", "date": "4 December 2023", "author": ["A", "B"]}"#
    let read = ArticleReader.jsonLine(Array(line.utf8), number: 3, file: "x.jsonl")
    let article = try #require(read.article)
    #expect(read.issues == [])
    #expect(article.key == "7")
    #expect(article.file == "x.jsonl:3")
    #expect(article.outlet == "Daily")
    #expect(article.author == "A, B")
    #expect(article.date == CalendarDay(year: 2023, month: 12, day: 4))
  }

  @Test func badRecordsAreNamed() {
    let cases: [(String, ReadingProblem)] = [
      (#"{"text": "#, .invalidJSON(reason: "not valid JSON")),
      ("[1]", .invalidJSON(reason: "not a JSON object")),
      (#"{"title": "T"}"#, .missingField("text")), (#"{"text": 5}"#, .missingField("text")),
      (#"{"text": "  "}"#, .empty),
    ]
    for (line, problem) in cases {
      let read = ArticleReader.jsonLine(Array(line.utf8), number: 1, file: "x.jsonl")
      #expect(read.article == nil, "\(line)")
      #expect(read.issues.map(\.problem) == [problem], "\(line)")
    }
    let dated = ArticleReader.jsonLine(Array(#"{"text": "a", "date": "soon"}"#.utf8), number: 1, file: "x")
    #expect(dated.article != nil)
    #expect(dated.issues.map(\.problem) == [.unreadableDate("soon")])
  }

  /// The dateline and date that open a text, as `place|date|agency|outlet`.
  @Test func datelinesAreRead() {
    let body = "The government agreed on Monday to strengthen its relations in all areas with its neighbours."
    let cases: [(String, String)] = [
      ("WASHINGTON (AP) — ", "Washington||AP|"), ("TEHRAN (Tasnim) – ", "Tehran|||Tasnim"),
      ("PARIS, March 3, 2021 (Reuters) - ", "Paris|2021-03-03|Reuters|"), ("BERLIN — ", "Berlin|||"),
      ("EFE (via 14ymedio), Havana, 5 May 2020 — ", "Havana|2020-05-05|EFE|14ymedio"),
      ("It was late — ", "|||"), ("", "|||"), ("1686981306 ", "|2023-06-17||"),
      ("date 2023-12-04 ", "|2023-12-04||"),
    ]
    for (opening, expected) in cases {
      let corpus = corpus(opening + body)
      let article = corpus.articles[0]
      let found = [
        article.place, article.date?.description, article.agency, article.outlet.map { corpus[$0].name },
      ].map { $0 ?? "" }.joined(separator: "|")
      #expect(found == expected, "\(opening)")
    }
  }

  @Test func hardWrappedLinesAreOneParagraph() {
    let corpus = corpus(
      """
      The leaders met on Monday in the capital to discuss the strategy that
      both countries want to follow in the years to come, and they said that
      the visit was a turning point in the relations between the two nations.

      On Tuesday the delegation travelled to the coast, where it visited a port
      that is to be enlarged with the help of investors from abroad, as well as
      a school.
      """)
    #expect(corpus.paragraphs.count == 2)
    #expect(corpus.violations() == [])
  }
}
