//! What stands before the cursor, as the binder sees it: some words cannot follow, though the grammar has them.

/// The statement that is being completed.
struct CompletionPlace {
  /// What the rows are here.
  private let shape: Binder.Shape
  /// The clauses that stand in the selection already.
  private let clauses: Set<Keyword>
  private let collection: QueryCollection?
  /// A column of `show` that is a field of rows stands before.
  private let showsFields: Bool
  /// A clause of a selection, or a stage, can begin here.
  private let isClause: Bool
  private let isStage: Bool

  init(_ parse: Parse, vocabulary: any Vocabulary) {
    isStage = parse.expectations.contains(.keyword(.count))
    isClause = !isStage && parse.expectations.contains(.keyword(.where))
    guard case .query(var pipeline) = parse.script.statements.last else {
      (shape, clauses, collection, showsFields) = (.rows, [], nil, false)
      return
    }
    var binder = Binder(vocabulary: vocabulary, checkRegex: { _ in nil })
    binder.bind(pipeline)
    shape = binder.shape
    collection = binder.collection
    while case .bracketed(let inner) = pipeline.source, pipeline.stages.isEmpty { pipeline = inner }
    guard case .selection(let selection) = pipeline.source, pipeline.stages.isEmpty else {
      clauses = []
      showsFields = pipeline.stages.last.map { Self.showsFields($0, binder) } ?? false
      return
    }
    clauses = Set(selection.clauses.map(\.keyword))
    showsFields = selection.clauses.contains { Self.showsFields($0, binder) }
  }

  private static func showsFields(_ clause: ClauseSyntax, _ binder: Binder) -> Bool {
    guard case .show(let node) = clause, binder.shape == .rows else { return false }
    return !node.columns.allSatisfy(binder.isAggregate)
  }

  /// The keys that rows are grouped by; nil when they are not.
  var keys: [GroupKey]? {
    switch shape {
    case .groups(let keys): keys
    case .rows, .counted: nil
    }
  }

  /// Whether figures can be columns of `show`: of groups, or alone.
  var canShowFigures: Bool { !showsFields }

  /// Whether anything can be done with the rows.
  var canGoOn: Bool { shape != .counted }

  /// Whether a clause or stage can begin here with this word.
  func allows(_ keyword: Keyword) -> Bool {
    if isStage { return allowsStage(keyword) }
    return isClause ? allowsClause(keyword) : true
  }

  private func allowsStage(_ keyword: Keyword) -> Bool {
    guard Keyword.stages.contains(keyword) else { return true }
    guard keyword == .where || keyword == .group else { return canGoOn }
    return shape == .rows
  }

  private func allowsClause(_ keyword: Keyword) -> Bool {
    guard let collection else { return true }
    if let role = NameRole.allCases.first(where: { $0.keyword == keyword }) {
      return !NameRoles.fields(role, of: collection).isEmpty
    }
    if keyword == .with {
      return (collection == .quotes || collection == .statements) && !clauses.contains(.with)
    }
    if keyword == .group, showsFields { return false }
    let once: [Keyword] = [.group, .sort, .limit, .show]
    return !(once.contains(keyword) && clauses.contains(keyword))
  }
}
