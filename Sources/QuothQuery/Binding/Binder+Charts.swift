//! Binding of `chart`: which picture a table makes, and of which of its columns.

extension Binder {
  mutating func bindChart(_ node: ChartSyntax) {
    var kind: ChartKind?
    if let word = node.kind {
      kind = ChartKind(rawValue: word.text.lowercased())
      guard kind != nil else {
        let near = Speller.nearest(to: word.text, among: ChartKind.allCases.map(\.rawValue))
        return report(
          .unknownChart(word.text), at: word.range,
          suggestions: near.map { Suggestion($0, replacement: $0, range: word.range) })
      }
    }
    switch chartPlan(kind) {
    case .success(let plan): query.presentation = .chart(plan)
    case .failure(let fault): report(.notDrawable(fault), at: node.kind?.range ?? node.range)
    }
  }

  /// The picture of the rows so far, of the kind that they are best seen in unless one is told.
  private mutating func chartPlan(_ told: ChartKind?) -> Result<ChartPlan, ChartFault> {
    switch query.shape {
    case .rows(let collection): rowChart(of: collection, told)
    case .table(let table): tableChart(of: table, told)
    case .count: .failure(.noFigures)
    }
  }

  /// Rows of a collection by a number that they have: articles by their words, people by their quotes.
  private func rowChart(of collection: QueryCollection, _ told: ChartKind?) -> Result<ChartPlan, ChartFault> {
    let fields = query.columns.compactMap { column -> FieldDefinition? in
      guard case .field(let field) = column else { return nil }
      return FieldCatalog.definition(of: field, in: collection)
    }
    guard let figure = fields.first(where: { $0.type.isFigure && !$0.isList }),
      let label = fields.first(where: { !$0.type.isFigure })
    else { return .failure(.noFigures) }
    switch told {
    case .line: return .failure(.noTime)
    case .dispersion: return .failure(.noPlaces)
    case .bar, nil:
      return .success(
        ChartPlan(
          kind: .bar, labels: [label.field.name], figure: figure.field.name, period: nil, emptyPeriods: .gap,
          subject: .rows(collection)))
    }
  }

  private mutating func tableChart(
    of table: TableShape, _ told: ChartKind?
  ) -> Result<ChartPlan, ChartFault> {
    let stage: AnalysisStage? = if case .analysis(let stage) = table.maker { stage } else { nil }
    if stage == .concordance || stage == .variants { return .failure(.lines) }
    let shown = Set(query.columns.map(\.name))
    let keys = table.keys.filter { shown.contains($0.name) }
    let period = keys.count == 1 ? self.period(of: keys[0]) : nil
    let kind = told ?? (stage == .dispersion ? .dispersion : period == nil ? .bar : .line)
    let subject = stage.map { ChartPlan.Subject.analysis($0, collection) } ?? .groups(collection)
    if kind == .line, period == nil { return .failure(.noTime) }
    if kind == .dispersion {
      guard stage == .dispersion else { return .failure(.noPlaces) }
      return .success(strips(keys, subject))
    }
    guard !keys.isEmpty, let figure = drawnFigure(of: table) else { return .failure(.noFigures) }
    return .success(
      ChartPlan(
        kind: kind, labels: keys.map(\.name), figure: figure.name, period: kind == .line ? period : nil,
        emptyPeriods: emptyPeriods(of: figure), subject: subject))
  }

  /// Strips show where words stand, which the answer has to tell.
  private mutating func strips(_ keys: [ResultColumn], _ subject: ChartPlan.Subject) -> ChartPlan {
    let places = AnalysisColumn.positions.resultColumn()
    ask(for: places)
    let column = OutputColumn.column(TableColumn(places.name))
    if !query.columns.contains(column) { query.shown = query.columns + [column] }
    return ChartPlan(
      kind: .dispersion, labels: keys.map(\.name), figure: places.name, period: nil, emptyPeriods: .gap,
      subject: subject)
  }

  /// The first figure that was asked for; else the one that the rows are ranked by, or their count.
  private func drawnFigure(of table: TableShape) -> ResultColumn? {
    let columns = query.columns.compactMap { shown in table.columns.first { $0.name == shown.name } }
    let figures = columns.filter { $0.type.isFigure && !$0.isList && !table.keys.contains($0) }
    guard query.shown == nil else { return figures.first }
    return figures.first { AnalysisColumn(rawValue: $0.name)?.measure != nil }
      ?? figures.first { $0.name == AnalysisColumn.count.rawValue } ?? figures.first
  }

  /// What a column of a table divides time into; nil where it is not of time.
  private func period(of key: ResultColumn) -> Period? {
    guard let place = query.steps.lastIndex(where: { $0.isGroup || $0.isAnalysis }) else { return nil }
    switch query.steps[place] {
    case .analysis(.timeline(let period), _): return period
    case .group(let keys, _): return keys.first { $0.name == key.name }.flatMap { period(of: $0, key.type) }
    case .groupTable(let keys, _):
      return keys.first { $0.name == key.name }.flatMap { period(of: $0, key.type) }
    case .analysis, .filter, .filterTable, .sort, .limit, .sample, .count: return nil
    }
  }

  private func period<Operand>(of key: Key<Operand>, _ type: ValueType) -> Period? {
    switch key {
    case .period(let period, _): period
    case .field: type == .date ? .day : nil
    }
  }

  /// Only what counts rows is nought without them, and only where no group was taken away.
  private func emptyPeriods(of figure: ResultColumn) -> ChartPlan.EmptyPeriods {
    guard let place = query.steps.lastIndex(where: { $0.isGroup || $0.isAnalysis }) else { return .gap }
    let isWhole = query.steps[(place + 1)...].allSatisfy {
      switch $0 {
      case .sort: true
      case .filter, .filterTable, .limit, .sample, .group, .groupTable, .count, .analysis: false
      }
    }
    let isAdded =
      ["count", "share"].contains(figure.name) || figure.name.hasPrefix("count(")
      || figure.name.hasPrefix("sum(")
    return isWhole && isAdded ? .zero : .gap
  }
}

extension ValueType {
  /// Whether its values can be drawn as lengths.
  fileprivate var isFigure: Bool {
    switch self {
    case .integer, .decimal: true
    case .text, .name, .choice, .date, .yesNo: false
    }
  }
}

extension QueryLanguage {
  /// A query with a picture for its answer, of the kind that suits it best; or why there is none.
  public static func drawn(_ query: BoundQuery, in context: BindingContext) -> Result<BoundQuery, ChartFault>
  {
    if case .chart = query.presentation { return .success(query) }
    var binder = Binder(context: context)
    binder.query = query
    binder.collection = query.shape.collection(or: query.source)
    return binder.usualChart().map { plan in
      binder.query.presentation = .chart(plan)
      return binder.query
    }
  }
}

extension Binder {
  fileprivate mutating func usualChart() -> Result<ChartPlan, ChartFault> { chartPlan(nil) }

  /// The kinds of picture that the rows so far can be drawn as.
  var chartKinds: [ChartKind] {
    ChartKind.allCases.filter { kind in
      var copy = self
      if case .success = copy.chartPlan(kind) { return true } else { return false }
    }
  }
}
