//! A corpus with some of its rows changed: what a user knows better than the analysis.

internal import QuothBasics

/// Changes rows of a corpus. The corpus stays as it is; `finish` gives another that shares with it all that is the same.
///
/// Articles, sentences, mentions and quotations keep their numbers, and texts their bytes. Entities may get others, as
/// one that was joined to another is gone.
public struct CorpusReviser {
  let base: CorpusTables
  var rows: TableRows
  /// A number that means the entity and no other, where its own does not.
  private var numberOfEntity: [EntityID: EntityID] = [:]
  var entities = EntityChanges()
  /// Mentions that mean others than in the base.
  var moved: Set<MentionID> = []
  /// Entities that lost mentions or words.
  var bereft: Set<EntityID> = []

  /// Begins with this corpus, unchanged.
  public init(_ corpus: Corpus) {
    base = corpus.tables
    rows = base.rows.growing()
  }

  /// The topics as they are after all changes so far.
  public var topics: [Topic] { rows.topics }

  /// The corpus with all changes so far.
  public func finish() -> Corpus {
    let revised = RevisedEntities(self)
    var rows = rows
    revised.apply(to: &rows)
    dropEmptyOutlets(&rows)
    return Corpus(CorpusTables(rows, revising: base, formerKeys: revised.formerKeys))
  }

  // MARK: Quotations

  /// Gives a quotation, and what repeats it, other speakers; none where nobody is known. What is called somebody in
  /// these words is called so by them.
  @discardableResult public mutating func setSpeakers(
    of quotation: QuotationID, to speakers: [EntityID]
  ) -> ChangedRows {
    let code = code(of: speakers)
    var done = ChangedRows()
    let profile = profile(of: speakers, besides: quotation)
    for number in repeats(of: quotation) {
      bereft.formUnion(current(rows.quotations[number].speakers))
      rows.quotations[number].speakers = code
      rows.quotations[number].profile = profile
      rows.quotations[number].rule = Stored(.corrected)
      rows.quotations[number].confidence = UInt16(QuotationRow.confidenceUnit)
      done.epithets.formUnion(setSpeakersOfEpithets(in: QuotationID(number), to: code))
      done.quotations.insert(QuotationID(number))
    }
    return done
  }

  /// The number of what the article of a quotation says of these speakers where another quotation is theirs.
  private func profile(of speakers: [EntityID], besides quotation: QuotationID) -> OptionalNumber {
    guard !speakers.isEmpty else { return OptionalNumber(nil) }
    let article = Article(Quotation(quotation.index, in: base).article.index, in: base)
    let other = article.quotations.first {
      $0.id != quotation && $0.repeats != quotation && self.speakers(of: $0.id) == speakers
        && rows.quotations[$0.id.index].rule.value != .corrected
    }
    return other.map { rows.quotations[$0.id.index].profile } ?? OptionalNumber(nil)
  }

  /// Gives a quotation, and what repeats it, other topics.
  @discardableResult public mutating func setTopics(
    of quotation: QuotationID, to topics: [TopicID]
  ) -> ChangedRows {
    let list = rows.topicLists.number(of: topics.sorted())
    var done = ChangedRows()
    for number in repeats(of: quotation) {
      rows.quotations[number].topics = list
      done.quotations.insert(QuotationID(number))
    }
    return done
  }

  /// A quotation and those that repeat it. They stand in one article.
  private func repeats(of quotation: QuotationID) -> [Int] {
    let found = Quotation(quotation.index, in: base)
    let article = Article(found.article.index, in: base)
    return article.quotations.filter { $0.id == quotation || $0.repeats == quotation }.map(\.id.index)
  }

  /// The speakers of a quotation as they are now.
  public func speakers(of quotation: QuotationID) -> [EntityID] {
    current(rows.quotations[quotation.index].speakers)
  }

  /// The topics of a quotation as they are now.
  public func topics(of quotation: QuotationID) -> [TopicID] {
    rows.topicLists[rows.quotations[quotation.index].topics]
  }

  // MARK: Parts

  mutating func add(_ string: String) -> StringID {
    var string = string
    return string.withUTF8 { rows.strings.append($0) }
  }

  /// The entities that a row means, each once.
  func current(_ code: EntityListCode) -> [EntityID] {
    if code.isEmpty { return [] }
    var found: [EntityID] = []
    for entity in code.list(in: rows.entityLists, { entities.current(entity(of: $0)) })
    where !found.contains(entity) {
      found.append(entity)
    }
    return found
  }

  /// The entity of a number, before any is gone.
  func entity(of number: EntityID) -> EntityID {
    rows.entityNumbers.count == 0 ? number : rows.entityNumbers[number.index]
  }

  mutating func code(of entities: [EntityID]) -> EntityListCode {
    EntityListCode(entities.map { number(of: $0) }, in: &rows.entityLists)
  }

  mutating func code(_ code: EntityListCode, with new: EntityID, for old: EntityID) -> EntityListCode {
    var entities: [EntityID] = []
    for entity in current(code).map({ $0 == old ? new : $0 }) where !entities.contains(entity) {
      entities.append(entity)
    }
    return self.code(of: entities)
  }

  /// A number by which rows can call the entity.
  mutating func number(of entity: EntityID) -> EntityID {
    if let known = numberOfEntity[entity] { return known }
    if rows.entityNumbers.count == 0 {
      if entity.index < base.entities.count { return entity }
      // Numbers of their own from here on, as those of added entities would not follow each other.
      for index in 0..<base.entities.count { rows.entityNumbers.append(EntityID(index)) }
    }
    let number = EntityID(rows.entityNumbers.count)
    rows.entityNumbers.append(entity)
    numberOfEntity[entity] = number
    return number
  }
}
