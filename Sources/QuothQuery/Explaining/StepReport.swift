//! What happened in each step of a plan, as data: an engine reports it, a renderer words it.

/// How a filter comes by the rows that it looks at.
public enum AccessPath: Hashable, Sendable {
  /// It looks at every row.
  case scan
  /// An index of these fields left so many candidates to look at.
  case index(fields: [String], candidates: Int)
}

/// One operation of a plan that has run.
public struct StepReport: Sendable {
  /// The operation, with what it takes its rows from.
  public let operation: LogicalPlan
  /// The operations that it took its rows from.
  public let inputs: [StepReport]
  /// Rows that it gave.
  public let rowsOut: Int
  /// The time of the operation itself, without that of its inputs.
  public let time: Duration
  /// How it came by the rows that it looked at; nil for what is no filter of a collection.
  public let access: AccessPath?

  public init(
    operation: LogicalPlan, inputs: [StepReport], rowsOut: Int, time: Duration, access: AccessPath?
  ) {
    self.operation = operation
    self.inputs = inputs
    self.rowsOut = rowsOut
    self.time = time
    self.access = access
  }

  /// Rows that it took from each of its inputs, in their order.
  public var rowsIn: [Int] { inputs.map(\.rowsOut) }

  /// The time of the operation and of all below it.
  public var totalTime: Duration { inputs.reduce(time) { $0 + $1.totalTime } }
}
