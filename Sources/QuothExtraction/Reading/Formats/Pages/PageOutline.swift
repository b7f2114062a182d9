//! A page measured: where its running text stands, and what stands beside it.

internal import QuothModel

/// A page with the running text of each element counted, and what stands beside the article told apart.
struct PageOutline {
  private(set) var elements: [PageElement]
  /// The blocks that may be the article's, in order.
  private(set) var blocks: [PageBlock] = []
  /// Bytes of all running text of the page.
  let total: Int

  init(_ page: PageContents) {
    var elements = page.elements
    var all = page.blocks
    Self.count(all, in: &elements)
    let kinds = Self.inherited(elements) { $0.kind }
    for number in all.indices { all[number].kind = kinds[all[number].innermost] ?? .body }
    Self.count(all, in: &elements)
    let total = elements.first?.running ?? 0
    // An element comes before all within it.
    var isLeftOut = [Bool](repeating: false, count: elements.count)
    for number in elements.indices {
      let side = elements[number].sideMatter
      let isAbove = elements[number].parent.map { isLeftOut[$0] } ?? false
      isLeftOut[number] =
        isAbove
        || side != .no && elements[number].kind != .pullquote
          && elements[number].running * 100 <= PageElement.share(of: side) * total
    }
    blocks = all.filter { !isLeftOut[$0.element] && !isLeftOut[$0.innermost] }
    self.total = total
    Self.count(blocks, in: &elements)
    self.elements = elements
  }

  /// Counts text, running text and links up to the first element.
  private static func count(_ blocks: [PageBlock], in elements: inout [PageElement]) {
    for number in elements.indices {
      elements[number].running = 0
      elements[number].bytes = 0
      elements[number].links = 0
    }
    for block in blocks {
      elements[block.element].bytes += block.text.count
      elements[block.element].links += block.linkBytes
      if isRunning(block) { elements[block.element].running += block.text.count }
    }
    for number in elements.indices.reversed() {
      guard let parent = elements[number].parent else { continue }
      elements[parent].running += elements[number].running
      elements[parent].bytes += elements[number].bytes
      elements[parent].links += elements[number].links
    }
  }

  /// What each element or else the nearest around it gives.
  static func inherited<Value>(_ elements: [PageElement], _ value: (PageElement) -> Value?) -> [Value?] {
    var found: [Value?] = []
    found.reserveCapacity(elements.count)
    for element in elements { found.append(value(element) ?? element.parent.flatMap { found[$0] }) }
    return found
  }

  /// The number of the nearest element with one of these tags, for each element.
  func nearest(_ tags: Set<String>) -> [Int?] {
    var found: [Int?] = []
    found.reserveCapacity(elements.count)
    for (number, element) in elements.enumerated() {
      found.append(tags.contains(element.tag) ? number : element.parent.flatMap { found[$0] })
    }
    return found
  }

  /// Sentences: long enough, few links, or an end of a sentence.
  static func isRunning(_ block: PageBlock) -> Bool {
    guard block.kind == .body, block.linkBytes * 2 <= block.text.count, !headings.contains(block.tag) else {
      return false
    }
    return block.text.count >= 100 || block.text.count >= 25 && endsSentence(block.text)
  }

  static let headings: Set<String> = ["h1", "h2", "h3", "h4", "h5", "h6"]

  static func endsSentence(_ text: [UInt8]) -> Bool {
    guard let last = text.last else { return false }
    if [UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: "\""), UInt8(ascii: ":")]
      .contains(last)
    {
      return true
    }
    // ” and …
    return text.count >= 3 && text[text.count - 3] == 0xE2 && text[text.count - 2] == 0x80
      && (last == 0x9D || last == 0xA6)
  }

  /// Whether each element lies within another, or is it.
  func within(_ other: Int) -> [Bool] {
    var found = [Bool](repeating: false, count: elements.count)
    for number in elements.indices where number >= other {
      found[number] = number == other || elements[number].parent.map { found[$0] } ?? false
    }
    return found
  }
}
