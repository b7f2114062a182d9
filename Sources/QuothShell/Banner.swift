//! The first lines of a session.

internal import QuothBasics
internal import QuothEngine
internal import QuothModel
internal import QuothQuery
internal import QuothRender

/// What the corpus holds, and a query to begin with.
enum Banner {
  static func text(corpus: Corpus, overview: CorpusOverview, corrections: Int = 0) -> String {
    var parts = [
      count(corpus.articles.count, "article", "articles"),
      count(overview.quotationCount, "quotation", "quotations"),
      count(overview.personCount, "person", "people"),
    ]
    if let days = overview.days {
      parts.append(days.first == days.last ? "\(days.first)" : "\(days.first) to \(days.last)")
    }
    if corrections > 0 { parts.append(count(corrections, "correction", "corrections")) }
    let hint =
      "Try: \(firstQuery(overview.commonestSpeaker(in: corpus)))    (tour teaches, help explains, TAB completes)"
    return parts.joined(separator: ", ") + ".\n" + hint + "\n"
  }

  /// A query that this corpus answers: whoever it quotes most.
  private static func firstQuery(_ speaker: Entity?) -> String {
    guard let speaker else { return "articles" }
    let name = TerminalText.sanitise(speaker.name, lineBreaks: .blank)
    let query = "quotes by \(name)"
    // A name may hold signs or words that the language has another use for.
    return QueryLanguage.parse(query).hasErrors ? "quotes by \"\(name)\"" : query
  }

  private static func count(_ number: Int, _ one: String, _ several: String) -> String {
    "\(number) \(number == 1 ? one : several)"
  }
}
