//! Figures over the members of groups.

internal import QuothBasics
internal import QuothModel
internal import QuothQuery

/// Computes figures for all groups of one grouping at once.
struct Aggregation<Readers: OperandReaders> {
  typealias Operand = Readers.Operand

  private let readers: Readers
  private let corpus: Corpus
  private let members: GroupMembers
  private let total: Int
  /// Members of each group.
  let counts: [Int]

  /// `total` is the number of rows before they were grouped.
  init(_ readers: Readers, corpus: Corpus, members: GroupMembers, total: Int) {
    self.readers = readers
    self.corpus = corpus
    self.members = members
    self.total = total
    var counts = [Int](repeating: 0, count: members.keys.count)
    for group in members.groups { counts[Int(group)] += 1 }
    self.counts = counts
  }

  /// A figure for each group. Missing values are passed over; without any, the figure is missing.
  func values(of aggregate: Figure<Operand>) throws(ExecutionError) -> [Value] {
    switch aggregate {
    case .count: return counts.map { .integer($0) }
    case .share: return counts.map { GroupShare.value($0, of: total) }
    case .countDistinct(let field): return try distinct(field)
    case .min(let field): return try figures(field) { $0.min() }
    case .max(let field): return try figures(field) { $0.max() }
    case .sum(let field):
      if case .day = try measure(field).kind { throw .unsupported("‘sum’ of dates") }
      return try figures(field) { $0.isEmpty ? 0 : $0.reduce(0, +) }
    case .mean(let field):
      return try figures(field, isFraction: true) { numbers in
        numbers.isEmpty ? nil : numbers.reduce(0, +) / Double(numbers.count)
      }
    case .median(let field): return try figures(field, isFraction: true, middle)
    }
  }

  private func distinct(_ field: Operand) throws(ExecutionError) -> [Value] {
    let coder = try corpus.coder(of: .field(field), readers)
    var seen = [Set<Int32>](repeating: [], count: counts.count)
    for (row, group) in zip(members.rows, members.groups) {
      coder.forEachCode(Int(row)) { seen[Int(group)].insert($0) }
    }
    return seen.map { .integer($0.count) }
  }
}

// MARK: - Numbers of a field

extension Aggregation {
  private enum Kind { case integer, decimal, day }

  private func measure(
    _ field: Operand
  ) throws(ExecutionError) -> (kind: Kind, read: (Int) -> Double?) {
    switch try readers.reader(of: field) {
    case .integer(let read): return (.integer, { row in read(row).map { Double($0) } })
    case .decimal(let read): return (.decimal, read)
    case .day(let days):
      return (.day, { row in days[row] == DayNumber.missing ? nil : Double(days[row]) })
    case .yesNo, .passage, .string, .strings, .code, .codes:
      throw .unsupported("a figure of ‘\(field.name)’, which is neither a number nor a date")
    }
  }

  private func figures(
    _ field: Operand, isFraction: Bool = false, _ figure: ([Double]) -> Double?
  ) throws(ExecutionError) -> [Value] {
    let (kind, read) = try measure(field)
    var numbers = [[Double]](repeating: [], count: counts.count)
    for (row, group) in zip(members.rows, members.groups) {
      if let number = read(Int(row)) { numbers[Int(group)].append(number) }
    }
    return numbers.map { numbers in
      guard let number = figure(numbers) else { return .missing }
      switch kind {
      case .day: return .day(CalendarDay(dayNumber: Int32(number.rounded(.down))))
      case .integer: return isFraction ? .decimal(number) : .integer(Int(number))
      case .decimal: return .decimal(number)
      }
    }
  }
}

/// The share of a group.
enum GroupShare {
  static func value(_ count: Int, of total: Int) -> Value {
    total == 0 ? .missing : .decimal(Double(count) / Double(total))
  }
}

/// The middle value; of two in the middle, halfway between.
func middle(_ numbers: [Double]) -> Double? {
  guard !numbers.isEmpty else { return nil }
  let sorted = numbers.sorted()
  let middle = sorted.count / 2
  return sorted.count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
}
