//! Puts rows and groups in order.

internal import QuothBasics
internal import QuothQuery

/// One sort key as numbers whose order is that of the values; `nan` where the value is missing.
struct SortColumn {
  let ordinals: [Double]
  let descending: Bool

  /// The sort column of finished values, which are all of one type or missing.
  static func of(
    _ count: Int, descending: Bool, _ watch: ExecutionWatch, _ value: (Int) -> Value
  ) -> SortColumn {
    let values = (0..<count).map { watch.isOver() ? .missing : value($0) }
    let ranks = TextRanks.ranks(count: count, watch: watch) { values[$0].foldedText }
    let ordinals = values.indices.map { values[$0].number ?? (ranks[$0] < 0 ? .nan : Double(ranks[$0])) }
    return SortColumn(ordinals: ordinals, descending: descending)
  }

  /// The places 0 up to `count` in the order of these columns, the first deciding first. Missing comes last
  /// in every direction, and what is equal keeps its order.
  static func order(of count: Int, by columns: [SortColumn], _ watch: ExecutionWatch) -> [Int] {
    (0..<count).sorted { left, right in
      if watch.isOver() { return false }
      for column in columns {
        let (leftOrdinal, rightOrdinal) = (column.ordinals[left], column.ordinals[right])
        if leftOrdinal == rightOrdinal || (leftOrdinal.isNaN && rightOrdinal.isNaN) { continue }
        if leftOrdinal.isNaN || rightOrdinal.isNaN { return rightOrdinal.isNaN }
        return (leftOrdinal < rightOrdinal) != column.descending
      }
      return left < right
    }
  }
}

extension Value {
  /// What numbers, days and yes or no sort by.
  fileprivate var number: Double? {
    switch self {
    case .integer(let number): Double(number)
    case .decimal(let number): number
    case .day(let day): Double(day.dayNumber)
    case .yesNo(let isYes): isYes ? 1 : 0
    case .missing, .text, .list: nil
    }
  }

  /// What texts sort by; a list by its values in turn, an empty one as missing.
  fileprivate var foldedText: [UInt8]? {
    switch self {
    case .text(let text): TextFolding.fold(Array(text.utf8))
    case .list(let values):
      values.isEmpty ? nil : Array(values.compactMap(\.foldedText).joined(separator: [0]))
    case .missing, .integer, .decimal, .day, .yesNo: nil
    }
  }
}

extension Execution {
  /// Rows in the order of the keys; ties keep the order they came in.
  func sort(_ relation: Relation, by keys: [SortKey]) throws(ExecutionError) -> Relation {
    var sortColumns: [SortColumn] = []
    for key in keys {
      try watch.look()
      switch relation {
      case .rows(let set): sortColumns.append(try sortColumn(of: key, over: set))
      case .table(let set): sortColumns.append(try sortColumn(of: key, over: set))
      }
    }
    let order = SortColumn.order(of: relation.count, by: sortColumns, watch)
    try watch.look()
    let sorted = relation.picking(order)
    guard case .rows(var set) = sorted else { return sorted }
    set.isOrdered = false
    return .rows(set)
  }

  private func sortColumn(of key: SortKey, over set: TableSet) throws(ExecutionError) -> SortColumn {
    let place = try TableReaders(table: set, columns: columns).place(of: key.column.tableColumn)
    return .of(set.rows.count, descending: key.descending, watch) { set.rows[$0][place] }
  }

  private func sortColumn(of key: SortKey, over set: RowSet) throws(ExecutionError) -> SortColumn {
    let rows = set.rows
    let reader = try columns.knownReader(of: try key.column.field(of: set.collection), in: set.collection)
    if case .code(let column, _) = reader {
      let ranks = column.names.ranks
      let ordinals = rows.map { row in
        let code = column.codes[Int(row)]
        return code == CodeColumn.missing ? Double.nan : Double(ranks[Int(code)])
      }
      return SortColumn(ordinals: ordinals, descending: key.descending)
    }
    let corpus = corpus
    return .of(rows.count, descending: key.descending, watch) { reader.value(Int(rows[$0]), in: corpus) }
  }
}
