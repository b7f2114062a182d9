//! Which passages hold the words of a topic.

internal import QuothQuery

/// Numbers of sentences and of quotations, in ascending order.
struct Passages: Sendable {
  var sentences: [Int32] = []
  var quotations: [Int32] = []
}

extension InMemoryEngine {
  /// The sentences and the quotations that hold any of the patterns. What each pattern is found in is kept, as
  /// corrections are applied again and again.
  func passages(
    with patterns: [TextPattern], _ limits: ExecutionLimits
  ) throws(ExecutionError) -> Passages {
    var all = Passages()
    for pattern in patterns {
      let found = try passages(with: pattern, limits)
      all.sentences = SortedRows.combine(.union, all.sentences, found.sentences)
      all.quotations = SortedRows.combine(.union, all.quotations, found.quotations)
    }
    return all
  }

  private func passages(
    with pattern: TextPattern, _ limits: ExecutionLimits
  ) throws(ExecutionError) -> Passages {
    if let known = columns.texts.passages(with: pattern) { return known }
    var execution = execution(limits)
    var found: [[Int32]] = []
    for collection in [QueryCollection.sentences, .statements] {
      let rows = execution.scan(collection, repeats: .include)
      found.append(try execution.filter(rows, .contains(.text, pattern)).rows)
    }
    let passages = Passages(sentences: found[0], quotations: found[1])
    columns.texts.keep(passages, with: pattern)
    return passages
  }
}
