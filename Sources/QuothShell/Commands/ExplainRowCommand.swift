//! `explain row N`: how the figures of a row came about.

internal import QuothQuery
internal import QuothRender

/// Shows the table that the measures of a row were computed from.
struct ExplainRowCommand {
  let context: CommandContext
  let rendering: Rendering

  func run(row number: Int) -> Outcome {
    switch context.answerRow(number, for: "explain row") {
    case .failure(let refusal): return .failure(refusal.message)
    case .success(let row):
      guard let answer = context.lastAnswer, let explanation = rendering.figures(of: row, in: answer) else {
        if context.lastAnswer?.stage == .variants {
          return .failure(
            "row \(number) is the fullest quotation of its utterance, which the others are laid beside; explain one of "
              + "those")
        }
        return .failure(
          "row \(number) has no measures to explain: those of `collocates`, `keywords` and `variants` have; `why \(number)` and "
            + "`open \(number)` show what others rest on")
      }
      var outcome = Outcome()
      outcome.results = explanation
      return outcome
    }
  }
}
