//! What the articles are about, for somebody who has never seen them: who, where, when, which events, what is odd.

internal import QuothBasics
internal import QuothQuery
internal import QuothRender

/// Introduces a corpus.
struct CorpusDescription {
  /// How many of a kind are named.
  private static let named = 4
  /// Days and articles from which on a month or a year can be called the busiest.
  private static let (manyMonths, manyYears, manyArticles): (Int32, Int32, Int) = (92, 731, 20)

  let questions: CorpusQuestions
  let today: CalendarDay
  /// How many corrections are in force.
  let corrections: Int

  func facts() throws(ExecutionError) -> [EvidenceFact] {
    let articles = try questions.count("articles")
    guard articles > 0 else { return [EvidenceFact("what", "no articles")] }
    let events = try CorpusEvents(questions)
    let oddities = CorpusOddities(
      questions: questions, events: events, today: today, corrections: corrections)
    let parts = [
      ("what", try self.articles(articles)), ("when", [try dates(articles)]),
      ("events", try events.lines()), ("who", try people()), ("quotes", [try quotes()]),
      ("where", [try places()]), ("topics", [try topics()]), ("odd", try oddities.lines()),
      ("try", try suggestions(events)),
    ]
    return parts.flatMap { label, lines in
      lines.enumerated().map { EvidenceFact($0.offset == 0 ? label : "", $0.element) }
    }
  }

  // MARK: Articles and days

  private func articles(_ count: Int) throws(ExecutionError) -> [String] {
    let words = try questions.figure("articles show sum(words)")
    let size = Counted.few(count, "article", "articles") + ", "
    let outlets = try common("articles", .outlet)
    let without = try questions.count("articles where outlet is missing")
    var parts = [outlets.isEmpty ? "no article names its outlet" : "outlets \(outlets)"]
    if without > 0, !outlets.isEmpty { parts.append("\(GroupedDigits.of(without)) name none") }
    let agencies = try common("articles", .agency)
    if !agencies.isEmpty { parts.append("agencies \(agencies)") }
    return [
      size + Counted.few(words, "word", "words") + " of running text",
      parts.joined(separator: "; "),
    ]
  }

  private func dates(_ articles: Int) throws(ExecutionError) -> String {
    let days = try questions.ask("articles show min(date), max(date)").rows.first?.values ?? []
    guard days.count == 2, let first = days[0].calendarDay, let last = days[1].calendarDay else {
      return "no article has a date"
    }
    var text = first == last ? "\(first)" : "\(first) to \(last)"
    let without = try questions.count("articles where date is missing")
    let span = last.dayNumber - first.dayNumber
    if span >= Self.manyMonths, articles - without >= Self.manyArticles {
      let period = span >= Self.manyYears ? "year" : "month"
      let busiest = try questions.ask(
        "articles where date is not missing group by \(period)(date) | sort by count desc limit 1")
      if let values = busiest.rows.first?.values, let name = CommonValues.text(of: values[0]),
        let count = values[1].wholeNumber
      {
        text += ", most in \(name) (\(GroupedDigits.of(count)))"
      }
    }
    let undated = Counted.few(without, "article", "articles")
    return without == 0 ? text : "\(text); \(undated) without a date"
  }

  // MARK: Who and where

  /// The most mentioned people, as the texts give them.
  private func people() throws(ExecutionError) -> [String] {
    let table = try questions.ask(
      "people sort by mentions desc limit \(Self.named) show name, roles, country, mentions")
    guard table.total > 0 else { return ["nobody is named"] }
    let told = try table.rows.map(\.values).map { values throws(ExecutionError) -> String in
      let role: Value = if case .list(let roles) = values[1] { roles.first ?? .missing } else { .missing }
      let office = [role, values[2]].compactMap(CommonValues.text).map(Self.short).joined(separator: ", ")
      let name = Self.short(CommonValues.text(of: values[0]) ?? "")
      return "\(name)\(office.isEmpty ? "" : " (\(office))") \(GroupedDigits.of(try values[3].count()))"
    }
    let all = Counted.few(table.total, "person", "people")
    return ["\(all)\(table.total > 1 ? "; mentioned most" : ":") \(Self.list(told, of: table.total))"]
  }

  /// How much is quoted, and whom most.
  private func quotes() throws(ExecutionError) -> String {
    let quotes = try questions.count("quotes")
    let unmarked = try questions.count("statements where kind = indirect")
    guard quotes + unmarked > 0 else { return "nobody is quoted" }
    var parts: [String] = []
    if quotes > 0 { parts.append(Counted.few(quotes, "quote", "quotes")) }
    if unmarked > 0 { parts.append(Counted.few(unmarked, "statement", "statements") + " without marks") }
    let text = parts.joined(separator: " and ")
    let speakers = try common(quotes > 0 ? "quotes" : "statements", .speakers)
    return speakers.isEmpty ? "\(text), by nobody known by name" : "\(text): \(speakers)"
  }

  private func places() throws(ExecutionError) -> String {
    let datelines = try common("articles", .place)
    let table = try questions.ask("places sort by mentions desc limit \(Self.named) show name, mentions")
    let told = try table.rows.map(\.values).map { values throws(ExecutionError) -> String in
      "\(Self.short(CommonValues.text(of: values[0]) ?? "")) \(GroupedDigits.of(try values[1].count()))"
    }
    let written = datelines.isEmpty ? "no article has a dateline" : "written from \(datelines)"
    return written + (told.isEmpty ? "" : "; named most \(Self.list(told, of: table.total))")
  }

  private func topics() throws(ExecutionError) -> String {
    let topics = try common("quotes", .topics)
    let without = try questions.count("quotes where topics is missing")
    guard !topics.isEmpty else { return "no quote has one" }
    return without == 0 ? topics : "\(topics); \(Counted.few(without, "quote has", "quotes have")) none"
  }

  // MARK: What to ask next

  private func suggestions(_ events: CorpusEvents) throws(ExecutionError) -> [String] {
    var queries: [String] = []
    let speakers = try questions.ask("quotes where speakers is not missing group by speakers limit 1")
    if let speaker = speakers.rows.first?.values.first?.rawText, isTypable(speaker) {
      let query = "quotes by \(SyntaxPrinter.value(speaker))"
      if questions.isUnderstood(query) {
        let topics = try questions.ask("\(query) where topics is not missing group by topics limit 1")
        let topic = topics.rows.first?.values.first?.rawText.map { " about \(SyntaxPrinter.value($0))" }
        queries.append(query + (topic ?? ""))
      }
    }
    let outlets = try questions.ask("quotes where outlet is not missing group by outlet limit 1")
    if outlets.total > 1 {
      queries.append("quotes | compare outlets")
    } else if !events.events.isEmpty {
      queries.append(events.query)
    }
    return queries.isEmpty ? ["articles", "paragraphs limit 5"] : queries
  }

  /// Whether a name can be typed as it is shown.
  private func isTypable(_ name: String) -> Bool {
    Self.short(TerminalText.sanitise(name, lineBreaks: .blank)) == name
  }

  // MARK: Words

  /// The commonest values of a field, and how many more there are; empty where there are none.
  private func common(_ query: String, _ field: Field) throws(ExecutionError) -> String {
    let common = try questions.commonest(
      "\(query) where \(field.rawValue) is not missing", by: field, limit: Self.named)
    return Self.list(
      common.values.map { "\(Self.short($0.text)) \(GroupedDigits.of($0.count))" }, of: common.groups)
  }

  private static func list(_ told: [String], of all: Int) -> String {
    let rest = all - told.count
    return told.joined(separator: ", ")
      + (rest > 0 && !told.isEmpty ? " and \(GroupedDigits.of(rest)) more" : "")
  }

  private static func short(_ text: String) -> String { DisplayWidth.truncate(text, to: 40) }
}
