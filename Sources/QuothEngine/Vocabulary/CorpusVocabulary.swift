//! The names a corpus knows, counted: what binding, completion and suggestions ask.

internal import QuothBasics
public import QuothModel
public import QuothQuery

/// The names of one corpus. Each kind is gathered when it is first asked for. Of a corpus with corrections only those
/// that a correction touched are gathered anew.
public final class CorpusVocabulary: Vocabulary {
  typealias Names = Lazily<KindVocabulary>

  private let kinds: [NameKind: Names]
  /// The names by corrections, for the kinds that are not here.
  private let amended: [NameKind: AmendedNames]

  /// The vocabulary of a corpus. An `InMemoryEngine` has one already.
  public convenience init(_ corpus: Corpus) { self.init(CorpusColumns(corpus), nil) }

  init(_ columns: CorpusColumns, _ changes: AmendedVocabulary?) {
    var kinds: [NameKind: Names] = [:]
    var amended: [NameKind: AmendedNames] = [:]
    for kind in NameKind.allCases {
      switch (kind, changes) {
      case (.entity, .some(let changes)), (.person, .some(let changes)), (.organization, .some(let changes)),
        (.place, .some(let changes)), (.speaker, .some(let changes)):
        amended[kind] = AmendedNames(kind, changes, columns)
      default:
        kinds[kind] =
          changes?.kept(kind)
          ?? Lazily {
            let entries = VocabularySource(columns).entries(of: kind)
            return KindVocabulary(kind, CorpusVocabulary.ordered(entries))
          }
      }
    }
    self.kinds = kinds
    self.amended = amended
  }

  /// All values of a kind, the most frequent first, ties by name.
  public func entries(of kind: NameKind) -> [VocabularyEntry] {
    amended[kind]?.entries ?? kinds[kind]?.value.entries ?? []
  }

  /// The values that a typed name means; see `KindVocabulary.entries(named:)`.
  public func entries(of kind: NameKind, named name: String) -> [VocabularyEntry] {
    amended[kind]?.entries(named: name) ?? kinds[kind]?.value.entries(named: name) ?? []
  }

  /// Gathers what a person at a prompt is likely to name first, so that the first completion need not wait for it.
  public func prepare() {
    for kind in [NameKind.speaker, .topic, .outlet, .article, .entity] {
      if amended[kind] == nil { _ = kinds[kind]?.value }
    }
  }

  /// The names of a kind with all that means them.
  func names(of kind: NameKind) -> KindVocabulary? { kinds[kind]?.value }

  /// The same, gathered when it is asked for.
  func lazyNames(of kind: NameKind) -> Names? { kinds[kind] }

  static func ordered(_ entries: [VocabularyEntry]) -> [VocabularyEntry] {
    entries.map { OrderedEntry($0) }.sorted(by: <).map(\.entry)
  }

  /// Entries that are in order, with a few others at their places.
  static func merged(_ ordered: [VocabularyEntry], _ others: [VocabularyEntry]) -> [VocabularyEntry] {
    var merged: [VocabularyEntry] = []
    merged.reserveCapacity(ordered.count + others.count)
    var start = 0
    for other in others.map({ OrderedEntry($0) }).sorted(by: <) {
      let end = ordered[start...].firstIndex(notPreceding: { OrderedEntry($0) < other })
      merged += ordered[start..<end]
      merged.append(other.entry)
      start = end
    }
    return merged + ordered[start...]
  }
}

/// An entry by its place: the most frequent first, ties by name.
private struct OrderedEntry {
  let entry: VocabularyEntry
  private let folded: String

  init(_ entry: VocabularyEntry) {
    self.entry = entry
    folded = TextFolding.fold(entry.name)
  }

  static func < (left: OrderedEntry, right: OrderedEntry) -> Bool {
    if left.entry.count != right.entry.count { return left.entry.count > right.entry.count }
    if left.folded != right.folded { return left.folded < right.folded }
    return left.entry.key < right.entry.key
  }
}

/// The names of one kind of entities after corrections.
private final class AmendedNames: Sendable {
  private let kind: NameKind
  private let names: AmendedVocabulary
  private let columns: CorpusColumns
  private let lazyEntries: Lazily<[VocabularyEntry]>

  init(_ kind: NameKind, _ names: AmendedVocabulary, _ columns: CorpusColumns) {
    self.kind = kind
    self.names = names
    self.columns = columns
    lazyEntries = Lazily {
      kind == .speaker
        ? names.speakers { AmendedNames.speaker($0, columns) } : names.entries(of: kind)
    }
  }

  var entries: [VocabularyEntry] { lazyEntries.value }

  func entries(named name: String) -> [VocabularyEntry] {
    guard kind == .speaker else { return names.entries(of: kind, named: name) }
    return names.speakers(named: name) { AmendedNames.speaker($0, columns) }
  }

  /// An entity as a speaker, with the quotes that it has by now; nil where it says nothing.
  private static func speaker(_ entry: VocabularyEntry, _ columns: CorpusColumns) -> VocabularyEntry? {
    guard let code = columns.entityNames.codes(of: [entry.key]).first else { return nil }
    let facts = columns.facts.entities[Int(code)]
    guard facts.statements > 0 else { return nil }
    return VocabularyEntry(
      key: entry.key, name: entry.name, aliases: entry.aliases, count: facts.quotes, unit: "quotes")
  }
}

/// Gathers the names of a corpus, in no order.
private struct VocabularySource {
  private let columns: CorpusColumns
  private var corpus: Corpus { columns.corpus }

  init(_ columns: CorpusColumns) { self.columns = columns }

  func entries(of kind: NameKind) -> [VocabularyEntry] {
    switch kind {
    case .speaker: speakers
    case .person: entities { $0.kind == .person }
    case .organization: entities { $0.kind == .organization }
    case .place: entities { $0.kind == .place }
    case .entity: entities { _ in true }
    case .topic:
      corpus.topics.map { topic in
        plain(topic.name, columns.facts.topics[topic.id.index].quotes, "quotes")
      }
    case .outlet:
      corpus.outlets.map { outlet in
        plain(outlet.name, columns.facts.outlets[outlet.id.index].articles, "articles")
      }
    case .article: articles
    case .agency: printed(columns.articleReader(.agency), "articles")
    case .author: printed(columns.articleReader(.author), "articles")
    case .translator: printed(columns.articleReader(.translator), "articles")
    case .dateline: printed(columns.articleReader(.place), "articles")
    case .country: printed(columns.entityReader(.country), "people")
    case .role: printed(columns.entityReader(.roles), "people")
    case .cue: printed(columns.quotationReader(.cue), "statements")
    }
  }

  private var speakers: [VocabularyEntry] {
    let facts = columns.facts
    return corpus.entities.filter { facts.entities[$0.id.index].statements > 0 }.map { entity in
      VocabularyEntry(
        key: entity.key, name: entity.name, aliases: entity.aliases,
        count: facts.entities[entity.id.index].quotes, unit: "quotes")
    }
  }

  private func entities(where belongs: (Entity) -> Bool) -> [VocabularyEntry] {
    corpus.entities.filter(belongs).map { entity in
      VocabularyEntry(
        key: entity.key, name: entity.name, aliases: entity.aliases, count: entity.mentionCount,
        unit: "mentions")
    }
  }

  private var articles: [VocabularyEntry] {
    let facts = columns.facts
    return corpus.articles.map { article in
      VocabularyEntry(
        key: article.key, name: article.key, aliases: article.title.map { [$0] } ?? [],
        count: facts.articles[article.id.index].quotes, unit: "quotes")
    }
  }

  private func plain(_ name: String, _ count: Int, _ unit: String) -> VocabularyEntry {
    VocabularyEntry(key: TextFolding.fold(name), name: name, aliases: [], count: count, unit: unit)
  }

  /// Printed words with the number of rows that have each.
  private func printed(_ reader: FieldReader?, _ unit: String) -> [VocabularyEntry] {
    let (names, codes): (NameTable, [Int32])
    switch reader {
    case .code(let column, _): (names, codes) = (column.names, column.codes)
    case .codes(let column): (names, codes) = (column.names, column.codes)
    case .integer, .decimal, .day, .yesNo, .passage, .string, .strings, nil: return []
    }
    var counts = [Int](repeating: 0, count: names.count)
    for code in codes where code != CodeColumn.missing { counts[Int(code)] += 1 }
    return counts.indices.map { plain(names.name(Int32($0)), counts[$0], unit) }
  }
}
