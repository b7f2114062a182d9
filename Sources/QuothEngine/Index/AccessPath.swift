//! How an operation came by its rows, for `explain`.

/// Where the rows of a filter came from.
enum AccessPath: Hashable, Sendable {
  /// An index of these fields left so many candidates.
  case index(fields: [String], candidates: Int)
}
