//! `> "file"`: each format, every way in which it can fail, and nothing half-written left.

import CPty
import Foundation
import QuothEngine
import QuothQuery
import QuothRender
import Testing

@testable import QuothShell

private func text(of path: String) throws -> String { try String(contentsOfFile: path, encoding: .utf8) }

private func names(in folder: String) throws -> [String] {
  try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
}

/// Root may write everywhere.
private let isRoot = geteuid() == 0

@Test(arguments: [
  ("csv", "name,articles\r\n14ymedio,1\r\n"), ("tsv", "name\tarticles\n14ymedio\t1\n"),
  ("json", "\"name\": \"14ymedio\", \"articles\": 1},\n{\"name\""),
  ("jsonl", "{\"name\": \"Tasnim\", \"articles\": 1}\n"),
  ("md", "| name | articles |"), ("txt", "1  14ymedio         1"), ("svg", "<title id=\"figure-title\">"),
])
func eachEndingIsAFormat(_ ending: String, _ expected: String) throws {
  let path = try TemporaryFolder.shared.makeFolder() + "/answer.\(ending)"
  let outcome = try Program.run(["query", "outlets show name, articles > \"\(path)\""])
  #expect(outcome.status == 0)
  #expect(outcome.output == "")
  let what = ending == "svg" ? "a figure" : "2 rows"
  #expect(outcome.errors.contains("\(what) written to \(path)\n"))
  let written = try text(of: path)
  #expect(written.contains(expected), "\(written)")
  #expect(!written.contains("\u{1B}"))
}

@Test func whatAFileHeldIsReplacedAndTold() throws {
  let path = try TemporaryFolder.shared.file("answer.csv", Data(repeating: 0x61, count: 100_000))
  chmod(path, 0o640)
  let folder = URL(filePath: path).deletingLastPathComponent().path
  let link = folder + "/link.csv"
  try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: "answer.csv")
  let dangling = folder + "/dangling.csv"
  try FileManager.default.createSymbolicLink(atPath: dangling, withDestinationPath: folder + "/new.csv")
  let outcome = try Program.run(
    ["query", "--no-header", "outlets show name > \"\(link)\"; outlets show name > \"\(dangling)\""])
  #expect(outcome.status == 0)
  #expect(outcome.errors.contains("2 rows written to \(link), in place of what it held\n"))
  #expect(outcome.errors.contains("2 rows written to \(dangling)\n"))
  #expect(try text(of: path) == "name\r\n14ymedio\r\nTasnim\r\n")
  #expect(try text(of: folder + "/new.csv") == text(of: path))
  #expect(try names(in: folder) == ["answer.csv", "dangling.csv", "link.csv", "new.csv"])
  #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link) == "answer.csv")
  #expect(try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int == 0o640)
}

@Test func whatCannotBeWrittenIsLeftAsItWas() throws {
  let folder = try TemporaryFolder.shared.makeFolder()
  try FileManager.default.createDirectory(atPath: folder + "/folder.csv", withIntermediateDirectories: false)
  try FileManager.default.createSymbolicLink(atPath: folder + "/loop.csv", withDestinationPath: "loop.csv")
  #expect(mkfifo(folder + "/pipe.csv", 0o600) == 0)
  let before = try names(in: folder)
  let cases = [
    (folder + "/folder.csv", "it is no ordinary file"), (folder + "/pipe.csv", "it is no ordinary file"),
    ("/dev/full", "the ending of /dev/full names no format"), (folder + "/answer", "names no format"),
    (folder + "/answer.xml", "names no format"), (folder + "/none/answer.csv", "No such file or directory"),
    (folder + "/loop.csv", "Too many levels of symbolic links"),
    (folder + "/" + String(repeating: "a", count: 300) + ".csv", "File name too long"),
    ("/proc/answer.csv", "No such file"), ("", "names no format"),
  ]
  for (path, reason) in cases {
    let outcome = try Program.run(["query", "outlets > \"\(path)\""])
    #expect(
      outcome.status == (reason.hasSuffix("no format") || reason.hasPrefix("the ending") ? 1 : 4), "\(path)")
    #expect(outcome.output == "")
    #expect(outcome.errors.contains("error: ") && outcome.errors.contains(reason), "\(outcome.errors)")
    #expect(try names(in: folder) == before)
  }
}

@Test(.enabled(if: !isRoot, "root may write everywhere"))
func leaveToWriteIsNeeded() throws {
  let path = try TemporaryFolder.shared.file("answer.csv", Data("held".utf8))
  let folder = URL(filePath: path).deletingLastPathComponent().path
  chmod(path, 0o400)
  #expect(try Program.run(["query", "outlets > \"\(path)\""]).status == 4)
  #expect(try text(of: path) == "held")
  chmod(path, 0o600)
  chmod(folder, 0o500)
  let outcome = try Program.run(["query", "outlets > \"\(path)\""])
  chmod(folder, 0o700)
  #expect(outcome.status == 4 && outcome.errors.contains("Permission denied"))
  #expect(try text(of: path) == "held")
  #expect(try names(in: folder) == ["answer.csv"])
}

/// A disk that is full after a few bytes, as far as the program can tell.
@Test func aFullDiskLeavesNothing() throws {
  let path = try TemporaryFolder.shared.file("answer.csv", Data("held".utf8))
  let script = "ulimit -f 1; trap '' XFSZ; exec '\(Program.path)' query 'sentences > \"\(path)\"'"
  let process = Process()
  process.executableURL = URL(filePath: "/bin/sh")
  process.arguments = ["-c", script]
  process.environment = Program.environment()
  let errors = Pipe()
  process.standardError = errors
  process.standardOutput = FileHandle.nullDevice
  try process.run()
  let told = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
  process.waitUntilExit()
  #expect(process.terminationStatus == 4)
  #expect(told.contains("File too large"), "\(told)")
  #expect(try text(of: path) == "held")
  #expect(try names(in: URL(filePath: path).deletingLastPathComponent().path) == ["answer.csv"])
}

@Test func theHomeFolderIsFound() throws {
  let home = try TemporaryFolder.shared.makeFolder()
  let outcome = try Program.run(["query", "outlets > \"~/answer.csv\""], environment: ["HOME": home])
  #expect(outcome.status == 0, "\(outcome.errors)")
  #expect(try names(in: home) == ["answer.csv"])
}

/// The temporary name is longer than the file's own, and must not be longer than names may be.
@Test(arguments: ["a", "é"]) func theLongestNameCanBeWritten(_ letter: String) throws {
  let folder = try TemporaryFolder.shared.makeFolder()
  let name = String(repeating: letter, count: 250 / letter.utf8.count) + "b.csv"
  let outcome = try Program.run(["query", "outlets > \"\(folder)/\(name)\""])
  #expect(outcome.status == 0, "\(outcome.errors)")
  #expect(try names(in: folder) == [name])
}

@Test func afterAFailureAScriptStops() throws {
  let folder = try TemporaryFolder.shared.makeFolder()
  let script = "outlets > \"/no/such/answer.csv\"\noutlets > \"\(folder)/b.csv\"\n"
  let outcome = try Program.run(["run", "-"], input: script)
  #expect(outcome.status == 4)
  #expect(outcome.errors.contains("stdin:1:1: error: /no/such/answer.csv cannot be written"))
  #expect(try names(in: folder) == [])
  #expect(try Program.run(["run", "--keep-going", "-"], input: script).status == 4)
  #expect(try names(in: folder) == ["b.csv"])
}

@Test func readingGoesToAFileToo() throws {
  let path = try TemporaryFolder.shared.makeFolder() + "/page.txt"
  let outcome = try Program.run(["query", "articles limit 1 | read > \"\(path)\""])
  #expect(outcome.status == 0 && outcome.output == "")
  #expect(outcome.errors.contains("text written to \(path)"))
  #expect(try text(of: path).contains("14ymedio"))
}

@Test func anInterruptedFileIsNotThere() throws {
  let path = try TemporaryFolder.shared.file("answer.csv", Data("held".utf8))
  let corpus = try #require(Seeds.loaded.corpus)
  let table = try InMemoryEngine(corpus).execute(.scan(.sentences, repeats: .include))
  for limit in [0, 1, 3] {
    var asked = 0
    let outcome = AnswerFile(path: path, kind: .table(.csv)).write(table, as: .csv) {
      asked += 1
      return asked > limit
    }
    #expect(outcome.status == .interrupted || asked <= limit)
    #expect(try text(of: path) == "held" || asked <= limit)
    #expect(try names(in: URL(filePath: path).deletingLastPathComponent().path) == ["answer.csv"])
  }
}

/// The process itself, interrupted while it writes to a folder.
@Test func anInterruptedProcessLeavesNothing() throws {
  let folder = try TemporaryFolder.shared.makeFolder()
  let script =
    "let a = sentences where text ~ /(\\w+ )*x/\n"
    + (0..<400).map { "sentences > \"\(folder)/\($0).csv\"\n" }.joined()
  let input = try TemporaryFolder.shared.file("input", Data(script.utf8))
  let nothing = open("/dev/null", O_RDWR | O_CLOEXEC)
  let given = open(input, O_RDONLY | O_CLOEXEC)
  defer { for descriptor in [nothing, given] { close(descriptor) } }
  let process = try Program.start(["run", "-"], [:], folder, [given, nothing, nothing])
  for _ in 0..<200 where try names(in: folder).isEmpty { usleep(50_000) }
  kill(process, SIGINT)
  #expect([0, 130].contains(cpty_wait(process, 1)))
  #expect(try names(in: folder).allSatisfy { $0.hasSuffix(".csv") })
}
