//! Binding of analyses.

internal import QuothStatistics

extension Binder {
  /// Columns of context on either side of a node, unless told.
  static let usualWidth = 60
  /// How alike quotations must be to be of one utterance, unless told.
  private static let usualSimilarity = 0.3
  /// Words on either side of a node that count as near, unless told (STATISTICS of the field: ±5).
  private static let usualWindow = 5

  mutating func bindAnalysis(_ node: AnalysisSyntax) {
    guard query.shape.isRows else {
      return report(.notCollectionRows(node.stage.rawValue), at: node.range)
    }
    guard node.stage.takes(collection) else {
      return report(.clauseNotForCollection(node.stage.keyword, collection), at: node.range)
    }
    if let analysis = analysis(node) { begin(analysis) }
  }

  /// Goes on with the table of an analysis.
  mutating func begin(_ analysis: Analysis<BoundQuery>) {
    let columns = AnalysisColumns(of: analysis, collection)
    let field = countedField(of: analysis)
    func results(_ columns: [AnalysisColumn]) -> [ResultColumn] {
      columns.map { $0.resultColumn(field: field) }
    }
    let asked = columns.keys + columns.usual
    query.steps.append(.analysis(analysis, columns: asked))
    query.shape = .table(
      TableShape(
        .analysis(analysis.stage), keys: results(columns.keys), figures: results(columns.usual),
        offered: results(columns.others), base: query.shape))
    query.shown = nil
  }

  /// Has the last analysis give one column more.
  mutating func ask(for column: ResultColumn) {
    guard case .table(var table) = query.shape, let added = AnalysisColumn(rawValue: column.name),
      let place = query.steps.lastIndex(where: \.isAnalysis),
      case .analysis(let analysis, var columns) = query.steps[place]
    else { return }
    if !columns.contains(added) { columns.append(added) }
    query.steps[place] = .analysis(analysis, columns: columns)
    if !table.figures.contains(column) { table.figures.append(column) }
    query.shape = .table(table)
  }

  private func countedField(of analysis: Analysis<BoundQuery>) -> ResultColumn? {
    guard let field = analysis.countedField,
      let definition = FieldCatalog.definition(of: field, in: collection)
    else { return nil }
    return ResultColumn(name: field.name, type: definition.type, isList: false)
  }

  private mutating func analysis(_ node: AnalysisSyntax) -> Analysis<BoundQuery>? {
    switch node.stage {
    case .concordance:
      guard let pattern = pattern(of: node), let order = order(of: node) else { return nil }
      return .concordance(of: pattern, width: number(.width, of: node) ?? Binder.usualWidth, order: order)
    case .frequencies:
      guard let counted = node[.field] else {
        return .frequencies(of: nil, least: number(.least, of: node) ?? 1)
      }
      guard case .word(let word) = counted.value, let field = field(word) else { return nil }
      // The words of the text are what is counted without a field.
      let isText = field.operand == .text
      return .frequencies(of: isText ? nil : field.operand, least: number(.least, of: node) ?? 1)
    case .ngrams:
      return .ngrams(length: number(.length, of: node) ?? 2, least: number(.least, of: node) ?? 2)
    case .collocates:
      guard let pattern = pattern(of: node), let measure = measure(of: node) else { return nil }
      return .collocates(
        of: pattern, window: number(.window, of: node) ?? Binder.usualWindow, measure: measure,
        least: number(.least, of: node))
    case .keywords:
      guard let measure = measure(of: node), let reference = reference(of: node) else { return nil }
      return .keywords(against: reference, measure: measure, least: number(.least, of: node) ?? 1)
    case .dispersion: return pattern(of: node).map { .dispersion(of: $0) }
    case .timeline: return period(of: node).map { .timeline(by: $0) }
    case .compare: return grouping(.side, of: node).map { .compare(by: $0) }
    case .sources: return grouping(.grouping, of: node).map { .sources(by: $0) }
    case .variants:
      guard case .share(let least)? = node[.similarity]?.value else {
        return .variants(least: Binder.usualSimilarity)
      }
      return .variants(least: least)
    }
  }

  /// The field that a word such as `outlets` means.
  private mutating func grouping(_ option: AnalysisOption, of node: AnalysisSyntax) -> Field? {
    let fields = node.stage.groupings
    guard case .word(let word)? = node[option]?.value else { return fields.first }
    let written = word.text.lowercased()
    let singular = { (name: String) in name.hasSuffix("s") ? String(name.dropLast()) : name }
    if let field = fields.first(where: { singular($0.name) == singular(written) }) { return field }
    let near = Speller.nearest(to: word.text, among: node.stage.groupingWords)
    report(
      .unknownGrouping(word.text, node.stage), at: word.range,
      suggestions: near.map { Suggestion($0, replacement: $0, range: word.range) })
    return nil
  }

  private func number(_ option: AnalysisOption, of node: AnalysisSyntax) -> Int? {
    guard case .number(let number)? = node[option]?.value else { return nil }
    return number
  }

  private mutating func pattern(of node: AnalysisSyntax) -> TextPattern? {
    guard case .pattern(let written)? = node[.pattern]?.value, let value = resolved(written) else {
      return nil
    }
    return pattern(value.text, at: written.range)
  }

  private mutating func measure(of node: AnalysisSyntax) -> AssociationMeasure? {
    guard case .word(let word)? = node[.measure]?.value else { return node.stage.usualMeasure }
    if let measure = AssociationMeasure(spelling: word.text) { return measure }
    let near = Speller.nearest(to: word.text, among: AssociationMeasure.allCases.map(\.rawValue))
    report(
      .unknownMeasure(word.text), at: word.range,
      suggestions: near.map { Suggestion($0, replacement: $0, range: word.range) })
    return nil
  }

  private mutating func period(of node: AnalysisSyntax) -> Period? {
    guard case .word(let word)? = node[.period]?.value else { return .month }
    if let period = Period(rawValue: word.text.lowercased()) { return period }
    let near = Speller.nearest(to: word.text, among: Period.allCases.map(\.rawValue))
    report(
      .unknownPeriod(word.text), at: word.range,
      suggestions: near.map { Suggestion($0, replacement: $0, range: word.range) })
    return nil
  }

  private mutating func order(of node: AnalysisSyntax) -> [ConcordanceKey]? {
    guard case .order(let keys)? = node[.order]?.value else { return [] }
    let columns = AnalysisColumns(
      of: Analysis<BoundQuery>.concordance(of: .sequence([]), width: 0, order: []), collection)
    let known = [.node] + columns.usual + columns.others
    var order: [ConcordanceKey] = []
    for key in keys {
      switch key {
      case .word(let side, let distance): order.append(.word(side, distance))
      case .column(let word):
        let name = canonicalName(of: ColumnSyntax(name: word, argument: nil, range: word.range))
        guard let column = known.first(where: { $0.rawValue == name }) else {
          let near = Speller.nearest(to: word.text, among: known.map(\.rawValue))
          report(
            .unknownColumn(word.text, columns: ["left N", "right N"] + known.map(\.rawValue)), at: word.range,
            suggestions: near.map { Suggestion($0, replacement: $0, range: word.range) })
          return nil
        }
        order.append(.column(column))
      }
    }
    return order
  }

  /// The rows that are compared with, which need words as well.
  private mutating func reference(of node: AnalysisSyntax) -> BoundQuery? {
    guard case .rows(let source)? = node[.reference]?.value, let rows = bindOperand(source) else {
      return nil
    }
    guard case .rows(let collection) = rows.shape else {
      report(.notCollectionRows(node.stage.rawValue), at: source.range)
      return nil
    }
    guard node.stage.takes(collection) else {
      report(.clauseNotForCollection(node.stage.keyword, collection), at: source.range)
      return nil
    }
    return rows
  }
}

extension BoundStep {
  var isAnalysis: Bool {
    if case .analysis = self { true } else { false }
  }
}

extension AssociationMeasure {
  /// The measure that a name means: its own, with hyphens or blanks, or one by which the field knows it too.
  init?(spelling: String) {
    let bare = spelling.lowercased().filter { $0 != "-" && $0 != "_" && $0 != " " }
    let others: [String: AssociationMeasure] = [
      "ll": .loglikelihood, "g2": .loglikelihood, "keyness": .loglikelihood, "pmi": .mi, "z": .zscore,
      "t": .tscore, "lr": .logratio, "chi2": .chisquared, "chisquare": .chisquared,
    ]
    guard let measure = AssociationMeasure(rawValue: bare) ?? others[bare] else { return nil }
    self = measure
  }
}
