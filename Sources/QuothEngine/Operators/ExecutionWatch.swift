//! Notices what must end a query early: the user's wish, or a failure deep within a row's condition.

internal import QuothQuery

/// Watches one run of one plan.
final class ExecutionWatch {
  /// How many rows of cheap work may pass between two looks.
  static let rowsBetweenLooks = 4096

  let limits: ExecutionLimits
  /// What a condition met that it could not throw from within a row.
  private(set) var failure: ExecutionError?
  private var asked = 0

  init(_ limits: ExecutionLimits) { self.limits = limits }

  /// Records why the query has to end; the first reason stays.
  func report(_ failure: ExecutionError) { self.failure = self.failure ?? failure }

  /// Whether the query has to end. Asks the limits, so it is for use between stretches of work.
  func mustEnd() -> Bool {
    if failure == nil, limits.isCancelled() { failure = .cancelled }
    return failure != nil
  }

  /// Whether the query has to end, for work that cannot throw: cheap enough to be asked for each row and in each
  /// comparison of a sort. What such work gives after that is of no use.
  func isOver() -> Bool {
    asked &+= 1
    return asked & 0x1FF == 0 ? mustEnd() : failure != nil
  }

  /// Throws if the query has to end.
  func look() throws(ExecutionError) {
    if mustEnd(), let failure { throw failure }
  }

  /// Runs `body` over stretches of `count` things, looking before each and once after the last.
  func inStretches(
    of length: Int = rowsBetweenLooks, _ count: Int, _ body: (Range<Int>) -> Void
  ) throws(ExecutionError) {
    var start = 0
    while start < count {
      try look()
      let end = min(start + length, count)
      body(start..<end)
      start = end
    }
    try look()
  }
}
