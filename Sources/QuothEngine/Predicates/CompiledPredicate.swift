//! Conditions made ready to run: closures over columns, with three truth values.

internal import QuothQuery

/// What a condition is on one row.
enum Truth: UInt8 {
  case no, yes
  /// A value that it needs is missing.
  case unknown

  init(_ isTrue: Bool) { self = isTrue ? .yes : .no }
}

/// A condition over the rows of one table.
struct CompiledPredicate {
  /// How much work one row is. Cheap conditions are asked first, which changes no answer.
  enum Cost: Int, Comparable {
    case column, text, words, regex

    static func < (left: Cost, right: Cost) -> Bool { left.rawValue < right.rawValue }
  }

  let cost: Cost
  let test: (Int) -> Truth
  /// For a row whose truth is unknown: the first field, as written, whose missing value leaves it so.
  let blame: (Int) -> String?

  init(cost: Cost, test: @escaping (Int) -> Truth, blame: @escaping (Int) -> String?) {
    self.cost = cost
    self.test = test
    self.blame = blame
  }

  /// A condition on one field, which is to blame whenever the truth is unknown.
  init(_ field: String, cost: Cost, _ test: @escaping (Int) -> Truth) {
    self.init(cost: cost, test: test) { row in test(row) == .unknown ? field : nil }
  }

  /// True where all are, false where one is false, and unknown otherwise.
  static func all(_ parts: [CompiledPredicate]) -> CompiledPredicate {
    combine(parts, absorbing: .no, otherwise: .yes)
  }

  /// True where one is, false where all are false, and unknown otherwise.
  static func any(_ parts: [CompiledPredicate]) -> CompiledPredicate {
    combine(parts, absorbing: .yes, otherwise: .no)
  }

  /// True where this one is false and the other way round; unknown stays unknown.
  var negated: CompiledPredicate {
    let test = test
    return CompiledPredicate(
      cost: cost,
      test: { row in
        switch test(row) {
        case .no: .yes
        case .yes: .no
        case .unknown: .unknown
        }
      }, blame: blame)
  }

  private static func combine(
    _ parts: [CompiledPredicate], absorbing: Truth, otherwise: Truth
  ) -> CompiledPredicate {
    if parts.count == 1 { return parts[0] }
    let tests = parts.sorted { $0.cost < $1.cost }.map(\.test)
    let blames = parts.map(\.blame)
    return CompiledPredicate(cost: parts.map(\.cost).max() ?? .column) { row in
      var truth = otherwise
      for test in tests {
        let part = test(row)
        if part == absorbing { return absorbing }
        if part == .unknown { truth = .unknown }
      }
      return truth
    } blame: { row in
      for blame in blames { if let field = blame(row) { return field } }
      return nil
    }
  }
}
