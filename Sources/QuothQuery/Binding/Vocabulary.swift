//! The names that a corpus knows: what binding, completion and suggestions ask it for.

/// One known value of a kind of name.
public struct VocabularyEntry: Hashable, Sendable {
  /// The stable key that plans carry.
  public let key: String
  /// The canonical spelling.
  public let name: String
  /// Other spellings that mean the same.
  public let aliases: [String]
  /// How many rows it has, of the collection `unit`.
  public let count: Int
  /// What is counted, such as "quotes".
  public let unit: String

  public init(key: String, name: String, aliases: [String], count: Int, unit: String) {
    self.key = key
    self.name = name
    self.aliases = aliases
    self.count = count
    self.unit = unit
  }
}

/// The names of a corpus, as the query language sees them.
public protocol Vocabulary: Sendable {
  /// All values of a kind, the most frequent first, ties by name.
  func entries(of kind: NameKind) -> [VocabularyEntry]
  /// The values that a typed name means: equal when folded to the name, an alias or, for persons, the surname.
  func entries(of kind: NameKind, named name: String) -> [VocabularyEntry]
}
