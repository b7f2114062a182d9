//! Which blocks of a page are its article.

internal import QuothModel

/// The text of the article that a page prints, a paragraph a block.
///
/// Names of elements and the place where running text stands thick and links thin both tell where an article is: the
/// idea of Readability. Neither has the last word: what holds much of the running text is never left out for its name.
struct MainText {
  private(set) var text: [UInt8] = []
  private(set) var kinds: [GivenKind] = []
  /// How much of the running text of the page it is, in hundredths.
  private(set) var share = 100

  init(_ page: PageContents) {
    let outline = PageOutline(page)
    let chosen = MainBlocks(outline).blocks
    let body = chosen.filter { $0.kind == .body }.reduce(0) { $0 + $1.text.count }
    if outline.total > 0 { share = min(100, 100 * body / outline.total) }
    append(BlockQuotations.marked(chosen, outline))
  }

  /// The article that stands in the data of a page instead of its elements.
  init(linked: String) {
    let lines = HTMLReferences.decoded(linked).split(whereSeparator: \.isNewline)
    append(lines.map { PageBlock(text: Array($0.utf8), element: 0, tag: "p", kind: .body) })
  }

  private mutating func append(_ blocks: [PageBlock]) {
    for block in blocks {
      if !text.isEmpty { text += [0x0A, 0x0A] }
      let start = text.count
      text += block.text
      if block.kind != .body { kinds.append(GivenKind(range: start..<text.count, kind: block.kind)) }
    }
  }
}

/// A page with the running text of each element counted, and what stands beside the article told apart.
struct PageOutline {
  private(set) var elements: [PageElement]
  /// The blocks that may be the article's, in order.
  private(set) var blocks: [PageBlock] = []
  /// Bytes of all running text of the page.
  let total: Int

  init(_ page: PageContents) {
    var elements = page.elements
    for block in page.blocks {
      elements[block.element].bytes += block.text.count
      elements[block.element].links += block.linkBytes
      if PageOutline.isRunning(block) { elements[block.element].running += block.text.count }
    }
    // An element comes before all within it.
    for number in elements.indices.reversed() {
      guard let parent = elements[number].parent else { continue }
      elements[parent].running += elements[number].running
      elements[parent].bytes += elements[number].bytes
      elements[parent].links += elements[number].links
    }
    let total = elements.first?.running ?? 0
    var isLeftOut = [Bool](repeating: false, count: elements.count)
    for number in elements.indices {
      let side = elements[number].sideMatter
      let isAbove = elements[number].parent.map { isLeftOut[$0] } ?? false
      isLeftOut[number] =
        isAbove || side != .no && elements[number].kind != .pullquote
        && elements[number].running * 100 <= PageElement.share(of: side) * total
    }
    blocks = page.blocks.filter { !isLeftOut[$0.element] }
    self.total = total
    // What is left out counts for nobody.
    for number in elements.indices {
      elements[number].running = 0
      elements[number].bytes = 0
      elements[number].links = 0
    }
    for block in blocks {
      elements[block.element].bytes += block.text.count
      elements[block.element].links += block.linkBytes
      if PageOutline.isRunning(block) { elements[block.element].running += block.text.count }
    }
    for number in elements.indices.reversed() {
      guard let parent = elements[number].parent else { continue }
      elements[parent].running += elements[number].running
      elements[parent].bytes += elements[number].bytes
      elements[parent].links += elements[number].links
    }
    self.elements = elements
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
    if [UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: "\""), UInt8(ascii: ":")].contains(last) {
      return true
    }
    // ” and …
    return text.count >= 3 && text[text.count - 3] == 0xE2 && text[text.count - 2] == 0x80
      && (last == 0x9D || last == 0xA6)
  }

  /// Whether an element lies within another, or is it.
  func isWithin(_ element: Int, _ other: Int) -> Bool {
    var number: Int? = element
    while let place = number, place >= other {
      if place == other { return true }
      number = elements[place].parent
    }
    return false
  }
}

/// Chooses the blocks of the article.
struct MainBlocks {
  private let outline: PageOutline
  private(set) var blocks: [PageBlock] = []

  init(_ outline: PageOutline) {
    self.outline = outline
    let holder = holder()
    let within = outline.blocks.indices.filter { outline.isWithin(outline.blocks[$0].element, holder) }
    guard let first = within.first, let last = within.last else { return }
    blocks = article(Array(outline.blocks[first...last]).filter { outline.isWithin($0.element, holder) })
  }

  /// The element of the article: the innermost with a telling name, an `article` or `main`, that holds most of the
  /// running text, and else the innermost that holds nearly all of it.
  private func holder() -> Int {
    let elements = outline.elements
    let total = elements.first?.running ?? 0
    guard total > 0 else { return 0 }
    func innermost(_ share: Int, where isOne: (PageElement) -> Bool) -> Int? {
      elements.indices.last { isOne(elements[$0]) && elements[$0].running * 100 >= share * total }
    }
    if let found = innermost(60, where: { $0.isNamedBody }) { return found }
    if let found = innermost(55, where: { $0.tag == "article" }) { return found }
    if let found = innermost(60, where: { $0.tag == "main" || $0.words.contains("main") && $0.tag != "body" }) {
      return densest(within: found)
    }
    return densest(within: 0)
  }

  /// From an element inwards, as long as one element within holds most of its running text.
  private func densest(within start: Int) -> Int {
    let elements = outline.elements
    var children: [Int: [Int]] = [:]
    for number in elements.indices where elements[number].running > 0 {
      if let parent = elements[number].parent { children[parent, default: []].append(number) }
    }
    var place = start
    while let best = children[place]?.max(by: { elements[$0].running < elements[$1].running }),
      elements[best].running * 100 >= 70 * elements[place].running, !["p", "li", "td", "blockquote"].contains(elements[best].tag)
    {
      place = best
    }
    return place
  }

  /// The blocks of the holder that are the article's: without rows of links, and without what leads on at its end.
  private func article(_ blocks: [PageBlock]) -> [PageBlock] {
    var chosen = blocks.filter { block in
      if block.kind != .body || PageOutline.headings.contains(block.tag) { return true }
      if block.linkBytes * 2 > block.text.count { return speaks(block) }
      return true
    }
    // Headings with nothing below them lead to other articles.
    while let last = chosen.last, PageOutline.headings.contains(last.tag) { chosen.removeLast() }
    return chosen
  }

  /// A sentence with a link in it, and no list of links.
  private func speaks(_ block: PageBlock) -> Bool {
    let isProse = block.tag == "p" || block.tag == "blockquote" || block.tag == "div"
    guard isProse, block.linkBytes < block.text.count else { return false }
    return block.text.count >= 200 || PageOutline.endsSentence(block.text)
  }
}
