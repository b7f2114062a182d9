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
  /// Ctrl-C.
  case interrupted = 130

  public var code: Int32 { rawValue }
}

/// The version of quoth.
public enum QuothVersion {
  public static let current = "0.1.0"
}

/// Who reads what comes of a statement.
public enum Audience: Sendable {
  /// Someone at a prompt, who can go on from a message.
  case prompt
  /// Whoever wrote the script.
  case script
}

/// How `run` deals with a script.
public struct ScriptMode: Sendable {
  /// Goes on after an error.
  public let keepsGoing: Bool
  /// Parses and binds, but runs nothing.
  public let checksOnly: Bool
  public let audience: Audience

  public init(keepsGoing: Bool = false, checksOnly: Bool = false, audience: Audience = .script) {
    self.keepsGoing = keepsGoing
    self.checksOnly = checksOnly
    self.audience = audience
  }
}
