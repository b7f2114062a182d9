//! Near spellings, for suggestions: few and close, or none.

internal import QuothBasics

/// Finds the known words nearest to a mistyped one.
public enum Speller {
  /// How many edits a word may be away and still be what was meant.
  static func limit(for folded: [UInt8]) -> Int {
    switch folded.count {
    case 0...1: 0
    case 2...4: 1
    case 5...8: 2
    default: 3
    }
  }

  /// The known words at the least distance from `word`, at most `count`, in the order given.
  public static func nearest(
    to word: String, among known: [String], atMost count: Int = 3, within edits: Int = 3
  ) -> [String] {
    let typed = Array(TextFolding.fold(word).utf8)
    var best = min(edits, limit(for: typed))
    var found: [String] = []
    for candidate in known {
      let folded = Array(TextFolding.fold(candidate).utf8)
      // Two short words that share nothing but their length are not near.
      guard let distance = EditDistance.between(typed, folded, limit: best),
        distance < max(typed.count, folded.count) - (typed.count <= 2 ? 0 : 1)
      else { continue }
      if distance < best { found.removeAll() }
      best = distance
      found.append(candidate)
    }
    return Array(found.prefix(count))
  }

  /// The keyword nearest to a word, or the one that people coming from elsewhere mean by it.
  static func keyword(near word: String, among keywords: [Keyword]) -> Keyword? {
    if let meant = habits[word.lowercased()], keywords.contains(meant) { return meant }
    return nearest(to: word, among: keywords.map(\.rawValue), atMost: 1).first.flatMap(
      Keyword.init(rawValue:))
  }

  private static let habits: [String: Keyword] = [
    "order": .sort, "ordered": .sort, "sorted": .sort, "grouped": .group, "top": .limit, "first": .limit,
    "select": .show, "regarding": .about, "concerning": .about, "on": .about, "mentioning": .about,
    "like": .contains, "contain": .contains, "includes": .contains, "including": .with, "whose": .where,
    "which": .where, "that": .where, "if": .where, "filter": .where, "when": .where, "per": .by,
    "published": .in, "&&": .and, "&": .and, "plus": .and, "says": .about,
    "said": .about, "say": .about, "saying": .about, "head": .limit, "take": .limit, "descending": .desc,
    "downwards": .desc, "down": .desc, "overwrite": .replace, "overwriting": .replace, "force": .replace,
    "ascending": .asc, "upwards": .asc, "up": .asc,
  ]
}
