//! Runs plans over a corpus in memory: the reference for any other engine.

internal import QuothBasics
public import QuothModel
public import QuothQuery

/// Runs plans over one corpus. Safe to use from several threads; columns that one query makes serve the next.
public final class InMemoryEngine: QueryEngine {
  /// What `set engine` calls it.
  public let name = "memory"
  /// The names of the corpus, for binding and completion.
  public let vocabulary: CorpusVocabulary
  let columns: CorpusColumns
  private let policy: AccessPolicy
  private let coreCount: Int
  private let lazyOverview: Lazily<CorpusOverview>

  /// An engine over a corpus. Nothing is computed until a query needs it. No answer depends on `policy`, or on how many
  /// cores share the work.
  public convenience init(
    _ corpus: Corpus, policy: AccessPolicy = .automatic, coreCount: Int = ProcessorCount.available
  ) {
    self.init(CorpusColumns(corpus), policy, coreCount)
  }

  /// An engine over another corpus of the same texts, with their indexes.
  convenience init(_ corpus: Corpus, amending other: InMemoryEngine, _ names: AmendedVocabulary) {
    self.init(CorpusColumns(corpus, texts: other.columns.texts), other.policy, other.coreCount, names)
  }

  private init(
    _ columns: CorpusColumns, _ policy: AccessPolicy, _ coreCount: Int, _ names: AmendedVocabulary? = nil
  ) {
    let corpus = columns.corpus
    self.columns = columns
    self.policy = policy
    self.coreCount = coreCount
    let vocabulary = CorpusVocabulary(columns, names)
    self.vocabulary = vocabulary
    lazyOverview = Lazily {
      let stored: PlainRows<CorpusOverview>? = try? corpus.snapshotOfCounts?.rows(.overview)
      return stored?.first ?? CorpusOverview(corpus, speakers: vocabulary.entries(of: .speaker))
    }
  }

  /// The corpus that it runs plans over.
  public var corpus: Corpus { columns.corpus }

  /// What the corpus holds.
  public var overview: CorpusOverview { lazyOverview.value }

  /// Runs a plan to its end, or until `limits` say to stop.
  public func execute(_ plan: LogicalPlan, limits: ExecutionLimits = ExecutionLimits())
    throws(ExecutionError) -> ResultTable
  {
    var execution = execution(limits)
    return try execution.table(of: plan)
  }

  func execution(_ limits: ExecutionLimits) -> Execution {
    Execution(columns: columns, watch: ExecutionWatch(limits), policy: policy, coreCount: coreCount)
  }

  /// Runs a plan for what happens in each of its operations.
  public func trace(_ plan: LogicalPlan, limits: ExecutionLimits = ExecutionLimits())
    throws(ExecutionError) -> StepReport
  {
    let recorder = StepRecorder()
    var execution = Execution(
      columns: columns, watch: ExecutionWatch(limits), policy: policy, coreCount: coreCount,
      recorder: recorder)
    _ = try execution.table(of: plan)
    guard let report = recorder.last else { throw .unsupported("a plan without operations") }
    return report
  }
}

/// One run of one plan: what the operators share, and the footer's facts as they come up.
struct Execution {
  let columns: CorpusColumns
  let watch: ExecutionWatch
  let policy: AccessPolicy
  let coreCount: Int
  /// Set when each operation is to be reported on.
  let recorder: StepRecorder?
  /// How the last filter came by its rows.
  var access: AccessPath?
  /// Rows that each field left undecided, in the order the fields came up.
  var undecided: [UndecidedRows] = []
  var repeatsLeftOut = 0
  var countedSeveralTimes = 0
  /// What the last analysis has to say of its figures.
  var analysisNotes: [AnalysisNote] = []
  /// Rows before the last limit; nil when no limit stands after the last filter, group or count.
  var rowsBeforeLimit: Int?

  init(
    columns: CorpusColumns, watch: ExecutionWatch, policy: AccessPolicy, coreCount: Int,
    recorder: StepRecorder? = nil
  ) {
    self.columns = columns
    self.watch = watch
    self.policy = policy
    self.coreCount = coreCount
    self.recorder = recorder
  }

  var corpus: Corpus { columns.corpus }

  /// Runs the plan and makes its answer.
  mutating func table(of plan: LogicalPlan) throws(ExecutionError) -> ResultTable {
    try watch.look()
    guard let recorder else { return try answer(of: plan) }
    return try recorder.record(plan) { () throws(ExecutionError) in
      let table = try answer(of: plan)
      return Performed(table, count: table.rows.count, access: nil)
    }
  }

  private mutating func answer(of plan: LogicalPlan) throws(ExecutionError) -> ResultTable {
    guard case .project(let input, let shown) = plan else {
      return try project(try run(plan), nil, highlights: plan.highlights)
    }
    return try project(try run(input), shown, highlights: input.highlights)
  }

  /// Runs one operation after its input.
  private mutating func run(_ plan: LogicalPlan) throws(ExecutionError) -> Relation {
    guard let recorder else { return try perform(plan) }
    return try recorder.record(plan) { () throws(ExecutionError) in
      let relation = try perform(plan)
      defer { access = nil }
      return Performed(relation, count: relation.count, access: access)
    }
  }

  private mutating func perform(_ plan: LogicalPlan) throws(ExecutionError) -> Relation {
    switch plan {
    case .scan(let collection, let repeats): return .rows(scan(collection, repeats: repeats))
    case .combine(let operation, let left, let right):
      let leftRows = try rows(of: try run(left), for: operation.rawValue)
      let rightRows = try rows(of: try run(right), for: operation.rawValue)
      rowsBeforeLimit = nil
      return .rows(combine(operation, leftRows, rightRows))
    case .filter(let input, let predicate):
      let rows = try rows(of: try run(input), for: "where")
      rowsBeforeLimit = nil
      return .rows(try filter(rows, predicate))
    case .filterTable(let input, let condition):
      let table = try table(of: try run(input), for: "where")
      rowsBeforeLimit = nil
      return .table(try filter(table, condition))
    case .group(let input, let keys, let figures):
      let rows = try rows(of: try run(input), for: "group by")
      rowsBeforeLimit = nil
      return .table(try group(rows, by: keys, aggregates: figures))
    case .groupTable(let input, let keys, let figures):
      let table = try table(of: try run(input), for: "group by")
      rowsBeforeLimit = nil
      return .table(try group(table, by: keys, aggregates: figures))
    case .sort(let input, let keys): return try sort(try run(input), by: keys)
    case .limit(let input, let count): return limit(try run(input), to: count)
    case .sample(let input, let count, let seed): return try sample(try run(input), count, seed: seed)
    case .analyse(let input, let analysis, let columns):
      let rows = try rows(of: try run(input), for: analysis.stage.rawValue)
      var reference: RowSet?
      if let other = analysis.reference {
        reference = try self.rows(of: try run(other), for: analysis.stage.rawValue)
      }
      rowsBeforeLimit = nil
      return .table(try analyse(rows, analysis, against: reference, columns))
    case .project: throw .unsupported("columns chosen before the end")
    case .count(let input):
      let relation = try run(input)
      rowsBeforeLimit = nil
      return .table(count(relation))
    }
  }

  private func rows(of relation: Relation, for operation: String) throws(ExecutionError) -> RowSet {
    switch relation {
    case .rows(let rows): return rows.taken
    case .table: throw .unsupported("‘\(operation)’ of rows, after ‘group by’ or ‘count’")
    }
  }

  private func table(of relation: Relation, for operation: String) throws(ExecutionError) -> TableSet {
    switch relation {
    case .table(let table): return table
    case .rows: throw .unsupported("‘\(operation)’ of a table, before ‘group by’")
    }
  }

  /// Takes the footer's facts of rows that become a table or an answer.
  mutating func noteWhatIsLeftOut(of set: RowSet) {
    repeatsLeftOut += set.leftOut.count
    undecided.add(set.undecided)
  }

  /// What the answer says was left out or counted twice.
  var notes: [ResultNote] {
    var notes = undecided.map { ResultNote.undecided($0.field, $0.rows.count) }
    if repeatsLeftOut > 0 { notes.append(.repeatsLeftOut(repeatsLeftOut)) }
    if countedSeveralTimes > 0 { notes.append(.countedSeveralTimes(countedSeveralTimes)) }
    return notes + analysisNotes.map(ResultNote.analysis)
  }
}
