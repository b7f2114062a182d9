//! Files to a corpus: read in order, analysed side by side, assembled in order.

internal import QuothExtraction
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
  /// Reads all articles at the paths. What cannot be read is reported and left out. `topics` names files whose
  /// topics replace those of the same name, and come beside the others.
  public static func load(
    _ paths: [String], topics: [String] = [], isCancelled: @escaping @Sendable () -> Bool
  ) -> LoadedCorpus {
    var taxonomy = TopicTaxonomy.standard
    var topicIssues: [LoadingIssue] = []
    for file in topics {
      do throws(SystemFailure) {
        let (more, issues) = try TopicFile.read(file)
        taxonomy = taxonomy.extended(by: more)
        topicIssues += issues
      } catch {
        return LoadedCorpus(corpus: nil, report: ["\(file): \(error.reason)"])
      }
    }
    var reading = CorpusReading(taxonomy: taxonomy, isCancelled: isCancelled)
    for issue in topicIssues { reading.tell(issue) }
    let found = CorpusFiles.find(paths)
    for issue in found.issues { reading.leaveOut(issue) }
    for file in found.files where !isCancelled() { reading.read(file) }
    return reading.finish()
  }
}

/// Files of topics.
enum TopicFile {
  /// The topics of a file, and its lines that are none.
  static func read(_ file: String) throws(SystemFailure) -> (TopicTaxonomy, [LoadingIssue]) {
    var windows = try FileWindows(file)
    let (taxonomy, badLines) = TopicTaxonomy.read(try windows.rest())
    let issues = badLines.map { line in
      LoadingIssue(
        place: "\(file):\(line)",
        message: "no topic; a line is NAME, a tab, CODE or -, a tab, TERM, TERM, …")
    }
    return (taxonomy, issues)
  }
}
