//! Finds the terms of the topics in running text.

internal import QuothBasics
internal import QuothModel

/// One term found: where its first word starts, where its last ends, in bytes, and its topic.
struct TopicHit: Sendable {
  let range: Range<Int>
  let topic: TopicID
}

/// Finds topic terms by a trie over the folded letters of their first words.
public struct TopicTagger: Sendable {
  private struct Ending: Sendable {
    let topic: TopicID
    /// The folded letters of the first word, as the trie keeps some letters apart only by class.
    let spelling: [UInt8]
    /// All letters of it have a class of their own.
    let isPlain: Bool
    /// The word may go on: `sanction*`.
    let isPrefix: Bool
    /// The words after the first one; nil in it stands for any one word.
    let rest: [(spelling: [UInt8], isPrefix: Bool)?]
  }

  /// Children of each node by letter class; 0 for none.
  private var children: [Int32] = Array(repeating: 0, count: TopicTagger.width)
  private var endings: [[Ending]] = [[]]
  private static let width = 32

  /// Builds the trie of all terms of a taxonomy.
  public init(_ taxonomy: TopicTaxonomy) {
    for topic in taxonomy.topics {
      for term in topic.terms { add(term, topic.id) }
    }
  }

  private mutating func add(_ term: String, _ topic: TopicID) {
    let words = term.split(separator: " ").map { word -> (spelling: [UInt8], isPrefix: Bool)? in
      if word == "*" { return nil }
      let isPrefix = word.hasSuffix("*")
      return (Array(TextFolding.fold(String(isPrefix ? word.dropLast() : word)).utf8), isPrefix)
    }
    guard let first = words.first, let first else { return }
    var node = 0
    for byte in first.spelling {
      let place = node * TopicTagger.width + TopicTagger.letter(byte)
      if children[place] == 0 {
        children[place] = Int32(endings.count)
        endings.append([])
        children.append(contentsOf: repeatElement(0, count: TopicTagger.width))
      }
      node = Int(children[place])
    }
    endings[node].append(
      Ending(
        topic: topic, spelling: first.spelling,
        isPlain: first.spelling.allSatisfy { TopicTagger.letter($0) < 26 },
        isPrefix: first.isPrefix, rest: Array(words.dropFirst())))
  }

  /// 0–25 for letters, then digits, hyphen, apostrophe, and all else.
  private static func letter(_ byte: UInt8) -> Int {
    switch byte {
    case 0x61...0x7A: Int(byte) - 0x61
    case 0x30...0x39: 26
    case UInt8(ascii: "-"): 27
    case UInt8(ascii: "'"): 28
    default: 29
    }
  }

  /// Appends the terms among words given by their byte ranges, in order.
  func appendHits(
    in bytes: UnsafeBufferPointer<UInt8>, words: ArraySlice<Range<Int>>, to hits: inout [TopicHit]
  ) {
    for number in words.indices { appendHits(at: number, bytes, words, &hits) }
  }

  private func appendHits(
    at number: Int, _ bytes: UnsafeBufferPointer<UInt8>, _ words: ArraySlice<Range<Int>>,
    _ hits: inout [TopicHit]
  ) {
    let word = words[number]
    var node = 0
    var index = word.lowerBound
    while true {
      for ending in endings[node] where ending.isPrefix || index == word.upperBound {
        if let end = rest(of: ending, after: number, bytes, words) {
          hits.append(TopicHit(range: word.lowerBound..<end, topic: ending.topic))
        }
      }
      guard index < word.upperBound else { return }
      let byte = bytes[index]
      if byte >= 0x80 { return appendFoldedHits(at: number, bytes, words, &hits) }
      let folded = byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte
      node = Int(children[node * TopicTagger.width + TopicTagger.letter(folded)])
      if node == 0 { return }
      index += 1
    }
  }

  /// The same for a word with letters beyond ASCII: folded first.
  private func appendFoldedHits(
    at number: Int, _ bytes: UnsafeBufferPointer<UInt8>, _ words: ArraySlice<Range<Int>>,
    _ hits: inout [TopicHit]
  ) {
    let folded = TextFolding.fold(bytes[words[number]])
    var node = 0
    for (place, byte) in folded.enumerated() {
      node = Int(children[node * TopicTagger.width + TopicTagger.letter(byte)])
      if node == 0 { return }
      for ending in endings[node] where ending.isPrefix || place == folded.count - 1 {
        if let end = rest(of: ending, after: number, bytes, words) {
          hits.append(TopicHit(range: words[number].lowerBound..<end, topic: ending.topic))
        }
      }
    }
  }

  /// Where the term ends, if the words after its first one match.
  private func rest(
    of ending: Ending, after number: Int, _ bytes: UnsafeBufferPointer<UInt8>, _ words: ArraySlice<Range<Int>>
  ) -> Int? {
    guard number + ending.rest.count < words.endIndex else { return nil }
    if !ending.isPlain, !TextFolding.fold(bytes[words[number]]).starts(with: ending.spelling) { return nil }
    for (offset, pattern) in ending.rest.enumerated() {
      guard let pattern else { continue }
      let folded = TextFolding.fold(bytes[words[number + 1 + offset]])
      let matches = pattern.isPrefix ? folded.starts(with: pattern.spelling) : folded == pattern.spelling
      if !matches { return nil }
    }
    return words[number + ending.rest.count].upperBound
  }
}
