//! Builds the index of words, on all cores.

internal import Dispatch
internal import QuothBasics
internal import QuothModel
internal import Synchronization

/// Builds a `WordIndex` from batches of articles, which are read at the same time and joined in order.
enum WordIndexBuilder {
  /// Paragraphs of a batch, about.
  private static let batchSize = 4096

  /// The index of a corpus; nil when it is cancelled before the articles are read.
  static func build(_ corpus: Corpus, isCancelled: @Sendable () -> Bool) -> WordIndex? {
    let batches = batches(of: corpus)
    let read = Mutex<[Int: IndexBatch]>([:])
    DispatchQueue.concurrentPerform(iterations: batches.count) { number in
      if isCancelled() { return }
      let batch = IndexBatch(corpus, articles: batches[number])
      read.withLock { $0[number] = batch }
    }
    let inOrder = read.withLock { found in batches.indices.compactMap { found[$0] } }
    guard inOrder.count == batches.count else { return nil }
    return join(inOrder, paragraphCount: corpus.paragraphs.count)
  }

  private static func batches(of corpus: Corpus) -> [Range<Int>] {
    var batches: [Range<Int>] = []
    var start = 0
    var paragraphs = 0
    for index in corpus.articles.indices {
      paragraphs += corpus.articles[index].paragraphs.count
      guard paragraphs >= batchSize else { continue }
      batches.append(start..<index + 1)
      (start, paragraphs) = (index + 1, 0)
    }
    if start < corpus.articles.count { batches.append(start..<corpus.articles.count) }
    return batches
  }

  private static func join(_ batches: [IndexBatch], paragraphCount: Int) -> WordIndex {
    var words = WordTable()
    var frequencies: [UInt32] = []
    var paragraphFrequencies: [UInt32] = []
    // The number of each batch's words among all words.
    var numbers: [[Int32]] = []
    for batch in batches {
      var ofBatch: [Int32] = []
      ofBatch.reserveCapacity(batch.words.count)
      for word in 0..<batch.words.count {
        let number = words.intern(batch.words[word])
        if number == frequencies.count {
          frequencies.append(0)
          paragraphFrequencies.append(0)
        }
        frequencies[number] += batch.frequencies[word]
        paragraphFrequencies[number] += batch.paragraphFrequencies[word]
        ofBatch.append(Int32(number))
      }
      numbers.append(ofBatch)
    }
    let (starts, postings) = joinPostings(batches, numbers, wordCount: words.count)
    return WordIndex(
      words: words, paragraphCount: paragraphCount, frequencies: frequencies,
      paragraphFrequencies: paragraphFrequencies, starts: starts, postings: postings)
  }

  /// Puts the postings of each word behind one another. The first of a batch becomes a difference to the last before.
  private static func joinPostings(
    _ batches: [IndexBatch], _ numbers: [[Int32]], wordCount: Int
  ) -> ([Int], [UInt8]) {
    var parts = [[(batch: Int32, word: Int32)]](repeating: [], count: wordCount)
    for (place, ofBatch) in numbers.enumerated() {
      for (word, number) in ofBatch.enumerated() { parts[Int(number)].append((Int32(place), Int32(word))) }
    }
    var starts = [0]
    var postings: [UInt8] = []
    starts.reserveCapacity(wordCount + 1)
    postings.reserveCapacity(batches.reduce(0) { $0 + $1.postings.count })
    for part in parts {
      var last: UInt32 = 0
      for (batch, word) in part {
        let from = batches[Int(batch)]
        let first = from.firsts[Int(word)]
        VarintPostings.append(first - last, to: &postings)
        postings.append(contentsOf: from.postings[from.starts[Int(word)]..<from.starts[Int(word) + 1]])
        last = from.lasts[Int(word)]
      }
      starts.append(postings.count)
    }
    return (starts, postings)
  }
}

/// The words of some articles, with numbers of their own.
private struct IndexBatch: Sendable {
  private(set) var words = WordTable()
  private(set) var frequencies: [UInt32] = []
  private(set) var paragraphFrequencies: [UInt32] = []
  /// The first and the last paragraph of each word.
  private(set) var firsts: [UInt32] = []
  private(set) var lasts: [UInt32] = []
  /// The differences after the first, of each word in turn, and where each word's start.
  private(set) var postings: [UInt8] = []
  private(set) var starts: [Int] = [0]
  /// Words and paragraphs as they come up, each pair once.
  private var pairs: [(word: Int32, paragraph: UInt32)] = []

  init(_ corpus: Corpus, articles: Range<Int>) {
    var walker = FoldedWords()
    for article in articles {
      let article = corpus.articles[article]
      for index in article.paragraphs.indices {
        let paragraph = article.paragraphs[index]
        // What stands between two paragraphs belongs to the first: the whole text is covered.
        let isFirst = index == article.paragraphs.startIndex
        let isLast = index + 1 == article.paragraphs.endIndex
        let start = isFirst ? 0 : paragraph.range.start
        let end = isLast ? article.byteCount : article.paragraphs[index + 1].range.start
        add(paragraph, from: start, to: end, of: article, number: UInt32(index), &walker)
      }
      addEdges(of: article, &walker)
    }
    addEdgesOfEpithets(corpus, articles: articles, &walker)
    sortPostings()
  }

  /// Adds the words of the text from one place to another, which a paragraph lies in. Those of its sentences are counted
  /// as analyses count them: each sentence alone, and nothing of a dateline. Then come those of the text as a whole that
  /// begin or end outside a sentence.
  private mutating func add(
    _ paragraph: Paragraph, from start: Int, to end: Int, of article: Article, number: UInt32,
    _ walker: inout FoldedWords
  ) {
    let counts = paragraph.kind.isRunningText
    article.bytes(TextRange(start, end)).withUnsafeBufferPointer { text in
      var rest = 0
      for sentence in paragraph.sentences {
        let range = sentence.range.start - start..<sentence.range.end - start
        let own = UnsafeBufferPointer(rebasing: text[range])
        walker.forEach(in: own, 0..<own.count) { _, letters, hash in
          add(letters, hash, paragraph: number, counts: counts)
        }
        // Words end at blanks whatever follows, so between the first blank and the last they are those of the sentence.
        guard let first = own.firstIndex(where: Self.isBlank), let last = own.lastIndex(where: Self.isBlank)
        else { continue }
        addUncounted(text, rest..<range.lowerBound + first, number, &walker)
        rest = range.lowerBound + last
      }
      addUncounted(text, rest..<text.count, number, &walker)
    }
  }

  private mutating func addUncounted(
    _ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ paragraph: UInt32, _ walker: inout FoldedWords
  ) {
    walker.forEach(in: text, range) { _, letters, hash in
      add(letters, hash, paragraph: paragraph, counts: false)
    }
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\n")
  }

  private mutating func add(
    _ letters: UnsafeBufferPointer<UInt8>, _ hash: UInt64, paragraph: UInt32, counts: Bool
  ) {
    let word = words.intern(letters, hash: hash)
    if word == frequencies.count {
      frequencies.append(0)
      paragraphFrequencies.append(0)
      firsts.append(.max)
      lasts.append(.max)
    }
    if counts { frequencies[word] += 1 }
    guard lasts[word] != paragraph else { return }
    lasts[word] = paragraph
    pairs.append((Int32(word), paragraph))
  }

  /// Words that texts which are searched alone have at their edges, where the article reads on: `U.S` before a mark,
  /// `’s` after one.
  private mutating func addEdges(of article: Article, _ walker: inout FoldedWords) {
    for index in article.paragraphs.indices {
      let paragraph = article.paragraphs[index]
      addEdges(of: paragraph.range, in: article, paragraph: index, &walker)
    }
    for quotation in article.quotations where !article.paragraphs.isEmpty {
      let after = article.paragraphs.firstIndex(notPreceding: { $0.range.start <= quotation.content.start })
      let paragraph = max(article.paragraphs.startIndex, after - 1)
      addEdges(of: quotation.content, in: article, paragraph: paragraph, &walker)
    }
  }

  private mutating func addEdgesOfEpithets(
    _ corpus: Corpus, articles: Range<Int>, _ walker: inout FoldedWords
  ) {
    let epithets = corpus.epithets
    var index = epithets.firstIndex(notPreceding: { $0.article.index < articles.lowerBound })
    while index < epithets.endIndex {
      let sentence = corpus[epithets[index].sentence]
      guard sentence.article.index < articles.upperBound else { return }
      addEdges(
        of: epithets[index].range, in: corpus[sentence.article], paragraph: sentence.paragraph.index, &walker)
      index += 1
    }
  }

  /// Blanks end words whatever follows them, so only what stands before the first blank and after the last can be
  /// other words than in the article.
  private mutating func addEdges(
    of range: TextRange, in article: Article, paragraph: Int, _ walker: inout FoldedWords
  ) {
    article.bytes(range).withUnsafeBufferPointer { text in
      var edges = [text[...]]
      if let first = text.firstIndex(where: Self.isBlank), let last = text.lastIndex(where: Self.isBlank) {
        edges = [text[...first], text[(last + 1)...]]
      }
      for edge in edges {
        walker.forEach(in: UnsafeBufferPointer(rebasing: edge), 0..<edge.count) { _, letters, hash in
          add(letters, hash, paragraph: UInt32(paragraph), counts: false)
        }
      }
    }
  }

  /// Orders the pairs by word; within a word they are in order already, but for edges.
  private mutating func sortPostings() {
    var places = [Int](repeating: 0, count: words.count + 1)
    for pair in pairs { places[Int(pair.word) + 1] += 1 }
    for word in 0..<words.count { places[word + 1] += places[word] }
    var sorted = [UInt32](repeating: 0, count: pairs.count)
    var next = places
    for pair in pairs {
      sorted[next[Int(pair.word)]] = pair.paragraph
      next[Int(pair.word)] += 1
    }
    pairs = []
    for word in 0..<words.count {
      let ofWord = sorted[places[word]..<places[word + 1]].sorted()
      var last = ofWord.first ?? 0
      firsts[word] = last
      paragraphFrequencies[word] = 1
      for paragraph in ofWord.dropFirst() where paragraph != last {
        VarintPostings.append(paragraph - last, to: &postings)
        paragraphFrequencies[word] += 1
        last = paragraph
      }
      lasts[word] = last
      starts.append(postings.count)
    }
  }
}
