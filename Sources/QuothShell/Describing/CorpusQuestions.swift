//! Questions that the shell asks on its own: the same queries that anyone can type.

internal import QuothBasics
internal import QuothEngine
internal import QuothQuery
internal import QuothRender

/// Asks a corpus.
struct CorpusQuestions {
  let engine: InMemoryEngine
  let isCancelled: @Sendable () -> Bool

  /// The answer to a query.
  func ask(_ query: String) throws(ExecutionError) -> ResultTable {
    guard let bound = bound(query) else { throw .unsupported("‘\(query)’") }
    return try engine.execute(
      QueryLanguage.plan(bound), limits: ExecutionLimits(isCancelled: isCancelled))
  }

  /// Whether a query can be asked. Those made of names from articles may not: such names hold anything.
  func isUnderstood(_ query: String) -> Bool { bound(query) != nil }

  private func bound(_ query: String) -> BoundQuery? {
    let parse = QueryLanguage.parse(query)
    guard case .query(let asked) = parse.script.statements.first, parse.script.statements.count == 1,
      !parse.hasErrors
    else { return nil }
    return QueryLanguage.bind(asked.pipeline, in: BindingContext(vocabulary: engine.vocabulary)).query
  }

  /// How many rows a query has.
  func count(_ query: String) throws(ExecutionError) -> Int {
    try ask("\(query) | count").wholeNumber()
  }

  /// The one whole number that a query gives, such as `articles show sum(words)`; 0 where its value is missing, as the
  /// sum of nothing is.
  func figure(_ query: String) throws(ExecutionError) -> Int {
    let table = try ask(query)
    if case .missing? = table.rows.first?.values.first { return 0 }
    return try table.wholeNumber()
  }

  /// The commonest values of a column and how often each occurs: `said 20, told 5`. Missing ones are no values.
  func commonest(_ query: String, by field: Field, limit: Int) throws(ExecutionError) -> CommonValues {
    // One more, as the missing may be among them.
    let table = try ask("\(query) group by \(field.rawValue) limit \(limit + 1)")
    let values = table.rows.compactMap { row -> (String, Int)? in
      guard let text = row.values.first.flatMap(CommonValues.text), case .integer(let count) = row.values[1]
      else { return nil }
      return (text, count)
    }
    return CommonValues(values: Array(values.prefix(limit)), groups: table.total)
  }
}

/// Values by how often they occur.
struct CommonValues {
  let values: [(text: String, count: Int)]
  /// How many different ones there are, the missing counted as one.
  let groups: Int

  /// `sanctions 11, imperialism 10`.
  func words(longest: Int = 40) -> String {
    values.map { "\(DisplayWidth.truncate($0.text, to: longest)) \(GroupedDigits.of($0.count))" }
      .joined(separator: ", ")
  }

  /// The text of a value, fit to be shown; nil when it is missing.
  static func text(of value: Value) -> String? {
    // The median of whole numbers mostly is one.
    if case .decimal(let number) = value, let whole = Int(exactly: number) { return String(whole) }
    return ValueText.of(value, listSeparator: ", ").map { TerminalText.sanitise($0, lineBreaks: .blank) }
  }
}

extension ResultTable {
  /// The one whole number of an answer that has to have one, such as that of `| count`. Another answer is a defect of
  /// the engine, which must not pass for a figure.
  func wholeNumber() throws(ExecutionError) -> Int {
    guard let value = rows.first?.values.first else { throw Value.noCount }
    return try value.count()
  }
}

extension Value {
  /// The text as the corpus has it, for asking again. Never for a terminal.
  var rawText: String? { if case .text(let text) = self { text } else { nil } }

  /// The number of something that is counted; whatever else is there is a defect of the engine.
  func count() throws(ExecutionError) -> Int {
    switch self {
    case .integer(let number): return number
    case .decimal(let number):
      if let whole = Int(exactly: number.rounded()) { return whole }
    case .missing, .text, .day, .yesNo, .list: break
    }
    throw Self.noCount
  }

  fileprivate static let noCount = ExecutionError.unsupported("a count without a number")

  var wholeNumber: Int? { if case .integer(let number) = self { number } else { nil } }
  var calendarDay: CalendarDay? { if case .day(let day) = self { day } else { nil } }
}

/// Counts in words.
enum Counted {
  /// `1 article`, `2,099 words`.
  static func few(_ number: Int, _ one: String, _ several: String) -> String {
    "\(GroupedDigits.of(number)) \(number == 1 ? one : several)"
  }

  /// `Tasnim and EFE`; `Tasnim, EFE and AFP`; only the first so many by name.
  static func list(_ names: [String], atMost most: Int) -> String {
    let rest = names.count - most
    if rest > 0 { return names.prefix(most).joined(separator: ", ") + " and \(GroupedDigits.of(rest)) more" }
    guard let last = names.last, names.count > 1 else { return names.first ?? "" }
    return names.dropLast().joined(separator: ", ") + " and " + last
  }
}
