//! The names of one kind, and which of them a typed name means.

internal import QuothBasics
internal import QuothQuery

/// All names of one kind with a dictionary of the spellings that mean them.
struct KindVocabulary: Sendable {
  /// The names, the most frequent first.
  let entries: [VocabularyEntry]
  /// Spellings that plainly mean an entry: its name, key and aliases, and a person's surname.
  private var spellings: [String: [Int]] = [:]
  /// Parts of a person's name that are taken only when nothing means anyone plainly.
  private var parts: [String: [Int]] = [:]
  /// Keys and where their entries are, in order of the keys, when they may be shortened.
  private var keys: [(key: String, entry: Int)] = []

  init(_ kind: NameKind, _ entries: [VocabularyEntry]) {
    self.entries = entries
    for (index, entry) in entries.enumerated() {
      let spellings = Spellings(of: entry, kind)
      for spelling in spellings.plain { add(spelling, index, to: \.spellings) }
      for spelling in spellings.parts { add(spelling, index, to: \.parts) }
      if kind == .article { keys.append((Spellings.normal(entry.key), index)) }
    }
    keys.sort { $0.key < $1.key }
  }

  /// The entries that a typed name means, the most frequent first. Case, diacritics and hyphens do not count.
  /// An article also answers to the start of its key, where no other key starts so.
  func entries(named name: String) -> [VocabularyEntry] {
    let normal = Spellings.normal(name)
    let found = spellings[normal] ?? parts[normal] ?? entriesWithUniquePrefix(normal)
    return found.map { entries[$0] }
  }

  /// The entries that a name means plainly, and those it is only a part of, whatever means it plainly.
  func entries(ofNormal normal: String) -> (plain: [VocabularyEntry], parts: [VocabularyEntry]) {
    ((spellings[normal] ?? []).map { entries[$0] }, (parts[normal] ?? []).map { entries[$0] })
  }

  private func entriesWithUniquePrefix(_ prefix: String) -> [Int] {
    guard !prefix.isEmpty else { return [] }
    let start = keys.firstIndex(notPreceding: { $0.key < prefix })
    let fitting = keys[start...].prefix(2).prefix { $0.key.hasPrefix(prefix) }
    return fitting.count == 1 ? fitting.map(\.entry) : []
  }

  private mutating func add(
    _ normal: String, _ index: Int, to dictionary: WritableKeyPath<KindVocabulary, [String: [Int]]>
  ) {
    guard self[keyPath: dictionary][normal]?.last != index else { return }
    self[keyPath: dictionary][normal, default: []].append(index)
  }
}

/// The normal forms of what means an entry.
struct Spellings {
  /// Its name, key and aliases, and a person's surname.
  private(set) var plain: [String] = []
  /// Parts of a person's name that are taken only when nothing means anyone plainly.
  private(set) var parts: [String] = []

  init(of entry: VocabularyEntry, _ kind: NameKind) {
    for spelling in [entry.name, entry.key] + entry.aliases { add(spelling, to: \.plain) }
    switch kind {
    case .person: addSurnames(of: entry)
    case .speaker, .entity: if entry.key.hasPrefix("person/") { addSurnames(of: entry) }
    case .organization, .place, .topic, .outlet, .agency, .article, .author, .translator, .country, .cue,
      .dateline, .role:
      break
    }
  }

  /// Every end of a name is a surname: "Marrero Cruz" and "Cruz" for Manuel Marrero Cruz. Single words from
  /// the middle or of a hyphenated name ("Marrero", "Canel") are only second choice, as they may well be
  /// given names.
  private mutating func addSurnames(of entry: VocabularyEntry) {
    let words = entry.name.split(separator: " ")
    for start in words.indices.dropFirst() { add(words[start...].joined(separator: " "), to: \.plain) }
    let single = words.dropFirst().flatMap { $0.split(separator: "-") + [$0] }
    for word in single where word.utf8.count > 2 { add(String(word), to: \.parts) }
  }

  private mutating func add(_ spelling: String, to list: WritableKeyPath<Spellings, [String]>) {
    let normal = Spellings.normal(spelling)
    if !normal.isEmpty { self[keyPath: list].append(normal) }
  }

  /// Folded, with single blanks for hyphens and white space, so that "Diaz Canel" is "Díaz-Canel".
  static func normal(_ text: String) -> String {
    TextFolding.fold(text).split { $0 == "-" || $0.isWhitespace }.joined(separator: " ")
  }
}
