//! What the articles hold and lack, in a few lines.

internal import Glibc
internal import QuothBasics
internal import QuothQuery

/// Describes a corpus.
struct CorpusDescription {
  /// How many people, outlets and topics are named.
  private static let named = 5

  let questions: CorpusQuestions

  func facts() throws(ExecutionError) -> [EvidenceFact] {
    let articles = try questions.count("articles")
    let figures = try questions.ask("articles show sum(words), min(date), max(date)").rows.first?.values ?? []
    let texts = figures.map { CommonValues.text(of: $0) ?? "" }
    var facts: [EvidenceFact] = []
    let words = texts.first.map { $0.isEmpty ? "" : ", \($0) words of running text" } ?? ""
    facts.append(EvidenceFact("articles", Self.count(articles, "article", "articles") + words))
    facts.append(EvidenceFact("dates", try dates(texts)))
    facts.append(EvidenceFact("outlets", try common("articles", .outlet, lacking: "articles")))
    facts.append(EvidenceFact("quotes", try quotes()))
    facts.append(EvidenceFact("speakers", try common("quotes", .speakers, lacking: "quotes")))
    facts.append(EvidenceFact("topics", try common("quotes", .topics, lacking: "quotes")))
    let oddities = try self.oddities()
    facts.append(EvidenceFact("odd", oddities.first ?? "nothing"))
    facts += oddities.dropFirst().map { EvidenceFact("", $0) }
    return facts
  }

  private func dates(_ figures: [String]) throws(ExecutionError) -> String {
    guard figures.count == 3, !figures[1].isEmpty else { return "no article has a date" }
    let span = figures[1] == figures[2] ? figures[1] : "\(figures[1]) to \(figures[2])"
    let without = try questions.count("articles where date is missing")
    return without == 0 ? span : "\(span); \(Self.count(without, "article has", "articles have")) none"
  }

  private func quotes() throws(ExecutionError) -> String {
    let quotes = try questions.count("quotes")
    let kinds = try questions.commonest("quotes", by: .kind, limit: 2)
    let all = try questions.count("statements")
    let repeats = try questions.count("quotes with repeats where repeats is not missing")
    var text = Self.count(quotes, "quote", "quotes")
    if quotes > 0 { text += " (\(kinds.words()))" }
    text += "; with indirect speech \(Self.count(all, "statement", "statements"))"
    return repeats == 0 ? text : text + "; \(Self.count(repeats, "repeat", "repeats")) left out"
  }

  /// The commonest values of a field, how many more there are, and how many rows have none.
  private func common(_ query: String, _ field: Field, lacking noun: String) throws(ExecutionError) -> String
  {
    let common = try questions.commonest(query, by: field, limit: Self.named)
    let without = try questions.count("\(query) where \(field.rawValue) is missing")
    let rest = common.groups - (without > 0 ? 1 : 0) - common.values.count
    var parts = common.values.isEmpty ? ["none"] : [common.words() + (rest > 0 ? " and \(rest) more" : "")]
    if without > 0, !common.values.isEmpty { parts.append("\(without) \(noun) have none") }
    return parts.joined(separator: "; ")
  }

  // MARK: Oddities

  private func oddities() throws(ExecutionError) -> [String] {
    var found: [String] = []
    func note(_ query: String, _ one: String, _ several: String) throws(ExecutionError) {
      let count = try questions.count(query)
      if count > 0 { found.append("\(Self.count(count, one, several)) (\(query))") }
    }
    try note("quotes where not known", "quote by nobody known by name", "quotes by nobody known by name")
    try note("articles where quotes = 0", "article without a quote", "articles without a quote")
    try note("articles where title is missing", "article without a title", "articles without a title")
    try note("articles where words = 0", "article without running text", "articles without running text")
    try note("articles where date < 1900", "article dated before 1900", "articles dated before 1900")
    let today = CalendarDay(dayNumber: Int32(clamping: time(nil) / 86_400))
    try note(
      "articles where date > \(today)", "article dated after today", "articles dated after today")
    if let shared = try sharedTitle() { found.append(shared) }
    return found
  }

  /// Articles printed twice, or headlines that are none.
  private func sharedTitle() throws(ExecutionError) -> String? {
    let titles = try questions.commonest("articles where title is not missing", by: .title, limit: 1)
    guard let first = titles.values.first, first.count > 1 else { return nil }
    return "\(first.count) articles have the title ‘\(DisplayWidth.truncate(first.text, to: 60))’"
  }

  private static func count(_ number: Int, _ one: String, _ several: String) -> String {
    "\(number) \(number == 1 ? one : several)"
  }
}
