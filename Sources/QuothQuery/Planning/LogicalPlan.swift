//! What is to be done, as plain data that any engine can run.
//!
//! Meaning, the same for every engine:
//! - Logic has three values, as in SQL: a comparison with a missing single value is unknown, and a filter keeps
//!   what is true. So filter(p), filter(not p) and the rows left undecided make up all rows.
//! - A comparison with a field of several values is true if it is for any of them; `!=` if `=` is for none.
//!   A list without values decides: nothing in it is equal.
//! - Missing sorts last, upwards and downwards. Every order ends with the corpus order, so it is total.
//! - Text compares by the bytes of its folded form; days are days, without zone.
//! - Groups come most members first, then by their keys.
//! - A limit follows the order.
//! - Sets of rows are sets: no row stands in one twice, and what combines two comes in corpus order. A repeat that an
//!   input leaves out is not in it: `intersect` does not find it there, and `except` does not take it away.
//! - An answer tells of the repeats that it would hold, had none been left out, and of the rows that it might hold, had
//!   no value been missing. A limit or a sample that drops rows tells of the repeats among the rows that it
//!   chose from; what takes its rows does not, as nobody can say which repeats it would have chosen.
//! - A sample of n with seed s takes the n rows whose `SampleOrder.priority(of: place, seed: s)` is least, and keeps
//!   their order; `place` counts the rows of its input from 0.

internal import QuothBasics

/// A query as a tree of operations. Rows of a collection flow until a group, a count or an analysis makes a table of them.
public indirect enum LogicalPlan: Hashable, Sendable {
  /// All rows of a collection; for quotes and statements, with or without those that repeat another.
  case scan(QueryCollection, repeats: RepeatPolicy)
  /// Rows of one collection that stand in either input, in both, or in the first alone.
  case combine(SetOperation, LogicalPlan, LogicalPlan)
  case filter(LogicalPlan, Predicate)
  /// A filter of a table.
  case filterTable(LogicalPlan, Condition<TableColumn>)
  /// One row per combination of keys. A row with several values of a key counts under each.
  case group(LogicalPlan, by: [GroupKey], aggregates: [Aggregate])
  /// A group of a table's rows.
  case groupTable(LogicalPlan, by: [Key<TableColumn>], aggregates: [Figure<TableColumn>])
  case sort(LogicalPlan, [SortKey])
  case limit(LogicalPlan, Int)
  /// So many rows drawn at random, the same ones for the same seed, in the order they came in.
  case sample(LogicalPlan, Int, seed: UInt64)
  /// A table made of the words, or of the days, of rows, with these columns.
  case analyse(LogicalPlan, Analysis<LogicalPlan>, columns: [AnalysisColumn])
  /// The columns to show, in order; the last operation of every plan.
  case project(LogicalPlan, [OutputColumn])
  /// One row with the number of rows.
  case count(LogicalPlan)
}

extension LogicalPlan {
  /// The operations whose rows this one takes.
  public var inputs: [LogicalPlan] {
    switch self {
    case .scan: []
    case .combine(_, let left, let right): [left, right]
    case .analyse(let input, let analysis, _): [input] + (analysis.reference.map { [$0] } ?? [])
    case .filter(let input, _), .filterTable(let input, _), .group(let input, _, _),
      .groupTable(let input, _, _), .sort(let input, _), .limit(let input, _), .sample(let input, _, _),
      .project(let input, _), .count(let input):
      [input]
    }
  }
}

/// Whether pull quotes and captions that repeat a quotation are rows too.
public enum RepeatPolicy: String, Hashable, Sendable {
  case leaveOut, include
}

/// How two sets of rows make one.
public enum SetOperation: String, CaseIterable, Hashable, Sendable {
  case union, intersect, except

  /// The word that asks for it.
  public var keyword: Keyword {
    switch self {
    case .union: .union
    case .intersect: .intersect
    case .except: .except
    }
  }
}

/// What rows are sorted by.
public struct SortKey: Hashable, Sendable {
  /// The column whose values are compared.
  public let column: OutputColumn
  /// Whether the greatest come first. Missing values come last either way.
  public let descending: Bool

  public init(_ column: OutputColumn, descending: Bool) {
    self.column = column
    self.descending = descending
  }
}

/// A column of the answer: of rows a field, of a table one of its columns.
public enum OutputColumn: Hashable, Sendable {
  case field(Field)
  case column(TableColumn)

  /// As users type it, and as the column is headed.
  public var name: String {
    switch self {
    case .field(let field): field.name
    case .column(let column): column.name
    }
  }
}

/// The order in which a sample draws.
public enum SampleOrder {
  /// The priority of a row: the finaliser of SplitMix64 (Steele, Lea and Flood 2014) over its place and the seed.
  public static func priority(of place: Int, seed: UInt64) -> UInt64 {
    SplitMix64.mixed((seed &+ UInt64(place) &+ 1) &* SplitMix64.increment)
  }
}
