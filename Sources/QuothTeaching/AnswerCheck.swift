//! Whether an answer is the one that was asked for: compared by what it holds, not by how it was asked.

internal import QuothBasics
public import QuothQuery

/// In what an answer differs from the right one.
public enum AnswerDifference: Hashable, Sendable {
  /// Rows of another collection, or figures (nil), where rows of a collection, or figures, are meant.
  case otherKind(found: QueryCollection?, meant: QueryCollection?)
  /// Rows of the collection meant, but not the same ones.
  case rows(missing: Int, extra: Int, meant: Int)
  /// A table of figures with another number of lines.
  case lineCount(found: Int, meant: Int)
  /// No column holds the figures or names of this one.
  case column(String)
  /// Each column is there, but their lines go together in another way.
  case pairing
}

/// Compares answers.
public enum AnswerCheck {
  /// Nil where the answer is right: the same rows of a collection, in any order and with any columns; or the same
  /// lines of figures, in any order, beside any other columns.
  public static func difference(of answer: ResultTable, from model: ResultTable) -> AnswerDifference? {
    guard let meant = keys(of: model) else { return figureDifference(of: answer, from: model) }
    guard let found = keys(of: answer), family(answer) == family(model) else {
      return .otherKind(found: rowKind(answer), meant: model.collection)
    }
    let missing = meant.subtracting(found).count
    let extra = found.subtracting(meant).count
    return missing == 0 && extra == 0 ? nil : .rows(missing: missing, extra: extra, meant: meant.count)
  }

  // MARK: Rows

  /// What the rows stand for; nil where they are figures.
  private static func keys(of table: ResultTable) -> Set<String>? {
    guard table.collection != nil else { return nil }
    let keys = table.rows.compactMap { $0.key?.key }
    return keys.count == table.rows.count ? Set(keys) : nil
  }

  private static func rowKind(_ table: ResultTable) -> QueryCollection? {
    keys(of: table) == nil ? nil : table.collection
  }

  /// Quotes are statements, under the same keys.
  private static func family(_ table: ResultTable) -> QueryCollection? {
    table.collection == .statements ? .quotes : table.collection
  }

  // MARK: Figures

  /// More ways than this to match columns are not tried.
  private static let mostMatchings = 10_000

  private static func figureDifference(of answer: ResultTable, from model: ResultTable) -> AnswerDifference? {
    guard answer.rows.count == model.rows.count else {
      if let found = rowKind(answer) { return .otherKind(found: found, meant: nil) }
      return .lineCount(found: answer.rows.count, meant: model.rows.count)
    }
    let found = columns(of: answer)
    let meant = columns(of: model)
    let sorted = found.map { $0.sorted() }
    var candidates: [[Int]] = []
    for (index, column) in meant.enumerated() {
      let cells = column.sorted()
      let fitting = sorted.indices.filter { sorted[$0] == cells }
      guard !fitting.isEmpty else {
        if let kind = rowKind(answer) { return .otherKind(found: kind, meant: nil) }
        return .column(model.columns[index].name)
      }
      candidates.append(fitting)
    }
    let wanted = lines(meant.indices.map { meant[$0] })
    var tries = 0
    func matches(_ chosen: [Int]) -> Bool {
      tries += 1
      guard tries <= mostMatchings else { return false }
      guard chosen.count < candidates.count else { return lines(chosen.map { found[$0] }) == wanted }
      return candidates[chosen.count].contains { !chosen.contains($0) && matches(chosen + [$0]) }
    }
    return matches([]) ? nil : .pairing
  }

  /// The cells of each column, in a form in which equal ones are the same text.
  private static func columns(of table: ResultTable) -> [[String]] {
    table.columns.indices.map { column in
      table.rows.map { $0.values.indices.contains(column) ? text(of: $0.values[column]) : "" }
    }
  }

  private static func lines(_ columns: [[String]]) -> [[String]] {
    guard let first = columns.first else { return [] }
    return first.indices.map { line in columns.map { $0[line] } }.sorted { $0.lexicographicallyPrecedes($1) }
  }

  /// A whole number is the same with and without decimals, and a list of one is its value.
  private static func text(of value: Value) -> String {
    switch value {
    case .missing: "-"
    case .text(let text): "t" + text
    case .integer(let number): "n\(number)"
    case .decimal(let number): "n" + rounded(number)
    case .day(let day): "d\(day)"
    case .yesNo(let answer): "b\(answer)"
    case .list(let values):
      values.count == 1 ? text(of: values[0]) : "l" + values.map(text).sorted().joined(separator: "\u{1F}")
    }
  }

  /// To nine digits: sums in another order differ in the last ones.
  private static func rounded(_ number: Double) -> String {
    guard number != 0, number.isFinite else { return number == 0 ? "0" : "\(number)" }
    if let whole = Int(exactly: number) { return "\(whole)" }
    var scale = 1.0
    var size = number.magnitude
    while size < 1e8, scale < 1e15 { (size, scale) = (size * 10, scale * 10) }
    let kept = (number * scale).rounded() / scale
    return Int(exactly: kept).map { "\($0)" } ?? "\(kept)"
  }
}
