//! The topics and the words that make them.

internal import QuothBasics
public import QuothModel

/// A taxonomy of topics: name, code and terms of each, in the file's order.
public struct TopicTaxonomy: Sendable {
  /// Each stands at the index of its number.
  public let topics: [Topic]

  /// The taxonomy that comes with the project.
  public static let standard = TopicTaxonomy(bytes: LexiconFile.topics.bytes)

  /// Reads lines of `name TAB code TAB term, term`; `-` stands for no code. Lines of another shape are returned by
  /// number, from 1.
  public static func read(_ text: [UInt8]) -> (taxonomy: TopicTaxonomy, badLines: [Int]) {
    var bad: [Int] = []
    for (number, line) in text.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated() {
      let isComment = line.first == UInt8(ascii: "#") || line.allSatisfy { $0 <= 0x20 }
      if !isComment, line.count(where: { $0 == 0x09 }) != 2 { bad.append(number + 1) }
    }
    return (text.withUnsafeBufferPointer { TopicTaxonomy(bytes: $0) }, bad)
  }

  init(bytes: UnsafeBufferPointer<UInt8>) {
    var topics: [Topic] = []
    LexiconFile.forEachLine(of: bytes) { cells in
      guard cells.count == 3 else { return }
      let code = String(decoding: cells[1], as: UTF8.self)
      let terms = String(decoding: cells[2], as: UTF8.self).split(separator: ",").map {
        $0.split(separator: " ").joined(separator: " ")
      }
      topics.append(
        Topic(
          id: TopicID(topics.count), name: String(decoding: cells[0], as: UTF8.self),
          code: code == "-" ? nil : code, terms: terms.filter { !$0.isEmpty }))
    }
    self.topics = topics
  }

  /// This taxonomy with another's topics: those of the same folded name replaced, the others added.
  public func extended(by other: TopicTaxonomy) -> TopicTaxonomy {
    let names = Set(other.topics.map { TextFolding.fold($0.name) })
    let all = topics.filter { !names.contains(TextFolding.fold($0.name)) } + other.topics
    return TopicTaxonomy(
      topics: all.enumerated().map { number, topic in
        Topic(id: TopicID(number), name: topic.name, code: topic.code, terms: topic.terms)
      })
  }

  /// A taxonomy of these topics, each numbered by its place.
  public init(topics: [Topic]) { self.topics = topics }
}
