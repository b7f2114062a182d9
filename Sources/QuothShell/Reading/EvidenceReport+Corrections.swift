//! Which corrections made a row what it is, and what the analysis had found.

internal import QuothEngine
internal import QuothModel
internal import QuothQuery
internal import QuothRender

extension EvidenceReport {
  /// The corrections of a quotation's speakers, topics and article; empty where all is as it was found.
  func corrections(of quotation: Quotation) -> [EvidenceFact] {
    let before = amended.found.corpus
    let found = before[quotation.id]
    let names = (
      old: Self.names(found.attribution.speakers, before),
      new: Self.names(quotation.attribution.speakers, corpus)
    )
    var facts: [EvidenceFact] = []
    if names.old != names.new || found.attribution.rule != quotation.attribution.rule {
      let keys = Set(
        keys(of: found.attribution.speakers, before) + keys(of: quotation.attribution.speakers, corpus))
      let original = quotation.repeats ?? quotation.id
      facts += Self.facts(
        amended.entries.filter {
          $0.applied.isOf(original) || $0.applied.isOfIdentity && !keys.isDisjoint(with: $0.applied.entities)
        })
      facts.append(
        EvidenceFact(
          "found was", names.old.isEmpty ? "nobody known by name" : names.old.joined(separator: ", ")))
    }
    let topics = amended.entries.filter { entry in
      switch entry.applied.amendment {
      case .topics: entry.applied.quotation == quotation.id
      case .topic(let name, _): quotation.topics.contains { corpus[$0].name == name }
      case .speakers, .date, .publication, .alias, .join, .split: false
      }
    }
    return facts + Self.facts(topics) + corrections(of: corpus[quotation.article])
  }

  /// The corrections of what an article says of its publication.
  func corrections(of article: Article) -> [EvidenceFact] {
    Self.facts(amended.entries.filter { $0.applied.article == article.id })
  }

  /// The corrections of who an entity is.
  func corrections(of entity: Entity) -> [EvidenceFact] {
    let former = corpus.formerKeys.filter { $0.value == entity.id }.map(\.key)
    let keys = Set([entity.key] + former)
    return Self.facts(amended.entries.filter { !keys.isDisjoint(with: $0.applied.entities) })
  }

  private static func facts(_ entries: [AmendmentEntry]) -> [EvidenceFact] {
    entries.enumerated().map { number, entry in
      EvidenceFact(number == 0 ? "corrected" : "", "\(entry.text) (\(entry.place))")
    }
  }

  private static func names(_ entities: EntityList, _ corpus: Corpus) -> [String] {
    entities.map { corpus[$0].name }
  }

  private func keys(of entities: EntityList, _ corpus: Corpus) -> [String] {
    entities.map { corpus[$0].key }
  }
}
