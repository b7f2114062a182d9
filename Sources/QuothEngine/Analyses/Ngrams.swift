//! Sequences of words, and how often each occurs.

internal import QuothBasics
internal import QuothModel
internal import QuothQuery

/// The words of rows as numbers, sentence by sentence.
struct WordSegments: Sendable {
  let table: WordTable
  /// Numbers of words, with `WordStream.edge`.
  let numbers: [UInt32]
  private(set) var segments: [(words: Range<Int>, article: Int32)] = []

  /// The words of rows in the stream that holds them.
  init(_ rows: RowWords, in stream: WordStream, _ watch: ExecutionWatch) {
    (table, numbers) = (stream.words, stream.numbers)
    rows.forEachPiece(watch) { piece in
      segments.append((stream.words(of: piece.sentence.id), piece.article.id.number))
    }
  }

  /// The words of rows, read one after the other.
  init(_ rows: RowWords, _ watch: ExecutionWatch) {
    var reader = WordReader()
    var numbers: [UInt32] = []
    var segments: [(words: Range<Int>, article: Int32)] = []
    rows.forEachPiece(watch) { piece in
      piece.article.bytes(piece.range).withUnsafeBufferPointer { reader.read($0) }
      let start = numbers.count
      WordStream.append(reader.words, to: &numbers)
      segments.append((start..<numbers.count, piece.article.id.number))
    }
    (table, self.numbers, self.segments) = (reader.table, numbers, segments)
  }

  /// Words in all, and articles that have any.
  var size: (words: Int, articles: Int) {
    var (words, articles, last): (Int, Int, Int32) = (0, 0, -1)
    for segment in segments where !segment.words.isEmpty {
      words += segment.words.count
      if segment.article != last { (last, articles) = (segment.article, articles + 1) }
    }
    return (words, articles)
  }

  /// The words of a sequence, with a blank between them.
  func letters(at place: Int, length: Int) -> [UInt8] {
    var letters: [UInt8] = []
    for word in place..<place + length {
      if !letters.isEmpty { letters.append(0x20) }
      letters += table[Int(numbers[word] & ~WordStream.edge)]
    }
    return letters
  }

  /// The first letters of the same.
  fileprivate func opening(at place: Int, length: Int) -> WordLead {
    var opening = WordLead()
    var word = place
    while word < place + length, !opening.isFull {
      if word > place { opening.add(0x20) }
      opening.add(table[Int(numbers[word] & ~WordStream.edge)])
      word += 1
    }
    return opening
  }
}

/// Counts of sequences of so many words: an open-addressing table of those that fall to one core.
struct NgramTable: Sendable {
  /// One sequence.
  struct Entry: Sendable {
    /// Of one or two words the words themselves, mixed; of more a hash.
    var key: UInt64 = 0
    /// Where it first stands.
    var place = 0
    /// 0 where no sequence stands.
    var count: Int32 = 0
    var articles: Int32 = 0
    var lastArticle: Int32 = -1
  }

  private(set) var entries = [Entry](repeating: Entry(), count: 1 << 14)
  private var used = 0
  private let length: Int

  /// Counts those sequences of `text` whose key falls to core `core` of `cores`.
  init(_ text: WordSegments, length: Int, core: Int, of cores: Int, _ watch: ExecutionWatch) {
    self.length = length
    text.numbers.withUnsafeBufferPointer { numbers in
      for segment in text.segments {
        if watch.isOver() { return }
        var run = 0
        for place in segment.words {
          run = numbers[place] & WordStream.edge != 0 ? 1 : run + 1
          guard run >= length else { continue }
          let first = place - length + 1
          let key = Self.key(numbers, first, length)
          guard Int(key >> 40) % cores == core else { continue }
          count(key, first, segment.article, numbers)
        }
      }
    }
  }

  /// Different for different sequences of up to two words.
  private static func key(_ numbers: UnsafeBufferPointer<UInt32>, _ first: Int, _ length: Int) -> UInt64 {
    var key: UInt64 = 0
    for word in first..<first + length {
      if length > 2 { key = mixed(key) }
      key = key << 32 ^ key >> 32 ^ UInt64(numbers[word] & ~WordStream.edge)
    }
    return mixed(key)
  }

  private static func mixed(_ number: UInt64) -> UInt64 {
    SplitMix64.mixed(number &+ SplitMix64.increment)
  }

  private mutating func count(
    _ key: UInt64, _ place: Int, _ article: Int32, _ numbers: UnsafeBufferPointer<UInt32>
  ) {
    let mask = entries.count - 1
    var slot = Int(truncatingIfNeeded: key) & mask
    while entries[slot].count > 0,
      entries[slot].key != key || (length > 2 && !Self.equals(numbers, entries[slot].place, place, length))
    {
      slot = (slot + 1) & mask
    }
    if entries[slot].count == 0 {
      entries[slot].key = key
      entries[slot].place = place
      used += 1
    }
    entries[slot].count += 1
    if entries[slot].lastArticle != article {
      entries[slot].lastArticle = article
      entries[slot].articles += 1
    }
    if 2 * used > entries.count { grow() }
  }

  private static func equals(
    _ numbers: UnsafeBufferPointer<UInt32>, _ one: Int, _ other: Int, _ length: Int
  ) -> Bool {
    for offset in 0..<length
    where (numbers[one + offset] ^ numbers[other + offset]) & ~WordStream.edge != 0 { return false }
    return true
  }

  private mutating func grow() {
    var larger = [Entry](repeating: Entry(), count: 2 * entries.count)
    let mask = larger.count - 1
    for entry in entries where entry.count > 0 {
      var slot = Int(truncatingIfNeeded: entry.key) & mask
      while larger[slot].count > 0 { slot = (slot + 1) & mask }
      larger[slot] = entry
    }
    entries = larger
  }
}

extension Execution {
  /// One row a sequence.
  mutating func ngrams(
    _ set: RowSet, length: Int, least: Int, _ columns: [AnalysisColumn]
  ) throws(ExecutionError) -> [TableRow] {
    let words = words(of: set)
    let stream = try stream(for: words)
    let text = stream.map { WordSegments(words, in: $0, watch) } ?? WordSegments(words, watch)
    try watch.look()
    let cores = policy == .always || text.segments.count >= Execution.fewPieces ? coreCount : 1
    let found = try Parallel.map(Array(0..<cores), limits: watch.limits) { core, watch in
      NgramTable(text, length: length, core: core, of: cores, watch).entries.filter {
        $0.count >= max(1, least)
      }
    }.flatMap(\.self)
    let size = text.size
    let base = RateBase(words: size.words, rows: set.rows.count)
    analysisNotes.append(.counted(words: size.words, articles: size.articles))
    if least > 1 { analysisNotes.append(.least(least, isLowered: false)) }
    var ranked: [RankedWord] = []
    ranked.reserveCapacity(found.count)
    try watch.inStretches(found.count) { stretch in
      for place in stretch {
        let opening = text.opening(at: found[place].place, length: length)
        ranked.append(RankedWord(rank: Double(found[place].count), opening: opening, place: place))
      }
    }
    let order = RankedWord.inOrder(ranked, watch) { text.letters(at: found[$0].place, length: length) }
    try watch.look()
    var rows: [TableRow] = []
    rows.reserveCapacity(order.count)
    try watch.inStretches(order.count) { stretch in
      for ngram in order[stretch] {
        let entry = found[ngram.place]
        let letters = Value(letters: text.letters(at: entry.place, length: length))
        rows.append(
          TableRow(
            columns.map {
              Self.frequency($0, letters, count: Int(entry.count), articles: Int(entry.articles), base)
            }))
      }
    }
    return rows
  }
}
