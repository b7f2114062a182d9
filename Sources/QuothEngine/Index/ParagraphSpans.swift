//! Which paragraphs the rows of a table lie in.

internal import QuothBasics
internal import QuothModel
internal import QuothQuery

/// The first and the last paragraph of each row's text.
struct ParagraphSpans: Sendable {
  private let firsts: [UInt32]
  private let lasts: [UInt32]
  /// No row begins or ends before the one before it, so that the rows of a paragraph stand together.
  private let isOrdered: Bool

  var rowCount: Int { firsts.count }

  /// The paragraphs of a row.
  func paragraphs(of row: Int) -> ClosedRange<Int> { Int(firsts[row])...Int(lasts[row]) }

  /// The rows that lie in any of these paragraphs, ascending; some others too where they cannot be told apart.
  func rows(in paragraphs: NumberSet) -> [Int32] {
    var rows: [Int32] = []
    if !isOrdered {
      for row in firsts.indices where self.paragraphs(of: row).contains(where: paragraphs.contains) {
        rows.append(Int32(row))
      }
      return rows
    }
    var next = 0
    paragraphs.forEachNumber { paragraph in
      next = lasts.gallop(from: next) { $0 < paragraph }
      while next < firsts.count, firsts[next] <= paragraph {
        rows.append(Int32(next))
        next += 1
      }
    }
    return rows
  }

  private init(_ firsts: [UInt32], _ lasts: [UInt32]) {
    self.firsts = firsts
    self.lasts = lasts
    isOrdered =
      zip(firsts, firsts.dropFirst()).allSatisfy { $0 <= $1 }
      && zip(lasts, lasts.dropFirst()).allSatisfy { $0 <= $1 }
  }

  private init(_ paragraphs: [UInt32]) { self.init(paragraphs, paragraphs) }

  /// The spans of a field of text; nil where the field is no stretch of paragraphs.
  init?(of field: Field, in table: Table, _ corpus: Corpus) {
    switch (table, field) {
    case (.paragraphs, .text): self.init((0..<UInt32(corpus.paragraphs.count)).map(\.self))
    case (.articles, .text):
      guard let spans = Self.ofArticles(corpus) else { return nil }
      self = spans
    case (.sentences, .text): self.init(corpus.paragraphsOfSentences)
    case (.mentions, .sentence):
      let paragraphs = corpus.paragraphsOfSentences
      self.init(corpus.mentions.map { paragraphs[$0.sentence.index] })
    case (.epithets, .sentence), (.epithets, .text):
      let paragraphs = corpus.paragraphsOfSentences
      self.init(corpus.epithets.map { paragraphs[$0.sentence.index] })
    case (.quotations, .sentence):
      let paragraphs = corpus.paragraphsOfSentences
      var ofQuotations: [UInt32] = []
      corpus.forEachQuotation { ofQuotations.append(paragraphs[$0.sentence]) }
      self.init(ofQuotations)
    case (.quotations, .text): self = Self.ofQuotations(corpus)
    default: return nil
    }
  }

  /// Nil where an article has no paragraph, as the index of words then knows nothing of it.
  private static func ofArticles(_ corpus: Corpus) -> ParagraphSpans? {
    var (firsts, lasts): ([UInt32], [UInt32]) = ([], [])
    for article in corpus.articles {
      let paragraphs = article.paragraphs.indices
      if paragraphs.isEmpty { return nil }
      firsts.append(UInt32(paragraphs.lowerBound))
      lasts.append(UInt32(paragraphs.upperBound - 1))
    }
    return ParagraphSpans(firsts, lasts)
  }

  private static func ofQuotations(_ corpus: Corpus) -> ParagraphSpans {
    var contents: [TextRange] = []
    contents.reserveCapacity(corpus.quotations.count)
    corpus.forEachQuotation { contents.append($0.content) }
    let starts = corpus.paragraphStarts
    var (firsts, lasts): ([UInt32], [UInt32]) = ([], [])
    firsts.reserveCapacity(contents.count)
    lasts.reserveCapacity(contents.count)
    for article in corpus.articles {
      let paragraphs = article.paragraphs.indices
      func paragraph(at place: Int) -> UInt32 {
        let after = starts[paragraphs].firstIndex(notPreceding: { $0 <= place })
        return UInt32(max(paragraphs.lowerBound, after - 1))
      }
      for content in contents[article.quotations.indices] {
        firsts.append(paragraph(at: content.start))
        lasts.append(paragraph(at: max(0, content.end - 1)))
      }
    }
    return ParagraphSpans(firsts, lasts)
  }
}
