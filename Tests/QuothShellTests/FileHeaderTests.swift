//! What files say of their making, in each form, and how to have it left out.

import Foundation
import QuothModel
import Testing

@testable import QuothShell

private func text(of path: String) throws -> String { try String(contentsOfFile: path, encoding: .utf8) }

@Suite struct FileHeaderTests {
  private static func written(
    _ statements: String, _ ending: String, _ arguments: [String] = ["query"], _ more: [String: String] = [:]
  ) throws -> String {
    let path = try TemporaryFolder.shared.makeFolder() + "/answer.\(ending)"
    let outcome = try Program.run(arguments + ["\(statements) > \"\(path)\""], environment: more)
    #expect(outcome.status == 0, "\(outcome.errors)")
    return try text(of: path)
  }

  @Test func filesSayWhereTheyComeFrom() throws {
    let query = "let big = outlets where articles > 0; $big | show name, articles"
    let corpus = "5 articles, 53 quotations; fingerprint d9834ba5e92bd444"
    let facts = [
      "query: \(query)", "answer: 2 outlets", "corpus: \(corpus)",
      "made by: quoth \(QuothVersion.current) on 2023-12-09",
    ]
    let comments = facts.map { "# \($0)" }
    #expect(
      try Self.written(query, "csv")
        == (comments + ["name,articles", "14ymedio,1", "Tasnim,1", ""]).joined(separator: "\r\n"))
    #expect(
      try Self.written(query, "tsv")
        == (comments + ["name\tarticles", "14ymedio\t1", "Tasnim\t1", ""]).joined(separator: "\n"))
    #expect(try Self.written(query, "txt").hasPrefix((comments + ["", "#  name"]).joined(separator: "\n")))
    #expect(
      try Self.written(query, "md")
        .hasPrefix((["<!--"] + facts + ["-->", "", "| name | articles |"]).joined(separator: "\n")))
    #expect(
      try Self.written("articles limit 1 | read", "txt").hasPrefix(
        "# query: articles limit 1 | read\n# answer: 1 of 5"))
    #expect(
      try Self.written("outlets", "svg").contains(
        ">Source: \(corpus) · quoth \(QuothVersion.current) · 2023-12-09<"))
  }

  /// Rows stay as many as they are, and an array stays an array.
  @Test func jsonSaysItInItsFirstRow() throws {
    let json = try Self.written("outlets show name", "json")
    let rows = try #require(try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [[String: Any]])
    #expect(rows.map { $0["name"] as? String } == ["14ymedio", "Tasnim"])
    let source = try #require(rows[0]["_source"] as? [String: Any])
    #expect(source["query"] as? String == "outlets show name" && source["articles"] as? Int == 5)
    #expect(
      source["fingerprint"] as? String == "d9834ba5e92bd444" && source["date"] as? String == "2023-12-09")
    #expect(rows[1]["_source"] == nil)
    let lines = try Self.written("outlets show name", "jsonl").split(separator: "\n")
    #expect(
      lines.count == 2 && lines[0].hasPrefix("{\"_source\": {\"query\": ")
        && lines[1] == "{\"name\": \"Tasnim\"}")
  }

  @Test func itCanBeLeftOut() throws {
    let bare = "name\r\n14ymedio\r\nTasnim\r\n"
    #expect(try Self.written("outlets show name", "csv", ["query", "--no-header"]) == bare)
    #expect(try Self.written("set header off\noutlets show name", "csv") == bare)
    #expect(
      try Self.written("outlets show name", "json", ["query", "--no-header"]).hasPrefix("[\n{\"name\""))
    #expect(try !Self.written("outlets", "svg", ["query", "--no-header"]).contains("Source"))
  }

  /// Results on standard output are for programs, which were told nothing of comments.
  @Test func theStreamStaysClean() throws {
    let drawn = try Program.run(["query", "--format", "csv", "outlets show name, articles | chart"])
    #expect(drawn.output == "name,articles\r\n14ymedio,1\r\nTasnim,1\r\n")
    let ids = try Program.run(["query", "--format", "csv", "quotes show id limit 1"]).output
    #expect(ids.hasPrefix("id\r\n000_f5cdf9df635e613e#"), "\(ids)")
    #expect(try Self.written("quotes show id limit 1", "csv").contains("\r\n\"000_f5cdf9df635e613e#"))
    #expect(try Self.written("outlets | count", "csv").contains("# answer: one figure\r\n"))
    #expect(
      try Program.run(["query", "--format", "csv", "outlets show name"]).output
        == "name\r\n14ymedio\r\nTasnim\r\n")
  }

  /// `it` and names are told with what they stand for; a figure and its table have the same query.
  @Test func aQueryIsToldWithWhatItNeeds() throws {
    let folder = try TemporaryFolder.shared.makeFolder()
    let script = """
      let a = quotes by $who
      let b = $a where topic = sanctions
      $b group by cue | chart > "\(folder)/a.svg"
      it > "\(folder)/b.csv"
      it | limit 1 > "\(folder)/c.csv"
      """
    let outcome = try Program.run(["run", "--param", "who=Raisi", "-"], input: script)
    #expect(outcome.status == 0, "\(outcome.errors)")
    let names = "let who = \"Raisi\"; let a = quotes by $who; let b = $a where topic = sanctions"
    #expect(try text(of: folder + "/b.csv").hasPrefix("# query: \(names); $b group by cue; it\r\n"))
    #expect(try text(of: folder + "/c.csv").hasPrefix("# query: \(names); $b group by cue; it | limit 1\r\n"))
  }

  /// The articles are the same, in whatever order they were read and from wherever.
  @Test func theFingerprintIsOfTheArticles() throws {
    let corpus = try #require(Seeds.loaded.corpus)
    let folder = Program.project + "/seeds/"
    let files = try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasSuffix(".txt") }
      .map { folder + $0 }
    let backwards = CorpusLoader.load(files.reversed(), isCancelled: { false }).corpus
    #expect(backwards?.fingerprint == corpus.fingerprint)
    let fewer = CorpusLoader.load(Array(files.dropFirst()), isCancelled: { false }).corpus
    #expect(fewer?.fingerprint != corpus.fingerprint)
    let index = try TemporaryFolder.shared.makeFolder() + "/seeds.quoth"
    #expect(try Program.run(["index", "seeds", "-o", index]).status == 0)
    #expect(
      try Self.written("outlets", "csv", ["query", "--corpus", index]).contains(
        "fingerprint d9834ba5e92bd444"))
  }

  /// A table that quoth wrote is a table that it reads; `expect` compares without what is of another day.
  @Test func whatIsWrittenCanBeReadAgain() throws {
    let path = try TemporaryFolder.shared.makeFolder() + "/articles.csv"
    #expect(try Program.run(["query", "articles show id, title, date, text > \"\(path)\""]).status == 0)
    let again = try Program.run(["query", "--corpus", path, "--format", "csv", "articles show id, date"])
    #expect(again.status == 0, "\(again.errors)")
    #expect(
      again.output.contains("000_f5cdf9df635e613e,2023-12-04\r\n")
        && again.output.split(separator: "\r\n").count == 6)
    for ending in ["csv", "tsv", "txt", "md", "json", "jsonl"] {
      let file = try TemporaryFolder.shared.makeFolder() + "/answer.\(ending)"
      let query = "outlets show name, articles"
      #expect(
        try Program.run(["query", "\(query) > \"\(file)\""], environment: ["SOURCE_DATE_EPOCH": "0"]).status
          == 0)
      #expect(try text(of: file).contains("1970-01-01"))
      let outcome = try Program.run(["query", "expect \(query) = \"\(file)\""])
      #expect(outcome.status == 0, "\(ending): \(outcome.errors)")
    }
  }
}
