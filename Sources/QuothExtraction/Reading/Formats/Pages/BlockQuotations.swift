//! Quotations that a page marks by its elements alone.

internal import QuothModel

/// Puts quotation marks around block quotations that stand in none, where the page says that they are speech: behind a
/// colon, or with the name of who said it.
enum BlockQuotations {
  static func marked(_ blocks: [PageBlock], _ outline: PageOutline) -> [PageBlock] {
    var marked = blocks
    var index = 0
    while index < marked.count {
      guard let quote = quotation(around: marked[index], outline) else {
        index += 1
        continue
      }
      var end = index
      while end < marked.count, outline.isWithin(marked[end].element, quote) { end += 1 }
      mark(index..<end, &marked)
      index = end
    }
    return marked
  }

  /// The block quotation that a block stands in.
  private static func quotation(around block: PageBlock, _ outline: PageOutline) -> Int? {
    var number: Int? = block.element
    while let place = number {
      if outline.elements[place].tag == "blockquote" { return place }
      number = outline.elements[place].parent
    }
    return nil
  }

  private static func mark(_ range: Range<Int>, _ blocks: inout [PageBlock]) {
    let isLed = range.lowerBound > 0 && blocks[range.lowerBound - 1].text.last == UInt8(ascii: ":")
    let body = range.filter { blocks[$0].kind == .body }
    guard isLed, let last = body.last, !body.contains(where: { hasMarks(blocks[$0].text) }) else { return }
    for index in body {
      blocks[index].text = Array("“".utf8) + blocks[index].text + (index == last ? Array("”".utf8) : [])
    }
  }

  private static func hasMarks(_ text: [UInt8]) -> Bool {
    text.contains(UInt8(ascii: "\"")) || String(decoding: text, as: UTF8.self).contains { "“”«»„".contains($0) }
  }
}
