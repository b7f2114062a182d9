//! `--output`: a file for each answer, under names that stay, and what is said where that cannot be.

import Foundation
import Testing

private func names(in folder: String) throws -> [String] {
  try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
}

private let script = """
  let few = quotes limit 2
  $few show text
  set format csv
  set null NA
  outlets show name, first
  articles limit 1 | read
  describe quotes.kind
  set
  quotes by Nobody
  explain outlets
  outlets > "OWN"
  people limit 1 show name

  """

@Test func eachAnswerHasAFile() throws {
  let folder = try TemporaryFolder.shared.makeFolder()
  let own = folder + "/own.json"
  let file = folder + "/weekly.last.query"
  try script.replacing("OWN", with: own).write(toFile: file, atomically: true, encoding: .utf8)
  let answers = folder + "/answers"
  let outcome = try Program.run(["run", "--keep-going", "--output", answers, file])
  #expect(outcome.status == 1 && outcome.output == "", "\(outcome.errors)")
  #expect(outcome.errors.contains("2 rows written to \(answers)/weekly.last-02.csv\n"))
  // The statement that failed keeps its number, so that the next one keeps its own.
  let expected = ["01.txt", "02.csv", "03.txt", "04.txt", "05.txt", "07.txt", "08.csv"].map {
    "weekly.last-\($0)"
  }
  #expect(try names(in: answers) == expected)
  #expect(FileManager.default.fileExists(atPath: own))
  let second = try String(contentsOfFile: answers + "/weekly.last-02.csv", encoding: .utf8)
  #expect(second.hasPrefix("# query: outlets show name, first\r\n# answer: 2 outlets\r\n"))
  #expect(second.contains("\r\nname,first\r\n14ymedio,2023-12-04\r\nTasnim,NA"))
  let again = try Program.run(["run", "--keep-going", "-o", answers + "/", file])
  #expect(again.errors.contains("weekly.last-08.csv, in place of what it held\n"))
  #expect(try names(in: answers) == expected)
}

@Test func scriptsOfOneNameGoOnCounting() throws {
  let folder = try TemporaryFolder.shared.makeFolder()
  let first = try TemporaryFolder.shared.file("a.query", Data("outlets show name\n".utf8))
  let second = try TemporaryFolder.shared.file("a.query", Data("articles show id\n".utf8))
  let input = "source \"\(first)\"\npeople | count\n"
  let outcome = try Program.run(
    ["run", "--format", "jsonl", "--output", folder, first, second, "-"], input: input)
  #expect(outcome.status == 0, "\(outcome.errors)")
  #expect(try names(in: folder) == ["a-01.jsonl", "a-02.jsonl", "a-03.jsonl", "stdin-01.jsonl"])
}

@Test func aFolderThatTakesNothingIsRefusedAtOnce() throws {
  let file = try TemporaryFolder.shared.file("no folder", Data())
  for (folder, reason) in [
    (file, "it is no folder"), (file + "/below", "Not a directory"), (file + "/far/below", "Not a directory"),
    ("/proc/answers", "No such file"), ("", "No such file"),
  ] {
    let outcome = try Program.run(["run", "--output", folder, "-"], input: "articles\n")
    #expect(outcome.status == 4 && outcome.output == "")
    #expect(
      outcome.errors.contains("quoth: answers cannot be written to \(folder): \(reason)"), "\(outcome.errors)"
    )
  }
  let unmade = try TemporaryFolder.shared.makeFolder() + "/unmade"
  #expect(try Program.run(["run", "--check", "--output", unmade, "-"], input: "articles\n").status == 0)
  #expect(!FileManager.default.fileExists(atPath: unmade))
}

@Test func anAnswerThatCannotBeWrittenStopsTheScript() throws {
  let folder = try TemporaryFolder.shared.makeFolder()
  // Where a folder stands, no file can.
  try FileManager.default.createDirectory(
    atPath: folder + "/stdin-01.txt", withIntermediateDirectories: false)
  let outcome = try Program.run(["run", "--output", folder, "-"], input: "articles\noutlets\n")
  #expect(outcome.status == 4)
  #expect(
    outcome.errors.contains("stdin:1:1: error: \(folder)/stdin-01.txt cannot be written: it is no ordinary"))
  #expect(try names(in: folder) == ["stdin-01.txt"])
}

@Test func allFoldersOfThePathAreMade() throws {
  let folder = try TemporaryFolder.shared.makeFolder()
  for path in ["one/two/three", "one/two/four/", folder + "/five/six"] {
    let outcome = try Program.run(["run", "--output", path, "-"], input: "outlets | count\n", folder: folder)
    #expect(outcome.status == 0, "\(outcome.errors)")
    let whole = path.hasPrefix("/") ? path : folder + "/" + path
    #expect(try names(in: whole) == ["stdin-01.txt"])
  }
}
