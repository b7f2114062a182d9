//! Persons without a name: "a spokeswoman said … she added" is no named woman's.

import QuothModel

/// A person whom an article introduces by a description alone.
struct UnnamedPerson: Sendable {
  /// The mention that introduced it: "a spokeswoman".
  let origin: Int
  /// The latest mention: "the spokeswoman", "she".
  let mention: Int
  let gender: Gender?
}

extension MentionResolver {
  /// Takes note of a description that introduces a person as the subject of its clause, or that comes back to one.
  mutating func noteUnnamed(_ number: Int) {
    let mention = table.mentions[number]
    guard mention.entities.isEmpty, !mention.isQuoted, let span = mention.nominal,
      mention.resolution == .unresolved
    else { return }
    if nominals.introducesOne(span) {
      guard mention.isSubject, !mention.isPossessive, !isApposition(number) else { return }
      salience.note(UnnamedPerson(origin: number, mention: number, gender: mention.gender))
    } else if let person = unnamed(called: span) {
      table.mentions[number].antecedent = person.origin
      salience.note(
        UnnamedPerson(origin: person.origin, mention: number, gender: person.gender ?? mention.gender))
    }
  }

  /// "Berg, a teacher": the description belongs to the name.
  private func isApposition(_ number: Int) -> Bool {
    let mention = table.mentions[number]
    let comma = mention.tokens.lowerBound - 1
    guard comma > draft.sentences[mention.sentence].tokens.lowerBound, draft.tokens[comma].kind == .comma,
      number > table.mentions(of: mention.sentence).lowerBound
    else { return false }
    let before = table.mentions[number - 1]
    // An age or a bracket may stand between: "Tibbs, 41, a baker".
    return before.form == .name && comma - before.core.upperBound <= 4
  }

  /// The person without a name whom "the spokeswoman" comes back to.
  func unnamed(called span: NominalSpan) -> UnnamedPerson? {
    guard !salience.unnamed.isEmpty, span.isDefinite, nominals.isSingular(span.head) else { return nil }
    let head = RoleReader.head(draft.text(span.head))
    return salience.unnamed.last {
      table.mentions[$0.origin].nominal.map { RoleReader.head(draft.text($0.head)) == head } ?? false
    }
  }

  /// "The spokesman" after "a police spokesman said" is not the campaign's spokesman of three paragraphs before.
  func isUnnamedNearer(_ number: Int, than entity: Int) -> Bool {
    guard let span = table.mentions[number].nominal, let person = unnamed(called: span) else { return false }
    return person.mention > salience.lastMention[entity] ?? -1
  }

  /// The mention that introduced the person without a name whom a mention means.
  func unnamedOrigin(of mention: Int) -> Int? {
    salience.unnamed.last { $0.mention == mention || $0.origin == mention }?.origin
      ?? table.mentions[mention].antecedent.flatMap { origin in
        salience.unnamed.contains { $0.origin == origin } ? origin : nil
      }
  }

  /// The person without a name that a pronoun means when it is more likely than every named one.
  func unnamedAntecedent(of number: Int, above best: AntecedentCandidate?) -> UnnamedPerson? {
    let mention = table.mentions[number]
    var winner: (person: UnnamedPerson, score: Double)?
    for person in salience.unnamed where agrees(person.gender, mention.gender) {
      let sentences = mention.sentence - table.mentions[person.mention].sentence
      guard sentences <= MentionResolver.unnamedReach, person.mention != number else { continue }
      let score = PronounRanker.shared.score(features(of: person, mention, best))
      if score > winner?.score ?? -.infinity { winner = (person, score) }
    }
    guard let winner, winner.score > (best?.score ?? -.infinity) else { return nil }
    return winner.person
  }

  /// A description is remembered for so many sentences.
  private static let unnamedReach = 3

  private func agrees(_ one: Gender?, _ other: Gender?) -> Bool { one == nil || other == nil || one == other }

  /// The values of `AntecedentFeature` for a person without a name.
  private func features(
    of person: UnnamedPerson, _ mention: DraftMention, _ best: AntecedentCandidate?
  ) -> [Double] {
    let last = table.mentions[person.mention]
    let spoke = salience.lastUnnamedSpeaker == person.origin
    let rival = best.flatMap { salience.lastMention[$0.entity] } ?? -1
    return PronounRanker.features(
      AntecedentEvidence(
        sentences: mention.sentence - last.sentence,
        paragraphs: draft.sentences[mention.sentence].paragraph - draft.sentences[last.sentence].paragraph,
        wasSubject: last.isSubject, wasPossessive: last.isPossessive, wasTopical: last.isSubject,
        isDead: false,
        isUncertain: false, hasGender: person.gender != nil && person.gender == mention.gender, spoke: spoke,
        fade: spoke ? mention.sentence - salience.lastSpeechSentence : 0, mentionCount: 1,
        isNearest: person.mention > rival, isIntroduced: false, isQuoted: false, wasMain: last.isMainSubject,
        hasSpoken: salience.spokenUnnamed.contains(person.origin), reports: reports(mention),
        resumes: spoke && resumes(mention)))
  }
}
