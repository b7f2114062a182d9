//! Ways of asking that come from elsewhere: what they are, and the queries they may mean.

/// A statement that is asked in another way, and how the language would say it.
struct Habit {
  let problem: Problem
  /// Queries that may be meant, the likeliest first. Whether they can run is for the corrector to find out.
  let meant: [String]
}

extension Habit {
  /// Asked in full before spelling is thought of: words such as `who` and `how` are near to commands.
  static func inFull(_ pieces: StatementPieces) -> Habit? {
    LeavingHabits.recognise(pieces) ?? SQLHabits.recognise(pieces)
      ?? QuestionHabits.recognise(pieces) ?? LooseHabits.address(pieces)
      ?? LooseHabits.clause(pieces)
  }

  /// What only a name or a text can be.
  static func inPassing(_ pieces: StatementPieces) -> Habit? { LooseHabits.rows(pieces) }
}
