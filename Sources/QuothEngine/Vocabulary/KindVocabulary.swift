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
      for spelling in [entry.name, entry.key] + entry.aliases { add(spelling, index, to: \.spellings) }
      switch kind {
      case .person: addSurnames(of: entry, index)
      case .speaker, .entity:
        if entry.key.hasPrefix("person/") { addSurnames(of: entry, index) }
      case .article: keys.append((KindVocabulary.normal(entry.key), index))
      case .organization, .place, .topic, .outlet, .agency, .author, .translator, .country, .cue, .dateline,
        .role:
        break
      }
    }
    keys.sort { $0.key < $1.key }
  }

  /// The entries that a typed name means, the most frequent first. Case, diacritics and hyphens do not count.
  /// An article also answers to the start of its key, where no other key starts so.
  func entries(named name: String) -> [VocabularyEntry] {
    let normal = KindVocabulary.normal(name)
    let found = spellings[normal] ?? parts[normal] ?? entriesWithUniquePrefix(normal)
    return found.map { entries[$0] }
  }

  private func entriesWithUniquePrefix(_ prefix: String) -> [Int] {
    guard !prefix.isEmpty else { return [] }
    let start = keys.firstIndex(notPreceding: { $0.key < prefix })
    let fitting = keys[start...].prefix(2).prefix { $0.key.hasPrefix(prefix) }
    return fitting.count == 1 ? fitting.map(\.entry) : []
  }

  /// Every end of a name is a surname: "Marrero Cruz" and "Cruz" for Manuel Marrero Cruz. Single words from
  /// the middle or of a hyphenated name ("Marrero", "Canel") are only second choice, as they may well be
  /// given names.
  private mutating func addSurnames(of entry: VocabularyEntry, _ index: Int) {
    let words = entry.name.split(separator: " ")
    for start in words.indices.dropFirst() {
      add(words[start...].joined(separator: " "), index, to: \.spellings)
    }
    let single = words.dropFirst().flatMap { $0.split(separator: "-") + [$0] }
    for word in single where word.utf8.count > 2 { add(String(word), index, to: \.parts) }
  }

  private mutating func add(
    _ spelling: String, _ index: Int, to dictionary: WritableKeyPath<KindVocabulary, [String: [Int]]>
  ) {
    let normal = KindVocabulary.normal(spelling)
    guard !normal.isEmpty, self[keyPath: dictionary][normal]?.last != index else { return }
    self[keyPath: dictionary][normal, default: []].append(index)
  }

  /// Folded, with single blanks for hyphens and white space, so that "Diaz Canel" is "Díaz-Canel".
  private static func normal(_ text: String) -> String {
    TextFolding.fold(text).split { $0 == "-" || $0.isWhitespace }.joined(separator: " ")
  }
}
