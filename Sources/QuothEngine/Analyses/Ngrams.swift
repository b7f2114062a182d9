//! Sequences of words, and how often each occurs.

internal import QuothBasics
internal import QuothModel
internal import QuothQuery

/// Counts of sequences of so many words.
struct NgramCounts: Sendable {
  let length: Int
  private(set) var table = WordTable()
  /// The words of each n-gram by number, one n-gram behind the other.
  private var words: [Int32] = []
  private(set) var counts: [Int32] = []
  private(set) var articles: [Int32] = []
  private(set) var total = 0
  private(set) var articleCount = 0
  /// Numbers by hash, -1 where none stands; never more than half full.
  private var slots = [Int32](repeating: -1, count: 1 << 12)

  init(_ rows: RowWords, length: Int, _ watch: ExecutionWatch) {
    self.length = length
    var reader = WordReader()
    var lastArticle: [Int32] = []
    var current: Int32 = -1
    rows.forEachPiece(watch) { piece in
      piece.article.bytes(piece.range).withUnsafeBufferPointer { reader.read($0) }
      let article = piece.article.id.number
      reader.words.withUnsafeBufferPointer { words in
        var run = 0
        for index in words.indices {
          guard words[index] != WordReader.edge else {
            run = 0
            continue
          }
          run += 1
          total += 1
          if article != current { (current, articleCount) = (article, articleCount + 1) }
          guard run >= length else { continue }
          let number = number(of: UnsafeBufferPointer(rebasing: words[index - length + 1...index]))
          if number == lastArticle.count { lastArticle.append(-1) }
          counts[number] += 1
          if lastArticle[number] != article {
            lastArticle[number] = article
            articles[number] += 1
          }
        }
      }
    }
    table = reader.table
  }

  var count: Int { counts.count }

  /// The words of an n-gram, with a blank between them.
  func letters(of number: Int) -> [UInt8] {
    Array(
      words[number * length..<(number + 1) * length].map { Array(table[Int($0)]) }.joined(separator: [0x20]))
  }

  /// Adds the counts of other articles.
  mutating func add(_ other: NgramCounts) {
    let numbers = (0..<other.table.count).map { word in
      Int32(other.table[word].withUnsafeBufferPointer { table.intern($0, hash: FNV1a($0).value) })
    }
    var ngram = [Int32](repeating: 0, count: length)
    for place in 0..<other.count {
      for offset in 0..<length { ngram[offset] = numbers[Int(other.words[place * length + offset])] }
      let number = ngram.withUnsafeBufferPointer { self.number(of: $0) }
      counts[number] += other.counts[place]
      articles[number] += other.articles[place]
    }
    total += other.total
    articleCount += other.articleCount
  }

  /// The number of an n-gram, which is added if it is new.
  private mutating func number(of ngram: UnsafeBufferPointer<Int32>) -> Int {
    let slot = slot(of: ngram)
    if slots[slot] >= 0 { return Int(slots[slot]) }
    words.append(contentsOf: ngram)
    counts.append(0)
    articles.append(0)
    slots[slot] = Int32(counts.count - 1)
    if 2 * counts.count > slots.count { grow() }
    return counts.count - 1
  }

  private func slot(of ngram: UnsafeBufferPointer<Int32>) -> Int {
    var hash: UInt64 = 0
    for word in ngram { hash = (hash ^ UInt64(UInt32(bitPattern: word))) &* 0x9E37_79B9_7F4A_7C15 }
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: hash >> 32 ^ hash >> 17) & mask
    while slots[slot] >= 0, !equals(Int(slots[slot]), ngram) { slot = (slot + 1) & mask }
    return slot
  }

  private func equals(_ number: Int, _ ngram: UnsafeBufferPointer<Int32>) -> Bool {
    for offset in 0..<length where words[number * length + offset] != ngram[offset] { return false }
    return true
  }

  private mutating func grow() {
    slots = [Int32](repeating: -1, count: 2 * slots.count)
    for number in counts.indices {
      let place = number * length
      let slot = words.withUnsafeBufferPointer { words in
        self.slot(of: UnsafeBufferPointer(rebasing: words[place..<place + length]))
      }
      slots[slot] = Int32(number)
    }
  }
}

extension Execution {
  /// One row a sequence.
  mutating func ngrams(
    _ set: RowSet, length: Int, least: Int, _ columns: [AnalysisColumn]
  ) throws(ExecutionError) -> [TableRow] {
    let parts = try inParts(of: words(of: set)) { part, watch in
      NgramCounts(part, length: length, watch)
    }
    var counts = parts[0]
    for part in parts.dropFirst() { counts.add(part) }
    let base = RateBase(words: counts.total, rows: set.rows.count)
    analysisNotes.append(.counted(words: counts.total, articles: counts.articleCount))
    if least > 1 { analysisNotes.append(.least(least, isLowered: false)) }
    let ranked = (0..<counts.count).filter { counts.counts[$0] >= least }.map { number in
      RankedWord(rank: Double(counts.counts[number]), letters: counts.letters(of: number), place: number)
    }
    return RankedWord.inOrder(ranked, watch).map { ngram in
      let (count, articles) = (Int(counts.counts[ngram.place]), Int(counts.articles[ngram.place]))
      return TableRow(
        columns.map { Self.frequency($0, ngram.text, count: count, articles: articles, base) })
    }
  }
}
