//! `fix`: runs the last statement as its error message would correct it. The prompt itself puts the query in its place.

internal import QuothQuery

/// What there is to say where `fix` has nothing to run.
enum FixCommand {
  /// Whether a line is the command alone.
  static func isMeant(by line: String) -> Bool {
    let words = line.split { $0.isWhitespace || $0 == ";" }
    return words.count == 1 && CommandCatalog.definition(named: String(words[0]))?.name == .fix
  }

  static func refusal(for audience: Audience) -> Outcome {
    switch audience {
    case .prompt:
      .failure("there is nothing to fix: the last statement had no error, or none with a correction")
    case .script:
      .failure("fix answers an error at a prompt; in a script the query itself is to be corrected")
    }
  }
}
