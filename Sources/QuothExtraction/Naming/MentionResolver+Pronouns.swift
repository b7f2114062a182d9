//! Resolves pronouns to the persons that they mean.

import QuothModel

extension MentionResolver {
  /// "Díaz-Canel, who received his counterpart, said he hoped": a pronoun right behind a reporting verb is most
  /// often its subject.
  private func reportedSubject(of number: Int) -> ReportedSubject? {
    let mention = table.mentions[number]
    var verb = mention.core.lowerBound - 1
    let floor = draft.sentences[mention.sentence].tokens.lowerBound
    if verb > floor, draft.isWord(verb, "that") { verb -= 1 }
    guard verb > floor, draft.tokens[verb].has(.cueFinite), !mention.isPossessive, !isObject(mention),
      let subject = clauses.subject(of: verb, floor: floor)
    else { return nil }
    let source = SourceResolver(draft: draft, table: table).resolve(subject)
    if let head = source.speakers.first {
      return table.entities[head].kind == .person && agrees(table.entities[head], mention.gender)
        ? .named(head) : nil
    }
    guard let head = source.mention, let origin = unnamedOrigin(of: head), mention.gender != nil,
      let person = salience.unnamed.last(where: { $0.origin == origin }),
      person.gender == nil || person.gender == mention.gender
    else { return nil }
    return .unnamed(person)
  }

  /// "him" is never a subject.
  private func isObject(_ mention: DraftMention) -> Bool { draft.isWord(mention.core.lowerBound, "him") }

  /// "Díaz-Canel … and described him": whom the pronoun cannot mean, being the subject of the verb that it is the
  /// object of.
  private func subjectOfGoverningVerb(_ mention: DraftMention) -> Int? {
    let verb = mention.core.lowerBound - 1
    let floor = draft.sentences[mention.sentence].tokens.lowerBound
    guard isObject(mention), verb > floor, draft.tokens[verb].has(.cueFinite),
      let subject = clauses.subject(of: verb, floor: floor)
    else { return nil }
    return SourceResolver(draft: draft, table: table).resolve(subject).speakers.first
  }

  private enum ReportedSubject {
    case named(Int)
    case unnamed(UnnamedPerson)
  }

  mutating func resolvePronoun(_ number: Int) {
    let mention = table.mentions[number]
    switch reportedSubject(of: number) {
    case .named(let subject):
      learnGender(of: subject, from: mention)
      return set(number, [subject], .pronoun)
    case .unnamed(let person):
      return set(number, person)
    case nil: break
    }
    if draft.tokens[mention.core.lowerBound].has(.plural) { return resolvePlural(number) }
    let candidates = candidates(for: number)
    trace?.antecedents[number] = candidates
    let best = candidates.max { $0.score < $1.score }
    if let person = unnamedAntecedent(of: number, above: best) { return set(number, person) }
    guard let best else { return }
    set(number, [best.entity], .pronoun)
    // Within a quotation "he" is seldom the only person named so far.
    if candidates.count == 1, !mention.isQuoted { learnGender(of: best.entity, from: mention) }
  }

  /// The pronoun means a person without a name: it is nobody's, and the description is remembered.
  private mutating func set(_ number: Int, _ person: UnnamedPerson) {
    let mention = table.mentions[number]
    table.mentions[number].antecedent = person.origin
    guard !mention.isQuoted else { return }
    salience.note(
      UnnamedPerson(origin: person.origin, mention: number, gender: person.gender ?? mention.gender))
  }

  /// A sure pronoun tells the gender of who has no other sign of it.
  private mutating func learnGender(of entity: Int, from mention: DraftMention) {
    if table.entities[entity].gender == nil { table.entities[entity].gender = mention.gender }
  }

  private mutating func resolvePlural(_ number: Int) {
    let sentence = table.mentions[number].sentence
    let first = table.mentions(from: sentence - 1, through: sentence).lowerBound
    // "Khamenei and Díaz-Canel met … they": persons joined by "and", or a group, in this sentence or the last.
    for place in stride(from: number - 1, through: first, by: -1) where !table.mentions[place].isQuoted {
      let mention = table.mentions[place]
      if mention.entities.count > 1 { return set(number, mention.entities, .group) }
      if let pair = joined(with: place, first) { return set(number, pair, .group) }
    }
  }

  /// The persons of two mentions with only names, titles, commas and "and" between.
  private func joined(with place: Int, _ first: Int) -> [Int]? {
    let right = table.mentions[place]
    guard let second = right.entities.first, table.entities[second].kind == .person, place > first else {
      return nil
    }
    for other in stride(from: place - 1, through: first, by: -1)
    where table.mentions[other].sentence == right.sentence {
      let left = table.mentions[other]
      // "Berg and her colleague Omar Diallo".
      if left.isPossessive { continue }
      guard let partner = left.entities.first, table.entities[partner].kind == .person, partner != second
      else {
        continue
      }
      let gap = TokenSpan(left.tokens.upperBound, right.tokens.lowerBound)
      let hasAnd = gap.contains { draft.isWord($0, "and") }
      let hasVerb = gap.contains {
        draft.tokens[$0].has([.cueFinite, .verb, .auxiliary]) || draft.isQuoted($0)
      }
      return hasAnd && !hasVerb ? [partner, second] : nil
    }
    return nil
  }

  func recency(_ entity: Int) -> Int { salience.lastMention[entity] ?? -1 }

  /// The persons that a pronoun may mean, in the order of their first mention.
  func candidates(for number: Int) -> [AntecedentCandidate] {
    let mention = table.mentions[number]
    let excluded =
      namedInFrontedContent(of: number) + namedInFrontedPhrase(of: number)
      + [subjectOfGoverningVerb(mention)].compactMap(\.self)
    let persons = salience.recentPersons.filter {
      agrees(table.entities[$0], mention.gender) && !excluded.contains($0)
    }
    return persons.sorted().map { entity in
      let features = features(
        of: entity, salience.lastMention[entity] ?? 0, mention, isNearest: entity == persons.last)
      return AntecedentCandidate(
        entity: entity, features: features, score: PronounRanker.shared.score(features))
    }
  }

  private func agrees(_ entity: LocalEntity, _ gender: Gender?) -> Bool {
    guard let gender, let other = entity.gender else { return true }
    return gender == other
  }

  /// "Berg, he said, would resign": whom the reported words name did not say them.
  private func namedInFrontedContent(of number: Int) -> [Int] {
    let mention = table.mentions[number]
    let start = mention.core.lowerBound
    let floor = draft.sentences[mention.sentence].tokens.lowerBound
    guard start > floor, draft.tokens[start].has(.subject),
      draft.tokens[start - 1].kind == .comma, !draft.isQuoted(start - 1), !draft.isQuoted(start - 2),
      draft.tokens[start + 1].has(.cueFinite), draft.tokens[start + 1].has(.strongCue),
      !draft.tokens[start + 2].isWordLike || draft.isQuoted(start + 2),
      !TokenSpan(floor, start).contains(where: { draft.tokens[$0].has(.subordinator) })
    else { return [] }
    return table.mentions(of: mention.sentence).filter {
      $0 < number && table.mentions[$0].form == .name && !table.mentions[$0].isPossessive
        && table.mentions[$0].isSubject
    }.flatMap { table.mentions[$0].entities }
  }

  /// "To Berg he said", "About Berg, she added": whom a phrase in front of the clause names, its subject does not mean.
  private func namedInFrontedPhrase(of number: Int) -> [Int] {
    let mention = table.mentions[number]
    let start = mention.core.lowerBound
    let floor = draft.sentences[mention.sentence].tokens.lowerBound
    guard start > floor, start - floor <= 12, draft.tokens[start].has(.subject),
      draft.tokens[floor].has(.preposition), !draft.tokens[floor].has(.subordinator),
      !clauses.hasFiniteVerb(in: TokenSpan(floor, start))
    else { return [] }
    return table.mentions(of: mention.sentence).filter { $0 < number && table.mentions[$0].form == .name }
      .flatMap { table.mentions[$0].entities }
  }

  /// The values of `AntecedentFeature` for a person.
  private func features(
    of entity: Int, _ last: Int, _ mention: DraftMention, isNearest: Bool
  ) -> [Double] {
    let candidate = table.entities[entity]
    let antecedent = table.mentions[last]
    let spoke = salience.lastSpeakers == [entity]
    return PronounRanker.features(
      AntecedentEvidence(
        sentences: mention.sentence - antecedent.sentence,
        paragraphs: draft.sentences[mention.sentence].paragraph
          - draft.sentences[antecedent.sentence].paragraph,
        wasSubject: antecedent.isSubject, wasPossessive: antecedent.isPossessive,
        wasTopical: wasSubject(entity, in: antecedent.sentence), isDead: candidate.isDead,
        isUncertain: !candidate.isCertain,
        hasGender: mention.gender != nil && candidate.gender == mention.gender, spoke: spoke,
        fade: spoke ? mention.sentence - salience.lastSpeechSentence : 0,
        mentionCount: salience.count[entity, default: 0], isNearest: isNearest,
        isIntroduced: antecedent.resolution == .fullName && salience.count[entity] == 1,
        isQuoted: isQuoted(entity, in: mention.sentence), wasMain: antecedent.isMainSubject,
        hasSpoken: salience.spoken.contains(entity), reports: reports(mention),
        resumes: spoke && resumes(mention)))
  }

  /// Whether a pronoun's paragraph opens with a quotation, and the paragraph before quoted last.
  func resumes(_ mention: DraftMention) -> Bool {
    let sentence = draft.sentences[mention.sentence]
    let paragraph = sentence.paragraph
    guard draft.isQuoted(draft.paragraphs[paragraph].tokens.lowerBound),
      draft.paragraphs[paragraph].sentences.first == mention.sentence, salience.lastSpeechSentence >= 0
    else { return false }
    return draft.sentences[salience.lastSpeechSentence].paragraph == paragraph - 1
  }

  /// Whether a pronoun is the subject of a reporting verb: "she added", "said he".
  func reports(_ mention: DraftMention) -> Bool {
    let start = mention.core.lowerBound
    guard draft.tokens[start].has(.subject) else { return false }
    var verb = start + 1
    while draft.tokens[verb].has([.adverb, .auxiliary]), verb < start + 4 { verb += 1 }
    return isReport(verb) || isReport(start - 1) && !draft.tokens[verb].has([.cueFinite, .verb])
  }

  private func isReport(_ index: Int) -> Bool {
    draft.tokens[index].has(.cueFinite) && draft.tokens[index].has(.strongCue) && !draft.isQuoted(index)
  }

  /// Whether a quotation in a sentence names the entity.
  private func isQuoted(_ entity: Int, in sentence: Int) -> Bool {
    table.mentions(of: sentence).contains {
      table.mentions[$0].isQuoted && table.mentions[$0].form == .name
        && table.mentions[$0].entities.contains(entity)
    }
  }

  /// Whether the entity was a subject anywhere in a sentence.
  private func wasSubject(_ entity: Int, in sentence: Int) -> Bool {
    table.mentions(of: sentence).contains {
      table.mentions[$0].isSubject && table.mentions[$0].entities.contains(entity)
    }
  }
}
