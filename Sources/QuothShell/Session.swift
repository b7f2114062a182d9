//! A session: one corpus, its last answer, and the streams that everything is written to.

internal import QuothEngine
public import QuothModel
internal import QuothQuery
public import QuothRender

/// Runs statements, remembers the last answer, writes what comes of them.
public final class Session {
  private let corpus: Corpus
  private let engine: InMemoryEngine
  private let console: Console
  private let format: OutputFormat
  private let isCancelled: @Sendable () -> Bool
  private lazy var rows = RowFinder(corpus)
  private var binder: StatementBinder
  private var lastAnswer: ResultTable?
  /// The last statement put right, when it had an error; `fix` runs it.
  private var correction: String?
  /// Something stands on standard output already; the next table keeps its distance.
  private var hasWritten = false

  public init(
    corpus: Corpus, console: Console, format: OutputFormat, parameters: [String: String] = [:],
    isCancelled: @escaping @Sendable () -> Bool = { false }
  ) {
    self.corpus = corpus
    self.engine = InMemoryEngine(corpus)
    binder = StatementBinder(
      vocabulary: engine.vocabulary, bindings: Bindings(parameters: parameters),
      checkRegex: RegexCheck.problem(in:))
    self.console = console
    self.format = format
    self.isCancelled = isCancelled
  }

  /// Results still go somewhere.
  var canWrite: Bool { console.results.failure == nil }

  /// Runs the statements of a script in order, up to the first error.
  func run(_ script: Script, _ mode: ScriptMode) -> Ending {
    let runner = StatementRunner(
      engine: engine, rendering: rendering, readout: ArticleReadout(corpus: corpus, rows: rows),
      scriptName: script.name, mode: mode, isCancelled: isCancelled,
      runCommand: { [self] in run($0, for: mode.audience) })
    var first = ExitStatus.success
    for statement in Statement.all(of: QueryLanguage.parse(script.text)) {
      let outcome = runner.run(statement, binder: &binder)
      let status = write(outcome) ?? outcome.status
      correction = outcome.correction
      if let answer = outcome.answer {
        lastAnswer = answer
        binder.bindings.lastAnswer = outcome.query
      }
      if first == .success { first = status }
      let stops = status == .interrupted || (status != .success && !mode.keepsGoing)
      if outcome.leaves || stops || !canWrite { return Ending(status: first, leaves: outcome.leaves) }
    }
    return Ending(status: first, leaves: false)
  }

  /// Says something that is no result.
  public func tell(_ text: String) {
    console.results.flush()
    console.messages.write("quoth: \(text)\n")
    console.messages.flush()
  }

  /// The first lines of an interactive session: what there is, and a first query.
  func greet() {
    // Not among the results of someone who types but has them go to a file.
    let sink = console.isInteractive ? console.results : console.messages
    sink.write(rendering.wrapped(Banner.text(corpus: corpus, vocabulary: engine.vocabulary)))
    sink.flush()
  }

  /// What can stand after these words.
  func completions(before text: String) -> LineCompletions {
    ShellCompletion.completions(before: text, in: binder.context)
  }

  /// The last statement put right, once; nil when it had no error, or none that can be corrected.
  func takeCorrection() -> String? {
    defer { correction = nil }
    return correction
  }

  /// Shows a query that is about to run without having been typed.
  func show(query: String) {
    console.results.write(rendering.shown(query: query))
  }

  // MARK: Parts

  private var rendering: Rendering {
    Rendering(format: format, console: console)
  }

  private func run(_ command: CommandSyntax, for audience: Audience) -> Outcome {
    let context = CommandContext(
      corpus: corpus, rows: rows, lastAnswer: lastAnswer, layout: rendering.pageLayout)
    switch (command.command, command.argument) {
    case (.help, let argument): return HelpCommand(renderer: rendering.help).run(argument)
    case (.read, .number(let row)): return ReadCommand(context: context).run(row: row)
    case (.why, .number(let row)): return WhyCommand(context: context).run(row: row)
    case (.read, .none), (.read, .text), (.why, .none), (.why, .text):
      return .failure(
        "\(command.command.rawValue) needs the number of a row, such as `\(command.command.rawValue) 1`")
    case (.quit, _): return QuitCommand().run()
    case (.fix, _): return FixCommand.refusal(for: audience)
    case (.explain, _): return .failure("explain needs a query, such as `explain quotes by Raisi`")
    }
  }

  /// Writes what came of a statement. Returns a status when the writing itself changes it.
  private func write(_ outcome: Outcome) -> ExitStatus? {
    // Notes on how a query was understood stand before its answer.
    say(outcome.messages)
    let hasResults = outcome.showsAnswer || !outcome.results.isEmpty
    if hasResults {
      if hasWritten, !console.isInteractive { console.results.write(rendering.separator) }
      hasWritten = true
    }
    console.results.write(outcome.results)
    if outcome.showsAnswer, let answer = outcome.answer, !write(answer) {
      // Nobody reads any more: there is nothing to say, and no more to do.
      guard canWrite else { return nil }
      say("\n\(rendering.errorWord) \(ExecutionMessages.text(of: .cancelled))\n")
      return .interrupted
    }
    guard console.isInteractive else {
      say(outcome.footer + outcome.afterword)
      return nil
    }
    console.results.write(outcome.footer)
    say(outcome.afterword)
    if hasResults { console.results.write("\n") }
    console.results.flush()
    return nil
  }

  /// Writes a table as it is rendered; false when that was interrupted, or nobody reads any more.
  private func write(_ answer: ResultTable) -> Bool {
    do {
      try rendering.write(answer) { piece in
        if isCancelled() || !canWrite { throw CancellationError() }
        console.results.write(piece)
      }
      return true
    } catch {
      return false
    }
  }

  private func say(_ text: String) {
    guard !text.isEmpty else { return }
    console.results.flush()
    console.messages.write(text)
    console.messages.flush()
  }
}
