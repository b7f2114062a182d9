//! `save session as FILE`: what worked, as a script.

internal import QuothQuery

/// Writes the statements of a session that worked.
struct SaveCommand {
  let log: SessionLog
  let script: SavedScript

  private static let usage = "save is written `save session as FILE`"

  func run(_ text: CommandText) -> Outcome {
    let words: [String]
    switch text.words {
    case .success(let found): words = found
    case .failure(let refusal): return .failure(refusal.message)
    }
    guard words.count >= 3, words[0].lowercased() == "session", words[1].lowercased() == "as" else {
      return .failure(Self.usage)
    }
    let isReplacing = words.count == 4 && words[3].lowercased() == "replace"
    guard words.count == 3 || isReplacing else {
      return .failure("\(Self.usage); a name with blanks stands in quotation marks")
    }
    guard log.count > 0 else { return .failure("nothing has worked yet in this session that could be saved") }
    let path = TypedPath.resolved(words[2])
    if let failure = write(to: path, isReplacing ? .replaced : .kept) {
      let isInTheWay = !isReplacing && TypedPath.exists(path) && !TypedPath.isSpecial(path)
      let hint = isInTheWay ? "; ‘replace’ after the name writes over it" : ""
      return .failure("\(words[2]): \(failure.reason)\(hint)", .data)
    }
    var outcome = Outcome()
    outcome.results = "\(log.count == 1 ? "1 statement" : "\(log.count) statements") in \(words[2])\n"
    return outcome
  }

  private func write(to path: String, _ existing: WholeFile.Existing) -> SystemFailure? {
    switch WholeFile.open(path) {
    case .failure(let failure): return failure
    case .success(var file):
      file.write(script.text(of: log))
      if case .failure(let failure) = file.close(existing: existing) { return failure }
      return nil
    }
  }
}
