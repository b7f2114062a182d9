//! Conditions evaluated the slow and obvious way, on finished values, to compare the engine with.

import QuothBasics
import QuothModel
import QuothQuery

/// Evaluates conditions on rows given as values by field. Nil stands for unknown.
struct ReferenceEvaluator<Operand: PlanOperand> {
  /// The key of a name of a field's kind.
  let key: (NameKind, String) -> String
  /// The kind of the names that an operand holds; nil where it holds none.
  let kind: (Operand) -> NameKind?

  func evaluate(_ predicate: Condition<Operand>, _ row: [Operand: Value]) -> Bool? {
    switch predicate {
    case .and(let parts): return all(parts.map { evaluate($0, row) })
    case .or(let parts): return all(parts.map { evaluate($0, row).map { !$0 } }).map { !$0 }
    case .not(let part): return evaluate(part, row).map { !$0 }
    case .isMissing(let field): return row[field] == .missing || row[field] == .list([])
    case .isTrue(let field): return row[field] == .yesNo(true)
    case .number(let field, let comparison, let number):
      return any(field, row) { value in
        switch value {
        case .integer(let integer): compare(Double(integer), comparison, number)
        case .decimal(let decimal): compare(decimal, comparison, number)
        default: false
        }
      }
    case .date(let field, let comparison, let range):
      return any(field, row) { value in
        guard case .day(let day) = value else { return false }
        return holds(day, comparison, range)
      }
    case .names(let field, let keys):
      guard let kind = kind(field) else { return nil }
      return any(field, row) { keys.contains(key(kind, $0.plain)) }
    case .text(let field, .notEqual, let constant):
      return any(field, row) { TextFolding.fold($0.plain) == constant }.map { !$0 }
    case .text(let field, let comparison, let constant):
      return any(field, row) { value in
        compare(Array(TextFolding.fold(value.plain).utf8), comparison, Array(constant.utf8))
      }
    case .contains(let field, let pattern):
      return any(field, row) { !spans(pattern, words($0.plain)).isEmpty }
    case .matches(let field, let regex):
      // Only plain words are used as expressions in these tests.
      return any(field, row) { $0.plain.lowercased().contains(regex.lowercased()) }
    }
  }

  private func all(_ parts: [Bool?]) -> Bool? {
    if parts.contains(false) { return false }
    return parts.contains(nil) ? nil : true
  }

  private func any(_ field: Operand, _ row: [Operand: Value], _ holds: (Value) -> Bool) -> Bool? {
    switch row[field] ?? .missing {
    case .missing: nil
    case .list(let values): values.contains(where: holds)
    case let value: holds(value)
    }
  }

  private func holds(_ day: CalendarDay, _ comparison: Comparison, _ range: DayRange) -> Bool {
    switch comparison {
    case .equal: range.contains(day)
    case .notEqual: !range.contains(day)
    case .less: day < range.first
    case .lessOrEqual: day < range.first || range.contains(day)
    case .greater: day > range.last
    case .greaterOrEqual: day > range.last || range.contains(day)
    }
  }

  private func compare(_ left: Double, _ comparison: Comparison, _ right: Double) -> Bool {
    compare(left == right, left < right, comparison)
  }

  private func compare(_ left: [UInt8], _ comparison: Comparison, _ right: [UInt8]) -> Bool {
    compare(left == right, left.lexicographicallyPrecedes(right), comparison)
  }

  private func compare(_ isEqual: Bool, _ isLess: Bool, _ comparison: Comparison) -> Bool {
    switch comparison {
    case .equal: isEqual
    case .notEqual: !isEqual
    case .less: isLess
    case .lessOrEqual: isLess || isEqual
    case .greater: !isLess && !isEqual
    case .greaterOrEqual: !isLess
    }
  }
}

// MARK: - Patterns

extension ReferenceEvaluator {
  private func words(_ text: String) -> [String] {
    let bytes = Array(text.utf8)
    return WordScanner.words(in: bytes, 0..<bytes.count).map { range in
      String(decoding: TextFolding.fold(bytes[range]), as: UTF8.self)
    }
  }

  private func spans(_ pattern: TextPattern, _ words: [String]) -> [Range<Int>] {
    switch pattern {
    case .sequence(let globs):
      return words.indices.compactMap { first in
        guard first + globs.count <= words.count else { return nil }
        let fits = globs.indices.allSatisfy { matches(globs[$0], words[first + $0]) }
        return fits ? first..<first + globs.count : nil
      }
    case .near(let left, let right, let distance):
      let rights = spans(right, words)
      return spans(left, words).flatMap { left in
        rights.compactMap { right in
          let gap = max(right.lowerBound - left.upperBound, left.lowerBound - right.upperBound)
          guard gap >= 0, gap <= distance else { return nil }
          return min(left.lowerBound, right.lowerBound)..<max(left.upperBound, right.upperBound)
        }
      }
    }
  }

  private func matches(_ pattern: WordPattern, _ word: String) -> Bool {
    switch pattern {
    case .anyWord: true
    case .glob(let glob): matches(Array(glob.unicodeScalars)[...], Array(word.unicodeScalars)[...])
    }
  }

  private func matches(_ glob: ArraySlice<Unicode.Scalar>, _ word: ArraySlice<Unicode.Scalar>) -> Bool {
    guard let first = glob.first else { return word.isEmpty }
    if first == "*" { return (0...word.count).contains { matches(glob.dropFirst(), word.dropFirst($0)) } }
    guard let letter = word.first else { return false }
    return (first == "?" || first == letter) && matches(glob.dropFirst(), word.dropFirst())
  }
}
