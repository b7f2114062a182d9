//! What placeholders stand for in this corpus: each is looked up once, when a text first needs it.

internal import QuothQuery

/// Finds the values of placeholders.
struct PlaceholderValues {
  let questions: CorpusQuestions
  private var known: [Placeholder: String?] = [:]
  /// Several placeholders rest on one query.
  private var answers: [String: ResultTable] = [:]

  init(questions: CorpusQuestions) { self.questions = questions }

  /// The value of a placeholder; nil where the corpus has none.
  mutating func value(of placeholder: Placeholder) throws(ExecutionError) -> String? {
    if let known = known[placeholder] { return known }
    var value: String?
    if let query = try filled(placeholder.query) {
      if answers[query] == nil { answers[query] = try questions.ask(query) }
      value = answers[query].flatMap(placeholder.value)
    }
    known[placeholder] = .some(value)
    return value
  }

  /// A query with all values in it; nil where the corpus lacks one.
  mutating func filled(_ template: Template) throws(ExecutionError) -> String? {
    var values: [Placeholder: String] = [:]
    for placeholder in template.placeholders {
      guard let value = try value(of: placeholder) else { return nil }
      values[placeholder] = value
    }
    return template.filled(values)
  }
}
