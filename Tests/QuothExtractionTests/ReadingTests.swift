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
    let read = ArticleReader.read(text.utf8, file: "k.txt")
    #expect(read.articles == [])
    #expect(read.issues == [ReadingIssue(file: "k.txt", line: nil, problem: problem)])
  }

  @Test func invalidBytesAreLocated() {
    let cases: [([UInt8], Int)] = [
      ([0x61, 0x62, 0xFF, 0x81], 2), ([0xC3], 0), ([0x61, 0xE2, 0x80], 1),
      ([0xC3, 0xAD, 0xED, 0xA0, 0x80], 2),
    ]
    for (bytes, offset) in cases {
      let read = ArticleReader.read(bytes, file: "k.txt")
      let issue = ReadingIssue(file: "k.txt", line: nil, problem: .invalidUTF8(offset: offset))
      #expect(read.issues == [issue])
      #expect(read.articles == [])
    }
  }

  @Test func recordsAreRead() throws {
    let line =
      #"{"id": 7, "text": "Words.", "publisher": "Daily", "date": "4 December 2023", "author": ["A", "B"]}"#
    let read = ArticleReader.read("\n\n\(line)".utf8, file: "x.jsonl")
    let article = try #require(read.articles.first)
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
      ("[1]", .invalidJSON(reason: "not a JSON object")), ("{}", .noText(fields: [])),
      (#"{"title": "T"}"#, .noText(fields: ["title"])), (#"{"text": 5}"#, .noText(fields: ["text"])),
      (#"{"text": "  "}"#, .empty), (#"{"text": "a\u0000b"}"#, .binary),
      (String(repeating: "[", count: 5000), .invalidJSON(reason: "not valid JSON")),
      (
        #"{"text": "a", "x": "# + String(repeating: "[", count: 100_000),
        .invalidJSON(reason: "not valid JSON")
      ),
    ]
    for (line, problem) in cases {
      let read = ArticleReader.read(line.utf8, file: "x.jsonl")
      #expect(read.articles == [], "\(line.prefix(80))")
      #expect(read.issues == [ReadingIssue(file: "x.jsonl", line: 1, problem: problem)], "\(line.prefix(80))")
    }
    let dated = ArticleReader.read(#"{"text": "a", "date": "soon"}"#.utf8, file: "x.jsonl")
    #expect(dated.articles.count == 1)
    #expect(dated.issues.map(\.problem) == [.unreadableDate("soon")])
  }

  /// The dateline and date that open a text, as `place|date|agency|outlet`.
  @Test func datelinesAreRead() {
    let body = "The government agreed on Monday to strengthen its relations in all areas with its neighbours."
    let cases: [(String, String)] = [
      ("WASHINGTON (AP) — ", "Washington||AP|"), ("TEHRAN (Tasnim) – ", "Tehran|||Tasnim"),
      ("PARIS, March 3, 2021 (Reuters) - ", "Paris|2021-03-03|Reuters|"), ("BERLIN — ", "Berlin|||"),
      ("EFE (via 14ymedio), Havana, 5 May 2020 — ", "Havana|2020-05-05|EFE|14ymedio"),
      ("Cleveland (AFP) – ", "Cleveland||AFP|"), ("QUILLPORT, Maine - ", "Quillport|||"),
      ("Havana, March 3 – ", "Havana|||"), ("QUILLPORT, S.C.\u{A0}— ", "Quillport|||"),
      ("QUILLPORT, May 3 (Reuters) - ", "Quillport||Reuters|"),
      ("Orla Tandy (Green), mayor of Quillport — and a rower — opened the pier. ", "|||"),
      ("On 4 May 2023, the boats – nine of them – were lost. ", "|||"), ("UPDATE — ", "|||"),
      ("In an email dated Feb. 12, 2012 — ", "|||"), ("Anna Tandy (AP) — ", "|||"),
      ("Today, for the first time since June 25, 2007 - ", "|||"), ("“(Tandy) turned to us — ", "|||"),
      ("Cuba – ", "|||"), ("TANDY FAVOURS THE PIER, BUT COUNCIL WAITS - ", "|||"),
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
      // A dateline is left out of the running text whole; of anything else no word is.
      let sentence = article.sentences.first.map { article.string($0.range) } ?? ""
      #expect(
        sentence.hasPrefix(expected == "|||" && !opening.isEmpty ? String(opening.prefix(3)) : "The gov"))
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

  /// The sentences of a text.
  @Test(arguments: [
    (
      "She lives in Washington, D.C. The boat is late.",
      ["She lives in Washington, D.C.", "The boat is late."]
    ),
    ("He left the U.S.A. Her son stayed.", ["He left the U.S.A.", "Her son stayed."]),
    ("The boat left at 5 p.m. Mrs. Lund waved.", ["The boat left at 5 p.m.", "Mrs. Lund waved."]),
    ("At 5 a.m. Mr. Lund left.", ["At 5 a.m. Mr. Lund left."]),
    ("It left at 5 p.m. Monday.", ["It left at 5 p.m. Monday."]),
    ("See vol. 4 and vol. IX. It is late.", ["See vol. 4 and vol. IX.", "It is late."]),
    ("Lund et al. [2004] wrote it.", ["Lund et al. [2004] wrote it."]),
    ("Pier B follows A. Then comes J. Orr.", ["Pier B follows A.", "Then comes J. Orr."]),
    (
      "Gov. J. Orr met the U.S. Senate. In May, it sat.",
      ["Gov. J. Orr met the U.S. Senate.", "In May, it sat."]
    ),
  ])
  func sentencesEndWhereReadersEndThem(_ text: String, _ expected: [String]) {
    let corpus = corpus(text)
    #expect(corpus.sentences.map { corpus.string($0.range, of: $0.article) } == expected)
  }

  @Test(arguments: [
    ("1,250.50 boats", 2), ("3.5% of all", 3), ("repre\u{AD}sen\u{AD}tatives", 1), ("U.S.A. and D.C.", 3),
    ("a,b", 2),
  ])
  func wordsAreThoseOfReaders(_ text: String, _ count: Int) {
    #expect(corpus(text).articles[0].wordCount == count)
  }

  @Test func partedWordsAreWhole() {
    let text =
      "On Monday morning the represen-\ntatives of all of the well-\nknown harbour towns met on the\n"
      + "pier of Quillport with their\nmayor, who spoke to them about\nthe boats and about the tides.\n"
    let corpus = corpus(of: ArticleReader.read(text.utf8, file: "a.txt").articles)
    #expect(corpus.paragraphs.count == 1)
    let words = corpus.string(corpus.paragraphs[0].range, of: corpus.articles[0].id)
    #expect(words.hasPrefix("On Monday morning the representatives\nof all of the well-known\nharbour towns"))
  }
}
