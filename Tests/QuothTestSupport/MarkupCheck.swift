//! A look at the tags of a page or a figure, without a parser.

/// Whether tags of a text close in the order in which they are opened, and all signs are escaped.
public struct MarkupCheck {
  public let isWellFormed: Bool

  public init(_ text: String) {
    var open: [Substring] = []
    var rest = text[...]
    var isRight = true
    while let start = rest.firstIndex(of: "<"), isRight {
      if rest[..<start].contains(">") || rest[..<start].contains("&\u{20}") { isRight = false }
      guard let end = rest[start...].firstIndex(of: ">") else {
        isRight = false
        break
      }
      let tag = rest[rest.index(after: start)..<end]
      let name = tag.prefix { $0 != " " && $0 != "\n" }
      if tag.hasPrefix("!") || ["meta", "br"].contains(name) {
        // HTML has some that never close.
      } else if tag.hasPrefix("/") {
        isRight = open.popLast() == tag.dropFirst()
      } else if !tag.hasSuffix("/") {
        open.append(name)
      }
      rest = rest[rest.index(after: end)...]
    }
    isWellFormed = isRight && open.isEmpty && !text.contains("&&")
  }
}
