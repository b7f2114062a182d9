//! The tables of entities after a revision.

/// Entities with new numbers, as those that are gone leave no gap; and the numbers by which rows call them.
struct RevisedEntities {
  private let reviser: CorpusReviser
  private var base: CorpusTables { reviser.base }
  /// The number of each entity from here on; -1 for one that nothing calls any longer.
  private var final: [EntityID] = []
  private var entities = Column<EntityRow>()
  private var strings = Column<StringID>()
  /// Entities that are no more, as nothing is called so.
  private let emptied: Set<EntityID>
  /// The keys of entities that became part of others, and of which.
  private(set) var formerKeys: [String: EntityID] = [:]

  init(_ reviser: CorpusReviser) {
    self.reviser = reviser
    emptied = reviser.bereft.filter(reviser.isEmptied)
    let changes = reviser.entities
    guard !changes.isEmpty || !emptied.isEmpty else { return }
    let total = base.entities.count + changes.added.count
    final = [EntityID](repeating: EntityID(-1), count: total)
    for index in 0..<total where !changes.isGone(EntityID(index)) && !emptied.contains(EntityID(index)) {
      final[index] = EntityID(entities.count)
      append(EntityID(index))
    }
    for index in 0..<total where changes.isGone(EntityID(index)) {
      final[index] = final[changes.current(EntityID(index)).index]
      if final[index].number >= 0 { formerKeys[reviser.key(of: EntityID(index))] = final[index] }
    }
  }

  private mutating func append(_ entity: EntityID) {
    let first = strings.count
    if let row = entity.index < base.entities.count ? base.entities[entity.index] : nil,
      reviser.entities.isUntouched(entity)
    {
      let own = Entity(entity.index, in: base)
      for alias in own.aliasStrings { strings.append(alias) }
      let firstRole = strings.count
      for role in own.roleStrings { strings.append(role) }
      var copy = EntityRow(
        key: row.key, name: row.name, country: row.country, firstAlias: UInt32(first),
        firstRole: UInt32(firstRole), kind: row.kind.value)
      copy.mentionCount = row.mentionCount
      entities.append(copy)
      return
    }
    for alias in reviser.aliasStrings(of: entity) { strings.append(alias) }
    let firstRole = strings.count
    let known = reviser.members(of: entity).filter { $0.index < base.entities.count }
    var roles: Set<StringID> = []
    for member in known {
      for role in Entity(member.index, in: base).roleStrings where roles.insert(role).inserted {
        strings.append(role)
      }
    }
    let countries = known.map { [base] in base.entities[$0.index].country }
    let (key, name) = reviser.keyAndName(of: entity)
    var row = EntityRow(
      key: key, name: name, country: countries.first { $0 != .missing } ?? .missing,
      firstAlias: UInt32(first),
      firstRole: UInt32(firstRole), kind: reviser.kind(of: entity))
    if entity.index < base.entities.count { row.mentionCount = base.entities[entity.index].mentionCount }
    entities.append(row)
  }

  /// Puts the entities into the tables.
  func apply(to rows: inout TableRows) {
    if !final.isEmpty {
      rows.entities = entities
      rows.stringsOfEntities = strings
      renumber(&rows)
    }
    guard reviser.entities.hasJoined || !reviser.moved.isEmpty else { return }
    for (entity, count) in rows.mentionCounts().enumerated() { rows.entities[entity].mentionCount = count }
  }

  /// Has the numbers of rows lead to the entities as they are numbered now.
  private func renumber(_ rows: inout TableRows) {
    if final.indices.allSatisfy({ final[$0].index == $0 }) { return }
    var numbers = Column<EntityID>()
    for number in 0..<(rows.entityNumbers.count == 0 ? base.entities.count : rows.entityNumbers.count) {
      let entity = reviser.entity(of: EntityID(number))
      numbers.append(entity.number < 0 ? entity : final[entity.index])
    }
    rows.entityNumbers = numbers
    // Two of a list may be one by now.
    guard reviser.entities.hasJoined else { return }
    rows.entityLists = rows.entityLists.mapLists { list in
      var seen: Set<EntityID> = []
      return list.filter { number in
        let entity = numbers[number.index]
        return entity.number >= 0 && seen.insert(entity).inserted
      }
    }
  }
}
