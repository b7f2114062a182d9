//! The mentions of each entity, gathered when they are first asked for.

internal import Synchronization

/// What follows from the mentions alone, and therefore is not stored.
final class EntityMentions: Sendable {
  private struct Links {
    /// Where the mentions of each entity start; one more than entities.
    let starts: [UInt32]
    let mentions: [MentionID]
  }

  private let links = Mutex<Links?>(nil)

  /// The mentions of an entity in corpus order.
  func mentions(of entity: EntityID, in tables: CorpusTables) -> ArraySlice<MentionID> {
    let links = links.withLock { links in
      if let links { return links }
      let made = Self.link(tables)
      links = made
      return made
    }
    return links.mentions[Int(links.starts[entity.index])..<Int(links.starts[entity.index + 1])]
  }

  private static func link(_ tables: CorpusTables) -> Links {
    var starts = [UInt32](repeating: 0, count: tables.entities.count + 1)
    for index in 0..<tables.mentions.count {
      for entity in tables.entities(tables.mentions[index].entities) { starts[entity.index + 1] += 1 }
    }
    for index in 0..<tables.entities.count { starts[index + 1] += starts[index] }
    var next = starts
    var mentions = [MentionID](repeating: MentionID(0), count: Int(starts.last ?? 0))
    for index in 0..<tables.mentions.count {
      for entity in tables.entities(tables.mentions[index].entities) {
        mentions[Int(next[entity.index])] = MentionID(index)
        next[entity.index] += 1
      }
    }
    return Links(starts: starts, mentions: mentions)
  }
}
