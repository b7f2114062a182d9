//! Figures over the whole corpus that fields show: counts and first and last days, made once.

internal import QuothBasics
internal import QuothModel

/// Days as numbers in columns, with a mark for none.
enum DayNumber {
  static let missing = Int32.min
}

/// A count, and the first and last day, of one thing.
struct Tally: BitwiseCopyable, Sendable {
  private var quoteCount: UInt32 = 0
  private var statementCount: UInt32 = 0
  private var articleCount: UInt32 = 0
  private(set) var first = DayNumber.missing
  private(set) var last = DayNumber.missing

  var quotes: Int { Int(quoteCount) }
  var statements: Int { Int(statementCount) }
  var articles: Int { Int(articleCount) }

  /// Counts one more article of this day.
  fileprivate mutating func addArticle(_ date: CalendarDay?) {
    articleCount += 1
    guard let day = date?.dayNumber else { return }
    first = first == DayNumber.missing ? day : min(first, day)
    last = last == DayNumber.missing ? day : max(last, day)
  }

  fileprivate mutating func addQuotation(_ kind: QuotationKind) {
    statementCount += 1
    if kind != .indirect { quoteCount += 1 }
  }
}

/// Counts for every article, entity, topic and outlet. Repeats count nowhere.
struct CorpusFacts: Sendable {
  let articles: PlainRows<Tally>
  let entities: PlainRows<Tally>
  let topics: PlainRows<Tally>
  let outlets: PlainRows<Tally>

  /// Counts.
  init(_ corpus: Corpus) {
    let counting = Counting(corpus)
    articles = PlainRows(counting.articles)
    entities = PlainRows(counting.entities)
    topics = PlainRows(counting.topics)
    outlets = PlainRows(counting.outlets)
  }

  /// The counts that a snapshot holds.
  init(_ snapshot: CorpusSnapshot, _ corpus: Corpus) throws(SnapshotProblem) {
    articles = try snapshot.rows(.articleFacts)
    entities = try snapshot.rows(.entityFacts)
    topics = try snapshot.rows(.topicFacts)
    outlets = try snapshot.rows(.outletFacts)
    guard articles.count == corpus.articles.count, entities.count == corpus.entities.count,
      topics.count == corpus.topics.count, outlets.count == corpus.outlets.count
    else { throw .unsound(section: "facts") }
  }

  var sections: [SectionContent] {
    [
      SectionContent(.articleFacts, articles), SectionContent(.entityFacts, entities),
      SectionContent(.topicFacts, topics), SectionContent(.outletFacts, outlets),
    ]
  }
}

/// The counts while they grow.
private struct Counting {
  private(set) var articles: [Tally]
  private(set) var entities: [Tally]
  private(set) var topics: [Tally]
  private(set) var outlets: [Tally]

  init(_ corpus: Corpus) {
    articles = Array(repeating: Tally(), count: corpus.articles.count)
    entities = Array(repeating: Tally(), count: corpus.entities.count)
    topics = Array(repeating: Tally(), count: corpus.topics.count)
    outlets = Array(repeating: Tally(), count: corpus.outlets.count)
    let dates = corpus.articles.map(\.date)
    for article in corpus.articles { countArticle(article, dates[article.id.index]) }
    countMentions(corpus, dates)
    countQuotations(corpus)
  }

  private mutating func countArticle(_ article: Article, _ date: CalendarDay?) {
    for topic in article.topics { topics[topic.index].addArticle(date) }
    if let outlet = article.outlet { outlets[outlet.index].addArticle(date) }
  }

  private mutating func countMentions(_ corpus: Corpus, _ dates: [CalendarDay?]) {
    // Mentions are in corpus order, so those of one article stand together.
    var last = [Int](repeating: -1, count: entities.count)
    corpus.forEachEntityMentioned { article, entity in
      guard last[Int(entity)] != article else { return }
      last[Int(entity)] = article
      entities[Int(entity)].addArticle(dates[article])
    }
  }

  private mutating func countQuotations(_ corpus: Corpus) {
    var kinds = [QuotationKind?](repeating: nil, count: corpus.quotations.count)
    corpus.forEachQuotation { if !$0.isRepeat { kinds[$0.number] = $0.kind } }
    for article in corpus.articles {
      let outlet = article.outlet
      for number in article.quotations.indices {
        guard let kind = kinds[number] else { continue }
        articles[article.id.index].addQuotation(kind)
        if let outlet { outlets[outlet.index].addQuotation(kind) }
      }
    }
    corpus.forEachSpeaker { quotation, entity in
      if let kind = kinds[quotation] { entities[Int(entity)].addQuotation(kind) }
    }
    corpus.forEachTopicOfQuotations { quotation, topic in
      if let kind = kinds[quotation] { topics[Int(topic)].addQuotation(kind) }
    }
  }
}
