//! Problems as data. They are put into words at the edge, by whoever shows them.

/// How much a problem matters.
public enum Severity: String, Hashable, Sendable {
  /// The statement does not run.
  case error
  case warning
  /// The statement runs; this says how it was understood.
  case note
}

/// One problem of a query: what it is, where, and what would do instead.
public struct Diagnostic: Hashable, Sendable {
  /// How many problems of a text are told; the others are counted.
  public static let limit = 20

  /// What is wrong, with the facts for its message.
  public let problem: Problem
  /// The words at fault; empty where something is missing.
  public let range: SourceRange
  /// What would do in place of words of the text, the likeliest first.
  public let suggestions: [Suggestion]
  /// Ways to write the statement, or a part of it, of which the first that makes it right is meant: `Corrector` finds it.
  public let alternatives: [Suggestion]

  public init(
    _ problem: Problem, at range: SourceRange, suggestions: [Suggestion] = [], alternatives: [Suggestion] = []
  ) {
    self.problem = problem
    self.range = range
    self.suggestions = suggestions
    self.alternatives = alternatives
  }

  /// The kind of problem, by the name that stays the same when its words change.
  public var id: DiagnosticID { problem.id }
  /// That of the kind of problem.
  public var severity: Severity { id.severity }
}

/// Something that would do instead.
public struct Suggestion: Hashable, Sendable {
  /// What is offered, as people would say it: `Raisi`, `where`.
  public let text: String
  /// The canonical name when `text` is another spelling.
  public let name: String?
  /// How many rows the value has, of `unit`.
  public let count: Int?
  /// The collection that is counted, such as “quotes”; nil without a count.
  public let unit: String?
  /// What to write, and in place of what.
  public let replacement: String
  /// What `replacement` takes the place of.
  public let range: SourceRange

  public init(
    _ text: String, name: String? = nil, count: Int? = nil, unit: String? = nil, replacement: String,
    range: SourceRange
  ) {
    self.text = text
    self.name = name
    self.count = count
    self.unit = unit
    self.replacement = replacement
    self.range = range
  }
}
