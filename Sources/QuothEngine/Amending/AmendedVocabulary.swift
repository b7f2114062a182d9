//! The names of a corpus with those that corrections brought so far.

internal import QuothBasics
internal import QuothModel
internal import QuothQuery

/// What corrections are bound in: each may name whom an earlier one brought. A name means here whom it means in the
/// vocabulary of the corpus that the corrections come to, so that a kept correction means the same each time.
struct AmendedVocabulary: Vocabulary {
  private let base: CorpusVocabulary
  private var entities = ChangedNames(.entity)
  private var topics = ChangedNames(.topic)
  /// What articles say of themselves by now.
  private var fields: Set<AmendableField> = []

  init(_ base: CorpusVocabulary) { self.base = base }

  func entries(of kind: NameKind) -> [VocabularyEntry] {
    guard let changed = changed(kind) else { return base.entries(of: kind) }
    return CorpusVocabulary.merged(unchanged(of: kind), changed.entries.filter { $0.isOf(kind) })
  }

  /// The names of a kind that are as they were, with their counts.
  private func unchanged(of kind: NameKind) -> [VocabularyEntry] {
    guard let changed = changed(kind) else { return base.entries(of: kind) }
    return base.entries(of: Self.source(of: kind)).filter { !changed.contains($0.key) && $0.isOf(kind) }
  }

  /// All speakers, those whom a correction touched counted anew by `count`; it gives nil for who says nothing.
  func speakers(_ count: (VocabularyEntry) -> VocabularyEntry?) -> [VocabularyEntry] {
    CorpusVocabulary.merged(unchanged(of: .speaker), entities.entries.compactMap(count))
  }

  /// The names of a kind where no correction can have changed any.
  func kept(_ kind: NameKind) -> CorpusVocabulary.Names? {
    let isKept =
      switch kind {
      case .cue: true
      case .country, .role: entities.isEmpty
      case .article: !fields.contains(.title)
      case .agency: !fields.contains(.agency)
      case .author: !fields.contains(.author)
      case .translator: !fields.contains(.translator)
      case .dateline: !fields.contains(.place)
      case .entity, .person, .organization, .place, .speaker, .topic, .outlet: false
      }
    return isKept ? base.lazyNames(of: kind) : nil
  }

  func entries(of kind: NameKind, named name: String) -> [VocabularyEntry] {
    guard let changed = changed(kind) else { return base.entries(of: kind, named: name) }
    return entries(of: kind, named: name, changed) { $0.isOf(kind) ? $0 : nil }
  }

  /// The speakers that a typed name means; see `speakers`.
  func speakers(
    named name: String, _ count: (VocabularyEntry) -> VocabularyEntry?
  ) -> [VocabularyEntry] {
    entries(of: .speaker, named: name, entities, count)
  }

  private func entries(
    of kind: NameKind, named name: String, _ changed: ChangedNames,
    _ fitting: (VocabularyEntry) -> VocabularyEntry?
  ) -> [VocabularyEntry] {
    guard let names = base.names(of: Self.source(of: kind)) else { return [] }
    let normal = Spellings.normal(name)
    let (known, new) = (names.entries(ofNormal: normal), changed.entries(ofNormal: normal))
    func joined(_ known: [VocabularyEntry], _ new: [VocabularyEntry]) -> [VocabularyEntry] {
      CorpusVocabulary.merged(
        known.filter { !changed.contains($0.key) && $0.isOf(kind) }, new.compactMap(fitting))
    }
    let plain = joined(known.plain, new.plain)
    return plain.isEmpty ? joined(known.parts, new.parts) : plain
  }

  /// The kind whose names are looked up for one: all entities for some of them, so that they are gathered once.
  private static func source(of kind: NameKind) -> NameKind {
    switch kind {
    case .person, .organization, .place: .entity
    case .entity, .speaker, .topic, .outlet, .article, .agency, .author, .translator, .dateline, .country,
      .role, .cue:
      kind
    }
  }

  private func changed(_ kind: NameKind) -> ChangedNames? {
    switch kind {
    case .entity, .person, .organization, .place, .speaker: entities
    case .topic: topics
    case .outlet, .article, .agency, .author, .translator, .dateline, .country, .role, .cue: nil
    }
  }

  // MARK: Changes

  /// Has articles say something else under a field.
  mutating func change(_ field: AmendableField) { fields.insert(field) }

  /// Has the name of a topic be known.
  mutating func add(topic: VocabularyEntry) { topics.put(topic) }

  /// Has an entity be called what it is called now, or not at all where it is gone.
  mutating func update(_ entity: EntityID, in reviser: CorpusReviser) {
    let key = reviser.key(of: entity)
    guard reviser.current(entity) == entity, !reviser.isEmptied(entity) else { return entities.remove(key) }
    entities.put(
      VocabularyEntry(
        key: key, name: reviser.name(of: entity), aliases: reviser.aliases(of: entity),
        count: reviser.mentions(of: entity).count, unit: "mentions"))
  }
}

extension VocabularyEntry {
  /// Whether it is among the names of a kind.
  fileprivate func isOf(_ kind: NameKind) -> Bool {
    switch kind {
    case .person: key.hasPrefix("\(EntityKind.person.rawValue)/")
    case .organization: key.hasPrefix("\(EntityKind.organization.rawValue)/")
    case .place: key.hasPrefix("\(EntityKind.place.rawValue)/")
    case .entity, .speaker, .topic, .outlet, .article, .agency, .author, .translator, .dateline, .country,
      .role, .cue:
      true
    }
  }
}

/// Entries that stand for those of the same key elsewhere.
private struct ChangedNames {
  private let kind: NameKind
  /// Nil where there is none any longer.
  private var byKey: [String: VocabularyEntry?] = [:]
  private var plain: [String: Set<String>] = [:]
  private var parts: [String: Set<String>] = [:]

  init(_ kind: NameKind) { self.kind = kind }

  var isEmpty: Bool { byKey.isEmpty }

  var entries: [VocabularyEntry] { byKey.values.compactMap { $0 } }

  func contains(_ key: String) -> Bool { byKey[key] != nil }

  func entries(ofNormal normal: String) -> (plain: [VocabularyEntry], parts: [VocabularyEntry]) {
    func entries(_ keys: Set<String>?) -> [VocabularyEntry] { (keys ?? []).compactMap { byKey[$0] ?? nil } }
    return (entries(plain[normal]), entries(parts[normal]))
  }

  mutating func put(_ entry: VocabularyEntry) {
    remove(entry.key)
    byKey.updateValue(entry, forKey: entry.key)
    let spellings = Spellings(of: entry, kind)
    for spelling in spellings.plain { plain[spelling, default: []].insert(entry.key) }
    for spelling in spellings.parts { parts[spelling, default: []].insert(entry.key) }
  }

  mutating func remove(_ key: String) {
    if let old = byKey[key] ?? nil {
      let spellings = Spellings(of: old, kind)
      for spelling in spellings.plain { plain[spelling]?.remove(key) }
      for spelling in spellings.parts { parts[spelling]?.remove(key) }
    }
    byKey.updateValue(nil, forKey: key)
  }
}
