//! Readers of what conditions, groups and figures are about: fields of rows, or columns of a table.

internal import QuothBasics
internal import QuothQuery

/// Where the values of operands come from.
protocol OperandReaders<Operand> {
  associatedtype Operand: PlanOperand

  /// The reader of an operand; throws when there is none.
  func reader(of operand: Operand) throws(ExecutionError) -> FieldReader
  /// The type of an operand's values.
  func type(of operand: Operand) throws(ExecutionError) -> ValueType
  /// The spellings under which finished values hold the names that these keys mean.
  func spellings(of keys: [String], for operand: Operand) throws(ExecutionError) -> Set<String>
  /// What operands are of, for messages: `quotes`, `the table`.
  var owner: String { get }
}

/// The fields of a collection.
struct CollectionReaders: OperandReaders {
  let columns: CorpusColumns
  let collection: QueryCollection

  func reader(of field: Field) throws(ExecutionError) -> FieldReader {
    try columns.knownReader(of: field, in: collection)
  }

  func type(of field: Field) throws(ExecutionError) -> ValueType {
    try collection.definition(of: field).type
  }

  /// Fields of names are read as codes; nobody compares their spellings.
  func spellings(of keys: [String], for field: Field) -> Set<String> { [] }

  var owner: String { collection.rawValue }
}

/// The columns of a table.
struct TableReaders: OperandReaders {
  let table: TableSet
  let columns: CorpusColumns

  func place(of column: TableColumn) throws(ExecutionError) -> Int {
    guard let place = table.columns.firstIndex(where: { $0.name == column.name }) else {
      throw .unsupported("‘\(column.name)’, which is no column of the table")
    }
    return place
  }

  func type(of column: TableColumn) throws(ExecutionError) -> ValueType {
    table.columns[try place(of: column)].type
  }

  func spellings(of keys: [String], for column: TableColumn) throws(ExecutionError) -> Set<String> {
    guard case .name(let kind) = try type(of: column), let names = columns.names(of: kind) else {
      return Set(keys)
    }
    return Set(names.names(of: keys).map { TextFolding.fold($0) })
  }

  var owner: String { "the table" }

  func reader(of column: TableColumn) throws(ExecutionError) -> FieldReader {
    let place = try place(of: column)
    let rows = table.rows
    if table.columns[place].isList {
      return .strings { row in rows[row][place].texts }
    }
    switch table.columns[place].type {
    case .integer:
      return .integer { row in
        if case .integer(let number) = rows[row][place] { number } else { nil }
      }
    case .decimal:
      return .decimal { row in
        switch rows[row][place] {
        case .decimal(let number): number
        case .integer(let number): Double(number)
        case .missing, .text, .day, .yesNo, .list: nil
        }
      }
    case .date:
      return .day(
        rows.map { row in
          if case .day(let day) = row[place] { day.dayNumber } else { DayNumber.missing }
        })
    case .yesNo: return .yesNo { row in rows[row][place] == .yesNo(true) }
    case .text, .name, .choice: return .string { row in rows[row][place].texts.first }
    }
  }
}

extension Value {
  /// The texts that it holds.
  fileprivate var texts: [String] {
    switch self {
    case .text(let text): [text]
    case .list(let values): values.flatMap(\.texts)
    case .missing, .integer, .decimal, .day, .yesNo: []
    }
  }
}

extension CorpusColumns {
  /// The names of a kind that plans know by other keys than their folded spelling.
  fileprivate func names(of kind: NameKind) -> NameTable? {
    switch kind {
    case .speaker, .person, .organization, .place, .entity: entityNames
    case .article: articleNames
    case .topic, .outlet, .agency, .author, .translator, .country, .cue, .dateline, .role: nil
    }
  }
}
