//! Rows that can fit a condition, as far as an index can tell.

internal import QuothBasics
internal import QuothModel
internal import QuothQuery

/// What an index knows of a condition, before it is looked up.
struct RowCandidates {
  /// The fields that are looked up.
  let fields: [String]
  /// How many rows there are, about.
  let estimate: Int
  /// Where in their texts the rows have to be looked at.
  let anchors: [Predicate: TextAnchors]
  /// The rows are at hand, and need not be looked for.
  let isReady: Bool
  /// Looks the rows up: in ascending order, among them all for which the condition is true or unknown.
  let rows: () -> [Int32]
}

/// Finds candidates for the conditions on one table.
struct CandidateFinder {
  let columns: CorpusColumns
  let collection: QueryCollection
  /// Ends the search early; what is found after that is of no use.
  let watch: ExecutionWatch

  /// The fewest candidates that one of the conditions that all have to hold leaves; nil when no index helps.
  func candidates(for predicate: Predicate) -> RowCandidates? {
    switch predicate {
    case .and(let parts): return common(parts)
    case .or(let parts): return union(parts)
    case .names(let field, let keys): return named(field, keys)
    case .date(let field, let comparison, let range): return dated(field, comparison, range)
    case .contains(let field, let pattern): return holding(predicate, field, pattern)
    case .matches(let field, let regex): return matching(predicate, field, regex)
    case .not, .number, .text, .isMissing, .isTrue: return nil
    }
  }

  /// Of several conditions, the one that leaves the fewest rows, less those that others leave out which are at hand
  /// and not much longer.
  private func common(_ parts: [Predicate]) -> RowCandidates? {
    let found = parts.compactMap(candidates).sorted { $0.estimate < $1.estimate }
    guard let first = found.first else { return nil }
    let others = found.dropFirst().filter { $0.isReady && $0.estimate < 16 * first.estimate }
    if others.isEmpty { return first }
    return RowCandidates(
      fields: ([first] + others).flatMap(\.fields), estimate: first.estimate,
      anchors: first.anchors, isReady: first.isReady,
      rows: { others.reduce(first.rows()) { SortedRows.common($0, $1.rows()) } })
  }

  private func union(_ parts: [Predicate]) -> RowCandidates? {
    let found = parts.compactMap(candidates)
    guard found.count == parts.count, let first = found.first else { return nil }
    if found.count == 1 { return first }
    let fields = found.flatMap(\.fields).reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
    return RowCandidates(
      fields: fields, estimate: found.reduce(0) { $0 + $1.estimate },
      anchors: found.reduce(into: [:]) { $0.merge($1.anchors) { one, _ in one } },
      isReady: found.allSatisfy(\.isReady),
      rows: { Self.ordered(found.map { $0.rows() }) })
  }

  private func named(_ field: Field, _ keys: [String]) -> RowCandidates? {
    let postings: CodePostings
    let names: NameTable
    var lists: [ArraySlice<Int32>] = []
    switch columns.reader(of: field, in: collection) {
    case .code(let column, _):
      (postings, names) = (columns.postings(of: field, in: collection) { CodePostings(column) }, column.names)
      lists.append(postings.rowsWithout)
    case .codes(let column):
      (postings, names) = (columns.postings(of: field, in: collection) { CodePostings(column) }, column.names)
    case .integer, .decimal, .day, .yesNo, .passage, .string, .strings, nil: return nil
    }
    for code in Set(names.codes(of: keys)) { lists.append(postings.rows(of: code)) }
    return RowCandidates(
      fields: [field.name], estimate: lists.reduce(0) { $0 + $1.count }, anchors: [:],
      isReady: true, rows: { Self.ordered(lists.map(Array.init)) })
  }

  private func dated(_ field: Field, _ comparison: Comparison, _ range: DayRange) -> RowCandidates? {
    guard case .day(let days) = columns.reader(of: field, in: collection) else { return nil }
    let postings = columns.dayPostings(of: field, in: collection) { DayPostings(days) }
    let (first, last) = (range.first.dayNumber, range.last.dayNumber)
    let rows: ArraySlice<Int32>
    switch comparison {
    case .equal: rows = postings.rows(from: first, to: last)
    case .less: rows = postings.rows(from: .min, to: first - 1)
    case .lessOrEqual: rows = postings.rows(from: .min, to: last)
    case .greater: rows = postings.rows(from: last + 1, to: .max)
    case .greaterOrEqual: rows = postings.rows(from: first, to: .max)
    case .notEqual: return nil
    }
    return RowCandidates(
      fields: [field.name], estimate: rows.count + postings.rowsWithout.count, anchors: [:],
      isReady: true, rows: { Self.ordered([rows.sorted(), postings.rowsWithout]) })
  }

  /// In ascending order, each once; every list is in order.
  private static func ordered(_ lists: [[Int32]]) -> [Int32] {
    let lists = lists.filter { !$0.isEmpty }
    if lists.count < 2 { return lists.first ?? [] }
    var ordered: [Int32] = []
    for row in lists.flatMap(\.self).sorted() where ordered.last != row { ordered.append(row) }
    return ordered
  }
}

// MARK: - Text

extension CandidateFinder {
  /// Rows whose paragraphs hold every word of a pattern between them. The rarest word is looked for first, and in a
  /// sequence nowhere but where it stands.
  private func holding(_ predicate: Predicate, _ field: Field, _ pattern: TextPattern) -> RowCandidates? {
    guard let spans = columns.texts.spans(of: field, in: collection),
      let index = columns.texts.wordIndex(watch)
    else {
      return nil
    }
    let required = index.requirements(of: pattern)
    guard let rarest = required.min(by: { $0.paragraphCount < $1.paragraphCount }) else { return nil }
    let estimate = Self.estimate(rarest.paragraphCount, spans, index)
    let paragraphs = index.paragraphs(with: rarest)
    // What many paragraphs hold leaves out too few to be looked up.
    let others = required.filter { $0.words != rarest.words && $0.paragraphCount * 4 < index.paragraphCount }
    return RowCandidates(
      fields: [field.name], estimate: estimate,
      anchors: Self.anchorPlace(of: rarest, in: pattern, index).map {
        [predicate: TextAnchors(anchor: .word($0), spans: spans, paragraphs: paragraphs)]
      } ?? [:],
      isReady: false, rows: { rows(in: [paragraphs] + others.map(index.paragraphs), spans) })
  }

  /// Where in a sequence the rarest word stands.
  private static func anchorPlace(
    of rarest: FittingWords, in pattern: TextPattern, _ index: WordIndex
  ) -> Int? {
    guard case .sequence(let words) = pattern else { return nil }
    return words.firstIndex { index.fitting(WordMatcher($0))?.words == rarest.words }
  }

  /// Rows whose paragraphs hold the words that an expression needs.
  private func matching(_ predicate: Predicate, _ field: Field, _ regex: String) -> RowCandidates? {
    guard let needs = RegexNeeds(regex), needs.need != .nothing,
      let spans = columns.texts.spans(of: field, in: collection), let index = columns.texts.wordIndex(watch),
      let sets = index.requirements(of: needs, watch.limits)?.sorted(by: { $0.count < $1.count }),
      let rarest = sets.first
    else { return nil }
    let anchors = TextAnchors(anchor: .start, spans: spans, paragraphs: rarest)
    return RowCandidates(
      fields: [field.name], estimate: Self.estimate(rarest.count, spans, index),
      anchors: needs.staysInLine ? [predicate: anchors] : [:], isReady: false,
      rows: { rows(in: sets, spans) })
  }

  /// About how many rows lie in so many paragraphs.
  private static func estimate(_ paragraphs: Int, _ spans: ParagraphSpans, _ index: WordIndex) -> Int {
    paragraphs * max(1, spans.rowCount) / max(1, min(spans.rowCount, index.paragraphCount))
  }

  /// Rows that overlap a paragraph of each set.
  private func rows(in sets: [NumberSet], _ spans: ParagraphSpans) -> [Int32] {
    guard let first = sets.first, !watch.isOver() else { return [] }
    let rows = spans.rows(in: first)
    if sets.count == 1 { return rows }
    return rows.filter { row in
      let paragraphs = spans.paragraphs(of: Int(row))
      return sets.dropFirst().allSatisfy { set in paragraphs.contains { set.contains($0) } }
    }
  }
}
