//! What an article says of its publication, as a line above it.

internal import QuothModel

extension Article {
  /// Outlet, agency, place, day, author and translator, as far as they are known.
  func publicationFacts(in corpus: Corpus) -> [String] {
    [
      outlet.map { corpus[$0].name }, agency, place, date.map { "\($0)" }, author.map { "by \($0)" },
      translator.map { "translated by \($0)" },
    ].compactMap(\.self)
  }
}
