//! The names a corpus knows, counted: what binding, completion and suggestions ask.

internal import QuothBasics
public import QuothModel
public import QuothQuery

/// The names of one corpus. Each kind is gathered when it is first asked for.
public final class CorpusVocabulary: Vocabulary {
  private let kinds: [NameKind: Lazily<KindVocabulary>]

  /// The vocabulary of a corpus. An `InMemoryEngine` has one already.
  public convenience init(_ corpus: Corpus) { self.init(CorpusColumns(corpus)) }

  init(_ columns: CorpusColumns) {
    var kinds: [NameKind: Lazily<KindVocabulary>] = [:]
    for kind in NameKind.allCases {
      kinds[kind] = Lazily {
        let entries = VocabularySource(columns).entries(of: kind)
        return KindVocabulary(kind, CorpusVocabulary.ordered(entries))
      }
    }
    self.kinds = kinds
  }

  /// All values of a kind, the most frequent first, ties by name.
  public func entries(of kind: NameKind) -> [VocabularyEntry] { kinds[kind]?.value.entries ?? [] }

  /// The values that a typed name means; see `KindVocabulary.entries(named:)`.
  public func entries(of kind: NameKind, named name: String) -> [VocabularyEntry] {
    kinds[kind]?.value.entries(named: name) ?? []
  }

  /// Gathers what a person at a prompt is likely to name first, so that the first completion need not wait for it.
  public func prepare() {
    for kind in [NameKind.speaker, .topic, .outlet, .article, .entity] { _ = kinds[kind]?.value }
  }

  /// The names of a kind with all that means them.
  func names(of kind: NameKind) -> KindVocabulary? { kinds[kind]?.value }

  static func ordered(_ entries: [VocabularyEntry]) -> [VocabularyEntry] {
    let folded = entries.map { TextFolding.fold($0.name) }
    return entries.indices.sorted { left, right in
      if entries[left].count != entries[right].count { return entries[left].count > entries[right].count }
      if folded[left] != folded[right] { return folded[left] < folded[right] }
      return entries[left].key < entries[right].key
    }.map { entries[$0] }
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
