//! Tables that pandas writes as JSON: by column, and split into columns and rows.

internal import FoundationEssentials

/// A table within an object: the names of its columns, and its rows.
struct JSONFrame {
  private var columns: [String] = []
  private var rows: [[String?]] = []

  /// The table of `{"columns": […], "data": [[…]]}` or of `{"text": {"0": …}, …}`; nil where there is none with a text.
  init?(_ container: KeyedDecodingContainer<AnyKey>, _ fields: FieldNames) {
    guard readSplit(container) || readColumns(container, fields),
      columns.contains(where: { fields.meaning(of: $0)?.field == .text })
    else { return nil }
  }

  /// What each row says.
  func records(_ fields: FieldNames) -> [FieldValues] {
    rows.map { row in
      var values = FieldValues()
      values.names = columns
      for (name, value) in zip(columns, row) {
        if let value, let meaning = fields.meaning(of: name) { values.take(value, meaning) }
      }
      return values
    }
  }

  private mutating func readSplit(_ container: KeyedDecodingContainer<AnyKey>) -> Bool {
    guard let names = try? container.decode([String].self, forKey: AnyKey(stringValue: "columns")),
      let data = try? container.decode([[NamedValue]].self, forKey: AnyKey(stringValue: "data"))
    else { return false }
    columns = names
    rows = data.map { $0.map(\.name) }
    return true
  }

  /// Each column an object of values by row, all with the same rows.
  private mutating func readColumns(
    _ container: KeyedDecodingContainer<AnyKey>, _ fields: FieldNames
  ) -> Bool {
    let keys = container.allKeys.sorted { $0.stringValue < $1.stringValue }
    guard keys.count > 1, keys.contains(where: { fields.meaning(of: $0.stringValue)?.field == .text }) else {
      return false
    }
    var values: [[String: NamedValue]] = []
    for key in keys {
      guard let column = try? container.decode([String: NamedValue].self, forKey: key) else { return false }
      values.append(column)
    }
    guard let first = values.first, values.allSatisfy({ $0.keys == first.keys }) else { return false }
    columns = keys.map(\.stringValue)
    let order = first.keys.sorted { (Int($0) ?? .max, $0) < (Int($1) ?? .max, $1) }
    rows = order.map { row in values.map { $0[row]?.name } }
    return true
  }
}
