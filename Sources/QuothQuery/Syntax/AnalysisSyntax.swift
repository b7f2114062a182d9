//! The syntax of analyses.

/// An analysis and its options, in the order of `AnalysisStage.options`.
public struct AnalysisSyntax: Hashable, Sendable {
  public let stage: AnalysisStage
  public let options: [AnalysisOptionSyntax]
  @Position public internal(set) var range: SourceRange

  /// The value of an option, where it is given.
  subscript(option: AnalysisOption) -> AnalysisOptionSyntax? { options.first { $0.option == option } }
}

/// An option and its value.
public struct AnalysisOptionSyntax: Hashable, Sendable {
  public let option: AnalysisOption
  public let value: AnalysisValueSyntax
  @Position public internal(set) var range: SourceRange
}

/// The value of an option.
public enum AnalysisValueSyntax: Hashable, Sendable {
  /// Words that are looked for.
  case pattern(ValueSyntax)
  case number(Int)
  /// A part of a whole, 0 to 1.
  case share(Double)
  /// The name of a field, a measure or a period.
  case word(WordSyntax)
  case order([ConcordanceKeySyntax])
  case rows(SourceSyntax)
}

/// What lines of a concordance are sorted by: `left 2`, `right 1`, `date`.
public enum ConcordanceKeySyntax: Hashable, Sendable {
  /// The word at a distance from the node.
  case word(ConcordanceSide, Int)
  case column(WordSyntax)
}

/// Before the node or after it.
public enum ConcordanceSide: String, CaseIterable, Hashable, Sendable {
  case left, right

  var keyword: Keyword {
    switch self {
    case .left: .left
    case .right: .right
    }
  }
}
