//! How a run of quoth ends, as the process that started it sees it.

/// The documented exit codes.
public enum ExitStatus: Int32, CaseIterable, Sendable {
  case success = 0
  /// The query is well formed but cannot be answered.
  case queryError = 1
  /// The command line is wrong.
  case usage = 2
  /// The query is not well formed.
  case syntax = 3
  /// Articles cannot be read, or results not be written.
  case data = 4
  /// A defect in quoth stopped it.
  case defect = 70
  /// Ctrl-C.
  case interrupted = 130

  /// What the process ends with.
  public var code: Int32 { rawValue }
}

/// The version of quoth.
public enum QuothVersion {
  /// By semantic versioning: what `quoth --version` prints.
  public static let current = "0.1.0"
}

/// Who reads what comes of a statement.
public enum Audience: Sendable {
  /// Someone at a prompt, who can go on from a message.
  case prompt
  /// Whoever wrote the script.
  case script
}

/// How scripts are dealt with.
public struct ScriptMode: Hashable, Sendable {
  private enum Work { case runs, runsOn, checks }

  private let work: Work
  let audience: Audience

  /// Runs statements up to the first error.
  public static let runs = ScriptMode(work: .runs, audience: .script)
  /// Runs all statements that can be run.
  public static let runsOn = ScriptMode(work: .runsOn, audience: .script)
  /// Parses and binds all statements, but runs nothing.
  public static let checks = ScriptMode(work: .checks, audience: .script)

  /// The same, for who reads it at a prompt.
  var atPrompt: ScriptMode { ScriptMode(work: work, audience: .prompt) }

  /// Whether someone typed the statements of this text.
  func isTyped(_ script: Script) -> Bool { audience == .prompt && script.name == nil }

  var keepsGoing: Bool { work != .runs }
  var checksOnly: Bool { work == .checks }
}
