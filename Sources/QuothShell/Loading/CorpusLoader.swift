//! Files to a corpus: read in order, analysed side by side, assembled in order.

public import QuothExtraction
public import QuothModel

/// What came of loading.
public struct LoadedCorpus: Sendable {
  /// Nil when no article could be read, or a fault stopped the reading.
  public let corpus: Corpus?
  /// What was left out and why, a line each.
  public let report: [String]
  /// Where corrections of it are kept, by whoever knows.
  public var corrections: [AmendmentFile] = []
  /// The paths that it was made from, where it was analysed before.
  public var origins: [String] = []
}

/// What to do when something cannot be read.
public enum FaultPolicy: Sendable {
  /// Leave it out and tell.
  case leavesOut
  /// Stop at the first.
  case stops
}

/// How articles are read.
public struct LoadingOptions: Sendable {
  /// Files whose topics replace those of the same name, and come beside the others.
  public var topics: [String]
  /// What the fields of records are called.
  public var fields: FieldNames
  /// What becomes of the rest when something cannot be read.
  public var faults: FaultPolicy
  /// What becomes of an article that comes again.
  public var repeated: RepeatedArticles
  /// Articles that are left out, by key or file.
  public var skipped: [String]

  public init(
    topics: [String] = [], fields: FieldNames = .standard, faults: FaultPolicy = .leavesOut,
    repeated: RepeatedArticles = .keptOnce, skipped: [String] = []
  ) {
    self.skipped = skipped
    self.topics = topics
    self.fields = fields
    self.faults = faults
    self.repeated = repeated
  }
}

/// Loads corpora.
public enum CorpusLoader {
  /// Reads all articles at the paths. What cannot be read is reported and left out.
  public static func load(
    _ paths: [String], _ options: LoadingOptions = LoadingOptions(), observer: (any ProgressObserver)? = nil,
    isCancelled: @escaping @Sendable () -> Bool
  ) -> LoadedCorpus {
    if let opened = SnapshotLoading.load(paths, options) { return opened }
    switch taxonomy(options) {
    case .failure(let failure):
      return LoadedCorpus(corpus: nil, report: ["\(failure.issue.place): \(failure.issue.message)"])
    case .success(let (taxonomy, issues)):
      let start = ReadingStart(
        assembler: CorpusAssembler(taxonomy: taxonomy), seen: SeenArticles(options.repeated), issues: issues)
      let found = CorpusFiles.find(paths, fields: options.fields)
      var reading = read(found, start, options, observer: observer, isCancelled: isCancelled)
      return reading.finish()
    }
  }

  /// The built-in topics with those of files, and lines of these that are none.
  static func taxonomy(
    _ options: LoadingOptions
  ) -> Result<(TopicTaxonomy, [LoadingIssue]), TopicFile.TopicFailure> {
    var taxonomy = TopicTaxonomy.standard
    var topicIssues: [LoadingIssue] = []
    for file in options.topics {
      switch TopicFile.read(file) {
      case .success(let (more, issues)):
        taxonomy = taxonomy.extended(by: more)
        topicIssues += issues
      case .failure(let failure):
        return .failure(failure)
      }
    }
    return .success((taxonomy, topicIssues))
  }

  /// Reads files.
  static func read(
    _ found: FoundFiles, _ start: ReadingStart, _ options: LoadingOptions,
    observer: (any ProgressObserver)?, isCancelled: @escaping @Sendable () -> Bool
  ) -> CorpusReading {
    // Pipes have no size to tell.
    let sizes = found.files.compactMap(\.size)
    let meter = LoadingMeter(observer, totalBytes: sizes.count < found.files.count ? nil : sizes.reduce(0, +))
    var reading = CorpusReading(start, options: options, meter: meter, isCancelled: isCancelled)
    for issue in found.notes { reading.tell(issue) }
    for issue in found.issues { reading.leaveOut(issue) }
    for file in found.files where !reading.isOver { reading.read(file) }
    return reading
  }
}

/// Files of topics.
enum TopicFile {
  /// The topics of a file and its lines that are none, or why it cannot be read.
  static func read(_ file: String) -> Result<(TopicTaxonomy, [LoadingIssue]), TopicFailure> {
    let bytes: [UInt8]
    do throws(SourceFailure) {
      bytes = try OpenFile.contents(of: file)
    } catch {
      return .failure(TopicFailure(issue: LoadingIssue(error, file: file, position: 0, lostLine: nil)))
    }
    let (taxonomy, badLines) = TopicTaxonomy.read(bytes)
    let issues = badLines.map { line in
      LoadingIssue(
        place: "\(file):\(line)",
        message: "no topic; a line is NAME, a tab, CODE or -, a tab, TERM, TERM, …")
    }
    return .success((taxonomy, issues))
  }

  struct TopicFailure: Error {
    let issue: LoadingIssue
  }
}
