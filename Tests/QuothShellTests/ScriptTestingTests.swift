//! `quoth test`: what passes, what does not and how that is told, and what --update stores.

import Foundation
import Testing

@testable import QuothShell

/// A folder with these files.
private func folder(_ files: KeyValuePairs<String, String>) throws -> String {
  let folder = try TemporaryFolder.shared.makeFolder()
  for (name, text) in files {
    let file = URL(filePath: folder + "/" + name)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try text.write(to: file, atomically: true, encoding: .utf8)
  }
  return folder
}

private func text(_ path: String) throws -> String { try String(contentsOfFile: path, encoding: .utf8) }

@Test func answersAreStoredAndComparedAgain() throws {
  let script = """
    # test: --param who=Raisi
    outlets show name > "names.csv"
    expect count quotes by $who > 20
    set rows 1
    quotes by $who show
      words

    """
  let folder = try folder(["who.query": script, "sub/a.query": "# test: --status 3\nqoutes\n"])
  let first = try Program.run(["test", folder])
  #expect(first.status == 1)
  #expect(first.output.contains("not ok 2 - who.query\n  ---\n  message: \"it has no stored answers yet;"))
  let update = try Program.run(["test", "--update", folder])
  #expect(update.status == 0 && update.errors.contains("\(folder)/who.answers is written anew\n"))
  #expect(
    try text(folder + "/who.answers") == """
      quoth> outlets show name > "names.csv"
      name
      14ymedio
      Tasnim
      for names.csv

      quoth> expect count quotes by $who > 20

      quoth> set rows 1

      quoth> quotes by $who show
        words
      #  words
      ─  ─────
      1     23
      1 of 29 quotes shown · 2 repeats left out: add ‘with repeats’ · ‘set rows all’ shows them all
      quoth: 1 expectation held

      """)
  #expect(
    try text(folder + "/sub/a.answers").hasPrefix("quoth> qoutes\nsub/a.query:2:1: error[unknown-word]"))
  let again = try Program.run(["test", folder])
  #expect(again.status == 0 && again.output == "TAP version 14\n1..2\nok 1 - sub/a.query\nok 2 - who.query\n")
  #expect(again.errors == "quoth: 2 scripts tested, none failed\n")
  // As it comes out of some version controls.
  let stored = try text(folder + "/who.answers")
  try stored.replacing("\n", with: "\r\n").write(
    toFile: folder + "/who.answers", atomically: true, encoding: .utf8)
  #expect(try Program.run(["test", folder + "/who.query"]).status == 0)
  #expect(!FileManager.default.fileExists(atPath: Program.project + "/names.csv"))
}

@Test func whatDiffersIsLocatedAndShown() throws {
  let folder = try folder([
    "a.query": "outlets show name, articles\n", "a.answers": "quoth> outlets show name, articles\nnothing\n",
  ])
  let outcome = try Program.run(["test", folder, "--junit", folder + "/results.xml"])
  #expect(outcome.status == 1)
  #expect(
    outcome.output == """
      TAP version 14
      1..1
      not ok 1 - a.query
        ---
        message: "its answers differ from those stored"
        at: "a.answers:2"
        diff: |2
          --- a.answers
          +++ a.query
          @@ -1,2 +1,6 @@
           quoth> outlets show name, articles
          -nothing
          +#  name      articles
          +─  ────────  ────────
          +1  14ymedio         1
          +2  Tasnim           1
          +2 outlets
        ...

      """)
  let results = try text(folder + "/results.xml")
  #expect(results.contains("<testsuites tests=\"1\" failures=\"1\" errors=\"0\">"))
  #expect(
    results.contains("<failure message=\"a.answers:2: its answers differ from those stored\">--- a.answers\n")
  )
  #expect(results.contains("quoth&gt; outlets"))
  let junit = try Program.run(["test", folder, "--format", "junit"])
  #expect(junit.output == results)
}

@Test(arguments: [
  ("quotes by Rasi\n", "it ended with exit code 1, not 0"),
  ("expect no outlets\n", "it ended with exit code 1, not 0"),
  ("# test: --status 1\noutlets\n", "it ended with exit code 0, not 1"),
  ("# test: --stats 1\noutlets\n", "‘--stats’ is no option here"),
  ("# test: --status 9\noutlets\n", "‘9’ is no exit code of quoth"),
  ("# test: --format xml\noutlets\n", "there is no format ‘xml’; there are table,"),
  ("# test: --param\noutlets\n", "a value is missing after --param"),
  ("# test: --param x=1\noutlets\n", "the parameter ‘x’ is never used"),
  ("# test: --corpus /no/such\noutlets\n", "its articles cannot be read"),
])
func aScriptThatCannotPassIsTold(_ script: String, _ message: String) throws {
  let folder = try folder(["a.query": script, "a.answers": "x\n"])
  for arguments in [["test", folder], ["test", "--update", folder]] {
    let outcome = try Program.run(arguments)
    #expect(outcome.status == 1)
    #expect(
      outcome.output.contains("not ok 1 - a.query\n  ---\n  message: \"\(message)"), "\(outcome.output)")
    #expect(try text(folder + "/a.answers") == "x\n")
  }
}

@Test func articlesAreChosenByFolderScriptAndOption() throws {
  let one = "../seeds/000_f5cdf9df635e613e.txt"
  let folder = try folder([
    "tests/test.options": "# The seeds.\n--corpus ../seeds --format tsv\n",
    "tests/a.query": "articles | count\n",
    "tests/b.query": "# test: --corpus \"\(one)\"\n\n# Two of them.\narticles | count\n",
  ])
  try FileManager.default.createSymbolicLink(
    atPath: folder + "/seeds", withDestinationPath: Program.project + "/seeds")
  #expect(try Program.run(["test", "--update", folder], environment: ["QUOTH_CORPUS": "/no"]).status == 0)
  #expect(try text(folder + "/tests/a.answers") == "quoth> articles | count\ncount\n5\n")
  let other = try Program.run(["test", folder, "--corpus", folder + "/seeds/000_f5cdf9df635e613e.txt"])
  #expect(other.output.contains("-5\n    +1\n"))
}

@Test func whatIsNoTestIsRefused() throws {
  let folder = try folder(["a.txt": "", "b/lost.answers": "", "b/c.query": "outlets"])
  for (path, message) in [
    (folder + "/none", "No such file"), (folder + "/a.txt", "has a name that ends in .query"),
    (folder + "/b/none", "No such file"),
  ] {
    let outcome = try Program.run(["test", path])
    #expect(
      outcome.status == 4 && outcome.output == "" && outcome.errors.contains(message), "\(outcome.errors)")
  }
  let lost = try Program.run(["test", folder])
  #expect(
    lost.output.contains("not ok 2 - b/lost.query\n  ---\n  message: \"there are answers of this script"))
  let unwritable = try Program.run(["test", folder, "--junit", "/no/such/file.xml"])
  #expect(unwritable.status == 4 && unwritable.errors.contains("/no/such/file.xml cannot be written"))
  #expect(try Program.run(["test", folder], output: "/dev/full").status == 4)
}

@Test(arguments: [
  ("a\n", "a\n", []), ("", "a\n", ["@@ -0,0 +1 @@", "+a"]), ("a\n", "", ["@@ -1 +0,0 @@", "-a"]),
  ("a\nb\nc\n", "a\nx\nc\n", ["@@ -1,3 +1,3 @@", " a", "-b", "+x", " c"]),
  ("a", "a\n", ["@@ -1,2 +1 @@", " a", "-\\ no line break at the end"]),
  (
    "1\n2\n3\n4\n5\n6\n7\n8\n9\n10\n11\n12\n", "0\n2\n3\n4\n5\n6\n7\n8\n9\n10\n11\n",
    [
      "@@ -1,4 +1,4 @@", "-1", "+0", " 2", " 3", " 4", "@@ -9,4 +9,3 @@", " 9", " 10", " 11", "-12",
    ]
  ),
])
func differencesAreUnified(_ old: String, _ new: String, _ expected: [String]) {
  #expect(LineDifference(from: old, to: new)?.lines ?? [] == expected)
}
