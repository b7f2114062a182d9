//! Bound queries in the words that were written, shortened to what decides which rows there are.

extension BoundSource {
  /// `quotes`, `quotes by Raisi intersect quotes by Khamenei`.
  public var words: String {
    switch self {
    case .scan(let collection, .leaveOut): collection.rawValue
    case .scan(let collection, .include): "\(collection.rawValue) with repeats"
    case .combined(let operation, let left, let right):
      "\(left.words) \(operation.rawValue) \(right.isCombined ? "(\(right.words))" : right.words)"
    }
  }

  /// What its rows are of.
  public var collection: QueryCollection {
    switch self {
    case .scan(let collection, _): collection
    case .combined(_, let left, _): left.source.collection
    }
  }
}

extension BoundQuery {
  /// Sets are carried out from the left; one on the right needs brackets.
  fileprivate var isCombined: Bool {
    if case .combined = source { true } else { false }
  }

  /// The collection and the conditions: `quotes by Raisi where topic = sanctions`.
  public var words: String {
    var text = source.words
    var isInWhere = false
    for case .filter(_, let words) in steps {
      switch words.form {
      case .clause:
        text += " \(words.text)"
        isInWhere = false
      case .condition:
        text += (isInWhere ? " and " : " where ") + words.text
        isInWhere = true
      }
    }
    return text
  }
}

extension BoundStep {
  /// Whether it leaves rows out by a condition.
  public var isFilter: Bool {
    switch self {
    case .filter, .filterTable: true
    case .group, .groupTable, .sort, .limit, .sample, .count, .analysis: false
    }
  }

  /// What it says of which rows there are; empty where it leaves all of them, nil where rows come to an end.
  var words: String? {
    switch self {
    case .filter(_, let words), .filterTable(_, let words): words.text
    case .group(let keys, _): keys.isEmpty ? nil : "group by \(keys.map(\.name).joined(separator: ", "))"
    case .groupTable(let keys, _): keys.isEmpty ? nil : "group by \(keys.map(\.name).joined(separator: ", "))"
    case .limit(0): "limit 0"
    case .sample(0, _): "sample 0"
    case .sort, .limit, .sample: ""
    case .count: nil
    case .analysis(let analysis, _): analysis.stage.rawValue
    }
  }
}
