//! `quoth test`: scripts compared with their stored answers.

public import ArgumentParser
public import QuothShell

extension TestFormat: ExpressibleByArgument {}

/// Tests the scripts of folders.
struct Test: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "test",
    abstract: "Run scripts and compare what they give with stored answers.",
    discussion: """
      Beside weekly.query lies weekly.answers: each statement, and below it its answer and what is said of it. A script \
      passes when it gives that again, and ends with success. --update stores what it gives; nothing else is written, \
      as answers that would go to files are compared too.

      A comment at the head of a script says how it is tested, such as # test: --corpus ../articles --param who=Raisi. \
      There may be --corpus PATH, seen from the script's folder, --param name=value, --format FORMAT, --status CODE and \
      --keep-going. A file test.options in the folder says the same for all scripts in it. Without --corpus, scripts \
      run on the articles of $QUOTH_CORPUS or on the seeds.

      Results are TAP 14, which test harnesses read. The exit code is 0 when all scripts pass, 1 when one does not.
      """)

  @Flag(help: "Store what the scripts give, in place of the answers that differ.")
  var update = false

  @Option(
    name: .customLong("corpus"), help: "Run on these articles, whatever the scripts say.", completion: .file()
  )
  var corpus: [String] = []

  @Option(
    help: ArgumentHelp(
      "A file of corrections to apply; without it, scripts run on the articles as they were found.",
      valueName: "file"),
    completion: .file(extensions: ["corrections"]))
  var corrections: String?

  @Option(help: "How results are written.")
  var format = TestFormat.tap

  @Option(
    name: .customLong("junit"),
    help: ArgumentHelp("Write the results to a file as JUnit does.", valueName: "file"), completion: .file())
  var junitFile: String?

  @Argument(help: "Folders of scripts, and scripts.", completion: .directory)
  var paths: [String]

  func run() throws {
    try Launch.finish(
      Launch(
        paths: corpus, loading: LoadingOptions(), corrections: corrections.map(CorrectionChoice.file) ?? .none
      ).runTests(
        paths, update ? .updates : .compares, format, junitFile))
  }
}
