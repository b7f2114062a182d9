//! Binding of `group by`, `sort by` and `show`.

extension Binder {
  /// The aggregates of one field, by name.
  static let aggregatesOfField: [(name: String, make: @Sendable (Field) -> Aggregate)] = [
    ("count", Aggregate.countDistinct), ("min", Aggregate.min), ("max", Aggregate.max),
    ("sum", Aggregate.sum),
    ("mean", Aggregate.mean), ("median", Aggregate.median),
  ]

  mutating func group(by keys: [GroupKey]) {
    groupStep = steps.count
    aggregates = [.count]
    steps.append(.group(by: keys, aggregates: []))
    shape = .groups(keys)
    columns = nil
  }

  mutating func bindGroup(_ clause: ColumnsClauseSyntax) {
    guard shape == .rows else {
      return report(.stageAfter(.group, previous: .group), at: clause.range)
    }
    let keys = clause.columns.compactMap { groupKey($0) }
    group(by: keys.reduce(into: []) { if !$0.contains($1) { $0.append($1) } })
  }

  private mutating func groupKey(_ column: ColumnSyntax) -> GroupKey? {
    guard let argument = column.argument else {
      if let period = Period(rawValue: column.name.text.lowercased()), periodIsMeant(column) {
        let fix = "\(period.rawValue)(date)"
        report(
          .unknownField(column.name.text, collection), at: column.range,
          suggestions: [Suggestion(fix, replacement: fix, range: column.range)])
        return nil
      }
      return field(column.name).map { .field($0.field) }
    }
    guard let period = Period(rawValue: column.name.text.lowercased()) else {
      reportUnknownFunction(column.name, known: Period.allCases.map(\.rawValue))
      return nil
    }
    guard let definition = field(argument) else { return nil }
    guard definition.type == .date else {
      report(.wrongPeriod(definition.field, definition.type), at: argument.range)
      return nil
    }
    return .period(period, definition.field)
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
    if !keys.isEmpty { steps.append(.sort(keys)) }
  }

  mutating func bindShow(_ clause: ColumnsClauseSyntax) {
    let named = clause.columns.compactMap { column($0) }
    let shown = named.reduce(into: [OutputColumn]()) { if !$0.contains($1) { $0.append($1) } }
    guard case .groups(let keys) = shape, !shown.contains(where: \.isKey) else {
      columns = shown
      return
    }
    // A figure says nothing without the group it belongs to.
    columns = keys.map(OutputColumn.key) + shown
  }

  /// Whether a column is a figure over rows.
  func isAggregate(_ column: ColumnSyntax) -> Bool {
    let name = column.name.text.lowercased()
    if column.argument != nil { return Binder.aggregatesOfField.contains { $0.name == name } }
    return name == "count" || name == "share"
  }

  private mutating func column(_ column: ColumnSyntax) -> OutputColumn? {
    if isAggregate(column) { return aggregateColumn(column) }
    guard let argument = column.argument else {
      guard let definition = field(column.name) else { return nil }
      return place(.field(definition.field), written: column)
    }
    guard Period(rawValue: column.name.text.lowercased()) != nil else {
      let known = Period.allCases.map(\.rawValue) + Binder.aggregatesOfField.map(\.name)
      reportUnknownFunction(column.name, known: known)
      _ = field(argument)
      return nil
    }
    return groupKey(column).flatMap { place($0, written: column) }
  }

  /// A key as a column: of rows a field; of groups only what they are grouped by.
  private mutating func place(_ key: GroupKey, written column: ColumnSyntax) -> OutputColumn? {
    switch shape {
    case .rows:
      if case .field(let field) = key { return .field(field) }
    case .groups(let keys):
      if keys.contains(key) { return .key(key) }
    case .counted: break
    }
    var suggestions: [Suggestion] = []
    if case .groups(let keys) = shape {
      let fitting = keys.filter { $0.field == key.field }.map(\.name)
      suggestions = fitting.map { Suggestion($0, replacement: $0, range: column.range) }
    }
    report(.notGrouped(SyntaxPrinter.print(column)), at: column.range, suggestions: suggestions)
    return nil
  }

  private mutating func aggregateColumn(_ column: ColumnSyntax) -> OutputColumn? {
    guard let aggregate = aggregate(column) else { return nil }
    guard case .groups = shape else {
      report(.notGrouped(SyntaxPrinter.print(column)), at: column.range)
      return nil
    }
    if !aggregates.contains(aggregate) { aggregates.append(aggregate) }
    return .aggregate(aggregate)
  }

  /// Whether a figure can be made of fields of a type.
  static func applies(_ aggregate: String, to type: ValueType) -> Bool {
    switch type {
    case .integer, .decimal: true
    case .date: aggregate != "sum"
    case .text, .name, .choice, .yesNo: aggregate == "count"
    }
  }

  private mutating func aggregate(_ column: ColumnSyntax) -> Aggregate? {
    let name = column.name.text.lowercased()
    guard let argument = column.argument else { return name == "share" ? .share : .count }
    guard let definition = field(argument),
      let make = Binder.aggregatesOfField.first(where: { $0.name == name })?.make
    else { return nil }
    guard Binder.applies(name, to: definition.type) else {
      report(.wrongAggregate(name, definition.field, definition.type), at: column.range)
      return nil
    }
    return make(definition.field)
  }
}

extension GroupKey {
  /// The field it is made of.
  public var field: Field {
    switch self {
    case .field(let field): field
    case .period(_, let field): field
    }
  }

  /// As users type it: `outlet`, `month(date)`.
  public var name: String {
    switch self {
    case .field(let field): field.rawValue
    case .period(let period, let field): "\(period.rawValue)(\(field.rawValue))"
    }
  }
}

extension Aggregate {
  /// As users type it: `count`, `mean(words)`.
  public var name: String {
    switch self {
    case .count: "count"
    case .countDistinct(let field): "count(\(field.rawValue))"
    case .min(let field): "min(\(field.rawValue))"
    case .max(let field): "max(\(field.rawValue))"
    case .sum(let field): "sum(\(field.rawValue))"
    case .mean(let field): "mean(\(field.rawValue))"
    case .median(let field): "median(\(field.rawValue))"
    case .share: "share"
    }
  }
}

extension OutputColumn {
  /// As users type it, and as the column is headed.
  public var name: String {
    switch self {
    case .field(let field): field.rawValue
    case .key(let key): key.name
    case .aggregate(let aggregate): aggregate.name
    }
  }

  var isKey: Bool {
    switch self {
    case .key: true
    case .field, .aggregate: false
    }
  }
}
