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
  case contents([AnalyzedArticle], [ReadingIssue], skipped: [SkippedArticle] = [])
  case issue(LoadingIssue)
  case endOfFile(String)
}

/// An article that was left out on demand.
struct SkippedArticle: Sendable {
  /// What it was left out for: its key, file or record.
  let name: String
  let file: String
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

  /// Keys, files and records of articles that are left out.
  private let skipped: Set<String>

  init(taxonomy: TopicTaxonomy, skipped: Set<String>) {
    analyzer = ArticleAnalyzer(taxonomy: taxonomy)
    self.skipped = skipped
  }

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
    let (analyzer, skipped) = (analyzer, skipped)
    let analyze = { @Sendable (item: BatchItem) -> BatchResult in
      switch item {
      case .issue(let issue): return .issue(issue)
      case .endOfFile(let file): return .endOfFile(file)
      case .piece(let piece, let read, let details):
        if isCancelled() { return .contents([], []) }
        if let name = piece.skipNames.first(where: skipped.contains) {
          return .contents([], [], skipped: [SkippedArticle(name: name, file: name)])
        }
        let contents = ReadingPlace.during(piece.skipNames[1]) { read(piece) }
        var articles: [AnalyzedArticle] = []
        var left: [SkippedArticle] = []
        for raw in contents.articles {
          let article = details.map { raw.adding($0) } ?? raw
          if let name = [article.key, article.file].first(where: skipped.contains) {
            left.append(SkippedArticle(name: name, file: article.file))
            continue
          }
          let analyzed = ReadingPlace.during(article.file, key: article.key) { analyzer.analyze(article) }
          articles.append(AnalyzedArticle(article: analyzed, print: ArticlePrint(article)))
        }
        return .contents(articles, contents.issues, skipped: left)
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
