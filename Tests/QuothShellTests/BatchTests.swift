//! The executable without a terminal: exit codes, what goes to which stream, and data that is no data.

import CPty
import Foundation
import Testing

/// One run: what is given, and what has to come of it.
private struct Case: Sendable, CustomTestStringConvertible {
  let arguments: [String]
  var input = ""
  var environment: [String: String] = [:]
  let status: Int32
  /// Standard output holds this; nil when it must be empty.
  var output: String?
  /// Standard error holds this; nil when it must be empty.
  var errors: String?

  var testDescription: String { arguments.joined(separator: " ") }
}

private let cases = [
  // Answers, on standard output alone.
  Case(
    arguments: ["query", "articles show id"], status: 0, output: "000_f5cdf9df635e613e", errors: "5 articles"),
  Case(
    arguments: ["query", "--format", "csv", "outlets show name"], status: 0, output: "name\r\n",
    errors: "outlets"),
  Case(
    arguments: ["query", "--format", "jsonl", "articles limit 1 show id"], status: 0,
    output: "{\"id\": \"000_", errors: "1 of 5"),
  Case(
    arguments: ["run", "-"], input: "articles show id; outlets show name\n", status: 0, output: "name",
    errors: "5 articles"),
  Case(arguments: [], input: "articles\nread 1\n", status: 0, output: "14ymedio", errors: "5 articles"),
  Case(arguments: [], input: "articles\nquit\nnonsense\n", status: 0, output: "000_", errors: "5 articles"),
  Case(arguments: ["--version"], status: 0, output: "quoth 0."),
  Case(arguments: ["--help"], status: 0, output: "Exit codes"),
  Case(arguments: ["run", "--help"], status: 0, output: "--keep-going"),
  // Errors, each with its exit code.
  Case(arguments: ["query", "quotes by Rasi"], status: 1, errors: "did you mean"),
  Case(arguments: ["query", "quotes where text ~ /(/"], status: 1, errors: "regular expression"),
  Case(
    arguments: ["run", "--check", "-"], input: "articles\nquotes where\n  text ~ /a(b/ limit 1\n", status: 1,
    errors: "stdin:3:14: error[bad-regex]"),
  Case(
    arguments: ["run", "-"], input: "# slow\nsentences where text ~ /(\\w+\\s*)+(\\w+\\s*)+[0-9]{9}/\n",
    status: 1, errors: "stdin:2:25: error[regex-too-costly]"),
  Case(
    arguments: ["run", "--keep-going", "-"], input: "why\narticles show id\n", status: 3, output: "000_",
    errors: "stdin:1:1: error[missing-row]"),
  Case(
    arguments: ["run", "--keep-going", "-"], input: "quotes were\narticles show id\n", status: 3,
    output: "000_", errors: "stdin:1:8: error[unknown-word]"),
  // A topic and a place, and both are meant.
  Case(arguments: ["run", "--check", "-"], input: "quotes about palestine\n", status: 0),
  Case(arguments: ["query", "why 1"], status: 1, errors: "no answer yet"),
  Case(arguments: ["query"], status: 2, errors: "query"),
  Case(arguments: ["query", "  "], status: 2, errors: "empty"),
  Case(arguments: ["query", "--format", "xml", "quotes"], status: 2, errors: "xml"),
  Case(arguments: ["--nonsense"], status: 2, errors: "quoth: unknown option '--nonsense'\nquoth --help"),
  Case(
    arguments: ["query", "quotes", "by", "Raisi"], status: 2, errors: "marks: quoth query 'quotes by Raisi'\n"
  ),
  Case(arguments: ["query", "quotes by Raisi", "articles"], status: 2, errors: "one query is taken"),
  Case(arguments: ["query", "--parm", "a=b", "articles"], status: 2, errors: "unknown option ‘--parm’"),
  Case(
    arguments: ["quotes", "by", "Raisi"], status: 2, errors: "is asked by quoth query 'quotes by Raisi'\n"),
  Case(arguments: ["quotes by Raisi"], status: 2, errors: "is asked by quoth query 'quotes by Raisi'\n"),
  Case(
    arguments: ["query", "--map", "foo=bar", "articles"], status: 2,
    errors: "there is no field ‘foo’; ours are id, text, title, outlet, author, date, url\n"),
  Case(arguments: ["query", "--map", "title", "articles"], status: 2, errors: "such as title=headline\n"),
  Case(
    arguments: ["query", "articles; history 0"], status: 1, output: "000_",
    errors: "1 statement or more, not 0"),
  // Names given from outside.
  Case(
    arguments: ["query", "--param", "who=Raisi", "quotes by $who | count"], status: 0, output: "29",
    errors: "2 repeats"),
  Case(
    arguments: ["query", "--param", "who=Castro", "let who = \"Raisi\"; quotes by $who | count"], status: 0,
    output: "2"),
  Case(arguments: ["query", "quotes by $who"], status: 1, errors: "--param who=… from outside"),
  Case(
    arguments: ["run", "--param", "wo=Raisi", "-"], input: "articles; let who = \"Raisi\"; quotes by $who",
    status: 2, errors: "quoth: the parameter ‘wo’ is never used as $wo; did you mean who?\n"),
  Case(
    arguments: ["query", "--param", "x=1", "articles"], status: 2, errors: "never used as $x; no name is\n"),
  // Expectations.
  Case(
    arguments: ["run", "-"], input: "expect count articles = 5\nexpect no articles where words = 0\n",
    status: 0,
    errors: "quoth: 2 expectations held\n"),
  Case(
    arguments: ["run", "-"], input: "expect count articles = 6\narticles\n", status: 1,
    errors: "stdin:1:23: error[failed-expectation]: expected = 6, found 5"),
  Case(
    arguments: ["run", "--keep-going", "-"],
    input: "expect count articles = 6\nexpect no outlets\nexpect count articles < 6\narticles show id\n",
    status: 1, output: "000_", errors: "quoth: 2 of 3 expectations failed\n"),
  Case(
    arguments: ["run", "-"],
    input: "expect no articles where words = 0 | count\nexpect no articles | count\n",
    status: 1, errors: "stdin:2:8: error[failed-expectation]: expected = 0, found 5"),
  Case(
    arguments: ["run", "--check", "-"], input: "expect count articles = 6\nexpect no articles | count\n",
    status: 0),
  Case(arguments: ["query", "qoutes by Raisi"], status: 3, errors: "quotes"),
  Case(arguments: ["query", "quotes where ("], status: 3, errors: "error["),
  Case(arguments: ["run", "no-such.query"], status: 4, errors: "no-such.query: No such file"),
  // Scripts stop at the first error, or do not.
  Case(
    arguments: ["run", "-"], input: "articles show id\nqoutes\noutlets show name\n", status: 3,
    output: "000_", errors: "stdin:2:1: error["),
  Case(
    arguments: ["run", "--keep-going", "-"], input: "quotes by Rasi\nqoutes\noutlets show name\n", status: 1,
    output: "name", errors: "stdin:2:1: error["),
  Case(arguments: ["run", "--check", "-"], input: "articles; quotes limit 1\n", status: 0),
  Case(
    arguments: ["run", "--check", "-"], input: "articles;\n\n  quotes by Rasi", status: 1,
    errors: "stdin:3:13:"),
  // Settings of a script.
  Case(
    arguments: ["run", "-"], input: "set format csv; set null NA; set rows 1\narticles show date, agency\n",
    status: 0, output: "date,agency\r\n2023-12-04,EFE\r\n", errors: "1 of 5 articles shown"),
  Case(
    arguments: ["run", "--check", "-"], input: "articles\nset formt csv\n", status: 1,
    errors: "stdin:2:1: error: there is no setting ‘formt’; did you mean format?"),
  Case(
    arguments: ["query", "set width=30; outlets show name"], status: 0, output: "14ymedio",
    errors: "2 outlets"),
  Case(
    arguments: ["query", "describe quotes.kind"], status: 0, output: "mixed      31  58 %",
    errors: "all values"),
  Case(arguments: ["query", "history"], status: 1, errors: "there is no past statement"),
  // The corpus comes from the environment, or from the executable's own surroundings.
  Case(
    arguments: ["query", "articles show id"], environment: ["QUOTH_CORPUS": "/no/such/place"], status: 4,
    errors: "/no/such/place: there is no such file or folder"),
  Case(
    arguments: ["query", "--corpus", "seeds/000_f5cdf9df635e613e.txt", "articles | count"], status: 0,
    output: "1"),
]

@Test(arguments: cases) private func runEndsAsItShould(_ run: Case) throws {
  let outcome = try Program.run(run.arguments, input: run.input, environment: run.environment)
  #expect(outcome.status == run.status)
  expect(outcome.output, holds: run.output)
  expect(outcome.errors, holds: run.errors)
  // No colours, no truncation where nobody sees them.
  #expect(!outcome.output.contains("\u{1B}") && !outcome.errors.contains("\u{1B}"))
}

private func expect(_ text: String, holds wanted: String?) {
  guard let wanted else { return #expect(text == "") }
  #expect(text.contains(wanted))
}

@Test(.enabled(if: Program.path.hasPrefix(Program.project), "the build lies outside the project"))
func corpusIsFoundFromAnyFolder() throws {
  let outcome = try Program.run(
    ["query", "articles show id"], environment: ["QUOTH_CORPUS": ""], folder: "/")
  #expect(outcome.status == 0)
  #expect(outcome.output.contains("000_f5cdf9df635e613e"))
}

@Test func offsetsOfStatementsAreBytesOfTheArticle() throws {
  let query =
    "statements with repeats show article, start, end, kind, text, cue, source, source_start, source_end, "
    + "speakers, confidence, rule, repeats"
  let outcome = try Program.run(["query", "--format", "jsonl", query])
  #expect(outcome.status == 0)
  var count = 0
  for line in outcome.output.split(separator: "\n") {
    let row = try #require(JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
    let article = try #require(row["article"] as? String)
    let bytes = try Data(contentsOf: URL(filePath: "\(Program.project)/seeds/\(article).txt"))
    func words(_ from: String, _ to: String) -> String? {
      guard let start = row[from] as? Int, let end = row[to] as? Int, start <= end, end <= bytes.count else {
        return nil
      }
      return String(decoding: bytes[start..<end], as: UTF8.self)
    }
    #expect(words("start", "end") == row["text"] as? String)
    #expect(words("source_start", "source_end") == row["source"] as? String)
    #expect(row["speakers"] is [String])
    count += 1
  }
  #expect(count > 40)
}

// MARK: Streams

@Test func aClosedPipeEndsQuietly() throws {
  var ends: [Int32] = [0, 0]
  #expect(pipe(&ends) == 0)
  let errors = try TemporaryFolder.shared.makeFolder() + "/errors"
  let input = open("/dev/null", O_RDONLY | O_CLOEXEC)
  let errorFile = open(errors, O_WRONLY | O_CREAT | O_CLOEXEC, 0o600)
  defer { for descriptor in [input, errorFile] { close(descriptor) } }
  let query = ["query", "--format", "json", "statements with repeats show text, sentence"]
  // Nobody reads from the first moment on.
  close(ends[0])
  let process = try Program.start(query, [:], Program.project, [input, ends[1], errorFile])
  close(ends[1])
  #expect(cpty_wait(process, 1) == 0)
  #expect(try !String(contentsOfFile: errors, encoding: .utf8).contains("ipe"))
}

@Test func aFullDiskIsToldOnce() throws {
  let outcome = try Program.run(["query", "articles"], output: "/dev/full")
  #expect(outcome.status == 4)
  #expect(outcome.errors.components(separatedBy: "No space left on device").count == 2)
}

/// Whatever is written: answers, help, what is generated, the results of tests.
@Test(arguments: [
  ["--help"], ["--version"], ["help", "run"], ["generate", "man"], ["query", "articles", "--format", "json"],
  ["test", "Scripts/queries"],
])
func aFullDiskIsToldWhateverIsWritten(_ arguments: [String]) throws {
  let outcome = try Program.run(arguments, output: "/dev/full")
  #expect(outcome.status == 4)
  #expect(outcome.errors.components(separatedBy: "No space left on device").count == 2, "\(outcome.errors)")
}

/// The next file that is opened must not take the place of a stream that is closed.
@Test func closedStreamsAreLeftAlone() throws {
  let folder = try TemporaryFolder.shared.makeFolder()
  func run(_ command: String) throws -> (Int32, String) {
    let process = Process()
    process.executableURL = URL(filePath: "/bin/sh")
    process.arguments = ["-c", "exec '\(Program.path)' \(command)"]
    process.environment = Program.environment()
    let errors = Pipe()
    process.standardError = errors
    process.standardOutput = FileHandle.nullDevice
    try process.run()
    let told = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    return (process.terminationStatus, told)
  }
  let (status, told) = try run("query 'outlets; outlets > \"\(folder)/a.csv\"' >&-")
  #expect(status == 4 && told.contains("quoth: standard output: Bad file descriptor"), "\(told)")
  #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == [])
  #expect(try run("<&-") == (4, "quoth: stdin: Bad file descriptor\n"))
  #expect(try run("query 'outlets > \"\(folder)/b.csv\"' <&- >&- 2>&-").0 == 0)
  #expect(try String(contentsOfFile: folder + "/b.csv", encoding: .utf8).contains("\r\nname,articles"))
}

@Test func anInterruptEndsWithItsOwnCode() throws {
  let folder = try TemporaryFolder.shared.makeFolder()
  // Nobody ever writes to it, so that the program waits.
  #expect(mkfifo(folder + "/never.txt", 0o600) == 0)
  let nothing = open("/dev/null", O_RDWR | O_CLOEXEC)
  defer { close(nothing) }
  let process = try Program.start(
    ["query", "--corpus", folder + "/never.txt", "articles"], [:], folder, [nothing, nothing, nothing])
  // Before it watches signals it is ended by one, which is not what is tested here.
  usleep(300_000)
  kill(process, SIGINT)
  #expect(cpty_wait(process, 1) == 130)
}

@Test func topicsOfAFileComeBesideTheOthers() throws {
  let content = Data("visits\t-\tvisit*, delegation\nbad line\n".utf8)
  let file = try TemporaryFolder.shared.file("topics.tsv", content)
  let outcome = try Program.run(["query", "--topics", file, "topics where name = visits or name = sanctions"])
  #expect(outcome.status == 0)
  #expect(outcome.output.contains("visits") && outcome.output.contains("sanctions"))
  #expect(outcome.errors.contains("topics.tsv:2: no topic"))
  #expect(!outcome.errors.contains("left out"))
  let missing = try Program.run(["query", "--topics", "/no/such.tsv", "topics"])
  #expect(missing.status == 4)
}

// MARK: Data

/// Content of a file, and what is said of it. The file goes beside a good one, and alone.
private let badFiles: [(name: String, content: Data, complaint: String)] = [
  ("invalid.txt", Data([0x68, 0x69, 0xFF, 0xFE, 0x0A]), "UTF-8"),
  ("empty.txt", Data(), "empty"),
  ("blank.txt", Data(" \n\n \t\n".utf8), "empty"),
  ("binary.txt", Data((0..<4096).map { UInt8($0 % 7 == 0 ? 0 : $0 % 251) }), "binary"),
  ("broken.jsonl", Data("{\"text\": \"unfinished\n".utf8), "broken.jsonl:1"),
  ("array.jsonl", Data("[1, 2]\n".utf8), "array.jsonl:1"),
  ("textless.jsonl", Data("{\"id\": \"x\"}\n".utf8), "textless.jsonl:1"),
  ("notes.pdf", Data("%PDF".utf8), "not a file of articles"),
]

@Test func badDataIsNamedAndLeftOut() throws {
  let good = try Data(contentsOf: URL(filePath: Program.project + "/seeds/000_f5cdf9df635e613e.txt"))
  for bad in badFiles {
    let path = try TemporaryFolder.shared.file(bad.name, bad.content)
    let alone = try Program.run(["query", "--corpus", path, "articles | count"])
    #expect(alone.status == 4, "\(bad.name): \(alone.errors)")
    #expect(
      alone.errors.contains(bad.name) && alone.errors.contains(bad.complaint), "\(bad.name): \(alone.errors)")
    #expect(alone.output == "")
    let company = try TemporaryFolder.shared.file("good.txt", good)
    let both = try Program.run(["query", "--corpus", path, "--corpus", company, "articles | count"])
    #expect(both.status == 0, "\(bad.name): \(both.errors)")
    #expect(both.errors.contains(bad.complaint), "\(bad.name): \(both.errors)")
    #expect(both.output.contains("1"))
  }
}

@Test func pipesAndOpenFilesAreRead() throws {
  let contents = [
    "{\"id\": \"r\", \"text\": \"Ann Lee said: “We agree.”\"}\n", "A title\n\nAnn Lee said: “We agree.”\n",
  ]
  for content in contents {
    let fed = try Program.run(["query", "--corpus", "/dev/stdin", "quotes show text"], input: content)
    #expect(fed.status == 0 && fed.output.contains("We agree."), "\(fed.errors)")
    let pipe = try TemporaryFolder.shared.makeFolder() + "/pipe"
    #expect(mkfifo(pipe, 0o600) == 0)
    // Opened both ways, so that it does not wait for a reader, and is not yet at its end.
    let writer = open(pipe, O_RDWR | O_CLOEXEC)
    _ = content.utf8.withContiguousStorageIfAvailable { write(writer, $0.baseAddress, $0.count) }
    let closing = Thread {
      usleep(500_000)
      close(writer)
    }
    closing.start()
    let read = try Program.run(["query", "--corpus", pipe, "quotes show text"])
    #expect(read.status == 0 && read.output.contains("We agree."), "\(read.errors)")
  }
  let device = try Program.run(["query", "--corpus", "/dev/null", "quotes"])
  #expect(device.status == 4)
  #expect(device.errors.contains("not a file of articles: quoth reads .txt"))
}

@Test func oneLongLineIsNoTrouble() throws {
  let sentence = "The minister said, “We shall see.” Nothing came of it. "
  let line = Data(String(repeating: sentence, count: 10_000_000 / sentence.utf8.count).utf8)
  for content in [line, Data(repeating: UInt8(ascii: "a"), count: 10_000_000)] {
    let path = try TemporaryFolder.shared.file("long.txt", content)
    let outcome = try Program.run(["query", "--corpus", path, "articles | count"])
    #expect(outcome.status == 0 || outcome.status == 4)
    if outcome.status == 4 { #expect(outcome.errors.contains("long.txt")) }
  }
}

@Test func foldersAreReadThroughAndEmptyOnesNamed() throws {
  let folder = try TemporaryFolder.shared.makeFolder()
  let empty = try Program.run(["query", "--corpus", folder, "articles"])
  #expect(empty.status == 4)
  #expect(empty.errors.contains("the folder holds no articles: quoth reads .txt"))
  // A link back up must not be followed for ever, nor a pipe waited for.
  try FileManager.default.createDirectory(atPath: folder + "/in/ner", withIntermediateDirectories: true)
  try FileManager.default.createSymbolicLink(atPath: folder + "/in/ner/up", withDestinationPath: folder)
  #expect(mkfifo(folder + "/in/pipe.txt", 0o600) == 0)
  let records =
    #"{"id": "a", "text": "Ann Lee said: “We agree.”", "date": "2024-02-03"}"# + "\n\n"
    + #"{"id": "b", "text": "“We do not,” said Bo Ek.", "publisher": "The Post"}"# + "\n"
  try records.write(toFile: folder + "/in/ner/two.ndjson", atomically: true, encoding: .utf8)
  let outcome = try Program.run([
    "query", "--corpus", folder, "--format", "tsv", "articles show id, date, outlet",
  ])
  #expect(outcome.status == 0, "\(outcome.errors)")
  #expect(outcome.output.contains("a\t2024-02-03\t"))
  #expect(outcome.output.contains("b\t\tThe Post"))
}
