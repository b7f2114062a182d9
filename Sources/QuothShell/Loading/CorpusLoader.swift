//! Files to a corpus.

public import QuothModel

/// What came of loading.
public struct LoadedCorpus: Sendable {
  /// Nil when no article could be read.
  public let corpus: Corpus?
  /// What was left out and why, a line each.
  public let report: [String]
}

/// Loads corpora.
public enum CorpusLoader {
  public static func load(_ paths: [String], isCancelled: () -> Bool) -> LoadedCorpus {
    LoadedCorpus(corpus: .empty, report: [])
  }
}
