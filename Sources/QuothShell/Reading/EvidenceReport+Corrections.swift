//! Which corrections made a row what it is, and what the analysis had found.

internal import QuothBasics
internal import QuothEngine
internal import QuothModel
internal import QuothQuery
internal import QuothRender

extension EvidenceReport {
  /// The corrections of a quotation's speakers, topics and article; empty where all is as it was found.
  func corrections(of quotation: Quotation) -> [EvidenceFact] {
    let found = before[quotation.id]
    let (old, new) = (found.attribution, quotation.attribution)
    var facts = Self.facts(
      corrections(of: Array(old.speakers)) { $0.changed.quotations.contains(quotation.id) && $0.isOfIdentity }
    )
    if Self.keys(old.speakers, before) != Self.keys(new.speakers, corpus) || old.rule != new.rule {
      facts.append(EvidenceFact("found was", Self.names(old.speakers, before)))
    }
    facts += corrections(ofTopics: found.topics, quotation.topics) {
      $0.quotation != nil && $0.changed.quotations.contains(quotation.id)
    }
    return facts + corrections(of: corpus[quotation.article])
  }

  /// The corrections of whom a mention means.
  func corrections(of mention: Mention) -> [EvidenceFact] {
    let found = before[mention.id].entities
    let facts = Self.facts(corrections(of: Array(found)) { $0.changed.mentions.contains(mention.id) })
    let isMoved = Self.keys(found, before) != Self.keys(mention.entities, corpus)
    return facts + (isMoved ? [EvidenceFact("found was", Self.names(found, before))] : [])
  }

  /// The corrections of what stands in a range: whom it mentions and describes, and what it is about.
  func corrections(in range: TextRange, of article: Article) -> [EvidenceFact] {
    var entries: [(number: Int, entry: AmendmentEntry)] = []
    func add(_ found: [EntityID], _ isOf: (AppliedAmendment) -> Bool) {
      entries += corrections(of: found, isOf)
    }
    for mention in article.mentions where range.contains(mention.range) {
      add(Array(before[mention.id].entities)) { $0.changed.mentions.contains(mention.id) }
    }
    for (number, epithet) in before.epithets.enumerated()
    where epithet.article == article.id && range.contains(epithet.range) {
      add([epithet.person] + epithet.speakers) { $0.changed.epithets.contains(number) }
    }
    let sentences = article.sentences.filter { range.contains($0.range) }
    let known = Dictionary(entries.map { ($0.number, $0.entry) }) { first, _ in first }
    return Self.facts(known.sorted { $0.key < $1.key }.map { ($0.key, $0.value) })
      + corrections(
        ofTopics: sentences.flatMap { before[$0.id].topics }, sentences.flatMap(\.topics), { _ in false })
      + corrections(of: article)
  }

  /// The corrections of what an article says of its publication.
  func corrections(of article: Article) -> [EvidenceFact] {
    Self.facts(numbered.filter { $0.entry.applied.article == article.id })
  }

  /// The corrections of who an entity is, and the one that brought it.
  func corrections(of entity: Entity) -> [EvidenceFact] {
    let former = corpus.formerKeys.filter { $0.value == entity.id }.map(\.key)
    let keys = Set([entity.key] + former)
    return Self.facts(
      numbered.filter { _, entry in
        let applied = entry.applied
        return switch applied.amendment {
        case .alias, .join, .split: !keys.isDisjoint(with: applied.entities)
        case .speakers: !keys.isDisjoint(with: applied.added)
        case .topics, .date, .publication, .topic: false
        }
      })
  }

  /// The corrections of what makes a topic, and of who has it.
  func corrections(of topic: Topic) -> [EvidenceFact] {
    let key = TextFolding.fold(topic.name)
    let old = before.topics.first { TextFolding.fold($0.name) == key }
    var facts = Self.facts(
      numbered.filter { _, entry in
        switch entry.applied.amendment {
        case .topic(let name, _): TextFolding.fold(name) == key
        case .topics(_, let keys):
          keys.contains(key) || entry.applied.quotation.map { hadTopic(key, $0) } ?? false
        case .speakers, .date, .publication, .alias, .join, .split: false
        }
      })
    if let old, old.terms != topic.terms {
      facts.append(EvidenceFact("terms were", old.terms.joined(separator: ", ")))
    }
    return facts
  }

  /// The corrections of which articles are of an outlet.
  func corrections(of outlet: Outlet) -> [EvidenceFact] {
    let key = TextFolding.fold(outlet.name)
    return Self.facts(
      numbered.filter { _, entry in
        guard case .publication(_, .outlet, let text) = entry.applied.amendment else { return false }
        let old = entry.applied.article.flatMap { before[$0].outlet }.map { before[$0].name }
        return [text, old].contains { $0.map(TextFolding.fold) == key }
      })
  }

  // MARK: Parts

  /// The corpus as it was found.
  private var before: Corpus { amended.found.corpus }

  private var numbered: [(number: Int, entry: AmendmentEntry)] {
    amended.entries.enumerated().map { ($0, $1) }
  }

  /// The corrections that led from what was found to what is meant now: those of the row, and those that made one of
  /// the entities another.
  private func corrections(
    of found: [EntityID], _ isOf: (AppliedAmendment) -> Bool
  ) -> [(number: Int, entry: AmendmentEntry)] {
    var keys = Set(found.map { before[$0].key })
    return numbered.filter { _, entry in
      let applied = entry.applied
      if isOf(applied) {
        keys.formUnion(applied.entities)
        return true
      }
      guard case .join(let key, let other) = applied.amendment, keys.contains(key) else { return false }
      keys.insert(other)
      return true
    }
  }

  /// The corrections of topics that something had or has, of those words and of the row itself.
  private func corrections(
    ofTopics old: [TopicID], _ new: [TopicID], _ isOf: (AppliedAmendment) -> Bool
  ) -> [EvidenceFact] {
    let names = (old: Set(old.map { before[$0].name }), new: Set(new.map { corpus[$0].name }))
    let keys = Set(names.old.union(names.new).map(TextFolding.fold))
    var facts = Self.facts(
      numbered.filter { _, entry in
        switch entry.applied.amendment {
        case .topics: isOf(entry.applied)
        case .topic(let name, _): keys.contains(TextFolding.fold(name))
        case .speakers, .date, .publication, .alias, .join, .split: false
        }
      })
    if names.old != names.new {
      let found = names.old.sorted().joined(separator: ", ")
      facts.append(EvidenceFact("topics were", found.isEmpty ? "none" : found))
    }
    return facts
  }

  private func hadTopic(_ key: String, _ quotation: QuotationID) -> Bool {
    before[quotation].topics.contains { TextFolding.fold(before[$0].name) == key }
  }

  private static func facts(_ entries: [(number: Int, entry: AmendmentEntry)]) -> [EvidenceFact] {
    entries.enumerated().map { place, numbered in
      EvidenceFact(place == 0 ? "corrected" : "", "\(numbered.entry.text) (\(numbered.entry.place))")
    }
  }

  private static func keys(_ entities: EntityList, _ corpus: Corpus) -> [String] {
    entities.map { corpus[$0].key }
  }

  private static func names(_ entities: EntityList, _ corpus: Corpus) -> String {
    entities.isEmpty ? "nobody known by name" : entities.map { corpus[$0].name }.joined(separator: ", ")
  }
}

extension AppliedAmendment {
  /// Whether it says who somebody is, or who speaks.
  fileprivate var isOfIdentity: Bool {
    switch amendment {
    case .speakers, .split, .alias, .join: true
    case .topics, .date, .publication, .topic: false
    }
  }
}
