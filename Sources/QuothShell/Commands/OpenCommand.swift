//! `open N`: the rows or lines that a row of the last answer sums up.

internal import QuothEngine
internal import QuothModel
internal import QuothQuery

/// Asks for what lies behind a row.
struct OpenCommand {
  let session: Session

  func run(row number: Int, _ context: CommandContext) -> Outcome {
    let row: ResultRow
    switch context.answerRow(number, for: "open") {
    case .success(let found): row = found
    case .failure(let refusal): return .failure(refusal.message)
    }
    let binding = session.binder.context
    guard let answer = context.lastAnswer, let asked = binding.bindings.lastAnswer,
      let query = RowOpening.query(behind: row, of: answer.columns, asked, in: binding)
    else {
      // A row that stands for itself is opened where it stands.
      return row.key == nil
        ? .failure("row \(number) does not lead back to rows of articles")
        : ReadCommand(context: context).run(row: number)
    }
    do {
      var outcome = Outcome()
      outcome.answer = try session.engine.execute(
        QueryLanguage.plan(query), limits: ExecutionLimits(isCancelled: session.isCancelled))
      outcome.query = query
      outcome.showsAnswer = true
      return outcome
    } catch {
      return .failure(ExecutionMessages.text(of: error), ExecutionMessages.status(of: error))
    }
  }
}
