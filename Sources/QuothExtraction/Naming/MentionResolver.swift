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
  /// Persons without a name, by their latest mention, the latest last.
  private(set) var unnamed: [UnnamedPerson] = []
  /// The speakers of the quotation before, with its sentence.
  var lastSpeakers: [Int] = []
  /// The person without a name who spoke last, by the mention that introduced it.
  var lastUnnamedSpeaker: Int?
  var lastSpeechSentence = -1
  /// All who spoke so far, by name and by the mention that introduced them.
  private(set) var spoken: Set<Int> = []
  private(set) var spokenUnnamed: Set<Int> = []

  private static let mostPersons = 40
  private static let mostUnnamed = 4

  mutating func note(_ entity: Int, isPerson: Bool, mention: Int) {
    lastMention[entity] = mention
    count[entity, default: 0] += 1
    guard isPerson, recentPersons.last != entity else { return }
    recentPersons.removeAll { $0 == entity }
    recentPersons.append(entity)
    if recentPersons.count > Salience.mostPersons { recentPersons.removeFirst() }
  }

  /// Remembers who spoke in a sentence.
  mutating func noteSpeech(by speakers: [Int], _ unnamed: Int?, in sentence: Int) {
    lastSpeakers = speakers
    lastUnnamedSpeaker = unnamed
    lastSpeechSentence = sentence
    spoken.formUnion(speakers)
    if let unnamed { spokenUnnamed.insert(unnamed) }
  }

  /// Remembers a person without a name, or that it was mentioned again.
  mutating func note(_ person: UnnamedPerson) {
    unnamed.removeAll { $0.origin == person.origin }
    unnamed.append(person)
    if unnamed.count > Salience.mostUnnamed { unnamed.removeFirst() }
  }
}

/// Resolves the mentions of one sentence after another. Names are already tied to their entities.
struct MentionResolver {
  let draft: Draft
  let clauses: ClauseReader
  let nominals: NominalReader
  var table: MentionTable
  var salience = Salience()
  /// Persons by what the article says they are.
  private let roleHolders: RoleHolders
  /// What was weighed, kept only where it is asked for.
  var trace: DecisionTrace?

  init(draft: Draft, table: MentionTable, trace: DecisionTrace? = nil) {
    self.draft = draft
    self.trace = trace
    clauses = ClauseReader(draft: draft)
    nominals = NominalReader(draft: draft)
    self.table = table
    roleHolders = RoleHolders(table.entities)
  }

  /// Resolves every mention of a sentence, from left to right.
  mutating func resolve(sentence: Int) {
    for number in table.mentions(of: sentence) {
      if table.mentions[number].entities.isEmpty {
        switch table.mentions[number].form {
        case .name: break
        case .nominal:
          resolveNominal(number)
          noteUnnamed(number)
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
    for number in table.mentions(from: sentence - 2, through: sentence).reversed() {
      let mention = table.mentions[number]
      guard mention.core.upperBound <= token, !mention.isQuoted, let entity = mention.entities.first,
        table.entities[entity].kind == .organization, mention.isSubject || salience.lastSpeakers == [entity]
      else { continue }
      return number
    }
    return nil
  }

  /// Remembers who spoke in a sentence: by name, or by the mention of a source without one.
  mutating func noteSpeech(by speakers: [Int], _ mention: Int?, in sentence: Int) {
    let origin = speakers.isEmpty ? mention.flatMap { unnamedOrigin(of: $0) } : nil
    guard !speakers.isEmpty || origin != nil else { return }
    salience.noteSpeech(by: speakers, origin, in: sentence)
  }

  mutating func set(_ number: Int, _ entities: [Int], _ resolution: Resolution) {
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
    guard span.isDefinite, draft.tokens[span.head].has(.role) || isEpithet(span.head) else { return }
    let best = candidates(for: span).max { left, right in
      left.score != right.score
        ? left.score < right.score
        : recency(left.entity) < recency(right.entity)
    }
    if let best, best.score >= 3, !isUnnamedNearer(number, than: best.entity) {
      return set(number, [best.entity], .role)
    }
    if best == nil, let person = personBehindEpithet(number, span) { set(number, [person], .role) }
  }

  private func isEpithet(_ head: Int) -> Bool {
    let token = draft.tokens[head]
    return token.has([.epithet, .demonym]) || token.kind == .number
  }

  /// "The striker", "the 34-year-old", "the Brazilian": a word that says more of the person spoken of last.
  private func personBehindEpithet(_ number: Int, _ span: NominalSpan) -> Int? {
    guard isEpithet(span.head), unnamed(called: span) == nil, nominals.isSingular(span.head) else {
      return nil
    }
    let sentence = table.mentions[number].sentence
    let best = candidates(for: number).max { $0.score < $1.score }
    guard let best, let last = salience.lastMention[best.entity],
      sentence - table.mentions[last].sentence <= 2
    else {
      return nil
    }
    return best.entity
  }

  /// Persons whose roles the description fits, with how well: 2 for the head noun, 1 for any leader, 2 for the
  /// country.
  private func candidates(for span: NominalSpan) -> [(entity: Int, score: Int)] {
    let head = RoleReader.head(draft.text(span.head))
    var found: [(entity: Int, score: Int)] = []
    for number in holders(of: head, span.country) {
      let entity = table.entities[number]
      guard entity.kind == .person, !entity.isDead else { continue }
      var best = 0
      for role in entity.roles {
        let heads = role.head == head ? 3 : RoleHolders.areBothLeaders(role.head, head) ? 1 : 0
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

  /// Persons of a role, in the order of their first mention. Where very many have it, only those whom a reader still
  /// has in mind can be meant.
  private func holders(of head: String, _ country: Int?) -> [Int] {
    let holders = roleHolders.persons(called: head, country)
    guard holders.count > Self.mostHolders else { return holders }
    return salience.recentPersons.sorted()
  }

  private static let mostHolders = 200

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
}
