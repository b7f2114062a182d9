//! Answers as plain text, so that tests can show what they expect.

import QuothBasics
import QuothEngine
import QuothModel
import QuothQuery
import Testing

extension Value {
  /// The value on one line: `-` for missing, `[a, b]` for lists.
  var plain: String {
    switch self {
    case .missing: "-"
    case .text(let text): text
    case .integer(let number): String(number)
    case .decimal(let number): String(number)
    case .day(let day): day.description
    case .yesNo(let isYes): isYes ? "yes" : "no"
    case .list(let values): "[" + values.map(\.plain).joined(separator: ", ") + "]"
    }
  }
}

extension ResultTable {
  /// Rows with their marked words in `<>`, then the total if rows were cut, then the notes, all by `; `.
  var plain: String {
    var lines = rows.map(\.plain)
    if total != rows.count { lines.append("of \(total)") }
    for note in notes {
      switch note {
      case .undecided(let field, let count): lines.append("undecided \(field) \(count)")
      case .repeatsLeftOut(let count): lines.append("repeats \(count)")
      case .countedSeveralTimes(let count): lines.append("several \(count)")
      case .analysis(let note): lines.append("\(note)")
      }
    }
    return lines.joined(separator: "; ")
  }
}

extension ResultRow {
  var plain: String {
    values.enumerated().map { column, value in
      var bytes = Array(value.plain.utf8)
      for mark in marks.reversed() where mark.column == column {
        bytes.insert(UInt8(ascii: ">"), at: mark.range.upperBound)
        bytes.insert(UInt8(ascii: "<"), at: mark.range.lowerBound)
      }
      return String(decoding: bytes, as: UTF8.self)
    }.joined(separator: " | ")
  }
}

/// Runs the plan on the corpus and compares the answer as text.
func check(
  _ plan: LogicalPlan, _ expected: String, on corpus: Corpus,
  sourceLocation: SourceLocation = #_sourceLocation
) {
  #expect(answer(plan, corpus) == expected, sourceLocation: sourceLocation)
}

/// The answer as text, or the error.
func answer(_ plan: LogicalPlan, _ corpus: Corpus) -> String {
  do {
    return try InMemoryEngine(corpus).execute(plan).plain
  } catch {
    return "error: \(error)"
  }
}
