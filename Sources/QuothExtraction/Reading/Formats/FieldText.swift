//! The text of a field: plain, or a piece of a web page.

/// Reads texts that stand in the fields of records.
enum FieldText {
  /// The text as an article prints it, with the kinds of its paragraphs where it is a piece of a page.
  static func read(_ text: String) -> (text: [UInt8], kinds: [GivenKind]) {
    if holdsMarkup(text), let page = PageContents.fragment(text) {
      let read = MainText(fragment: page)
      if !read.text.isEmpty { return (read.text, read.kinds) }
    }
    return (Array(HTMLReferences.decoded(text).utf8), [])
  }

  /// A value of one line, such as a title: without tags and references.
  static func line(_ text: String) -> String {
    guard holdsMarkup(text), let page = PageContents.fragment(text) else {
      return HTMLReferences.decoded(text)
    }
    return page.blocks.map { String(decoding: $0.text, as: UTF8.self) }.joined(separator: " ")
  }

  /// Whether tags of HTML stand in a text, and not just a sign: "a < b".
  private static func holdsMarkup(_ text: String) -> Bool {
    var rest = text.utf8[...]
    while let open = rest.firstIndex(of: UInt8(ascii: "<")) {
      let tag = rest[rest.index(after: open)...].prefix(200)
      guard let close = tag.firstIndex(of: UInt8(ascii: ">")) else { return false }
      let name = tag[..<close].drop { $0 == UInt8(ascii: "/") }.prefix {
        $0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A || $0 &- 0x30 < 10
      }
      if tags.contains(String(decoding: name, as: UTF8.self).lowercased()) { return true }
      rest = rest[rest.index(after: open)...]
    }
    return false
  }

  private static let tags: Set<String> = [
    "a", "article", "b", "blockquote", "br", "cite", "div", "em", "figcaption", "figure", "h1", "h2", "h3",
    "h4", "h5",
    "h6", "i", "img", "li", "ol", "p", "q", "section", "span", "strong", "table", "td", "tr", "u", "ul",
  ]

  /// Whether a text was cut off by the interface that gave it: "… [+1812 chars]".
  static func isCutOff(_ text: String) -> Bool {
    guard text.hasSuffix(" chars]"), let open = text.lastIndex(of: "[") else { return false }
    let inside = text[open...].dropFirst().dropLast(7)
    return inside.first == "+" && inside.dropFirst().allSatisfy(\.isNumber)
  }

  /// Nothing but an address.
  static func isAddress(_ text: String) -> Bool {
    (text.hasPrefix("http://") || text.hasPrefix("https://") || text.hasPrefix("/")) && !text.contains(" ")
  }
}
