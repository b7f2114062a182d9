//! The known names nearest to one that nobody has.

internal import QuothBasics

/// Suggests values of the corpus, with their counts.
struct NameSuggester {
  let vocabulary: any Vocabulary

  /// At most three names at the least distance, the most frequent first.
  func suggestions(for typed: String, kinds: [NameKind], replacing range: SourceRange) -> [Suggestion] {
    let folded = Array(TextFolding.fold(typed).utf8)
    var best = Speller.limit(for: folded)
    guard best > 0 else { return [] }
    var found: [(spelling: String, kind: NameKind, entry: VocabularyEntry)] = []
    for kind in kinds {
      for entry in vocabulary.entries(of: kind) {
        guard let (spelling, distance) = nearest(folded, of: entry, kind, limit: best) else { continue }
        if distance < best { found.removeAll() }
        best = distance
        if !found.contains(where: { $0.entry.name == entry.name }) { found.append((spelling, kind, entry)) }
      }
    }
    found.sort { $0.entry.count > $1.entry.count }
    return found.prefix(3).map { suggestion($0.spelling, $0.kind, $0.entry, range) }
  }

  private func nearest(
    _ folded: [UInt8], of entry: VocabularyEntry, _ kind: NameKind, limit: Int
  ) -> (String, Int)? {
    var best: (String, Int)?
    for spelling in spellings(of: entry, kind) {
      let candidate = Array(TextFolding.fold(spelling).utf8)
      guard let distance = EditDistance.between(folded, candidate, limit: best.map { $0.1 - 1 } ?? limit)
      else { continue }
      best = (spelling, distance)
      if distance == 0 { break }
    }
    return best
  }

  private func spellings(of entry: VocabularyEntry, _ kind: NameKind) -> [String] {
    let whole = [entry.name] + entry.aliases
    switch kind {
    case .speaker, .person, .entity: return whole + entry.name.split(separator: " ").map(String.init)
    case .organization, .place, .topic, .outlet, .article, .agency, .author, .translator, .country, .cue,
      .dateline, .role:
      return whole
    }
  }

  private func suggestion(
    _ spelling: String, _ kind: NameKind, _ entry: VocabularyEntry, _ range: SourceRange
  ) -> Suggestion {
    // A part of a name is offered only when it means that entry.
    let resolves = vocabulary.entries(of: kind, named: spelling).contains { $0.key == entry.key }
    let offered = resolves ? spelling : entry.name
    return Suggestion(
      offered, name: offered == entry.name ? nil : entry.name, count: entry.count, unit: entry.unit,
      replacement: SyntaxPrinter.value(offered), range: range)
  }
}
