//! Binding of `group by`, `sort by` and `show`.

extension Binder {
  /// Groups the rows so far; figures join as later steps ask for them.
  mutating func group(by keys: [GroupKey]) {
    let columns = keys.map { key in
      ResultColumn(
        name: key.name, type: type(of: key, FieldCatalog.type(of: key.field, in: collection)), isList: false)
    }
    begin(.group(by: keys, aggregates: [.count]), keys: columns)
  }

  private mutating func begin(_ step: BoundStep, keys: [ResultColumn]) {
    let count = ResultColumn(name: Figure<Field>.count.name, type: .integer, isList: false)
    query.steps.append(step)
    query.shape = .table(TableShape(.group, keys: keys, figures: [count], base: query.shape))
    query.shown = nil
  }

  private func type<Operand>(of key: Key<Operand>, _ type: ValueType?) -> ValueType {
    switch key {
    case .field: type ?? .text
    case .period(let period, _): period == .day ? .date : .text
    }
  }

  mutating func bindGroup(_ clause: ColumnsClauseSyntax) {
    switch query.shape {
    case .rows:
      let keys = clause.columns.compactMap { rowKey($0) }
      group(by: keys.reduce(into: []) { if !$0.contains($1) { $0.append($1) } })
    case .table(let table):
      let found = clause.columns.compactMap { tableKey($0, of: table) }
      let keys = found.reduce(into: [Key<TableColumn>]()) { if !$0.contains($1) { $0.append($1) } }
      let columns = keys.map { key in
        let known = table.columns.first { $0.name == key.field.name }
        return ResultColumn(name: key.name, type: type(of: key, known?.type), isList: false)
      }
      begin(.groupTable(by: keys, aggregates: [.count]), keys: columns)
    case .count: report(.stageAfter(.group, previous: .count), at: clause.range)
    }
  }

  private mutating func rowKey(_ column: ColumnSyntax) -> GroupKey? {
    guard let argument = column.argument else {
      if let period = Period(rawValue: column.name.text.lowercased()), periodIsMeant(column) {
        let fix = "\(period.rawValue)(date)"
        report(
          .unknownField(column.name.text, collection), at: column.range,
          suggestions: [Suggestion(fix, replacement: fix, range: column.range)])
        return nil
      }
      return field(column.name).map { .field($0.operand) }
    }
    return period(column, of: field(argument))
  }

  /// A key of a table's rows; a column of the table first, whatever it is called.
  private mutating func tableKey(_ column: ColumnSyntax, of table: TableShape) -> Key<TableColumn>? {
    let name = canonicalName(of: column)
    let isColumn = table.columns.contains { $0.name == name }
    guard let argument = column.argument, !isColumn, Period(rawValue: column.name.text.lowercased()) != nil
    else {
      return tableOperand(column).map { .field($0.operand) }
    }
    let inner = ColumnSyntax(name: argument, argument: nil, range: argument.range)
    return period(column, of: tableOperand(inner))
  }

  private mutating func period<Operand>(
    _ column: ColumnSyntax, of operand: BoundOperand<Operand>?
  ) -> Key<Operand>? {
    guard let period = Period(rawValue: column.name.text.lowercased()) else {
      reportUnknownFunction(column.name, known: Period.allCases.map(\.rawValue))
      return nil
    }
    guard let operand else { return nil }
    guard operand.type == .date else {
      report(.wrongPeriod(operand.name, operand.type), at: column.argument?.range ?? column.range)
      return nil
    }
    return .period(period, operand.operand)
  }

  private func periodIsMeant(_ column: ColumnSyntax) -> Bool {
    FieldCatalog.field(named: column.name.text, in: collection) == nil
      && FieldCatalog.definition(of: .date, in: collection) != nil
  }

  private mutating func reportUnknownFunction(_ word: WordSyntax, known: [String]) {
    let near = Speller.nearest(to: word.text, among: known)
    report(
      .unknownWord(word.text, expected: [.column(collection)]), at: word.range,
      suggestions: near.map { Suggestion($0, replacement: $0, range: word.range) })
  }

  mutating func bindSort(_ clause: SortClauseSyntax) {
    let keys = clause.keys.compactMap { key in
      column(key.column).map { SortKey($0, descending: key.order == .descending) }
    }
    if !keys.isEmpty { query.steps.append(.sort(keys)) }
  }

  mutating func bindShow(_ clause: ColumnsClauseSyntax) {
    let named = clause.columns.compactMap { column($0) }
    let shown = named.reduce(into: [OutputColumn]()) { if !$0.contains($1) { $0.append($1) } }
    guard case .table(let table) = query.shape else {
      query.shown = shown
      return
    }
    // A figure says nothing without the group it belongs to.
    let keys = table.keys.map { OutputColumn.column(TableColumn($0.name)) }
    query.shown = shown.contains(where: keys.contains) ? shown : keys + shown
  }

  /// A column of the answer, or to sort by.
  private mutating func column(_ column: ColumnSyntax) -> OutputColumn? {
    switch query.shape {
    case .rows: return rowColumn(column).map(OutputColumn.field)
    case .table: return tableOperand(column).map { .column($0.operand) }
    case .count: return nil
    }
  }

  private mutating func rowColumn(_ column: ColumnSyntax) -> Field? {
    let isFunction = column.argument != nil
    if isFunction, Period(rawValue: column.name.text.lowercased()) == nil, !isAggregate(column) {
      let known = Period.allCases.map(\.rawValue) + Binder.figureNames
      reportUnknownFunction(column.name, known: known)
      if let argument = column.argument { _ = field(argument) }
      return nil
    }
    if let argument = column.argument, field(argument) == nil { return nil }
    return rowOperand(column)?.operand
  }
}

// Figures.
extension Binder {
  /// The figures that are made of a field.
  static let figureNames = ["count", "min", "max", "sum", "mean", "median"]

  /// Whether a column is a figure over rows.
  func isAggregate(_ column: ColumnSyntax) -> Bool {
    let name = column.name.text.lowercased()
    if column.argument != nil { return Binder.figureNames.contains(name) }
    return name == "count" || name == "share"
  }

  /// Whether a figure can be made of fields of a type.
  static func applies(_ figure: String, to type: ValueType) -> Bool {
    switch type {
    case .integer, .decimal: true
    case .date: figure != "sum"
    case .text, .name, .choice, .yesNo: figure == "count"
    }
  }

  /// Adds a figure to the last group, and gives its column.
  mutating func addFigure(_ column: ColumnSyntax) -> ResultColumn? {
    guard case .table(var table) = query.shape,
      let place = query.steps.lastIndex(where: \.isGroup)
    else { return nil }
    let added: ResultColumn?
    switch query.steps[place] {
    case .group(let keys, var figures):
      added = add(column, of: { $0.field($1.name) }, to: &figures)
      query.steps[place] = .group(by: keys, aggregates: figures)
    case .groupTable(let keys, var figures):
      added = add(column, of: { $0.baseOperand($1, of: table.base) }, to: &figures)
      query.steps[place] = .groupTable(by: keys, aggregates: figures)
    case .filter, .filterTable, .sort, .limit, .sample, .count, .analysis: return nil
    }
    if let added, !table.figures.contains(added) {
      table.figures.append(added)
      query.shape = .table(table)
    }
    return added
  }

  private mutating func add<Operand>(
    _ column: ColumnSyntax, of lookup: OperandLookup<Operand>, to figures: inout [Figure<Operand>]
  ) -> ResultColumn? {
    guard let (figure, type) = figure(column, of: lookup) else { return nil }
    if !figures.contains(figure) { figures.append(figure) }
    return ResultColumn(name: figure.name, type: type, isList: false)
  }

  /// A column of the table that was grouped.
  private mutating func baseOperand(_ column: ColumnSyntax, of base: RowShape) -> BoundOperand<TableColumn>? {
    guard case .table(let table) = base else { return nil }
    let name = canonicalName(of: column)
    if let known = table.columns.first(where: { $0.name == name }) { return BoundOperand(known) }
    report(.unknownColumn(name, columns: table.columns.map(\.name)), at: column.range)
    return nil
  }

  private mutating func figure<Operand>(
    _ column: ColumnSyntax, of lookup: OperandLookup<Operand>
  ) -> (Figure<Operand>, ValueType)? {
    let name = column.name.text.lowercased()
    guard let argument = column.argument else {
      return name == "share" ? (.share, .decimal) : (.count, .integer)
    }
    let inner = ColumnSyntax(name: argument, argument: nil, range: argument.range)
    guard let found = lookup(&self, inner) else { return nil }
    guard Binder.applies(name, to: found.type) else {
      report(.wrongAggregate(name, found.name, found.type), at: column.range)
      return nil
    }
    guard let figure = Figure(named: name, of: found.operand) else { return nil }
    return (figure, figure.type { _ in found.type })
  }
}

extension BoundStep {
  var isGroup: Bool {
    switch self {
    case .group, .groupTable: true
    case .filter, .filterTable, .sort, .limit, .sample, .count, .analysis: false
    }
  }
}

extension Figure {
  /// The figure of this name over an operand.
  init?(named name: String, of operand: Operand) {
    switch name {
    case "count": self = .countDistinct(operand)
    case "min": self = .min(operand)
    case "max": self = .max(operand)
    case "sum": self = .sum(operand)
    case "mean": self = .mean(operand)
    case "median": self = .median(operand)
    default: return nil
    }
  }
}

extension FieldCatalog {
  /// The type of a field in a collection, or nil when that collection has no such field.
  public static func type(of field: Field, in collection: QueryCollection) -> ValueType? {
    definition(of: field, in: collection)?.type
  }
}
