//! A session: one corpus, its last answer, its settings, and the streams that everything is written to.

internal import Dispatch
public import QuothBasics
internal import QuothEngine
public import QuothModel
internal import QuothQuery
public import QuothRender
internal import QuothTeaching

/// Runs statements, remembers the last answer, writes what comes of them.
public final class Session {
  /// The articles with what was corrected in them.
  let amended: AmendedCorpus
  let isCancelled: @Sendable () -> Bool
  private(set) lazy var rows = RowFinder(corpus)
  /// Names of the corpus for help.
  private(set) lazy var examples = CorpusExamples(questions)
  var settings: Settings
  private(set) var binder: StatementBinder
  /// The statements that names come from.
  private var namings: [String: LetSyntax] = [:]
  /// The engine that all the rest of the session rests on.
  private var adopted: InMemoryEngine
  var lastAnswer: ResultTable?
  /// What `more` showed last.
  var lastContext: WiderContext?
  /// The last statement put right, when it had an error; `fix` runs it.
  private var correction: String?
  /// The tour that someone is on, and the course of the last one.
  var tour: Tour?
  var course: Course?
  /// The lessons that courses of this session were left at, by the courses' names.
  var lessonsLeft: [String: String] = [:]
  /// Where it is kept how far tours went; nil where that is nowhere.
  public var tourStatePath: String?
  var hasToldOfTourState = false
  var hasToldThatCorrectionsPass = false
  /// Where the articles were read from, as far as someone said so: a saved script reads them there again.
  public var articleArguments: [SavedArgument] = []
  /// What worked so far of what was typed.
  var log = SessionLog()
  /// Files that answers were written to.
  private var ownFiles: Set<String> = []
  /// Takes the answers of scripts, a file each, where someone wants that.
  public var answers: AnswerFolder?
  /// What becomes of answers that are to go to files.
  var filePolicy = FilePolicy.written
  /// Is told each statement of a script before it runs.
  var echo: ((String) -> Void)? {
    didSet { writer.isTranscript = echo != nil }
  }
  /// What the expectations so far came to.
  private(set) var expectations = ExpectationTally()
  /// Statements of this and earlier sessions, the oldest first.
  var pastStatements: () -> [String] = { [] }
  private(set) lazy var identity = CorpusIdentity(amended, today: today)
  private let today: () -> CalendarDay
  /// The statements behind names and the last answer.
  private var script: SessionScript
  private let console: Console
  private let writer: AnswerWriter

  /// A session over these articles, with what was corrected in them applied.
  public init(
    corpus: Corpus, corrections: [AmendmentFile] = [], console: Console, format: OutputFormat,
    header: FileHeader = .written, parameters: [String: String] = [:],
    isCancelled: @escaping @Sendable () -> Bool = { false },
    today: @escaping () -> CalendarDay = Today.day
  ) {
    amended = AmendedCorpus(corpus, files: corrections, isCancelled: isCancelled)
    adopted = amended.engine
    binder = StatementBinder(
      BindingContext(
        vocabulary: amended.engine.vocabulary, bindings: Bindings(parameters: parameters),
        checkRegex: RegexCheck.problem(in:)))
    self.console = console
    self.settings = Settings(format: format, header: header)
    self.today = today
    script = SessionScript(parameters: parameters)
    self.isCancelled = isCancelled
    writer = AnswerWriter(console: console, isCancelled: isCancelled)
  }

  var engine: InMemoryEngine { amended.engine }
  var corpus: Corpus { engine.corpus }
  /// Asks the corpus as it is now.
  var questions: CorpusQuestions { CorpusQuestions(engine: engine, isCancelled: isCancelled) }

  /// Goes on with the articles as they are after a correction. What names stand for, and the last answer, stay; a name
  /// whose query means nothing any more is given up, as it would find nothing and say so.
  func adoptAmendments() {
    guard adopted !== engine else { return }
    adopted = engine
    binder = binder.over(engine.vocabulary)
    rows = RowFinder(corpus)
    examples = CorpusExamples(questions)
    identity = CorpusIdentity(amended, today: today)
    for name in binder.bindings.names {
      guard let syntax = namings[name], case .rows = binder.bindings[name] else { continue }
      var tried = binder
      guard tried.bind(.binding(syntax)).diagnostics.contains(where: { $0.severity == .error }) else {
        continue
      }
      binder.giveUp(syntax)
      tell("$\(name) stands for nothing any more: it names whom the corrections do not know now")
    }
  }

  /// Results still go somewhere.
  var canWrite: Bool { writer.canWrite }

  /// How many past statements someone wants to have recalled, and whether they are kept.
  public var historyPolicy: HistoryPolicy { settings.history }

  /// Runs the statements of a script in order, up to the first error. `depth` is how many scripts name this one.
  func run(_ script: Script, _ mode: ScriptMode, depth: Int = 0, pager: PagerUse? = nil) -> Ending {
    let start = ContinuousClock.now
    let parse = QueryLanguage.parse(script.text)
    let parsing = ContinuousClock.now - start
    var first = ExitStatus.success
    let problems = ProblemCount()
    defer { if problems.untold > 0 { writer.say(rendering.untold(problems.untold, in: script)) } }
    for statement in Statement.all(of: parse) {
      if depth == 0 { echo?(statement.text) }
      let files = AnswerFiles(
        identity: identity, script: self.script, header: settings.header,
        readout: ArticleReadout(corpus: corpus, rows: rows), isCancelled: isCancelled)
      // Made anew each time: a statement may change how the next is shown.
      let runner = StatementRunner(
        engine: engine, rendering: rendering, files: files,
        script: script, mode: mode, problems: problems, isCancelled: isCancelled,
        filePolicy: filePolicy, ownFiles: ownFiles,
        runCommand: { [self] in run($0, of: script, mode, depth) },
        amend: { [self] syntax in
          mode.checksOnly ? check(syntax) : amend(syntax, typed: mode.isTyped(script), in: script)
        })
      var outcome = bind(statement) { runner.run(statement, binder: &$0) }
      if let answers, !mode.checksOnly {
        outcome = answers.take(
          outcome, of: statement.syntax, in: script, rendering, files)
      }
      outcome.timing?.parse = parsing
      if !settings.showsTiming { outcome.timing = nil }
      let status = write(outcome, pager: statement.isTour ? .never : pager) ?? outcome.status
      if depth == 0 { correction = outcome.correction }
      if status == .success, let lesson = judge(outcome, of: statement, script, mode) {
        present(lesson)
      }
      if let file = outcome.writtenFile { ownFiles.insert(file) }
      if let result = outcome.expectation ?? statement.expectationNotRun(outcome.status) {
        expectations.add(result)
      }
      if status == .success, let syntax = statement.syntax { self.script.note(syntax) }
      if case .binding(let naming) = statement.syntax { namings[naming.name.text] = naming }
      if status == .success, depth == 0, let syntax = statement.syntax { note(syntax, of: script, outcome) }
      if first == .success { first = status }
      let stops = status == .interrupted || (status != .success && !mode.keepsGoing)
      if outcome.leaves || stops || !canWrite { return Ending(status: first, leaves: outcome.leaves) }
    }
    return Ending(status: first, leaves: false)
  }

  /// Writes what came of a statement, and keeps its answer for those that refer to it.
  private func write(_ outcome: Outcome, pager: PagerUse?) -> ExitStatus? {
    let status = writer.write(outcome, rendering, pager: pager ?? settings.pager)
    if let answer = outcome.answer { (lastAnswer, lastContext) = (answer, nil) }
    if let query = outcome.query { binder.bindings.lastAnswer = query }
    return status
  }

  /// Writes what nobody typed a statement for. It is never paged: the prompt goes on below it.
  func present(_ outcome: Outcome) { _ = write(outcome, pager: .never) }

  /// Runs a statement with the binder of the session. A command has no use for it, but may run statements that have.
  private func bind(_ statement: Statement, _ run: (inout StatementBinder) -> Outcome) -> Outcome {
    // A copy of all names for each new one would take their square.
    if case .binding = statement.syntax { return run(&binder) }
    var binder = binder
    let outcome = run(&binder)
    switch statement.syntax {
    case .command, .amendment: break
    case .query, .binding, .expectation, .explain, nil: self.binder = binder
    }
    return outcome
  }

  /// Says what a line is to be read with.
  func warn(_ text: String) { writer.say(text) }

  /// The last statement put right, once; nil when it had no error, or none that can be corrected.
  func takeCorrection() -> String? {
    defer { correction = nil }
    return correction
  }

  /// Passes on all results so far, to whoever waits for them before asking again.
  func flush() { console.results.flush() }

  /// Runs the user's own statements for the start, where there are any. Their errors are told, and no more.
  public func runStartFile(_ path: String) {
    guard TypedPath.exists(path) else { return }
    switch Script.read(file: path) {
    case .success(let script): _ = run(script, .runsOn)
    case .failure(let failure): tell(failure.message)
    }
  }

  /// Says something that is no result.
  public func tell(_ text: String) {
    writer.say("quoth: \(TerminalText.sanitise(text, lineBreaks: .blank))\n")
  }

  /// Says what a line cannot do.
  func complain(_ problem: String) { writer.say(rendering.message(problem, at: nil)) }

  /// Shows a statement that nobody typed.
  func show(_ statement: String) {
    console.results.write(TerminalText.sanitise(statement, lineBreaks: .kept) + "\n")
    console.results.flush()
  }

  /// The first lines of an interactive session: what there is, and a first query.
  public func greet() {
    // Not among the results of someone who types but has them go to a file.
    let sink = console.isInteractive ? console.results : console.messages
    sink.write(
      rendering.wrapped(
        Banner.text(
          corpus: corpus, overview: engine.overview,
          corrections: amended.entries.count)))
    sink.flush()
    // The names of a large corpus take longer to gather than a TAB should.
    let vocabulary = engine.vocabulary
    DispatchQueue.global(qos: .utility).async { vocabulary.prepare() }
  }

  /// What can stand after these words.
  func completions(before text: String) -> LineCompletions {
    let found = ShellCompletion.completions(before: text, in: binder.context, settings: settings)
    return tour == nil ? found : found.with(TourWord.completions(of: text))
  }

  var rendering: Rendering { Rendering(settings: settings, console: console) }

  /// Keeps what was typed and worked, for `save`.
  private func note(_ syntax: StatementSyntax, of script: Script, _ outcome: Outcome) {
    guard script.name == nil else { return }
    switch syntax {
    case .command(let command): guard command.shapesAnswers else { return }
    case .explain: return
    case .amendment: return log.add(outcome.amendment ?? script.text.string(in: syntax.range), result: nil)
    case .query, .binding, .expectation: break
    }
    log.add(script.text.string(in: syntax.range), result: outcome.answer.map(FooterRenderer.render))
  }
}
