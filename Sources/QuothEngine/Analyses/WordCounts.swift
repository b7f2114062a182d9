//! How often each word of rows occurs, and in how many articles.

internal import QuothBasics
internal import QuothModel
internal import QuothQuery

/// Counts of words by number.
struct WordCounts: Sendable {
  private(set) var table: WordTable
  /// 0 for words of the table that the rows do not have.
  private(set) var counts: [Int32]
  /// In how many articles each word stands.
  private(set) var articles: [Int32]
  private var lastArticle: [Int32]
  /// Words in all.
  private(set) var total = 0
  /// Articles that have any word.
  private(set) var articleCount = 0
  private var current: Int32 = -1

  /// Counts the words of rows by reading them.
  init(_ words: RowWords, _ watch: ExecutionWatch) {
    var reader = WordReader()
    (table, counts, articles, lastArticle) = (WordTable(), [], [], [])
    words.forEachPiece(watch) { piece in
      piece.article.bytes(piece.range).withUnsafeBufferPointer { reader.read($0) }
      begin(piece.article.id.number, hasWords: !reader.words.isEmpty)
      for word in reader.words where word != WordReader.edge {
        if Int(word) == counts.count {
          counts.append(0)
          articles.append(0)
          lastArticle.append(-1)
        }
        count(Int(word))
      }
    }
    table = reader.table
  }

  /// Counts the words of rows in the stream that holds them.
  init(_ words: RowWords, in stream: WordStream, _ watch: ExecutionWatch) {
    table = stream.words
    counts = [Int32](repeating: 0, count: table.count)
    articles = counts
    lastArticle = [Int32](repeating: -1, count: table.count)
    stream.numbers.withUnsafeBufferPointer { numbers in
      words.forEachPiece(watch) { piece in
        let stretch = stream.words(of: piece.sentence.id)
        begin(piece.article.id.number, hasWords: !stretch.isEmpty)
        for place in stretch { count(Int(numbers[place] & ~WordStream.edge)) }
      }
    }
  }

  private mutating func begin(_ article: Int32, hasWords: Bool) {
    guard hasWords, article != current else { return }
    current = article
    articleCount += 1
  }

  @inline(__always) private mutating func count(_ word: Int) {
    counts[word] += 1
    total += 1
    guard lastArticle[word] != current else { return }
    lastArticle[word] = current
    articles[word] += 1
  }

  /// Adds the counts of other articles. `isSameTable` where both number words alike.
  fileprivate mutating func add(_ other: WordCounts, isSameTable: Bool) {
    for word in other.counts.indices where other.counts[word] > 0 {
      let number =
        isSameTable ? word : table.intern(other.table[word])
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
  private static let piecesOfCore = 2048

  /// Does the same to parts of rows, each on a core, and gives what comes of them in order.
  func inParts<Found: Sendable>(
    of words: RowWords, _ body: @Sendable @escaping (RowWords, ExecutionWatch) throws(ExecutionError) -> Found
  ) throws(ExecutionError) -> [Found] {
    let count = policy == .always ? coreCount : min(coreCount, words.size / Execution.piecesOfCore)
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
    let stream = try stream(for: words)
    let parts = try inParts(of: words) { part, watch in
      stream.map { WordCounts(part, in: $0, watch) } ?? WordCounts(part, watch)
    }
    var counts = parts[0]
    for part in parts.dropFirst() { counts.add(part, isSameTable: stream != nil) }
    return counts
  }

  /// The stream of words, where reading rows in it is cheaper than reading their text. Parts of sentences are read: cut at
  /// their edges they may have other words than their sentence.
  func stream(for words: RowWords) throws(ExecutionError) -> WordStream? {
    guard words.areWholeSentences else { return nil }
    switch policy {
    case .scan: return nil
    case .always: break
    case .automatic:
      // Making it reads the whole corpus once.
      let isMuch = words.size * 8 >= corpus.sentences.count && words.size >= Execution.fewPieces
      guard isMuch || columns.texts.hasWordStream else { return nil }
    }
    let stream = columns.texts.wordStream(cores: coreCount, watch.limits)
    try watch.look()
    return stream
  }
}
