//! Merges the entities of many articles into those of a corpus.

internal import QuothBasics
internal import QuothModel

/// Decides which entities of different articles are one.
///
/// Persons are one when their given name and surname are the same when folded; a surname alone joins the only person
/// of the corpus that has it. Organizations and places are one by their folded name; countries by their country.
struct EntityMerger {
  struct Merged: BitwiseCopyable, Sendable {
    let key: StringID
    /// Words of the first name by which it came.
    let wordCount: Int32
    /// Lists in `tallies`.
    var spellings: Int32 = -1
    var roles: Int32 = -1
    var countries: Int32 = -1
    let kind: Stored<EntityKind>
    private let padding: (UInt8, UInt8, UInt8) = (0, 0, 0)

    init(kind: EntityKind, key: StringID, wordCount: Int32) {
      self.key = key
      self.wordCount = wordCount
      self.kind = Stored(kind)
    }
  }

  private(set) var merged: [Merged] = []
  private var tallies = TallyLists()
  private var byKey: [StringID: Int32] = [:]
  /// Names that are only looked up: first two words, and surnames. They do not stay in the corpus.
  private var names = StringInterner()
  private var byFirstTwo: [StringID: Int32] = [:]
  /// The only person of a surname; nil where there are several.
  private var personBySurname: [StringID: Int32?] = [:]
  /// Lone surnames, each with a number of its own until `settle`.
  private var lone: [LoneSurname] = []

  /// A surname that came alone, and its number.
  struct LoneSurname: BitwiseCopyable, Sendable {
    let number: Int32
    let surname: StringID
  }

  /// The numbers of an article's entities; -1 for what turned out to be none. Keys and spellings join `strings`.
  mutating func gather(_ entities: [LocalEntity], _ strings: inout StringInterner) -> [EntityID] {
    entities.map { entity in
      guard entity.isKept else { return EntityID(-1) }
      let number = number(of: entity, &strings)
      // In one order, so that the same articles give the same bytes.
      for (spelling, count) in entity.spellings.sorted(by: { $0.key < $1.key }) {
        addSpelling(strings.intern(spelling), count, to: number, strings)
      }
      for role in entity.roles {
        tallies.add(strings.intern(role.office).number, to: &merged[number].roles)
      }
      if let country = entity.country { tallies.add(Int32(country), to: &merged[number].countries) }
      return EntityID(number)
    }
  }

  /// Spellings that differ only in how their accents are encoded are one, as the first of them.
  private mutating func addSpelling(
    _ spelling: StringID, _ count: Int, to number: Int, _ strings: StringInterner
  ) {
    var item = spelling.number
    let text = strings[spelling]
    if text.utf8.contains(where: { $0 >= 0x80 }) {
      let known = tallies.tallies(merged[number].spellings).first { strings[StringID($0.item)] == text }
      item = known?.item ?? item
    }
    tallies.add(item, count, to: &merged[number].spellings)
  }

  /// Gives lone surnames the only person that has them. Returns the final number of each number given so far.
  mutating func settle(_ strings: StringInterner) -> [EntityID] {
    var target = Array(merged.indices)
    for alone in lone {
      let number = Int(alone.number)
      guard let only = personBySurname[alone.surname].flatMap({ $0 }).map({ Int($0) }) else { continue }
      target[number] = only
      for (spelling, count) in tallies.tallies(merged[number].spellings) {
        addSpelling(StringID(spelling), count, to: only, strings)
      }
      tallies.join(merged[number].roles, to: &merged[only].roles)
      tallies.join(merged[number].countries, to: &merged[only].countries)
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

  private mutating func number(of entity: LocalEntity, _ strings: inout StringInterner) -> Int {
    let key = strings.intern(EntityMerger.key(of: entity))
    if let known = byKey[key] { return Int(known) }
    let isFullName = entity.kind == .person && entity.words.count > 1
    let number = Int32(merged.count)
    if isFullName {
      // Of two surnames one is often left out: "Miguel Díaz-Canel Bermúdez".
      let firstTwo = names.intern(entity.words.prefix(2).joined(separator: " "))
      if let known = byFirstTwo[firstTwo], entity.words.count == 2 || merged[Int(known)].wordCount == 2 {
        byKey[key] = known
        return Int(known)
      }
      byFirstTwo[firstTwo] = number
    }
    merged.append(Merged(kind: entity.kind, key: key, wordCount: Int32(entity.words.count)))
    byKey[key] = number
    if entity.kind == .person, let last = entity.words.last {
      let surname = names.intern(last)
      if isFullName {
        personBySurname.updateValue(personBySurname[surname] == nil ? number : nil, forKey: surname)
      } else {
        lone.append(LoneSurname(number: number, surname: surname))
      }
    }
    return Int(number)
  }

  private static func key(of entity: LocalEntity) -> String {
    guard entity.kind == .place, let country = entity.country else {
      return Entity.key(of: entity.kind, words: entity.words)
    }
    let name = TextFolding.fold(Lexicon.shared.countries[country].name)
    return Entity.key(of: .place, words: name.split(separator: " ").map(String.init))
  }

  /// Adds the entities to a corpus, in order of their numbers.
  func addEntities(to builder: inout CorpusBuilder) {
    for entity in merged {
      let spellings = spellings(of: entity, builder.strings)
      let countries = tallies.tallies(entity.countries)
      let name = EntityMerger.name(
        spellings, entity.kind.value, builder.strings[entity.key], countries.map(\.item))
      let country = countries.max { ($0.count, $1.item) < ($1.count, $0.item) }
      let roles = tallies.tallies(entity.roles)
        .map { (id: StringID($0.item), text: builder.strings[StringID($0.item)], count: $0.count) }
        .sorted { ($0.count, $1.text) > ($1.count, $0.text) }
      builder.addEntity(
        entity.kind.value, key: entity.key, name: builder.strings.intern(name),
        aliases: spellings.filter { $0.text != name }.map(\.id), roles: roles.map(\.id),
        country: entity.kind.value == .person
          ? country.map { Lexicon.shared.countries[Int($0.item)].name } : nil)
    }
  }

  /// The spellings of an entity, the most frequent first; of two equally common ones, the one that keeps its
  /// diacritics.
  private func spellings(
    of entity: Merged, _ strings: StringInterner
  ) -> [(id: StringID, text: String)] {
    tallies.tallies(entity.spellings)
      .map { (id: StringID($0.item), text: strings[StringID($0.item)], count: $0.count) }
      .sorted { ($0.count, $0.text.utf8.count, $1.text) > ($1.count, $1.text.utf8.count, $0.text) }
      .map { (id: $0.id, text: $0.text) }
  }

  /// The fullest of the common spellings: given name and surname for persons, else the most frequent.
  private static func name(
    _ spellings: [(id: StringID, text: String)], _ kind: EntityKind, _ key: String, _ countries: [Int32]
  ) -> String {
    if kind == .place, let country = countries.min() {
      return Lexicon.shared.countries[Int(country)].name
    }
    guard kind == .person else { return spellings.first?.text ?? "" }
    let full = spellings.filter { $0.text.contains(" ") }
    // "Van der Berg" has several words too, but not the given name.
    let hasGiven = full.first { spelling in
      spelling.text.split(separator: " ").first.map {
        key.hasPrefix("\(kind.rawValue)/\(TextFolding.fold(String($0)))-")
      } ?? false
    }
    return hasGiven?.text ?? full.first?.text ?? spellings.first?.text ?? ""
  }
}

// MARK: - Snapshots

extension EntityMerger {
  /// A number of a string. Those of a key and of names are in different tables.
  private struct NamedNumber: BitwiseCopyable, Sendable {
    let string: StringID
    /// -1 where there are several.
    let number: Int32
  }

  /// What was gathered for a snapshot, before anything was settled.
  init(_ snapshot: CorpusSnapshot, strings: StringInterner) throws(SnapshotProblem) {
    merged = Array(try snapshot.rows("merge"))
    tallies = try TallyLists(snapshot, "merge.tallies")
    names = try StringInterner(snapshot, "merge.names")
    lone = Array(try snapshot.rows("merge.lone"))
    byKey = try Self.numbers(snapshot, "merge.keys", strings)
    byFirstTwo = try Self.numbers(snapshot, "merge.firsttwo", names)
    personBySurname = try Self.numbers(snapshot, "merge.surnames", names).mapValues { $0 < 0 ? nil : $0 }
    try check(strings)
  }

  /// What is needed to go on as if all articles had come at once. To be asked before `settle`.
  var sections: [SectionContent] {
    names.sections("merge.names") + [
      SectionContent("merge", merged), tallies.section("merge.tallies"), SectionContent("merge.lone", lone),
      Self.section("merge.keys", byKey), Self.section("merge.firsttwo", byFirstTwo),
      Self.section("merge.surnames", personBySurname.mapValues { $0 ?? -1 }),
    ]
  }

  private static func section(_ name: SectionName, _ numbers: [StringID: Int32]) -> SectionContent {
    let rows = numbers.map { NamedNumber(string: $0, number: $1) }
    return SectionContent(name, rows.sorted { $0.string.number < $1.string.number })
  }

  private static func numbers(
    _ snapshot: CorpusSnapshot, _ name: SectionName, _ strings: StringInterner
  ) throws(SnapshotProblem) -> [StringID: Int32] {
    let rows: PlainRows<NamedNumber> = try snapshot.rows(name)
    var numbers: [StringID: Int32] = [:]
    numbers.reserveCapacity(rows.count)
    for row in rows {
      guard strings.contains(row.string) else { throw .unsound(section: name.description) }
      numbers[row.string] = row.number
    }
    return numbers
  }

  /// Makes sure that all numbers lead somewhere.
  private func check(_ strings: StringInterner) throws(SnapshotProblem) {
    let numbers = 0..<Int32(merged.count)
    let heads = -1..<Int32(tallies.count)
    let countries = Lexicon.shared.countries.count
    func expect(_ isSound: Bool, _ name: SectionName) throws(SnapshotProblem) {
      if !isSound { throw .unsound(section: name.description) }
    }
    for entity in merged {
      try expect(strings.contains(entity.key), "merge")
      try expect([entity.spellings, entity.roles, entity.countries].allSatisfy(heads.contains), "merge")
      try expect(tallies.tallies(entity.countries).allSatisfy { $0.item < countries }, "merge.tallies")
    }
    try expect(tallies.largestItem < max(strings.count, countries), "merge.tallies")
    for alone in lone {
      try expect(numbers.contains(alone.number) && names.contains(alone.surname), "merge.lone")
    }
    try expect(byKey.values.allSatisfy(numbers.contains), "merge.keys")
    try expect(byFirstTwo.values.allSatisfy(numbers.contains), "merge.firsttwo")
    try expect(personBySurname.values.allSatisfy { $0.map(numbers.contains) ?? true }, "merge.surnames")
  }
}
