//! The names that stand for something: bound by `let`, or given from outside.

/// What a name after `$` stands for.
public enum BoundValue: Hashable, Sendable {
  case rows(BoundQuery)
  case text(String)
}

/// The names of a session or script, and its last answer.
public struct Bindings: Sendable {
  /// By the name without `$`, as written.
  public private(set) var values: [String: BoundValue] = [:]
  /// What `it` means.
  public var lastAnswer: BoundQuery?

  public init() {}

  /// Values given from outside, as with `--param speaker=Raisi`.
  public init(parameters: [String: String]) { values = parameters.mapValues(BoundValue.text) }

  public subscript(name: String) -> BoundValue? {
    get { values[name] }
    set { values[name] = newValue }
  }

  /// The names, in order.
  public var names: [String] { values.keys.sorted() }
}
