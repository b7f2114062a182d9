//! The names and types of the columns that operators give.

internal import QuothQuery

extension OutputColumn {
  /// The field of a collection's rows; throws when it is a column of a table.
  func field(of collection: QueryCollection) throws(ExecutionError) -> Field {
    guard case .field(let field) = self else {
      throw .unsupported("‘\(name)’ of \(collection.rawValue) without ‘group by’")
    }
    return field
  }

  /// The column of a table, by its name.
  var tableColumn: TableColumn { TableColumn(name) }
}

extension OperandReaders {
  /// The column that a key gives.
  func column(of key: Key<Operand>) throws(ExecutionError) -> ResultColumn {
    switch key {
    case .field(let field): ResultColumn(name: key.name, type: try type(of: field), isList: false)
    case .period(let period, _):
      ResultColumn(name: key.name, type: period == .day ? .date : .text, isList: false)
    }
  }

  /// The column that a figure gives.
  func column(of figure: Figure<Operand>) throws(ExecutionError) -> ResultColumn {
    let type = try figure.type { (field) throws(ExecutionError) -> ValueType? in try self.type(of: field) }
    return ResultColumn(name: figure.name, type: type, isList: false)
  }
}

extension QueryCollection {
  /// The definition of a field, or the error that there is none.
  func definition(of field: Field) throws(ExecutionError) -> FieldDefinition {
    guard let definition = FieldCatalog.definition(of: field, in: self) else {
      throw .unsupported("\(rawValue) have no field ‘\(field.rawValue)’")
    }
    return definition
  }
}
