//! Syntax to bound query: names looked up, types checked, defaults filled. Reports all problems, not the first.

/// Binds one pipeline.
struct Binder {
  /// What the rows are at some step.
  enum Shape: Hashable {
    case rows
    case groups([GroupKey])
    case counted
  }

  let vocabulary: any Vocabulary
  let checkRegex: RegexChecker
  var collection: QueryCollection = .articles
  var repeats: RepeatPolicy = .leaveOut
  var shape = Shape.rows
  var steps: [BoundStep] = []
  var columns: [OutputColumn]?
  /// The figures that the group has to give, and where its step stands.
  var aggregates: [Aggregate] = []
  var groupStep: Int?
  var lastStage: Keyword?
  var diagnostics: [Diagnostic] = []

  static func bind(
    _ pipeline: PipelineSyntax, vocabulary: any Vocabulary, checkRegex: @escaping RegexChecker
  ) -> Bound {
    var binder = Binder(vocabulary: vocabulary, checkRegex: checkRegex)
    binder.bind(pipeline)
    let isRight = binder.diagnostics.allSatisfy { $0.severity != .error }
    return Bound(query: isRight ? binder.finish() : nil, diagnostics: binder.diagnostics)
  }

  mutating func report(_ problem: Problem, at range: SourceRange, suggestions: [Suggestion] = []) {
    diagnostics.append(Diagnostic(problem, at: range, suggestions: suggestions))
  }

  mutating func bind(_ pipeline: PipelineSyntax) {
    switch pipeline.source {
    case .selection(let selection): bind(selection)
    case .bracketed(let inner): bind(inner)
    }
    for stage in pipeline.stages { bindStage(stage) }
  }

  /// The clauses of a selection may stand in any order; what they mean has one.
  private mutating func bind(_ selection: SelectionSyntax) {
    collection = selection.collection
    let clauses = selection.clauses
    for clause in clauses { bindFilter(clause) }
    let order: [Keyword] = [.group, .sort, .limit, .show]
    groupImplicitly(clauses)
    for keyword in order {
      for clause in clauses where clause.keyword == keyword { bindOperation(clause) }
    }
  }

  private mutating func bindFilter(_ clause: ClauseSyntax) {
    switch clause {
    case .names(let node): bindNames(node)
    case .withRepeats(let node):
      if collection == .quotes || collection == .statements {
        repeats = .include
      } else {
        report(.clauseNotForCollection(.with, collection), at: node.range)
      }
    case .where(let node):
      if let predicate = bind(node.condition) { steps.append(.filter(predicate)) }
    case .group, .sort, .limit, .show, .count: break
    }
  }

  /// `quotes show count` makes one group of all rows.
  private mutating func groupImplicitly(_ clauses: [ClauseSyntax]) {
    guard !clauses.contains(where: { $0.keyword == .group }) else { return }
    for case .show(let node) in clauses where node.columns.allSatisfy(isAggregate) { group(by: []) }
  }

  private mutating func bindStage(_ stage: ClauseSyntax) {
    defer { lastStage = stage.keyword }
    if shape == .counted {
      return report(.stageAfter(stage.keyword, previous: .count), at: stage.range)
    }
    switch stage {
    case .where, .names, .withRepeats:
      if shape != .rows { return report(.stageAfter(stage.keyword, previous: .group), at: stage.range) }
      bindFilter(stage)
    case .show(let node) where shape == .rows && node.columns.allSatisfy(isAggregate):
      group(by: [])
      bindOperation(stage)
    case .group, .sort, .limit, .show, .count: bindOperation(stage)
    }
  }

  private mutating func bindOperation(_ clause: ClauseSyntax) {
    switch clause {
    case .names, .withRepeats, .where: break
    case .group(let node): bindGroup(node)
    case .sort(let node): bindSort(node)
    case .limit(let node): steps.append(.limit(node.count))
    case .show(let node): bindShow(node)
    case .count:
      steps.append(.count)
      shape = .counted
      columns = [.aggregate(.count)]
    }
  }

  private func finish() -> BoundQuery {
    var steps = steps
    if let groupStep, case .group(let keys, _) = steps[groupStep] {
      steps[groupStep] = .group(by: keys, aggregates: aggregates)
    }
    return BoundQuery(
      collection: collection, repeats: repeats, steps: steps, columns: columns ?? defaultColumns)
  }

  private var defaultColumns: [OutputColumn] {
    switch shape {
    case .rows: FieldCatalog.defaultColumns(of: collection).map(OutputColumn.field)
    case .groups(let keys): keys.map(OutputColumn.key) + [.aggregate(.count)]
    case .counted: [.aggregate(.count)]
    }
  }
}

// Fields.
extension Binder {
  /// The field that a word names in the collection, or nil with a diagnostic.
  mutating func field(_ word: WordSyntax) -> FieldDefinition? {
    if let field = FieldCatalog.field(named: word.text, in: collection),
      let definition = FieldCatalog.definition(of: field, in: collection)
    {
      return definition
    }
    let near = Speller.nearest(to: word.text, among: fieldNames)
    report(
      .unknownField(word.text, collection), at: word.range,
      suggestions: near.map { Suggestion($0, replacement: $0, range: word.range) })
    return nil
  }

  /// The names of the fields, and their singulars.
  var fieldNames: [String] {
    let fields = FieldCatalog.fields(of: collection).map(\.field)
    let singulars = FieldCatalog.singulars.filter { fields.contains($0.value) }.map(\.key).sorted()
    return fields.map(\.rawValue) + singulars
  }
}
