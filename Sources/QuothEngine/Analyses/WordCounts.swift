//! How often each word of rows occurs, and in how many articles.

internal import QuothBasics
internal import QuothModel
internal import QuothQuery

/// Counts of words by number.
struct WordCounts: Sendable {
  private(set) var table = WordTable()
  private(set) var counts: [Int32] = []
  /// In how many articles each word stands.
  private(set) var articles: [Int32] = []
  /// Words in all.
  private(set) var total = 0
  /// Articles that have any word.
  private(set) var articleCount = 0

  /// Counts the words of rows.
  init(_ words: RowWords, _ watch: ExecutionWatch) {
    var reader = WordReader()
    var lastArticle: [Int32] = []
    var current: Int32 = -1
    words.forEachPiece(watch) { piece in
      piece.article.bytes(piece.range).withUnsafeBufferPointer { reader.read($0) }
      let article = piece.article.id.number
      for word in reader.words where word != WordReader.edge {
        let word = Int(word)
        if word == counts.count {
          counts.append(0)
          articles.append(0)
          lastArticle.append(-1)
        }
        counts[word] += 1
        total += 1
        if lastArticle[word] != article {
          lastArticle[word] = article
          articles[word] += 1
        }
        if article != current {
          current = article
          articleCount += 1
        }
      }
    }
    table = reader.table
  }

  /// Adds the counts of other articles.
  mutating func add(_ other: WordCounts) {
    for word in other.counts.indices {
      let number = other.table[word].withUnsafeBufferPointer { table.intern($0, hash: FNV1a($0).value) }
      if number == counts.count {
        counts.append(0)
        articles.append(0)
      }
      counts[number] += other.counts[word]
      articles[number] += other.articles[word]
    }
    total += other.total
    articleCount += other.articleCount
  }

  /// How often a word occurs.
  func count(of letters: TextBytes) -> Int {
    table.number(of: Array(letters)).map { Int(counts[$0]) } ?? 0
  }
}

extension Execution {
  /// Pieces a core should have for its start to pay.
  private static let share = 2048

  /// Does the same to parts of rows, each on a core, and gives what comes of them in order.
  func inParts<Found: Sendable>(
    of words: RowWords, _ body: @Sendable @escaping (RowWords, ExecutionWatch) throws(ExecutionError) -> Found
  ) throws(ExecutionError) -> [Found] {
    let count = policy == .always ? coreCount : min(coreCount, words.size / Execution.share)
    let parts = words.parts(max(1, count))
    guard parts.count > 1 else {
      let found = try body(parts.first ?? words, watch)
      try watch.look()
      return [found]
    }
    return try Parallel.map(parts, limits: watch.limits, body)
  }

  /// The counts of the words of rows.
  func counts(of words: RowWords) throws(ExecutionError) -> WordCounts {
    let parts = try inParts(of: words) { part, watch in WordCounts(part, watch) }
    var counts = parts[0]
    for part in parts.dropFirst() { counts.add(part) }
    return counts
  }
}
