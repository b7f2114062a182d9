//! A query whose names are looked up and whose types are right: it cannot be ill-formed.

/// The outcome of binding: a query unless something is wrong with it, and what there is to say.
public struct Bound: Sendable {
  public let query: BoundQuery?
  public let diagnostics: [Diagnostic]
}

/// A query ready to be planned.
public struct BoundQuery: Hashable, Sendable {
  public let collection: QueryCollection
  public let repeats: RepeatPolicy
  /// What is done, in order.
  public let steps: [BoundStep]
  public let columns: [OutputColumn]
}

/// One thing done to the rows so far.
public enum BoundStep: Hashable, Sendable {
  case filter(Predicate)
  case group(by: [GroupKey], aggregates: [Aggregate])
  case sort([SortKey])
  case limit(Int)
  case count
}
