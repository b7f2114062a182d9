//! Files cut into pieces, the corpus that grows of them, and what was left out.

internal import QuothExtraction
internal import QuothModel

/// What articles join when they are read.
struct ReadingStart {
  var assembler: CorpusAssembler
  var seen: SeenArticles
  /// What there is to say already.
  var issues: [LoadingIssue] = []
}

/// The articles read so far, and what was left out.
struct CorpusReading {
  private let options: LoadingOptions
  private let isCancelled: @Sendable () -> Bool
  private var assembler: CorpusAssembler
  private var batch: CorpusBatch
  private var seen: SeenArticles
  private var report = LoadingReport()
  /// Articles and problems of the file whose items come now.
  private var yield = 0
  private var meter: LoadingMeter
  private let chunk = ChunkBuffer()
  /// What is to be left out and has not come.
  private var missing: Set<String>

  init(
    _ start: ReadingStart, options: LoadingOptions, meter: LoadingMeter,
    isCancelled: @escaping @Sendable () -> Bool
  ) {
    self.options = options
    self.isCancelled = isCancelled
    self.meter = meter
    assembler = start.assembler
    batch = CorpusBatch(taxonomy: start.assembler.taxonomy, skipped: Set(options.skipped))
    seen = start.seen
    missing = Set(options.skipped)
    for issue in start.issues { tell(issue) }
  }

  /// Whether nothing more is to be read.
  var isOver: Bool { isCancelled() || report.isStopped }

  /// Reads one file.
  mutating func read(_ found: FoundFile) {
    let file = found.path
    // Whatever becomes of a file, what was counted for it ends with it.
    defer { add(.endOfFile(file)) }
    let open: OpenFile
    do throws(SourceFailure) {
      open = try OpenFile(found.place, isCancelled: isCancelled)
    } catch {
      return add(.issue(LoadingIssue(error, file: file, position: 0, lostLine: nil)))
    }
    var stream = PieceStream(file: file, fields: options.fields)
    var failure: SourceFailure?
    reading: while !isOver {
      switch stream.next() {
      case .needsBytes: failure = feed(&stream, open)
      case .piece(let piece, let read): add(.piece(piece, read: read, details: found.details))
      case .leftOut(let issue): add(.issue(LoadingIssue(issue)))
      case .finished(let lostLine):
        if let failure {
          let position = open.file.position
          add(.issue(LoadingIssue(failure, file: file, position: position, lostLine: lostLine)))
        }
        break reading
      }
    }
  }

  /// Gives a stream the next bytes, or their end; why there are no more, if they should have come.
  private mutating func feed(_ stream: inout PieceStream, _ open: OpenFile) -> SourceFailure? {
    let before = open.file.position
    do throws(SourceFailure) {
      let count = try open.bytes.read(into: chunk.bytes)
      meter.bytes += open.file.position - before
      if count == 0 {
        stream.finish(.complete)
      } else {
        stream.append(UnsafeBufferPointer(rebasing: chunk.bytes.bindMemory(to: UInt8.self)[..<count]))
      }
      return nil
    } catch {
      stream.finish(.brokenOff)
      return error
    }
  }

  private mutating func add(_ item: BatchItem) {
    batch.add(item)
    if batch.isFull { takeBatch() }
  }

  /// Takes the articles of the batch into the corpus.
  private mutating func takeBatch() {
    for result in batch.analyze(isCancelled) where !report.isStopped {
      switch result {
      case .issue(let issue):
        yield += 1
        leaveOut(issue)
      case .endOfFile(let file):
        if yield == 0, !isCancelled() {
          leaveOut(LoadingIssue(ReadingIssue(file: file, line: nil, problem: .noArticles)))
        }
        yield = 0
      case .contents(let articles, let issues, let skipped):
        yield += articles.count + issues.count + skipped.count
        for article in skipped {
          missing.remove(article.name)
          tell(LoadingIssue(place: article.file, message: "left out, as --skip \(article.name) asks"))
        }
        for article in articles { add(article) }
        for issue in issues {
          if issue.problem.isWarning { report.tell(issue) } else { leaveOut(LoadingIssue(issue)) }
        }
      }
    }
    meter.articles = report.articleCount
    meter.show()
  }

  private mutating func add(_ article: AnalyzedArticle) {
    switch seen.judge(article) {
    case .repeated: report.repeated(article.article.file)
    case .new(let key):
      report.articleCount += 1
      if key == article.article.key { return assembler.add(article.article) }
      let message = "called ‘\(key)’, as there is a ‘\(article.article.key)’ already"
      tell(LoadingIssue(place: article.article.file, message: message))
      assembler.add(article.article.renamed(key))
    }
  }

  /// Takes the last articles that were read.
  mutating func takeRest() {
    takeBatch()
    meter.end()
  }

  /// What a snapshot needs beside the corpus, so that reading can go on later; between `takeRest` and `finish`.
  var sections: [SectionContent] { assembler.sections + [seen.section] }

  mutating func leaveOut(_ issue: LoadingIssue) { report.leaveOut(issue, options.faults) }

  /// Says something that costs no article.
  mutating func tell(_ issue: LoadingIssue) { report.tell(issue) }

  /// The corpus and what there is to say, a line each. Nothing may be read after it.
  mutating func finish() -> LoadedCorpus {
    takeRest()
    if !isOver {
      for name in missing.sorted() {
        tell(LoadingIssue(place: "--skip \(name)", message: "there is no such article"))
      }
    }
    let lines = report.lines
    let isLost = assembler.isEmpty || report.isStopped
    return LoadedCorpus(corpus: isLost ? nil : assembler.finish(), report: lines)
  }
}

/// A piece of memory that files are read into, one chunk after the other.
private final class ChunkBuffer {
  let bytes = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 18, alignment: 16)

  deinit { bytes.deallocate() }
}
