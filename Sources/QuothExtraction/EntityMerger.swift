//! Merges the entities of many articles into those of a corpus.

internal import QuothBasics
internal import QuothModel

/// Decides which entities of different articles are one.
///
/// Persons are one when their given name and surname are the same when folded; a surname alone joins the only person
/// of the corpus that has it. Organizations and places are one by their folded name; countries by their country.
struct EntityMerger {
  private struct Merged {
    let kind: EntityKind
    let key: String
    /// Words of the first name by which it came.
    let wordCount: Int
    var spellings: [String: Int] = [:]
    var roles: [String: Int] = [:]
    var countries: [Int: Int] = [:]

    mutating func take(_ other: Merged) {
      spellings.merge(other.spellings, uniquingKeysWith: +)
      roles.merge(other.roles, uniquingKeysWith: +)
      countries.merge(other.countries, uniquingKeysWith: +)
    }
  }

  private var merged: [Merged] = []
  private var byKey: [String: Int] = [:]
  private var byFirstTwo: [String: Int] = [:]
  private var personsBySurname: [String: [Int]] = [:]
  /// Lone surnames, each with a number of its own until `settle`.
  private var lone: [(number: Int, surname: String)] = []

  /// How many entities there are, those of lone surnames counted apart.
  var count: Int { merged.count }

  /// The numbers of an article's entities; -1 for what turned out to be none.
  mutating func gather(_ entities: [LocalEntity]) -> [Int] {
    entities.map { entity in
      guard entity.isKept else { return -1 }
      let number = number(of: entity)
      add(entity, to: number)
      return number
    }
  }

  /// Gives lone surnames the only person that has them. Returns the final number of each number given so far.
  mutating func settle() -> [EntityID] {
    var target = Array(merged.indices)
    for (number, surname) in lone {
      let candidates = personsBySurname[surname] ?? []
      guard candidates.count == 1, let only = candidates.first else { continue }
      target[number] = only
      merged[only].take(merged[number])
    }
    var final = [Int](repeating: 0, count: merged.count)
    var kept: [Merged] = []
    for (number, entity) in merged.enumerated() where target[number] == number {
      final[number] = kept.count
      kept.append(entity)
    }
    merged = kept
    return target.map { EntityID(final[$0]) }
  }

  private mutating func number(of entity: LocalEntity) -> Int {
    let key = EntityMerger.key(of: entity)
    if let known = byKey[key] { return known }
    // Of two surnames one is often left out: "Miguel Díaz-Canel Bermúdez".
    let firstTwo = entity.words.prefix(2).joined(separator: " ")
    if entity.kind == .person, entity.words.count > 1, let known = byFirstTwo[firstTwo],
      entity.words.count == 2 || merged[known].wordCount == 2
    {
      byKey[key] = known
      return known
    }
    let number = merged.count
    if entity.kind == .person, entity.words.count > 1 { byFirstTwo[firstTwo] = number }
    merged.append(Merged(kind: entity.kind, key: key, wordCount: entity.words.count))
    byKey[key] = number
    if entity.kind == .person, let surname = entity.words.last {
      if entity.words.count > 1 {
        personsBySurname[surname, default: []].append(number)
      } else {
        lone.append((number, surname))
      }
    }
    return number
  }

  private mutating func add(_ entity: LocalEntity, to number: Int) {
    for (spelling, count) in entity.spellings { merged[number].spellings[spelling, default: 0] += count }
    for role in entity.roles { merged[number].roles[role.office, default: 0] += 1 }
    if let country = entity.country { merged[number].countries[country, default: 0] += 1 }
  }

  private static func key(of entity: LocalEntity) -> String {
    let words: [String]
    switch entity.kind {
    case .person where entity.words.count > 2:
      words = [entity.words[0], entity.words[entity.words.count - 1]]
    case .place:
      if let country = entity.country {
        return "place/" + TextFolding.fold(Lexicon.shared.countries[country].name).replacing(" ", with: "-")
      }
      words = entity.words
    case .person, .organization: words = entity.words
    }
    return "\(entity.kind.rawValue)/" + words.joined(separator: "-")
  }

  /// The entities in order of their numbers.
  func entities(mentions: [[MentionID]]) -> [Entity] {
    merged.enumerated().map { number, entity in
      // Of two equally common spellings, the one that keeps its diacritics.
      let spellings = entity.spellings.sorted {
        ($0.value, $0.key.utf8.count, $1.key) > ($1.value, $1.key.utf8.count, $0.key)
      }.map(\.key)
      let name = EntityMerger.name(spellings, entity)
      let country = entity.countries.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
      return Entity(
        id: EntityID(number), kind: entity.kind, key: entity.key, name: name,
        aliases: spellings.filter { $0 != name },
        roles: entity.roles.sorted { ($0.value, $1.key) > ($1.value, $0.key) }.map(\.key),
        country: entity.kind == .person ? country.map { Lexicon.shared.countries[$0].name } : nil,
        mentions: number < mentions.count ? mentions[number] : [])
    }
  }

  /// The fullest of the common spellings: given name and surname for persons, else the most frequent.
  private static func name(_ spellings: [String], _ entity: Merged) -> String {
    if entity.kind == .place, let country = entity.countries.keys.min() {
      return Lexicon.shared.countries[country].name
    }
    guard entity.kind == .person else { return spellings.first ?? "" }
    let full = spellings.filter { $0.contains(" ") }
    // "Van der Berg" has several words too, but not the given name.
    let hasGiven = full.first { spelling in
      spelling.split(separator: " ").first.map {
        entity.key.hasPrefix("\(entity.kind.rawValue)/\(TextFolding.fold(String($0)))-")
      } ?? false
    }
    return hasGiven ?? full.first ?? spellings.first ?? ""
  }
}
