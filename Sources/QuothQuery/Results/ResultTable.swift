//! The answer to a query, as data.

public import QuothBasics

/// One value of an answer.
public indirect enum Value: Hashable, Sendable {
  case missing
  case text(String)
  case integer(Int)
  case decimal(Double)
  case day(CalendarDay)
  case yesNo(Bool)
  /// The values of a field that can hold several; may be empty.
  case list([Value])
}

/// What a row stands for, so that it can be opened again.
public struct RowKey: Hashable, Sendable {
  public let collection: QueryCollection
  /// The stable key: of an article, a quotation (`ARTICLE#N`), an entity, a topic or an outlet. Sentences,
  /// paragraphs and mentions: `ARTICLE@START-END`, in bytes.
  public let key: String

  public init(_ collection: QueryCollection, _ key: String) {
    self.collection = collection
    self.key = key
  }
}

/// A stretch of a text cell that made its row match, in UTF-8 bytes of the cell's text.
public struct MatchMark: Hashable, Sendable {
  public let column: Int
  public let range: Range<Int>

  public init(column: Int, range: Range<Int>) {
    self.column = column
    self.range = range
  }
}

/// One row of an answer.
public struct ResultRow: Hashable, Sendable {
  public let values: [Value]
  public let key: RowKey?
  public let marks: [MatchMark]

  public init(values: [Value], key: RowKey? = nil, marks: [MatchMark] = []) {
    self.values = values
    self.key = key
    self.marks = marks
  }
}

/// One column of an answer.
public struct ResultColumn: Hashable, Sendable {
  /// The name as users type it: `speakers`, `count`, `month(date)`.
  public let name: String
  public let type: ValueType
  public let isList: Bool

  public init(name: String, type: ValueType, isList: Bool) {
    self.name = name
    self.type = type
    self.isList = isList
  }
}

/// What was left out of an answer, or counted twice in it, and why: the footer's facts.
public enum ResultNote: Hashable, Sendable {
  /// Rows that a condition could not decide, because this field or column is missing.
  case undecided(String, Int)
  /// Quotations left out because they repeat another one that is in the answer's scan and passes its filters.
  case repeatsLeftOut(Int)
  /// Rows that count under several groups.
  case countedSeveralTimes(Int)
}

/// The answer to a query: typed columns, rows in order, and what was left out.
public struct ResultTable: Hashable, Sendable {
  /// What a row stands for; nil for groups and counts.
  public let collection: QueryCollection?
  public let columns: [ResultColumn]
  public let rows: [ResultRow]
  /// How many rows there were before the limit.
  public let total: Int
  public let notes: [ResultNote]

  public init(
    collection: QueryCollection?, columns: [ResultColumn], rows: [ResultRow], total: Int, notes: [ResultNote]
  ) {
    self.collection = collection
    self.columns = columns
    self.rows = rows
    self.total = total
    self.notes = notes
  }

  /// Whether no row of a collection is behind it: no rows, or one of figures over nothing.
  public var isEmpty: Bool {
    if rows.isEmpty { return total == 0 }
    guard collection == nil, rows.count == 1 else { return false }
    return rows[0].values.allSatisfy { $0 == .integer(0) || $0 == .missing }
  }

  /// The same answer with at most so many of its rows; the total stays.
  public func first(_ count: Int) -> ResultTable {
    guard rows.count > count else { return self }
    return ResultTable(
      collection: collection, columns: columns, rows: Array(rows.prefix(count)), total: total, notes: notes)
  }
}
