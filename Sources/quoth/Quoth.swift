//! The command line: what can be asked for, and how it is told.

public import ArgumentParser
import CTerminal
import Glibc
import QuothExtraction
public import QuothRender
import QuothShell

/// The root command. Without a subcommand, the shell.
struct Quoth: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "quoth",
    abstract: "Ask news articles who said what.",
    usage: synopsis.joined(separator: "\n"),
    discussion: """
      With no subcommand, an interactive shell on the articles at the paths: files, and folders of them. With no \
      path, on the articles of $QUOTH_CORPUS or, without that, on the seed articles that come with quoth. A path \
      named like a subcommand is given as ./query.

      Articles are .txt (one a file, with a metadata.csv, .tsv or .jsonl beside them that names files, titles, \
      dates and outlets), .html, .csv and .tsv (a header, then one a row), .json and .jsonl (one an object; \
      Quotebank's lines keep their speakers), and all of these as .gz or .zst. What cannot be read is named and \
      left out; an article that comes again is kept once.

      quoth index analyses articles once and keeps the result in a file that ends in .quoth; given as a path, that \
      is ready at once.

      At a terminal, the shell begins with the statements of ~/.config/quoth/rc, such as set format markdown; --no-rc leaves \
      them out. From a pipe, quoth runs statements as they arrive, and quoth run - all of them at the end.

      Exit codes: 0 success, 1 the query cannot be run or an expectation failed, 2 wrong usage, 3 wrong syntax, 4 \
      data that cannot be read or written, 70 a defect in quoth, which names the article it was reading, 130 interrupted. Results go to standard output, everything else to standard error. \
      NO_COLOR=1 turns colours off.
      """,
    version: "quoth \(QuothVersion.current)",
    subcommands: [
      Open.self, Query.self, Run.self, Check.self, Format.self, Test.self, TourLessons.self, Index.self,
      Generate.self,
    ],
    defaultSubcommand: Open.self)

  /// How each subcommand is written, a line at a time; one that goes on is indented.
  static let synopsis = [
    "quoth [--no-rc] [<options>] [<path> ...]",
    "quoth query [--corpus <path>] ... [--format <format>]",
    "      [--param <name=value>] ... [<options>] <query>",
    "quoth run [--corpus <path>] ... [--format <format>]",
    "      [--param <name=value>] ... [--output <folder>] [--keep-going]",
    "      [--check] [<options>] <file> ...",
    "quoth check [--corpus <path>] ... [--param <name=value>] ...",
    "      [<options>] <file> ...",
    "quoth format [--check] <file> ...",
    "quoth test [--update] [<options>] <folder> ...",
    "quoth tour [--corpus <path>] ... [--check] [<file> ...]",
    "quoth index [--add] [<options>] <path> ... -o <file>.quoth",
  ]

  /// Words that cannot be paths when they come first.
  static let subcommandNames = [
    "open", "query", "run", "check", "format", "test", "tour", "index", "generate", "help",
  ]
}

extension OutputFormat: ExpressibleByArgument {}

/// How articles are read and analysed: what all subcommands have in common.
struct AnalysisOptions: ParsableArguments {
  @Option(
    name: .customLong("map"),
    help: ArgumentHelp(
      "What the fields of records or columns are called; may be given several times.",
      discussion:
        "title=headline,text=body_text: ours=theirs. Ours are id, text, title, outlet, author, date, url.",
      valueName: "ours=theirs"), transform: FieldMapping.init(argument:))
  var mappings: [FieldMapping] = []

  @Flag(help: "Stop at the first file or record that cannot be read, with exit code 4.")
  var strict = false

  @Flag(help: "Keep an article that comes again, instead of the first alone.")
  var keepRepeated = false

  @Option(
    name: .customLong("skip"),
    help: ArgumentHelp(
      "An article to leave out; may be given several times.",
      discussion: "Its id, or its file as messages name it: a.txt, news.jsonl:12.", valueName: "id"))
  var skipped: [String] = []

  @Option(
    name: .customLong("topics"),
    help: ArgumentHelp(
      "A file of topics beside the built-in ones; may be given several times.",
      discussion:
        "A line is the topic's name, a tab, its IPTC code or -, a tab, and its terms: sanction*, embargo",
      valueName: "file"), completion: .file())
  var files: [String] = []

  var loading: LoadingOptions {
    LoadingOptions(
      topics: files, fields: FieldNames(mapping: mappings.flatMap(\.pairs)),
      faults: strict ? .stops : .leavesOut, repeated: keepRepeated ? .allKept : .keptOnce, skipped: skipped)
  }
}

/// Which corrections of the articles are read, and where new ones are kept.
struct CorrectionOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The file of corrections, in place of the one beside the articles.", valueName: "file"),
    completion: .file(extensions: ["corrections"]))
  var corrections: String?

  @Flag(help: "Leave out what was corrected: the articles as they were found.")
  var noCorrections = false

  func validate() throws {
    if corrections != nil, noCorrections {
      throw ValidationError("--corrections and --no-corrections exclude each other")
    }
  }

  var choice: CorrectionChoice {
    noCorrections ? .none : corrections.map(CorrectionChoice.file) ?? .besideArticles
  }
}

/// The value of `--map`.
struct FieldMapping {
  let pairs: [ArticleField.NamedField]

  init(argument: String) throws {
    do {
      pairs = try ArticleField.mapping(argument).get()
    } catch {
      throw ValidationError(Self.words(error))
    }
  }

  private static func words(_ fault: MappingFault) -> String {
    switch fault {
    case .noPair(let text): "‘\(text)’ is no pair; write ours=theirs, such as title=headline"
    case .unknownField(let name):
      "there is no field ‘\(name)’; ours are \(ArticleField.allCases.map(\.rawValue).joined(separator: ", "))"
    }
  }
}

/// Which articles, and what names stand for: what `query`, `run` and `check` have in common.
struct CorpusOptions: ParsableArguments {
  @OptionGroup var analysis: AnalysisOptions

  @OptionGroup var corrections: CorrectionOptions

  @Option(
    name: .customLong("corpus"),
    help: "A file or folder of articles; may be given several times.", completion: .file())
  var corpus: [String] = []

  @Option(
    name: .customLong("param"),
    help: ArgumentHelp("What $name stands for; may be given several times.", valueName: "name=value"))
  var parameters: [String] = []

  func validate() throws { _ = try values() }

  private func values() throws -> [String: String] {
    switch Parameters.read(parameters) {
    case .success(let values): return values
    case .failure(let failure): throw ValidationError(failure.message)
    }
  }

  func launch(_ format: OutputFormat, _ header: FileHeader = .written) throws -> Launch {
    Launch(
      paths: corpus, loading: analysis.loading, corrections: corrections.choice, format: format,
      header: header, parameters: try values())
  }
}

/// Which articles, and how results are written: what `query` and `run` have in common.
struct BatchOptions: ParsableArguments {
  @OptionGroup var corpus: CorpusOptions

  @Option(help: "How results are written.")
  var format: OutputFormat = .table

  @Flag(
    inversion: .prefixedNo, help: "Begin files written by > with where they come from, or leave that out.")
  var header = true

  func launch() throws -> Launch { try corpus.launch(format, header ? .written : .leftOut) }
}

/// The interactive shell, or a script from standard input.
struct Open: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "open", abstract: "Open the shell (the default).", shouldDisplay: false)

  @OptionGroup var analysis: AnalysisOptions

  @OptionGroup var corrections: CorrectionOptions

  @Flag(help: "Start without the statements of ~/.config/quoth/rc.")
  var noRc = false

  @Argument(help: "Files and folders of articles.", completion: .file())
  var paths: [String] = []

  func validate() throws {
    if let refusal = QueryWords.refusal(ofPaths: paths) { throw ValidationError(refusal) }
  }

  func run() throws {
    let launch = Launch(
      paths: paths, loading: analysis.loading, corrections: corrections.choice, format: .table)
    try Launch.finish(launch.openShell(noRc ? .plain : .withStartFile))
  }
}

/// One query.
struct Query: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "query",
    abstract: "Run one query and print its results.",
    usage: "quoth query [<options>] '<query>'",
    discussion: "Example: quoth query --format csv 'quotes by Raisi where topic=sanctions'")

  @OptionGroup var options: BatchOptions

  @Argument(parsing: .allUnrecognized, help: "The query, in quotation marks of the command shell.")
  var query: [String]

  func validate() throws {
    if let refusal = QueryWords.refusal(of: query) { throw ValidationError(refusal) }
  }

  func run() throws {
    try Launch.finish(options.launch().runQuery(query[0]))
  }
}

/// Files of queries.
struct Run: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run",
    abstract: "Run files of queries.",
    discussion: "Stops at the first error, which is told with its file, line and column.")

  @OptionGroup var options: BatchOptions

  @Flag(help: "Go on after an error; the exit code is the first error's.")
  var keepGoing = false

  @Flag(help: "Only check the files, as quoth check does.")
  var check = false

  @Option(
    name: [.short, .customLong("output")],
    help: ArgumentHelp(
      "Write each answer to a file of this folder instead.",
      discussion: "The third answer of weekly.query goes to weekly-03.csv, with the ending of its format.",
      valueName: "folder"), completion: .directory)
  var output: String?

  @Argument(help: "Files of queries; - is standard input.", completion: .file(extensions: ["query"]))
  var files: [String]

  func run() throws {
    let mode: ScriptMode = check ? .checks : keepGoing ? .runsOn : .runs
    try Launch.finish(options.launch().runScripts(files, mode, answersTo: output))
  }
}
