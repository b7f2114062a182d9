//! What worked in a session, so that it can be kept as a script.

internal import QuothQuery

/// The statements that worked, in order, with what came of them.
struct SessionLog {
  private var entries: [(statement: String, result: String?)] = []

  /// How many statements there are.
  var count: Int { entries.count }

  /// `result` is the line below the answer, such as `5 quotes`.
  mutating func add(_ statement: String, result: String?) { entries.append((statement, result)) }

  /// Leaves out the last such statement, as if it had never been.
  mutating func remove(_ statement: String) {
    if let last = entries.lastIndex(where: { $0.statement == statement }) { entries.remove(at: last) }
  }

  /// The statements as lines of a script, their results as comments.
  var text: String {
    var text = ""
    for entry in entries {
      text += "\n\(entry.statement)\n"
      if let result = entry.result, !result.isEmpty {
        // A line break in it would end the comment.
        text += "# \(result.split(whereSeparator: \.isNewline).joined(separator: " "))\n"
      }
    }
    return text
  }
}
