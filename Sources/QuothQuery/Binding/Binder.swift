//! Syntax to bound query: names looked up, types checked, defaults filled. Reports all problems, not the first.

/// Binds one pipeline.
struct Binder {
  let context: BindingContext
  /// What is bound so far.
  var query = BoundQuery(.scan(.articles, .leaveOut), .rows(.articles))
  /// The collection that fields are looked up in: that of the rows, or of what was grouped.
  var collection: QueryCollection = .articles
  var diagnostics: [Diagnostic] = []
  /// What would join two names where names are being bound; nil where there can be only one.
  var nameJoint: String?
  /// The clause whose names are looked up.
  var namesClause: NamesClauseSyntax?
  /// How a condition on figures would be written where it can stand: after the group.
  var regrouped: [Suggestion] = []
  /// Where the set being bound ends: what stands there could follow it after a pipe.
  private var setEnd = 0

  var vocabulary: any Vocabulary { context.vocabulary }

  init(context: BindingContext) { self.context = context }

  static func bind(_ pipeline: PipelineSyntax, in context: BindingContext) -> Bound {
    var binder = Binder(context: context)
    binder.bind(pipeline)
    if !binder.query.isWithinLimit {
      binder.report(.tooManySteps(limit: BoundQuery.stepLimit), at: pipeline.range)
    } else if binder.query.conditionCount > BoundQuery.conditionLimit {
      binder.report(.tooManyConditions(limit: BoundQuery.conditionLimit), at: pipeline.range)
    }
    let isRight = binder.diagnostics.allSatisfy { $0.severity != .error }
    return Bound(query: isRight ? binder.query : nil, diagnostics: binder.diagnostics)
  }

  mutating func report(
    _ problem: Problem, at range: SourceRange, suggestions: [Suggestion] = [], alternatives: [Suggestion] = []
  ) {
    diagnostics.append(
      Diagnostic(problem, at: range, suggestions: suggestions, alternatives: alternatives))
  }

  /// Whether another problem is only counted: nobody has to look for what was meant.
  var isFull: Bool { diagnostics.count >= Diagnostic.limit }

  mutating func bind(_ pipeline: PipelineSyntax) {
    setEnd = pipeline.source.range.end
    bind(pipeline.source)
    for stage in pipeline.stages { bindStage(stage) }
  }

  private mutating func bind(_ source: SourceSyntax) {
    switch source {
    case .selection(let selection): bind(selection)
    case .bracketed(let inner): bind(inner)
    case .combined(let node): bind(node)
    }
  }

  /// The clauses of a selection may stand in any order; what they mean has one.
  private mutating func bind(_ selection: SelectionSyntax) {
    guard bindBase(selection) else { return }
    let clauses = selection.clauses
    for clause in clauses {
      regrouped = Binder.regrouped(clause, of: selection)
      bindFilter(clause)
    }
    regrouped = []
    groupImplicitly(clauses)
    for keyword in [Keyword.group, .sort, .limit, .show] {
      for clause in clauses where clause.keyword == keyword { bindOperation(clause) }
    }
  }

  /// `group by speaker where count > 3`: the same selection with the condition as a stage after the group.
  private static func regrouped(_ clause: ClauseSyntax, of selection: SelectionSyntax) -> [Suggestion] {
    guard clause.keyword == .where, let group = selection.clauses.first(where: { $0.keyword == .group })
    else {
      return []
    }
    if group.range.start < clause.range.start {
      let place = SourceRange(clause.range.start, clause.range.start)
      return [Suggestion("| where", replacement: "| ", range: place)]
    }
    let others = SelectionSyntax(
      base: selection.base, clauses: selection.clauses.filter { $0 != clause },
      baseRange: selection.baseRange,
      range: selection.range)
    let moved = "\(SyntaxPrinter.print(SourceSyntax.selection(others))) | \(SyntaxPrinter.print(clause))"
    return [Suggestion(moved, replacement: moved, range: selection.range)]
  }

  /// The rows that clauses go on with. Without them the clauses have nothing to be checked against.
  private mutating func bindBase(_ selection: SelectionSyntax) -> Bool {
    switch selection.base {
    case .collection(let collection):
      query = BoundQuery(.scan(collection, .leaveOut), .rows(collection))
      self.collection = collection
      return true
    case .variable(let name): return goOn(with: rows(named: name, at: selection.baseRange))
    case .lastAnswer:
      if context.bindings.lastAnswer == nil { report(.noLastAnswer, at: selection.baseRange) }
      return goOn(with: context.bindings.lastAnswer)
    }
  }

  private mutating func goOn(with rows: BoundQuery?) -> Bool {
    guard let rows else { return false }
    query = rows
    query.presentation = .table
    collection = rows.shape.collection(or: rows.source)
    return true
  }

  private mutating func rows(named name: String, at range: SourceRange) -> BoundQuery? {
    switch context.bindings[name] {
    case .rows(let rows): return rows
    case .text: report(.notRows(name), at: range)
    case nil: reportUnknownVariable(name, at: range)
    }
    return nil
  }

  mutating func reportUnknownVariable(_ name: String, at range: SourceRange) {
    let near = Speller.nearest(to: name, among: context.bindings.names).map { "$\($0)" }
    report(
      .unknownVariable(name), at: range,
      suggestions: near.map { Suggestion($0, replacement: $0, range: range) })
  }

  /// Two sets of rows of one collection make one.
  private mutating func bind(_ node: CombinationSyntax) {
    let left = bindOperand(node.left)
    let right = bindOperand(node.right)
    guard let left, let right else { return }
    guard case .rows(let collection) = left.shape, case .rows(let other) = right.shape else {
      let table = left.shape.isRows ? node.right : node.left
      return report(.notCollectionRows(node.operation.rawValue), at: table.range)
    }
    guard collection == other else {
      return report(
        .differentRows(node.operation, collection.rawValue, other.rawValue), at: node.operationRange)
    }
    query = BoundQuery(.combined(node.operation, left, right), .rows(collection))
    self.collection = collection
  }

  mutating func bindOperand(_ source: SourceSyntax) -> BoundQuery? {
    if case .selection(let selection) = source { rejectLostClauses(of: selection) }
    var inner = Binder(context: context)
    inner.setEnd = setEnd
    inner.bind(source)
    diagnostics += inner.diagnostics
    return inner.diagnostics.contains { $0.severity == .error } ? nil : inner.query
  }

  /// `a union b show text`: columns and order are of the whole set, which only a pipe leads to.
  private mutating func rejectLostClauses(of operand: SelectionSyntax) {
    let isCut = operand.clauses.contains { $0.keyword == .limit }
    for clause in operand.clauses where clause.keyword == .show || (clause.keyword == .sort && !isCut) {
      let word = clause.keyword.rawValue
      let start = clause.range.start
      let pipe = Suggestion("| \(word)", replacement: "| ", range: SourceRange(start, start))
      report(
        .unexpected(found: word, expected: [.pipe]), at: SourceRange(start, start + word.utf8.count),
        suggestions: operand.range.end == setEnd ? [pipe] : [])
    }
  }
}

// Clauses and stages.
extension Binder {
  private mutating func bindFilter(_ clause: ClauseSyntax) {
    switch clause {
    case .names(let node): bindNames(node)
    case .withRepeats(let node): bindWithRepeats(node)
    case .where(let node): bindWhere(node)
    case .group, .sort, .limit, .show, .sample, .count, .read, .analysis, .chart: break
    }
  }

  private mutating func bindWhere(_ node: WhereClauseSyntax) {
    switch query.shape {
    case .rows:
      for condition in node.condition.conjuncts {
        guard let predicate = bind(condition, { $0.rowOperand($1) }) else { continue }
        query.steps.append(
          .filter(predicate, words: FilterWords(text: SyntaxPrinter.print(condition), form: .condition)))
      }
    case .table:
      if let condition = bind(node.condition, { $0.tableOperand($1) }) {
        let words = FilterWords(text: SyntaxPrinter.print(node.condition), form: .condition)
        query.steps.append(.filterTable(condition, words: words))
      }
    case .count: report(.stageAfter(.where, previous: .count), at: node.range)
    }
  }

  private mutating func bindWithRepeats(_ node: MarkerSyntax) {
    // What has been limited, drawn or grouped without repeats cannot take them in.
    if let step = query.steps.first(where: { !$0.isFilter }) {
      return report(.stageAfter(.with, previous: step.keyword), at: node.range)
    }
    switch query.source {
    case .scan(let scanned, _) where scanned == .quotes || scanned == .statements:
      query.source = .scan(scanned, .include)
    case .scan: report(.clauseNotForCollection(.with, collection), at: node.range)
    case .combined(let operation, _, _):
      report(.stageAfter(.with, previous: operation.keyword), at: node.range)
    }
  }

  /// `quotes show count` makes one group of all rows.
  private mutating func groupImplicitly(_ clauses: [ClauseSyntax]) {
    guard query.shape.isRows, !clauses.contains(where: { $0.keyword == .group }) else { return }
    for case .show(let node) in clauses where showsFigures(node) { group(by: []) }
  }

  /// Whether all columns are figures, and none is a field of that name.
  private func showsFigures(_ node: ColumnsClauseSyntax) -> Bool {
    node.columns.allSatisfy {
      isAggregate($0) && FieldCatalog.field(named: $0.name.text, in: collection) == nil
    }
  }

  private mutating func bindStage(_ stage: ClauseSyntax) {
    if query.shape == .count {
      return report(.stageAfter(stage.keyword, previous: .count), at: stage.range)
    }
    if case .chart = query.presentation {
      return report(.stageAfter(stage.keyword, previous: .chart), at: stage.range)
    }
    switch stage {
    case .where, .withRepeats, .names: bindFilter(stage)
    case .show(let node) where query.shape.isRows && showsFigures(node):
      group(by: [])
      bindOperation(stage)
    case .group, .sort, .limit, .show, .sample, .count, .read, .analysis, .chart: bindOperation(stage)
    }
  }

  private mutating func bindOperation(_ clause: ClauseSyntax) {
    switch clause {
    case .names, .withRepeats, .where: break
    case .group(let node): bindGroup(node)
    case .sort(let node): bindSort(node)
    case .limit(let node): query.steps.append(.limit(node.count))
    case .show(let node): bindShow(node)
    case .sample(let node):
      query.steps.append(.sample(node.count, seed: UInt64(node.seed ?? Binder.usualSeed)))
    case .count:
      query.steps.append(.count)
      query.shape = .count
      query.shown = nil
    case .read(let node):
      guard query.shape.isRows else {
        return report(.notCollectionRows(Keyword.read.rawValue), at: node.range)
      }
      guard collection.hasText else {
        return report(.clauseNotForCollection(.read, collection), at: node.range)
      }
      query.presentation = .articles
    case .analysis(let node): bindAnalysis(node)
    case .chart(let node): bindChart(node)
    }
  }

  /// The seed of a sample that names none.
  static let usualSeed = 1
}

extension RowShape {
  /// Whether they are rows of a collection.
  var isRows: Bool {
    switch self {
    case .rows: true
    case .table, .count: false
    }
  }

  /// The collection that fields are of; that of the source where a count has hidden it.
  func collection(or source: BoundSource) -> QueryCollection {
    switch self {
    case .rows(let collection): collection
    case .table(let table): table.base.collection(or: source)
    case .count:
      switch source {
      case .scan(let collection, _): collection
      case .combined(_, let left, _): left.shape.collection(or: left.source)
      }
    }
  }
}

extension QueryCollection {
  /// Whether a row stands in one article, so that it can be read there.
  public var hasText: Bool {
    switch self {
    case .articles, .quotes, .statements, .mentions, .epithets, .refusals, .sentences, .paragraphs: true
    case .people, .organizations, .places, .topics, .outlets: false
    }
  }
}
