//! The ladder of one statement: parsed, bound, planned, executed, its messages worded. Nobody else walks it.

internal import QuothEngine
internal import QuothModel
internal import QuothQuery

/// One statement of a parsed text, and what is wrong with it so far.
struct Statement {
  let parse: Parse
  /// Nil where the words make no statement.
  let syntax: StatementSyntax?
  let diagnostics: [Diagnostic]

  /// The statements of a text in order, each with the diagnostics that fall on it. Words that make no statement
  /// are one without syntax.
  static func all(of parse: Parse) -> [Statement] {
    var units = parse.script.statements.map {
      (start: $0.range.start, syntax: Optional($0), diagnostics: [Diagnostic]())
    }
    for diagnostic in parse.diagnostics {
      let start = diagnostic.range.start
      if let index = units.lastIndex(where: { $0.start <= start }),
        !isSeparated(from: units[index].syntax?.range.end ?? units[index].start, to: start, in: parse.text)
      {
        units[index].diagnostics.append(diagnostic)
      } else {
        let index = units.firstIndex { $0.start > start } ?? units.count
        units.insert((start, nil, [diagnostic]), at: index)
      }
    }
    return units.map { Statement(parse: parse, syntax: $0.syntax, diagnostics: $0.diagnostics) }
  }

  /// Whether a statement ends between two offsets: at a semicolon, or at a line that is not indented.
  private static func isSeparated(from end: Int, to start: Int, in text: QueryText) -> Bool {
    guard end < start else { return false }
    let between = Array(text.string(in: SourceRange(end, start)).utf8) + [UInt8(ascii: "x")]
    return zip(between, between.dropFirst()).contains { byte, next in
      byte == UInt8(ascii: ";") || (byte == UInt8(ascii: "\n") && next > 0x20)
    }
  }
}

/// Runs statements against one corpus.
struct StatementRunner {
  let engine: InMemoryEngine
  let rendering: Rendering
  /// Where the statements come from, for the places of messages.
  let script: Script
  let mode: ScriptMode
  let isCancelled: @Sendable () -> Bool
  /// Commands of the session, which queries do not need.
  let runCommand: (CommandSyntax) -> Outcome

  /// Runs a statement as far as it goes.
  func run(_ statement: Statement) -> Outcome {
    var outcome = Outcome()
    report(statement.diagnostics, in: &outcome)
    guard outcome.status == .success, let syntax = statement.syntax else {
      if outcome.status == .success, statement.syntax == nil { outcome.status = .syntax }
      return outcome
    }
    switch syntax {
    case .command(let command):
      guard !mode.checksOnly || command.command.isChecked else { return outcome }
      let messages = outcome.messages
      outcome = runCommand(command)
      outcome.messages = messages + outcome.messages
      tell(outcome.problem, at: command.range, in: &outcome)
    case .query(let pipeline):
      run(pipeline, in: &outcome)
    }
    return outcome
  }

  private func run(_ pipeline: PipelineSyntax, in outcome: inout Outcome) {
    let start = ContinuousClock.now
    let bound = QueryLanguage.bind(
      pipeline, vocabulary: engine.vocabulary, checkRegex: RegexCheck.problem(in:))
    report(bound.diagnostics, in: &outcome)
    guard outcome.status == .success, let query = bound.query, !mode.checksOnly else { return }
    let plan = QueryLanguage.plan(query)
    let planned = ContinuousClock.now
    do {
      outcome.answer = try engine.execute(plan, limits: ExecutionLimits(isCancelled: isCancelled))
      outcome.timing = StatementTiming(bind: planned - start, run: ContinuousClock.now - planned)
    } catch {
      if let diagnostic = diagnostic(for: error, in: pipeline) {
        return report([diagnostic], in: &outcome)
      }
      outcome.status = ExecutionMessages.status(of: error)
      tell(ExecutionMessages.text(of: error), at: pipeline.range, in: &outcome)
    }
  }

  /// An error of running that has a place in the text.
  private func diagnostic(for error: ExecutionError, in pipeline: PipelineSyntax) -> Diagnostic? {
    switch error {
    case .regexTooCostly(let pattern):
      pipeline.regexes.first { $0.regex == pattern }.map { Diagnostic(.regexTooCostly, at: $0.regexRange) }
    case .cancelled, .badRegex, .unsupported: nil
    }
  }

  private func report(_ diagnostics: [Diagnostic], in outcome: inout Outcome) {
    for diagnostic in diagnostics {
      outcome.messages += rendering.message(of: diagnostic, in: script)
      if diagnostic.severity == .error, outcome.status == .success {
        outcome.status = diagnostic.id.isSyntax ? .syntax : .queryError
      }
    }
  }

  /// A problem that knows no place of its own gets its statement's, in scripts.
  private func tell(_ problem: String?, at range: SourceRange, in outcome: inout Outcome) {
    guard let problem else { return }
    outcome.messages += rendering.message(problem, at: script.place(of: range))
  }
}

extension CommandName {
  /// Whether it runs where statements are only checked: what follows depends on it, or it names more to check.
  fileprivate var isChecked: Bool {
    switch self {
    case .set, .source: true
    case .help, .read, .more, .why, .describe, .history, .save, .quit: false
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
    case .unsupported(let what): "\(what) cannot be run yet"
    }
  }

  static func status(of error: ExecutionError) -> ExitStatus {
    switch error {
    case .cancelled: .interrupted
    case .badRegex, .regexTooCostly, .unsupported: .queryError
    }
  }
}
