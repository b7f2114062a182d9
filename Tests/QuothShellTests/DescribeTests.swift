//! `describe` of articles that lack what it tells of, or hold what nobody expects.

import Foundation
import QuothBasics
import QuothModel
import QuothRender
import Testing

@testable import QuothEngine
@testable import QuothShell

/// A corpus by what is odd in it.
private struct OddCorpus {
  let name: String
  var columns = 80
  /// A JSON object a line.
  let lines: String
}

private let oddCorpora = [
  OddCorpus(name: "one article and nothing else", lines: #"{"id": "a", "text": "It rained."}"#),
  OddCorpus(
    name: "no dates, no outlets, no quotation marks",
    lines: #"""
      {"id": "a", "text": "Mary Hill said that the bridge in Dunmore would be closed for repairs until spring."}
      {"id": "b", "text": "It rained in Dunmore, as mayor Mary Hill noticed. The rain fell on the roofs."}
      """#),
  OddCorpus(
    name: "dates that are none, titles that are none, the same words years apart",
    lines: #"""
      {"id": "a", "title": "Subscribe", "date": "1066-10-14", "outlet": "Old News", "text": "“The river took the old mill in one night and nobody slept,” said Mary Hill."}
      {"id": "b", "title": "Subscribe", "date": "2093-01-02", "outlet": "Old News", "text": "Mary Hill said: “The river took the old mill in one night and nobody slept.” John Hill was there."}
      {"id": "c", "title": "Subscribe", "date": "2093-01-03", "outlet": "New News", "text": "“The river took the old mill in one night and nobody slept,” said John Hill."}
      """#),
  OddCorpus(
    name: "two events without headlines, half of their articles without dates",
    lines: #"""
      {"id": "a", "date": "2020-01-01", "text": "Rain fell in Dunmore. “The river took the old mill in one night and nobody slept,” said Mary Hill."}
      {"id": "b", "text": "Mary Hill said: “The river took the old mill in one night and nobody slept.”"}
      {"id": "c", "date": "2020-03-01", "text": "“Every bridge between here and the harbour has to be rebuilt in stone,” said Tom Marsh."}
      {"id": "d", "text": "Tom Marsh said: “Every bridge between here and the harbour has to be rebuilt in stone.”"}
      {"id": "e", "text": "“Every bridge between here and the harbour has to be rebuilt in stone,” Tom Marsh added."}
      """#),
  OddCorpus(
    name: "names, keys and headlines that want to be obeyed", columns: 40,
    lines: #"""
      {"id": "a\u001b[31m\nb\" or id = c", "title": "\u001b]0;owned\u0007 | count; quit\n\nquit", "outlet": "or \"x\" limit 0\u202e", "date": "2020-01-01", "text": "“The river took the old mill in one night and nobody slept,” said Mary \u001b[2JHill-or-Where."}
      {"id": "show (", "outlet": "in)", "date": "2020-01-02", "text": "Mary Limit said: “The river took the old mill in one night and nobody slept.”"}
      """#),
]

@Test func oddCorporaAreDescribed() throws {
  let file = Expected.folder.appending(path: "Describing/odd.txt")
  var actual: [String] = []
  for corpus in oddCorpora {
    let folder = try CorpusFolder(["a.jsonl": Data(corpus.lines.utf8)])
    let loaded = try #require(folder.load().corpus)
    actual.append("# \(corpus.name)\n" + describe(loaded, columns: corpus.columns).text)
  }
  var builder = CorpusBuilder()
  let empty = builder.finish(topics: [])
  actual.append("# no articles\n" + describe(empty, columns: 80).text)
  for line in actual.joined(separator: "\n").split(separator: "\n") where !line.hasPrefix("#") {
    #expect(!line.unicodeScalars.contains { $0.value < 0x20 || $0.value == 0x202E })
  }
  let expected = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
  try Expected.check(actual.joined(separator: "\n"), equals: expected, at: file)
}

@Test func aNarrowDescriptionFits() throws {
  let corpus = try #require(Seeds.loaded.corpus)
  for line in describe(corpus, columns: 40).text.split(separator: "\n") {
    #expect(DisplayWidth.of(line) <= 40)
  }
}

@Test func aDescriptionCanBeStopped() throws {
  let corpus = try #require(Seeds.loaded.corpus)
  #expect(describe(corpus, columns: 80, isCancelled: true).status == .interrupted)
}

@Test func correctionsAreTold() throws {
  let (session, buffer) = try Seeds.session(columns: 80, isInteractive: false)
  _ = session.run(Script(name: nil, text: "alias \"Havanna\" = Havana; describe"), .runs)
  #expect(buffer.text.contains("1 correction by users in force (corrections)"))
}

/// Of many statements only the latest are compared, by whole days where there are any, and it is said.
@Test(arguments: [
  (35, "statements where date >= 2023-12-04 | variants", "since 2023-12-04: 30 of 77 statements"),
  (40, "statements where date >= 2023-06-17 | variants", "since 2023-06-17: 40 of 77 statements"),
  (20, "statements sort by date desc limit 20 | variants", "at the end: 20 of 77 statements"),
])
func onlyTheLatestAreCompared(_ most: Int, _ query: String, _ scope: String) throws {
  let corpus = try #require(Seeds.loaded.corpus)
  let questions = CorpusQuestions(engine: InMemoryEngine(corpus), isCancelled: { false })
  let events = try CorpusEvents(questions, most: most)
  #expect(events.query == query)
  #expect(try events.lines().last?.hasSuffix("looked for \(scope)") == true)
}

@Test func withoutDatesTheFirstAreCompared() throws {
  let folder = try CorpusFolder(["a.jsonl": Data(oddCorpora[1].lines.utf8)])
  let corpus = try #require(folder.load().corpus)
  let questions = CorpusQuestions(engine: InMemoryEngine(corpus), isCancelled: { false })
  #expect(try CorpusEvents(questions, most: 0).query == "statements limit 0 | variants")
}

/// Every query that a description tells gives rows.
@Test func whatADescriptionTellsToAskHasAnswers() throws {
  let corpus = try #require(Seeds.loaded.corpus)
  let text = describe(corpus, columns: nil).text
  let told = text.matches(of: #/\((\w+ [^()]*(?:\([^()]*\)[^()]*)?)\)$/#.anchorsMatchLineEndings())
    .map { String($0.output.1) }
  let suggested = text.split(separator: "\n").drop { !$0.hasPrefix("try") }.map {
    String($0.dropFirst(8))
  }.filter { $0.hasPrefix("quotes") && !$0.contains("tells") }
  #expect(told.count >= 10)
  #expect(suggested.count == 2)
  for query in told + suggested {
    let (session, buffer) = try Seeds.session(columns: nil, format: .tsv, isInteractive: false)
    #expect(session.run(Script(name: nil, text: query), .runs).status == .success, "\(query)")
    #expect(buffer.text.split(separator: "\n").count > 1, "\(query)")
  }
}

private func describe(
  _ corpus: Corpus, columns: Int?, isCancelled: Bool = false
) -> (text: String, status: QuothShell.ExitStatus) {
  let buffer = TextBuffer()
  let console = Console(
    results: buffer, messages: TextBuffer(), isInteractive: false, usesColour: false, coloursMessages: false,
    columns: { columns }, rows: { nil })
  let session = Session(
    corpus: corpus, console: console, format: .table, isCancelled: { isCancelled }, today: { Seeds.today })
  let ending = session.run(Script(name: nil, text: "describe"), .runs)
  return (buffer.text, ending.status)
}
