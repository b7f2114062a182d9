//! What a revision makes of entities.

internal import QuothBasics

/// An entity that no text gave.
struct AddedEntity {
  let kind: EntityKind
  let key: StringID
  let name: StringID
  /// How many entities the base has; the first added one has this number.
  let id: EntityID
}

/// Changes of entities by their numbers in the corpus, added ones after it.
struct EntityChanges {
  var added: [AddedEntity] = []
  var aliases: [EntityID: [StringID]] = [:]
  /// Folded spellings that texts gave an entity and that are no more, of each entity by itself: what joins it later
  /// keeps its own.
  var lostAliases: [EntityID: Set<String>] = [:]
  private var joined: [EntityID: EntityID] = [:]
  /// What joined each entity, in order.
  private(set) var members: [EntityID: [EntityID]] = [:]

  /// Whether entities are as they were, but for their mentions.
  var isEmpty: Bool { added.isEmpty && aliases.isEmpty && lostAliases.isEmpty && joined.isEmpty }

  /// Whether some are part of others.
  var hasJoined: Bool { !joined.isEmpty }

  /// The entity that one is part of by now.
  func current(_ entity: EntityID) -> EntityID {
    var entity = entity
    while let next = joined[entity] { entity = next }
    return entity
  }

  mutating func join(_ entity: EntityID, to other: EntityID) {
    let (entity, other) = (current(entity), current(other))
    guard entity != other else { return }
    joined[entity] = other
    members[other, default: []] += [entity] + (members[entity] ?? [])
    members[entity] = nil
  }

  func isGone(_ entity: EntityID) -> Bool { joined[entity] != nil }

  /// Whether nothing is said of an entity itself: no other spelling, and nobody joined it.
  func isUntouched(_ entity: EntityID) -> Bool {
    aliases[entity] == nil && lostAliases[entity] == nil && members[entity] == nil
  }

  func added(_ entity: EntityID, after base: CorpusTables) -> AddedEntity? {
    entity.index < base.entities.count ? nil : added[entity.index - base.entities.count]
  }

  func kind(of entity: EntityID, in base: CorpusTables) -> EntityKind {
    added(entity, after: base)?.kind ?? base.entities[entity.index].kind.value
  }
}

extension CorpusReviser {
  /// A new entity. The key is that of nobody else.
  public mutating func addEntity(_ kind: EntityKind, key: String, name: String) -> EntityID {
    let id = EntityID(base.entities.count + entities.added.count)
    entities.added.append(AddedEntity(kind: kind, key: add(key), name: add(name), id: id))
    return id
  }

  /// Makes two entities one, which has the name of the second.
  public mutating func join(_ entity: EntityID, to other: EntityID) { entities.join(entity, to: other) }

  /// Another spelling of an entity; one that it lost comes back.
  public mutating func addAlias(_ spelling: String, to entity: EntityID) {
    let folded = TextFolding.fold(spelling)
    for member in members(of: entity) where entities.lostAliases[member]?.remove(folded) != nil {
      if entities.lostAliases[member]?.isEmpty ?? false { entities.lostAliases[member] = nil }
    }
    if !([name(of: entity)] + aliases(of: entity)).contains(spelling) {
      entities.aliases[entity, default: []].append(add(spelling))
    }
  }

  /// Takes a spelling from an entity, as nobody calls it so.
  public mutating func removeAlias(_ spelling: String, from entity: EntityID) {
    let folded = TextFolding.fold(spelling)
    for member in members(of: entity) {
      entities.aliases[member]?.removeAll { TextFolding.fold(rows.strings[$0]) == folded }
      entities.lostAliases[member, default: []].insert(folded)
    }
  }

  // MARK: Entities as they are now

  /// The entity that one is part of by now.
  public func current(_ entity: EntityID) -> EntityID { entities.current(entity) }

  /// What sort of thing an entity is.
  public func kind(of entity: EntityID) -> EntityKind { entities.kind(of: entity, in: base) }

  /// The key of an entity; whoever is part of another has one of its own still.
  public func key(of entity: EntityID) -> String { rows.strings[keyAndName(of: entity).key] }

  /// The name of an entity; whoever is part of another has one of its own still.
  public func name(of entity: EntityID) -> String { rows.strings[keyAndName(of: entity).name] }

  /// Other spellings of an entity: its own, and the names and spellings of those who are part of it.
  public func aliases(of entity: EntityID) -> [String] { aliasStrings(of: entity).map { rows.strings[$0] } }

  /// Whether nothing in the texts is this entity any longer, and nothing said without them makes it one.
  public func isEmptied(_ entity: EntityID) -> Bool {
    guard bereft.contains(entity), !entities.isGone(entity), entity.index < base.entities.count,
      mentions(of: entity).isEmpty
    else { return false }
    var isUsed = false
    func use(_ code: EntityListCode) { if !isUsed, current(code).contains(entity) { isUsed = true } }
    rows.quotations.forEachRow { _, row in use(row.speakers) }
    rows.epithets.forEachRow { _, row in
      use(row.speakers)
      if entities.current(self.entity(of: row.person)) == entity { isUsed = true }
    }
    return !isUsed
  }

  /// An entity and those who are part of it.
  func members(of entity: EntityID) -> [EntityID] { [entity] + (entities.members[entity] ?? []) }

  func keyAndName(of entity: EntityID) -> (key: StringID, name: StringID) {
    if let added = entities.added(entity, after: base) { return (added.key, added.name) }
    let row = base.entities[entity.index]
    return (row.key, row.name)
  }

  /// Spellings that differ are all kept, so that each finds its entity.
  func aliasStrings(of entity: EntityID) -> [StringID] {
    var found: [StringID] = []
    var seen: Set<String> = [name(of: entity)]
    for member in members(of: entity) {
      let lost = entities.lostAliases[member] ?? []
      var own = member == entity ? [] : [keyAndName(of: member).name]
      if member.index < base.entities.count { own += Entity(member.index, in: base).aliasStrings }
      own =
        own.filter { !lost.contains(TextFolding.fold(rows.strings[$0])) } + (entities.aliases[member] ?? [])
      for alias in own where seen.insert(rows.strings[alias]).inserted { found.append(alias) }
    }
    return found
  }
}
