//! The first lines of a session.

internal import QuothModel
internal import QuothQuery
internal import QuothRender

/// What the corpus holds, and a query to begin with.
enum Banner {
  static func text(corpus: Corpus, vocabulary: some Vocabulary) -> String {
    let quotations = corpus.quotations.count { $0.kind != .indirect && $0.repeats == nil }
    let people = corpus.entities.count { $0.kind == .person }
    var parts = [
      count(corpus.articles.count, "article", "articles"), count(quotations, "quotation", "quotations"),
      count(people, "person", "people"),
    ]
    if let days = days(of: corpus) { parts.append(days) }
    let hint = "Try: \(firstQuery(vocabulary))    (help explains, TAB completes, Ctrl-D leaves)"
    return parts.joined(separator: ", ") + ".\n" + hint + "\n"
  }

  private static func days(of corpus: Corpus) -> String? {
    let days = corpus.articles.compactMap(\.date)
    guard let first = days.min(), let last = days.max() else { return nil }
    return first == last ? "\(first)" : "\(first) to \(last)"
  }

  /// A query that this corpus answers: whoever it quotes most.
  private static func firstQuery(_ vocabulary: some Vocabulary) -> String {
    guard let speaker = vocabulary.entries(of: .speaker).first else { return "articles" }
    let name = TerminalText.sanitise(speaker.name, lineBreaks: .blank)
    let query = "quotes by \(name)"
    // A name may hold signs or words that the language has another use for.
    return QueryLanguage.parse(query).hasErrors ? "quotes by \"\(name)\"" : query
  }

  private static func count(_ number: Int, _ one: String, _ several: String) -> String {
    "\(number) \(number == 1 ? one : several)"
  }
}
