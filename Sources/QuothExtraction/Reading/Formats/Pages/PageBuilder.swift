//! The events of a page put together to blocks.

internal import QuothModel

/// Follows the tags of a page. All text but that of scripts, drawings and controls is kept; what of it is the article
/// is decided when the whole page is known.
final class PageBuilder {
  /// An open element, with what it hands down to those within.
  private struct Frame {
    let tag: String
    let element: Int
    /// The nearest element that parts blocks, itself included.
    let blockElement: Int
    /// Nothing within is text of the page.
    let isLeftOut: Bool
    let isLink: Bool
  }

  private var page = PageContents()
  private var frames: [Frame] = []
  private var block: PageBlock?
  private var endsInBlank = false
  private var breaks = 0
  /// Whether a `cite` has been opened, and no word of it read yet.
  private var isCiting = false
  /// What a `title` or a script of data holds, while in it.
  private var special: [UInt8]?
  private var isLinkedData = false
  /// The byline that is open: its element, and its words so far.
  private var byline: (depth: Int, text: [UInt8])?

  /// Elements that part blocks of text.
  private static let blockTags: Set<String> = [
    "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "dialog",
    "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5",
    "h6",
    "header", "hr", "html", "li", "main", "nav", "ol", "p", "pre", "section", "summary", "table", "tbody",
    "td", "tfoot", "th", "thead", "tr", "ul",
  ]
  /// Elements whose text is never the article's.
  private static let leftOutTags: Set<String> = [
    "audio", "button", "canvas", "head", "iframe", "noscript", "object", "option", "script", "select",
    "style", "svg",
    "template", "textarea", "video",
  ]

  func finished() -> PageContents {
    endBlock()
    return page
  }

  // MARK: Events

  func open(_ tag: String, _ attributes: [String: String]) {
    readHead(tag, attributes)
    if tag == "br" {
      breaks += 1
      return breaks > 1 ? endBlock() : addBlank()
    }
    let parts = Self.blockTags.contains(tag)
    if parts { endBlock() }
    let parent = frames.last
    let number = page.elements.count
    var names: ElementNames = []
    var sum: UInt64 = 0
    for key in ["class", "id", "role", "itemprop"] {
      if let words = attributes[key] { names.insert(words, sum: &sum) }
    }
    let element = PageElement(
      tag: tag, parent: parent?.element, names: names, namesSum: sum,
      isHidden: attributes["hidden"] != nil || attributes["aria-hidden"] == "true"
        || Self.isUnseen(attributes))
    page.elements.append(element)
    let isLeftOut = parent?.isLeftOut == true || Self.leftOutTags.contains(tag)
    frames.append(
      Frame(
        tag: tag, element: number, blockElement: parts ? number : parent?.blockElement ?? number,
        isLeftOut: isLeftOut, isLink: parent?.isLink == true || tag == "a"))
    if tag == "q", !isLeftOut { take("“") }
    if tag == "cite", !isLeftOut { isCiting = true }
    let isAuthor = element.isByline || attributes["rel"] == "author" || attributes["itemprop"] == "author"
    if isAuthor, byline == nil, !isLeftOut { byline = (frames.count, []) }
  }

  func close(_ tag: String) {
    if let text = special, tag == "title" || tag == "script" {
      if isLinkedData {
        page.linkedData.append(text)
      } else if page.title == nil {
        page.title = String(decoding: text, as: UTF8.self)
      }
      special = nil
    }
    if tag == "cite" { isCiting = false }
    if tag == "q", let frame = frames.last, frame.tag == "q", !frame.isLeftOut { take("”") }
    if Self.blockTags.contains(tag) { endBlock() }
    guard let place = frames.lastIndex(where: { $0.tag == tag }) else { return }
    frames.removeSubrange(place...)
    if let open = byline, frames.count < open.depth {
      if !open.text.isEmpty { page.bylines.append(open.text) }
      byline = nil
    }
  }

  private func take(_ mark: StaticString) {
    take(UnsafeBufferPointer(start: mark.utf8Start, count: mark.utf8CodeUnitCount))
  }

  func take(_ bytes: UnsafeBufferPointer<UInt8>) {
    if special != nil {
      special?.append(contentsOf: bytes)
      return
    }
    guard let frame = frames.last, !frame.isLeftOut else { return }
    if byline != nil, (byline?.text.count ?? 0) < 200 { byline?.text.append(contentsOf: bytes.prefix(200)) }
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      let second = index + 1 < bytes.count ? bytes[index + 1] : 0
      // A blank that does not break is a blank: C2 A0.
      let isNoBreak = byte == 0xC2 && second == 0xA0
      if byte <= 0x20 || isNoBreak {
        addBlank()
        index += isNoBreak ? 2 : 1
        continue
      }
      if block == nil {
        block = PageBlock(
          element: frame.blockElement, innermost: frame.element, tag: page.elements[frame.blockElement].tag)
      }
      breaks = 0
      endsInBlank = false
      if isCiting {
        if let begun = block, begun.credit == nil { block?.credit = begun.text.count }
        isCiting = false
      }
      if byte == 0xC2, (0x80...0x9F).contains(second) {
        append(HTMLReferences.windows1252(second), isLink: frame.isLink)
        index += 2
      } else {
        block?.text.append(byte)
        if frame.isLink { block?.linkBytes += 1 }
        index += 1
      }
    }
  }

  // MARK: Parts

  private func append(_ scalar: Unicode.Scalar, isLink: Bool) {
    for byte in UTF8.encode(scalar) ?? .init() {
      block?.text.append(byte)
      if isLink { block?.linkBytes += 1 }
    }
  }

  private func addBlank() {
    guard block != nil, !endsInBlank else { return }
    block?.text.append(0x20)
    endsInBlank = true
  }

  private func endBlock() {
    breaks = 0
    endsInBlank = false
    guard var done = block else { return }
    block = nil
    if done.text.last == 0x20 { done.text.removeLast() }
    if done.text.contains(UInt8(ascii: "&")) { done.text = HTMLReferences.decoded(done.text) }
    page.blocks.append(done)
  }

  private func readHead(_ tag: String, _ attributes: [String: String]) {
    switch tag {
    case "title":
      // Drawings have titles too.
      if page.title == nil, !frames.contains(where: { $0.tag == "svg" }) {
        special = []
        isLinkedData = false
      }
    case "script":
      special = attributes["type"]?.lowercased().contains("ld+json") == true ? [] : nil
      isLinkedData = special != nil
    case "meta":
      guard let content = attributes["content"], !content.isEmpty else { return }
      for key in ["property", "name", "itemprop"] {
        if let name = attributes[key]?.lowercased(), page.meta[name] == nil { page.meta[name] = content }
      }
    case "link":
      if attributes["rel"]?.lowercased() == "canonical" {
        page.canonical = page.canonical ?? attributes["href"]
      }
    case "time":
      if page.time == nil, let time = attributes["datetime"], !time.isEmpty { page.time = time }
    default: break
    }
  }

  private static func isUnseen(_ attributes: [String: String]) -> Bool {
    guard let style = attributes["style"]?.lowercased().filter({ $0 != " " }) else { return false }
    return style.contains("display:none") || style.contains("visibility:hidden")
  }
}
