//! The names and types of the columns of an answer.

internal import QuothQuery

extension OutputColumn {
  /// Whether both mean the same of a group: a grouped field and its key are one.
  func means(_ other: OutputColumn) -> Bool { self == other || (name == other.name) }

  /// The column's name and type over a collection; throws when the collection has no such field.
  func resultColumn(in collection: QueryCollection) throws(ExecutionError) -> ResultColumn {
    switch self {
    case .field(let field):
      let definition = try collection.definition(of: field)
      return ResultColumn(name: name, type: definition.type, isList: definition.isList)
    case .key(.field(let field)):
      return ResultColumn(name: name, type: try collection.definition(of: field).type, isList: false)
    case .key(.period(let period, _)):
      return ResultColumn(name: name, type: period == .day ? .date : .text, isList: false)
    case .aggregate(let aggregate):
      return ResultColumn(name: name, type: try aggregate.type(in: collection), isList: false)
    }
  }
}

extension Aggregate {
  fileprivate func type(in collection: QueryCollection) throws(ExecutionError) -> ValueType {
    switch self {
    case .count, .countDistinct: return .integer
    case .share: return .decimal
    case .min(let field), .max(let field), .sum(let field): return try collection.definition(of: field).type
    case .mean(let field), .median(let field):
      return try collection.definition(of: field).type == .date ? .date : .decimal
    }
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
