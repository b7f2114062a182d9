//! Which articles have come before.

internal import QuothExtraction

/// What tells whether two articles are the same: text and outlet, as a digest of 64 bits and the size. One agency text
/// printed by two outlets is two articles.
struct ArticlePrint: Hashable, Sendable {
  private let digest: Int
  private let size: Int

  init(_ article: RawArticle) {
    var hasher = Hasher()
    hasher.combine(article.outlet)
    // Of a quotation that stands alone, its speaker makes the difference.
    for quotation in article.given { hasher.combine(quotation.speaker) }
    article.text.withUnsafeBytes { hasher.combine(bytes: $0) }
    digest = hasher.finalize()
    size = article.text.count
  }
}

/// What to do with articles that come again.
public enum RepeatedArticles: Sendable {
  case keptOnce, allKept
}

/// Tells whether an article has come before, and gives each a key of its own.
struct SeenArticles {
  enum Verdict {
    /// New, under this key.
    case new(key: String)
    case repeated
  }

  private let policy: RepeatedArticles
  private var prints: Set<ArticlePrint> = []
  private var keys: Set<String> = []
  /// For keys that came again, the number that the next one gets: many records may share one key.
  private var nextNumbers: [String: Int] = [:]

  init(_ policy: RepeatedArticles) { self.policy = policy }

  /// Keys name articles in queries and output, so a second one of the same key gets a number.
  mutating func judge(_ article: AnalyzedArticle) -> Verdict {
    if policy == .keptOnce, !prints.insert(article.print).inserted { return .repeated }
    let first = article.article.key
    if keys.insert(first).inserted { return .new(key: first) }
    var number = nextNumbers[first] ?? 2
    while !keys.insert("\(first)-\(number)").inserted { number += 1 }
    nextNumbers[first] = number + 1
    return .new(key: "\(first)-\(number)")
  }
}
