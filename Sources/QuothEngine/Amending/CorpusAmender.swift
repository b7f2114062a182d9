//! Applies what a user corrected to a corpus: one correction after the other, each over those before it.

internal import QuothBasics
public import QuothModel
public import QuothQuery

/// What came of a correction.
public struct AppliedAmendment: Sendable {
  /// The correction, as it was given.
  public let amendment: Amendment
  /// The quotation that it is about.
  public var quotation: QuotationID?
  /// The article that it is about.
  public var article: ArticleID?
  /// Keys of the entities that it is about.
  public var entities: [String] = []
  /// How many quotations it changes.
  public var changedQuotations = 0
  /// All is as it says without it.
  public var isIdle = false

  init(_ amendment: Amendment) { self.amendment = amendment }

  /// Whether it says who is who, and so may change speakers.
  public var isOfIdentity: Bool {
    switch amendment {
    case .join, .split: true
    case .speakers, .topics, .date, .publication, .alias, .topic: false
    }
  }

  /// Whether it says who speaks in this quotation.
  public func isOf(_ quotation: QuotationID) -> Bool {
    if case .speakers = amendment { self.quotation == quotation } else { false }
  }
}

/// A corpus on which corrections are made. The engine of the corpus as it was found stays as it is.
public struct CorpusAmender {
  private let found: InMemoryEngine
  private let corpus: Corpus
  private var reviser: CorpusReviser
  private var names: AmendedVocabulary
  /// Entities that no text gave, by their keys.
  private var added: [String: EntityID] = [:]

  /// `found` is over the corpus as the analysis left it.
  public init(_ found: InMemoryEngine) {
    self.found = found
    corpus = found.columns.corpus
    reviser = CorpusReviser(corpus)
    names = AmendedVocabulary(found.vocabulary)
  }

  /// The names as they are after all corrections so far.
  public var vocabulary: any Vocabulary { names }

  /// An engine over the corpus with all corrections so far. It shares all that rests on texts alone.
  public func finish() -> InMemoryEngine { InMemoryEngine(reviser.finish(), sharingTextsOf: found) }

  /// Applies one more. Throws what keeps it from being applied: a name or a quotation that is not there, or not the only
  /// one.
  public mutating func apply(_ amendment: Amendment) throws(AmendmentFault) -> AppliedAmendment {
    switch amendment {
    case .speakers(let place, let speakers): try setSpeakers(amendment, place, speakers)
    case .topics(let place, let keys): try setTopics(amendment, place, keys)
    case .date(let key, let day): try setDate(amendment, key, day)
    case .publication(let key, let field, let text): try set(amendment, key, field, text)
    case .alias(let spelling, let key): try addAlias(amendment, spelling, key)
    case .join(let key, let other): try join(amendment, key, other)
    case .split(let spelling, let key, let articles, let target):
      try split(amendment, spelling, key, articles, target)
    case .topic(let name, let terms): try define(amendment, name, terms)
    }
  }

  // MARK: Quotations

  private mutating func setSpeakers(
    _ amendment: Amendment, _ place: QuotationPlace, _ speakers: [AmendedEntity]
  ) throws(AmendmentFault) -> AppliedAmendment {
    let quotation = try quotation(at: place)
    var entities: [EntityID] = []
    for speaker in speakers {
      let entity = try entity(of: speaker)
      if !entities.contains(entity) { entities.append(entity) }
    }
    var applied = AppliedAmendment(amendment)
    applied.quotation = quotation
    applied.isIdle = reviser.speakers(of: quotation) == entities
    applied.changedQuotations = applied.isIdle ? 0 : 1
    reviser.setSpeakers(of: quotation, to: entities)
    return applied
  }

  private mutating func setTopics(
    _ amendment: Amendment, _ place: QuotationPlace, _ keys: [String]
  ) throws(AmendmentFault) -> AppliedAmendment {
    let quotation = try quotation(at: place)
    let topics = Set(
      keys.compactMap { key in reviser.topics.first { TextFolding.fold($0.name) == key }?.id }
    ).sorted()
    var applied = AppliedAmendment(amendment)
    applied.quotation = quotation
    applied.isIdle = reviser.topics(of: quotation).sorted() == topics
    applied.changedQuotations = applied.isIdle ? 0 : 1
    reviser.setTopics(of: quotation, to: topics)
    return applied
  }

  /// The quotation at a place, wherever it stands by now.
  private func quotation(at place: QuotationPlace) throws(AmendmentFault) -> QuotationID {
    let article = try article(place.article)
    let words = QuotationPlace.normal(place.words)
    let fitting = corpus[article].quotations.filter {
      QuotationPlace.normal(corpus.string($0.content, of: article)).hasPrefix(words)
    }
    if let start = place.start, let there = fitting.first(where: { $0.content.start == start }) {
      return there.id
    }
    let originals = fitting.filter { $0.repeats == nil }
    guard let only = originals.first else { throw .noSuchQuotation(article: place.article) }
    guard originals.count == 1 else { throw .severalQuotations(article: place.article) }
    return only.id
  }

  // MARK: Articles

  private mutating func setDate(
    _ amendment: Amendment, _ key: String, _ day: CalendarDay?
  ) throws(AmendmentFault) -> AppliedAmendment {
    var applied = AppliedAmendment(amendment)
    let article = try article(key)
    applied.article = article
    applied.isIdle = reviser.date(of: article) == day
    applied.changedQuotations = applied.isIdle ? 0 : corpus[article].quotations.count
    reviser.setDate(of: article, to: day)
    return applied
  }

  private mutating func set(
    _ amendment: Amendment, _ key: String, _ field: AmendableField, _ text: String?
  ) throws(AmendmentFault) -> AppliedAmendment {
    let article = try article(key)
    guard let field = PublicationField(rawValue: field.rawValue) else {
      throw .notAmendable(field.rawValue)
    }
    var applied = AppliedAmendment(amendment)
    applied.article = article
    applied.isIdle = reviser.text(field, of: article) == text
    reviser.set(field, of: article, to: text)
    return applied
  }

  private func article(_ key: String) throws(AmendmentFault) -> ArticleID {
    guard let code = found.columns.articleNames.codes(of: [key]).first else {
      throw .noSuchQuotation(article: key)
    }
    return ArticleID(Int(code))
  }

  // MARK: Entities

  private mutating func addAlias(
    _ amendment: Amendment, _ spelling: String, _ key: String
  ) throws(AmendmentFault) -> AppliedAmendment {
    let entity = try entity(key)
    var applied = AppliedAmendment(amendment)
    applied.entities = [key]
    applied.isIdle = names.entries(of: .entity, named: spelling).contains { $0.key == key }
    guard !applied.isIdle else { return applied }
    reviser.addAlias(spelling, to: entity)
    if let entry = entry(key) {
      names.add(
        VocabularyEntry(
          key: key, name: entry.name, aliases: [spelling], count: entry.count, unit: entry.unit),
        Self.kinds(of: key))
    }
    return applied
  }

  private mutating func join(
    _ amendment: Amendment, _ key: String, _ other: String
  ) throws(AmendmentFault) -> AppliedAmendment {
    let (entity, target) = (try self.entity(key), try self.entity(other))
    var applied = AppliedAmendment(amendment)
    applied.entities = [key, other]
    applied.isIdle = entity == target
    guard !applied.isIdle else { return applied }
    if entity.index < corpus.entities.count {
      applied.changedQuotations = found.columns.facts.entities[entity.index].statements
    }
    reviser.join(entity, to: target)
    if let entry = entry(other) { names.join(key, to: entry) }
    return applied
  }

  private mutating func split(
    _ amendment: Amendment, _ spelling: String, _ key: String, _ articles: [String], _ target: AmendedEntity
  ) throws(AmendmentFault) -> AppliedAmendment {
    let old = try entity(key)
    let new = try entity(of: target)
    let name = entry(key)?.name ?? key
    let spelling = PrintedName(spelling, of: name)
    var chosen: Set<ArticleID>?
    if !articles.isEmpty {
      chosen = []
      for article in articles { chosen?.insert(try self.article(article)) }
    }
    var moved = 0
    var applied = AppliedAmendment(amendment)
    for mentions in mentionsByArticle(of: old, in: chosen) where new != old {
      let spelled = mentions.filter {
        $0.form == .name && spelling.fits(corpus[$0.article].string($0.range))
      }
      let dependents = MentionChains(mentions).dependents(on: spelled.map(\.id))
      guard !dependents.isEmpty else { continue }
      applied.changedQuotations += reviser.move(dependents, from: old, to: new)
      moved += dependents.count
    }
    guard moved > 0 else { throw .nothingToSplit(spelling.text, from: name) }
    if chosen == nil { reviser.removeAlias(spelling.text, from: old) }
    reviser.addAlias(spelling.text, to: new)
    applied.entities = [key] + (newKey(of: target).map { [$0] } ?? [])
    return applied
  }

  /// The mentions of an entity as they are now, those of an article together.
  private func mentionsByArticle(of entity: EntityID, in articles: Set<ArticleID>?) -> [[Mention]] {
    let members = corpus.entities.indices.map { EntityID($0) }.filter { reviser.current($0) == entity }
    let all = members.flatMap { corpus[$0].mentions }.sorted()
    var found: [ArticleID: [Mention]] = [:]
    for mention in all.map({ corpus[$0] }) where articles?.contains(mention.article) ?? true {
      found[mention.article, default: []].append(mention)
    }
    return found.sorted { $0.key < $1.key }.map(\.value)
  }

  private mutating func entity(of amended: AmendedEntity) throws(AmendmentFault) -> EntityID {
    switch amended {
    case .known(let key): return try entity(key)
    case .new(let name):
      let key = Self.key(ofPerson: name)
      if let entry = entry(key) { return try entity(entry.key) }
      let id = reviser.addEntity(.person, key: key, name: name)
      added[key] = id
      let entry = VocabularyEntry(key: key, name: name, aliases: [], count: 0, unit: "mentions")
      names.add(entry, Self.kinds(of: key))
      return id
    }
  }

  /// The entity of a key as it is now.
  private func entity(_ key: String) throws(AmendmentFault) -> EntityID {
    if let known = added[key] { return reviser.current(known) }
    guard let code = found.columns.entityNames.codes(of: [key]).first else {
      throw .ambiguousName(key, names: [])
    }
    return reviser.current(EntityID(Int(code)))
  }

  private func newKey(of amended: AmendedEntity) -> String? {
    switch amended {
    case .known(let key): key
    case .new(let name): entry(Self.key(ofPerson: name))?.key
    }
  }

  private func entry(_ key: String) -> VocabularyEntry? { names.entries(of: .entity, named: key).first }

  private static func key(ofPerson name: String) -> String {
    Entity.key(of: .person, words: TextFolding.fold(name).split(separator: " ").map(String.init))
  }

  private static func kinds(of key: String) -> [NameKind] {
    switch key.prefix(while: { $0 != "/" }) {
    case "person": [.person, .entity, .speaker]
    case "organization": [.organization, .entity, .speaker]
    default: [.place, .entity]
    }
  }

  // MARK: Topics

  private mutating func define(
    _ amendment: Amendment, _ name: String, _ terms: [TopicTerm]
  ) throws(AmendmentFault) -> AppliedAmendment {
    var applied = AppliedAmendment(amendment)
    let folded = TextFolding.fold(name)
    let before = reviser.topics.first { TextFolding.fold($0.name) == folded }
    applied.isIdle = before.map { $0.terms == terms.map(\.text) } ?? false
    guard !applied.isIdle else { return applied }
    let sentences: [SentenceID]
    let quotations: [QuotationID]
    do throws(ExecutionError) {
      (sentences, quotations) = try found.passages(with: terms.map(\.pattern))
    } catch {
      throw .tooCostly
    }
    let topic = reviser.defineTopic(name, terms: terms.map(\.text))
    reviser.tag(topic, sentences: sentences, quotations: quotations)
    applied.changedQuotations = quotations.count
    if before == nil {
      names.add(
        VocabularyEntry(key: folded, name: name, aliases: [], count: quotations.count, unit: "quotes"),
        [.topic])
    }
    return applied
  }
}

extension QuotationPlace {
  /// Where a quotation can be found again.
  public init(_ quotation: Quotation, in corpus: Corpus) {
    let words = Self.normal(corpus.string(quotation.content, of: quotation.article))
    let opening = words.split(separator: " ").prefix(Self.wordCount).joined(separator: " ")
    self.init(
      article: corpus[quotation.article].key, words: opening, start: quotation.content.start)
  }

  /// With single blanks.
  fileprivate static func normal(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}

/// A name as texts may print it for somebody: alone, or after a title, but not as part of the fuller name.
private struct PrintedName {
  let text: String
  private let words: [Substring]
  /// Words of the fuller name that the spelling leaves out.
  private let others: Set<Substring>

  init(_ text: String, of name: String) {
    self.text = text
    words = TextFolding.fold(text).split(separator: " ")
    others = Set(TextFolding.fold(name).split(separator: " ")).subtracting(words)
  }

  /// Whether a mention is printed so: `Mr. Castro`, but not `Fidel Castro`.
  func fits(_ mention: String) -> Bool {
    let printed = TextFolding.fold(mention).split(whereSeparator: \.isWhitespace)
    guard printed.count >= words.count, printed.suffix(words.count).elementsEqual(words) else { return false }
    return printed.dropLast(words.count).last.map { !others.contains($0) } ?? true
  }
}

/// Which mentions of an article rest on which.
private struct MentionChains {
  private var resting: [MentionID: [MentionID]] = [:]

  init(_ mentions: [Mention]) {
    for mention in mentions {
      if let antecedent = mention.antecedent { resting[antecedent, default: []].append(mention.id) }
    }
  }

  /// The mentions, and all that were resolved through them.
  func dependents(on mentions: [MentionID]) -> Set<MentionID> {
    var found: Set<MentionID> = []
    var next = mentions
    while let mention = next.popLast() {
      if found.insert(mention).inserted { next += resting[mention] ?? [] }
    }
    return found
  }
}
