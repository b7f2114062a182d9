//! The command line as its parser describes it: subcommands and what each takes.

import ArgumentParser
import FoundationEssentials

/// One command of the command line.
struct CommandDescription: Decodable {
  let commandName: String
  let abstract: String?
  let discussion: String?
  let shouldDisplay: Bool?
  let arguments: [ArgumentDescription]?
  let subcommands: [CommandDescription]?

  private struct Tool: Decodable {
    let command: CommandDescription
  }

  /// All of it; nil when the parser describes itself in another way than expected.
  static func ofProgram() -> CommandDescription? {
    try? JSONDecoder().decode(Tool.self, from: Data(Quoth._dumpHelp().utf8)).command
  }
}

/// One argument of a command.
struct ArgumentDescription: Decodable, Hashable {
  struct Name: Decodable, Hashable {
    let kind: String
    let name: String
  }

  let kind: String
  let isRepeating: Bool
  let names: [Name]?
  let valueName: String?
  let abstract: String?
  let discussion: String?
  let defaultValue: String?
  let shouldDisplay: Bool

  /// `-o, --output <folder>`, `<file> ...`.
  var form: String {
    let value = valueName.map { "<\($0)>" } ?? ""
    let written = (names ?? []).map { $0.kind == "short" ? "-\($0.name)" : "--\($0.name)" }.joined(
      separator: ", ")
    switch kind {
    case "positional": return value + (isRepeating ? " ..." : "")
    case "flag": return written
    default: return "\(written) \(value)"
    }
  }
}
