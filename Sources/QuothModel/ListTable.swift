//! Short lists that many rows share: the topics of sentences, the speakers of joint statements.

/// Distinct lists by number; the empty list has number 0.
struct ListTable<Element: Hashable & BitwiseCopyable & Sendable>: Sendable {
  private var lists: [[Element]] = [[]]
  /// Only while a corpus is built.
  private var numbers: [[Element]: Int32] = [:]
  /// The lists of a snapshot: elements end to end, and where each list starts, one more than lists.
  private let mapped: (elements: PlainRows<Element>, starts: PlainRows<UInt32>)?

  init() { mapped = nil }

  init(_ snapshot: CorpusSnapshot, _ name: SectionName) throws(SnapshotProblem) {
    mapped = (try snapshot.rows(name.part("items")), try snapshot.rows(name.part("starts")))
  }

  subscript(number: Int32) -> [Element] {
    guard let mapped else { return lists[Int(number)] }
    if number == 0 { return [] }
    let (first, end) = (mapped.starts[Int(number)], mapped.starts[Int(number) + 1])
    return Array(mapped.elements.rows(from: Int(first), to: Int(end)))
  }

  /// The same lists in memory, so that others can join them.
  func growing() -> ListTable {
    guard let mapped else { return self }
    var copy = ListTable()
    for number in 1..<Int32(max(1, mapped.starts.count - 1)) { _ = copy.number(of: self[number]) }
    return copy
  }

  func sections(_ name: SectionName) -> [SectionContent] {
    var starts: [UInt32] = [0]
    for list in lists { starts.append((starts.last ?? 0) + UInt32(list.count)) }
    return [
      SectionContent(name.part("items"), lists.flatMap(\.self)), SectionContent(name.part("starts"), starts),
    ]
  }

  /// The number of a list, the same for equal lists.
  mutating func number(of list: [Element]) -> Int32 {
    if list.isEmpty { return 0 }
    if let known = numbers[list] { return known }
    let number = Int32(lists.count)
    lists.append(list)
    numbers[list] = number
    return number
  }

  /// How many lists there are.
  var count: Int { mapped.map { max(1, $0.starts.count - 1) } ?? lists.count }

  /// The table with other lists in the place of each. The numbers stay.
  func mapLists(_ body: ([Element]) -> [Element]) -> ListTable {
    guard mapped == nil else { return growing().mapLists(body) }
    var copy = ListTable()
    copy.lists = lists.map(body)
    return copy
  }

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
      code = ~lists.number(of: entities)
    } else {
      code = entities.first?.number ?? -1
    }
  }

  /// The entity, where there is one alone.
  var only: Int32? { code >= 0 ? code : nil }

  var isEmpty: Bool { code == -1 }

  /// The entities, each by the number that `number` gives it.
  func list(in lists: ListTable<EntityID>, _ number: (EntityID) -> EntityID) -> EntityList {
    if code >= 0 { return EntityList(only: number(EntityID(Int(code))).number) }
    return code == -1 ? EntityList([]) : EntityList(lists[~code].map(number))
  }
}
