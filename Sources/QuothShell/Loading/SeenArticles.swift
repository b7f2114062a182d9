//! Which articles have come before.

internal import QuothExtraction
internal import QuothModel

/// What tells whether two articles are the same: text and outlet, as a digest of 64 bits and the size. One agency text
/// printed by two outlets is two articles.
///
/// The digest is the same on every run, as snapshots keep it.
struct ArticlePrint: Hashable, BitwiseCopyable, Sendable {
  private let digest: UInt64
  private let size: Int

  init(_ article: RawArticle) {
    var sums = [article.text.withUnsafeBytes(Checksum.of)]
    // Of a quotation that stands alone, its speaker makes the difference.
    for name in [article.outlet] + article.given.map(\.speaker) {
      sums.append(name.map { Array($0.utf8).withUnsafeBytes(Checksum.of) } ?? 0)
    }
    digest = sums.withUnsafeBytes(Checksum.of)
    size = article.text.count
  }

  static func < (left: ArticlePrint, right: ArticlePrint) -> Bool {
    (left.digest, left.size) < (right.digest, right.size)
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

  init(_ policy: RepeatedArticles) { self.policy = policy }

  /// Those of a snapshot have come before.
  init(
    _ policy: RepeatedArticles, _ snapshot: CorpusSnapshot, keys: some Sequence<String>
  ) throws(SnapshotProblem) {
    self.policy = policy
    let rows: PlainRows<ArticlePrint> = try snapshot.rows(Self.name)
    prints = Set(rows)
    self.keys = Set(keys)
  }

  private static let name: SectionName = "prints"

  var section: SectionContent { SectionContent(Self.name, prints.sorted(by: <)) }

  /// Keys name articles in queries and output, so a second one of the same key gets a number.
  mutating func judge(_ article: AnalyzedArticle) -> Verdict {
    let isFirst = prints.insert(article.print).inserted
    if policy == .keptOnce, !isFirst { return .repeated }
    let first = article.article.key
    if keys.insert(first).inserted { return .new(key: first) }
    var number = 2
    while !keys.insert("\(first)-\(number)").inserted { number += 1 }
    return .new(key: "\(first)-\(number)")
  }
}
