//! From quotations of a corpus to their variants.

internal import QuothBasics
internal import QuothModel

/// Reads the quotations to compare from a corpus.
struct VariantReader {
  /// Quotations that are counted to tell common words, at most; of a larger corpus, every so manieth.
  private static let mostCounted = 200_000

  private let corpus: Corpus

  init(_ corpus: Corpus) { self.corpus = corpus }

  /// The wordings of quotations, by their numbers in the corpus; nil when `isOver` said so.
  func store(of rows: [Int32], isOver: () -> Bool = { false }) -> WordingStore? {
    var store = WordingStore()
    guard count(into: &store, isOver) else { return nil }
    let nested = nested(in: rows)
    for (index, row) in rows.enumerated() where !nested.contains(row) {
      if index & 0x3FF == 0, isOver() { return nil }
      add(corpus.quotations[Int(row)], to: &store)
    }
    return store
  }

  /// Counts the words of all quotations of the corpus, whatever the rows: which words are common does not depend on
  /// the question. False when `isOver` said so.
  private func count(into store: inout WordingStore, _ isOver: () -> Bool) -> Bool {
    let quotations = corpus.quotations
    let step = max(1, quotations.count / Self.mostCounted)
    for number in stride(from: 0, to: quotations.count, by: step) {
      if number & 0x3FF == 0, isOver() { return false }
      let quotation = quotations[number]
      guard quotation.repeats == nil else { continue }
      corpus[quotation.article].bytes(quotation.content).withUnsafeBufferPointer { text in
        store.count(text, 0..<text.count)
      }
    }
    return true
  }

  /// The rows that stand within another one that has the same speakers: they are compared as part of it.
  private func nested(in rows: [Int32]) -> Set<Int32> {
    let all = Set(rows)
    var nested: Set<Int32> = []
    for row in rows {
      let quotation = corpus.quotations[Int(row)]
      guard quotation.kind != .indirect, let carrier = carrier(of: quotation),
        all.contains(carrier.id.number), speakers(of: carrier) == speakers(of: quotation)
      else { continue }
      nested.insert(row)
    }
    return nested
  }

  private func speakers(of quotation: Quotation) -> [Int32] { quotation.attribution.speakers.map(\.number) }

  /// The indirect statement that a quotation stands in.
  private func carrier(of quotation: Quotation) -> Quotation? {
    let siblings = corpus[quotation.article].quotations
    // Quotations stand in the order of the text; a carrier begins before what it carries.
    var number = quotation.id.index - 1
    while number >= siblings.startIndex, number >= quotation.id.index - 8 {
      let other = siblings[number]
      if other.kind == .indirect, other.content.contains(quotation.content) { return other }
      number -= 1
    }
    return nil
  }

  private func add(_ quotation: Quotation, to store: inout WordingStore) {
    let article = corpus[quotation.article]
    var around = quotation.content
    if quotation.kind == .mixed {
      let context = carrier(of: quotation)?.content ?? corpus[quotation.sentence].range
      around = TextRange(min(around.start, context.start), max(around.end, context.end))
    }
    let start = around.start
    func place(_ range: TextRange) -> Range<Int>? {
      range.start >= start && range.end <= around.end ? range.start - start..<range.end - start : nil
    }
    let without = [quotation.attribution.source, quotation.attribution.cue].compactMap { $0.flatMap(place) }
    guard let core = place(quotation.content) else { return }
    article.bytes(around).withUnsafeBufferPointer { text in
      store.add(
        id: quotation.id.number, article: quotation.article.number, day: article.date?.dayNumber,
        speakers: speakers(of: quotation), text: text, offset: start,
        WordingPlace(core: core, around: 0..<text.count, without: without))
    }
  }
}
