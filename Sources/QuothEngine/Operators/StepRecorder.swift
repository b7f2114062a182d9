//! Records what each operation of a plan takes, gives and costs.

internal import QuothQuery

/// What an operation gave, and what there is to say of it.
struct Performed<Rows> {
  let rows: Rows
  let count: Int
  let access: AccessPath?

  init(_ rows: Rows, count: Int, access: AccessPath?) {
    self.rows = rows
    self.count = count
    self.access = access
  }
}

/// Makes a report of each operation as it ends. Operations nest, so the reports of inputs wait on a stack.
final class StepRecorder {
  private var waiting: [[StepReport]] = [[]]
  private let clock = ContinuousClock()

  /// The report of the last operation to end; nil before any has.
  var last: StepReport? { waiting.first?.last }

  /// Runs one operation, its inputs within it, and reports on it when it does not fail.
  func record<Rows>(
    _ operation: LogicalPlan, _ body: () throws(ExecutionError) -> Performed<Rows>
  ) throws(ExecutionError) -> Rows {
    waiting.append([])
    let start = clock.now
    let done = try body()
    let inputs = waiting.removeLast()
    let below = inputs.reduce(Duration.zero) { $0 + $1.totalTime }
    let report = StepReport(
      operation: operation, inputs: inputs, rowsOut: done.count, time: clock.now - start - below,
      access: done.access)
    waiting[waiting.count - 1].append(report)
    return done.rows
  }
}
