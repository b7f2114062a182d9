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
    struct Place: Hashable {
      let group: Int32
      let code: Int32
    }
    var found: [Place: Int32] = [:]
    var (newRows, newGroups, newKeys): ([Int32], [Int32], [[Value]]) = ([], [], [])
    let (rows, groups, keys) = (rows, groups, keys)
    func add(_ member: Int, _ code: Int32) {
      let place = Place(group: groups[member], code: code)
      let group = found[place] ?? Int32(newKeys.count)
      if Int(group) == newKeys.count {
        found[place] = group
        newKeys.append(keys[Int(groups[member])] + [code < 0 ? .missing : coder.value(code)])
      }
      newRows.append(rows[member])
      newGroups.append(group)
    }
    try watch.inStretches(rows.count) { stretch in
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

extension Execution {
  /// One row per combination of keys. Groups come most members first and then by their keys, so that an
  /// answer without `sort by` has an order that every engine can give.
  mutating func group(
    _ set: RowSet, by keys: [GroupKey], aggregates declared: [Aggregate]
  ) throws(ExecutionError) -> GroupSet {
    repeatsLeftOut += set.leftOut.count
    var members = GroupMembers(set.rows)
    for key in keys { try members.split(by: try columns.coder(of: key, in: set.collection), watch) }
    countedSeveralTimes += members.rowsInSeveralGroups
    let aggregates = declared + wantedAggregates.filter { !declared.contains($0) }
    let shown = keys.map { OutputColumn.key($0) } + aggregates.map { OutputColumn.aggregate($0) }
    var types: [ResultColumn] = []
    for column in shown { types.append(try column.resultColumn(in: set.collection)) }
    let aggregation = Aggregation(
      columns: columns, collection: set.collection, members: members, total: set.rows.count)
    var figures: [[Value]] = []
    for aggregate in aggregates {
      try watch.look()
      figures.append(try aggregation.values(of: aggregate))
    }
    let rows = members.keys.indices.map { group in members.keys[group] + figures.map { $0[group] } }
    let order = try groupOrder(keys: members.keys, counts: aggregation.counts)
    return GroupSet(columns: shown, types: types, rows: order.map { rows[$0] })
  }

  private func groupOrder(keys: [[Value]], counts: [Int]) throws(ExecutionError) -> [Int] {
    let byCount = SortColumn(ordinals: counts.map { Double($0) }, descending: true)
    let byKeys = (keys.first ?? []).indices.map { place in
      SortColumn.of(keys.count, descending: false, watch) { keys[$0][place] }
    }
    let order = SortColumn.order(of: keys.count, by: [byCount] + byKeys, watch)
    try watch.look()
    return order
  }
}
