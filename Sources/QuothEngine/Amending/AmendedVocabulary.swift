//! The names of a corpus with those that corrections brought so far.

internal import QuothBasics
internal import QuothQuery

/// What corrections are bound in: each may name whom an earlier one brought.
struct AmendedVocabulary: Vocabulary {
  private let base: any Vocabulary
  private var added: [NameKind: [VocabularyEntry]] = [:]
  /// Who an entity is part of by now, by keys.
  private var joined: [String: VocabularyEntry] = [:]

  init(_ base: any Vocabulary) { self.base = base }

  func entries(of kind: NameKind) -> [VocabularyEntry] {
    base.entries(of: kind).filter { joined[$0.key] == nil } + (added[kind] ?? [])
  }

  func entries(of kind: NameKind, named name: String) -> [VocabularyEntry] {
    var found: [VocabularyEntry] = []
    for entry in base.entries(of: kind, named: name).map(current) where !found.contains(entry) {
      found.append(entry)
    }
    let folded = TextFolding.fold(name)
    for entry in added[kind] ?? [] {
      let spellings = [entry.name] + entry.aliases
      guard entry.key == name || spellings.contains(where: { TextFolding.fold($0) == folded }) else {
        continue
      }
      let known = current(entry)
      if !found.contains(where: { $0.key == known.key }) { found.append(known) }
    }
    return found
  }

  private func current(_ entry: VocabularyEntry) -> VocabularyEntry {
    var entry = entry
    while let next = joined[entry.key] { entry = next }
    return entry
  }

  mutating func add(_ entry: VocabularyEntry, _ kinds: [NameKind]) {
    for kind in kinds { added[kind, default: []].append(entry) }
  }

  mutating func join(_ key: String, to entry: VocabularyEntry) { joined[key] = entry }
}
