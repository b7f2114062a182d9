//! `describe`: the articles, a collection or a field, by what is in them.

internal import QuothBasics
internal import QuothQuery
internal import QuothRender

/// Describes what there is.
struct DescribeCommand {
  let questions: CorpusQuestions
  let rendering: Rendering
  let today: CalendarDay
  /// How many corrections are in force.
  let corrections: Int

  func run(_ text: CommandText) -> Outcome {
    let words = text.text.split { $0.isWhitespace || $0 == "." }.map(String.init)
    do {
      switch try subject(words) {
      case .success(.corpus): return try describeCorpus()
      case .success(.collection(let collection)): return try describe(collection)
      case .success(.field(let collection, let definition)): return try describe(collection, definition)
      case .failure(let refusal): return .failure(refusal.message)
      }
    } catch {
      return .failure(ExecutionMessages.text(of: error), ExecutionMessages.status(of: error))
    }
  }

  // MARK: Subjects

  private enum Subject {
    case corpus
    case collection(QueryCollection)
    case field(QueryCollection, FieldDefinition)
  }

  private func subject(_ words: [String]) throws(ExecutionError) -> Result<Subject, CommandRefusal> {
    guard let first = words.first else { return .success(.corpus) }
    guard words.count <= 2 else {
      return refuse("describe takes a collection and a field, such as `describe quotes.cue`")
    }
    if let collection = QueryCollection(word: first) {
      guard words.count == 2 else { return .success(.collection(collection)) }
      guard let definition = Self.definition(words[1], in: collection) else {
        let known = FieldCatalog.fields(of: collection).map(\.field.rawValue)
        return refuse(
          "\(collection.rawValue) have no field ‘\(words[1])’\(Self.hint(words[1], among: known))")
      }
      return .success(.field(collection, definition))
    }
    // A field alone: of the first collection that has it.
    for collection in QueryCollection.allCases where words.count == 1 {
      if let definition = Self.definition(first, in: collection) {
        return .success(.field(collection, definition))
      }
    }
    let known =
      QueryCollection.allCases.map(\.rawValue) + (words.count == 1 ? Field.allCases.map(\.rawValue) : [])
    return refuse("there is no collection or field ‘\(first)’\(Self.hint(first, among: known))")
  }

  private static func definition(_ name: String, in collection: QueryCollection) -> FieldDefinition? {
    FieldCatalog.field(named: name, in: collection).flatMap {
      FieldCatalog.definition(of: $0, in: collection)
    }
  }

  private static func hint(_ word: String, among known: [String]) -> String {
    let near = Speller.nearest(to: word, among: known, atMost: 1)
    return near.first.map { "; did you mean \($0)?" } ?? ""
  }

  private func refuse(_ message: String) -> Result<Subject, CommandRefusal> {
    .failure(CommandRefusal(message: message))
  }

  // MARK: Pages

  private func describeCorpus() throws(ExecutionError) -> Outcome {
    var outcome = Outcome()
    outcome.results = page(
      try CorpusDescription(questions: questions, today: today, corrections: corrections).facts())
    outcome.footer = rendering.footer("describe quotes tells about its fields, describe quotes.cue about one")
    return outcome
  }

  private func describe(_ collection: QueryCollection) throws(ExecutionError) -> Outcome {
    var outcome = Outcome()
    let table = try FieldDescription(questions: questions, collection: collection).table()
    rendering.write(table) { outcome.results += $0 }
    let rows = try questions.count(collection.rawValue)
    let unit = rows == 1 ? collection.singular : collection.rawValue
    outcome.footer = rendering.footer(
      "\(rows) \(unit) · help \(collection.rawValue) tells what the fields mean")
    return outcome
  }

  private func describe(
    _ collection: QueryCollection, _ definition: FieldDefinition
  ) throws(ExecutionError) -> Outcome {
    var outcome = Outcome()
    let description = FieldDescription(questions: questions, collection: collection)
    let table = try description.values(of: definition)
    outcome.results = page(try description.facts(of: definition)) + "\n"
    rendering.write(table) { outcome.results += $0 }
    let others = QueryCollection.allCases.filter { other in
      other != collection && FieldCatalog.definition(of: definition.field, in: other) != nil
    }
    let also = others.isEmpty ? "" : " · also a field of \(others.map(\.rawValue).joined(separator: ", "))"
    let size =
      table.rows.count < table.total
      ? "the \(table.rows.count) commonest of \(table.total) values" : "all values"
    outcome.footer = rendering.footer(size + also)
    return outcome
  }

  private func page(_ facts: [EvidenceFact]) -> String { rendering.pageLayout.text(of: facts) }
}
