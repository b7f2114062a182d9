//! Finds proper names: runs of capitalized words, with their titles.

internal import QuothModel

/// Finds the proper names of a sentence.
struct NameFinder {
  let draft: Draft

  /// The names among `range`, in order. In a heading every word is capitalized, so only names that other evidence
  /// supports count there (see `EntityTable`).
  func names(in range: TokenSpan) -> [NameSpan] {
    var names: [NameSpan] = []
    var index = range.lowerBound
    while index < range.upperBound {
      guard startsName(index, in: range) else {
        index += 1
        continue
      }
      let end = nameEnd(from: index, in: range)
      names.append(contentsOf: spans(of: TokenSpan(index, end), in: range))
      index = end
    }
    return names
  }

  private func startsName(_ index: Int, in range: TokenSpan) -> Bool {
    let token = draft.tokens[index]
    guard token.kind == .word, token.isCapitalized else { return false }
    if token.has([.month, .weekday]) && !token.has(.givenName) { return actsAlone(index, in: range) }
    if token.has(.opener) || token.has(.pronoun) {
      // "New Mexico"; "Will Berg", "May": a name only when more of it follows.
      if draft.isWord(index, "new"), index + 1 < range.upperBound, isNameWord(index + 1) { return true }
      return token.has(.givenName) && index + 1 < range.upperBound && isNameWord(index + 1)
        && !token.has(.determiner)
    }
    // "the Scot": a description.
    if token.has(.epithet), index > range.lowerBound, draft.isWord(index - 1, "the") { return false }
    if index == range.lowerBound || isAfterMark(index) {
      return isNameAtStart(index, in: range)
    }
    return true
  }

  /// "May told reporters", "May’s plan": a month or a day that acts stands for a person named before.
  private func actsAlone(_ index: Int, in range: TokenSpan) -> Bool {
    let before = draft.tokens[index - 1]
    guard index == range.lowerBound || !before.has([.preposition, .month, .weekday, .determiner]),
      before.kind != .number
    else { return false }
    let next = draft.tokens[index + 1]
    if next.isCapitalized, !next.has([.opener, .month, .weekday]), index + 2 < range.upperBound {
      // "April Lund said", "Sunday Okoro, a nurse,": a given name.
      let behind = draft.tokens[index + 2]
      return behind.kind == .comma || behind.has([.cueFinite, .auxiliary, .verb]) && !behind.isCapitalized
    }
    return index + 1 < range.upperBound
      && (next.has(.cueFinite) && next.has(.strongCue) && !next.isCapitalized || next.kind == .possessive)
  }

  /// "Theresa May", "Mrs May", "Prime Minister May", but not "President Lund May 3".
  private func isSurname(_ index: Int) -> Bool {
    let token = draft.tokens[index]
    let before = draft.tokens[index - 1]
    return token.kind == .word && token.isCapitalized && token.has([.month, .weekday]) && before.isCapitalized
      && before.has(WordClass.givenName.union(.anyHonorific).union([.titleAbbreviation, .role]))
      && !before.has([.month, .weekday]) && draft.tokens[index + 1].kind != .number
  }

  private func isAfterMark(_ index: Int) -> Bool {
    switch draft.tokens[index - 1].kind {
    case .quoteMark, .singleMark, .colon, .dash, .openBracket, .other: true
    case .word, .number, .possessive, .comma, .fullStop, .question, .exclamation, .semicolon, .ellipsis,
      .slash,
      .closeBracket, .none:
      false
    }
  }

  /// At the start of a sentence any word is capitalized: adverbs and gerunds are no names.
  private func isNameAtStart(_ index: Int, in range: TokenSpan) -> Bool {
    let token = draft.tokens[index]
    if token.has([.cueGerund, .auxiliary, .subordinator, .adverb]) { return false }
    // "Added Berg: …".
    if token.has(.cueFinite), token.has(.strongCue), !token.has([.givenName, .cueNoun]) { return false }
    if isAdverb(index), !token.has(.givenName) { return false }
    return true
  }

  /// Ends in "ly" or "ing" in lower case.
  private func isAdverb(_ index: Int) -> Bool {
    draft.endsInLY(index) || draft.ends(index, in: "ing", least: 5)
  }

  private func isNameWord(_ index: Int) -> Bool {
    let token = draft.tokens[index]
    return token.kind == .word && token.isCapitalized && !token.has([.opener, .month, .weekday])
      || token.kind == .word && token.isCapitalized && token.has(.givenName) && !token.has(.opener)
      || isSurname(index)
  }

  private func nameEnd(from start: Int, in range: TokenSpan) -> Int {
    var end = start + 1
    while end < range.upperBound {
      if isNameWord(end) {
        end += 1
      } else if let next = bridge(from: end, start, in: range) {
        end = next
      } else {
        break
      }
    }
    return end
  }

  /// Words in lower case within a name: particles, "of" after an office or a body, "&".
  private func bridge(from index: Int, _ start: Int, in range: TokenSpan) -> Int? {
    let token = draft.tokens[index]
    let last = draft.tokens[index - 1]
    guard index + 1 < range.upperBound else { return nil }
    if token.has(.particle), !token.has(.determiner), isNameWord(index + 1) { return index + 2 }
    if token.has(.particle), index + 2 < range.upperBound,
      draft.tokens[index + 1].has(.particle), !token.has(.determiner), isNameWord(index + 2)
    {
      return index + 3
    }
    if token.kind == .other, draft.isWord(index, "&"), isNameWord(index + 1) { return index + 2 }
    guard draft.isWord(index, "of"), last.has([.organizationNoun, .placeNoun, .role]), last.isCapitalized
    else {
      return nil
    }
    if isNameWord(index + 1), !last.has(.role) || isOffice(index + 1) { return index + 2 }
    guard draft.isWord(index + 1, "the"), index + 2 < range.upperBound, isNameWord(index + 2),
      !last.has(.role)
    else { return nil }
    return index + 3
  }

  /// "Secretary of State", but not "President of Iran".
  private func isOffice(_ index: Int) -> Bool {
    !draft.tokens[index].has([.country, .capital, .demonym, .givenName])
  }

  /// Parts a run of capitalized words into title and name, or several names.
  private func spans(of run: TokenSpan, in range: TokenSpan) -> [NameSpan] {
    let titleEnd = titleEnd(of: run)
    let core = TokenSpan(titleEnd, run.upperBound)
    let isAddressed = titleEnd > run.lowerBound && draft.tokens[titleEnd - 1].has(.titleAbbreviation)
    guard !core.isEmpty, !isNoEntity(core) else { return [] }
    if !isAddressed, isRoleOnly(core) {
      // "Baker" after "Jane Baker".
      guard run.count == 1, !follows([.determiner, .possessive], run.lowerBound, in: range) else { return [] }
      return [
        NameSpan(
          core: core, full: run, kind: .unknown, standing: .known,
          words: EntityTable.nameWords(core, draft))
      ]
    }
    if core.count == 1, draft.tokens[core.lowerBound].has(.demonym),
      !draft.tokens[core.lowerBound].has([.country, .capital]), !isAbbreviatedCountry(core.lowerBound)
    {
      return []
    }
    if run.count == 1, draft.tokens[run.lowerBound].has([.month, .weekday]),
      !draft.tokens[run.lowerBound].has(.givenName)
    {
      return [
        NameSpan(
          core: core, full: run, kind: .unknown, standing: .known,
          words: EntityTable.nameWords(core, draft))
      ]
    }
    var span = NameSpan(core: core, full: TokenSpan(run.lowerBound, core.upperBound), kind: .unknown)
    span.kind = kind(of: span, in: range)
    if span.kind == .unknown, run.count == 1, opensSentence(run.lowerBound, in: range),
      opensNounPhrase(run.lowerBound, in: range)
    {
      span.standing = .known
    }
    if span.kind == .person || span.kind == .likelyPerson {
      extendTitle(&span, in: range)
      span.gender = gender(of: span)
      span.isDead = TokenSpan(span.full.lowerBound, core.lowerBound).contains { draft.tokens[$0].has(.dead) }
    } else if titleEnd > run.lowerBound {
      span.core = run
      span.full = run
    }
    span.words = EntityTable.nameWords(span.core, draft)
    if span.kind == .person || span.kind == .likelyPerson {
      span.isKin = span.words.count > 1 && isKin(span, in: range)
      span.office = RoleReader.titleWord(TokenSpan(span.full.lowerBound, span.core.lowerBound), draft)
        .map { RoleReader.head(draft.text($0)) }
    }
    return [span]
  }

  private func follows(_ classes: WordClass, _ index: Int, in range: TokenSpan) -> Bool {
    index > range.lowerBound && draft.tokens[index - 1].has(classes)
  }

  private func opensSentence(_ index: Int, in range: TokenSpan) -> Bool {
    index == range.lowerBound || isAfterMark(index)
  }

  /// "Hundreds of traders", "Marine biologist": what follows makes the capitalized word a common noun or an adjective.
  private func opensNounPhrase(_ index: Int, in range: TokenSpan) -> Bool {
    guard index + 1 < range.upperBound, !draft.tokens[index].isAllCapitals else { return false }
    let next = draft.tokens[index + 1]
    guard next.kind == .word, !next.isCapitalized else { return false }
    if next.has(.preposition), !next.has([.adverb, .auxiliary]) { return true }
    if next.has([.role, .personNoun, .organizationNoun, .groupNoun]) { return true }
    // "Unions have", "Traders say".
    let isPlural =
      draft.isWord(index + 1, "have") || draft.isWord(index + 1, "are") || draft.isWord(index + 1, "say")
    if isPlural || draft.isWord(index + 1, "were") { return draft.ends(index, in: "s", least: 4) }
    return next.classes.isEmpty && !draft.ends(index + 1, in: "ed", least: 4)
      && !draft.ends(index + 1, in: "s", least: 3) && !draft.endsInLY(index + 1)
  }

  /// Events, laws and adjectives: "the Islamic Revolution", "Latin American".
  private func isNoEntity(_ core: TokenSpan) -> Bool {
    let last = draft.tokens[core.upperBound - 1]
    guard core.count > 1 else { return false }
    if last.has(.eventNoun) { return !draft.tokens[core.lowerBound].has(.givenName) }
    return last.has(.demonym) && !last.has([.country, .givenName])
      && !last.isAllCapitals && EntityTable.country(of: core, draft) == nil
      && !draft.tokens[core.lowerBound].has(.givenName)
  }

  /// "U.S." and "UK" stand for the country.
  func isAbbreviatedCountry(_ index: Int) -> Bool {
    draft.tokens[index].isAllCapitals && draft.tokens[index].has(.demonym)
  }

  private func isRoleOnly(_ core: TokenSpan) -> Bool {
    core.allSatisfy {
      draft.tokens[$0].has([.role, .personNoun, .groupNoun]) || draft.tokens[$0].has(.anyHonorific)
        || draft.tokens[$0].has(.demonym)
    } && core.contains { draft.tokens[$0].has([.role, .personNoun]) && !draft.tokens[$0].has(.givenName) }
  }

  /// Where the title of a run ends: after its last office or honorific with a name behind it.
  private func titleEnd(of run: TokenSpan) -> Int {
    if draft.tokens[run.upperBound - 1].has(.organizationNoun), run.count > 1,
      !draft.tokens[run.lowerBound].has(.titleAbbreviation)
    {
      return run.lowerBound
    }
    var end = run.lowerBound
    for index in run where index + 1 < run.upperBound {
      let token = draft.tokens[index]
      let isTitle =
        token.has([.role, .titleAbbreviation, .groupNoun]) || token.has(.anyHonorific)
        || index == run.lowerBound && token.has(.personNoun) && !token.has(.givenName)
        || run.upperBound - end > 3 && isGivenName(index + 1, in: run) && !token.has([.givenName, .particle])
          && !opensPlace(index)
      // "King" after a given name is a surname.
      let isSurname =
        index > run.lowerBound && draft.tokens[index - 1].has(.givenName) && index + 2 >= run.upperBound
      if isTitle, !isSurname, !draft.tokens[index + 1].has(.generation) { end = index + 1 }
      if end == index, draft.isWord(index, "of"), index + 2 < run.upperBound { end = index + 2 }
    }
    return end
  }

  /// A given name with more of the name behind it: "Universe Anna Berg".
  private func isGivenName(_ index: Int, in run: TokenSpan) -> Bool {
    index + 1 < run.upperBound && draft.tokens[index].has(.givenName)
      && draft.tokens[index].end - draft.tokens[index].start > 3
      && !draft.tokens[index].has([.role, .country, .capital, .organizationNoun])
      && draft.tokens[index + 1].isCapitalized
  }

  /// "San Francisco", "St. Louis".
  private func opensPlace(_ index: Int) -> Bool {
    draft.isWord(index, "san") || draft.isWord(index, "santa") || draft.isWord(index, "st.")
      || draft.isWord(index, "saint") || draft.isWord(index, "los") || draft.isWord(index, "las")
      || draft.isWord(index, "fort") || draft.isWord(index, "port") || draft.isWord(index, "mount")
      || draft.isWord(index, "new") || draft.tokens[index].end - draft.tokens[index].start <= 2
  }
}
