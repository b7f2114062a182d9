//! Defects, locks and pipes, through the executable: what stops a run is told in one line, and nothing is half written.

import CPty
import Foundation
import Testing

@Suite struct DefectTests {
  private static let records = """
    {"id": "x1", "text": "Orla Tandy said: “No way at all.”"}
    {"id": "x 2\u{1B}[31m", "text": "Bo Lind said: “Yes, we can.”"}
    {"id": "x3", "text": "Juli Draker said: “Perhaps.”"}

    """

  private static func isDebugBuild() throws -> Bool {
    let folder = try CorpusFolder(["a.jsonl": Data(records.utf8)])
    let run = try Program.run(
      ["query", "--corpus", "a.jsonl", "articles | count"], environment: ["QUOTH_TRAP_AT": "x1"],
      folder: folder.path)
    return run.status == 70
  }

  /// The hidden switch of debug builds stops the program in the middle of an article.
  @Test func aDefectNamesItsArticle() throws {
    guard try Self.isDebugBuild() else { return }
    let folder = try CorpusFolder(["a.jsonl": Data(Self.records.utf8)])
    let trap = ["QUOTH_TRAP_AT": "x3"]
    for arguments in [
      ["query", "--corpus", "a.jsonl", "articles | count"], ["run", "--corpus", "a.jsonl", "-"],
      ["index", "a.jsonl", "-o", "c.quoth"], ["a.jsonl"],
    ] {
      let stopped = try Program.run(
        arguments, input: "articles | count\n", environment: trap, folder: folder.path)
      #expect(stopped.status == 70)
      #expect(stopped.output == "")
      #expect(
        stopped.errors
          == "quoth: a defect in quoth stopped it while it read a.jsonl:3, article x3; --skip x3 goes on without it, "
          + "and no file is left half written\n", "\(arguments)")
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["a.jsonl"])
    }
    let going = try Program.run(
      ["query", "--corpus", "a.jsonl", "--skip", "x3", "--format", "csv", "articles | count"],
      environment: trap,
      folder: folder.path)
    #expect(going.status == 0 && going.output == "count\r\n2\r\n")
    #expect(going.errors.hasPrefix("quoth: a.jsonl:3: left out, as --skip x3 asks\n"))
    let indexed = try Program.run(
      ["index", "--skip", "x3", "a.jsonl", "-o", "c.quoth"], environment: trap, folder: folder.path)
    #expect(indexed.status == 0 && indexed.errors.contains("c.quoth: 2 articles"))
  }

  /// What is said of an article is not obeyed by the terminal, and the command that it names works.
  @Test func namesOfDefectsAreSafe() throws {
    guard try Self.isDebugBuild() else { return }
    let folder = try CorpusFolder(["a.jsonl": Data(Self.records.utf8)])
    let stopped = try Program.run(
      ["query", "--corpus", "a.jsonl", "articles | count"], environment: ["QUOTH_TRAP_AT": "a.jsonl:2"],
      folder: folder.path)
    #expect(stopped.status == 70 && !stopped.errors.contains("\u{1B}"))
    #expect(stopped.errors.contains("--skip a.jsonl:2 goes on"))
    let going = try Program.run(
      [
        "query", "--corpus", "a.jsonl", "--skip", "a.jsonl:2", "--skip", "nobody", "--format", "csv",
        "articles | count",
      ],
      environment: ["QUOTH_TRAP_AT": "a.jsonl:2"], folder: folder.path)
    #expect(going.status == 0 && going.output == "count\r\n2\r\n")
    #expect(going.errors.contains("--skip nobody: there is no such article"))
  }

  @Test func oneWriterAtATime() throws {
    let folder = try CorpusFolder([
      "a.txt": Data("Orla Tandy said: “No.”".utf8), "b.txt": Data("Bo Lind said: “Yes.”".utf8),
    ])
    #expect(try Program.run(["index", "a.txt", "-o", "c.quoth"], folder: folder.path).status == 0)
    let lock = open(folder.path + "/c.quoth", O_RDONLY | O_CLOEXEC)
    #expect(lock >= 0 && flock(lock, LOCK_EX | LOCK_NB) == 0)
    for arguments in [["index", "--add", "b.txt", "-o", "c.quoth"], ["index", "b.txt", "-o", "c.quoth"]] {
      let second = try Program.run(arguments, folder: folder.path)
      #expect(second.status == 4)
      #expect(
        second.errors
          == "quoth: c.quoth: another quoth is writing this file; run the command again when that one is done\n"
      )
    }
    close(lock)
    // A lock ends with its process.
    let added = try Program.run(["index", "--add", "b.txt", "-o", "c.quoth"], folder: folder.path)
    #expect(added.status == 0 && added.errors.contains("2 articles, 1 of them new"))
  }

  @Test func pipesAndFoldersAreNoSnapshots() throws {
    let folder = try CorpusFolder(["a.txt": Data("Orla Tandy said: “No.”".utf8)])
    #expect(mkfifo(folder.path + "/p.quoth", 0o600) == 0)
    for arguments in [["index", "--verify", "p.quoth"], ["index", "--add", "a.txt", "-o", "p.quoth"]] {
      let run = try Program.run(arguments, folder: folder.path)
      #expect(run.status == 4)
      #expect(run.errors.contains("p.quoth: not an ordinary file"), "\(run.errors)")
    }
  }

  @Test func usageErrorsAreSafe() throws {
    for arguments in [["--\u{1B}[31mred"], ["query", "--format", "\u{1B}]0;title\u{7}", "quotes"]] {
      let run = try Program.run(arguments)
      #expect(run.status == 2)
      #expect(!run.errors.contains("\u{1B}") && !run.errors.contains("\u{7}"), "\(run.errors)")
    }
  }

  /// Twenty problems of a text are told, then how many more there are.
  @Test func problemsOfATextAreCounted() throws {
    let script = String(repeating: "qoutes limit 1\n", count: 500)
    let run = try Program.run(["check", "-"], input: script)
    #expect(run.status == 3)
    #expect(run.errors.split(separator: "\n").count { $0.contains(": error[") } == 21)
    #expect(
      run.errors.hasSuffix("stdin: error[too-many-problems]: 480 more problems are not shown\n"),
      "\(run.errors.suffix(200))")
    let one = try Program.run([
      "query", "quotes where " + Array(repeating: "wrods > 1", count: 30).joined(separator: " and "),
    ])
    #expect(
      one.errors.hasSuffix("error[too-many-problems]: 10 more problems are not shown\n"),
      "\(one.errors.suffix(200))")
  }
}
