//! Which passages hold the words of a topic.

internal import QuothModel
internal import QuothQuery

extension InMemoryEngine {
  /// The sentences and the quotations that hold any of the patterns. Boilerplate and comments have no topics.
  func passages(with patterns: [TextPattern]) throws(ExecutionError)
    -> (sentences: [SentenceID], quotations: [QuotationID])
  {
    let predicate = Predicate.or(patterns.map { .contains(.text, $0) })
    let sentences = try rows(of: .sentences, predicate).map { SentenceID(Int($0)) }.filter { sentence in
      let kind = columns.corpus[columns.corpus[sentence].paragraph].kind
      return kind != .boilerplate && kind != .comment
    }
    return (sentences, try rows(of: .statements, predicate).map { QuotationID(Int($0)) })
  }

  private func rows(
    of collection: QueryCollection, _ predicate: Predicate
  ) throws(ExecutionError) -> [Int32] {
    var execution = execution(ExecutionLimits())
    return try execution.filter(execution.scan(collection, repeats: .include), predicate).rows
  }
}
