//! What can be done with files of queries without running them: `check` and `format`.

import ArgumentParser
import CTerminal
import Glibc
import QuothRender
import QuothShell

/// Files of queries checked against the corpus.
struct Check: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Check files of queries against the articles without running them.",
    discussion: "Tells all errors, each with its file, line and column. Runs nothing and writes no file.")

  @OptionGroup var options: CorpusOptions

  @Argument(help: "Files of queries; - is standard input.", completion: .file(extensions: ["query"]))
  var files: [String]

  func run() throws {
    try Launch.finish(options.launch(.table).runScripts(files, .checks))
  }
}

/// Files of queries in canonical form.
struct Format: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "format",
    abstract: "Rewrite files of queries in canonical form.",
    discussion: """
      Keywords in small letters, single blanks, one statement a line; statements longer than 80 columns are broken \
      before their clauses. Comments stay where they are. A file with errors is left as it is.
      """)

  @Flag(help: "Only tell which files would change; the exit code is 1 if any would.")
  var check = false

  @Argument(
    help: "Files of queries; - is standard input, whose form goes to standard output.",
    completion: .file(extensions: ["query"]))
  var files: [String]

  func run() throws {
    let results = DescriptorSink(STDOUT_FILENO)
    let messages = DescriptorSink(STDERR_FILENO)
    let runner = FormatRunner(
      results: results, messages: messages, style: Surroundings().coloursMessages ? .ansi : .plain,
      mode: check ? .check : .rewrite)
    var status = runner.run(files)
    messages.flush()
    if StandardStreams.finish(results) != .success { status = .data }
    try Launch.finish(status)
  }
}
