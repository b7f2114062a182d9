//! The collections a query can select from.

/// What a row is: the first word of every selection.
public enum QueryCollection: String, CaseIterable, Sendable {
  case articles, quotes, statements, people, organizations, places, mentions, epithets, topics, sentences,
    paragraphs,
    outlets

  /// The collection that a word names, in any case; British spelling will do.
  public init?(word: String) {
    let lowered = word.lowercased()
    self.init(rawValue: lowered == "organisations" ? "organizations" : lowered)
  }
}

extension QueryCollection {
  /// One line for help: what a row is.
  public var summary: String {
    switch self {
    case .articles: "one article"
    case .quotes: "words in quotation marks, and who says them"
    case .statements: "quotes, and indirect speech too"
    case .people: "one person, all spellings merged"
    case .organizations: "one organization, all spellings merged"
    case .places: "one place"
    case .mentions: "one mention of a person, organization or place"
    case .epithets: "how an article describes a person: dictator of Cuba"
    case .topics: "one topic"
    case .sentences: "one sentence of running text"
    case .paragraphs: "one paragraph, with what it is for"
    case .outlets: "one publisher"
    }
  }
}
