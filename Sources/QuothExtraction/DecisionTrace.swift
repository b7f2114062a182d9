//! What was weighed on the way, for those who ask why.

public import QuothModel

/// The decisions of one analysis, by local numbers.
struct DecisionTrace {
  /// Persons weighed for a pronoun, by mention.
  var antecedents: [Int: [AntecedentCandidate]] = [:]
  /// What every rule found for a stretch, by its content's start; the first one won.
  var attributions: [Int: [AttributionFinding]] = [:]
}

/// A source that was weighed for a quotation.
public struct SourceCandidate: Hashable, Sendable {
  /// The source as printed.
  public let source: TextRange
  /// The reporting words; nil for rules that need none.
  public let cue: TextRange?
  /// The rule that found it.
  public let rule: AttributionRule
}

/// A person that was weighed for a pronoun.
public struct PersonCandidate: Hashable, Sendable {
  /// As the article gives it, at its fullest.
  public let name: String
  /// How well it fits, by trained weights of the features: higher is likelier. It has no unit.
  public let score: Double
  /// In the order of `AnalysisTrace.features`.
  public let features: [Double]
}

/// All that was weighed in one article.
public struct AnalysisTrace: Sendable {
  /// What every rule found for a quotation, by the start of its content; the first one won.
  public let sources: [Int: [SourceCandidate]]
  /// The persons weighed for each pronoun, by its start, in the order of their first mention.
  public let persons: [Int: [PersonCandidate]]
  /// The persons whom a bare surname fits about as well, by its mention's start; the one chosen comes first.
  public let namesakes: [Int: [String]]

  /// The names of the features of `PersonCandidate`.
  public static var features: [String] { AntecedentFeature.allCases.map(\.rawValue) }

  /// Weights that are set, not learned: the names of annotated pronouns come from a program that takes the nearest
  /// person, and so says nothing of a speaker who goes on.
  public static let setWeights = [AntecedentFeature.resumes.rawValue: 0.9]
}
