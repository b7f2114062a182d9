//! What a typed column means at a step, and its type.

/// A field of rows or a column of a table, with its type.
struct BoundOperand<Operand: PlanOperand> {
  let operand: Operand
  let type: ValueType
  let isList: Bool

  var name: String { operand.name }
}

/// Finds what a typed column means, or reports why it means nothing.
typealias OperandLookup<Operand: PlanOperand> = (inout Binder, ColumnSyntax) -> BoundOperand<Operand>?

extension Binder {
  /// The field that a word names in the collection, or nil with a diagnostic.
  mutating func field(_ word: WordSyntax) -> BoundOperand<Field>? {
    if let field = FieldCatalog.field(named: word.text, in: collection),
      let definition = FieldCatalog.definition(of: field, in: collection)
    {
      return BoundOperand(operand: field, type: definition.type, isList: definition.isList)
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

  /// The field that a column of a condition means; figures and periods are of groups.
  mutating func rowOperand(_ column: ColumnSyntax) -> BoundOperand<Field>? {
    let isKnown = FieldCatalog.field(named: column.name.text, in: collection) != nil
    if column.argument == nil, isKnown || !isAggregate(column) { return field(column.name) }
    report(.notGrouped(SyntaxPrinter.print(column)), at: column.range, alternatives: regrouped)
    return nil
  }

  /// The column of the table that a typed one means. A figure that no step has asked for yet is added to the group.
  mutating func tableOperand(_ column: ColumnSyntax) -> BoundOperand<TableColumn>? {
    guard case .table(let table) = query.shape else { return nil }
    let known = [SyntaxPrinter.print(column).lowercased(), canonicalName(of: column)].lazy
      .compactMap { name in table.columns.first { $0.name == name } }.first
    if let known {
      if table.offered.contains(known) { ask(for: known) }
      return BoundOperand(known)
    }
    if table.maker == .group, isAggregate(column) { return addFigure(column).map { BoundOperand($0) } }
    reportNoColumn(column, of: table)
    return nil
  }

  /// The name of a column as tables head it: fields by their own names, in lower case.
  func canonicalName(of column: ColumnSyntax) -> String {
    func canonical(_ word: WordSyntax) -> String {
      FieldCatalog.field(named: word.text, in: collection)?.rawValue ?? word.text.lowercased()
    }
    guard let argument = column.argument else { return canonical(column.name) }
    return "\(column.name.text.lowercased())(\(canonical(argument)))"
  }

  private mutating func reportNoColumn(_ column: ColumnSyntax, of table: TableShape) {
    let printed = SyntaxPrinter.print(column)
    let word = column.argument ?? column.name
    // `date` after `group by month(date)`.
    let related = table.keys.map(\.name).filter { name in
      FieldCatalog.field(named: word.text, in: collection).map { name.contains("(\($0.rawValue))") } ?? false
    }
    if FieldCatalog.field(named: word.text, in: collection) != nil {
      return report(
        .notGrouped(printed), at: column.range,
        suggestions: related.map { Suggestion($0, replacement: $0, range: column.range) })
    }
    let columns = table.columns.map(\.name)
    let near = Speller.nearest(to: printed, among: columns)
    report(
      .unknownColumn(printed, columns: columns), at: column.range,
      suggestions: near.map { Suggestion($0, replacement: $0, range: column.range) })
  }
}

extension BoundOperand where Operand == TableColumn {
  init(_ column: ResultColumn) {
    self.init(operand: TableColumn(column.name), type: column.type, isList: column.isList)
  }
}
