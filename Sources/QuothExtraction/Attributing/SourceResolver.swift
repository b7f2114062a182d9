//! From the words of a source to the mention that names the speaker, and so to the speakers.

internal import QuothModel

/// Finds the head of a source's noun phrase among the mentions of the article.
struct SourceResolver {
  let draft: Draft
  let table: MentionTable

  /// The source without what its phrase dragged along, its mention, and the speakers by number.
  func resolve(_ source: Range<Int>) -> (source: Range<Int>, mention: Int?, speakers: [Int]) {
    let inside = mentions(in: source)
    guard let first = inside.first else { return (source, nil, []) }
    let all = table.mentions
    if let pair = coordinated(inside, source) {
      return (source, first, pair)
    }
    // A name that ends the phrase is its head ("City Hall spokeswoman Anna Berg"), unless a preposition makes it a
    // part of the description; then one that starts it ("Mr. Diallo of the Coast Club").
    if let head = inside.last(where: { endsPhrase($0, source) })
      ?? inside.first(where: { opensPhrase($0, source) })
    {
      return (source, head, all[head].entities)
    }
    if let head = inside.first(where: { all[$0].form != .name && startsPhrase(all[$0], source) }) {
      return (source, head, all[head].entities)
    }
    return (source, nil, [])
  }

  private func mentions(in source: Range<Int>) -> [Int] {
    // Mentions are in order of their first token.
    var low = 0
    var high = table.mentions.count
    while low < high {
      let middle = (low + high) / 2
      if table.mentions[middle].core.upperBound <= source.lowerBound {
        low = middle + 1
      } else {
        high = middle
      }
    }
    var found: [Int] = []
    while low < table.mentions.count, table.mentions[low].tokens.lowerBound < source.upperBound {
      if table.mentions[low].core.overlaps(source) { found.append(low) }
      low += 1
    }
    return found
  }

  private func startsPhrase(_ mention: DraftMention, _ source: Range<Int>) -> Bool {
    mention.tokens.lowerBound <= source.lowerBound
  }

  private func opensPhrase(_ number: Int, _ source: Range<Int>) -> Bool {
    let mention = table.mentions[number]
    return mention.form == .name && !mention.isPossessive && mention.tokens.lowerBound <= source.lowerBound
  }

  private func endsPhrase(_ number: Int, _ source: Range<Int>) -> Bool {
    let mention = table.mentions[number]
    guard mention.form == .name, !mention.isPossessive, mention.core.upperBound == source.upperBound else {
      return false
    }
    return !(source.lowerBound..<max(source.lowerBound, mention.core.lowerBound)).contains {
      draft.tokens[$0].has(.preposition) && !isWithinTitle($0, mention)
    }
  }

  private func isWithinTitle(_ index: Int, _ mention: DraftMention) -> Bool { mention.tokens.contains(index) }

  /// "Raisi and Díaz-Canel": all that "and" joins.
  private func coordinated(_ inside: [Int], _ source: Range<Int>) -> [Int]? {
    guard inside.count > 1, source.contains(where: { draft.isWord($0, "and") }) else { return nil }
    var speakers: [Int] = []
    for number in inside {
      let mention = table.mentions[number]
      let isJoined =
        mention.tokens.lowerBound <= source.lowerBound
        || draft.isWord(mention.tokens.lowerBound - 1, "and")
        || draft.tokens[mention.tokens.lowerBound - 1].kind == .comma
      if isJoined { speakers.append(contentsOf: mention.entities.filter { !speakers.contains($0) }) }
    }
    return speakers.count > 1 ? speakers : nil
  }
}
