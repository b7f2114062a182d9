//! Scripts without anyone watching: in order, up to the first error.

/// Runs scripts, one after the other, in one session.
public struct ScriptRunner {
  let session: Session
  let mode: ScriptMode

  public init(session: Session, mode: ScriptMode) {
    self.session = session
    self.mode = mode
  }

  /// How they ended: the first error, or success.
  public func run(_ scripts: [Script]) -> ExitStatus {
    let status = runAll(scripts)
    tellExpectations()
    return status
  }

  /// How many expectations held, where there were some.
  func tellExpectations() {
    if let summary = session.expectations.summary { session.tell(summary) }
  }

  private func runAll(_ scripts: [Script]) -> ExitStatus {
    var first = ExitStatus.success
    for script in scripts {
      let ending = session.run(script, mode)
      if first == .success { first = ending.status }
      if ending.leaves || ending.status == .interrupted { return ending.status }
      if ending.status != .success, !mode.keepsGoing { return ending.status }
    }
    return first
  }
}
