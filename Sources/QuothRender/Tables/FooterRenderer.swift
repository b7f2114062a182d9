//! The line below an answer: how much there is, and what was left out.

public import QuothQuery

/// Words the facts of an answer.
public enum FooterRenderer {
  /// `5 of 22 quotes shown · 2 repeats left out: add ‘with repeats’`.
  public static func render(_ table: ResultTable) -> String {
    let first = ([size(of: table)] + table.notes.map(words)).compactMap(\.self).joined(separator: " · ")
    let analysis = AnalysisWords.lines(
      table.notes.compactMap { if case .analysis(let note) = $0 { note } else { nil } })
    return ([first] + analysis).filter { !$0.isEmpty }.joined(separator: "\n")
  }

  private static func size(of table: ResultTable) -> String? {
    if table.collection == nil, table.rows.count == 1, table.columns.map(\.name) == ["count"] { return nil }
    let unit = unit(of: table, count: table.total)
    if table.rows.count < table.total { return "\(table.rows.count) of \(table.total) \(unit) shown" }
    return table.total == 0 ? "no \(unit)" : "\(table.total) \(unit)"
  }

  private static func unit(of table: ResultTable, count: Int) -> String {
    if let stage = table.stage { return AnalysisWords.unit(of: stage, count: count) }
    guard let collection = table.collection else { return count == 1 ? "group" : "groups" }
    return count == 1 ? collection.singular : collection.rawValue
  }

  static func words(_ note: ResultNote) -> String? {
    switch note {
    case .undecided(let field, let count):
      count == 0 ? nil : "\(rows(count)) left out: \(field) is missing"
    case .repeatsLeftOut(let count):
      count == 0 ? nil : "\(count) \(count == 1 ? "repeat" : "repeats") left out: add ‘with repeats’"
    case .countedSeveralTimes(let count):
      count == 0 ? nil : "\(rows(count)) \(count == 1 ? "counts" : "count") under several groups"
    case .analysis: nil
    }
  }

  private static func rows(_ count: Int) -> String { count == 1 ? "1 row" : "\(count) rows" }
}

extension QueryCollection {
  /// One row of it: `quote`.
  public var singular: String {
    switch self {
    case .articles: "article"
    case .quotes: "quote"
    case .statements: "statement"
    case .people: "person"
    case .organizations: "organization"
    case .places: "place"
    case .mentions: "mention"
    case .epithets: "epithet"
    case .refusals: "refusal"
    case .topics: "topic"
    case .sentences: "sentence"
    case .paragraphs: "paragraph"
    case .outlets: "outlet"
    }
  }
}
