//! Examples for help, with names of the corpus that is loaded.

internal import QuothQuery

/// Fills in examples. What cannot be looked up, as someone pressed Ctrl-C, counts as lacking.
final class CorpusExamples: ExampleSource {
  private var values: PlaceholderValues

  init(_ questions: CorpusQuestions) { values = PlaceholderValues(questions: questions) }

  func filled(_ template: Template) -> String? { try? values.filled(template) }

  func commonValue(of field: Field, in collection: QueryCollection) -> String? {
    let rows = collection.rawValue
    let name = field.rawValue
    let table = try? values.questions.ask(
      "\(rows) where \(name) is not missing group by \(name) limit 20")
    return table?.rows.lazy.compactMap { row in row.values.first.flatMap(Placeholder.plainText) }.first
  }
}
