//! What rows are grouped by, and the figures over the rows of a group.

/// What rows are grouped by.
public enum Key<Operand: PlanOperand>: Hashable, Sendable {
  case field(Operand)
  /// The period that the day of an operand falls in.
  case period(Period, Operand)

  /// What it is made of.
  public var field: Operand {
    switch self {
    case .field(let field): field
    case .period(_, let field): field
    }
  }

  /// As users type it: `outlet`, `month(date)`.
  public var name: String {
    switch self {
    case .field(let field): field.name
    case .period(let period, let field): "\(period.rawValue)(\(field.name))"
    }
  }
}

/// A key over the fields of rows.
public typealias GroupKey = Key<Field>

/// A span of the calendar.
public enum Period: String, CaseIterable, Hashable, Sendable {
  case day, week, month, quarter, year
}

/// A figure over the rows of a group.
public enum Figure<Operand: PlanOperand>: Hashable, Sendable {
  case count
  case countDistinct(Operand)
  case min(Operand)
  case max(Operand)
  case sum(Operand)
  case mean(Operand)
  case median(Operand)
  /// The group's share of all rows, 0 to 1.
  case share

  /// As users type it: `count`, `mean(words)`.
  public var name: String {
    switch self {
    case .count: "count"
    case .countDistinct(let field): "count(\(field.name))"
    case .min(let field): "min(\(field.name))"
    case .max(let field): "max(\(field.name))"
    case .sum(let field): "sum(\(field.name))"
    case .mean(let field): "mean(\(field.name))"
    case .median(let field): "median(\(field.name))"
    case .share: "share"
    }
  }

  /// The type of its values, given that of the operand.
  public func type<Failure: Error>(
    of operand: (Operand) throws(Failure) -> ValueType?
  ) throws(Failure) -> ValueType {
    switch self {
    case .count, .countDistinct: .integer
    case .share: .decimal
    case .min(let field), .max(let field), .sum(let field): try operand(field) ?? .decimal
    case .mean(let field), .median(let field): try operand(field) == .date ? .date : .decimal
    }
  }
}

/// A figure over the fields of rows.
public typealias Aggregate = Figure<Field>
