//! How long the steps of a statement took.

/// The steps of a query before its answer is printed.
struct StatementTiming: Sendable {
  var parse = Duration.zero
  var bind = Duration.zero
  var run = Duration.zero

  /// `parse 0.1, bind 0.2, run 3.4, print 0.9 ms`.
  func words(printing: Duration?) -> String {
    var steps = [("parse", parse), ("bind", bind), ("run", run)]
    if let printing { steps.append(("print", printing)) }
    return steps.map { "\($0) \(Self.milliseconds($1))" }.joined(separator: ", ") + " ms"
  }

  /// With one decimal, or two below one.
  private static func milliseconds(_ duration: Duration) -> String {
    let (seconds, attoseconds) = duration.components
    let microseconds = seconds * 1_000_000 + attoseconds / 1_000_000_000_000
    if microseconds < 1_000 {
      let hundredths = microseconds / 10
      return "0.\(hundredths < 10 ? "0" : "")\(hundredths)"
    }
    let tenths = microseconds / 100
    return "\(tenths / 10).\(tenths % 10)"
  }
}
