//! Joins lines that a break parts within a sentence, where a text puts each paragraph on a line of its own.

/// Tells a line break that is no end of a paragraph: within quotation marks, or before a word in lower case.
struct LineJoiner {
  let text: [UInt8]

  /// How many lines on the closing mark of a quotation is looked for.
  private static let reach = 8

  /// The lines of a block, those that belong together joined. The first line of a text may be its title, which goes on
  /// only within its quotation marks.
  func joined(_ lines: [Range<Int>], opensText: Bool) -> [Range<Int>] {
    var found: [Range<Int>] = []
    /// Whether a mark is open at the end of the last of them.
    var isOpen = false
    for (number, line) in lines.enumerated() {
      let isTitle = opensText && number == 1
      let lastMark = marks(in: line).last
      if let before = found.last, number > 0,
        isOpen && closesSoon(lines[number...]) || !isTitle && goesOn(lines[number - 1], line)
      {
        found[found.count - 1] = before.lowerBound..<line.upperBound
        isOpen = lastMark.map { $0 == .opening } ?? isOpen
      } else {
        found.append(line)
        isOpen = lastMark == .opening
      }
    }
    return found
  }

  /// A line without an end of a sentence, before one that opens in lower case and is no credit, address or list.
  private func goesOn(_ line: Range<Int>, _ next: Range<Int>) -> Bool {
    guard let last = line.last, let first = next.first, isLower(text[first]), endsWithinSentence(text[last])
    else { return false }
    let word = text[next].prefix { $0 > 0x20 }
    let isAddress = word.contains {
      $0 == UInt8(ascii: "@") || $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: ":")
    }
    return !isAddress && !word.elementsEqual("by".utf8) && !word.starts(with: "www.".utf8)
      && line.count >= 20
  }

  private func isLower(_ byte: UInt8) -> Bool { byte >= UInt8(ascii: "a") && byte <= UInt8(ascii: "z") }

  /// A letter, a digit or a comma.
  private func endsWithinSentence(_ byte: UInt8) -> Bool {
    isLower(byte | 0x20) || byte == UInt8(ascii: ",")
      || byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
  }

  /// Whether an open mark is closed in one of these lines before another opens. A line that opens with a mark of its
  /// own is the next paragraph of the quotation.
  private func closesSoon(_ lines: ArraySlice<Range<Int>>) -> Bool {
    for line in lines.prefix(LineJoiner.reach) {
      if let mark = marks(in: line).first { return mark == .closing }
    }
    return false
  }

  private enum Mark { case opening, closing }

  /// The double quotation marks of a line. Straight ones open before a word and close behind one.
  private func marks(in line: Range<Int>) -> [Mark] {
    var found: [Mark] = []
    for index in line {
      switch text[index] {
      case UInt8(ascii: "\""):
        let isFirst =
          index == line.lowerBound || text[index - 1] <= 0x20 || text[index - 1] == UInt8(ascii: "(")
        let isLast = index + 1 == line.upperBound || text[index + 1] <= 0x20
        if isFirst != isLast {
          found.append(isFirst ? .opening : .closing)
        } else if !isFirst {
          found.append(.closing)
        }
      case 0x9C where index >= line.lowerBound + 2 && text[index - 1] == 0x80 && text[index - 2] == 0xE2:
        found.append(.opening)
      case 0x9D where index >= line.lowerBound + 2 && text[index - 1] == 0x80 && text[index - 2] == 0xE2:
        found.append(.closing)
      default: break
      }
    }
    return found
  }
}
