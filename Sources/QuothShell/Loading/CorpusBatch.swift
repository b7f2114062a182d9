//! Pieces of files that are read and analysed side by side.

internal import Dispatch
internal import QuothEngine
internal import QuothExtraction

/// What stands in line to join the corpus, in the order of the files.
enum BatchItem: Sendable {
  case piece(FilePiece, read: PieceReader, details: ArticleDetails?)
  /// Something that cannot be read, found before its time.
  case issue(LoadingIssue)
  case endOfFile(String)
}

/// What became of an item.
enum BatchResult: Sendable {
  case contents([AnalyzedArticle], [ReadingIssue])
  case issue(LoadingIssue)
  case endOfFile(String)
}

/// An article with what tells it from others.
struct AnalyzedArticle: Sendable {
  let article: AnnotatedArticle
  let print: ArticlePrint
}

/// Some articles at a time, so that memory does not hold the files as well as the corpus.
struct CorpusBatch {
  private let analyzer: ArticleAnalyzer
  private var items: [BatchItem] = []
  private var size = 0

  init(taxonomy: TopicTaxonomy) { analyzer = ArticleAnalyzer(taxonomy: taxonomy) }

  /// Enough for every processor, and no more, as analyses take several times the size of their articles.
  private static let largestSize = ProcessorCount.available << 17

  var isFull: Bool { size >= Self.largestSize || items.count >= 1 << 8 }

  mutating func add(_ item: BatchItem) {
    items.append(item)
    if case .piece(let piece, _, _) = item { size += piece.bytes.count }
  }

  /// What became of each item, in order; the batch is empty afterwards. Stops early when cancelled.
  mutating func analyze(_ isCancelled: @escaping @Sendable () -> Bool) -> [BatchResult] {
    let items = items
    self.items = []
    size = 0
    let analyzer = analyzer
    let analyze = { @Sendable (item: BatchItem) -> BatchResult in
      switch item {
      case .issue(let issue): return .issue(issue)
      case .endOfFile(let file): return .endOfFile(file)
      case .piece(let piece, let read, let details):
        if isCancelled() { return .contents([], []) }
        let contents = read(piece)
        let articles = contents.articles.map { raw in
          let article = details.map { raw.adding($0) } ?? raw
          return AnalyzedArticle(article: analyzer.analyze(article), print: ArticlePrint(article))
        }
        return .contents(articles, contents.issues)
      }
    }
    // Threads take longer to start than a few articles to analyse.
    guard items.count >= 16 else { return items.map(analyze) }
    var results = [BatchResult](repeating: .contents([], []), count: items.count)
    results.withUnsafeMutableBufferPointer { slots in
      // Each turn writes its own slot.
      nonisolated(unsafe) let slots = slots
      DispatchQueue.concurrentPerform(iterations: items.count) { slots[$0] = analyze(items[$0]) }
    }
    return results
  }
}
