//! Corrections of who is who.

internal import QuothBasics
internal import QuothModel
internal import QuothQuery

extension CorpusAmender {
  mutating func addAlias(
    _ amendment: Amendment, _ spelling: String, _ key: String
  ) throws(AmendmentFault) -> AppliedAmendment {
    try check(name: spelling)
    let entity = try entity(key)
    let known = names.entries(of: .entity, named: spelling).map(\.key)
    let others = known.filter { $0 != key }
    guard others.isEmpty || known.contains(key) else {
      throw .alreadyMeans(spelling, names: others.map { name(ofKey: $0) })
    }
    var applied = AppliedAmendment(amendment)
    applied.entities = [key]
    applied.names = [reviser.name(of: entity)]
    applied.isIdle = known.contains(key)
    guard !applied.isIdle else { return applied }
    reviser.addAlias(spelling, to: entity)
    update([entity])
    return applied
  }

  mutating func join(
    _ amendment: Amendment, _ key: String, _ other: String
  ) throws(AmendmentFault) -> AppliedAmendment {
    let (entity, target) = (try self.entity(key), try self.entity(other))
    var applied = AppliedAmendment(amendment)
    applied.entities = [key, other]
    applied.names = [entity, target].map(reviser.name)
    applied.isIdle = entity == target
    guard !applied.isIdle else { return applied }
    guard reviser.kind(of: entity) == reviser.kind(of: target) else {
      throw .differentKinds(reviser.name(of: entity), reviser.name(of: target))
    }
    reviser.join(entity, to: target)
    update([entity, target])
    return applied
  }

  mutating func split(
    _ amendment: Amendment, _ spelling: String, _ key: String, _ articles: [String], _ target: AmendedEntity
  ) throws(AmendmentFault) -> AppliedAmendment {
    try check(name: spelling)
    let old = try entity(key)
    let name = reviser.name(of: old)
    let printed = PrintedName(spelling, of: name)
    var chosen: Set<ArticleID> = []
    for article in articles { chosen.insert(try self.article(article)) }
    func isSpelledSo(_ id: MentionID) -> Bool {
      let mention = corpus[id]
      return mention.form == .name && (articles.isEmpty || chosen.contains(mention.article))
        && printed.fits(corpus[mention.article].string(mention.range))
    }
    let spelled = reviser.mentions(of: old).filter(isSpelledSo)
    var applied = AppliedAmendment(amendment)
    applied.entities = [key]
    if spelled.isEmpty {
      // What was parted from them before is parted.
      guard let known = known(target, reviser.kind(of: old)), known != old,
        reviser.mentions(of: known).contains(where: isSpelledSo)
      else { throw .nothingToSplit(spelling, from: name) }
      applied.isIdle = true
      return applied
    }
    let known = Set(added.keys)
    let new = try self.entity(of: target, reviser.kind(of: old))
    applied.added = added.keys.filter { !known.contains($0) }
    applied.entities.append(reviser.key(of: new))
    applied.names = [name, reviser.name(of: new)]
    applied.isIdle = new == old
    guard !applied.isIdle else { return applied }
    for mentions in byArticle(spelled) {
      let article = corpus[mentions[0]].article
      let all = corpus[article].mentions.filter { reviser.entities(of: $0.id).contains(old) }
      let moved = MentionChains(all).dependents(on: mentions)
      applied.changed.formUnion(reviser.move(moved, from: old, to: new))
    }
    if articles.isEmpty { reviser.removeAlias(spelling, from: old) }
    reviser.addAlias(spelling, to: new)
    update([old, new])
    return applied
  }

  private func byArticle(_ mentions: [MentionID]) -> [[MentionID]] {
    var found: [[MentionID]] = []
    var last: ArticleID?
    for mention in mentions {
      let article = corpus[mention].article
      if article == last { found[found.count - 1].append(mention) } else { found.append([mention]) }
      last = article
    }
    return found
  }

  // MARK: Lookups

  /// Has names be what they are now.
  mutating func update(_ entities: [EntityID]) {
    for entity in entities { names.update(entity, in: reviser) }
  }

  /// Makes sure that a correction can mean somebody, before anything is changed.
  func check(_ amended: AmendedEntity, _ kind: EntityKind) throws(AmendmentFault) {
    if known(amended, kind) != nil { return }
    switch amended {
    case .known(let key): throw .unknownKey(key)
    case .new(let name):
      try check(name: name)
      if let named = namesake(name, kind) { throw .alreadyNamed(named) }
    }
  }

  /// Whom a correction means, made where it is somebody new, of this kind.
  mutating func entity(of amended: AmendedEntity, _ kind: EntityKind) throws(AmendmentFault) -> EntityID {
    try check(amended, kind)
    if let known = known(amended, kind) { return known }
    switch amended {
    case .known(let key): throw .unknownKey(key)
    case .new(let name):
      let key = key(of: kind, Self.folded(name))
      let id = reviser.addEntity(kind, key: key, name: name)
      added[key] = id
      keysOfAdded[kind.rawValue + Self.folded(name)] = key
      update([id])
      return id
    }
  }

  /// Whom a correction means, where there is one: what was new to an earlier one is known to the next.
  private func known(_ amended: AmendedEntity, _ kind: EntityKind) -> EntityID? {
    switch amended {
    case .known(let key): try? entity(key)
    case .new(let name):
      keysOfAdded[kind.rawValue + Self.folded(name)].flatMap { added[$0] }.map(reviser.current)
    }
  }

  /// Folded, with single blanks.
  private static func folded(_ name: String) -> String {
    TextFolding.fold(name).split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// The entity of a key as it is now.
  func entity(_ key: String) throws(AmendmentFault) -> EntityID {
    if let known = added[key] { return reviser.current(known) }
    guard let code = found.columns.entityNames.codes(of: [key]).first else { throw .unknownKey(key) }
    return reviser.current(EntityID(Int(code)))
  }

  /// The name of whoever of this kind has it in full.
  private func namesake(_ name: String, _ kind: EntityKind) -> String? {
    names.entries(of: .entity, named: name).first {
      $0.key.hasPrefix("\(kind.rawValue)/") && Spellings.normal($0.name) == Spellings.normal(name)
    }?.name
  }

  private func name(ofKey key: String) -> String {
    (try? entity(key)).map(reviser.name) ?? key
  }

  /// A key that nobody has: of the whole name, and with a number where somebody of another name has that.
  private func key(of kind: EntityKind, _ folded: String) -> String {
    let plain = "\(kind.rawValue)/" + folded.split(separator: " ").joined(separator: "-")
    var (key, number) = (plain, 2)
    while added[key] != nil || !found.columns.entityNames.codes(of: [key]).isEmpty {
      key = "\(plain)-\(number)"
      number += 1
    }
    return key
  }
}
