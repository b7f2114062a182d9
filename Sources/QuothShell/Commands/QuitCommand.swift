//! `quit`: leaves the shell.

/// Ends the session.
struct QuitCommand {
  func run() -> Outcome {
    var outcome = Outcome()
    outcome.leaves = true
    return outcome
  }
}
