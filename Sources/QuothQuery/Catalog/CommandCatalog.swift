//! The one definition of the shell's commands: parser, help and completion read it.

/// A command of the shell.
public enum CommandName: String, CaseIterable, Hashable, Sendable {
  case help, tour, explain, describe, open, read, more, why, cite, correct, alias, split, topic, corrections,
    undo, fix, set, history, source, save, quit
}

/// What follows a command's name.
public enum ArgumentShape: Hashable, Sendable {
  case none
  /// The number of a row of the last answer.
  case rowNumber
  /// Nothing, or a word to say more about.
  case optionalTopic
  /// The rest of the line, as it stands.
  case restOfLine
  /// A query.
  case query
  /// A correction, which the parser knows.
  case amendment
}

/// What a command is.
public struct CommandDefinition: Hashable, Sendable {
  /// The word that it is printed with.
  public let name: CommandName
  /// Other words for it.
  public let aliases: [String]
  /// What may follow the name.
  public let argument: ArgumentShape
  /// One line for help.
  public let summary: String
  /// Statements that run on any corpus that has what they leave to it.
  public let examples: [Template]
  /// How its argument is written; empty where the shape alone says it.
  public var form = ""
}

/// The commands, in the order help lists them.
public enum CommandCatalog {
  /// All commands; each has a definition.
  public static let all: [CommandDefinition] = CommandName.allCases.map(definition)

  /// The definition of a command.
  public static func definition(of name: CommandName) -> CommandDefinition {
    switch name {
    case .help:
      CommandDefinition(
        name: .help, aliases: ["?"], argument: .optionalTopic,
        summary: "what can be asked; with a word, more about it",
        examples: ["help", "help quotes", "help where", "help unknown-name"])
    case .tour:
      CommandDefinition(
        name: .tour, aliases: [], argument: .restOfLine,
        summary:
          "short lessons on these articles, or those of a file; hint, skip, back, stop and again steer it",
        examples: ["tour", "tour hint", "tour stop", "tour again", "tour \"my-lesson.md\""],
        form: "[FILE or WORD]")
    case .explain:
      CommandDefinition(
        name: .explain, aliases: [], argument: .query,
        summary:
          "say what a query does, step by step; explain analyze also times it; of a row, how its figures came about",
        examples: [
          "explain quotes by {speaker} where topic = {topic}", "explain analyze quotes group by speaker",
          "articles | collocates of \"{term}*\"; explain row 1",
        ], form: "QUERY or row N")
    case .fix:
      CommandDefinition(
        name: .fix, aliases: [], argument: .none,
        summary: "run the last query as its error message would correct it", examples: ["fix"])
    case .open:
      CommandDefinition(
        name: .open, aliases: [], argument: .rowNumber,
        summary:
          "the rows or lines behind a row of the last answer: those of a group, of a word, of a period",
        examples: ["quotes group by speaker; open 1", "articles | collocates of \"{term}*\"; open 2"])
    case .read:
      CommandDefinition(
        name: .read, aliases: [], argument: .rowNumber,
        summary: "open the article of a row of the last answer, its quotations marked",
        examples: ["quotes by {speaker} limit 2; read 1"])
    case .more:
      CommandDefinition(
        name: .more, aliases: [], argument: .restOfLine,
        summary: "the sentences around a row of the last answer; again for more of them, or so many",
        examples: [
          "quotes by {speaker} limit 2; more 1", "quotes by {speaker}; more 1; more",
          "quotes by {speaker}; more 1 5",
        ],
        form: "[N] [SENTENCES]")
    case .why:
      CommandDefinition(
        name: .why, aliases: [], argument: .rowNumber,
        summary: "show the evidence for a row: words, cue, mention, rule",
        examples: ["quotes by {speaker} limit 2; why 1"])
    case .cite:
      CommandDefinition(
        name: .cite, aliases: [], argument: .restOfLine,
        summary: "a citation of the words of a row: who, where, when, at which place, from which articles",
        examples: [
          "quotes by {speaker} limit 2; cite 1", "quotes by {speaker}; cite 1 as bibtex",
          "articles; cite 2 as csl",
        ],
        form: "N [as text, bibtex or csl]")
    case .correct:
      CommandDefinition(
        name: .correct, aliases: [], argument: .amendment,
        summary:
          "say who speaks in a row, or what it is about; of its article, the date, outlet, author and so on; missing for nobody",
        examples: [
          "quotes by {speaker} limit 2; correct 1 speaker = {speaker2}",
          "quotes; correct 1 speaker = new \"Jane Doe\"",
          "articles; correct 1 date = {day}",
        ], form: "N FIELD = VALUE")
    case .alias:
      CommandDefinition(
        name: .alias, aliases: [], argument: .amendment,
        summary: "say that two names are one person, organization or place, known by the one on the right",
        examples: ["alias \"the Lion\" = {speaker}"], form: "NAME = NAME")
    case .split:
      CommandDefinition(
        name: .split, aliases: [], argument: .amendment,
        summary: "say that a name means somebody else, in all articles or in those named",
        examples: ["split {speaker} from {speaker} in {article} as new \"Somebody Else\""],
        form: "NAME from PERSON [in ARTICLE, …] [as PERSON or as new \"NAME\"]")
    case .topic:
      CommandDefinition(
        name: .topic, aliases: [], argument: .amendment,
        summary: "say which words make a topic, a new one or one that there is",
        examples: ["topic define mine = \"{term}*\", \"{place} NEAR/3 {place2}\""],
        form: "define NAME = PATTERN, …")
    case .corrections:
      CommandDefinition(
        name: .corrections, aliases: [], argument: .none,
        summary: "what was corrected, and where it is kept", examples: ["corrections"])
    case .undo:
      CommandDefinition(
        name: .undo, aliases: [], argument: .restOfLine,
        summary: "take back the last correction, or that of a number",
        examples: ["alias \"the Lion\" = {speaker}; undo", "alias \"the Lion\" = {speaker}; undo 1"],
        form: "[N]")
    case .describe:
      CommandDefinition(
        name: .describe, aliases: [], argument: .restOfLine,
        summary:
          "who, where, when, which events and what is odd; of a collection, its fields; of a field, its values",
        examples: ["describe", "describe quotes", "describe quotes.outlet"], form: "[COLLECTION] [FIELD]")
    case .set:
      CommandDefinition(
        name: .set, aliases: [], argument: .restOfLine,
        summary: "how answers are shown: all settings, one of them, or a new value for it",
        examples: ["set", "set format", "set format csv"], form: "[NAME [VALUE]]")
    case .history:
      CommandDefinition(
        name: .history, aliases: [], argument: .restOfLine,
        summary: "past statements: the last N, or those that hold a word; at the prompt, !N runs one again",
        examples: ["history", "history 50", "history quotes"], form: "[N or WORD]")
    case .source:
      CommandDefinition(
        name: .source, aliases: [], argument: .restOfLine,
        summary: "run the statements of a file in this session", examples: ["source weekly.query"],
        form: "FILE")
    case .save:
      CommandDefinition(
        name: .save, aliases: [], argument: .restOfLine,
        summary: "write the statements that worked in this session to a file that ‘quoth run’ takes",
        examples: ["save session as monday.query", "save session as monday.query replace"],
        form: "session as FILE [replace]")
    case .quit:
      CommandDefinition(
        name: .quit, aliases: ["exit"], argument: .none, summary: "leave the shell", examples: ["quit"])
    }
  }

  /// The command that a word names, in any case.
  public static func definition(named word: String) -> CommandDefinition? {
    let lowered = word.lowercased()
    return all.first { $0.name.rawValue == lowered || $0.aliases.contains(lowered) }
  }

  /// All words that name a command.
  public static let words: [String] = all.flatMap { [$0.name.rawValue] + $0.aliases }
}
