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

/// How scripts are dealt with.
public enum ScriptMode: Hashable, Sendable {
  /// Runs statements up to the first error.
  case runs
  /// Runs all statements that can be run.
  case runsOn
  /// Parses and binds all statements, but runs nothing.
  case checks

  var keepsGoing: Bool { self != .runs }
  var checksOnly: Bool { self == .checks }
}
