//! What was weighed for a quotation and lost.

internal import QuothExtraction
internal import QuothModel

extension EvidenceReport {
  /// The sources that other rules found, and the persons that a pronoun might have meant, with their scores. The
  /// article is analysed again for it, as a corpus keeps only what won.
  func alternatives(to quotation: Quotation, in article: Article) -> [EvidenceFact] {
    let trace = ReadingPlace.during(article.file, key: article.key) { ArticleAnalyzer.trace(article) }
    return lostSources(quotation, trace, article) + lostPersons(quotation, trace, article)
  }

  private func lostSources(_ quotation: Quotation, _ trace: AnalysisTrace, _ article: Article)
    -> [EvidenceFact]
  {
    guard quotation.kind != .indirect else { return [] }
    let lost = (trace.sources[quotation.content.start] ?? []).filter { candidate in
      candidate.source != quotation.attribution.source
    }
    return lost.enumerated().map { number, candidate in
      let cue = candidate.cue.map { ", by ‘\(article.string($0))’" } ?? ""
      return EvidenceFact(
        number == 0 ? "not" : "", "‘\(article.string(candidate.source))’\(cue) (\(candidate.rule.rawValue))")
    }
  }

  private func lostPersons(_ quotation: Quotation, _ trace: AnalysisTrace, _ article: Article)
    -> [EvidenceFact]
  {
    guard let mention = quotation.attribution.mention.map({ corpus[$0] }) else { return [] }
    if let namesakes = trace.namesakes[mention.range.start] {
      let words = "‘\(article.string(mention.range))’ fits alike: " + namesakes.joined(separator: ", ")
      return [EvidenceFact("weighed", words)]
    }
    guard mention.form == .pronoun, let persons = trace.persons[mention.range.start], persons.count > 1
    else { return [] }
    let ranked = persons.sorted { ($0.score, $1.name) > ($1.score, $0.name) }
    let words = ranked.prefix(4).map { "\($0.name) \(EvidenceReport.decimals($0.score))" }
    return [EvidenceFact("weighed", "‘\(article.string(mention.range))’: " + words.joined(separator: ", "))]
  }

  /// A score with two decimals.
  private static func decimals(_ score: Double) -> String {
    let hundredths = Int((abs(score) * 100).rounded())
    let sign = score < 0 && hundredths > 0 ? "−" : ""
    return "\(sign)\(hundredths / 100).\(hundredths % 100 < 10 ? "0" : "")\(hundredths % 100)"
  }
}
