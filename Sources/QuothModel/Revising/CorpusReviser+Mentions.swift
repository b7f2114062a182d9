//! Whom mentions mean, and with them the quotations and descriptions that rest on them.

/// Rows that mean somebody else by a change.
public struct ChangedRows: Sendable {
  /// Those that mean another entity.
  public internal(set) var mentions: Set<MentionID> = []
  /// Those that have other speakers.
  public internal(set) var quotations: Set<QuotationID> = []
  /// Numbers of descriptions of somebody else, or by somebody else.
  public internal(set) var epithets: Set<Int> = []

  /// None.
  public init() {}

  /// Adds the rows of another change.
  public mutating func formUnion(_ other: ChangedRows) {
    mentions.formUnion(other.mentions)
    quotations.formUnion(other.quotations)
    epithets.formUnion(other.epithets)
  }
}

extension CorpusReviser {
  /// Whom a mention means now.
  public func entities(of mention: MentionID) -> [EntityID] { current(rows.mentions[mention.index].entities) }

  /// The mentions of an entity as they are now, in corpus order.
  public func mentions(of entity: EntityID) -> [MentionID] {
    let members = members(of: entity).filter { $0.index < base.entities.count }
    let lists = members.map { base.entityMentions.mentions(of: $0, in: base) }
    // Of one alone they are in order, each once.
    let found = lists.count == 1 ? Array(lists[0]) : Set(lists.joined()).sorted()
    if moved.isEmpty { return found }
    let kept = found.filter { !moved.contains($0) || entities(of: $0).contains(entity) }
    let come = moved.filter { entities(of: $0).contains(entity) }.subtracting(kept)
    return come.isEmpty ? kept : (kept + come).sorted()
  }

  /// Has mentions of one article mean another entity, and with them the quotations and descriptions that rest on them.
  public mutating func move(_ mentions: Set<MentionID>, from old: EntityID, to new: EntityID) -> ChangedRows {
    guard let first = mentions.first else { return ChangedRows() }
    let article = Article(Mention(first.index, in: base).article.index, in: base)
    var done = ChangedRows()
    done.mentions = mentions
    // A description goes with its nearest mention, which has to be found before any is another's.
    let epithets = epithets(of: old, in: article, nearestTo: mentions)
    for mention in mentions {
      let code = rows.mentions[mention.index].entities
      rows.mentions[mention.index].entities = self.code(code, with: new, for: old)
    }
    moved.formUnion(mentions)
    bereft.insert(old)
    for quotation in article.quotations {
      let original = quotation.repeats.map { Quotation($0.index, in: base) } ?? quotation
      guard rows.quotations[quotation.id.index].rule.value != .corrected,
        let mention = quotation.attribution.mention ?? original.attribution.mention,
        mentions.contains(mention), speakers(of: quotation.id).contains(old)
      else { continue }
      let code = code(rows.quotations[quotation.id.index].speakers, with: new, for: old)
      rows.quotations[quotation.id.index].speakers = code
      done.epithets.formUnion(setSpeakersOfEpithets(in: quotation.id, to: code))
      done.quotations.insert(quotation.id)
    }
    if entities.kind(of: new, in: base) == .person {
      let person = number(of: new)
      for epithet in epithets { rows.epithets[epithet].person = person }
      done.epithets.formUnion(epithets)
    }
    return done
  }

  // MARK: Descriptions

  /// Has descriptions of which this is the innermost quotation in marks be its speakers' own. Returns their
  /// numbers.
  mutating func setSpeakersOfEpithets(in quotation: QuotationID, to code: EntityListCode) -> [Int] {
    let quotation = Quotation(quotation.index, in: base)
    let quotations = Article(quotation.article.index, in: base).quotations.filter { $0.kind != .indirect }
    let inside = epithetNumbers(in: quotation.article).filter { number in
      let start = Epithet(number, in: base).range.start
      let around = quotations.filter { $0.content.contains(start) }
      return around.min { $0.content.count < $1.content.count }?.id == quotation.id
    }
    for number in inside { rows.epithets[number].speakers = code }
    return inside
  }

  /// The descriptions of an entity whose nearest mention is among these.
  private func epithets(of entity: EntityID, in article: Article, nearestTo mentions: Set<MentionID>) -> [Int]
  {
    epithetNumbers(in: article.id).filter { number in
      let epithet = Epithet(number, in: base)
      guard entities.current(self.entity(of: rows.epithets[number].person)) == entity else { return false }
      let near = article.mentions
        .filter { $0.sentence == epithet.sentence && entities(of: $0.id).contains(entity) }
        .min { distance($0.range, epithet.range) < distance($1.range, epithet.range) }
      return near.map { mentions.contains($0.id) } ?? false
    }
  }

  private func distance(_ left: TextRange, _ right: TextRange) -> Int {
    max(0, max(left.start - right.end, right.start - left.end))
  }

  /// Epithets stand in the order of articles.
  func epithetNumbers(in article: ArticleID) -> Range<Int> {
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
}
