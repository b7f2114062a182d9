//! A corpus with some of its rows changed: what a user knows better than the analysis.

internal import QuothBasics

/// Changes rows of a corpus. The corpus stays as it is; `finish` gives another that shares with it all that is the same.
///
/// Articles, sentences, mentions and quotations keep their numbers, and texts their bytes. Entities may get others, as
/// one that was joined to another is gone.
public struct CorpusReviser {
  let base: CorpusTables
  var articles: Column<ArticleRow>
  var sentences: Column<SentenceRow>
  var mentions: Column<MentionRow>
  var quotations: Column<QuotationRow>
  var epithets: Column<EpithetRow>
  var strings: StringTable
  var entityLists: ListTable<EntityID>
  var topicLists: ListTable<TopicID>
  /// The topics as they are after all changes so far.
  public internal(set) var topics: [Topic]
  var outlets: [Outlet]
  /// The entity of each number, before any is gone.
  var entityNumbers: [EntityID]
  /// A number that means the entity and no other.
  private var numberOfEntity: [EntityID: EntityID] = [:]
  var entities = EntityChanges()

  /// Begins with this corpus, unchanged.
  public init(_ corpus: Corpus) {
    let base = corpus.tables
    self.base = base
    articles = base.articles
    sentences = base.sentences
    mentions = base.mentions
    quotations = base.quotations
    epithets = base.epithets
    strings = base.strings
    entityLists = base.entityLists.growing()
    topicLists = base.topicLists.growing()
    topics = base.topics
    outlets = base.outlets
    entityNumbers =
      base.entityNumbers.count == 0
      ? (0..<base.entities.count).map { EntityID($0) }
      : (0..<base.entityNumbers.count).map { base.entityNumbers[$0] }
  }

  /// The corpus with all changes so far.
  public func finish() -> Corpus { Corpus(CorpusTables(self)) }

  // MARK: Quotations

  /// Gives a quotation, and what repeats it, other speakers; none where nobody is known.
  public mutating func setSpeakers(of quotation: QuotationID, to speakers: [EntityID]) {
    for number in repeats(of: quotation) {
      quotations[number].speakers = code(of: speakers)
      quotations[number].rule = Stored(.corrected)
      quotations[number].confidence = UInt16(QuotationRow.confidenceUnit)
    }
  }

  /// Gives a quotation, and what repeats it, other topics.
  public mutating func setTopics(of quotation: QuotationID, to topics: [TopicID]) {
    let list = topicLists.number(of: topics.sorted())
    for number in repeats(of: quotation) { quotations[number].topics = list }
  }

  /// A quotation and those that repeat it. They stand in one article.
  private func repeats(of quotation: QuotationID) -> [Int] {
    let found = Quotation(quotation.index, in: base)
    let article = Article(found.article.index, in: base)
    return article.quotations.filter { $0.id == quotation || $0.repeats == quotation }.map(\.id.index)
  }

  /// The speakers of a quotation as they are now.
  public func speakers(of quotation: QuotationID) -> [EntityID] {
    current(quotations[quotation.index].speakers)
  }

  /// The topics of a quotation as they are now.
  public func topics(of quotation: QuotationID) -> [TopicID] {
    topicLists[quotations[quotation.index].topics]
  }

  func current(_ code: EntityListCode) -> [EntityID] {
    Array(code.list(in: entityLists) { entities.current(entityNumbers[$0.index]) })
  }

  // MARK: Mentions

  /// Has mentions mean another entity, and with them the quotations and descriptions that rest on them.
  /// Returns how many quotations have another speaker.
  public mutating func move(_ moved: Set<MentionID>, from old: EntityID, to new: EntityID) -> Int {
    guard let article = moved.first.map({ Mention($0.index, in: base).article }) else { return 0 }
    for mention in moved {
      mentions[mention.index].entities = code(mentions[mention.index].entities, with: new, for: old)
    }
    var changed = 0
    for quotation in Article(article.index, in: base).quotations {
      let original = quotation.repeats.map { Quotation($0.index, in: base) } ?? quotation
      guard let mention = quotation.attribution.mention ?? original.attribution.mention,
        moved.contains(mention), current(quotations[quotation.id.index].speakers).contains(old)
      else { continue }
      quotations[quotation.id.index].speakers = code(
        quotations[quotation.id.index].speakers, with: new, for: old)
      changed += 1
    }
    moveEpithets(in: article, moved, from: old, to: new)
    return changed
  }

  /// A description goes with the nearest mention of its person.
  private mutating func moveEpithets(
    in article: ArticleID, _ moved: Set<MentionID>, from old: EntityID, to new: EntityID
  ) {
    for number in epithetNumbers(in: article) {
      let epithet = Epithet(number, in: base)
      guard entities.current(entityNumbers[epithets[number].person.index]) == old else { continue }
      let near = Article(article.index, in: base).mentions
        .filter {
          $0.sentence == epithet.sentence && $0.entities.contains(base.entity(base.epithets[number].person))
        }
        .min { distance($0.range, epithet.range) < distance($1.range, epithet.range) }
      if let near, moved.contains(near.id) { epithets[number].person = self.number(of: new) }
    }
  }

  private func distance(_ left: TextRange, _ right: TextRange) -> Int {
    max(0, max(left.start - right.end, right.start - left.end))
  }

  /// Epithets stand in the order of articles.
  private func epithetNumbers(in article: ArticleID) -> Range<Int> {
    func first(_ bound: Int) -> Int {
      var (low, high) = (0, base.epithets.count)
      while low < high {
        let middle = (low + high) / 2
        if Epithet(middle, in: base).article.index < bound { low = middle + 1 } else { high = middle }
      }
      return low
    }
    return first(article.index)..<first(article.index + 1)
  }

  // MARK: Entities

  /// A new entity. The key is that of nobody else.
  public mutating func addEntity(_ kind: EntityKind, key: String, name: String) -> EntityID {
    let id = EntityID(base.entities.count + entities.added.count)
    entities.added.append(AddedEntity(kind: kind, key: add(key), name: add(name)))
    return id
  }

  /// Makes two entities one, which has the name of the second.
  public mutating func join(_ entity: EntityID, to other: EntityID) { entities.join(entity, to: other) }

  /// Another spelling of an entity.
  public mutating func addAlias(_ spelling: String, to entity: EntityID) {
    entities.aliases[entity, default: []].append(add(spelling))
  }

  /// Takes a spelling from an entity, as nobody calls it so.
  public mutating func removeAlias(_ spelling: String, from entity: EntityID) {
    entities.lostAliases[entity, default: []].insert(TextFolding.fold(spelling))
  }

  /// The entity that one is part of by now.
  public func current(_ entity: EntityID) -> EntityID { entities.current(entity) }

  // MARK: Parts

  mutating func add(_ string: String) -> StringID {
    var string = string
    return string.withUTF8 { strings.append($0) }
  }

  mutating func code(of entities: [EntityID]) -> EntityListCode {
    EntityListCode(entities.map { number(of: $0) }, in: &entityLists)
  }

  private mutating func code(_ code: EntityListCode, with new: EntityID, for old: EntityID) -> EntityListCode
  {
    var entities: [EntityID] = []
    for entity in current(code).map({ $0 == old ? new : $0 }) where !entities.contains(entity) {
      entities.append(entity)
    }
    return self.code(of: entities)
  }

  /// A number by which rows can call the entity.
  private mutating func number(of entity: EntityID) -> EntityID {
    if let known = numberOfEntity[entity] { return known }
    let number = EntityID(entityNumbers.count)
    entityNumbers.append(entity)
    numberOfEntity[entity] = number
    return number
  }
}
