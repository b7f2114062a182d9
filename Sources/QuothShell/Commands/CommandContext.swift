//! What commands see of their session.

internal import QuothModel
internal import QuothQuery

/// Why a command cannot do what it was asked.
struct CommandRefusal: Error {
  let message: String
}

/// The corpus, the last answer, and how to lay out text.
struct CommandContext {
  let corpus: Corpus
  let amended: AmendedCorpus
  let rows: RowFinder
  let lastAnswer: ResultTable?
  let layout: PageLayout

  /// A row of the last answer, or why there is nothing to `command`.
  func answerRow(_ number: Int, for command: String) -> Result<ResultRow, CommandRefusal> {
    guard let answer = lastAnswer else {
      return refuse(
        "there is no answer yet; run a query first, such as `quotes limit 5`, then `\(command) 1`")
    }
    guard !answer.rows.isEmpty else { return refuse("the last answer has no rows") }
    guard answer.rows.indices.contains(number - 1) else {
      let count = answer.rows.count
      return refuse(
        "the last answer has no row \(number); its rows are \(count == 1 ? "1" : "1 to \(count)")")
    }
    return .success(answer.rows[number - 1])
  }

  /// What a row of the last answer stands for, or why there is nothing to `command`.
  func row(_ number: Int, for command: String) -> Result<RowTarget, CommandRefusal> {
    answerRow(number, for: command).flatMap { row in
      guard let key = row.key else {
        return refuse("row \(number) sums up several rows; `open \(number)` shows them")
      }
      guard let target = rows.target(of: key) else {
        return refuse("row \(number) (\(key.key)) is not in the corpus")
      }
      return .success(target)
    }
  }

  private func refuse<Found>(_ message: String) -> Result<Found, CommandRefusal> {
    .failure(CommandRefusal(message: message))
  }
}
