//! A subject of the taxonomy.

/// One topic of the taxonomy that a corpus was analysed with.
public struct Topic: Sendable {
  /// Its place in the taxonomy.
  public let id: TopicID
  /// As the taxonomy spells it; what users type.
  public let name: String
  /// IPTC Media Topic code, such as `medtop:20000593`, where one exists.
  public let code: String?
  /// The words that make it, `*` standing for the rest of a word.
  public let terms: [String]

  public init(id: TopicID, name: String, code: String?, terms: [String]) {
    self.id = id
    self.name = name
    self.code = code
    self.terms = terms
  }
}
