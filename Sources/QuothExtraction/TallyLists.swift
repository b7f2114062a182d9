//! Many small counts in little memory.

internal import QuothModel

/// Lists of items with their counts, all in one array. A list is named by its head, -1 when it is empty.
///
/// The lists of an entity hold a handful of items, which are looked through in turn.
struct TallyLists {
  private struct Node: BitwiseCopyable, Sendable {
    let item: Int32
    var count: Int32
    /// A node before this one, or -1.
    let next: Int32
  }

  private var nodes: [Node] = []

  init() {}

  /// The lists of a snapshot.
  init(_ snapshot: CorpusSnapshot, _ name: SectionName) throws(SnapshotProblem) {
    nodes = Array(try snapshot.rows(name))
    for (number, node) in nodes.enumerated() where node.next >= number || node.item < 0 {
      throw .unsound(section: name.description)
    }
  }

  func section(_ name: SectionName) -> SectionContent { SectionContent(name, nodes) }

  /// How many heads there can be.
  var count: Int { nodes.count }

  /// The largest item.
  var largestItem: Int32 { nodes.lazy.map(\.item).max() ?? -1 }

  /// Counts an item of a list `count` times more.
  mutating func add(_ item: Int32, _ count: Int = 1, to head: inout Int32) {
    var place = head
    while place >= 0 {
      if nodes[Int(place)].item == item {
        nodes[Int(place)].count += Int32(count)
        return
      }
      place = nodes[Int(place)].next
    }
    nodes.append(Node(item: item, count: Int32(count), next: head))
    head = Int32(nodes.count - 1)
  }

  /// The items of a list and their counts, in no order.
  func tallies(_ head: Int32) -> [(item: Int32, count: Int)] {
    var found: [(item: Int32, count: Int)] = []
    var place = head
    while place >= 0 {
      found.append((nodes[Int(place)].item, Int(nodes[Int(place)].count)))
      place = nodes[Int(place)].next
    }
    return found
  }

  /// Adds all counts of one list to another.
  mutating func join(_ other: Int32, to head: inout Int32) {
    for (item, count) in tallies(other) { add(item, count, to: &head) }
  }
}
