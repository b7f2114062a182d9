//! The operator that keeps rows of which a condition is true: from an index where one helps, on all cores.

internal import QuothBasics
internal import QuothModel
internal import QuothQuery

/// When indexes are used. All give the same answer.
public enum AccessPolicy: Sendable {
  /// Where an index leaves few of many rows.
  case automatic
  /// Never: every row is looked at.
  case scan
  /// Wherever an index or another core can be used, for tests.
  case always
}

extension Execution {
  /// Fewer rows than this are looked at one by one sooner than an index is asked.
  private static let fewRows = 4096
  /// The same of rows whose words are looked at, where there is an index of words.
  private static let fewTexts = 128

  /// The rows of which the condition is true. Rows it cannot decide are noted under the field to blame.
  mutating func filter(_ set: RowSet, _ predicate: Predicate) throws(ExecutionError) -> RowSet {
    let readers = CollectionReaders(columns: columns, collection: set.collection)
    access = .scan
    let (narrowed, anchors) = try narrow(set, predicate)
    let kept = try passing(narrowed.rows, readers, predicate, anchors)
    let leftOut = try passing(narrowed.leftOut, readers, predicate, anchors)
    var undecided = try possible(set.undecided, readers, predicate)
    undecided.add(kept.undecided)
    return RowSet(
      collection: set.collection, rows: kept.rows, leftOut: leftOut.rows, undecided: undecided,
      isOrdered: set.isOrdered, includesRepeats: set.includesRepeats)
  }

  /// What is still undecided of rows that an earlier filter left so: those of which the condition is not false.
  private func possible(
    _ undecided: [UndecidedRows], _ readers: CollectionReaders, _ predicate: Predicate
  ) throws(ExecutionError) -> [UndecidedRows] {
    if undecided.isEmpty { return [] }
    let passed = try passing(undecided.flatMap(\.rows), readers, predicate)
    let possible = Set(passed.rows + passed.undecided.flatMap(\.rows))
    return undecided.keeping(possible.contains)
  }

  /// The rows of a table of which the condition is true.
  mutating func filter(_ set: TableSet, _ condition: Condition<TableColumn>) throws(ExecutionError)
    -> TableSet
  {
    let kept = try passing(
      set.rows.indices.map { Int32($0) }, TableReaders(table: set, columns: columns), condition)
    undecided.add(kept.undecided)
    return TableSet(columns: set.columns, rows: kept.rows.map { set.rows[Int($0)] }, stage: set.stage)
  }

  // MARK: Access

  /// The rows that an index leaves of a set, or the set; and where in their texts to look.
  private mutating func narrow(
    _ set: RowSet, _ predicate: Predicate
  ) throws(ExecutionError) -> (RowSet, [Predicate: TextAnchors]) {
    let mayUse =
      switch policy {
      case .scan: false
      case .always: set.isOrdered
      case .automatic:
        set.isOrdered
          && set.rows.count
            >= (columns.texts.hasWordIndex && predicate.readsText ? Self.fewTexts : Self.fewRows)
      }
    guard mayUse else { return (set, [:]) }
    let found = CandidateFinder(columns: columns, collection: set.collection, watch: watch)
      .candidates(for: predicate)
    try watch.look()
    guard let found, policy == .always || found.estimate * 2 < set.rows.count else { return (set, [:]) }
    let rows = found.rows()
    try watch.look()
    access = .index(fields: found.fields, candidates: rows.count)
    let narrowed = RowSet(
      collection: set.collection, rows: SortedRows.common(rows, set.rows),
      leftOut: SortedRows.common(rows, set.leftOut), undecided: set.undecided, isOrdered: true)
    return (narrowed, found.anchors)
  }
}

extension Predicate {
  /// Whether words of texts are looked at.
  fileprivate var readsText: Bool {
    switch self {
    case .and(let parts), .or(let parts): parts.contains(where: \.readsText)
    case .not(let part): part.readsText
    case .contains, .matches: true
    case .number, .date, .names, .text, .isMissing, .isTrue: false
    }
  }
}

/// What a filter keeps of some rows.
private struct Passed: Sendable {
  var rows: [Int32] = []
  var undecided: [UndecidedRows] = []
}

// MARK: - Looking at rows

extension Execution {
  /// Rows a core should have for its start to pay, by the cost of one.
  private func share(_ cost: CompiledPredicate.Cost) -> Int {
    if policy == .always { return 1 }
    return switch cost {
    case .column: 1 << 18
    case .text: 1 << 15
    case .words, .regex: 1 << 12
    }
  }

  /// Looks at each row. Every core has a condition of its own, since conditions have working memory; what they
  /// keep is joined in row order, so that the answer is the same on any number of cores.
  private func passing<Readers: OperandReaders & Sendable>(
    _ rows: [Int32], _ readers: Readers, _ condition: Condition<Readers.Operand>,
    _ anchors: [Condition<Readers.Operand>: TextAnchors] = [:]
  ) throws(ExecutionError) -> Passed {
    let compiled = try PredicateCompiler(readers: readers, corpus: corpus, watch: watch, anchors: anchors)
      .compile(condition)
    let parts = min(coreCount, rows.count / share(compiled.cost))
    guard parts > 1 else {
      let passed = Execution.passing(rows[...], compiled, watch)
      try watch.look()
      return passed
    }
    let stretches = (0..<parts).map { rows.count * $0 / parts..<rows.count * ($0 + 1) / parts }
    let results = try Parallel.map(stretches, limits: watch.limits) {
      [corpus] (stretch, watch) throws(ExecutionError) in
      let compiled = try PredicateCompiler(readers: readers, corpus: corpus, watch: watch, anchors: anchors)
        .compile(condition)
      return Execution.passing(rows[stretch], compiled, watch)
    }
    var joined = Passed()
    for passed in results {
      joined.rows += passed.rows
      joined.undecided.add(passed.undecided)
    }
    return joined
  }

  /// Looks at each row until the watch says to end.
  private static func passing(
    _ rows: ArraySlice<Int32>, _ predicate: CompiledPredicate, _ watch: ExecutionWatch
  ) -> Passed {
    var passed = Passed()
    let stretch = predicate.cost < .words ? ExecutionWatch.rowsBetweenLooks : 64
    var start = rows.startIndex
    while start < rows.endIndex, !watch.mustEnd() {
      let end = min(start + stretch, rows.endIndex)
      for index in start..<end {
        let row = Int(rows[index])
        switch predicate.test(row) {
        case .yes: passed.rows.append(rows[index])
        case .no: break
        case .unknown: if let field = predicate.blame(row) { passed.undecided.note(rows[index], field) }
        }
      }
      start = end
    }
    return passed
  }
}
