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
    append(lines.map { PageBlock(text: Array($0.utf8), element: 0, innermost: 0, tag: "p") })
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
    var all = page.blocks
    Self.count(all, in: &elements)
    for number in all.indices { all[number].kind = Self.kind(of: all[number], elements) }
    Self.count(all, in: &elements)
    let total = elements.first?.running ?? 0
    // An element comes before all within it.
    var isLeftOut = [Bool](repeating: false, count: elements.count)
    for number in elements.indices {
      let side = elements[number].sideMatter
      let isAbove = elements[number].parent.map { isLeftOut[$0] } ?? false
      isLeftOut[number] =
        isAbove || side != .no && elements[number].kind != .pullquote
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

  /// The kind that the nearest element gives which has one.
  private static func kind(of block: PageBlock, _ elements: [PageElement]) -> ParagraphKind {
    var number: Int? = block.innermost
    while let place = number {
      if let kind = elements[place].kind { return kind }
      number = elements[place].parent
    }
    return .body
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

  /// The element of the article: that of the elements whose names say so; else an `article`, or several in a row; else
  /// the one within `main` or the page that holds nearly all of the running text.
  private func holder() -> Int {
    let elements = outline.elements
    let total = elements.first?.running ?? 0
    guard total > 0 else { return 0 }
    func isEnough(_ place: Int) -> Bool {
      elements[place].running * 100 >= 12 * total || elements[place].running >= 1200
    }
    if let found = named(), isEnough(found) { return found }
    if let found = marked(), isEnough(found) { return found }
    let main = elements.indices.last {
      (elements[$0].tag == "main" || elements[$0].words.contains("main") && elements[$0].tag != "body")
        && elements[$0].running * 100 >= 60 * total
    }
    return densest(within: main ?? 0)
  }

  /// What holds all elements of telling names in one `article`, or on a page without any. Of several the first that is no
  /// mere teaser.
  private func named() -> Int? {
    let elements = outline.elements
    var groups: [Int: [Int]] = [:]
    for number in elements.indices where elements[number].isNamedBody && elements[number].running >= 120 {
      groups[article(around: number) ?? 0, default: []].append(number)
    }
    let holders = groups.sorted { $0.key < $1.key }.map { common($0.value) }
    let most = holders.map { elements[$0].running }.max() ?? 0
    return holders.first { elements[$0].running * 3 >= most }
  }

  /// An `article`: the one with the heading of the page, else the longest; and where it has brothers without a heading
  /// of their own, as the parts of a report that goes on, their parent.
  private func marked() -> Int? {
    let elements = outline.elements
    let articles = elements.indices.filter { elements[$0].tag == "article" && elements[$0].running >= 120 }
    let heading = outline.blocks.first { $0.kind == .headline }?.element
    let headed = heading.flatMap { heading in articles.last { outline.isWithin(heading, $0) } }
    guard let best = headed ?? articles.max(by: { elements[$0].running < elements[$1].running }) else { return nil }
    guard headed == nil, let parent = elements[best].parent else { return best }
    let brothers = articles.filter { elements[$0].parent == parent }
    let isRow = brothers.count > 1 && brothers.reduce(0) { $0 + elements[$1].running } * 2 > elements[best].running * 3
    return isRow ? parent : best
  }

  private func article(around number: Int) -> Int? {
    var place: Int? = number
    while let here = place {
      if ["article", "main"].contains(outline.elements[here].tag) { return here }
      place = outline.elements[here].parent
    }
    return nil
  }

  /// The innermost element around all of these.
  private func common(_ numbers: [Int]) -> Int {
    var place = numbers[0]
    while let parent = outline.elements[place].parent, !numbers.allSatisfy({ outline.isWithin($0, place) }) {
      place = parent
    }
    return place
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
      // "Share", "Advert", "3 min read".
      return block.tag != "div" && block.tag != "section" || PageOutline.isRunning(block) || block.text.count >= 40
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
