//! What stands before the cursor, as the binder sees it: some words cannot follow, though the grammar has them.

/// The statement that is being completed.
struct CompletionPlace {
  /// What the rows are here.
  private let shape: RowShape
  /// The clauses that stand in the selection already.
  private let clauses: Set<Keyword>
  /// The collection of the rows, or of what was grouped; nil where no rows are named yet.
  let collection: QueryCollection?
  /// A column of `show` that is a field of rows stands before.
  private let showsFields: Bool
  /// A clause of a selection, or a stage, can begin here.
  private let isClause: Bool
  private let isStage: Bool

  init(_ parse: Parse, in context: BindingContext) {
    isStage = parse.expectations.contains(.keyword(.count))
    isClause = !isStage && parse.expectations.contains(.keyword(.where))
    guard var pipeline = parse.script.statements.last?.pipeline else {
      (shape, clauses, collection, showsFields, chartKinds) = (.rows(.articles), [], nil, false, [])
      return
    }
    // The keys of a group are columns of what is grouped.
    if parse.expectations.contains(where: \.isGroupKey) { pipeline = pipeline.withoutLastGroup }
    var binder = Binder(context: context)
    binder.bind(pipeline)
    shape = binder.query.shape
    collection = binder.collection
    chartKinds = binder.chartKinds
    while case .bracketed(let inner) = pipeline.source, pipeline.stages.isEmpty { pipeline = inner }
    guard let selection = pipeline.source.last, pipeline.stages.isEmpty else {
      clauses = []
      showsFields = pipeline.stages.last.map { Self.showsFields($0, binder) } ?? false
      return
    }
    clauses = Set(selection.clauses.map(\.keyword))
    showsFields = selection.clauses.contains { Self.showsFields($0, binder) }
  }

  private static func showsFields(_ clause: ClauseSyntax, _ binder: Binder) -> Bool {
    guard case .show(let node) = clause, binder.query.shape.isRows else { return false }
    return !node.columns.allSatisfy(binder.isAggregate)
  }

  /// The columns of the table that the rows are of; nil when they are rows of a collection.
  var tableColumns: [ResultColumn]? {
    switch shape {
    case .table(let table): table.columns
    case .rows, .count: nil
    }
  }

  /// The column of the table that a typed name means.
  func tableColumn(named name: String) -> ResultColumn? {
    let field = collection.flatMap { FieldCatalog.field(named: name, in: $0) }
    return tableColumns?.first { $0.name == name.lowercased() || $0.name == field?.rawValue }
  }

  /// Whether figures can be columns of `show`: of groups, or alone.
  var canShowFigures: Bool {
    if case .table(let table) = shape, table.maker != .group { return false }
    return !showsFields
  }

  /// The kinds of picture that the rows can be drawn as.
  let chartKinds: [ChartKind]

  /// Whether anything can be done with the rows.
  var canGoOn: Bool { shape != .count }

  /// Whether a clause or stage can begin here with this word.
  func allows(_ keyword: Keyword) -> Bool {
    if isStage { return allowsStage(keyword) }
    return isClause ? allowsClause(keyword) : true
  }

  private func allowsStage(_ keyword: Keyword) -> Bool {
    guard Keyword.stages.contains(keyword) else { return true }
    guard canGoOn else { return false }
    if keyword == .chart { return !chartKinds.isEmpty }
    if keyword == .read { return shape.isRows && collection?.hasText ?? true }
    if keyword == .with { return shape.isRows && (collection == .quotes || collection == .statements) }
    if let stage = AnalysisStage(keyword) { return shape.isRows && collection.map(stage.takes) ?? true }
    return shape.isRows ? allowsNames(keyword) : NameRole(keyword) == nil
  }

  private func allowsClause(_ keyword: Keyword) -> Bool {
    guard let collection else { return true }
    guard shape.isRows || NameRole(keyword) == nil, allowsNames(keyword) else { return false }
    if Keyword.setOperators.contains(keyword) { return shape.isRows }
    if keyword == .with {
      return shape.isRows && (collection == .quotes || collection == .statements) && !clauses.contains(.with)
    }
    if keyword == .group, showsFields { return false }
    let once: [Keyword] = [.group, .sort, .limit, .show]
    return !(once.contains(keyword) && clauses.contains(keyword))
  }

  private func allowsNames(_ keyword: Keyword) -> Bool {
    guard let collection, let role = NameRole(keyword) else { return true }
    return !NameRoles.fields(role, of: collection).isEmpty
  }
}

extension NameRole {
  /// The role that a clause with this word asks about.
  init?(_ keyword: Keyword) {
    guard let role = NameRole.allCases.first(where: { $0.keyword == keyword }) else { return nil }
    self = role
  }
}

extension StatementSyntax {
  /// The pipeline that it runs, names or explains.
  public var pipeline: PipelineSyntax? {
    switch self {
    case .query(let query): query.pipeline
    case .explain(let explain): explain.subject.pipeline
    case .expectation(let expectation): expectation.query
    case .binding(let binding):
      switch binding.value {
      case .rows(let pipeline): pipeline
      case .text, .broken: nil
      }
    case .amendment, .command: nil
    }
  }
}

extension Expectation {
  fileprivate var isGroupKey: Bool {
    if case .groupKey = self { true } else { false }
  }
}

extension PipelineSyntax {
  /// The pipeline up to a `group by` that ends it.
  fileprivate var withoutLastGroup: PipelineSyntax {
    if stages.last?.keyword == .group {
      return PipelineSyntax(source: source, stages: stages.dropLast(), range: range)
    }
    guard stages.isEmpty, case .selection(let selection) = source, selection.clauses.last?.keyword == .group
    else {
      return self
    }
    let shorter = SelectionSyntax(
      base: selection.base, clauses: selection.clauses.dropLast(), baseRange: selection.baseRange,
      range: selection.range)
    return PipelineSyntax(source: .selection(shorter), stages: [], range: range)
  }
}

extension SourceSyntax {
  /// The selection that its text ends with.
  fileprivate var last: SelectionSyntax? {
    switch self {
    case .selection(let selection): selection
    case .combined(let node): node.right.last
    case .bracketed: nil
    }
  }
}
