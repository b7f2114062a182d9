//! Short lists that many rows share: the topics of sentences, the speakers of joint statements.

/// Distinct lists by number; the empty list has number 0.
struct ListTable<Element: Hashable & Sendable>: Sendable {
  private var lists: [[Element]] = [[]]
  /// Only while a corpus is built.
  private var numbers: [[Element]: Int32] = [:]

  subscript(number: Int32) -> [Element] { lists[Int(number)] }

  /// The number of a list, the same for equal lists.
  mutating func number(of list: [Element]) -> Int32 {
    if list.isEmpty { return 0 }
    if let known = numbers[list] { return known }
    let number = Int32(lists.count)
    lists.append(list)
    numbers[list] = number
    return number
  }

  /// Changes the elements of all lists. Lists may be equal afterwards.
  mutating func replace(_ change: (Element) -> Element) { lists = lists.map { $0.map(change) } }

  /// The table without what only adding needs.
  func finished() -> ListTable {
    var copy = self
    copy.numbers = [:]
    return copy
  }
}

/// The entities of a row in four bytes: none, one, or the number of a list of several.
struct EntityListCode: BitwiseCopyable, Sendable {
  private let code: Int32

  init(_ entities: [EntityID], in lists: inout ListTable<EntityID>) {
    if entities.count > 1 {
      code = -1 - lists.number(of: entities)
    } else {
      code = entities.first?.number ?? -1
    }
  }

  private init(code: Int32) { self.code = code }

  func list(in lists: ListTable<EntityID>) -> EntityList {
    code < -1 ? EntityList(lists[-1 - code]) : EntityList(only: code)
  }

  /// The same with another number for the one entity; lists are changed in their table.
  func replacing(_ change: (EntityID) -> EntityID) -> EntityListCode {
    code < 0 ? self : EntityListCode(code: change(EntityID(Int(code))).number)
  }
}
