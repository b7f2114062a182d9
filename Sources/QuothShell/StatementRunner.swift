//! The ladder of one statement: parsed, bound, planned, executed, its messages worded. Nobody else walks it.

internal import QuothBasics
internal import QuothEngine
internal import QuothModel
internal import QuothQuery
internal import QuothRender

/// One statement of a parsed text, and what is wrong with it so far.
struct Statement {
  let parse: Parse
  let range: SourceRange
  /// Nil where the words make no statement.
  let syntax: StatementSyntax?
  let diagnostics: [Diagnostic]

  /// The statements of a text in order, each with the diagnostics that fall on it.
  static func all(of parse: Parse) -> [Statement] {
    let ranges = parse.statementRanges
    var diagnostics = [[Diagnostic]](repeating: [], count: ranges.count)
    for diagnostic in parse.diagnostics {
      let after = ranges.firstIndex(notPreceding: { $0.start <= diagnostic.range.start })
      if after > 0 { diagnostics[after - 1].append(diagnostic) }
    }
    var syntaxes = parse.script.statements[...]
    return ranges.indices.map { index in
      let start = ranges[index].start
      let hasSyntax = syntaxes.first.map { $0.range.start == start } ?? false
      return Statement(
        parse: parse, range: ranges[index], syntax: hasSyntax ? syntaxes.removeFirst() : nil,
        diagnostics: diagnostics[index])
    }
  }

  /// As written.
  var text: String { parse.text.string(in: range) }
}

/// How many problems of a text have been told.
final class ProblemCount {
  private var told = 0
  private(set) var untold = 0

  /// Whether there is room to tell one more; where there is none, it is counted.
  func mayTell(_ diagnostic: Diagnostic) -> Bool {
    if case .tooManyProblems(let count) = diagnostic.problem {
      untold += count
      return false
    }
    guard told < Diagnostic.limit else {
      untold += 1
      return false
    }
    told += 1
    return true
  }
}

/// Runs statements against one corpus.
struct StatementRunner {
  let engine: InMemoryEngine
  let rendering: Rendering
  let files: AnswerFiles
  /// Where the statements come from, for the places of messages.
  let script: Script
  let mode: ScriptMode
  /// What has been told of the text so far.
  let problems: ProblemCount
  let isCancelled: @Sendable () -> Bool
  /// What becomes of an answer that is to go to a file.
  let filePolicy: FilePolicy
  /// Files that this session wrote answers to.
  let ownFiles: Set<String>
  /// Commands of the session, which queries do not need.
  let runCommand: (CommandSyntax) -> Outcome
  /// Makes a correction.
  let amend: (AmendmentSyntax) -> Outcome

  /// Runs a statement as far as it goes.
  func run(_ statement: Statement, binder: inout StatementBinder) -> Outcome {
    // Nothing is offered for problems that are not told.
    let isFull = problems.untold > 0
    var outcome = attempt(statement, binder: &binder)
    guard outcome.hasDiagnosedError, !isFull else { return outcome }
    if outcome.correction == nil {
      outcome.correction = Corrector.correction(
        of: statement.text, in: binder.context, hasRows: rowCheck())
    }
    if let correction = outcome.correction {
      outcome.messages += rendering.offer(of: correction, to: script.name == nil ? mode.audience : .script)
    }
    return outcome
  }

  /// Whether queries that may be offered have rows. At a prompt it may take a moment at most for all of them, and those
  /// that need longer are not offered; what a script says depends on no clock.
  private func rowCheck() -> Corrector.RowCheck {
    let limits =
      mode.audience == .prompt ? momentaryLimits : ExecutionLimits(isCancelled: isCancelled)
    return { query in
      let answer = try? engine.execute(QueryLanguage.plan(query), limits: limits)
      return (answer?.total ?? 0) > 0
    }
  }

  /// For what someone at a prompt should not have to wait for.
  private var momentaryLimits: ExecutionLimits {
    let deadline = ContinuousClock.now + .milliseconds(400)
    return ExecutionLimits { [isCancelled] in isCancelled() || ContinuousClock.now > deadline }
  }

  private func attempt(_ statement: Statement, binder: inout StatementBinder) -> Outcome {
    var outcome = Outcome()
    report(statement.diagnostics, in: &outcome)
    guard outcome.status == .success, let syntax = statement.syntax else {
      if outcome.status == .success, statement.syntax == nil { outcome.status = .syntax }
      if case .binding(let binding) = statement.syntax { binder.giveUp(binding) }
      return outcome
    }
    switch syntax {
    case .command(let command):
      guard !mode.checksOnly || command.command.isChecked else { return outcome }
      let messages = outcome.messages
      outcome = runCommand(command)
      if mode.checksOnly, command.command == .set { outcome.results = "" }
      outcome.messages = messages + outcome.messages
      tell(outcome.problem, at: command.range, in: &outcome)
    case .amendment(let amendment):
      let messages = outcome.messages
      outcome = amend(amendment)
      outcome.messages = messages
      report(outcome.diagnostics, in: &outcome)
      tell(outcome.problem, at: amendment.range, in: &outcome)
    case .query(let query):
      let start = ContinuousClock.now
      let bound = binder.bind(syntax)
      outcome.timing = StatementTiming(bind: ContinuousClock.now - start)
      report(bound.diagnostics, in: &outcome)
      guard outcome.status == .success, let bound = bound.query,
        let target = target(of: query, statement, in: &outcome),
        let meant = drawn(bound, for: target, query, binder.context, in: &outcome)
      else { break }
      guard !mode.checksOnly else {
        binder.bindings.lastAnswer = meant
        break
      }
      guard let answer = answer(to: meant, query.pipeline, in: &outcome) else { break }
      show(answer, of: meant, as: query, on: target, in: &outcome)
    case .binding: report(binder.bind(syntax).diagnostics, in: &outcome)
    case .explain(let explain):
      let bound = binder.bind(syntax)
      report(bound.diagnostics, in: &outcome)
      guard outcome.status == .success, let meant = bound.query, !mode.checksOnly else { break }
      self.explain(meant, bound.claim, explain, in: &outcome)
    case .expectation(let expectation): expect(expectation, binder: &binder, in: &outcome)
    }
    return outcome
  }

  func answer(
    to query: BoundQuery, _ pipeline: PipelineSyntax, in outcome: inout Outcome
  ) -> ResultTable? {
    let start = ContinuousClock.now
    defer { outcome.timing?.run = ContinuousClock.now - start }
    return attempt(pipeline, in: &outcome) { limits throws(ExecutionError) in
      try engine.execute(QueryLanguage.plan(query), limits: limits)
    }
  }

  private func explain(
    _ query: BoundQuery, _ claim: BoundClaim?, _ syntax: ExplainSyntax, in outcome: inout Outcome
  ) {
    let report = attempt(syntax.subject.pipeline, in: &outcome) { limits throws(ExecutionError) in
      try engine.trace(QueryLanguage.plan(query), limits: limits)
    }
    if let report { outcome.results = rendering.explanation.render(query, claim, report, syntax.mode) }
  }

  /// Has the engine do something; nil, and told, when that fails.
  private func attempt<Found>(
    _ pipeline: PipelineSyntax, in outcome: inout Outcome,
    _ body: (ExecutionLimits) throws(ExecutionError) -> Found
  ) -> Found? {
    do {
      return try body(ExecutionLimits(isCancelled: isCancelled))
    } catch {
      if let diagnostic = diagnostic(for: error, in: pipeline) {
        report([diagnostic], in: &outcome)
        return nil
      }
      outcome.status = ExecutionMessages.status(of: error)
      tell(ExecutionMessages.text(of: error), at: pipeline.range, in: &outcome)
      return nil
    }
  }

  /// Where the answer of a query goes; nil, and told, when its file's name is wrong.
  private func target(
    of query: QuerySyntax, _ statement: Statement, in outcome: inout Outcome
  ) -> AnswerTarget? {
    guard let destination = query.destination else { return .screen }
    switch AnswerFile.of(destination) {
    case .success(var file):
      file.missing = rendering.missing
      guard isTypedAtPrompt, destination.overwriting == .unsaid, !ownFiles.contains(file.path) else {
        return .file(file)
      }
      file.existing = .kept
      guard TypedPath.exists(file.path), !TypedPath.isSpecial(file.path) else { return .file(file) }
      // What someone keeps there may be worth more than this answer.
      outcome.status = .data
      outcome.hasDiagnosedError = true
      outcome.correction = statement.text + " replace"
      tell(
        "there is a file \(destination.path) already; ‘replace’ after the name writes over it",
        at: destination.range, in: &outcome)
      return nil
    case .failure(let refusal):
      outcome.status = .queryError
      tell(refusal.message, at: destination.range, in: &outcome)
      return nil
    }
  }

  /// The query as its file needs it: a figure is drawn of it whether it says so or not, and on a page where it sums
  /// up rows.
  private func drawn(
    _ query: BoundQuery, for target: AnswerTarget, _ syntax: QuerySyntax, _ context: BindingContext,
    in outcome: inout Outcome
  ) -> BoundQuery? {
    guard case .file(let file) = target, file.kind == .figure || file.kind == .page else { return query }
    switch QueryLanguage.drawn(query, in: context) {
    case .success(let drawn): return file.kind == .figure || drawn.sumsUp ? drawn : query
    case .failure where file.kind == .page: return query
    case .failure(let fault):
      let range = syntax.destination?.range ?? syntax.range
      report([Diagnostic(.notDrawable(fault), at: range)], in: &outcome)
      return nil
    }
  }

  /// Shows an answer, or writes it to its file.
  private func show(
    _ answer: ResultTable, of query: BoundQuery, as syntax: QuerySyntax, on target: AnswerTarget,
    in outcome: inout Outcome
  ) {
    outcome.answer = answer
    outcome.query = query
    outcome.afterword = afterword(to: answer, of: query)
    switch (target, query.presentation) {
    case (.screen, .table):
      outcome.showsAnswer = true
    case (.screen, .articles):
      let (readout, layout) = (files.readout, rendering.pageLayout)
      outcome.pieces = { write in try readout.write(answer, layout, to: write) }
      outcome.footer = rendering.footer(FooterRenderer.render(answer))
    case (.screen, .chart) where !rendering.showsPictures:
      outcome.showsAnswer = true
    case (.screen, .chart(let plan)):
      let footer = rendering.footer(FooterRenderer.render(answer))
      if !answer.rows.isEmpty {
        let chart = Chart(answer, plan, query: SyntaxPrinter.print(syntax.pipeline.withoutPicture))
        outcome.results = rendering.picture(chart, beside: footer)
      }
      outcome.footer = footer
    case (.file(let file), _) where filePolicy == .shown:
      let (files, pipeline) = (files, syntax.pipeline)
      outcome.pieces = { write in
        try files.write(answer, query, pipeline, as: file.kind, missing: file.missing, to: write)
      }
      outcome.footer = "for \(file.path)\n"
    case (.file(let file), _):
      tell(files.write(answer, of: query, as: syntax.pipeline, to: file), at: syntax.range, in: &outcome)
    }
  }

  /// Where the rows went, when there are none. It may take a moment at most, and nothing depends on it.
  private func afterword(to answer: ResultTable, of query: BoundQuery) -> String {
    guard answer.isEmpty, rendering.explainsEmptyAnswers else { return "" }
    let limits = momentaryLimits
    let run: PlanRunner = { plan throws(ExecutionError) in try engine.execute(plan, limits: limits) }
    guard let funnel = try? Funnel.of(query, run: run) else { return "" }
    return rendering.funnel(funnel)
  }

  private func tell(
    _ written: Outcome, at range: SourceRange, in outcome: inout Outcome
  ) {
    (outcome.footer, outcome.status) = (written.footer, written.status)
    outcome.writtenFile = written.writtenFile
    tell(written.problem, at: range, in: &outcome)
  }

  /// Whether someone at a prompt typed the statement: it stands in no script.
  var isTypedAtPrompt: Bool { mode.audience == .prompt && script.name == nil }

  /// An error of running that has a place in the text.
  private func diagnostic(for error: ExecutionError, in pipeline: PipelineSyntax) -> Diagnostic? {
    switch error {
    case .regexTooCostly(let pattern):
      pipeline.regexes.first { $0.regex == pattern }.map { Diagnostic(.regexTooCostly, at: $0.regexRange) }
    case .patternTooCostly(let pattern):
      pipeline.range(of: pattern).map { Diagnostic(.patternTooCostly, at: $0) }
    case .cancelled, .badRegex, .unsupported: nil
    }
  }

  func report(_ diagnostics: [Diagnostic], in outcome: inout Outcome) {
    for diagnostic in diagnostics {
      if problems.mayTell(diagnostic) { outcome.messages += rendering.message(of: diagnostic, in: script) }
      if diagnostic.severity == .error { outcome.hasDiagnosedError = true }
      if diagnostic.severity == .error, outcome.status == .success {
        outcome.status = diagnostic.id.isSyntax ? .syntax : .queryError
      }
    }
  }

  /// A problem that knows no place of its own gets its statement's, in scripts.
  func tell(_ problem: String?, at range: SourceRange, in outcome: inout Outcome) {
    guard let problem else { return }
    outcome.messages += rendering.message(problem, at: script.place(of: range))
  }
}

extension CommandName {
  /// Whether it runs where statements are only checked: what follows depends on it, or it names more to check.
  fileprivate var isChecked: Bool {
    switch self {
    case .set, .source: true
    case .help, .tour, .explain, .describe, .open, .read, .more, .why, .cite, .fix, .history, .save, .quit,
      .correct, .alias, .split, .topic, .corrections, .undo:
      false
    }
  }
}

/// Words for what stops a plan.
enum ExecutionMessages {
  static func text(of error: ExecutionError) -> String {
    switch error {
    case .cancelled: "interrupted"
    case .badRegex(let pattern, let reason, let offset):
      "/\(pattern)/ is no regular expression: \(reason), at its byte \(offset + 1)"
    case .regexTooCostly(let pattern):
      "/\(pattern)/ needs too many steps on some text; nested repetition such as (a+)+ does that"
    case .patternTooCostly:
      "a pattern fits too many combinations of words; NEAR beside words such as * does that, so name more of the words"
    case .unsupported(let what): "\(what) cannot be run yet"
    }
  }

  static func status(of error: ExecutionError) -> ExitStatus {
    switch error {
    case .cancelled: .interrupted
    case .badRegex, .patternTooCostly, .regexTooCostly, .unsupported: .queryError
    }
  }
}
