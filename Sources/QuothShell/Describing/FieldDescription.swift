//! The fields of a collection: their types, what is missing, and which values they have.

internal import QuothBasics
internal import QuothQuery
internal import QuothRender

/// Describes a collection or one of its fields.
struct FieldDescription {
  /// How many values stand in the list of fields, and on the page of one field.
  private static let listed = 3
  private static let shown = 10
  private static let longestListed = 24

  let questions: CorpusQuestions
  let collection: QueryCollection

  /// One row a field: what it is, how much of it is missing, how many values it has, the commonest.
  func table() throws(ExecutionError) -> ResultTable {
    let total = try questions.count(collection.rawValue)
    var rows: [ResultRow] = []
    for definition in FieldCatalog.fields(of: collection) {
      let missing = try missing(definition)
      let values = try questions.commonest(collection.rawValue, by: definition.field, limit: Self.listed)
      let distinct = values.groups - (missing > 0 ? 1 : 0)
      rows.append(
        ResultRow(values: [
          .text(definition.field.rawValue), .text(Self.type(definition)),
          .text(Self.percent(missing, of: total)), .integer(distinct),
          .text(try summary(definition, values, distinct: distinct)),
        ]))
    }
    let columns = ["field", "type", "missing", "values", "commonest"].map { name in
      ResultColumn(name: name, type: name == "values" ? .integer : .text, isList: false)
    }
    return ResultTable(collection: nil, columns: columns, rows: rows, total: rows.count, notes: [])
  }

  /// What one field is, and what it lacks.
  func facts(of definition: FieldDefinition) throws(ExecutionError) -> [EvidenceFact] {
    let total = try questions.count(collection.rawValue)
    let missing = try missing(definition)
    let values = try questions.commonest(collection.rawValue, by: definition.field, limit: 1)
    let distinct = values.groups - (missing > 0 ? 1 : 0)
    var facts = [
      EvidenceFact("field", "\(definition.field.rawValue) of \(collection.rawValue): \(definition.summary)"),
      EvidenceFact("type", Self.type(definition)),
      EvidenceFact("missing", "\(missing) of \(total), \(Self.percent(missing, of: total))"),
      EvidenceFact("values", "\(distinct) different"),
    ]
    if let range = try range(definition) { facts.append(EvidenceFact("range", range)) }
    return facts
  }

  /// The commonest values of one field, with their share of all rows.
  func values(of definition: FieldDefinition) throws(ExecutionError) -> ResultTable {
    let total = try questions.count(collection.rawValue)
    let common = try questions.commonest(collection.rawValue, by: definition.field, limit: Self.shown)
    let distinct = common.groups - (try missing(definition) > 0 ? 1 : 0)
    let rows = common.values.map { value in
      ResultRow(values: [
        .text(value.text), .integer(value.count), .text(Self.percent(value.count, of: total)),
      ])
    }
    let columns = [
      ResultColumn(name: definition.field.rawValue, type: .text, isList: false),
      ResultColumn(name: "count", type: .integer, isList: false),
      ResultColumn(name: "share", type: .text, isList: false),
    ]
    return ResultTable(collection: nil, columns: columns, rows: rows, total: distinct, notes: [])
  }

  // MARK: Parts

  private func missing(_ definition: FieldDefinition) throws(ExecutionError) -> Int {
    // A yes-or-no field is never missing, and the language has no such question.
    guard definition.type != .yesNo else { return 0 }
    return try questions.count("\(collection.rawValue) where \(definition.field.rawValue) is missing")
  }

  private func summary(
    _ definition: FieldDefinition, _ values: CommonValues, distinct: Int
  ) throws(ExecutionError) -> String {
    if let range = try range(definition) { return range }
    guard let first = values.values.first else { return "" }
    return first.count == 1 && distinct > 1 ? "all different" : values.words(longest: Self.longestListed)
  }

  /// `1 to 35, median 8`; nil for what has no order.
  private func range(_ definition: FieldDefinition) throws(ExecutionError) -> String? {
    let name = definition.field.rawValue
    let figures: [String]
    switch definition.type {
    case .integer, .decimal: figures = ["min", "max", "median"]
    case .date: figures = ["min", "max"]
    case .text, .name, .choice, .yesNo: return nil
    }
    let query = "\(collection.rawValue) show \(figures.map { "\($0)(\(name))" }.joined(separator: ", "))"
    let values = try questions.ask(query).rows.first?.values.compactMap { CommonValues.text(of: $0) } ?? []
    guard values.count == figures.count else { return nil }
    guard values[0] != values[1] else { return values[0] }
    return "\(values[0]) to \(values[1])" + (values.count > 2 ? ", median \(values[2])" : "")
  }

  private static func type(_ definition: FieldDefinition) -> String {
    switch definition.type {
    case .text: definition.isList ? "texts" : "text"
    case .name: definition.isList ? "names" : "name"
    case .choice: "choice"
    case .integer, .decimal: "number"
    case .date: "date"
    case .yesNo: "yes or no"
    }
  }

  /// `0 %`, `<1 %`, `13 %`: nothing that is there is rounded away.
  static func percent(_ part: Int, of whole: Int) -> String {
    guard part > 0, whole > 0 else { return "0 %" }
    if part == whole { return "100 %" }
    let rounded = (part * 200 + whole) / (2 * whole)
    return rounded == 0 ? "<1 %" : rounded >= 100 ? ">99 %" : "\(rounded) %"
  }
}
