//! `save session as FILE`: what worked, as a script.

internal import QuothQuery

/// Writes the statements of a session that worked.
struct SaveCommand {
  let log: SessionLog
  let articles: Int

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
    let failure = NewFile(path: path).write(
      log.script(articles: articles), existing: isReplacing ? .replace : .keep)
    if let failure {
      let hint = isReplacing ? "" : "; `replace` after the name writes over it"
      return .failure("\(words[2]): \(failure)" + (failure.hasPrefix("there is such") ? hint : ""), .data)
    }
    var outcome = Outcome()
    outcome.results = "\(log.count == 1 ? "1 statement" : "\(log.count) statements") in \(words[2])\n"
    return outcome
  }
}
