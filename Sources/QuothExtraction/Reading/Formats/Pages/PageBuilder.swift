//! The events of a page put together to blocks.

internal import QuothModel

/// Follows the tags of a page.
final class PageBuilder {
  /// An open element, with what it hands down to those within.
  private struct Frame {
    let tag: String
    let element: Int
    /// Nothing within is text of the page.
    let isLeftOut: Bool
    let isLink: Bool
    let kind: ParagraphKind
  }

  private var page = PageContents()
  private var frames: [Frame] = []
  private var block: PageBlock?
  private var endsInBlank = false
  private var breaks = 0
  /// What a `title` or a script of data holds, while in it.
  private var special: [UInt8]?
  private var isLinkedData = false

  /// Elements that part blocks of text.
  private static let blockTags: Set<String> = [
    "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "dialog",
    "div",
    "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6",
    "header", "hr", "html", "li", "main", "nav", "ol", "p", "pre", "section", "summary", "table", "tbody",
    "td", "tfoot", "th", "thead", "tr", "ul",
  ]
  /// Elements whose text is never the article's.
  private static let leftOutTags: Set<String> = [
    "aside", "button", "canvas", "dialog", "footer", "form", "head", "iframe", "label", "menu", "nav",
    "noscript", "object", "script", "select", "style", "svg", "template", "textarea", "video",
  ]
  /// Words of a class, an id or a role that tell comments, menus and the like.
  private static let leftOutWords: Set<String> = [
    "advert", "advertisement", "ad", "ads", "breadcrumb", "breadcrumbs", "comment", "comments", "cookie",
    "disqus", "menu", "nav", "navigation", "newsletter", "paywall", "popup", "promo", "related", "respond",
    "share", "sharing", "sidebar", "signup", "social", "subscribe", "tags", "toolbar", "widget",
  ]
  /// Elements that are the page or the article, whatever words their class has.
  private static let heldTags: Set<String> = ["html", "body", "article", "main"]

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
    if Self.blockTags.contains(tag) { endBlock() }
    let parent = frames.last
    let outer = parent.map { page.elements[$0.element] }
    let number = page.elements.count
    page.elements.append(
      PageElement(
        tag: tag, parent: parent?.element, article: tag == "article" ? number : outer?.article,
        isInMain: tag == "main" || attributes["role"] == "main" || outer?.isInMain == true))
    let words = Self.words(of: attributes)
    let isPullQuote = (tag == "aside" || tag == "blockquote" || tag == "div") && Self.isPullQuote(words)
    frames.append(
      Frame(
        tag: tag, element: number,
        isLeftOut: parent?.isLeftOut == true
          || !isPullQuote && isLeftOut(tag, attributes, words, isInArticle: outer?.article != nil),
        isLink: parent?.isLink == true || tag == "a",
        kind: isPullQuote
          ? .pullquote : tag == "figcaption" ? .caption : tag == "h1" ? .headline : parent?.kind ?? .body))
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
    if Self.blockTags.contains(tag) { endBlock() }
    guard let place = frames.lastIndex(where: { $0.tag == tag }) else { return }
    frames.removeSubrange(place...)
  }

  func take(_ bytes: UnsafeBufferPointer<UInt8>) {
    if special != nil {
      special?.append(contentsOf: bytes)
      return
    }
    guard let frame = frames.last, !frame.isLeftOut else { return }
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      // A blank that does not break is a blank: C2 A0.
      let isNoBreak = byte == 0xC2 && index + 1 < bytes.count && bytes[index + 1] == 0xA0
      if byte <= 0x20 || isNoBreak {
        addBlank()
        index += isNoBreak ? 2 : 1
        continue
      }
      if block == nil { block = PageBlock(element: frame.element, tag: frame.tag, kind: frame.kind) }
      breaks = 0
      block?.text.append(byte)
      if frame.isLink { block?.linkBytes += 1 }
      endsInBlank = false
      index += 1
    }
  }

  // MARK: Parts

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
    page.blocks.append(done)
  }

  private func isLeftOut(
    _ tag: String, _ attributes: [String: String], _ words: [Substring], isInArticle: Bool
  ) -> Bool {
    if Self.leftOutTags.contains(tag) { return true }
    // The head of a page holds its menus; that of an article its title.
    if tag == "header", !isInArticle, !frames.contains(where: { $0.tag == "main" }) { return true }
    guard !Self.heldTags.contains(tag) else { return false }
    if attributes["hidden"] != nil || attributes["aria-hidden"] == "true" { return true }
    return words.contains { Self.leftOutWords.contains(String($0)) }
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

  private static func isPullQuote(_ words: [Substring]) -> Bool {
    words.contains { $0 == "pullquote" } || words.contains("pull") && words.contains("quote")
  }

  /// The words of class, id and role in lower case: `entry-comments` is "entry" and "comments".
  private static func words(of attributes: [String: String]) -> [Substring] {
    ["class", "id", "role"].flatMap { key in
      attributes[key]?.lowercased().split { !$0.isLetter && !$0.isNumber } ?? []
    }
  }
}
