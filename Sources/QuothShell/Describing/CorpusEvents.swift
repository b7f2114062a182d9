//! Which events the articles tell of: asked as `statements | variants`, told in a line each.

internal import QuothBasics
internal import QuothQuery
internal import QuothRender

/// The events of a corpus, and what the search for them showed besides.
struct CorpusEvents {
  /// Statements that are compared, at most: what variants take beside the counting of all words grows with them.
  static let mostCompared = 20_000
  /// Events that are told.
  private static let told = 5
  /// Utterances that a query lists.
  private static let mostListed = 8
  /// Articles of an event that are asked for a headline.
  private static let mostAsked = 20
  private static let longestHeadline = 80

  private let questions: CorpusQuestions
  let events: [FoundEvent]
  /// How many utterances different articles give to different speakers.
  let disputed: Int
  /// The rows of all that was found: `statements | variants`.
  let query: String
  /// What was looked at, where that is not all.
  private let scope: String?
  /// The outlet of each article that has one.
  private let outlets: [String: String]

  /// `most` is how many statements are compared.
  init(_ questions: CorpusQuestions, most: Int = mostCompared) throws(ExecutionError) {
    self.questions = questions
    let rows = try Self.rows(questions, most)
    scope = rows.scope
    query = "\(rows.query) | variants"
    let table = try questions.ask("\(query) | show utterance, article, date, outlet, disputed")
    var printings: [Printing] = []
    var outlets: [String: String] = [:]
    var disputed: Set<Int> = []
    for values in table.rows.map(\.values) where values.count == 5 {
      guard let utterance = values[0].wholeNumber, let article = values[1].rawText else { continue }
      printings.append(Printing(utterance: utterance, article: article, day: values[2].calendarDay))
      outlets[article] = values[3].rawText
      if values[4] == .yesNo(true) { disputed.insert(utterance) }
    }
    events = EventFinder.events(of: printings)
    self.outlets = outlets
    self.disputed = disputed.count
  }

  /// The rows that are compared: all, or those since a day, or the first ones where nothing has a day.
  private static func rows(
    _ questions: CorpusQuestions, _ most: Int
  ) throws(ExecutionError) -> (query: String, scope: String?) {
    let all = try questions.count("statements")
    guard all > most else { return ("statements", nil) }
    func scope(_ words: String, _ count: Int) -> String {
      "looked for \(words): \(GroupedDigits.of(count)) of \(GroupedDigits.of(all)) statements"
    }
    // By whole days, so that no event is cut through.
    let days = try questions.ask(
      "statements where date is not missing group by date | sort by date desc limit \(most)")
    var (first, count): (CalendarDay?, Int) = (nil, 0)
    for values in days.rows.map(\.values) {
      guard let day = values[0].calendarDay, let more = values[1].wholeNumber,
        count + more <= most
      else { break }
      (first, count) = (day, count + more)
    }
    if let first { return ("statements where date >= \(first)", scope("since \(first)", count)) }
    let query = "statements limit \(most)"
    return (
      days.rows.isEmpty ? query : "statements sort by date desc limit \(most)",
      scope(days.rows.isEmpty ? "at the beginning" : "at the end", most)
    )
  }

  // MARK: Words

  func lines() throws(ExecutionError) -> [String] {
    var lines: [String] = []
    for event in events.prefix(Self.told) { lines.append(try line(of: event)) }
    if lines.isEmpty { lines.append("no two articles print the same utterance") }
    let rest = events.count - Self.told
    var last = rest > 0 ? ["and \(GroupedDigits.of(rest)) more (\(query))"] : []
    if let scope { last.append(scope) }
    return last.isEmpty ? lines : lines + [last.joined(separator: "; ")]
  }

  private func line(of event: FoundEvent) throws(ExecutionError) -> String {
    let outlets = Set(event.articles.compactMap { self.outlets[$0] }).count
    let articles =
      "\(GroupedDigits.of(event.articles.count)) articles"
      + (outlets > 1 ? " of \(GroupedDigits.of(outlets)) outlets" : "")
    let utterances = Counted.few(event.utterances.count, "utterance", "utterances")
    let head = "\(Self.days(of: event)): \(try headline(of: event))"
    return "\(head); \(articles), \(utterances) in common (\(query(for: event)))"
  }

  static func days(of event: FoundEvent) -> String {
    guard let days = event.days else { return "no date" }
    return days.first == days.last ? "\(days.first)" : "\(days.first) to \(days.last)"
  }

  /// The query that shows what the articles of an event share.
  private func query(for event: FoundEvent) -> String {
    query(for: event.utterances.count <= Self.mostListed ? event.utterances : event.telling)
  }

  /// The query that shows the articles of an event that have no date.
  func queryForUndated(of event: FoundEvent) -> String {
    query(for: event.telling) + " and date is missing"
  }

  private func query(for utterances: [Int]) -> String {
    let numbers = utterances.map(String.init).joined(separator: ", ")
    return "\(query) | where utterance \(utterances.count == 1 ? "= \(numbers)" : "in (\(numbers))")"
  }

  /// Of the article that shares most among those that have one; else the first words of the one that shares most.
  private func headline(of event: FoundEvent) throws(ExecutionError) -> String {
    let asked = event.articles.prefix(Self.mostAsked)
    let list = asked.map(SyntaxPrinter.value).joined(separator: ", ")
    let titled = "articles where id in (\(list)) and title is not missing show id, title"
    guard let first = asked.first, questions.isUnderstood(titled) else { return Self.untitled }
    var titles: [String: String] = [:]
    for values in try questions.ask(titled).rows.map(\.values) {
      if let id = values[0].rawText, let title = CommonValues.text(of: values[1]) { titles[id] = title }
    }
    if let title = asked.lazy.compactMap({ titles[$0] }).first {
      return DisplayWidth.truncate(title, to: Self.longestHeadline)
    }
    let words = try questions.ask(
      "paragraphs where article = \(SyntaxPrinter.value(first)) and kind = body limit 1 show text"
    ).rows.first?.values.first.flatMap(CommonValues.text)
    return words.map { "‘\(DisplayWidth.truncate($0, to: Self.longestHeadline))’" } ?? Self.untitled
  }

  private static let untitled = "without a headline"
}
