//! The answer to a query, as data.

public import QuothBasics
public import QuothStatistics

/// One value of an answer.
public enum Value: Hashable, Sendable {
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
  /// What `key` is looked up in.
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
  /// The index of the cell's column.
  public let column: Int
  /// Bytes of the cell's text.
  public let range: Range<Int>

  public init(column: Int, range: Range<Int>) {
    self.column = column
    self.range = range
  }
}

/// One row of an answer.
public struct ResultRow: Hashable, Sendable {
  /// One for each column of the table, in their order.
  public let values: [Value]
  /// Nil for rows of groups, counts and analyses.
  public let key: RowKey?
  /// Stretches of its cells that are to be marked.
  public let marks: [MatchMark]
  /// What the measures of the row were computed from.
  public let contingency: ContingencyTable?
  /// The words of the row beside those of another quotation.
  public let alignment: WordAlignment?

  public init(
    values: [Value], key: RowKey? = nil, marks: [MatchMark] = [], contingency: ContingencyTable? = nil,
    alignment: WordAlignment? = nil
  ) {
    self.values = values
    self.key = key
    self.marks = marks
    self.contingency = contingency
    self.alignment = alignment
  }
}

/// One column of an answer.
public struct ResultColumn: Hashable, Sendable {
  /// How its cells lie beside each other.
  public enum Layout: Hashable, Sendable {
    /// Words are broken into lines where they need room.
    case text
    /// One line, whose end meets the node; what has no room is cut from its start.
    case before
    /// One line that is not cut.
    case node
    /// One line, whose start meets the node; what has no room is cut from its end.
    case after
    /// One line from the start of something to its end.
    case plot
  }

  /// The name as users type it: `speakers`, `count`, `month(date)`.
  public let name: String
  /// The type of all its values, missing ones aside.
  public let type: ValueType
  /// Whether each value is a list.
  public let isList: Bool
  /// How it is laid out in a terminal.
  public let layout: Layout

  public init(name: String, type: ValueType, isList: Bool, layout: Layout = .text) {
    self.name = name
    self.type = type
    self.isList = isList
    self.layout = layout
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
  case analysis(AnalysisNote)
}

/// What an analysis has to say of its figures.
public enum AnalysisNote: Hashable, Sendable {
  /// So many words, in so many articles, were counted.
  case counted(words: Int, articles: Int)
  /// The pattern stands so often.
  case node(Int)
  /// So many words on either side count as near; the windows hold so many words in all.
  case window(Int, words: Int)
  /// Rows with fewer occurrences are left out; `isLowered` where the windows are small.
  case least(Int, isLowered: Bool)
  /// What was compared with.
  case reference(words: Int, articles: Int)
  /// So many rows stand on both sides of a comparison, and are counted on one alone.
  case sharedRows(Int, with: ComparedSide)
  /// The form of a measure.
  case measure(AssociationMeasure)
  /// Of so many words tested, so many pass the cut-off of log-likelihood for p < 0.05 (Šidák).
  case significant(Int, of: Int, critical: Double)
  /// Rows whose measures stand on few occurrences.
  case few(Int)
  case dispersion(DispersionFigures)
  /// The forms of what `compare` and `sources` tell.
  case compared, concentration
  /// What the search for variants found.
  case variants(VariantFigures)
}

/// A side of a comparison.
public enum ComparedSide: Hashable, Sendable {
  case first, second
}

/// How evenly a pattern is spread over articles.
public struct DispersionFigures: Hashable, Sendable {
  /// Articles that have it, and all.
  public let range: Int
  /// All articles that were looked at.
  public let parts: Int
  /// Deviation of proportions and the other measures of spread.
  public let measures: Dispersion
  /// The average reduced frequency.
  public let arf: Double

  public init(range: Int, parts: Int, measures: Dispersion, arf: Double) {
    self.range = range
    self.parts = parts
    self.measures = measures
    self.arf = arf
  }
}

/// The answer to a query: typed columns, rows in order, and what was left out.
public struct ResultTable: Hashable, Sendable {
  /// What a row stands for; nil for groups, counts and analyses.
  public let collection: QueryCollection?
  /// The analysis that made the rows.
  public let stage: AnalysisStage?
  /// In the order in which they are shown.
  public let columns: [ResultColumn]
  /// Those within the limit, in order.
  public let rows: [ResultRow]
  /// How many rows there were before the limit.
  public let total: Int
  /// Facts for the line below the answer.
  public let notes: [ResultNote]

  public init(
    collection: QueryCollection?, stage: AnalysisStage? = nil, columns: [ResultColumn], rows: [ResultRow],
    total: Int, notes: [ResultNote]
  ) {
    self.collection = collection
    self.stage = stage
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
      collection: collection, stage: stage, columns: columns, rows: Array(rows.prefix(count)), total: total,
      notes: notes)
  }
}
