//! How the values of one field are read from rows: the bridge from the catalogue to the corpus.

internal import QuothBasics
internal import QuothModel
internal import QuothQuery

/// A stretch of an article's text.
struct Passage {
  let article: ArticleID
  let range: TextRange

  init(_ article: ArticleID, _ range: TextRange) {
    self.article = article
    self.range = range
  }
}

/// Reads one field of rows of one table. Filters, groups and sorts use the form they need; only the last
/// step of a query makes `Value`s.
enum FieldReader {
  case integer((Int) -> Int?)
  case decimal((Int) -> Double?)
  /// Day numbers, `DayNumber.missing` where there is none.
  case day([Int32])
  case yesNo((Int) -> Bool)
  /// Words of an article's text.
  case passage((Int) -> Passage?)
  case string((Int) -> String?)
  case strings((Int) -> [String])
  /// One name; `printed` gives the words of the row itself where they can differ from the name.
  case code(CodeColumn, printed: ((Int) -> String?)?)
  case codes(CodeListColumn)
}

extension FieldReader {
  /// Whether the field has no value on a row.
  func isMissing(_ row: Int) -> Bool {
    switch self {
    case .integer(let read): read(row) == nil
    case .decimal(let read): read(row) == nil
    case .day(let days): days[row] == DayNumber.missing
    case .yesNo: false
    case .passage(let read): read(row) == nil
    case .string(let read): read(row) == nil
    case .strings(let read): read(row).isEmpty
    case .code(let column, _): column.codes[row] == CodeColumn.missing
    case .codes(let column): column.range(of: row).isEmpty
    }
  }

  /// The value of a row, for output.
  func value(_ row: Int, in corpus: Corpus) -> Value {
    switch self {
    case .integer(let read): read(row).map(Value.integer) ?? .missing
    case .decimal(let read): read(row).map(Value.decimal) ?? .missing
    case .day(let days): Value(dayNumber: days[row])
    case .yesNo(let read): .yesNo(read(row))
    case .passage(let read): read(row).map { .text(corpus.string(of: $0)) } ?? .missing
    case .string(let read): read(row).map(Value.text) ?? .missing
    case .strings(let read): .list(read(row).map(Value.text))
    case .code(let column, let printed):
      column.codes[row] == CodeColumn.missing
        ? .missing : .text(printed?(row) ?? column.names.name(column.codes[row]))
    case .codes(let column):
      .list(column.codes[column.range(of: row)].map { .text(column.names.name($0)) })
    }
  }
}

extension Value {
  /// The day of a day number, or missing.
  init(dayNumber: Int32) {
    self = dayNumber == DayNumber.missing ? .missing : .day(CalendarDay(dayNumber: dayNumber))
  }
}

extension Corpus {
  /// The words of a passage, as printed.
  func string(of passage: Passage) -> String {
    string(passage.range, of: passage.article)
  }
}

// MARK: - Readers of all fields

extension CorpusColumns {
  /// The reader of a field in a collection, or nil when the collection has no such field.
  func reader(of field: Field, in collection: QueryCollection) -> FieldReader? {
    switch collection {
    case .articles: articleReader(field)
    case .quotes, .statements: quotationReader(field)
    case .people, .organizations, .places: entityReader(field)
    case .mentions: mentionReader(field)
    case .epithets: epithetReader(field)
    case .refusals: refusalReader(field)
    case .topics: topicReader(field)
    case .sentences: sentenceReader(field)
    case .paragraphs: paragraphReader(field)
    case .outlets: outletReader(field)
    }
  }

  /// The reader of a field, or the error that there is none.
  func knownReader(of field: Field, in collection: QueryCollection) throws(ExecutionError) -> FieldReader {
    guard let reader = reader(of: field, in: collection) else {
      throw .unsupported("\(collection.rawValue) have no field ‘\(field.rawValue)’")
    }
    return reader
  }

  /// A column of names that a row may have one of.
  func name(
    _ table: Table, _ field: Field, count: Int, _ names: NameTable, _ code: (Int) -> Int32?
  ) -> FieldReader {
    let column = codes(ColumnKey(table: table, field: field)) {
      CodeColumn(codes: (0..<count).map { code($0) ?? CodeColumn.missing }, names: names)
    }
    return .code(column, printed: nil)
  }

  /// A column of names that a row may have several of.
  func names(
    _ table: Table, _ field: Field, count: Int, _ names: NameTable, _ list: (Int, (Int32) -> Void) -> Void
  ) -> FieldReader {
    .codes(
      lists(ColumnKey(table: table, field: field)) {
        CodeListColumn(rowCount: count, names: names, list)
      })
  }

  /// A column of printed words, compared folded and shown as each row prints them.
  func printed(
    _ table: Table, _ field: Field, count: Int, _ word: @escaping (Int) -> String?
  ) -> FieldReader {
    let column = codes(ColumnKey(table: table, field: field)) {
      CodeColumn.interning(rowCount: count, word)
    }
    return .code(column, printed: word)
  }

  /// A column of one of a few fixed words.
  func choice<Choice: RawRepresentable & CaseIterable & Equatable>(
    _ table: Table, _ field: Field, count: Int, _ choice: (Int) -> Choice
  ) -> FieldReader where Choice.RawValue == String {
    let choices = Array(Choice.allCases)
    return name(table, field, count: count, NameTable(choices.map(\.rawValue))) { row in
      choices.firstIndex(of: choice(row)).map { Int32($0) }
    }
  }

  /// A column of days.
  func day(_ table: Table, _ field: Field, count: Int, _ date: (Int) -> CalendarDay?) -> FieldReader {
    .day(days(ColumnKey(table: table, field: field), rowCount: count, date))
  }

  /// Reports the entities of a mention that are of a kind; of all kinds when `kind` is nil.
  func reportEntities(of mention: Mention, kind: EntityKind?, _ append: (Int32) -> Void) {
    for entity in mention.entities where kind == nil || corpus[entity].kind == kind {
      append(entity.number)
    }
  }
}
