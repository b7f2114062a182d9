//! What rests on texts alone, and so serves every corpus of the same texts: before and after corrections.

internal import QuothModel
internal import QuothQuery
internal import Synchronization

/// Indexes of the texts of a corpus. Each is made when a query first needs it.
final class TextIndexes: Sendable {
  private let corpus: Corpus
  private let keptWordIndex = Mutex<WordIndex?>(nil)
  private let keptWordStream = Mutex<WordStream?>(nil)
  private let paragraphSpans = Mutex<[ColumnKey: ParagraphSpans]>([:])

  private let keptPassages = Mutex<[TextPattern: Passages]>([:])

  init(_ corpus: Corpus) { self.corpus = corpus }

  /// Whether the index of words need not be made.
  var hasWordIndex: Bool { corpus.snapshot != nil || keptWordIndex.withLock { $0 != nil } }

  /// The index of words, made now if nobody asked before; nil when the query ends before it is.
  func wordIndex(_ watch: ExecutionWatch) -> WordIndex? {
    keptWordIndex.withLock { kept in
      if let kept { return kept }
      let count = corpus.paragraphs.count
      kept =
        corpus.snapshot.flatMap { try? WordIndex($0, paragraphCount: count) }
        ?? WordIndexBuilder.build(corpus, isCancelled: watch.limits.isCancelled)
      return kept
    }
  }

  /// Whether the words of the corpus are numbered already.
  var hasWordStream: Bool { keptWordStream.withLock { $0 != nil } }

  /// The words of the corpus as numbers, made now if nobody asked before; nil when the query ends before it is.
  func wordStream(cores: Int, _ limits: ExecutionLimits) -> WordStream? {
    keptWordStream.withLock { kept in
      if let kept { return kept }
      kept = WordStream.build(corpus, parts: max(1, min(cores, corpus.sentences.count / 512)), limits: limits)
      return kept
    }
  }

  /// What a pattern was found in; nil where nobody looked for it.
  func passages(with pattern: TextPattern) -> Passages? { keptPassages.withLock { $0[pattern] } }

  func keep(_ passages: Passages, with pattern: TextPattern) {
    keptPassages.withLock { $0[pattern] = passages }
  }

  /// The paragraphs of each row's text; nil where the field is no stretch of paragraphs.
  func spans(of field: Field, in collection: QueryCollection) -> ParagraphSpans? {
    let table = Table(collection)
    let key = ColumnKey(table: table, field: field)
    if let known = paragraphSpans.withLock({ $0[key] }) { return known }
    guard let spans = ParagraphSpans(of: field, in: table, corpus) else { return nil }
    return paragraphSpans.value(key) { spans }
  }
}
