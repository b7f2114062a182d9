//! Puts a session together from the process' surroundings: its corpus, its streams, its terminal, its signals.

import ArgumentParser
import CTerminal
import Glibc
import QuothRender
import QuothShell

/// Whether the shell begins with the user's own statements.
enum ShellStart {
  case withStartFile, plain
}

/// A tour that the shell begins with.
struct TourStart {
  /// A file of lessons; nil for those that come with quoth.
  let file: String?
}

/// Which corrections go with the articles.
enum CorrectionChoice: Hashable {
  case besideArticles
  case file(String)
  case none
}

/// One run of the program.
struct Launch {
  let paths: [String]
  let loading: LoadingOptions
  let corrections: CorrectionChoice
  let format: OutputFormat
  let header: FileHeader
  /// What `$name` stands for in queries.
  let parameters: [String: String]
  private let output = DescriptorSink(STDOUT_FILENO)
  private let messages = DescriptorSink(STDERR_FILENO)
  private let surroundings = Surroundings()

  init(
    paths: [String], loading: LoadingOptions, corrections: CorrectionChoice = .besideArticles,
    format: OutputFormat = .table, header: FileHeader = .written,
    parameters: [String: String] = [:]
  ) {
    self.paths = paths
    self.loading = loading
    self.corrections = corrections
    self.format = format
    self.header = header
    self.parameters = parameters
    cterminal_tell_lost_pages()
  }

  /// Ends the process with a status.
  static func finish(_ status: ExitStatus) throws { throw ExitCode(status.code) }

  /// The interactive shell; where standard input is no terminal, its statements as they arrive.
  func openShell(_ start: ShellStart = .withStartFile, tour: TourStart? = nil) -> ExitStatus {
    guard surroundings.inputIsTerminal else {
      guard tour == nil else { return refuse("a tour needs a terminal to talk to someone", .usage) }
      return runStandardInput()
    }
    let signals = cterminal_watch_signals(false)
    let hasUTF8 = cterminal_use_utf8()
    return withSession(isInteractive: true) { session in
      if !hasUTF8 { session.tell("no UTF-8 locale is installed: letters beyond ASCII cannot be typed") }
      if start == .withStartFile, let file = Surroundings.startFile() { session.runStartFile(file) }
      session.greet()
      let editor = EditlineEditor(
        signals: signals, usesColour: surroundings.usesColour, isCapable: surroundings.isCapable,
        historySize: session.historyPolicy.size, warn: { session.tell($0) })
      guard let editor else {
        session.tell("the line editor cannot start; a script on standard input still works")
        return .usage
      }
      session.tourStatePath = StateFolder.path(of: "tour")
      if let tour {
        let status = session.beginTour(tour.file)
        guard status == .success else { return status }
      }
      return InteractiveShell(session: session, editor: editor).run()
    }
  }

  private func runStandardInput() -> ExitStatus {
    _ = cterminal_watch_signals(true)
    return withSession(isInteractive: false) { session in
      let stream = StatementStream(descriptor: STDIN_FILENO, isCancelled: { cterminal_is_interrupted() })
      return ScriptRunner(session: session, mode: .runs).run(stream)
    }
  }

  private func refuse(_ message: String, _ status: ExitStatus) -> ExitStatus {
    messages.write("quoth: \(TerminalText.sanitise(message, lineBreaks: .kept))\n")
    messages.flush()
    return status
  }

  /// One query.
  func runQuery(_ query: String) -> ExitStatus {
    let script = Script(name: nil, text: query)
    if let refusal = Parameters.refusal(ofUnused: Array(parameters.keys), in: [script]) {
      return refuse(refusal, .usage)
    }
    _ = cterminal_watch_signals(true)
    return withSession(isInteractive: false) { session in
      ScriptRunner(session: session, mode: .runs).run([script])
    }
  }

  /// Files of queries, one after the other in one session; `-` is standard input.
  /// `folder` takes the answers, a file each, where there is one.
  func runScripts(_ files: [String], _ mode: ScriptMode, answersTo folder: String? = nil) -> ExitStatus {
    var answers: AnswerFolder?
    if let failure = Script.failure(ofNames: files) { return refuse(failure.message, .usage) }
    // Read before signals are watched: Ctrl-C then just ends the wait for a pipe.
    var scripts: [Script] = []
    for file in files {
      switch Script.read(file) {
      case .success(let script): scripts.append(script)
      case .failure(let failure): return refuse(failure.message, .data)
      }
    }
    if let refusal = Parameters.refusal(ofUnused: Array(parameters.keys), in: scripts) {
      return refuse(refusal, .usage)
    }
    if let folder {
      switch AnswerFolder.open(folder, mode) {
      case .success(let opened): answers = opened
      case .failure(let failure): return refuse(failure.message, .data)
      }
    }
    _ = cterminal_watch_signals(true)
    return withSession(isInteractive: false) { session in
      session.answers = answers
      return ScriptRunner(session: session, mode: mode).run(scripts)
    }
  }

  // MARK: Tests

  /// Scripts compared with their stored answers.
  func runTests(_ scripts: [String], _ mode: TestMode, _ format: TestFormat, _ junitFile: String?)
    -> ExitStatus
  {
    _ = cterminal_watch_signals(true)
    let isInterrupted: @Sendable () -> Bool = { cterminal_is_interrupted() }
    let runner = TestRunner(
      results: output, messages: messages, mode: mode, format: format, junitFile: junitFile, corpus: paths,
      load: { paths in loadCorpus(paths, isInterrupted) }, isCancelled: isInterrupted)
    return end(runner.run(scripts))
  }

  // MARK: Lessons

  /// Files of lessons checked against the corpus.
  func checkLessons(_ files: [String]) -> ExitStatus {
    _ = cterminal_watch_signals(true)
    return withSession(isInteractive: false) { $0.checkLessons(files) }
  }

  // MARK: Documents

  /// Documentation, with examples and answers on the corpus.
  func write(_ document: Document) -> ExitStatus {
    _ = cterminal_watch_signals(true)
    return withSession(isInteractive: false) { session in
      do throws(DocumentFailure) {
        output.write(try document.text(on: session))
        return .success
      } catch {
        return refuse(error.message, error.status)
      }
    }
  }

  // MARK: Index

  /// Articles to a file that is ready at once.
  func index(to file: String, _ mode: CorpusIndexing.Mode) -> ExitStatus {
    _ = cterminal_watch_signals(true)
    let progress = ProgressLine(messages, isTerminal: surroundings.messagesAreOnTerminal)
    let indexing = CorpusIndexing(
      file, loading, observer: progress, isCancelled: { cterminal_is_interrupted() })
    let outcome = indexing.index(paths, mode)
    for line in outcome.report { messages.write("quoth: \(line)\n") }
    if let summary = outcome.summary { messages.write("quoth: \(summary)\n") }
    return end(outcome.status)
  }

  /// Whether such a file is whole.
  func verifyIndex(_ file: String) -> ExitStatus {
    _ = cterminal_watch_signals(true)
    let outcome = CorpusIndexing(file, isCancelled: { cterminal_is_interrupted() }).verify()
    for line in outcome.report { messages.write("quoth: \(line)\n") }
    if let summary = outcome.summary { output.write("\(summary)\n") }
    return end(outcome.status)
  }

  // MARK: Session

  private func withSession(isInteractive: Bool, _ body: (Session) -> ExitStatus) -> ExitStatus {
    let isInterrupted: @Sendable () -> Bool = { cterminal_is_interrupted() }
    if case .file(let path) = corrections, access(path, F_OK) != 0 {
      guard isInteractive else {
        return refuse("--corrections \(path): \(String(cString: strerror(errno)))", .data)
      }
      let name = TerminalText.sanitise(path, lineBreaks: .blank)
      messages.write("quoth: \(name) is not there yet; what is corrected will be kept in it\n")
    }
    let loaded = loadCorpus(paths, isInterrupted)
    if isInterrupted() { return end(.interrupted) }
    guard let corpus = loaded?.corpus else { return end(.data) }
    let console = Console(
      results: output, messages: messages, isInteractive: isInteractive && surroundings.outputIsTerminal,
      usesColour: surroundings.usesColour,
      coloursMessages: surroundings.coloursMessages, columns: surroundings.columns,
      rows: surroundings.rows, pager: isInteractive ? ProgramPager() : nil)
    let session = Session(
      corpus: corpus, corrections: loaded?.corrections ?? [], console: console, format: format,
      header: header,
      parameters: parameters, isCancelled: isInterrupted)
    session.articleArguments = articleArguments
    let read = session.reportCorrections()
    if isInterrupted() { return end(.interrupted) }
    if !isInteractive, let told = session.correctionsInForce { session.tell(told) }
    switch read {
    case .all: break
    case .some: if loading.faults == .stops { return end(.data) }
    // Figures without what was corrected would be wrong, and nobody is there to see the message.
    case .unreadable: if loading.faults == .stops || !isInteractive { return end(.data) }
    }
    return end(body(session))
  }

  /// The options that lead to the same articles again, but for `--map`.
  private var articleArguments: [SavedArgument] {
    var arguments = namedPaths.map { SavedArgument(option: "--corpus", path: $0) }
    arguments += loading.topics.map { SavedArgument(option: "--topics", path: $0) }
    arguments += loading.skipped.map { SavedArgument(option: "--skip", value: $0) }
    if loading.repeated == .allKept { arguments.append(SavedArgument(option: "--keep-repeated")) }
    switch corrections {
    case .besideArticles: break
    case .file(let path): arguments.append(SavedArgument(option: "--corrections", path: path))
    case .none: arguments.append(SavedArgument(option: "--no-corrections"))
    }
    return arguments
  }

  /// Where corrections are read from and kept.
  private func correctionFiles(of paths: [String], _ loaded: LoadedCorpus) -> [AmendmentFile] {
    switch corrections {
    case .besideArticles: AmendmentFile.beside(paths, origins: loaded.origins)
    case .file(let path): [AmendmentFile(path, of: paths.joined(separator: ", "))]
    case .none: []
    }
  }

  /// Writes what is left; a full disk is an error of its own.
  private func end(_ status: ExitStatus) -> ExitStatus {
    output.flush()
    var status = status
    switch output.failure {
    case .failed(let reason):
      messages.write("quoth: standard output: \(reason)\n")
      status = .data
    case .closed, nil: break
    }
    messages.flush()
    return status
  }

  /// The articles at the paths, or those of the surroundings; nil, and told, where none can be read.
  private func loadCorpus(_ paths: [String], _ isInterrupted: @escaping @Sendable () -> Bool) -> LoadedCorpus?
  {
    guard let paths = corpusPaths(paths) else { return nil }
    let progress = ProgressLine(messages, isTerminal: surroundings.messagesAreOnTerminal)
    var loaded = CorpusLoader.load(paths, loading, observer: progress, isCancelled: isInterrupted)
    loaded.corrections = correctionFiles(of: paths, loaded)
    if isInterrupted() { return nil }
    for line in loaded.report { messages.write("quoth: \(line)\n") }
    messages.flush()
    return loaded
  }

  /// The paths given, or those of the environment, or the seeds.
  private func corpusPaths(_ paths: [String]) -> [String]? {
    if !paths.isEmpty { return paths }
    if let path = Self.pathOfEnvironment { return [path] }
    if let seeds = Surroundings.seedsFolder() { return [seeds] }
    messages.write(
      "quoth: there are no articles to read: name a file or folder of them, or set QUOTH_CORPUS to one\n")
    return nil
  }

  /// The paths that someone named; the seeds are read without.
  private var namedPaths: [String] { paths.isEmpty ? Self.pathOfEnvironment.map { [$0] } ?? [] : paths }

  private static var pathOfEnvironment: String? {
    guard let path = getenv("QUOTH_CORPUS"), path.pointee != 0 else { return nil }
    return String(cString: path)
  }
}
