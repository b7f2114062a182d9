//! Which of the capitalized words of an article count as entities.

internal import QuothModel

extension MentionTable {
  /// Settles what only capitals spoke for: a name that speaks, or that stands for a person elsewhere in the article,
  /// is kept; a run of capitals without any such evidence is an organization when it comes again, and else nothing.
  mutating func settle(speakers: Set<Int>) {
    for number in entities.entities.indices where !entities[number].isCertain && !speakers.contains(number) {
      if entities[number].kind == .person {
        // A surname alone elsewhere: "Marrero" after "Manuel Marrero".
        if entities[number].spellings.keys.contains(where: { !$0.contains(" ") }) { continue }
        entities[number].kind = .organization
      }
      entities[number].isKept = entities[number].mentionCount > 1
    }
    for number in mentions.indices {
      guard mentions[number].entities.contains(where: { !entities[$0].isKept }) else { continue }
      mentions[number].entities.removeAll { !entities[$0].isKept }
      mentions[number].resolution = .unresolved
    }
  }
}
