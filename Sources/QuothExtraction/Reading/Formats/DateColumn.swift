//! What the dates of a file prove of their order.

/// Tells whether day or month comes first in the dates of a file, from those at its beginning.
struct DateColumn {
  private var days = 0
  private var months = 0

  mutating func take(_ date: String) {
    switch DateReader.order(of: date) {
    case .dayFirst: days += 1
    case .monthFirst: months += 1
    case nil: break
    }
  }

  /// The order that the dates prove; nil where none does, or where they prove both.
  var order: DateOrder? {
    if days > 0, months == 0 { return .dayFirst }
    return months > 0 && days == 0 ? .monthFirst : nil
  }

  /// The order of the dates that stand as values in JSON: `"14/03/2024"`.
  static func order(inJSON head: [UInt8]) -> DateOrder? {
    var column = DateColumn()
    for value in head.split(separator: UInt8(ascii: "\"")) where (8...19).contains(value.count) {
      guard value.allSatisfy({ $0 < 0x40 }) else { continue }
      column.take(String(decoding: value, as: UTF8.self))
    }
    return column.order
  }
}
