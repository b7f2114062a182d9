//! Files of each format to raw articles: what is taken from where, and what each can have wrong with it.

import Foundation
import QuothBasics
import QuothExtraction
import QuothModel
import Testing

/// An article on a line: `key | title | outlet | author | date | url | text`, with - where there is nothing.
private func line(_ article: RawArticle) -> String {
  let text = String(decoding: article.text, as: UTF8.self).replacing("\n", with: "¶")
  return [
    article.key, article.title, article.outlet, article.author, article.date?.description, article.url, text,
  ].map { $0 ?? "-" }.joined(separator: " | ")
}

private func lines(_ text: String, _ file: String, fields: FieldNames = .standard) -> [String] {
  let read = ArticleReader.read(text.utf8, file: file, fields: fields)
  return read.articles.map(line) + read.issues.map { "\($0.line.map(String.init) ?? "file"): \($0.problem)" }
}

@Suite struct FieldNameTests {
  /// Records as the tools and collections write them that are named in the comment of each.
  @Test(arguments: [
    // news-please
    (
      #"{"maintext": "Words.", "title": "T", "date_publish": "2019-03-05 10:00:00", "source_domain": "a.example", "authors": ["Jo Doe", "Bo Lee"], "url": "u", "language": "en", "description": "d"}"#,
      "f.jsonl:1 | T | a.example | Jo Doe, Bo Lee | 2019-03-05 | u | Words."
    ),
    // All the News
    (
      #"{"article": "Words.", "title": "T", "publication": "Post", "author": "Jo", "date": "2019-03-05", "section": "World"}"#,
      "f.jsonl:1 | T | Post | Jo | 2019-03-05 | - | Words."
    ),
    // NELA-GT
    (
      #"{"id": "n1", "content": "Words.", "title": "T", "source": "post", "author": "", "published": "2019", "date": "2019-03-05", "published_utc": 1551744000}"#,
      "n1 | T | post | - | 2019-03-05 | - | Words."
    ),
    // signal-1M
    (
      #"{"id": "s", "content": "Words.", "title": "T", "media-type": "News", "source": "Post", "published": "2015-09-01T00:00:00Z"}"#,
      "s | T | Post | - | 2015-09-01 | - | Words."
    ),
    // RealNews
    (
      #"{"text": "Words.", "authors": ["Jo"], "publish_date": "03-25-2019", "domain": "a.example", "title": null}"#,
      "f.jsonl:1 | - | a.example | Jo | 2019-03-25 | - | Words."
    ),
    // Interfaces: objects within, and GDELT's dates
    (
      #"{"headline": {"main": "T"}, "body": "Words.", "byline": {"original": "By Jo"}, "source": {"id": null, "name": "Post"}, "seendate": "20190305T101500Z"}"#,
      "f.jsonl:1 | T | Post | Jo | 2019-03-05 | - | Words."
    ),
    // Paragraphs in a list, authors as objects, words for nothing
    (
      #"{"text": ["One.", "Two."], "author": [{"name": "Jo"}], "title": "N/A", "timestamp": 1551744000000}"#,
      "f.jsonl:1 | - | - | Jo | 2019-03-05 | - | One.¶¶Two."
    ),
  ])
  func recordsOfManyMakersAreRead(_ record: String, _ expected: String) {
    #expect(lines(record, "f.jsonl") == [expected])
  }

  @Test func namesAreMapped() throws {
    let mapping = try ArticleField.mapping("title=kop, text=Haupt Text,outlet=meta.blad").get()
    let fields = FieldNames(mapping: mapping)
    let record =
      #"{"Kop": "T", "title": "other", "haupt_text": "Words.", "text": "x", "meta": {"blad": "Post"}}"#
    #expect(lines(record, "f.jsonl", fields: fields) == ["f.jsonl:1 | T | Post | - | - | - | Words."])
    let two = FieldNames(mapping: try ArticleField.mapping("text=b,text=a").get())
    #expect(lines(#"{"a": "A", "b": "B"}"#, "f.jsonl", fields: two) == ["f.jsonl:1 | - | - | - | - | - | B"])
    for (bad, fault) in [
      ("titel=kop", MappingFault.unknownField("titel")), ("title", .noPair("title")),
      ("title=", .noPair("title=")),
      ("=kop", .noPair("=kop")), ("", .noPair("")), ("title=a,b", .noPair("b")),
    ] {
      #expect(throws: fault) { try ArticleField.mapping(bad).get() }
    }
  }

  @Test(arguments: [
    ("2023-12-04T10:00:00+02:00", "2023-12-04"), ("Mon, 04 Dec 2023 10:00:00 GMT", "2023-12-04"),
    ("20231204", "2023-12-04"), ("2023/12/04 10:00", "2023-12-04"), ("13/12/2023", "2023-12-13"),
    ("12/13/2023", "2023-12-13"), ("4.4.2023", "2023-04-04"), ("1701648000.0", "2023-12-04"),
    // Which is the month, nobody knows.
    ("03/04/2023", "-"), ("2023", "-"), ("2023-02-30", "-"), ("20239999", "-"), ("99999999999999999999", "-"),
  ])
  func datesOfRecordsAreRead(_ date: String, _ expected: String) {
    let record = #"{"text": "Words.", "date": "\#(date)"}"#
    let article = ArticleReader.read(record.utf8, file: "f.jsonl").articles.first
    #expect(article?.date?.description ?? "-" == expected)
  }
}

@Suite struct JSONTests {
  @Test(arguments: [
    // An array, over several lines; a bad element costs itself alone.
    (
      "[\n  {\"id\": \"a\", \"text\": \"One, } ] \\\" two.\"},\n  {\"id\": \"b\"},\n  5, \"x\",\n  {\"id\": \"c\", \"text\": \"Three.\"}\n]\n",
      [
        "a | - | - | - | - | - | One, } ] \" two.", "c | - | - | - | - | - | Three.",
        "3: noText(fields: [\"id\"])", "4: invalidJSON(reason: \"not a JSON object\")",
        "4: invalidJSON(reason: \"not a JSON object\")",
      ]
    ),
    // One article over several lines.
    ("{\n  \"id\": \"a\",\n  \"text\": \"One.\"\n}\n", ["a | - | - | - | - | - | One."]),
    // JSON Lines under another name.
    (
      "{\"text\": \"One.\"}\n{\"text\": \"Two.\"}\n",
      ["f.json:1 | - | - | - | - | - | One.", "f.json:2 | - | - | - | - | - | Two."]
    ),
    // What an interface answers.
    (
      "{\n\"status\": \"ok\", \"articles\": [{\"content\": \"One.\"}, {\"id\": 9, \"content\": \"Two.\"}]}",
      ["f.json:1/1 | - | - | - | - | - | One.", "9 | - | - | - | - | - | Two."]
    ),
    (
      "{\n\"response\": {\"results\": [{\"fields\": {\"bodyText\": \"One.\"}, \"webTitle\": \"T\"}]}}",
      ["f.json:1/1 | T | - | - | - | - | One."]
    ),
    ("[\n{\"text\": \"unfinished", ["2: invalidJSON(reason: \"not valid JSON\")"]),
    ("[]", ["file: noArticles"]), ("", ["file: empty"]), ("{}", ["1: noText(fields: [])"]),
  ])
  func filesOfJSONAreRead(_ text: String, _ expected: [String]) {
    #expect(lines(text, "f.json") == expected)
  }
}

@Suite struct TableTests {
  @Test(arguments: [
    (
      "id,title,text\n1,T,\"He said: \"\"No.\"\"\nAnd left.\"\r\n2,U,Second\n",
      [
        "1 | T | - | - | - | - | He said: \"No.\"¶And left.", "2 | U | - | - | - | - | Second",
      ]
    ),
    // Semicolons and tabs; marks and line ends of other systems.
    (
      "\u{FEFF}Headline;Body;Pub Date\r\nT;Words, words;4 Dec 2023\r\n",
      ["f.csv:2 | T | - | - | 2023-12-04 | - | Words, words"]
    ),
    (
      "id\ttext\n1\t\"No,\" he said\n2\tYes\n",
      ["1 | - | - | - | - | - | \"No,\" he said", "2 | - | - | - | - | - | Yes"]
    ),
    // Blank lines and empty values behind the last column are nothing.
    ("id,text\n\n1,Words,,\n  \n", ["1 | - | - | - | - | - | Words"]),
    // Every slip costs its own line alone.
    (
      "id,text\n1,\"open\n2,Two\n3,\"x\"y\n4,Four\n",
      [
        "2 | - | - | - | - | - | Two", "4 | - | - | - | - | - | Four", "2: strayQuote", "4: strayQuote",
      ]
    ),
    (
      "id,text,date\n1,One\n2,Two,2023-12-04,more\n3,Three,NA\n",
      [
        "3 | - | - | - | - | - | Three", "2: wrongValueCount(found: 2, header: 3)",
        "3: wrongValueCount(found: 4, header: 3)",
      ]
    ),
    ("id,words\n1,One\n", ["1: noTextColumn([\"id\", \"words\"])"]),
    ("id,text\n", ["file: noArticles"]), ("\n\n", ["file: empty"]), ("\"id,text\n1,One\n", ["1: strayQuote"]),
  ])
  func tablesAreRead(_ text: String, _ expected: [String]) {
    #expect(lines(text, "f.csv") == expected)
  }

  /// However valid JSON is broken into lines, all of its articles are read.
  @Test(arguments: [
    #"{"text": "One."}{"text": "Two."}"#, #"{"text": "One."} {"text": "Two."}"# + "\n",
    #"{"text": "One."}{"text": "Two."}"# + "\n" + #"{"text": "Three."}"#,
    "{\"meta\": {\"a\": 1}\n, \"text\": \"One.\"}\n",
    "{\"meta\": {\"a\": 1},\n\"text\":\n\"One.\"}\n{\"text\":\n\"Two.\"}",
    "{\"text\": \"One.\"},\n{\"text\": \"Two.\"}\n", "\n{\"text\": \"One.\"}\r\n\r\n{\"text\": \"Two.\"}",
    "[{\"text\": \"One.\"}\n,{\"text\": \"Two.\"}]", #"{"text": "One."}"#,
    "{\"text\": \"One. }\", \"m\": {\"a\": {}\n}}\n{\"text\": \"Two.\"}",
  ])
  func jsonMayBeBrokenAnywhere(_ text: String) {
    let read = ArticleReader.read(text.utf8, file: "f.json")
    #expect(read.issues == [])
    #expect(read.articles.count == text.components(separatedBy: "\"text\"").count - 1, "\(text)")
  }

  /// Of a dump of an object a line, a damaged line costs itself alone.
  @Test func aDamagedLineCostsItself() {
    let text = "{\"text\": \"One.\"}\n{\"text\": \"Tw\n{\"text\": \"Three.\"}\n"
    let read = ArticleReader.read(text.utf8, file: "f.json")
    #expect(read.articles.count == 2 && read.issues.map(\.line) == [2])
  }

  /// Cut into chunks of any size, a file gives the same articles.
  @Test func piecesDoNotDependOnChunks() {
    let text = "id,text\n1,\"A \"\"quoted\"\"\nline\"\n2,\"open\n3,Three\n4,\"Fo,ur\"\r\n"
    let whole = ArticleReader.read(text.utf8, file: "f.csv")
    for size in 1...20 {
      var stream = PieceStream(file: "f.csv", fields: .standard)
      var rest = Array(text.utf8)[...]
      var contents = PieceContents()
      reading: while true {
        switch stream.next() {
        case .needsBytes where rest.isEmpty: stream.finish(.complete)
        case .needsBytes:
          Array(rest.prefix(size)).withUnsafeBufferPointer { stream.append($0) }
          rest = rest.dropFirst(size)
        case .piece(let piece, let read):
          let found = read(piece)
          contents.articles += found.articles
          contents.issues += found.issues
        case .leftOut(let issue): contents.issues.append(issue)
        case .finished: break reading
        }
      }
      #expect(contents.articles == whole.articles && contents.issues == whole.issues, "chunks of \(size)")
    }
  }
}

@Suite struct EncodingTests {
  private let text = "Café owner José Ruiz said: “We stay.”"

  /// A file that breaks off within a letter says so, however its bytes come.
  @Test(
    arguments: [
      [0xFF, 0xFE, 0x41, 0, 0x42], [0xFE, 0xFF, 0, 0x41, 0x42], [0xFF, 0xFE, 0x41, 0, 0x3D, 0xD8],
      [0xFE, 0xFF, 0, 0x41, 0xD8, 0x3D, 0xDE],
    ] as [[UInt8]])
  func aHalfLetterIsSeen(_ bytes: [UInt8]) {
    #expect(ArticleReader.read(bytes, file: "f.txt").articles.map(\.text) == [Array("A\u{FFFD}".utf8)])
    // Past the part that is looked at to tell the format.
    let long = Array(bytes[..<4]) + (0..<70_000).flatMap { _ in bytes[2..<4] } + bytes[4...]
    var stream = PieceStream(file: "f.txt", fields: .standard)
    var rest = long[...]
    var text: [UInt8] = []
    while true {
      switch stream.next() {
      case .needsBytes where rest.isEmpty: stream.finish(.complete)
      case .needsBytes:
        Array(rest.prefix(1 << 16)).withUnsafeBufferPointer { stream.append($0) }
        rest = rest.dropFirst(1 << 16)
      case .piece(let piece, _): text = piece.bytes
      case .leftOut(let issue):
        Issue.record("\(issue)")
        return
      case .finished:
        #expect(text == Array((String(repeating: "A", count: 70_001) + "\u{FFFD}").utf8))
        return
      }
    }
  }

  @Test func windows1252IsRecognisedAndTold() throws {
    let bytes = try #require(text.data(using: .windowsCP1252))
    let read = ArticleReader.read(bytes, file: "f.txt")
    #expect(read.articles.map { String(decoding: $0.text, as: UTF8.self) } == [text])
    #expect(read.issues == [ReadingIssue(file: "f.txt", line: nil, problem: .readAsWindows1252)])
    let table = Data("id,text\n1,\"".utf8) + bytes + Data("\"\n".utf8)
    let rows = ArticleReader.read(table, file: "f.csv")
    #expect(rows.articles.map { String(decoding: $0.text, as: UTF8.self) } == [text])
    #expect(rows.issues.map(\.problem) == [.readAsWindows1252])
  }

  @Test(arguments: [String.Encoding.utf16LittleEndian, .utf16BigEndian])
  func utf16IsReadByItsMark(_ encoding: String.Encoding) throws {
    let marked = try #require("\u{FEFF}id,text\n1,\"\(text) 𝄞\"\n".data(using: encoding))
    #expect(
      ArticleReader.read(marked, file: "f.csv").articles.map { String(decoding: $0.text, as: UTF8.self) } == [
        "\(text) 𝄞"
      ])
    // An odd byte at the end is nothing.
    let odd = ArticleReader.read(marked + [0x41], file: "f.csv")
    #expect(odd.articles.count == 1)
  }

  @Test func whatIsNeitherIsLeftOut() throws {
    let cyrillic = try #require("Мы остаёмся, сказал он вчера".data(using: .windowsCP1251))
    let damaged = Data("“Café” and “naïve” ".utf8) + [0xFF] + Data("words".utf8)
    for bytes in [cyrillic, damaged, Data([0x61, 0x81, 0x62])] {
      let read = ArticleReader.read(bytes, file: "f.txt")
      #expect(read.articles == [])
      guard case .invalidUTF8 = read.issues.first?.problem else {
        Issue.record("\(read.issues)")
        continue
      }
    }
  }
}

@Suite struct QuotebankTests {
  private func quotations(_ record: String) -> [String] {
    let read = ArticleReader.read(record.utf8, file: "f.json")
    let corpus = corpus(of: read.articles)
    #expect(corpus.violations() == [])
    return corpus.quotations.map { quotation in
      let speakers = quotation.attribution.speakers.map { corpus[$0].name }.joined(separator: " + ")
      let words = corpus.string(quotation.content, of: quotation.article)
      return "\(speakers.isEmpty ? "-" : speakers) | \(quotation.attribution.rule.rawValue) | "
        + "\(quotation.attribution.confidence) | \(words)"
    } + read.issues.map { "\($0.problem)" }
  }

  @Test func quotationsAreArticlesOfTheirOwn() {
    let record =
      #"{"quoteID": "2020-01-16-000001", "quotation": "We “shall” stay here", "speaker": "Ana Brook", "qids": ["Q1"], "date": "2020-01-16 12:00:13", "numOccurrences": 2, "probas": [["Ana Brook", "0.73"], ["None", "0.27"]], "urls": ["http://www.post.example/a?b"], "phase": "E"}"#
    #expect(
      lines(record, "f.json") == [
        "2020-01-16-000001 | - | post.example | - | 2020-01-16 | http://www.post.example/a?b | We “shall” stay here"
      ])
    #expect(quotations(record) == ["Ana Brook | given | 0.73 | We “shall” stay here"])
    #expect(
      quotations(
        #"{"quoteID": "q", "quotation": "Nobody knows", "speaker": "None", "probas": [["None", "0.9"]]}"#)
        == ["- | none | 0.0 | Nobody knows"])
  }

  @Test func quotationsOfArticlesTakeThePlaceOfOurs() {
    let record =
      #"{"articleID": "a1", "title": "T", "content": "\" We stay here , \" Ana Brook said . Bo Chen said : \" We do not stay . \" He left . \" We stay here , \" she said .", "date": "2020-01-16", "url": "post.example", "quotations": [{"quoteID": "x", "quotation": "We stay here ,", "quotationOffset": 1, "localTopSpeaker": "Cy Dale", "localProbas": [{"speaker": "Cy Dale", "proba": 0.91}]}, {"quotation": "We stay here ,", "quotationOffset": 24, "localTopSpeaker": "None", "globalTopSpeaker": "Ana Brook", "globalProbas": [["Ana Brook", "0.5"]]}, {"quotation": "words of another"}]}"#
    #expect(
      quotations(record) == [
        "Cy Dale | given | 0.91 | We stay here ,", "Bo Chen | source-cue-quote | 0.93 | We do not stay .",
        "Ana Brook | given | 0.5 | We stay here ,", "quotationsNotInText(1)",
      ])
  }

  @Test(arguments: [
    #"{"quoteID": "q", "quotation": ""}"#, #"{"quoteID": "q"}"#, #"{"quoteID": 5, "quotation": "x"}"#,
    #"{"articleID": "a", "quotations": []}"#, #"{"articleID": "a", "content": "x", "quotations": 5}"#,
    #"{"quoteID": "q", "quotation": "x", "probas": [[]]}"#,
  ])
  func brokenRecordsAreLeftOut(_ record: String) {
    let read = ArticleReader.read(record.utf8, file: "f.json")
    #expect(read.articles == [])
    #expect(read.issues.count == 1)
  }
}
