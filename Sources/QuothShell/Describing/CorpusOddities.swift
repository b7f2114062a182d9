//! What a newcomer trips over: how much of it there is, and the query that shows it.

internal import QuothBasics
internal import QuothQuery
internal import QuothRender

/// Gathers what is odd in a corpus, a line each.
struct CorpusOddities {
  /// Names and events that are told.
  private static let named = 3
  /// People whose names are looked through, those mentioned most.
  private static let mostPeople = 5_000
  private static let longestName = 40

  let questions: CorpusQuestions
  let events: CorpusEvents
  let today: CalendarDay
  /// How many corrections are in force.
  let corrections: Int

  func lines() throws(ExecutionError) -> [String] {
    let texts = try languages() + names() + undatedInEvents() + statements() + articles() + dates()
    return texts.isEmpty ? ["nothing"] : texts
  }

  // MARK: Kinds

  /// Texts in which English cannot do without its commonest word: the rules know English alone.
  private func languages() throws(ExecutionError) -> [String] {
    try note(
      "articles where words > 40 and not text contains \"the\"",
      "article that seems not to be English: its quotations are read, but hardly understood",
      "articles that seem not to be English: their quotations are read, but hardly understood")
  }

  /// Several people under one name, and several names of one person.
  private func names() throws(ExecutionError) -> [String] {
    let table = try questions.ask("people sort by mentions desc limit \(Self.mostPeople) show name, aliases")
    let people = table.rows.compactMap { row -> NamedPerson? in
      guard let name = row.values[0].rawText, case .list(let aliases) = row.values[1] else { return nil }
      return NamedPerson(name: name, aliases: aliases.compactMap(\.rawText))
    }
    var lines: [String] = []
    // A name that cannot be shown as it is cannot be asked for either.
    let shared = ConfusableNames.sharedSurnames(of: people).filter { Self.shown($0.surname) == $0.surname }
    if !shared.isEmpty {
      let told = shared.prefix(Self.named).map { name in
        "\(Self.shown(name.surname)) is \(Counted.list(name.people.map(Self.shown), atMost: Self.named))"
      }
      let values = shared.prefix(Self.named).map { SyntaxPrinter.value($0.surname) }
      let condition = values.count == 1 ? "= \(values[0])" : "in (\(values.joined(separator: ", ")))"
      let head = shared.count == 1 ? "" : "\(GroupedDigits.of(shared.count)) names are several people's: "
      lines.append("\(head)\(told.joined(separator: "; ")) (people where name \(condition))")
    }
    let spelt = ConfusableNames.spellings(of: people)
    if !spelt.isEmpty {
      let told = spelt.map { "\(Self.shown($0.name)) (\(Self.shown($0.others.joined(separator: ", "))))" }
      lines.append(
        "\(Counted.few(spelt.count, "person is", "people are")) spelt in several ways: "
          + "\(Counted.list(told, atMost: Self.named)) (people show name, aliases)")
    }
    return lines
  }

  /// Articles whose day can be told from what they print, if only by way of another one without a date.
  private func undatedInEvents() -> [String] {
    let found = events.events.filter { !$0.undated.isEmpty && $0.days != nil }
    guard let first = found.first else { return [] }
    let count = Counted.few(
      found.reduce(0) { $0 + $1.undated.count }, "article without a date goes",
      "articles without a date go")
    let day = CorpusEvents.days(of: first)
    let told =
      found.count == 1
      ? "with the event of \(day)"
      : "with events of known days, \(GroupedDigits.of(first.undated.count)) with that of \(day)"
    return ["\(count) \(told) (\(events.queryForUndated(of: first)))"]
  }

  private func statements() throws(ExecutionError) -> [String] {
    var lines: [String] = []
    if events.disputed > 0 {
      lines.append(
        "speakers of \(Counted.few(events.disputed, "utterance", "utterances")) differ "
          + "(\(events.query) | where disputed)")
    }
    // Only groups tell how many rows stand in several of them.
    let notes = try questions.ask("statements group by speakers").notes
    for case .countedSeveralTimes(let count) in notes {
      lines.append(
        "\(Counted.few(count, "statement", "statements")) by several people at once (statements group by speakers)"
      )
    }
    lines += try note(
      "quotes where not known", "quote by nobody known by name", "quotes by nobody known by name")
    lines += try note(
      "statements where source_type = anonymous", "statement by somebody whose name the article keeps back",
      "statements by people whose names the articles keep back")
    lines += try note(
      "quotes with repeats where repeats is not missing", "repeat left out", "repeats left out")
    let around = try questions.commonest(
      "paragraphs where kind in (boilerplate, comment)", by: .kind, limit: 2)
    if !around.values.isEmpty {
      lines.append("not running text: \(around.words()) (paragraphs group by kind)")
    }
    return lines
  }

  private func articles() throws(ExecutionError) -> [String] {
    var lines: [String] = []
    lines += try note(
      "articles where title is missing", "article without a title", "articles without a title")
    lines += try note("articles where quotes = 0", "article without a quote", "articles without a quote")
    lines += try note(
      "articles where words = 0", "article without running text", "articles without running text")
    if let translated = try translated() { lines.append(translated) }
    if let shared = try sharedTitles() { lines.append(shared) }
    if corrections > 0 {
      lines.append("\(Counted.few(corrections, "correction", "corrections")) by users in force (corrections)")
    }
    return lines
  }

  private func dates() throws(ExecutionError) -> [String] {
    try note("articles where date < 1900", "article dated before 1900", "articles dated before 1900")
      + note("articles where date > \(today)", "article dated after today", "articles dated after today")
  }

  private func translated() throws(ExecutionError) -> String? {
    let count = try questions.count("articles where translator is not missing")
    guard count > 0 else { return nil }
    let translators = try questions.commonest(
      "articles where translator is not missing", by: .translator, limit: Self.named)
    let names = translators.values.map { Self.shown($0.text) }
    let rest = translators.groups - names.count
    let told =
      rest > 0
      ? "\(names.joined(separator: ", ")) and \(GroupedDigits.of(rest)) more"
      : Counted.list(names, atMost: names.count)
    return "\(Counted.few(count, "article", "articles")) translated by \(told) (articles group by translator)"
  }

  /// Articles printed twice, or headlines that are none.
  private func sharedTitles() throws(ExecutionError) -> String? {
    let query = "articles where title is not missing group by title | where count > 1"
    let table = try questions.ask("\(query) limit 1")
    guard let values = table.rows.first?.values, let title = CommonValues.text(of: values[0]),
      let count = values[1].wholeNumber
    else { return nil }
    let told = "‘\(Self.shown(title))’ \(GroupedDigits.of(count)) times"
    return table.total == 1
      ? "one title of several articles: \(told) (\(query))"
      : "\(GroupedDigits.of(table.total)) titles of several articles: \(told) (\(query))"
  }

  // MARK: Words

  private func note(
    _ query: String, _ one: String, _ several: String
  ) throws(ExecutionError) -> [String] {
    let count = try questions.count(query)
    return count == 0 ? [] : ["\(Counted.few(count, one, several)) (\(query))"]
  }

  private static func shown(_ text: String) -> String {
    DisplayWidth.truncate(TerminalText.sanitise(text, lineBreaks: .blank), to: longestName)
  }
}
