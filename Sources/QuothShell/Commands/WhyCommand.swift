//! `why N`: the evidence for a row.

internal import QuothModel
internal import QuothQuery

/// Shows what a row of the last answer rests on.
struct WhyCommand {
  let context: CommandContext

  func run(row number: Int) -> Outcome {
    let report = EvidenceReport(corpus: context.corpus, amended: context.amended)
    switch context.row(number, for: "why") {
    case .failure(let refusal): return .failure(refusal.message)
    case .success(.quotation(let quotation)): return show(report.facts(of: quotation))
    case .success(.mention(let mention)): return show(report.facts(of: mention))
    case .success(.passage(let article, let range)): return show(report.facts(of: range, in: article))
    case .success(.article(let article)): return show(report.facts(of: article))
    case .success(.entity(let entity)): return show(report.facts(of: entity))
    case .success(.topic(let topic)): return show(report.facts(of: topic))
    case .success(.outlet(let outlet)): return show(report.facts(of: outlet))
    }
  }

  private func show(_ facts: [EvidenceFact]) -> Outcome {
    var outcome = Outcome()
    outcome.results = context.layout.text(of: facts)
    return outcome
  }
}
