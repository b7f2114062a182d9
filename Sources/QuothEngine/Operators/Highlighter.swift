//! Shows which words of an answer made its rows match.

internal import QuothQuery

extension LogicalPlan {
  /// The conditions on text that every row of this plan's output passed, or passed one of.
  var highlights: [Predicate] {
    switch self {
    case .scan, .group, .groupTable, .filterTable, .count, .analyse: []
    case .filter(let input, let predicate): input.highlights + predicate.textConditions
    case .combine(.except, let left, _): left.highlights
    case .combine(_, let left, let right): left.highlights + right.highlights
    case .sort(let input, _), .limit(let input, _), .sample(let input, _, _), .project(let input, _):
      input.highlights
    }
  }
}

extension Predicate {
  /// The conditions on words that speak for a row; what stands under `not` speaks against it.
  fileprivate var textConditions: [Predicate] {
    switch self {
    case .and(let parts), .or(let parts): parts.flatMap(\.textConditions)
    case .contains, .matches: [self]
    case .not, .number, .date, .names, .text, .isMissing, .isTrue: []
    }
  }
}

/// Finds the stretches of text cells that met conditions.
struct Highlighter {
  /// Most marks in one cell; beyond these a screen would be all marks.
  private static let mostMarks = 1000

  private var finders: [(column: Int, find: (UnsafeBufferPointer<UInt8>) -> [Range<Int>])] = []

  init(
    _ conditions: [Predicate], columns: [OutputColumn], watch: ExecutionWatch
  ) throws(ExecutionError) {
    for condition in conditions {
      switch condition {
      case .contains(let field, let pattern):
        guard let column = columns.firstIndex(of: .field(field)) else { continue }
        let matcher = TextMatcher(pattern, watch: watch)
        finders.append((column, { matcher.marks(in: $0) }))
      case .matches(let field, let regex):
        guard let column = columns.firstIndex(of: .field(field)) else { continue }
        let matcher = try RegexMatcher(regex, watch: watch)
        finders.append((column, { matcher.matches(in: $0, limit: Highlighter.mostMarks) }))
      case .and, .or, .not, .number, .date, .names, .text, .isMissing, .isTrue: continue
      }
    }
  }

  /// The marks of a row, by column and place, none overlapping another.
  func marks(in values: [Value]) -> [MatchMark] {
    var marks: [MatchMark] = []
    for (column, find) in finders {
      guard case .text(let text) = values[column] else { continue }
      marks += text.withBytes(find).prefix(Highlighter.mostMarks).map { MatchMark(column: column, range: $0) }
    }
    return marks.count < 2 ? marks : Highlighter.merged(marks)
  }

  private static func merged(_ marks: [MatchMark]) -> [MatchMark] {
    var merged: [MatchMark] = []
    let sorted = marks.sorted { ($0.column, $0.range.lowerBound) < ($1.column, $1.range.lowerBound) }
    for mark in sorted {
      guard let last = merged.last, last.column == mark.column,
        mark.range.lowerBound < last.range.upperBound
      else {
        merged.append(mark)
        continue
      }
      let upper = max(last.range.upperBound, mark.range.upperBound)
      merged[merged.count - 1] = MatchMark(column: mark.column, range: last.range.lowerBound..<upper)
    }
    return merged
  }
}
