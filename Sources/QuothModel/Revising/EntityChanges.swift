//! What a revision makes of entities, and the tables it ends in.

internal import QuothBasics

/// An entity that no text gave.
struct AddedEntity {
  let kind: EntityKind
  let key: StringID
  let name: StringID
}

/// Changes of entities by their numbers in the corpus, added ones after it.
struct EntityChanges {
  var added: [AddedEntity] = []
  var aliases: [EntityID: [StringID]] = [:]
  /// Folded spellings that are no more.
  var lostAliases: [EntityID: Set<String>] = [:]
  private var joined: [EntityID: EntityID] = [:]
  /// What joined each entity, in order.
  private(set) var members: [EntityID: [EntityID]] = [:]

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
}

/// The tables of entities after a revision.
struct RevisedEntities {
  private(set) var rows = Column<EntityRow>()
  private(set) var strings = Column<StringID>()
  private(set) var numbers = Column<EntityID>()
  /// The keys of entities that became part of others, and of which.
  private(set) var formerKeys: [String: EntityID] = [:]

  init(_ reviser: CorpusReviser) {
    let base = reviser.base
    let changes = reviser.entities
    let total = base.entities.count + changes.added.count
    var final = [EntityID](repeating: EntityID(-1), count: total)
    for index in 0..<total where !changes.isGone(EntityID(index)) {
      final[index] = EntityID(rows.count)
      append(EntityID(index), reviser)
    }
    for index in 0..<total where changes.isGone(EntityID(index)) {
      final[index] = final[changes.current(EntityID(index)).index]
      if index < base.entities.count {
        formerKeys[Entity(index, in: base).key] = final[index]
      }
    }
    for number in reviser.entityNumbers { numbers.append(number.number < 0 ? number : final[number.index]) }
    countMentions(reviser)
  }

  private mutating func append(_ entity: EntityID, _ reviser: CorpusReviser) {
    let base = reviser.base
    let changes = reviser.entities
    let members = [entity] + (changes.members[entity] ?? [])
    let known = members.filter { $0.index < base.entities.count }.map { Entity($0.index, in: base) }
    let key: StringID
    let name: StringID
    let kind: EntityKind
    if entity.index < base.entities.count {
      let row = base.entities[entity.index]
      (key, name, kind) = (row.key, row.name, row.kind.value)
    } else {
      let added = changes.added[entity.index - base.entities.count]
      (key, name, kind) = (added.key, added.name, added.kind)
    }
    let country = known.lazy.map { base.entities[$0.id.index].country }.first { $0 != .missing } ?? .missing
    let first = strings.count
    // Spellings that differ are all kept, so that each finds its entity.
    var seen: Set<String> = [reviser.strings[name]]
    let lost = members.reduce(into: Set<String>()) { $0.formUnion(changes.lostAliases[$1] ?? []) }
    for member in members {
      for alias in aliases(of: member, reviser, isFirst: member == entity) {
        let text = reviser.strings[alias]
        if !lost.contains(TextFolding.fold(text)), seen.insert(text).inserted { strings.append(alias) }
      }
    }
    let firstRole = strings.count
    var roles: Set<StringID> = []
    for member in known {
      for role in member.roleStrings where roles.insert(role).inserted { strings.append(role) }
    }
    rows.append(
      EntityRow(
        key: key, name: name, country: country, firstAlias: UInt32(first), firstRole: UInt32(firstRole),
        kind: kind))
  }

  private func aliases(of entity: EntityID, _ reviser: CorpusReviser, isFirst: Bool) -> [StringID] {
    let base = reviser.base
    let more = reviser.entities.aliases[entity] ?? []
    if entity.index >= base.entities.count {
      let name = reviser.entities.added[entity.index - base.entities.count].name
      return (isFirst ? [] : [name]) + more
    }
    let name = base.entities[entity.index].name
    return (isFirst ? [] : [name]) + Entity(entity.index, in: base).aliasStrings + more
  }

  private mutating func countMentions(_ reviser: CorpusReviser) {
    var counts = [UInt32](repeating: 0, count: rows.count)
    reviser.mentions.forEachRow { _, mention in
      for entity in mention.entities.list(in: reviser.entityLists, { numbers[$0.index] }) {
        counts[entity.index] += 1
      }
    }
    for (entity, count) in counts.enumerated() { rows[entity].mentionCount = count }
  }
}
