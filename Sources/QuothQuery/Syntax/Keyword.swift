//! The words that the grammar knows. They are reserved only where they can stand.

/// A word of the language.
public enum Keyword: String, CaseIterable, Hashable, Sendable {
  case by, to, about, `in`, with, repeats, `where`, group, sort, limit, show
  case and, or, not, between, contains, `is`, missing, asc, desc
  case count, sample, seed
  case `let`, expect, no, it, replace, analyze, union, intersect, except
  case read, concordance, frequencies, ngrams, collocates, keywords, dispersion, timeline, variants,
    compare, sources, chart
  case of, window, width, at, least, left, right, against
  case quote, article, from, `as`, new, define

  /// Words that begin a clause.
  public static let clauses: [Keyword] = [
    .by, .to, .about, .in, .with, .where, .group, .sort, .limit, .show,
  ]
  /// Words that begin a stage after `|`.
  public static let stages: [Keyword] =
    clauses + [.sample, .count, .read, .chart] + AnalysisStage.allCases.map(\.keyword)
  /// Words that join sets.
  public static let setOperators: [Keyword] = [.union, .intersect, .except]

  /// Whether a bare name or value ends before this word.
  var endsValue: Bool {
    switch self {
    case .by, .to, .about, .in, .with, .where, .group, .sort, .limit, .show, .and, .or, .union, .intersect,
      .except:
      true
    case .repeats, .not, .expect, .no, .replace, .between, .contains, .is, .missing, .asc, .desc, .count,
      .sample, .seed, .let, .it,
      .analyze, .read, .concordance, .frequencies, .ngrams, .collocates, .keywords, .dispersion, .timeline,
      .variants, .compare, .sources, .chart, .of, .window, .width, .at, .least, .left, .right, .against,
      .quote, .article, .from, .as, .new, .define:
      false
    }
  }

  /// The keyword that a word spells, in any case.
  public init?(word: String) {
    guard word.utf8.count <= 11 else { return nil }
    self.init(rawValue: word.lowercased())
  }
}
