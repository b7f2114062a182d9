//! The seam between a plan and whatever runs it.

/// Runs plans. The in-memory engine is the reference; another engine must give equal tables.
public protocol QueryEngine: Sendable {
  /// What the engine is called.
  var name: String { get }
  /// Runs a plan to its end, or until `limits` say to stop. Throws when it is cancelled, when an expression or a
  /// pattern takes more work than is allowed, and when the engine cannot run some part of the plan.
  func execute(_ plan: LogicalPlan, limits: ExecutionLimits) throws(ExecutionError) -> ResultTable
}

/// What may end a query before it is done.
public struct ExecutionLimits: Sendable {
  /// Asked every few thousand rows; true ends the query.
  public let isCancelled: @Sendable () -> Bool

  public init(isCancelled: @escaping @Sendable () -> Bool = { false }) { self.isCancelled = isCancelled }
}

/// Why a plan did not run to its end.
public enum ExecutionError: Error, Hashable, Sendable {
  case cancelled
  /// The regular expression does not compile: the library's reason, and the offset in bytes.
  case badRegex(pattern: String, reason: String, offset: Int)
  /// The regular expression needed more steps than allowed on some text.
  case regexTooCostly(pattern: String)
  /// The pattern fits more combinations of words of some text than may be tried.
  case patternTooCostly(TextPattern)
  /// The engine cannot run this part of the plan.
  case unsupported(String)
}
