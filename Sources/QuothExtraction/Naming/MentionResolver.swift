//! Resolves descriptions and pronouns to the entities that they mean, sentence by sentence.

internal import QuothBasics
internal import QuothModel

/// What the reader of an article has in mind: who was named last, and who spoke last.
struct Salience: Sendable {
  /// The last mention of each entity, by its number; absent where it was not mentioned yet.
  var lastMention: [Int: Int] = [:]
  /// Persons by their last mention, the latest last; no more than a reader keeps in mind.
  private(set) var recentPersons: [Int] = []
  /// How often each entity was mentioned so far.
  var count: [Int: Int] = [:]
  /// The speakers of the quotation before, with its sentence.
  var lastSpeakers: [Int] = []
  var lastSpeechSentence = -1

  private static let mostPersons = 40

  mutating func note(_ entity: Int, isPerson: Bool, mention: Int) {
    lastMention[entity] = mention
    count[entity, default: 0] += 1
    guard isPerson, recentPersons.last != entity else { return }
    recentPersons.removeAll { $0 == entity }
    recentPersons.append(entity)
    if recentPersons.count > Salience.mostPersons { recentPersons.removeFirst() }
  }
}

/// Resolves the mentions of one sentence after another. Names are already tied to their entities.
struct MentionResolver {
  let draft: Draft
  let clauses: ClauseReader
  var table: MentionTable
  var salience = Salience()
  /// What was weighed, kept only where it is asked for.
  var trace: DecisionTrace?

  init(draft: Draft, table: MentionTable, trace: DecisionTrace? = nil) {
    self.draft = draft
    self.trace = trace
    clauses = ClauseReader(draft: draft)
    self.table = table
  }

  /// Resolves every mention of a sentence, from left to right.
  mutating func resolve(sentence: Int) {
    for number in table.mentions(of: sentence) {
      if table.mentions[number].entities.isEmpty {
        switch table.mentions[number].form {
        case .name: break
        case .nominal: resolveNominal(number)
        case .pronoun: resolvePronoun(number)
        }
      }
      guard !table.mentions[number].isQuoted else { continue }
      for entity in table.mentions[number].entities {
        salience.note(entity, isPerson: table.entities[entity].kind == .person, mention: number)
      }
    }
  }

  /// The organization that "it" in a source means: the last one, in this sentence or the two before.
  func organization(before token: Int, in sentence: Int) -> Int? {
    let first = table.firstOfSentence[max(0, sentence - 2)]
    for number in (first..<table.firstOfSentence[sentence + 1]).reversed() {
      let mention = table.mentions[number]
      guard mention.core.upperBound <= token, !mention.isQuoted, let entity = mention.entities.first,
        table.entities[entity].kind == .organization, mention.isSubject || salience.lastSpeakers == [entity]
      else { continue }
      return number
    }
    return nil
  }

  /// Remembers who spoke in a sentence.
  mutating func noteSpeech(by speakers: [Int], in sentence: Int) {
    guard !speakers.isEmpty else { return }
    salience.lastSpeakers = speakers
    salience.lastSpeechSentence = sentence
  }

  private mutating func set(_ number: Int, _ entities: [Int], _ resolution: Resolution) {
    table.mentions[number].entities = entities
    table.mentions[number].resolution = resolution
    table.mentions[number].antecedent = entities.last.flatMap { salience.lastMention[$0] }
  }

  // MARK: Descriptions

  private mutating func resolveNominal(_ number: Int) {
    guard let span = table.mentions[number].nominal else { return }
    if span.isGroup {
      let pair = lastTwoPersons(before: number)
      if pair.count == 2, !isAboutCountries(span) { set(number, pair, .group) }
      return
    }
    guard span.isDefinite, draft.tokens[span.head].has(.role) else { return }
    let best = candidates(for: span).max { left, right in
      left.score != right.score
        ? left.score < right.score
        : recency(left.entity) < recency(right.entity)
    }
    if let best, best.score >= 3 { set(number, [best.entity], .role) }
  }

  /// Persons whose roles the description fits, with how well: 2 for the head noun, 1 for any leader, 2 for the
  /// country.
  private func candidates(for span: NominalSpan) -> [(entity: Int, score: Int)] {
    let head = RoleReader.head(draft.text(span.head))
    var found: [(entity: Int, score: Int)] = []
    for (number, entity) in table.entities.entities.enumerated()
    where entity.kind == .person && !entity.isDead {
      var best = 0
      for role in entity.roles {
        let heads = role.head == head ? 3 : areBothLeaders(role.head, head) ? 1 : 0
        guard heads > 0, role.isFormer == span.isFormer || heads == 3 else { continue }
        var score = heads
        if let country = span.country {
          guard role.country == country || (role.country == nil && entity.country == country) else {
            continue
          }
          score += 2
        }
        if let words = modifierWords(of: span), role.text.lowercased().contains(words) { score += 1 }
        best = max(best, score)
      }
      // "his Iranian counterpart": the country alone.
      if best == 0, head == "counterpart", let country = span.country, entity.country == country { best = 3 }
      if best > 0 { found.append((number, best)) }
    }
    return found
  }

  /// What describes the head: "supreme" in "Iran's supreme leader".
  private func modifierWords(of span: NominalSpan) -> String? {
    guard span.head > span.tokens.lowerBound else { return nil }
    let token = draft.tokens[span.head - 1]
    guard token.kind == .word, !token.has([.determiner, .possessive, .demonym]) else { return nil }
    return draft.text(span.head - 1).lowercased()
  }

  private func areBothLeaders(_ left: String, _ right: String) -> Bool {
    Self.leaders.contains(left) && Self.leaders.contains(right)
  }

  private static let leaders: Set<String> = [
    "leader", "president", "dictator", "ruler", "premier", "chancellor", "monarch", "king",
  ]

  private func isAboutCountries(_ span: NominalSpan) -> Bool {
    draft.isWord(span.head, "sides") || draft.isWord(span.head, "countries")
      || draft.isWord(span.head, "nations")
  }

  /// The two persons mentioned last, the earlier first.
  private func lastTwoPersons(before number: Int) -> [Int] {
    var found: [Int] = []
    for place in stride(from: number - 1, through: max(0, number - 60), by: -1) {
      let mention = table.mentions[place]
      guard !mention.isQuoted || mention.sentence == table.mentions[number].sentence else { continue }
      for entity in mention.entities.reversed()
      where table.entities[entity].kind == .person && !table.entities[entity].isDead
        && !found.contains(entity)
      {
        found.append(entity)
        if found.count == 2 { return found.reversed() }
      }
    }
    return found
  }

  // MARK: Pronouns

  /// "Díaz-Canel, who received his counterpart, said he hoped": a pronoun right behind a reporting verb is most
  /// often its subject.
  private func reportedSubject(of number: Int) -> Int? {
    let mention = table.mentions[number]
    var verb = mention.core.lowerBound - 1
    let floor = draft.sentences[mention.sentence].tokens.lowerBound
    if verb > floor, draft.isWord(verb, "that") { verb -= 1 }
    guard verb > floor, draft.tokens[verb].has(.cueFinite), !mention.isPossessive,
      let subject = clauses.subject(of: verb, floor: floor),
      let head = SourceResolver(draft: draft, table: table).resolve(subject).speakers.first,
      table.entities[head].kind == .person, agrees(table.entities[head], mention.gender)
    else { return nil }
    return head
  }

  private mutating func resolvePronoun(_ number: Int) {
    let mention = table.mentions[number]
    if let subject = reportedSubject(of: number) {
      learnGender(of: subject, from: mention)
      return set(number, [subject], .pronoun)
    }
    if draft.tokens[mention.core.lowerBound].has(.plural) { return resolvePlural(number) }
    let candidates = candidates(for: number)
    trace?.antecedents[number] = candidates
    guard let best = candidates.max(by: { $0.score < $1.score }) else { return }
    set(number, [best.entity], .pronoun)
    if candidates.count == 1 { learnGender(of: best.entity, from: mention) }
  }

  /// A sure pronoun tells the gender of who has no other sign of it.
  private mutating func learnGender(of entity: Int, from mention: DraftMention) {
    if table.entities[entity].gender == nil { table.entities[entity].gender = mention.gender }
  }

  private mutating func resolvePlural(_ number: Int) {
    let sentence = table.mentions[number].sentence
    let first = max(0, table.firstOfSentence[max(0, sentence - 1)])
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
      guard let partner = left.entities.first, table.entities[partner].kind == .person, partner != second
      else {
        continue
      }
      let gap = left.tokens.upperBound..<max(left.tokens.upperBound, right.tokens.lowerBound)
      let hasAnd = gap.contains { draft.isWord($0, "and") }
      let hasVerb = gap.contains {
        draft.tokens[$0].has([.cueFinite, .verb, .auxiliary]) || draft.isQuoted($0)
      }
      return hasAnd && !hasVerb ? [partner, second] : nil
    }
    return nil
  }

  private func recency(_ entity: Int) -> Int { salience.lastMention[entity] ?? -1 }

  /// The persons that a pronoun may mean, in the order of their first mention.
  func candidates(for number: Int) -> [AntecedentCandidate] {
    let mention = table.mentions[number]
    let persons = salience.recentPersons.filter { agrees(table.entities[$0], mention.gender) }
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

  /// The values of `AntecedentFeature` for a person.
  private func features(
    of entity: Int, _ last: Int, _ mention: DraftMention, isNearest: Bool
  ) -> [Double] {
    let candidate = table.entities[entity]
    let antecedent = table.mentions[last]
    let sentences = mention.sentence - antecedent.sentence
    let paragraphs =
      draft.sentences[mention.sentence].paragraph - draft.sentences[antecedent.sentence].paragraph
    let spoke = salience.lastSpeakers == [entity]
    let fade = spoke ? min(4, mention.sentence - salience.lastSpeechSentence) : 0
    func flag(_ condition: Bool) -> Double { condition ? 1 : 0 }
    return [
      Double(min(10, sentences)), Double(min(5, paragraphs)), flag(antecedent.isSubject),
      flag(antecedent.isPossessive), flag(sentences == 0), flag(wasSubject(entity, in: antecedent.sentence)),
      flag(candidate.isDead), flag(!candidate.isCertain),
      flag(mention.gender != nil && candidate.gender == mention.gender), flag(spoke), Double(fade),
      PronounRanker.logarithm(1 + salience.count[entity, default: 0]), flag(isNearest),
      flag(antecedent.resolution == .fullName && salience.count[entity] == 1),
      flag(isQuoted(entity, in: mention.sentence)), flag(sentences == 1 && antecedent.isSubject),
    ]
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
