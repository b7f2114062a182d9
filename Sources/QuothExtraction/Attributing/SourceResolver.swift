//! From the words of a source to the mention that names the speaker, and so to the speakers.

internal import QuothBasics
internal import QuothModel

/// Finds the head of a source's noun phrase among the mentions of the article.
struct SourceResolver {
  let draft: Draft
  let table: MentionTable

  /// The mention that names a source, and the speakers by number. What stands behind the first comma or bracket
  /// describes it, but for a name: "another critic, Omar Diallo".
  func resolve(_ source: TokenSpan) -> (mention: Int?, speakers: [Int]) {
    if source.count == 1, draft.tokens[source.lowerBound].has(.who),
      !draft.tokens[source.lowerBound].has(.determiner)
    {
      return antecedent(of: source.lowerBound).map { resolve($0) } ?? (nil, [])
    }
    let end = source.first { $0 > source.lowerBound && isBreak($0) } ?? source.upperBound
    var head = resolveHead(TokenSpan(source.lowerBound, end))
    if head.speakers.isEmpty, let writer = writer(of: TokenSpan(source.lowerBound, end)) {
      head = (writer, table.mentions[writer].entities)
    }
    if !head.speakers.isEmpty || end + 1 >= source.upperBound { return head }
    let apposition = mentions(in: TokenSpan(end + 1, source.upperBound)).first {
      let mention = table.mentions[$0]
      return mention.form == .name && !mention.isPossessive && isPerson(mention)
        && names(mention, from: end + 1)
    }
    return apposition.map { ($0, table.mentions[$0].entities) } ?? head
  }

  /// "Berg's tweet", "a statement from Berg": whose words a message holds.
  private func writer(of source: TokenSpan) -> Int? {
    guard let noun = source.first(where: { isMessage($0) }) else { return nil }
    return mentions(in: source).first {
      let mention = table.mentions[$0]
      guard mention.form == .name, isPerson(mention) else { return false }
      if mention.isPossessive { return mention.core.upperBound < noun }
      let joint = mention.tokens.lowerBound - 1
      return joint == noun + 1 && (draft.isWord(joint, "from") || draft.isWord(joint, "by"))
    }
  }

  private func isMessage(_ index: Int) -> Bool { Self.messages.contains { draft.isWord(index, $0) } }

  private static let messages: [StaticString] = [
    "email", "letter", "memo", "message", "note", "post", "posting", "release", "speech", "statement", "text",
    "tweet",
  ]

  /// Whether nothing but a title stands between the comma of an apposition and the name in it: "her pupil, the Olympic
  /// medallist Ada Roe".
  private func names(_ mention: DraftMention, from start: Int) -> Bool {
    TokenSpan(start, mention.tokens.lowerBound).allSatisfy {
      let token = draft.tokens[$0]
      return token.kind == .word
        && !token.has([.preposition, .coordinator, .auxiliary, .who, .possessive, .cueFinite, .verb])
    }
  }

  /// What "who" goes back to: of "a victory for Anna Berg, who called it a joke" the name that stands nearest.
  private func antecedent(of who: Int) -> TokenSpan? {
    let sentence = draft.sentences.firstIndex(notPreceding: { $0.tokens.upperBound <= who })
    let floor = draft.sentences[sentence].tokens.lowerBound
    guard let phrase = ClauseReader(draft: draft).antecedent(of: who, floor) else { return nil }
    let name = mentions(in: phrase).last {
      let mention = table.mentions[$0]
      return mention.form == .name && !mention.isPossessive && isPerson(mention)
        && mention.core.upperBound == phrase.upperBound
    }
    return name.map { table.mentions[$0].tokens } ?? phrase
  }

  private func isPerson(_ mention: DraftMention) -> Bool {
    mention.entities.contains { table.entities[$0].kind == .person }
  }

  private func isBreak(_ index: Int) -> Bool {
    let token = draft.tokens[index]
    return token.kind == .comma || token.kind == .openBracket || token.has(.who)
      || (token.kind == .dash && !token.isJoined)
  }

  private func resolveHead(_ source: TokenSpan) -> (mention: Int?, speakers: [Int]) {
    let inside = mentions(in: source)
    guard let first = inside.first else { return (nil, []) }
    let all = table.mentions
    // "Berg's claim": the source is the owner alone.
    if inside.count == 1, all[first].isPossessive, all[first].core == source {
      return (first, all[first].entities)
    }
    if let pair = coordinated(inside, source) { return (first, pair) }
    // A name that ends the phrase is its head ("City Hall spokeswoman Anna Berg"), unless a preposition makes it a
    // part of the description; then one that starts it ("Mr. Diallo of the Coast Club").
    let name = inside.last { endsPhrase($0, source) } ?? inside.first { opensPhrase($0, source) }
    let head =
      name
      ?? inside.first {
        all[$0].form != .name && !all[$0].isPossessive && startsPhrase(all[$0], source)
      }
    return head.map { ($0, all[$0].entities) } ?? (nil, [])
  }

  private func mentions(in source: TokenSpan) -> [Int] {
    // Mentions are in order of their first token.
    var number = table.mentions.firstIndex(notPreceding: { $0.core.upperBound <= source.lowerBound })
    var found: [Int] = []
    while number < table.mentions.count, table.mentions[number].tokens.lowerBound < source.upperBound {
      if table.mentions[number].core.overlaps(source) { found.append(number) }
      number += 1
    }
    return found
  }

  private func startsPhrase(_ mention: DraftMention, _ source: TokenSpan) -> Bool {
    mention.tokens.lowerBound <= source.lowerBound
  }

  private func opensPhrase(_ number: Int, _ source: TokenSpan) -> Bool {
    let mention = table.mentions[number]
    guard mention.form == .name, !mention.isPossessive,
      isPerson(mention) || mention.tokens.lowerBound <= source.lowerBound
    else {
      return false
    }
    // "lead author Keiko Tan of the institute": words of a title that no list holds.
    return TokenSpan(source.lowerBound, mention.tokens.lowerBound).allSatisfy {
      let token = draft.tokens[$0]
      return token.kind == .word && !token.isCapitalized
        && !token.has([.preposition, .coordinator, .possessive])
    }
  }

  private func endsPhrase(_ number: Int, _ source: TokenSpan) -> Bool {
    let mention = table.mentions[number]
    guard mention.form == .name, !mention.isPossessive, mention.core.upperBound == source.upperBound else {
      return false
    }
    return !TokenSpan(source.lowerBound, mention.core.lowerBound).contains {
      draft.tokens[$0].has(.preposition) && !isWithinTitle($0, mention)
    }
  }

  private func isWithinTitle(_ index: Int, _ mention: DraftMention) -> Bool { mention.tokens.contains(index) }

  /// "Raisi and Díaz-Canel": all that "and" joins.
  private func coordinated(_ inside: [Int], _ source: TokenSpan) -> [Int]? {
    guard inside.count > 1, source.contains(where: { draft.isWord($0, "and") }) else { return nil }
    var speakers: [Int] = []
    for number in inside {
      let mention = table.mentions[number]
      let start = mention.tokens.lowerBound
      // "Prosecutor Ann Cho and defense attorney Raj Patel": words of the second description stand between.
      let joint = source.window(before: start, 3).last {
        draft.isWord($0, "and") || draft.tokens[$0].kind == .comma || draft.tokens[$0].has(.preposition)
      }
      let isJoined =
        start <= source.lowerBound
        || joint.map { draft.isWord($0, "and") || ($0 == start - 1 && draft.tokens[$0].kind == .comma) }
          ?? false
      if isJoined { speakers.append(contentsOf: mention.entities.filter { !speakers.contains($0) }) }
    }
    return speakers.count > 1 ? speakers : nil
  }
}
