//! Quotations that a page marks by its elements alone.

internal import QuothModel

/// Puts quotation marks around block quotations that stand in none, where the page says that they are speech: behind a
/// colon, or with the name of who said it, which then stands behind them as a signature.
enum BlockQuotations {
  static func marked(_ blocks: [PageBlock], _ outline: PageOutline) -> [PageBlock] {
    let quotes = outline.nearest(["blockquote"])
    let figures = outline.nearest(["figure"])
    var marked: [PageBlock] = []
    var index = 0
    while index < blocks.count {
      guard let quote = quotes[blocks[index].element] else {
        marked.append(blocks[index])
        index += 1
        continue
      }
      let figure = figures[blocks[index].element]
      var end = index
      while end < blocks.count,
        quotes[blocks[end].element] == quote || figure != nil && figures[blocks[end].element] == figure
      {
        end += 1
      }
      marked += quotation(blocks[index..<end], behind: marked.last)
      index = end
    }
    return marked
  }

  /// The blocks of a block quotation, with the caption of its figure.
  private static func quotation(_ blocks: ArraySlice<PageBlock>, behind before: PageBlock?) -> [PageBlock] {
    var words = Array(blocks)
    let credit = takeCredit(&words)
    let isLed = before?.text.last == UInt8(ascii: ":")
    let spoken = words.indices.filter { words[$0].kind != .caption }
    guard credit != nil || isLed, let last = spoken.last else { return Array(blocks) }
    if !spoken.contains(where: { hasMarks(words[$0].text) }) {
      for index in spoken { words[index].text = Array("“".utf8) + words[index].text }
      words[last].text += "”".utf8
    }
    if let credit { words[last].text += Array(" — ".utf8) + credit }
    return words
  }

  /// The name that a `cite`, or a caption that is a name, gives; it is taken out of the blocks.
  private static func takeCredit(_ blocks: inout [PageBlock]) -> [UInt8]? {
    for (number, block) in blocks.enumerated().reversed() {
      let start = block.credit ?? (block.kind == .caption ? 0 : block.text.count)
      let name = block.text[start...].drop { isDash($0) }
      let person = String(decoding: name, as: UTF8.self).split(separator: ",").first.map(String.init) ?? ""
      guard Byline.isName(person), blocks.count > 1 || start > 0 else { continue }
      blocks[number].text.removeSubrange(start...)
      while let last = blocks[number].text.last, isDash(last) { blocks[number].text.removeLast() }
      if blocks[number].text.isEmpty { blocks.remove(at: number) }
      return Array(name)
    }
    return nil
  }

  /// A blank, a hyphen, or a byte of a dash.
  private static func isDash(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == UInt8(ascii: "-") || byte == 0xE2 || byte == 0x80 || byte == 0x93 || byte == 0x94
  }

  private static func hasMarks(_ text: [UInt8]) -> Bool {
    text.contains(UInt8(ascii: "\""))
      || String(decoding: text, as: UTF8.self).contains { "“”«»„".contains($0) }
  }
}
