//! Which element of a page holds its article, and which of its blocks.

internal import QuothModel

/// Chooses the blocks of the article.
struct MainBlocks {
  private let outline: PageOutline
  private(set) var blocks: [PageBlock] = []
  /// The nearest `article` or `main` around each element.
  private let articles: [Int?]

  init(_ outline: PageOutline) {
    self.outline = outline
    articles = outline.nearest(["article", "main"])
    let within = outline.within(holder())
    blocks = article(outline.blocks.filter { within[$0.element] })
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
      (elements[$0].tag == "main" || elements[$0].names.contains(.main) && elements[$0].tag != "body")
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
      groups[articles[number] ?? 0, default: []].append(number)
    }
    let holders = groups.sorted { $0.key < $1.key }.map { common($0.value) }
    let most = holders.map { elements[$0].running }.max() ?? 0
    return holders.first { elements[$0].running * 3 >= most }
  }

  /// An `article`: the one with the heading of the page, else the longest; and where it has brothers without a heading
  /// of their own, as the parts of a report that goes on, their parent.
  private func marked() -> Int? {
    let elements = outline.elements
    let all = elements.indices.filter { elements[$0].tag == "article" && elements[$0].running >= 120 }
    let teasers = teasers()
    let own = all.filter { !teasers.contains($0) }
    let candidates = own.isEmpty ? all : own
    let heading = outline.blocks.first { $0.kind == .headline }?.element
    let headed = heading.flatMap { articles[$0] }.flatMap { candidates.contains($0) ? $0 : nil }
    if let headed { return headed }
    guard let best = candidates.max(by: { elements[$0].running < elements[$1].running }),
      let parent = elements[best].parent
    else { return nil }
    let brothers = candidates.filter {
      elements[$0].parent == parent && elements[$0].namesSum == elements[best].namesSum
    }
    let isRow =
      brothers.count > 1 && brothers.reduce(0) { $0 + elements[$1].running } * 2 > elements[best].running * 3
    return isRow ? parent : best
  }

  /// Elements of `article` whose first heading is a link: teasers of other articles.
  private func teasers() -> Set<Int> {
    var seen: Set<Int> = []
    var found: Set<Int> = []
    for block in outline.blocks where PageOutline.headings.contains(block.tag) {
      guard let article = articles[block.element], seen.insert(article).inserted else { continue }
      if block.linkBytes * 2 > block.text.count { found.insert(article) }
    }
    return found
  }

  /// The innermost element around all of these, which are in the order of the page: that around the first and the last.
  private func common(_ numbers: [Int]) -> Int {
    guard let first = numbers.first, let last = numbers.last else { return 0 }
    var above: Set<Int> = []
    var place: Int? = first
    while let here = place {
      above.insert(here)
      place = outline.elements[here].parent
    }
    var found = last
    while !above.contains(found), let parent = outline.elements[found].parent { found = parent }
    return found
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
      elements[best].running * 100 >= 70 * elements[place].running,
      !["p", "li", "td", "blockquote"].contains(elements[best].tag)
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
      return block.tag != "div" && block.tag != "section" || PageOutline.isRunning(block)
        || block.text.count >= 40
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
