//! What of an answer is drawn, as plain data: the columns that name a row, and the one that is drawn.

/// A picture of an answer.
public struct ChartPlan: Hashable, Sendable {
  /// What is drawn for a period that no row stands for.
  public enum EmptyPeriods: Hashable, Sendable {
    /// Nought: nothing happened in them.
    case zero
    /// Nothing: rows were taken away, or the figure has no value without rows.
    case gap
  }

  /// What was counted.
  public enum Subject: Hashable, Sendable {
    /// Rows of a collection, one drawn for each.
    case rows(QueryCollection)
    /// Groups of rows.
    case groups(QueryCollection)
    /// Figures of an analysis of rows.
    case analysis(AnalysisStage, QueryCollection)
  }

  /// Bars, a line or strips.
  public let kind: ChartKind
  /// The columns that name a row; one, of time, for lines.
  public let labels: [String]
  /// The column whose numbers are drawn; for strips, that of the places.
  public let figure: String
  /// What time is divided into, for lines.
  public let period: Period?
  /// What is drawn where no row stands, for lines.
  public let emptyPeriods: EmptyPeriods
  /// What the figures are of, for titles.
  public let subject: Subject
}

/// Why something cannot be drawn.
public enum ChartFault: Error, Hashable, Sendable {
  /// There are no numbers, or nothing that tells the rows apart.
  case noFigures
  /// Lines of a concordance, and variants of an utterance, are text.
  case lines
  /// A line needs one column of time.
  case noTime
  /// Strips need the places that a dispersion gives.
  case noPlaces
}
