//! A query whose names are looked up and whose types are right: it cannot be ill-formed.

/// The outcome of binding: a query unless something is wrong with it, and what there is to say.
public struct Bound: Sendable {
  /// Nil where there is an error, or nothing to run.
  public let query: BoundQuery?
  /// What `expect` claims of the answer.
  public let claim: BoundClaim?
  /// Errors, warnings and notes.
  public let diagnostics: [Diagnostic]

  init(query: BoundQuery?, claim: BoundClaim? = nil, diagnostics: [Diagnostic]) {
    self.query = query
    self.claim = claim
    self.diagnostics = Self.told(diagnostics)
  }

  /// The first problems, and how many more there are. What has an error keeps one.
  private static func told(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
    guard diagnostics.count > Diagnostic.limit else { return diagnostics }
    var told = Array(diagnostics[..<Diagnostic.limit])
    if !told.contains(where: { $0.severity == .error }),
      let error = diagnostics.first(where: { $0.severity == .error })
    {
      told[told.count - 1] = error
    }
    let rest = diagnostics[Diagnostic.limit...]
    // Notes alone keep no statement from running.
    guard rest.contains(where: { $0.severity == .error }) else { return told }
    return told + [Diagnostic(.tooManyProblems(rest.count), at: rest[Diagnostic.limit].range)]
  }
}

/// A query ready to be planned, or to be gone on with under a name.
public struct BoundQuery: Hashable, Sendable {
  /// Where its rows come from.
  public internal(set) var source: BoundSource
  /// What is done, in order.
  public internal(set) var steps: [BoundStep] = []
  /// What its rows are.
  public internal(set) var shape: RowShape
  /// The columns asked for; nil where none are named.
  public internal(set) var shown: [OutputColumn]?
  /// How its answer is shown.
  public internal(set) var presentation = Presentation.table

  init(_ source: BoundSource, _ shape: RowShape) {
    self.source = source
    self.shape = shape
  }

  /// The columns of the answer: those asked for, or the usual ones.
  public var columns: [OutputColumn] {
    if let shown { return shown }
    switch shape {
    case .rows(let collection): return FieldCatalog.defaultColumns(of: collection).map(OutputColumn.field)
    case .table(let table): return table.usualColumns.map { .column(TableColumn($0.name)) }
    case .count: return [.column(TableColumn(Figure<Field>.count.name))]
    }
  }
}

extension BoundQuery {
  /// Whether its rows are figures over others, and not those of a collection.
  public var sumsUp: Bool { !shape.isRows }
}

// Size. Names stand for whole queries, so that a few lines of `let` could make one that no engine gets through.
extension BoundQuery {
  /// The most steps that a query may take one after the other, and the most sets that it may join.
  static let stepLimit = 200

  /// The most conditions that a query may have one after the other.
  static let conditionLimit = Parser.partLimit

  /// Whether it keeps to the limits of steps and sets.
  var isWithinLimit: Bool { size.steps <= BoundQuery.stepLimit && size.sets <= BoundQuery.stepLimit }

  /// The conditions on its longest way.
  var conditionCount: Int {
    let own = steps.count { $0.isFilter }
    let references = steps.compactMap(\.reference).map(\.conditionCount).max() ?? 0
    switch source {
    case .scan: return own + references
    case .combined(_, let left, let right):
      return own + max(left.conditionCount, right.conditionCount, references)
    }
  }

  /// The steps on its longest way, filters aside, which are carried out as one; and the sets that it joins.
  private var size: (steps: Int, sets: Int) {
    let own = steps.count { !$0.isJoined }
    let references = steps.compactMap(\.reference).map(\.size)
    let (deepest, others) = (references.map(\.steps).max() ?? 0, references.reduce(0) { $0 + $1.sets })
    switch source {
    case .scan: return (own + deepest, 1 + others)
    case .combined(_, let left, let right):
      let (left, right) = (left.size, right.size)
      return (own + 1 + max(left.steps, right.steps, deepest), left.sets + right.sets + others)
    }
  }
}

/// Where the rows of a query come from.
public indirect enum BoundSource: Hashable, Sendable {
  case scan(QueryCollection, RepeatPolicy)
  case combined(SetOperation, BoundQuery, BoundQuery)
}

/// One thing done to the rows so far.
public enum BoundStep: Hashable, Sendable {
  /// One condition, and the words that ask for it.
  case filter(Predicate, words: FilterWords)
  case filterTable(Condition<TableColumn>, words: FilterWords)
  case group(by: [GroupKey], aggregates: [Aggregate])
  case groupTable(by: [Key<TableColumn>], aggregates: [Figure<TableColumn>])
  case sort([SortKey])
  case limit(Int)
  case sample(Int, seed: UInt64)
  case count
  /// The columns are those that some step asks for.
  case analysis(Analysis<BoundQuery>, columns: [AnalysisColumn])
}

/// The words that ask for a condition.
public struct FilterWords: Hashable, Sendable {
  /// Whether they are a clause of their own, such as `by Raisi`, or stand after `where`.
  public enum Form: Hashable, Sendable {
    case clause, condition
  }

  /// In the canonical form of queries: `by Raisi`, `date < 2020`.
  public let text: String
  /// How they are read in the query.
  public let form: Form
}

extension BoundStep {
  /// The rows that it compares with.
  var reference: BoundQuery? {
    if case .analysis(let analysis, _) = self { analysis.reference } else { nil }
  }

  /// The word that asks for it.
  var keyword: Keyword {
    switch self {
    case .filter, .filterTable: .where
    case .group, .groupTable: .group
    case .sort: .sort
    case .limit: .limit
    case .sample: .sample
    case .count: .count
    case .analysis(let analysis, _): analysis.stage.keyword
    }
  }

  /// Whether its neighbours of the same kind are carried out as one with it.
  fileprivate var isJoined: Bool {
    switch self {
    case .filter: true
    case .filterTable, .group, .groupTable, .sort, .limit, .sample, .count, .analysis: false
    }
  }
}

/// How an answer is shown: that is no part of the plan.
public enum Presentation: Hashable, Sendable {
  case table
  /// The articles that the rows stand in, as running text.
  case articles
  /// A picture of it.
  case chart(ChartPlan)
}

/// What rows are at some step of a query.
public indirect enum RowShape: Hashable, Sendable {
  case rows(QueryCollection)
  case table(TableShape)
  /// One row with one number.
  case count
}

/// The columns of a group or of an analysis.
public struct TableShape: Hashable, Sendable {
  /// What made the table.
  public enum Maker: Hashable, Sendable {
    /// A group, to which any figure can be added.
    case group
    case analysis(AnalysisStage)
  }

  /// Whether a group or an analysis made it.
  public let maker: Maker
  /// What a row is known by.
  public internal(set) var keys: [ResultColumn]
  /// The figures that some step asks for, those that are shown without being asked for first.
  public internal(set) var figures: [ResultColumn]
  /// How many figures are shown without being asked for.
  let usualCount: Int
  /// What an analysis can add when it is asked for.
  public let offered: [ResultColumn]
  /// What was grouped.
  public let base: RowShape

  init(
    _ maker: Maker, keys: [ResultColumn], figures: [ResultColumn], offered: [ResultColumn] = [],
    base: RowShape
  ) {
    self.maker = maker
    self.keys = keys
    self.figures = figures
    usualCount = figures.count
    self.offered = offered
    self.base = base
  }

  /// All that can be named: what there is, and what is there for the asking.
  var columns: [ResultColumn] { keys + figures + offered.filter { !figures.contains($0) } }
  var usualColumns: [ResultColumn] { keys + figures.prefix(usualCount) }
}
