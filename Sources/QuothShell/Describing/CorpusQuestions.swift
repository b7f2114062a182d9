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
    let parse = QueryLanguage.parse(query)
    guard case .query(let asked) = parse.script.statements.first, !parse.hasErrors,
      let bound = QueryLanguage.bind(asked.pipeline, in: BindingContext(vocabulary: engine.vocabulary)).query
    else { throw .unsupported("‘\(query)’") }
    return try engine.execute(
      QueryLanguage.plan(bound), limits: ExecutionLimits(isCancelled: isCancelled))
  }

  /// How many rows a query has.
  func count(_ query: String) throws(ExecutionError) -> Int {
    guard case .integer(let count) = try ask("\(query) | count").rows.first?.values.first else { return 0 }
    return count
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
    values.map { "\(DisplayWidth.truncate($0.text, to: longest)) \($0.count)" }.joined(separator: ", ")
  }

  /// The text of a value; nil when it is missing.
  static func text(of value: Value) -> String? {
    // The median of whole numbers mostly is one.
    if case .decimal(let number) = value, let whole = Int(exactly: number) { return String(whole) }
    return ValueText.of(value, listSeparator: ", ").map { TerminalText.sanitise($0, lineBreaks: .blank) }
  }
}
