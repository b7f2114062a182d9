//! Words, paragraphs and quotation-marked stretches of a gold text, found without the program's help.

/// The scalars of a text, measured as Scripts/evaluation/stretches.py does, tags of HTML aside.
struct GoldText {
  let scalars: [Unicode.Scalar]

  private static let edges = Set(" \t\u{A0}\u{200B}\u{202A}\"“”‟„«»'‘’`.,;:!?…-–—".unicodeScalars)
  private static let marks = Set("\"“”‟„«»".unicodeScalars)
  private static let beforeOpening = Set("([{—–-/―‘'“\"".unicodeScalars)
  private static let afterClosing = Set(".,;:!?)]}—–-―'’\"”".unicodeScalars)

  /// Runs of letters and digits, with the apostrophes and hyphens behind their first.
  func words(in range: Range<Int>) -> [Range<Int>] {
    func isLetter(_ index: Int) -> Bool {
      let properties = scalars[index].properties
      return properties.isAlphabetic || properties.numericType != nil || scalars[index] == "_"
    }
    var found: [Range<Int>] = []
    var index = range.lowerBound
    while index < range.upperBound {
      let start = index
      guard isLetter(index) else {
        index += 1
        continue
      }
      while index < range.upperBound, isLetter(index) || "’'-".unicodeScalars.contains(scalars[index]) {
        index += 1
      }
      found.append(start..<index)
    }
    return found
  }

  /// A range without white space, marks and punctuation at its edges.
  func trimmed(_ range: Range<Int>) -> Range<Int> {
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end, GoldText.edges.contains(scalars[start]) { start += 1 }
    while end > start, GoldText.edges.contains(scalars[end - 1]) { end -= 1 }
    return start..<end
  }

  func paragraphs(in range: Range<Int>) -> [Range<Int>] {
    scalars[range].split(separator: "\n").map { $0.startIndex..<$0.endIndex }
  }

  /// What stands between the double marks of each paragraph; a stretch left open runs to its end.
  func stretches() -> [Range<Int>] {
    var found: [Range<Int>] = []
    for paragraph in paragraphs(in: scalars.indices) {
      var open: Int?
      for index in paragraph where GoldText.marks.contains(scalars[index]) {
        if opens(index, in: paragraph, isOpen: open != nil) {
          open = open ?? index + 1
        } else if let start = open {
          found.append(start..<index)
          open = nil
        }
      }
      if let start = open { found.append(start..<paragraph.upperBound) }
    }
    return found.filter { !$0.isEmpty }
  }

  /// By the neighbours of a mark, then by its glyph, then by what is open.
  private func opens(_ index: Int, in paragraph: Range<Int>, isOpen: Bool) -> Bool {
    let before = index > paragraph.lowerBound ? scalars[index - 1] : " "
    let after = index + 1 < paragraph.upperBound ? scalars[index + 1] : " "
    let isAfterSpace = before.properties.isWhitespace
    let isBeforeSpace = after.properties.isWhitespace
    let mayOpen = !isBeforeSpace && (isAfterSpace || GoldText.beforeOpening.contains(before))
    let mayClose = !isAfterSpace && (isBeforeSpace || GoldText.afterClosing.contains(after))
    if mayOpen != mayClose { return mayOpen }
    switch scalars[index] {
    case "“", "„", "‟", "«": return true
    case "”", "»": return false
    default: return !isOpen
    }
  }

  /// Whether all long words are capitalized, as in the name of a book.
  func isTitle(_ range: Range<Int>) -> Bool {
    let words = words(in: range)
    let long = words.filter { $0.count >= 4 }
    let hasI = words.contains { $0.count == 1 && scalars[$0.lowerBound] == "I" }
    return long.count >= 2 && !hasI
      && long.allSatisfy {
        let properties = scalars[$0.lowerBound].properties
        return properties.isUppercase || properties.numericType != nil
      }
  }
}
