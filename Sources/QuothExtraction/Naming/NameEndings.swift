//! Names of several words by how they begin and end.

/// Finds names that can be forms of one another: those with the same first and last word, and those with the same two
/// last words.
struct NameEndings {
  private struct Ends: Hashable {
    let first: String
    let last: String
  }

  /// Entities in the order in which they got the name, each with the number of its turn.
  private typealias Turns = [(turn: Int, entity: Int)]

  private var byFirstAndLast: [Ends: Turns] = [:]
  private var byLastTwo: [Ends: Turns] = [:]
  private var turn = 0

  /// Remembers the folded words of a name. Names of one word are not kept.
  mutating func add(_ words: [String], _ entity: Int) {
    guard words.count > 1 else { return }
    turn += 1
    byFirstAndLast[Self.firstAndLast(words), default: []].append((turn, entity))
    byLastTwo[Self.lastTwo(words), default: []].append((turn, entity))
  }

  /// The entity that got such a name last, among those for which `isSame` holds.
  func latest(like words: [String], where isSame: (Int) -> Bool) -> Int? {
    guard words.count > 1 else { return nil }
    let begins = byFirstAndLast[Self.firstAndLast(words)]?.last { isSame($0.entity) }
    let ends = byLastTwo[Self.lastTwo(words)]?.last { isSame($0.entity) }
    return [begins, ends].compactMap(\.self).max { $0.turn < $1.turn }?.entity
  }

  private static func firstAndLast(_ words: [String]) -> Ends {
    Ends(first: words[0], last: words[words.count - 1])
  }

  private static func lastTwo(_ words: [String]) -> Ends {
    Ends(first: words[words.count - 2], last: words[words.count - 1])
  }
}
