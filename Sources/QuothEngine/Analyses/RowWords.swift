//! The words of rows, stretch by stretch: what all analyses of words read.

internal import QuothBasics
internal import QuothModel
internal import QuothQuery

/// A sentence of a row, or the part of one that belongs to it. No window and no n-gram leaves it.
struct WordPiece {
  let article: Article
  let row: Int32
  let sentence: Sentence
  let range: TextRange
}

/// The text of rows as pieces in corpus order. What several rows share belongs to the first of them, so that words are
/// counted once.
struct RowWords: Sendable {
  let columns: CorpusColumns
  let collection: QueryCollection
  /// Ascending, each once.
  let rows: [Int32]
  /// The paragraphs of these articles that are to be read, ascending; all of them where nil.
  private var paragraphs: [Int32]?

  init(_ set: RowSet, columns: CorpusColumns) {
    self.init(columns, set.collection, set.ascending)
  }

  private init(
    _ columns: CorpusColumns, _ collection: QueryCollection, _ rows: [Int32], paragraphs: [Int32]? = nil
  ) {
    self.columns = columns
    self.collection = collection
    self.rows = rows
    self.paragraphs = paragraphs
  }

  private var corpus: Corpus { columns.corpus }

  /// Whether they are all articles: then the counts of the index of words are those of the rows.
  var isWholeCorpus: Bool { collection == .articles && rows.count == corpus.articles.count }

  /// How many pieces they are about.
  var size: Int { paragraphs?.count ?? (collection == .articles ? 32 * rows.count : rows.count) }

  /// Whether every piece is a whole sentence.
  var areWholeSentences: Bool {
    switch collection {
    case .articles, .paragraphs, .sentences: true
    case .quotes, .statements, .mentions, .epithets, .refusals, .people, .organizations, .places, .topics,
      .outlets:
      false
    }
  }

  /// The same without some rows.
  func without(_ others: Set<Int32>) -> RowWords {
    RowWords(columns, collection, rows.filter { !others.contains($0) })
  }

  /// Rows cut into so many parts at most, none of which divides an article.
  func parts(_ count: Int) -> [RowWords] {
    if let paragraphs {
      return Self.cut(paragraphs, count) { corpus.paragraphs[Int($0)].article }
        .map { RowWords(columns, collection, rows, paragraphs: Array(paragraphs[$0])) }
    }
    return Self.cut(rows, count, article).map { RowWords(columns, collection, Array(rows[$0])) }
  }

  private static func cut(
    _ rows: [Int32], _ count: Int, _ article: (Int32) -> ArticleID
  ) -> [Range<Int>] {
    var parts: [Range<Int>] = []
    var start = 0
    for part in 1...max(1, count) {
      var end = max(start, rows.count * part / max(1, count))
      while end > start, end < rows.count, article(rows[end]) == article(rows[end - 1]) { end += 1 }
      if end > start { parts.append(start..<end) }
      start = end
    }
    return parts
  }

  /// The article that a row stands in.
  func article(of row: Int32) -> ArticleID {
    let row = Int(row)
    switch collection {
    case .articles: return corpus.articles[row].id
    case .quotes, .statements: return corpus.quotations[row].article
    case .mentions: return corpus.mentions[row].article
    case .epithets: return corpus.epithets[row].article
    case .refusals: return corpus.refusals[row].article
    case .sentences: return corpus.sentences[row].article
    case .paragraphs: return corpus.paragraphs[row].article
    case .people, .organizations, .places, .topics, .outlets: preconditionFailure("rows have text")
    }
  }
}

// MARK: - Pieces

extension RowWords {
  /// Calls back with each piece, until the watch says to end.
  func forEachPiece(_ watch: ExecutionWatch, _ body: (WordPiece) -> Void) {
    if let paragraphs { return forEachPiece(in: paragraphs, watch, body) }
    var article: Article?
    var covered = 0
    for row in rows {
      if watch.isOver() { return }
      let id = self.article(of: row)
      if article?.id != id { (article, covered) = (corpus[id], 0) }
      guard let article else { continue }
      forEachRange(of: Int(row), in: article) { sentence, range in
        let start = max(range.start, covered)
        guard start < range.end else { return }
        covered = range.end
        body(WordPiece(article: article, row: row, sentence: sentence, range: TextRange(start, range.end)))
      }
    }
  }

  private func forEachPiece(
    in paragraphs: [Int32], _ watch: ExecutionWatch, _ body: (WordPiece) -> Void
  ) {
    for number in paragraphs {
      if watch.isOver() { return }
      let paragraph = corpus.paragraphs[Int(number)]
      let article = corpus[paragraph.article]
      for sentence in paragraph.sentences {
        let row = article.id.number
        body(WordPiece(article: article, row: row, sentence: sentence, range: sentence.range))
      }
    }
  }

  private func forEachRange(of row: Int, in article: Article, _ body: (Sentence, TextRange) -> Void) {
    switch collection {
    case .articles:
      for paragraph in article.paragraphs where paragraph.kind.isRunningText {
        for sentence in paragraph.sentences { body(sentence, sentence.range) }
      }
    case .paragraphs:
      for sentence in corpus.paragraphs[row].sentences { body(sentence, sentence.range) }
    case .sentences: body(corpus.sentences[row], corpus.sentences[row].range)
    case .quotes, .statements: forEachPart(of: corpus.quotations[row].content, in: article, body)
    case .mentions: forEachPart(of: corpus.mentions[row].range, in: article, body)
    case .refusals: forEachPart(of: corpus.refusals[row].range, in: article, body)
    case .epithets: forEachPart(of: corpus.epithets[row].range, in: article, body)
    case .people, .organizations, .places, .topics, .outlets: break
    }
  }

  /// The parts of a range that lie in one sentence each.
  private func forEachPart(of range: TextRange, in article: Article, _ body: (Sentence, TextRange) -> Void) {
    let sentences = article.sentences
    let after = sentences.firstIndex(notPreceding: { $0.range.start <= range.start })
    var index = max(sentences.startIndex, after - 1)
    while index < sentences.endIndex {
      let sentence = sentences[index]
      if sentence.range.start >= range.end { return }
      let (start, end) = (max(range.start, sentence.range.start), min(range.end, sentence.range.end))
      if start < end { body(sentence, TextRange(start, end)) }
      index += 1
    }
  }
}

// MARK: - Narrowing

extension RowWords {
  /// The same with those pieces alone that can hold a pattern, as far as the index of words can tell.
  func candidates(for pattern: TextPattern, _ watch: ExecutionWatch) -> RowWords {
    guard collection == .articles else {
      let finder = CandidateFinder(columns: columns, collection: collection, watch: watch)
      guard let found = finder.candidates(for: .contains(.text, pattern)) else { return self }
      let kept = Set(found.rows())
      return RowWords(columns, collection, rows.filter(kept.contains))
    }
    guard let index = columns.texts.wordIndex(watch) else { return self }
    let required = index.requirements(of: pattern).map(index.paragraphs)
    guard let first = required.first else { return self }
    let wanted = isWholeCorpus ? nil : Set(rows)
    var paragraphs: [Int32] = []
    first.forEachNumber { number in
      guard required.allSatisfy({ $0.contains(number) }) else { return }
      let paragraph = corpus.paragraphs[number]
      guard paragraph.kind.isRunningText, wanted?.contains(paragraph.article.number) ?? true else { return }
      paragraphs.append(Int32(number))
    }
    return RowWords(columns, collection, rows, paragraphs: paragraphs)
  }
}
