//! Groups: one row per combination of keys, with figures over its members.

internal import QuothBasics
internal import QuothQuery

/// Which rows belong to which groups, as pairs in row order; a row can be in several groups.
struct GroupMembers {
  private(set) var rows: [Int32]
  private(set) var groups: [Int32]
  /// The key values of each group.
  private(set) var keys: [[Value]] = [[]]

  /// All rows in one group without keys.
  init(_ rows: [Int32]) {
    self.rows = rows
    groups = Array(repeating: 0, count: rows.count)
  }

  /// Splits every group by one more key. Rows without a value go to a group of their own.
  mutating func split(by coder: KeyCoder, _ watch: ExecutionWatch) throws(ExecutionError) {
    var found = GroupNumbers(groups: keys.count, codes: coder.codeCount)
    var (newRows, newGroups, newKeys): ([Int32], [Int32], [[Value]]) = ([], [], [])
    newRows.reserveCapacity(rows.count)
    newGroups.reserveCapacity(rows.count)
    let (rows, groups, keys) = (rows, groups, keys)
    func add(_ member: Int, _ code: Int32) {
      let group = found.number(groups[member], code, next: Int32(newKeys.count))
      if Int(group) == newKeys.count {
        newKeys.append(keys[Int(groups[member])] + [code < 0 ? .missing : coder.value(code)])
      }
      newRows.append(rows[member])
      newGroups.append(group)
    }
    try watch.inStretches(rows.count) { stretch in
      if case .column(.one(let codes)) = coder.codes {
        for member in stretch { add(member, codes[Int(rows[member])]) }
        return
      }
      for member in stretch {
        let before = newRows.count
        coder.forEachCode(Int(rows[member])) { add(member, $0) }
        if newRows.count == before { add(member, CodeColumn.missing) }
      }
    }
    (self.rows, self.groups, self.keys) = (newRows, newGroups, newKeys)
  }

  /// How many rows are in more than one group.
  var rowsInSeveralGroups: Int {
    var count = 0
    for index in rows.indices.dropFirst() where rows[index] == rows[index - 1] {
      if index < 2 || rows[index - 2] != rows[index] { count += 1 }
    }
    return count
  }
}

/// The numbers of pairs of a group and a code, given out as pairs come up.
private struct GroupNumbers {
  /// So many pairs at most are numbered by an array.
  private static let mostPlaces = 1 << 22

  private struct Pair: Hashable {
    let group: Int32
    let code: Int32
  }

  private let codeCount: Int
  private var places: [Int32] = []
  private var numbers: [Pair: Int32] = [:]

  /// `codes` is how many codes there are, if known.
  init(groups: Int, codes: Int?) {
    // One place more in each group, for rows without a value.
    codeCount = (codes ?? 0) + 1
    if codes != nil, groups * codeCount <= GroupNumbers.mostPlaces {
      places = [Int32](repeating: -1, count: groups * codeCount)
    }
  }

  /// The number of a pair; `next` if it is new.
  @inline(__always) mutating func number(_ group: Int32, _ code: Int32, next: Int32) -> Int32 {
    guard places.isEmpty else {
      let place = Int(group) * codeCount + (code < 0 ? codeCount - 1 : Int(code))
      if places[place] < 0 { places[place] = next }
      return places[place]
    }
    let pair = Pair(group: group, code: code)
    if let known = numbers[pair] { return known }
    numbers[pair] = next
    return next
  }
}

extension Execution {
  /// One row per combination of keys, for rows of a collection.
  mutating func group(
    _ set: RowSet, by keys: [GroupKey], aggregates: [Aggregate]
  ) throws(ExecutionError) -> TableSet {
    noteWhatIsLeftOut(of: set)
    return try group(
      set.rows, CollectionReaders(columns: columns, collection: set.collection), keys, aggregates)
  }

  /// One row per combination of keys, for rows of a table.
  mutating func group(
    _ set: TableSet, by keys: [Key<TableColumn>], aggregates: [Figure<TableColumn>]
  ) throws(ExecutionError) -> TableSet {
    try group(
      set.rows.indices.map { Int32($0) }, TableReaders(table: set, columns: columns), keys, aggregates)
  }

  /// Groups come most members first and then by their keys, so that an answer without `sort by` has an order that
  /// every engine can give.
  private mutating func group<Readers: OperandReaders>(
    _ rows: [Int32], _ readers: Readers, _ keys: [Key<Readers.Operand>], _ figures: [Figure<Readers.Operand>]
  ) throws(ExecutionError) -> TableSet {
    var shown: [ResultColumn] = []
    for key in keys { shown.append(try readers.column(of: key)) }
    for figure in figures { shown.append(try readers.column(of: figure)) }
    var coders: [KeyCoder] = []
    for key in keys { coders.append(try corpus.coder(of: key, readers)) }
    if coders.count == 1, let counted = try count(rows, coders[0], figures) {
      return TableSet(columns: shown, rows: counted)
    }
    var members = GroupMembers(rows)
    for coder in coders { try members.split(by: coder, watch) }
    countedSeveralTimes += members.rowsInSeveralGroups
    let aggregation = Aggregation(readers, corpus: corpus, members: members, total: rows.count)
    var values: [[Value]] = []
    for figure in figures {
      try watch.look()
      values.append(try aggregation.values(of: figure))
    }
    let grouped = members.keys.indices.map { group in members.keys[group] + values.map { $0[group] } }
    let order = try groupOrder(keys: members.keys, counts: aggregation.counts)
    return TableSet(columns: shown, rows: order.map { TableRow(grouped[$0]) })
  }

  /// The groups of one key, where all that is asked of them is how many rows they have.
  private mutating func count<Operand>(
    _ rows: [Int32], _ coder: KeyCoder, _ figures: [Figure<Operand>]
  ) throws(ExecutionError) -> [TableRow]? {
    guard figures.allSatisfy({ $0 == .count || $0 == .share }),
      let groups = try GroupCounts(rows, coder, coreCount: coreCount, watch)
    else { return nil }
    countedSeveralTimes += groups.rowsInSeveralGroups
    let order = try groupOrder(keys: groups.keys.map { [$0] }, counts: groups.counts)
    return order.map { group in
      let count = groups.counts[group]
      let values = figures.map { $0 == .count ? .integer(count) : GroupShare.value(count, of: rows.count) }
      return TableRow([groups.keys[group]] + values)
    }
  }

  /// Most members first, then by their keys.
  func groupOrder(keys: [[Value]], counts: [Int]) throws(ExecutionError) -> [Int] {
    let byCount = SortColumn(ordinals: counts.map { Double($0) }, descending: true)
    let byKeys = (keys.first ?? []).indices.map { place in
      SortColumn.of(keys.count, descending: false, watch) { keys[$0][place] }
    }
    let order = SortColumn.order(of: keys.count, by: [byCount] + byKeys, watch)
    try watch.look()
    return order
  }
}
