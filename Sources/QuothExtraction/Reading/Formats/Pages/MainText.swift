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

  /// The text of a piece of a page: all of it, as nothing stands around it.
  init(fragment page: PageContents) {
    let outline = PageOutline(page)
    append(BlockQuotations.marked(outline.blocks, outline))
  }

  /// Whether it is nothing but notices that every page of a site has: consent, copyright, a browser too old.
  var isNotice: Bool {
    guard text.count < 600 else { return false }
    let words = Set(
      String(decoding: text, as: UTF8.self).lowercased().split { !$0.isLetter }.map(String.init))
    return !words.isDisjoint(with: Self.noticeWords)
  }

  private static let noticeWords: Set<String> = [
    "adblocker", "browser", "consent", "cookie", "cookies", "copyright", "gdpr", "javascript", "subscribers",
  ]

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
