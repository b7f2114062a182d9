//! Which blocks of a page are its article.

internal import QuothModel

/// The text of the article that a page prints, a paragraph a block.
///
/// That is what stands in the longest `article`, else in `main`, else in the element that holds most paragraphs: the
/// idea of Readability, that an article is where running text stands thick and links thin.
struct MainText {
  private(set) var text: [UInt8] = []
  private(set) var kinds: [GivenKind] = []

  /// Less than this in bytes is no article but a teaser.
  private static let leastText = 140
  private static let headings: Set<String> = ["h1", "h2", "h3", "h4", "h5", "h6"]

  init(_ page: PageContents) {
    for block in Self.chosen(page) {
      if !text.isEmpty { text += [0x0A, 0x0A] }
      let start = text.count
      text += block.text
      if block.kind != .body { kinds.append(GivenKind(range: start..<text.count, kind: block.kind)) }
    }
  }

  private static func chosen(_ page: PageContents) -> [PageBlock] {
    let text = page.blocks.filter { !isMostlyLinks($0) }
    let inArticles = Dictionary(grouping: text.filter { page.elements[$0.element].article != nil }) {
      page.elements[$0.element].article ?? 0
    }
    // Of equally long ones the first.
    let longest = inArticles.max { (size($0.value), $1.key) < (size($1.value), $0.key) }?.value ?? []
    let inMain = text.filter { page.elements[$0.element].isInMain }
    for candidate in [longest, inMain] where size(candidate) >= leastText { return paragraphs(of: candidate) }
    let dense = densest(text, page)
    let best = [longest, inMain, dense].max { size($0) < size($1) } ?? []
    return paragraphs(of: best)
  }

  /// Paragraphs, headings and captions; where there are no paragraphs, whatever is long.
  private static func paragraphs(of blocks: [PageBlock]) -> [PageBlock] {
    let marked = blocks.filter { isParagraph($0) }
    let hasParagraphs = marked.count > 1 || size(marked) >= leastText
    var chosen = blocks.filter { block in
      if isParagraph(block) || headings.contains(block.tag) || block.kind != .body { return true }
      if block.tag == "li" { return block.text.count >= 40 }
      return !hasParagraphs && block.text.count >= 40
    }
    if !chosen.contains(where: { $0.kind == .body && !headings.contains($0.tag) }) {
      chosen = blocks.filter { $0.kind == .body }
    }
    // Headings with nothing below them lead to other articles.
    while let last = chosen.last, headings.contains(last.tag) { chosen.removeLast() }
    return chosen
  }

  /// The blocks within the element that has most text in paragraphs right in it or a step below.
  private static func densest(_ blocks: [PageBlock], _ page: PageContents) -> [PageBlock] {
    var weight: [Int: Int] = [:]
    for block in blocks where isParagraph(block) || block.text.count >= 80 {
      guard let parent = page.elements[block.element].parent else { continue }
      weight[parent, default: 0] += 2 * block.text.count
      if let above = page.elements[parent].parent { weight[above, default: 0] += block.text.count }
    }
    guard let best = weight.max(by: { ($0.value, $1.key) < ($1.value, $0.key) })?.key else { return blocks }
    return blocks.filter { block in
      var element: Int? = block.element
      while let number = element {
        if number == best { return true }
        element = page.elements[number].parent
      }
      return false
    }
  }

  private static func isParagraph(_ block: PageBlock) -> Bool {
    ["p", "blockquote", "pre"].contains(block.tag) || inlineTags.contains(block.tag)
  }

  /// What begins a paragraph when its first word is marked: `<p><b>Paris</b> …`.
  private static let inlineTags: Set<String> = ["b", "strong", "i", "em", "q", "cite", "u", "mark", "small"]

  private static func isMostlyLinks(_ block: PageBlock) -> Bool {
    block.linkBytes * 2 > block.text.count && !(block.tag == "p" && block.text.count >= 200)
  }

  private static func size(_ blocks: [PageBlock]) -> Int { blocks.reduce(0) { $0 + $1.text.count } }
}
