//! The commands of a session, each handed what it needs.

internal import QuothEngine
internal import QuothModel
internal import QuothQuery
internal import QuothRender

extension Session {
  /// Runs a command that stands in a script.
  func run(_ command: CommandSyntax, of script: Script, _ mode: ScriptMode, _ depth: Int) -> Outcome {
    let argument = command.argument
    switch command.command {
    case .help:
      return HelpCommand(renderer: rendering.help(examples), vocabulary: engine.vocabulary).run(argument)
    case .tour: return TourCommand(session: self).run(CommandText(argument), script, mode)
    case .set: return SetCommand(renderer: rendering.help()).run(argument, &settings)
    case .history:
      return HistoryCommand(statements: pastStatements(), rendering: rendering).run(CommandText(argument))
    case .describe:
      return DescribeCommand(
        questions: questions, rendering: rendering, today: identity.today(),
        corrections: amended.entries.count
      ).run(CommandText(argument))
    case .more:
      return MoreCommand(context: context, rendering: rendering).run(CommandText(argument), &lastContext)
    case .source:
      return SourceCommand(script: script, depth: depth) { [self] in run($0, mode, depth: depth + 1) }
        .run(CommandText(argument))
    case .save:
      let script = SavedScript(articles: corpus.articles.count, arguments: articleArguments)
      return SaveCommand(log: log, script: script).run(CommandText(argument))
    case .corrections: return listAmendments()
    case .undo: return undoAmendment(CommandText(argument), typed: mode.isTyped(script))
    case .correct, .alias, .split, .topic:
      return .failure("\(command.command.rawValue) is written as `help \(command.command.rawValue)` tells")
    case .quit: return QuitCommand().run()
    case .fix: return FixCommand.refusal(for: script.name == nil ? mode.audience : .script)
    case .explain:
      guard case .number(let row) = argument else {
        return .failure("explain needs a query, such as `explain quotes by Raisi`, or `explain row 1`")
      }
      return ExplainRowCommand(context: context, rendering: rendering).run(row: row)
    case .open: return withRow(command) { OpenCommand(session: self).run(row: $0, context) }
    case .read: return withRow(command) { ReadCommand(context: context).run(row: $0) }
    case .cite: return CiteCommand(context: context, identity: identity).run(CommandText(argument))
    case .why: return withRow(command) { WhyCommand(context: context).run(row: $0) }
    }
  }

  var context: CommandContext {
    CommandContext(
      corpus: corpus, amended: amended, rows: rows, lastAnswer: lastAnswer, layout: rendering.pageLayout)
  }

  private func withRow(_ command: CommandSyntax, _ run: (Int) -> Outcome) -> Outcome {
    switch command.argument {
    case .number(let row): return run(row)
    case .none, .text:
      let name = command.command.rawValue
      return .failure("\(name) needs the number of a row, such as `\(name) 1`")
    }
  }
}

extension CommandSyntax {
  /// Whether it is for something to be seen, which `--output` puts into a file of its own.
  var showsSomething: Bool {
    switch command {
    case .set: CommandText(argument).assignment?.value == nil
    case .help, .explain, .describe, .open, .read, .more, .why, .cite, .history, .tour, .corrections: true
    case .fix, .source, .save, .quit, .correct, .alias, .split, .topic, .undo: false
    }
  }

  /// Whether the answers of a session depend on it. What only looks at something is left out of a script.
  var shapesAnswers: Bool {
    switch command {
    case .source: return true
    case .set:
      guard let (name, value) = CommandText(argument).assignment, value != nil else { return false }
      return SettingCatalog.definition(named: name)?.name.shapesAnswers ?? false
    case .help, .tour, .explain, .describe, .open, .read, .more, .why, .cite, .fix, .history, .save, .quit,
      .correct, .alias, .split, .topic, .corrections, .undo:
      return false
    }
  }
}

extension SettingName {
  /// Whether answers are other texts under it, wherever they go.
  fileprivate var shapesAnswers: Bool {
    switch self {
    case .format, .header, .null, .rows, .width: true
    case .color, .history, .pager, .timing: false
    }
  }
}
