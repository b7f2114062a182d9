//! What conditions, groups and figures are about: a field of rows, or a column of a table.

/// Something with a value on each row of an operation's input.
public protocol PlanOperand: Hashable, Sendable {
  /// As users type it, and as its column is headed.
  var name: String { get }
}

extension Field: PlanOperand {
  /// The name that users type.
  public var name: String { rawValue }
}

/// A column of the table that a group or an analysis gives, by its name: `speakers`, `count`, `month(date)`.
public struct TableColumn: PlanOperand {
  /// The name as the column is headed.
  public let name: String

  public init(_ name: String) { self.name = name }
}
