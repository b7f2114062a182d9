//! How an article presents a person beside the name: an office, or why the person is there.

internal import QuothModel

/// Words beside a name that present its bearer.
struct Presentation {
  /// An office, or a body that the person belongs to.
  var title: TokenSpan?
  /// What else makes the person a source: kin, a witness, a relative clause.
  var introduction: TokenSpan?
}

/// Reads what stands before and behind one name. Looks at most `reach` tokens far.
struct PresentationReader {
  let draft: Draft

  private static let reach = 30

  /// What a name's own sentence says of its bearer.
  func presentation(of mention: DraftMention) -> Presentation {
    var found = Presentation()
    for part in [before(mention), behind(mention.tokens.upperBound)] {
      if let title = part.title, title.count > found.title?.count ?? 0 { found.title = title }
      found.introduction = found.introduction ?? part.introduction
    }
    return found
  }

  // MARK: Before the name

  /// "Port Director Ada Roe"; "the group's director of research, Ada Roe".
  private func before(_ mention: DraftMention) -> Presentation {
    let floor = draft.sentence(at: mention.core.lowerBound).map { draft.sentences[$0].tokens.lowerBound } ?? 0
    let name = mention.core.lowerBound
    let isParted = name > floor && draft.tokens[name - 1].kind == .comma
    let end = isParted ? name - 1 : name
    var start = end
    while start > floor, end - start < 10, mayPrecede(start - 1, isParted) { start -= 1 }
    // A phrase set off by a comma has a beginning of its own.
    if isParted, start > floor, !draft.tokens[start - 1].has(.determiner) { return Presentation() }
    while start < end,
      draft.tokens[start].has([.preposition, .honorificMale, .honorificFemale, .adverb, .quantity])
        || draft.tokens[start].kind != .word
    { start += 1 }
    guard let span = TokenSpan(nonEmpty: start, end) else { return Presentation() }
    guard let head = head(of: span) ?? trade(end - 1) else { return Presentation() }
    if isParted, draft.tokens[head].has(.personNoun), !draft.tokens[head].has([.role, .witnessNoun]) {
      return Presentation()
    }
    return presented(span, head)
  }

  private func mayPrecede(_ index: Int, _ isParted: Bool) -> Bool {
    let token = draft.tokens[index]
    guard !draft.isQuoted(index) else { return false }
    if token.kind == .possessive { return true }
    guard token.isWordLike || token.kind == .dash && token.isJoined else { return false }
    if isParted, draft.isWord(index, "of") || draft.isWord(index, "for") || draft.isWord(index, "and") {
      return true
    }
    if token.has([.role, .agentNoun, .witnessNoun, .honorific]) { return true }
    return !token.has([
      .determiner, .preposition, .coordinator, .subordinator, .auxiliary, .who, .pronoun, .possessive,
      .adverb, .opener, .weekday, .month, .quantity,
    ]) && (token.isCapitalized || draft.isWord(index, "state") || !token.has([.cueVerb, .verb, .titleVerb]))
      && (token.isCapitalized
        || !draft.ends(index, in: "ing", least: 6) && !draft.ends(index, in: "ed", least: 5)
          && !draft.endsInLY(index))
  }

  /// A trade that no list holds, right before a name: "outreach specialist Ada Roe".
  private func trade(_ index: Int) -> Int? {
    let token = draft.tokens[index]
    guard token.kind == .word, !token.isCapitalized, token.classes.isEmpty else { return nil }
    let isTrade =
      draft.ends(index, in: "ist", least: 6) || draft.ends(index, in: "er", least: 6)
      || draft.ends(index, in: "or", least: 6) || draft.ends(index, in: "ian", least: 6)
    return isTrade ? index : nil
  }

  // MARK: Behind the name

  /// What follows a name: an apposition, a relative clause, a body it belongs to, or "is the director of".
  private func behind(_ end: Int) -> Presentation {
    let limit = min(draft.sentenceEnd(at: end - 1), end + Self.reach)
    guard end < limit, !draft.isQuoted(end) else { return Presentation() }
    let token = draft.tokens[end]
    if token.has(.be), end + 1 < limit { return complement(end + 1, limit) }
    if ["of", "with", "from", "at"].contains(where: { draft.isWord(end, $0) }) {
      return Presentation(title: body(end + 1, limit))
    }
    if token.has(.who) { return relative(end, limit) }
    guard token.kind == .comma || token.kind == .openBracket || token.kind == .dash && !token.isJoined else {
      return Presentation()
    }
    var start = end + 1
    // An age: "Ada Roe, 41, who leases a stall".
    if start + 1 < limit, draft.tokens[start].kind == .number {
      guard draft.tokens[start + 1].kind == .comma else { return Presentation() }
      start += 2
    }
    guard start < limit, !draft.isQuoted(start) else { return Presentation() }
    return draft.tokens[start].has(.who) ? relative(start, limit) : apposition(start, limit)
  }

  /// "director of the port", "a stallholder"; ends at the next mark.
  private func apposition(_ start: Int, _ limit: Int) -> Presentation {
    let stop = TokenSpan(start, limit).first { closes($0) } ?? limit
    if stop < limit, draft.tokens[stop].has([.auxiliary, .cueFinite, .verb]), !draft.tokens[stop].has(.who) {
      return Presentation()
    }
    var found = described(start, stop)
    // "Ada Roe, director of the port, who leases a stall,".
    if found.introduction == nil, stop + 1 < limit, draft.tokens[stop].kind == .comma,
      draft.tokens[stop + 1].has(.who)
    {
      found.introduction = relative(stop + 1, limit).introduction
    }
    return found
  }

  /// The same behind "is" and "was".
  private func complement(_ start: Int, _ limit: Int) -> Presentation {
    guard draft.tokens[start].has([.determiner, .role, .agentNoun]) else { return Presentation() }
    let stop = TokenSpan(start, limit).first { closes($0) || draft.tokens[$0].has(.coordinator) } ?? limit
    let found = described(start, stop)
    return found.title.flatMap { head(of: $0) } == nil ? Presentation() : found
  }

  private func described(_ start: Int, _ stop: Int) -> Presentation {
    let first = draft.tokens[start]
    guard
      first.isWordLike,
      !first.has([
        .preposition, .coordinator, .subordinator, .auxiliary, .cueGerund, .pronoun, .weekday, .month,
      ]) || first.has([.possessive, .role]), !draft.ends(start, in: "ing", least: 6)
    else { return Presentation() }
    let isOpened = first.has([.determiner, .possessive])
    let from = first.has(.determiner) ? start + 1 : start
    guard let span = TokenSpan(nonEmpty: from, stop) else { return Presentation() }
    if let head = head(of: span) { return presented(span, head) }
    let preposition = span.first { draft.tokens[$0].has(.preposition) }
    let isAged = span.contains { draft.ends($0, in: "year-old", least: 9) }
    if let preposition, preposition > from, !isAged, isOpened || !first.isCapitalized {
      return Presentation(title: span)
    }
    return isOpened ? Presentation(introduction: TokenSpan(start, stop)) : Presentation()
  }

  /// "who leases a stall", but not "who said so"; "who is the director of the port" tells an office.
  private func relative(_ who: Int, _ limit: Int) -> Presentation {
    guard !draft.isWord(who, "that"), !draft.isWord(who, "which") else { return Presentation() }
    let rest = TokenSpan(who + 1, limit)
    let stop = rest.first { parts($0) } ?? limit
    let clause = TokenSpan(who, stop)
    let reports = clause.contains { draft.tokens[$0].has(.cueFinite) && draft.tokens[$0].has(.strongCue) }
    guard clause.count > 2, !reports else { return Presentation() }
    if draft.tokens[who + 1].has(.be), who + 2 < stop {
      let office = complement(who + 2, stop)
      if office.title != nil { return office }
    }
    return Presentation(introduction: clause)
  }

  /// "of the Harbour Union": a body by its name.
  private func body(_ start: Int, _ limit: Int) -> TokenSpan? {
    let from = start < limit && draft.tokens[start].has(.determiner) ? start + 1 : start
    let stop =
      TokenSpan(from, limit).first {
        let token = draft.tokens[$0]
        return !token.isCapitalized && token.kind != .possessive
          && !(draft.isWord($0, "of") || draft.isWord($0, "and") || draft.isWord($0, "for")
            || draft.isWord($0, "the"))
      } ?? limit
    var end = stop
    while end > from, !draft.tokens[end - 1].isCapitalized { end -= 1 }
    guard let span = TokenSpan(nonEmpty: from, end) else { return nil }
    let isBody = span.contains { draft.tokens[$0].has(.organizationNoun) || draft.tokens[$0].isAllCapitals }
    return isBody ? span : nil
  }

  // MARK: Parts

  private func presented(_ span: TokenSpan, _ head: Int) -> Presentation {
    let noun = draft.tokens[head]
    let isOffice = noun.has([.role, .agentNoun, .titleAbbreviation, .epithet]) || noun.classes.isEmpty
    let isAged = span.contains { draft.ends($0, in: "year-old", least: 9) }
    return isOffice && !isAged && !noun.has(.witnessNoun)
      ? Presentation(title: span) : Presentation(introduction: span)
  }

  /// The last noun for a person before a preposition.
  private func head(of span: TokenSpan) -> Int? {
    let end = span.first { $0 > span.lowerBound && draft.tokens[$0].has([.preposition, .who]) }
    return span.before(end ?? span.upperBound).last {
      draft.tokens[$0].has([
        .role, .agentNoun, .personNoun, .maleNoun, .femaleNoun, .epithet, .witnessNoun, .titleAbbreviation,
      ]) && !draft.tokens[$0].has([.honorificMale, .honorificFemale])
    }
  }

  /// A mark that parts clauses.
  private func parts(_ index: Int) -> Bool {
    let token = draft.tokens[index]
    if draft.isQuoted(index) || token.endsSentence { return true }
    switch token.kind {
    case .comma, .openBracket, .closeBracket, .semicolon, .colon, .none: return true
    case .dash: return !token.isJoined
    case .word, .number, .possessive, .fullStop, .question, .exclamation, .ellipsis, .slash, .quoteMark,
      .singleMark, .other:
      return false
    }
  }

  private func closes(_ index: Int) -> Bool {
    let token = draft.tokens[index]
    if parts(index) || token.has([.who, .auxiliary]) || token.has(.cueFinite) && token.has(.strongCue) {
      return true
    }
    // "the mayor also spoke": the verb of a clause, not a noun such as "works".
    let before = draft.tokens[index - 1]
    return token.has([.verb, .cueFinite]) && !token.isCapitalized
      && before.has([.adverb, .role, .agentNoun, .personNoun, .witnessNoun, .epithet])
  }
}
