//! The one definition of the shell's commands: parser, help and completion read it.

/// A command of the shell.
public enum CommandName: String, CaseIterable, Hashable, Sendable {
  case help, explain, read, why, fix, quit
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
}

/// What a command is.
public struct CommandDefinition: Hashable, Sendable {
  public let name: CommandName
  /// Other words for it.
  public let aliases: [String]
  public let argument: ArgumentShape
  /// One line for help.
  public let summary: String
  public let examples: [String]
}

/// The commands, in the order help lists them.
public enum CommandCatalog {
  public static let all: [CommandDefinition] = CommandName.allCases.map(definition)

  public static func definition(of name: CommandName) -> CommandDefinition {
    switch name {
    case .help:
      CommandDefinition(
        name: .help, aliases: ["?"], argument: .optionalTopic,
        summary: "what can be asked; with a word, more about it",
        examples: ["help", "help quotes", "help where"])
    case .explain:
      CommandDefinition(
        name: .explain, aliases: [], argument: .query,
        summary: "say what a query does, step by step; explain analyze also times it",
        examples: [
          "explain quotes by Raisi where topic = sanctions", "explain analyze quotes group by speaker",
        ])
    case .fix:
      CommandDefinition(
        name: .fix, aliases: [], argument: .none,
        summary: "run the last query as its error message would correct it", examples: ["fix"])
    case .read:
      CommandDefinition(
        name: .read, aliases: [], argument: .rowNumber,
        summary: "open the article of a row of the last answer, its quotations marked",
        examples: ["quotes by Raisi; read 1"])
    case .why:
      CommandDefinition(
        name: .why, aliases: [], argument: .rowNumber,
        summary: "show the evidence for a row: words, cue, mention, rule",
        examples: ["quotes by Raisi; why 1"])
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
