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

  /// The names that were given a value from outside.
  private var given: Set<String> = []

  /// Values given from outside, as with `--param speaker=Raisi`. `let` with a text leaves them as they are: there it
  /// says what the name means when nobody gives it a value.
  public init(parameters: [String: String]) {
    values = parameters.mapValues(BoundValue.text)
    given = Set(parameters.keys)
  }

  /// Whether the name was given a value from outside.
  func isGiven(_ name: String) -> Bool { given.contains(name) }

  public subscript(name: String) -> BoundValue? {
    get { values[name] }
    set { values[name] = newValue }
  }

  /// The most names there may be: each statement is bound with all of them.
  static let limit = 1000

  /// Whether a name may be bound.
  func hasRoom(for name: String) -> Bool { values[name] != nil || values.count < Self.limit }

  /// The names, in order.
  public var names: [String] { values.keys.sorted() }
}
