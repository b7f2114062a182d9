//! The corpus as columns: made on first use, then shared by all queries and threads.

internal import QuothBasics
internal import QuothModel
internal import QuothQuery
internal import Synchronization

/// The arrays of the corpus that rows are indices into. Several collections can share one.
enum Table: Hashable, Sendable {
  case articles, quotations, entities, mentions, epithets, refusals, topics, sentences, paragraphs, outlets

  /// The table that the rows of a collection are indices into.
  init(_ collection: QueryCollection) {
    switch collection {
    case .articles: self = .articles
    case .quotes, .statements: self = .quotations
    case .people, .organizations, .places: self = .entities
    case .mentions: self = .mentions
    case .epithets: self = .epithets
    case .refusals: self = .refusals
    case .topics: self = .topics
    case .sentences: self = .sentences
    case .paragraphs: self = .paragraphs
    case .outlets: self = .outlets
    }
  }
}

/// Names one column: a field of a table.
struct ColumnKey: Hashable, Sendable {
  let table: Table
  let field: Field
}

/// The rows of quotes or of statements, as scans give them.
struct QuotationRows: Sendable {
  var all: [Int32] = []
  var unrepeated: [Int32] = []
  var repeats: [Int32] = []

  fileprivate init(_ corpus: Corpus, includingIndirect: Bool) {
    corpus.forEachQuotation { quotation in
      if !includingIndirect, quotation.kind == .indirect { return }
      all.append(Int32(quotation.number))
      if quotation.isRepeat {
        repeats.append(Int32(quotation.number))
      } else {
        unrepeated.append(Int32(quotation.number))
      }
    }
  }
}

/// A corpus with its columns. Each column is made when a query first needs it.
final class CorpusColumns: Sendable {
  let corpus: Corpus
  let articleNames: NameTable
  let entityNames: NameTable
  let topicNames: NameTable
  let outletNames: NameTable
  private let lazyFacts: Lazily<CorpusFacts>
  private let lazyQuotes: Lazily<QuotationRows>
  private let lazyStatements: Lazily<QuotationRows>
  private let lazyArticlesOfQuotations: Lazily<[Int32]>
  private let lazyMentions: Lazily<(starts: [Int32], mentions: [Int32])>
  private let codeColumns = Mutex<[ColumnKey: CodeColumn]>([:])
  private let listColumns = Mutex<[ColumnKey: CodeListColumn]>([:])
  private let dayColumns = Mutex<[ColumnKey: [Int32]]>([:])
  private let codePostings = Mutex<[ColumnKey: CodePostings]>([:])
  private let datePostings = Mutex<[ColumnKey: DayPostings]>([:])
  let texts: TextIndexes

  /// The columns of a corpus; `texts` where another corpus of the same texts has them.
  init(_ corpus: Corpus, texts: TextIndexes? = nil) {
    self.corpus = corpus
    self.texts = texts ?? TextIndexes(corpus)
    articleNames = NameTable(
      count: corpus.articles.count, spelling: { corpus.articles[$0].key }, key: { corpus.articles[$0].key })
    entityNames = NameTable(
      count: corpus.entities.count, spelling: { corpus.entities[$0].name }, key: { corpus.entities[$0].key },
      otherKeys: corpus.formerKeys.mapValues(\.number))
    topicNames = NameTable(corpus.topics.map(\.name))
    outletNames = NameTable(corpus.outlets.map(\.name))
    lazyFacts = Lazily {
      corpus.snapshotOfCounts.flatMap { try? CorpusFacts($0, corpus) } ?? CorpusFacts(corpus)
    }
    lazyQuotes = Lazily { QuotationRows(corpus, includingIndirect: false) }
    lazyStatements = Lazily { QuotationRows(corpus, includingIndirect: true) }
    lazyArticlesOfQuotations = Lazily {
      var numbers = [Int32](repeating: 0, count: corpus.quotations.count)
      for article in corpus.articles {
        for quotation in article.quotations.indices { numbers[quotation] = article.id.number }
      }
      return numbers
    }
    lazyMentions = Lazily { CorpusColumns.mentionsBySentence(corpus) }
  }

  var facts: CorpusFacts { lazyFacts.value }
  /// The article of each quotation.
  var articlesOfQuotations: [Int32] { lazyArticlesOfQuotations.value }
  var quoteRows: QuotationRows { lazyQuotes.value }
  var statementRows: QuotationRows { lazyStatements.value }

  /// The mentions within sentences of this range, in corpus order.
  func mentions(inSentences sentences: Range<Int>) -> ArraySlice<Int32> {
    let (starts, mentions) = lazyMentions.value
    return mentions[Int(starts[sentences.lowerBound])..<Int(starts[sentences.upperBound])]
  }

  private static func mentionsBySentence(_ corpus: Corpus) -> (starts: [Int32], mentions: [Int32]) {
    var starts = [Int32](repeating: 0, count: corpus.sentences.count + 1)
    for mention in corpus.mentions { starts[mention.sentence.index + 1] += 1 }
    for index in corpus.sentences.indices { starts[index + 1] += starts[index] }
    var next = starts
    var mentions = [Int32](repeating: 0, count: corpus.mentions.count)
    for mention in corpus.mentions {
      mentions[Int(next[mention.sentence.index])] = mention.id.number
      next[mention.sentence.index] += 1
    }
    return (starts, mentions)
  }
}

// MARK: - Making columns

// Each column is made outside its lock, so that making one may ask for another; two threads that race make
// it twice and keep the first.
extension CorpusColumns {
  /// The column of this key, made by `make` if it is not there yet.
  func codes(_ key: ColumnKey, _ make: () -> CodeColumn) -> CodeColumn { codeColumns.value(key, make) }

  /// The list column of this key, made by `make` if it is not there yet.
  func lists(_ key: ColumnKey, _ make: () -> CodeListColumn) -> CodeListColumn {
    listColumns.value(key, make)
  }

  /// The day numbers of this key, made row by row if they are not there yet.
  func days(_ key: ColumnKey, rowCount: Int, _ day: (Int) -> CalendarDay?) -> [Int32] {
    dayColumns.value(key) { (0..<rowCount).map { row in day(row)?.dayNumber ?? DayNumber.missing } }
  }

  /// The day numbers of this key, made by `make` if they are not there yet.
  func days(_ key: ColumnKey, _ make: () -> [Int32]) -> [Int32] { dayColumns.value(key, make) }

  /// The rows of each name of a field.
  func postings(
    of field: Field, in collection: QueryCollection, _ make: () -> CodePostings
  ) -> CodePostings {
    codePostings.value(ColumnKey(table: Table(collection), field: field), make)
  }

  /// The rows of each day of a field.
  func dayPostings(
    of field: Field, in collection: QueryCollection, _ make: () -> DayPostings
  ) -> DayPostings {
    datePostings.value(ColumnKey(table: Table(collection), field: field), make)
  }
}

extension Mutex {
  /// The value of a key, made by `make` if it is not there yet.
  borrowing func value<Made: Sendable>(_ key: ColumnKey, _ make: () -> Made) -> Made
  where Value == [ColumnKey: Made] {
    if let known = withLock({ $0[key] }) { return known }
    let made = make()
    return withLock { known in
      if let first = known[key] { return first }
      known[key] = made
      return made
    }
  }
}
