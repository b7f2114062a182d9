//! Corrections of who says a quotation, and of what it is about.

internal import QuothBasics
public import QuothModel
public import QuothQuery

extension CorpusAmender {
  mutating func setSpeakers(
    _ amendment: Amendment, _ place: QuotationPlace, _ speakers: [AmendedEntity]
  ) throws(AmendmentFault) -> AppliedAmendment {
    let quotation = try quotation(at: place)
    for speaker in speakers { try check(speaker, .person) }
    var entities: [EntityID] = []
    let known = Set(added.keys)
    for speaker in speakers {
      let entity = try entity(of: speaker, .person)
      if !entities.contains(entity) { entities.append(entity) }
    }
    var applied = AppliedAmendment(amendment)
    applied.quotation = quotation
    applied.added = added.keys.filter { !known.contains($0) }.sorted()
    let before = reviser.speakers(of: quotation)
    applied.isIdle = before == entities
    guard !applied.isIdle else { return applied }
    applied.entities = entities.map(reviser.key)
    applied.changed = reviser.setSpeakers(of: quotation, to: entities)
    update(before + entities)
    return applied
  }

  mutating func setTopics(
    _ amendment: Amendment, _ place: QuotationPlace, _ keys: [String]
  ) throws(AmendmentFault) -> AppliedAmendment {
    let quotation = try quotation(at: place)
    var topics: [TopicID] = []
    for key in keys {
      guard let topic = reviser.topic(named: key) else { throw .unknownKey(key) }
      if !topics.contains(topic.id) { topics.append(topic.id) }
    }
    var applied = AppliedAmendment(amendment)
    applied.quotation = quotation
    applied.isIdle = reviser.topics(of: quotation).sorted() == topics.sorted()
    guard !applied.isIdle else { return applied }
    applied.changed = reviser.setTopics(of: quotation, to: topics)
    return applied
  }

  /// The quotation at a place, wherever it stands by now.
  private func quotation(at place: QuotationPlace) throws(AmendmentFault) -> QuotationID {
    guard let code = found.columns.articleNames.codes(of: [place.article]).first else {
      throw .noSuchQuotation(article: place.article)
    }
    let article = corpus[ArticleID(Int(code))]
    let fitting = place.fitting(article.quotations, in: article)
    if let start = place.start, let there = fitting.first(where: { $0.content.start == start }) {
      return there.id
    }
    // A pull quote has the words of what it repeats: they are one to who reads them.
    let meant = Set(fitting.map { $0.repeats ?? $0.id })
    guard let original = meant.first else { throw .noSuchQuotation(article: place.article) }
    guard meant.count == 1 else { throw .severalQuotations(article: place.article) }
    guard let start = place.start else {
      return fitting.first { $0.id == original }?.id ?? fitting[0].id
    }
    let nearest = fitting.min { abs($0.content.start - start) < abs($1.content.start - start) }
    return nearest?.id ?? original
  }
}

extension QuotationPlace {
  /// Where a quotation can be found again.
  public init(_ quotation: Quotation, in corpus: Corpus) {
    let words = corpus.string(quotation.content, of: quotation.article).split(whereSeparator: \.isWhitespace)
    self.init(
      article: corpus[quotation.article].key, words: words.prefix(Self.wordCount).joined(separator: " "),
      start: quotation.content.start)
  }

  /// The quotations of an article that these words tell from others. Fewer words than are kept of a longer one are all
  /// of it; only who leaves out where it stands may write its first words alone.
  fileprivate func fitting(_ quotations: Items<Quotation>, in article: Article) -> [Quotation] {
    let words = Self.normal(self.words)
    guard !words.isEmpty else { return [] }
    let found = quotations.filter { Self.normal(article.string($0.content)).starts(with: words) }
    guard words.count < Self.wordCount else { return found }
    let whole = found.filter { Self.normal(article.string($0.content)).count == words.count }
    return whole.isEmpty && start == nil ? found : whole
  }

  /// Folded words.
  private static func normal(_ text: String) -> [Substring] {
    TextFolding.fold(text).split(whereSeparator: \.isWhitespace)
  }
}
