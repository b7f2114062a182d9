//! The collections a query can select from.

/// What a row is: the first word of every selection.
public enum QueryCollection: String, CaseIterable, Sendable {
  case articles, quotes, statements, people, organizations, places, mentions, topics, sentences, paragraphs,
    outlets
}
