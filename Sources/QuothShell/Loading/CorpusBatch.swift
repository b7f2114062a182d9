//! Articles that are read and analysed side by side.

internal import Dispatch
internal import Glibc
internal import QuothExtraction

/// The bytes of one article, as they stand in a file.
enum ArticleSource: Sendable {
  case text(bytes: [UInt8], key: String, file: String)
  case record(line: [UInt8], number: Int, file: String)

  /// Size in bytes.
  var count: Int {
    switch self {
    case .text(let bytes, _, _): bytes.count
    case .record(let line, _, _): line.count
    }
  }

  func read() -> (article: RawArticle?, issues: [ReadingIssue]) {
    switch self {
    case .text(let bytes, let key, let file):
      switch ArticleReader.plainText(bytes, key: key, file: file) {
      case .success(let article): (article, [])
      case .failure(let failure): (nil, [failure.issue])
      }
    case .record(let line, let number, let file):
      ArticleReader.jsonLine(line, number: number, file: file)
    }
  }
}

/// Some articles at a time, so that memory does not hold the files as well as the corpus.
struct CorpusBatch {
  private let analyzer: ArticleAnalyzer
  private var sources: [ArticleSource] = []
  private var size = 0

  init(taxonomy: TopicTaxonomy) { analyzer = ArticleAnalyzer(taxonomy: taxonomy) }

  /// Enough for every processor, and no more, as analyses take several times the size of their articles.
  private static let largestSize = max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) << 17

  var isFull: Bool { size >= Self.largestSize || sources.count >= 1 << 8 }

  mutating func add(_ source: ArticleSource) {
    sources.append(source)
    size += source.count
  }

  /// What became of each source, in order; the batch is empty afterwards. Stops early when cancelled.
  mutating func analyze(
    _ isCancelled: @escaping @Sendable () -> Bool
  ) -> [(article: AnnotatedArticle?, issues: [ReadingIssue])] {
    let sources = sources
    self.sources = []
    size = 0
    let analyzer = analyzer
    let analyze = {
      @Sendable (source: ArticleSource) -> (article: AnnotatedArticle?, issues: [ReadingIssue]) in
      if isCancelled() { return (nil, []) }
      let read = source.read()
      return (read.article.map { analyzer.analyze($0) }, read.issues)
    }
    // Threads take longer to start than a few articles to analyse.
    guard sources.count >= 16 else { return sources.map(analyze) }
    var results = [(article: AnnotatedArticle?, issues: [ReadingIssue])](
      repeating: (nil, []), count: sources.count)
    results.withUnsafeMutableBufferPointer { slots in
      // Each turn writes its own slot.
      nonisolated(unsafe) let slots = slots
      DispatchQueue.concurrentPerform(iterations: sources.count) { slots[$0] = analyze(sources[$0]) }
    }
    return results
  }
}
