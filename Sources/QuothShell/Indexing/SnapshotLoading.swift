//! Opens a snapshot in place of reading articles.

internal import QuothExtraction
internal import QuothModel
internal import QuothRender

/// Snapshots among the paths of a corpus.
enum SnapshotLoading {
  /// The corpus of the snapshot that the paths name; nil when they name none. A snapshot goes alone.
  static func load(_ paths: [String], _ options: LoadingOptions) -> LoadedCorpus? {
    guard let path = paths.first(where: SnapshotFile.isSnapshot) else { return nil }
    if paths.count > 1 {
      return refusal(
        "\(path): an analysed corpus is opened alone; `quoth index --add PATH… -o \(path)` adds articles to it"
      )
    }
    if !options.topics.isEmpty {
      return refusal(
        "\(path): its topics are those it was made with; `quoth index --topics FILE` makes one anew")
    }
    if !options.skipped.isEmpty {
      return refusal(
        "\(path): it holds the articles it was made with; `quoth index --skip ID` makes one without some")
    }
    do throws(SnapshotRefusal) {
      let snapshot = try SnapshotFile.open(path).get()
      do throws(SnapshotProblem) {
        let corpus = try Corpus(snapshot)
        let origin = try SnapshotOrigin(snapshot, limit: SourceChanges.lookedAt)
        return LoadedCorpus(corpus: corpus, report: notes(path, origin), origins: origin.paths)
      } catch {
        throw SnapshotRefusal(path, error)
      }
    } catch {
      return LoadedCorpus(corpus: nil, report: [error.message])
    }
  }

  private static func refusal(_ message: String) -> LoadedCorpus {
    LoadedCorpus(corpus: nil, report: [TerminalText.sanitise(message, lineBreaks: .blank)])
  }

  /// What has changed since.
  private static func notes(_ path: String, _ origin: SnapshotOrigin) -> [String] {
    var notes: [String] = []
    if origin.rules != AnalysisRules.fingerprint {
      notes.append(
        "\(path): analysed by \(origin.madeBy) with other rules than this one's; `quoth index` applies these")
    }
    if let changes = SourceChanges(origin).text(path, origin.paths) { notes.append(changes) }
    return notes.map { TerminalText.sanitise($0, lineBreaks: .blank) }
  }
}
