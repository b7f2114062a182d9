//! Makes snapshots, adds to them, and checks them.

internal import Glibc
internal import QuothEngine
internal import QuothExtraction
internal import QuothModel
internal import QuothRender

/// What came of a run of `quoth index`.
public struct IndexingOutcome: Sendable {
  /// What the process is to end with.
  public let status: ExitStatus
  /// What was left out and why, or what is wrong, a line each.
  public let report: [String]
  /// What was done; nil where it was not.
  public let summary: String?

  fileprivate init(_ status: ExitStatus, _ report: [String], summary: String? = nil) {
    self.status = status
    self.report = report.map { TerminalText.sanitise($0, lineBreaks: .blank) }
    self.summary = summary.map { TerminalText.sanitise($0, lineBreaks: .blank) }
  }
}

/// Makes snapshots of analysed articles.
public struct CorpusIndexing {
  /// What becomes of the articles that a snapshot holds already.
  public enum Mode: Sendable {
    /// The snapshot is made anew.
    case replacing
    /// They stay, and others join them.
    case adding
  }

  private let file: String
  private let options: LoadingOptions
  private let observer: (any ProgressObserver)?
  private let isCancelled: @Sendable () -> Bool

  /// Works on the snapshot `file`.
  public init(
    _ file: String, _ options: LoadingOptions = LoadingOptions(), observer: (any ProgressObserver)? = nil,
    isCancelled: @escaping @Sendable () -> Bool
  ) {
    self.file = file
    self.options = options
    self.observer = observer
    self.isCancelled = isCancelled
  }

  /// Reads and analyses the articles at the paths and writes the snapshot.
  public func index(_ paths: [String], _ mode: Mode) -> IndexingOutcome {
    if let problem = problem(with: paths) { return IndexingOutcome(.usage, [problem]) }
    switch SnapshotLock.take(of: file) {
    case .success(let lock): return withExtendedLifetime(lock) { index(paths, mode, over: lock) }
    case .failure(let refusal): return IndexingOutcome(.data, ["\(file): \(refusal.reason)"])
    }
  }

  private func index(_ paths: [String], _ mode: Mode, over lock: SnapshotLock) -> IndexingOutcome {
    let existing: WholeFile.Existing = lock.isThere ? .replaced : .kept
    switch mode {
    case .replacing:
      if access(file, F_OK) == 0, !SnapshotFile.hasMagic(file) {
        return IndexingOutcome(
          .data, ["\(file): there is such a file already, and it is no corpus; give another name"])
      }
      switch CorpusLoader.taxonomy(options) {
      case .failure(let failure):
        return IndexingOutcome(.data, ["\(failure.issue.place): \(failure.issue.message)"])
      case .success(let (taxonomy, issues)):
        let start = ReadingStart(
          assembler: CorpusAssembler(taxonomy: taxonomy), seen: SeenArticles(options.repeated), issues: issues
        )
        return read(paths, start, SnapshotOrigin(), before: nil, existing)
      }
    case .adding: return add(paths)
    }
  }

  private func problem(with paths: [String]) -> String? {
    if !SnapshotFile.hasEnding(file) { return "\(file): the name of an analysed corpus ends in .quoth" }
    if let other = paths.first(where: SnapshotFile.isSnapshot) {
      return "\(other): it is analysed already; name the articles instead"
    }
    return nil
  }

  private func add(_ paths: [String]) -> IndexingOutcome {
    if !options.topics.isEmpty {
      return IndexingOutcome(.usage, ["\(file): its topics are those it was made with; leave out --topics"])
    }
    do throws(SnapshotRefusal) {
      let snapshot = try SnapshotFile.open(file).get()
      do throws(SnapshotProblem) {
        try snapshot.verify(isCancelled: isCancelled)
        let origin = try SnapshotOrigin(snapshot)
        guard origin.rules == AnalysisRules.fingerprint else {
          return IndexingOutcome(
            .data,
            [
              "\(file): analysed by \(origin.madeBy) with other rules than this one's, which do not mix; "
                + "`quoth index PATH… -o \(file)` analyses all articles anew"
            ])
        }
        let corpus = try Corpus(snapshot)
        let seen = try SeenArticles(options.repeated, snapshot, keys: corpus.articles.lazy.map(\.key))
        let start = ReadingStart(assembler: try CorpusAssembler(continuing: snapshot), seen: seen)
        return read(paths, start, origin, before: corpus.articles.count, .replaced)
      } catch {
        throw SnapshotRefusal(file, error)
      }
    } catch {
      return IndexingOutcome(.data, [error.message])
    }
  }

  /// Reads the articles and writes the snapshot. `before` is how many articles it held.
  private func read(
    _ paths: [String], _ start: ReadingStart, _ origin: SnapshotOrigin, before: Int?,
    _ existing: WholeFile.Existing
  ) -> IndexingOutcome {
    let found = CorpusFiles.find(paths, fields: options.fields)
    var origin = origin
    // The state of the files before they are read: what changes meanwhile is told at the next start.
    origin.add(paths: paths, files: found.files.map(\.path), topics: options.topics)
    var reading = CorpusLoader.read(found, start, options, observer: observer, isCancelled: isCancelled)
    reading.takeRest()
    let stateSections = reading.sections
    let loaded = reading.finish()
    if isCancelled() { return IndexingOutcome(.interrupted, loaded.report) }
    guard let corpus = loaded.corpus else { return IndexingOutcome(.data, loaded.report) }
    if corpus.articles.count == before {
      return IndexingOutcome(.success, loaded.report, summary: "\(file): nothing new; it stays as it was")
    }
    let engine = InMemoryEngine(corpus)
    let sections = corpus.sections + engine.sections + stateSections + origin.sections
    switch SnapshotFile.write(sections, to: file, existing) {
    case .failure(let failure):
      return IndexingOutcome(.data, loaded.report + ["\(file) cannot be written: \(failure.reason)"])
    case .success(let size):
      return IndexingOutcome(.success, loaded.report, summary: summary(corpus, engine, size, before: before))
    }
  }

  private func summary(_ corpus: Corpus, _ engine: InMemoryEngine, _ size: Int, before: Int?) -> String {
    let count = corpus.articles.count
    let added = before.map { ", \(count - $0) of them new" } ?? ""
    let megabytes = Double((size + 50_000) / 100_000) / 10
    return "\(file): \(count) \(count == 1 ? "article" : "articles")\(added), "
      + "\(engine.overview.quotationCount) quotations, \(megabytes) MB"
  }

  /// Reads all of a snapshot and checks it: first the bytes, then what they say.
  public func verify() -> IndexingOutcome {
    do throws(SnapshotRefusal) {
      let snapshot = try SnapshotFile.open(file).get()
      do throws(SnapshotProblem) {
        try snapshot.verify(isCancelled: isCancelled)
        if isCancelled() { return IndexingOutcome(.interrupted, []) }
        let corpus = try Corpus(snapshot)
        let origin = try SnapshotOrigin(snapshot)
        if let violation = corpus.violations().first {
          return IndexingOutcome(.data, ["\(file): its bytes are whole, but not sound: \(violation)"])
        }
        let changes = SourceChanges(origin).text(file, origin.paths)
        let count = corpus.articles.count
        return IndexingOutcome(
          .success, changes.map { [$0] } ?? [],
          summary: "\(file): whole; \(count) \(count == 1 ? "article" : "articles"), made by \(origin.madeBy)"
        )
      } catch {
        throw SnapshotRefusal(file, error)
      }
    } catch {
      return IndexingOutcome(.data, [error.message])
    }
  }
}
