//! What `expect` compares: files that other programs have touched, dates, and how many expectations there were.

import Foundation
import Testing

@testable import QuothShell

@Suite struct ExpectationTests {
  /// Runs a script beside files; `{folder}` stands for where they lie.
  private static func run(_ script: String, _ files: [String: String] = [:]) throws -> Program.Outcome {
    let folder = try TemporaryFolder.shared.makeFolder()
    for (name, text) in files {
      try text.write(toFile: folder + "/" + name, atomically: true, encoding: .utf8)
    }
    try script.write(toFile: folder + "/a.query", atomically: true, encoding: .utf8)
    return try Program.run(["run", "--keep-going", folder + "/a.query"])
  }

  private static let query = "quotes where kind = mixed group by cue limit 2"

  private static func answer(_ format: String) throws -> String {
    try Program.run(["query", "--format", format, query]).output
  }

  @Test(arguments: ["csv", "tsv", "jsonl", "markdown"])
  func aFileMayHaveBeenTouchedByOtherPrograms(_ format: String) throws {
    let ending = format == "markdown" ? "md" : format
    let plain = try Self.answer(format).replacing("\r\n", with: "\n")
    var variants = [plain, plain.replacing("\n", with: "\r\n"), "\u{FEFF}" + plain]
    variants.append("\u{FEFF}" + plain.replacing("\n", with: "\r\n"))
    if ending == "csv" || ending == "tsv" {
      variants.append("# made by hand\n# for us\n" + plain)
      variants.append("\u{FEFF}# query: none\r\n# date: none\r\n" + plain.replacing("\n", with: "\r\n"))
    }
    for variant in variants {
      let outcome = try Self.run("expect \(Self.query) = \"a.\(ending)\"\n", ["a.\(ending)": variant])
      #expect(outcome.status == 0, "\(outcome.errors)")
    }
  }

  @Test func differencesThatCannotBeSeenAreShown() throws {
    let plain = try Self.answer("csv").replacing("\r\n", with: "\n")
    let first = String(try #require(plain.split(separator: "\n").dropFirst().first))
    let changes: [(changed: String, shown: String)] = [
      ("\(first) ", "\(first)·"), ("\u{A0}\(first)", "‹U+00A0›\(first)"), ("\(first)\t", "\(first)⇥"),
      ("\(first)\u{200B}", "\(first)‹U+200B›"),
    ]
    for (changed, shown) in changes {
      let text = "# a comment\n" + plain.replacing(first, with: changed)
      let outcome = try Self.run("expect \(Self.query) = \"a.csv\"\n", ["a.csv": text])
      #expect(outcome.status == 1)
      #expect(outcome.errors.contains("differs from a.csv at its line 3"), "\(outcome.errors)")
      #expect(outcome.errors.contains("they differ in blanks or other signs that cannot be seen"))
      #expect(outcome.errors.contains("expected: \(shown)\n"), "\(outcome.errors)")
      #expect(outcome.errors.contains("found:    \(first)\n"), "\(outcome.errors)")
    }
  }

  @Test func longLinesAreShownWhereTheyPart() throws {
    let plain = try Program.run(["query", "--format", "csv", "quotes limit 1 show text"]).output
    let changed = plain.replacing("surrender", with: "give up")
    #expect(changed != plain)
    let outcome = try Self.run("expect quotes limit 1 show text = \"a.csv\"\n", ["a.csv": changed])
    #expect(outcome.errors.contains("…"))
    #expect(outcome.errors.contains("give up") && outcome.errors.contains("surrender"), "\(outcome.errors)")
  }

  @Test(arguments: [
    ("max(date) = 2023-12-04", true), ("max(date) = 2023-12", true), ("max(date) = 2023", true),
    ("max(date) = 2023-11", false), ("max(date) != 2022", true), ("max(date) < 2024", true),
    ("max(date) < 2023", false), ("max(date) <= 2023", true), ("max(date) > 2023-11", true),
    ("max(date) > 2023-12", false), ("min(date) >= 2023-06-17", true), ("min(date) >= 2023-06-18", false),
  ])
  func datesAreComparedAsInConditions(_ claim: String, _ holds: Bool) throws {
    let (session, buffer) = try Seeds.session(columns: 80)
    let script = Script(name: nil, text: "expect quotes show \(claim)")
    #expect((session.run(script, ScriptMode.runs.atPrompt).status == .success) == holds, "\(buffer.text)")
  }

  @Test func whatCannotBeRunIsCountedToo() throws {
    let script = """
      expect count articles = 5
      expect count articles = 6
      expect no frobnicate
      expect articles = "none.csv"
      expect quotes by Raisi show max(words), min(words) < 4
      articles | count
      """
    let outcome = try Self.run(script)
    #expect(outcome.errors.hasSuffix("quoth: 1 of 5 expectations failed, 3 could not be run\n"))
    // Another question is no correction.
    #expect(!outcome.errors.contains("expect count quotes by Raisi"), "\(outcome.errors)")
    let others = try Self.run("expect count articles = 5\nexpect no frobnicate\n")
    #expect(others.errors.hasSuffix("quoth: 1 of 2 expectations could not be run\n"))
  }
}
