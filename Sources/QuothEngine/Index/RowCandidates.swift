//! Rows that can fit a condition, as far as an index can tell.

internal import QuothBasics
internal import QuothModel
internal import QuothQuery

/// Rows of a table in ascending order, among them all for which a condition is true or unknown.
struct RowCandidates {
  /// The fields that were looked up.
  let fields: [String]
  let rows: [Int32]
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
    case .and(let parts): return parts.compactMap(candidates).min { $0.rows.count < $1.rows.count }
    case .or(let parts): return union(parts)
    case .names(let field, let keys): return named(field, keys)
    case .date(let field, let comparison, let range): return dated(field, comparison, range)
    case .contains(let field, let pattern): return holding(field, pattern)
    case .not, .number, .text, .matches, .isMissing, .isTrue: return nil
    }
  }

  private func union(_ parts: [Predicate]) -> RowCandidates? {
    let found = parts.compactMap(candidates)
    guard found.count == parts.count, let first = found.first else { return nil }
    if found.count == 1 { return first }
    let fields = found.flatMap(\.fields).reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
    return RowCandidates(fields: fields, rows: Array(Set(found.flatMap(\.rows))).sorted())
  }

  private func named(_ field: Field, _ keys: [String]) -> RowCandidates? {
    let postings: CodePostings
    let names: NameTable
    var rows: [Int32] = []
    switch columns.reader(of: field, in: collection) {
    case .code(let column, _):
      (postings, names) = (columns.postings(of: field, in: collection) { CodePostings(column) }, column.names)
      rows += postings.rowsWithout
    case .codes(let column):
      (postings, names) = (columns.postings(of: field, in: collection) { CodePostings(column) }, column.names)
    case .integer, .decimal, .day, .yesNo, .passage, .string, .strings, nil: return nil
    }
    for code in Set(names.codes(of: keys)) { rows += postings.rows(of: code) }
    return RowCandidates(fields: [field.name], rows: Self.ordered(rows))
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
    return RowCandidates(fields: [field.name], rows: Self.ordered(rows + postings.rowsWithout))
  }

  /// Rows whose paragraphs hold every word of a pattern between them.
  private func holding(_ field: Field, _ pattern: TextPattern) -> RowCandidates? {
    guard let spans = columns.spans(of: field, in: collection),
      let required = columns.wordIndex(watch)?.requirements(of: pattern)
    else { return nil }
    var rows: [Int32] = []
    for row in 0..<spans.rowCount where !watch.isOver() {
      let paragraphs = spans.paragraphs(of: row)
      let holds = required.allSatisfy { set in paragraphs.contains { set.contains($0) } }
      if holds { rows.append(Int32(row)) }
    }
    return RowCandidates(fields: [field.name], rows: rows)
  }

  /// In ascending order, each once.
  private static func ordered(_ rows: some Sequence<Int32>) -> [Int32] {
    var ordered: [Int32] = []
    for row in rows.sorted() where ordered.last != row { ordered.append(row) }
    return ordered
  }
}
