//! Scripts within sessions, sessions as scripts, and statements that arrive one by one.

import CPty
import Foundation
import QuothRender
import Testing

@testable import QuothShell

private func run(_ text: String, in session: Session, named name: String? = nil) -> Ending {
  session.run(Script(name: name, text: text), .runs)
}

@Test func aScriptRunsWithinASession() throws {
  let folder = try TemporaryFolder.shared.makeFolder()
  try "source inner.query\noutlets | count\n".write(
    toFile: folder + "/outer.query", atomically: true, encoding: .utf8)
  try "articles | count\n\n  quotes by Rasi\nquotes\n".write(
    toFile: folder + "/inner.query", atomically: true, encoding: .utf8)
  let (session, buffer) = try Seeds.session(columns: 80)
  #expect(run("source \(folder)/outer.query", in: session).status == .queryError)
  // From the folder of the script that names it, up to the first error.
  #expect(buffer.text.contains("1      5"))
  #expect(buffer.text.contains("/inner.query:3:13: error[unknown-name]"))
  #expect(!buffer.text.contains("outlets"))
}

@Test func scriptsThatNameThemselvesEnd() throws {
  let folder = try TemporaryFolder.shared.makeFolder()
  try "source self.query\n".write(toFile: folder + "/self.query", atomically: true, encoding: .utf8)
  let (session, buffer) = try Seeds.session(columns: nil)
  #expect(run("source \(folder)/self.query", in: session).status == .queryError)
  #expect(buffer.text.contains("self.query:1:1: error: 16 scripts name one another"))
  #expect(buffer.text.split(separator: "\n").count == 1)
}

@Test func aCheckFollowsSourceAndSettings() throws {
  let folder = try TemporaryFolder.shared.makeFolder()
  try "quotes by Rasi\n".write(toFile: folder + "/inner.query", atomically: true, encoding: .utf8)
  let script = try TemporaryFolder.shared.file(
    "a.query", Data("source \(folder)/inner.query\nset nul x\n".utf8))
  let checked = try Program.run(["run", "--check", "--keep-going", script])
  #expect(checked.status == 1)
  #expect(checked.output == "")
  #expect(
    checked.errors.contains("inner.query:1:11")
      && checked.errors.contains("a.query:2:1: error: there is no setting"))
}

@Test func whatIsNoFileIsNotWaitedFor() throws {
  let folder = try TemporaryFolder.shared.makeFolder()
  #expect(mkfifo(folder + "/pipe", 0o600) == 0)
  let (session, buffer) = try Seeds.session(columns: nil)
  for path in ["/dev/zero", "/dev/tty", folder, folder + "/pipe"] {
    #expect(run("source \(path)", in: session).status == .data)
    #expect(buffer.take().contains("\(path): it is no ordinary file"))
  }
}

@Test func quitInAScriptLeavesTheSession() throws {
  let file = try TemporaryFolder.shared.file("a.query", Data("outlets | count\nquit\nnonsense\n".utf8))
  let (session, _) = try Seeds.session(columns: 80)
  let ending = run("source \(file); articles", in: session)
  #expect(ending.leaves && ending.status == .success)
}

@Test func aSavedSessionRunsAgain() throws {
  let folder = try TemporaryFolder.shared.makeFolder()
  let (session, buffer) = try Seeds.session(columns: 80)
  for statement in [
    "outlets show name", "nonsense", "quotes where (\n  words > 30\n) show id", "help", "set rows 1",
    "articles; quotes by Rasi", "why 1", "set timing on", "set timing off", "set format",
    "explain outlets", "describe", "history",
  ] {
    _ = run(statement, in: session)
  }
  _ = buffer.take()
  #expect(run("save session as \(folder)/a.query", in: session).status == .success)
  #expect(buffer.take() == "4 statements in \(folder)/a.query\n\n")
  let saved = try String(contentsOfFile: folder + "/a.query", encoding: .utf8)
  #expect(
    saved.split(separator: "\n", omittingEmptySubsequences: false).dropFirst(2).joined(separator: "\n") == """

      # On other articles, what follows would give other figures.
      expect count articles = 5

      outlets show name
      # 2 outlets

      quotes where (
        words > 30
      ) show id
      # 1 quote

      set rows 1

      articles
      # 5 articles

      """)
  let again = try Program.run(["run", folder + "/a.query"])
  #expect(again.status == 0, "\(again.errors)")
  // Never over another file unless that is said.
  #expect(run("save session as \(folder)/a.query", in: session).status == .data)
  // Where lines end depends on the length of the path.
  let message = buffer.text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  #expect(message.contains("there is such a file already; ‘replace’ after the name writes over it"))
  #expect(run("save session as \(folder)/a.query replace", in: session).status == .success)
  _ = buffer.take()
  #expect(run("save session as \(folder)/none/a.query", in: session).status == .data)
  #expect(buffer.text.contains("No such file") && !buffer.text.contains("replace"))
  #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["a.query"])
}

/// A script knows its articles, and does not give the figures of others.
@Test func aSavedSessionFindsItsArticles() throws {
  let folder = try TemporaryFolder.shared.makeFolder() + "/it's a \\ $HOME #1 folder"
  try FileManager.default.copyItem(atPath: Program.project + "/seeds", toPath: folder)
  let (session, _) = try Seeds.session(columns: 80)
  _ = run("outlets show name", in: session)
  session.articleArguments = [SavedArgument(option: "--corpus", path: "seeds")]
  let file = folder + "/a.query"
  #expect(run("save session as \"\(file)\"", in: session).status == .success)
  let near = try String(contentsOfFile: file, encoding: .utf8)
  #expect(near.hasPrefix("#!/usr/bin/env -S quoth run --corpus \(Program.project)/seeds\n"))
  session.articleArguments = [SavedArgument(option: "--corpus", path: folder)]
  #expect(run("save session as \"\(file)\" replace", in: session).status == .success)
  // As the system starts it, from anywhere.
  try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: file)
  let process = Process()
  process.executableURL = URL(filePath: file)
  process.currentDirectoryURL = URL(filePath: "/")
  let binaries = URL(filePath: Program.path).deletingLastPathComponent().path
  process.environment = Program.environment([
    "PATH": binaries + ":/usr/bin:/bin", "QUOTH_CORPUS": "/proc/none",
  ])
  let (output, errors) = (Pipe(), Pipe())
  (process.standardOutput, process.standardError) = (output, errors)
  try process.run()
  let results = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
  let told = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
  process.waitUntilExit()
  #expect(process.terminationStatus == 0 && told.contains("1 expectation held"), "\(told)")
  #expect(results.contains("14ymedio"))
  // Other articles are noticed.
  let other = try TemporaryFolder.shared.file("other.txt", Data("One\n\nA text.\n".utf8))
  let outcome = try Program.run(["run", "--corpus", other, file])
  #expect(outcome.status == 1 && outcome.output.isEmpty, "\(outcome.output)\(outcome.errors)")
}

@Test(arguments: [
  ("/news/a-b_c.csv", "/news/a-b_c.csv"), ("/my news", "'/my news'"), ("/it's", "'/it\\'s'"),
  ("/a\\b", "'/a\\\\b'"),
  ("/$HOME", "'/$HOME'"), ("/é", "'/é'"),
])
func pathsAreWrittenAsEnvReadsThem(_ path: String, _ written: String) {
  #expect(SavedScript.quoted(path) == written)
}

@Test func aFirstLineThatIsTooLongIsNotCut() {
  let long = "/" + String(repeating: "x", count: 300)
  let script = SavedScript(articles: 1, arguments: [SavedArgument(option: "--corpus", path: long)]).text(
    of: SessionLog())
  #expect(script.hasPrefix("#!/usr/bin/env -S quoth run\n# To be run as quoth run --corpus /x"))
  #expect(
    SavedScript(articles: 1, arguments: []).text(of: SessionLog()).hasPrefix("#!/usr/bin/env -S quoth run\n"))
}

// MARK: Statements that arrive

/// The program without a terminal, asked through a pipe.
private final class Conversation {
  private var input: [Int32] = [0, 0]
  private var output: [Int32] = [0, 0]
  private let process: pid_t
  private let errorPath: String

  init() throws {
    errorPath = try TemporaryFolder.shared.makeFolder() + "/errors"
    pipe(&input)
    pipe(&output)
    for descriptor in [input[1], output[0]] { _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC) }
    let errors = open(errorPath, O_WRONLY | O_CREAT | O_CLOEXEC, 0o600)
    process = try Program.start([], [:], Program.project, [input[0], output[1], errors])
    for descriptor in [input[0], output[1], errors] { close(descriptor) }
  }

  deinit { for descriptor in [input[1], output[0]] where descriptor >= 0 { close(descriptor) } }

  func say(_ text: String) {
    let bytes = Array(text.utf8)
    _ = write(input[1], bytes, bytes.count)
  }

  /// What comes until this does.
  func expect(_ text: String, _ place: SourceLocation = #_sourceLocation) {
    var seen = ""
    let limit = Date(timeIntervalSinceNow: 10)
    while !seen.contains(text), Date() < limit {
      var request = pollfd(fd: output[0], events: Int16(POLLIN), revents: 0)
      guard poll(&request, 1, 100) > 0 else { continue }
      var chunk = [UInt8](repeating: 0, count: 4096)
      let count = read(output[0], &chunk, chunk.count)
      guard count > 0 else { break }
      seen += String(decoding: chunk[..<count], as: UTF8.self)
    }
    #expect(seen.contains(text), sourceLocation: place)
  }

  /// The exit code once nothing more is said, and what went to standard error.
  func end() throws -> (Int32, String) {
    close(input[1])
    input[1] = -1
    return (cpty_wait(process, 1), try String(contentsOfFile: errorPath, encoding: .utf8))
  }
}

@Test func statementsRunAsTheyArrive() throws {
  let conversation = try Conversation()
  conversation.say("outlets | count\n")
  conversation.expect("2\n")
  conversation.say("quotes where (\n")
  conversation.say("words > 30")
  conversation.say("\n) | count;\n# a note\n")
  conversation.expect("1\n")
  // Both at once: the second line goes on with the first.
  conversation.say("articles show id\n  limit 1\n")
  conversation.expect("000_f5cdf9df635e613e\n")
  conversation.say("quit\n")
  let (status, errors) = try conversation.end()
  #expect(status == 0, "\(errors)")
}

@Test func aLineThatComesTooLateIsAnError() throws {
  let conversation = try Conversation()
  conversation.say("\narticles show id\n")
  conversation.expect("004_0e01c878315fa4e7\n")
  conversation.say("  limit 1\n")
  let (status, errors) = try conversation.end()
  #expect(status == 3)
  #expect(errors.contains("stdin:3:1: this line goes on with a statement that has run already"))
}

@Test(arguments: [
  "stdin:3:11: error[unknown-name]": "outlets | count\n\nquotes by Rasi\n", "stdin:2:1": "# x\nqoutes",
])
func errorsOfAStreamNameTheirLine(_ place: String, _ input: String) throws {
  let outcome = try Program.run([], input: input)
  #expect(outcome.status != 0 && outcome.errors.contains(place), "\(outcome.errors)")
}

@Test func manyStatementsAtOnceAreNotWaitedFor() throws {
  let start = Date()
  let outcome = try Program.run([], input: String(repeating: "outlets | count\n", count: 5_000) + "quit")
  #expect(outcome.status == 0)
  #expect(outcome.output.split(separator: "\n").count == 15_000)
  #expect(Date().timeIntervalSince(start) < 20)
}
