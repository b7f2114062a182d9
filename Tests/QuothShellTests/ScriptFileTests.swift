//! `quoth format`, `quoth check` and `--param`, as a command line would run them.

import Foundation
import QuothQuery
import Testing

@testable import QuothShell

/// A script that is not in canonical form, and its form.
private let rough = "#!/usr/bin/env -S quoth run\nQUOTES  by Raisi;articles # all\n"
private let neat = "#!/usr/bin/env -S quoth run\nquotes by Raisi\narticles  # all\n"

private func text(of path: String) throws -> String { try String(contentsOfFile: path, encoding: .utf8) }

// MARK: format

@Test func filesAreRewrittenWhole() throws {
  let path = try TemporaryFolder.shared.file("a.query", Data(rough.utf8))
  let folder = URL(filePath: path).deletingLastPathComponent().path
  chmod(path, 0o751)
  let link = folder + "/link.query"
  try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: "a.query")
  let outcome = try Program.run(["format", link])
  #expect(outcome.status == 0 && outcome.output == "" && outcome.errors == "")
  #expect(try text(of: path) == neat)
  // A script stays a script, and a link a link.
  let permissions = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
  #expect(permissions == 0o751)
  #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link) == "a.query")
  #expect(try FileManager.default.contentsOfDirectory(atPath: folder).sorted() == ["a.query", "link.query"])
  let before = try FileManager.default.attributesOfItem(atPath: path)[.systemFileNumber] as? Int
  #expect(try Program.run(["format", path]).status == 0)
  let after = try FileManager.default.attributesOfItem(atPath: path)[.systemFileNumber] as? Int
  #expect(before == after, "a file in canonical form is not touched")
}

@Test func checkingTellsWhatWouldChange() throws {
  let (first, second) = (
    try TemporaryFolder.shared.file("rough.query", Data(rough.utf8)),
    try TemporaryFolder.shared.file("neat.query", Data(neat.utf8))
  )
  let outcome = try Program.run(["format", "--check", first, second, "-"], input: rough)
  #expect(outcome.status == 1)
  #expect(outcome.output == "\(first)\nstdin\n")
  #expect(try text(of: first) == rough)
  #expect(try Program.run(["format", "--check", second, "-"], input: neat).status == 0)
}

@Test func standardInputGoesToStandardOutput() throws {
  let outcome = try Program.run(["format", "-"], input: rough)
  #expect(outcome.status == 0 && outcome.output == neat && outcome.errors == "")
  let wrong = try Program.run(["format", "-"], input: "articles\nquotes were\n")
  #expect(wrong.status == 3 && wrong.output == "")
  #expect(wrong.errors.contains("stdin:2:8: error[unknown-word]"))
}

@Test(arguments: [["run"], ["check"], ["format"], ["format", "--check"]])
func standardInputIsReadOnce(_ command: [String]) throws {
  let good = try TemporaryFolder.shared.file("good.query", Data(rough.utf8))
  let outcome = try Program.run(command + ["-", good, "-"], input: neat)
  #expect(outcome.status == 2 && outcome.output == "")
  #expect(outcome.errors == "quoth: - is given more than once; standard input can be read only once\n")
  #expect(try text(of: good) == rough)
}

/// Reading standard input leaves it open for whoever comes after.
@Test func standardInputStaysOpen() {
  do { _ = DescriptorSource() }
  #expect(fcntl(STDIN_FILENO, F_GETFD) >= 0)
}

/// A long statement that stays open is looked at a few times, not each time that more of it comes.
@Test(.timeLimit(.minutes(4))) func aLongOpenStatementIsReadInTime() throws {
  let terms = String(repeating: "  text = \"words of an article\" or\n", count: 60_000)
  let script = "quotes where (\n" + terms + "  text = a)\narticles\n"
  let path = try TemporaryFolder.shared.file("long.query", Data(script.utf8))
  let descriptor = open(path, O_RDONLY | O_CLOEXEC)
  defer { close(descriptor) }
  let stream = StatementStream(descriptor: descriptor, isCancelled: { false })
  var read = 0
  while case .script(let script) = stream.next() { read += script.text.bytes.count }
  #expect(read == script.utf8.count)
}

@Test func filesThatCannotBeFormattedAreLeft() throws {
  let wrong = try TemporaryFolder.shared.file("wrong.query", Data("QUOTES were\n".utf8))
  let binary = try TemporaryFolder.shared.file("binary.query", Data([0x23, 0xFF, 0x0A, 0x51]))
  let good = try TemporaryFolder.shared.file("good.query", Data(rough.utf8))
  let outcome = try Program.run(["format", wrong, binary, "/no/such.query", good])
  #expect(outcome.status == 3, "the first failure")
  #expect(outcome.errors.contains("wrong.query:1:8: error[unknown-word]"))
  #expect(outcome.errors.contains("binary.query: it is not UTF-8 text"))
  #expect(outcome.errors.contains("/no/such.query: No such file"))
  #expect(try text(of: wrong) == "QUOTES were\n")
  #expect(try text(of: good) == neat, "the others are formatted")
  #expect(try Program.run(["format", binary]).status == 4)
  #expect(try Program.run(["format"]).status == 2)
  let full = try Program.run(["format", "-"], input: rough, output: "/dev/full")
  #expect(full.status == 4)
  #expect(full.errors.contains("No space left on device"))
}

// MARK: check

@Test func checkTellsAllErrorsAndRunsNothing() throws {
  let folder = try TemporaryFolder.shared.makeFolder()
  let script = """
    let hostile = quotes about sanctions
    $hostile by Rasi
    quotes were
    $hostile > "\(folder)/answer.csv"
    it | sample 3
    quotes > "\(folder)/answer.nothing"

    """
  for arguments in [["check", "-"], ["run", "--check", "-"]] {
    let outcome = try Program.run(arguments, input: script)
    #expect(outcome.status == 1, "the first error")
    #expect(outcome.output == "")
    #expect(outcome.errors.contains("stdin:2:13: error[unknown-name]"))
    #expect(outcome.errors.contains("stdin:3:8: error[unknown-word]"))
    #expect(outcome.errors.contains("stdin:6:8: error: the ending of"))
    #expect(outcome.errors.components(separatedBy: "error").count == 4)
  }
  #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == [])
  let right = try Program.run(
    ["check", "-"], input: "let a = quotes\n$a union $a; it | read; help; read 1\n")
  #expect(right.status == 0 && right.output == "" && right.errors == "")
  #expect(try Program.run(["check", "-"], input: "quotes were\n").status == 3)
  #expect(try Program.run(["check", "--corpus", "/no/such", "-"], input: "quotes\n").status == 4)
}

// MARK: parameters

@Test func parametersStandForText() throws {
  let query = "quotes by $who where topic = $about | count"
  let outcome = try Program.run(["query", "--param", "who=Raisi", "--param", "about=sanctions", query])
  #expect(outcome.status == 0 && outcome.output.contains("5"))
  let sign = try Program.run(["query", "--param", "x=a=b", "articles where title = $x | count"])
  #expect(sign.status == 0 && sign.output.contains("0"))
  let empty = try Program.run(["check", "--param", "x=", "-"], input: "articles where title = $x\n")
  #expect(empty.status == 0)
}

@Test(arguments: [
  (["--param", "who=Raisi", "--param", "who=Castro"], 2, "the parameter ‘who’ is given twice"),
  (["--param", "who"], 2, "‘who’ is no parameter; write it as --param name=value"),
  (["--param", "=Raisi"], 2, "‘=Raisi’ is no parameter"),
  (["--param", "the who=Raisi"], 2, "‘the who=Raisi’ is no parameter"),
  (["--param"], 2, "--param"),
  (["--param", "what=Raisi"], 2, "is never used as $what; those are $who"),
  ([], 1, "error[unknown-variable]"),
])
func parametersAreCheckedFirst(_ given: ([String], Int32, String)) throws {
  let outcome = try Program.run(["query"] + given.0 + ["quotes by $who"])
  #expect(outcome.status == given.1)
  #expect(outcome.output == "")
  #expect(outcome.errors.contains(given.2))
}
