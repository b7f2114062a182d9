//! From the key of an answer's row back to what it stands for in the corpus.

internal import QuothBasics
internal import QuothModel
internal import QuothQuery

/// What a row of an answer stands for.
enum RowTarget {
  case quotation(Quotation)
  case mention(Mention)
  /// A sentence or a paragraph.
  case passage(Article, TextRange)
  case article(Article)
  case entity(Entity)
  case topic(Topic)
  case outlet(Outlet)
}

/// Finds what row keys name.
final class RowFinder {
  private let corpus: Corpus
  /// Made when a row is first looked for: most queries of scripts look for none.
  private lazy var articles = Dictionary(
    corpus.articles.map { ($0.key, $0.id) }, uniquingKeysWith: { first, _ in first })

  init(_ corpus: Corpus) { self.corpus = corpus }

  /// What a key names; nil when the corpus has no such thing.
  func target(of row: RowKey) -> RowTarget? {
    switch row.collection {
    case .articles: article(row.key[...]).map { .article($0) }
    case .quotes, .statements: quotation(row.key).map { .quotation($0) }
    case .mentions: mention(row.key).map { .mention($0) }
    case .sentences, .paragraphs, .epithets, .refusals: passage(row.key).map { .passage($0.0, $0.1) }
    case .people: entity(row.key, [.person]).map { .entity($0) }
    case .organizations: entity(row.key, [.organization]).map { .entity($0) }
    case .places: entity(row.key, [.place]).map { .entity($0) }
    case .topics: topic(row.key).map { .topic($0) }
    case .outlets: outlet(row.key).map { .outlet($0) }
    }
  }

  /// The article that a row stands in, and where; nil where it stands in none.
  func passage(of row: RowKey) -> (ArticleID, TextRange?)? {
    switch target(of: row) {
    case .quotation(let quotation): (quotation.article, quotation.content)
    case .mention(let mention): (mention.article, mention.range)
    case .passage(let article, let range): (article.id, range)
    case .article(let article): (article.id, nil)
    case .entity, .topic, .outlet, nil: nil
    }
  }

  private func article(_ key: Substring) -> Article? { articles[String(key)].map { corpus[$0] } }

  /// `ARTICLE#N`.
  private func quotation(_ key: String) -> Quotation? {
    guard let sign = key.lastIndex(of: "#"), let article = article(key[..<sign]),
      let number = Int(key[key.index(after: sign)...]), number >= 1, number <= article.quotations.count
    else { return nil }
    return article.quotations[article.quotations.startIndex + number - 1]
  }

  /// `ARTICLE@START-END`.
  private func passage(_ key: String) -> (Article, TextRange)? {
    guard let sign = key.lastIndex(of: "@"), let article = article(key[..<sign]) else { return nil }
    let bounds = key[key.index(after: sign)...].split(separator: "-").compactMap { Int($0) }
    guard bounds.count == 2, bounds[0] <= bounds[1], bounds[1] <= article.byteCount else { return nil }
    return (article, TextRange(bounds[0], bounds[1]))
  }

  private func mention(_ key: String) -> Mention? {
    guard let (article, range) = passage(key) else { return nil }
    return article.mentions.first { $0.range == range }
  }

  private func topic(_ key: String) -> Topic? {
    corpus.topics.first { TextFolding.fold($0.name) == TextFolding.fold(key) }
  }

  private func outlet(_ key: String) -> Outlet? {
    corpus.outlets.first { TextFolding.fold($0.name) == TextFolding.fold(key) }
  }

  private func entity(_ key: String, _ kinds: Set<EntityKind>) -> Entity? {
    corpus.entities.first { kinds.contains($0.kind) && $0.key == key }
  }
}
