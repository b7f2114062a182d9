//! Queries that show what a field, or a column of an analysis, is good for.

extension FieldDefinition {
  /// Queries of a collection that use the field.
  public func examples(in collection: QueryCollection, from source: any ExampleSource) -> [String] {
    let rows = collection.rawValue
    let name = field.rawValue
    switch type {
    case .name, .choice:
      let grouped = "\(rows) group by \(name)"
      guard let value = source.commonValue(of: field, in: collection) else { return [grouped] }
      return ["\(rows) where \(name) = \(SyntaxPrinter.value(value))", grouped]
    case .text:
      let shown = Template("\(rows) show \(name) limit 3")
      guard FieldDefinition.hasWords(field) else { return source.filled([shown]) }
      return source.filled([Template("\(rows) where \(name) contains \"{term}*\""), shown])
    case .integer, .decimal: return ["\(rows) sort by \(name) desc limit 5", "\(rows) show mean(\(name))"]
    case .date:
      let sorted = Template("\(rows) sort by \(name) limit 5")
      return source.filled([Template("\(rows) where \(name) >= {month}"), sorted])
    case .yesNo: return ["\(rows) where \(name)", "\(rows) where not \(name)"]
    }
  }

  /// Whether its texts are sentences, and no titles, ids or addresses.
  private static func hasWords(_ field: Field) -> Bool { [.text, .sentence].contains(field) }
}

extension AnalysisColumn {
  /// A query whose answer has the column.
  public var example: Template {
    switch self {
    case .left, .node, .right, .speakers: "quotes | concordance \"{term}*\""
    case .outlet, .date, .article: Template("quotes | concordance \"{term}*\" | show \(rawValue)")
    case .word, .count, .ipm: "quotes | frequencies"
    case .articles, .perThousandRows: Template("quotes | frequencies | show count, \(rawValue)")
    case .ngram: "quotes | ngrams 2"
    case .value: "quotes | frequencies of cue"
    case .share: "quotes | frequencies of cue | show count, share"
    case .day, .week, .month, .quarter, .year: Template("quotes | timeline by \(rawValue)")
    case .rows: "quotes | timeline"
    case .utterance, .text, .differs: "statements | variants"
    case .kind, .similarity: Template("statements | variants | show text, \(rawValue)")
    case .disputed: "statements | variants | where disputed"
    case .voices, .cues, .distinctive, .wordShare: "quotes | compare outlets"
    case .words: "quotes | compare speakers | show count, words"
    case .hhi, .leading, .firstAt, .unknown: "quotes | sources by article"
    case .known, .hhiNorm: Template("quotes | sources by article | show voices, \(rawValue)")
    case .expected, .logdice: "articles | collocates of \"{term}*\""
    case .total: "articles | collocates of \"{term}*\" | show count, total"
    case .few: "articles | collocates of \"{term}*\" | where not few"
    case .otherCount, .otherIPM:
      Template("quotes by {speaker} | keywords against quotes by {speaker2} | show count, \(rawValue)")
    case .mi, .mi3, .zscore, .tscore, .loglikelihood, .dice, .logratio, .chisquared, .simplemaths, .bic,
      .deltap:
      Template("articles | collocates of \"{term}*\" by \(rawValue)")
    case .plot: "articles | dispersion of \"{term}*\""
    case .positions: "articles | dispersion of \"{term}*\" | show count, positions"
    }
  }
}
