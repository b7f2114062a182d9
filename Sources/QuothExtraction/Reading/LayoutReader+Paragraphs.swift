//! Headlines, pull quotes and comments: kinds that show only beside other paragraphs.

internal import QuothBasics
internal import QuothModel

extension LayoutReader {
  /// The title is the first line, when it is shaped like one: short, without a full stop, before running text.
  ///
  /// A line that the next one repeats, in full or going on, is a headline printed twice; the longer one counts.
  /// Later short lines that repeat the title's start are captions.
  func readHeadlines(_ text: [UInt8], _ given: String?, _ layout: inout ArticleLayout) {
    guard let first = layout.paragraphs.indices.first(where: { layout.paragraphs[$0].kind != .boilerplate }),
      layout.paragraphs[first].kind == .body
    else { return }
    let words = foldedWords(text, layout.paragraphs[first])
    var title = words
    var titleIndex = first
    var isHeadline = given.map { repeats(foldedWords($0), words) } ?? isHeadlineShaped(text, first, layout)
    if first + 1 < layout.paragraphs.count, layout.paragraphs[first + 1].kind == .body {
      let next = foldedWords(text, layout.paragraphs[first + 1])
      if words.count >= 3, next.count < 40, next.starts(with: words) {
        layout.paragraphs[first + 1].kind = .headline
        isHeadline = true
        titleIndex = first + 1
        title = next
      }
    }
    guard isHeadline else { return }
    layout.paragraphs[first].kind = .headline
    layout.title = titleText(text, layout.paragraphs[titleIndex])
    for index in layout.paragraphs.indices where index > titleIndex && layout.paragraphs[index].kind == .body
    {
      let range = layout.paragraphs[index].range
      guard range.count < 200, !endsSentence(text, range) else { continue }
      let other = foldedWords(text, layout.paragraphs[index])
      if other.count >= 4, title.starts(with: other) { layout.paragraphs[index].kind = .caption }
    }
  }

  private func titleText(_ text: [UInt8], _ paragraph: LayoutParagraph) -> String {
    String(decoding: text[paragraph.textStart..<paragraph.range.upperBound], as: UTF8.self)
      .split { $0 == " " || $0 == "\n" }.joined(separator: " ")
  }

  private func isHeadlineShaped(_ text: [UInt8], _ index: Int, _ layout: ArticleLayout) -> Bool {
    let paragraph = layout.paragraphs[index]
    let words = foldedWords(text, paragraph).count
    guard (1...30).contains(words), paragraph.range.count <= 200, index + 1 < layout.paragraphs.count else {
      return false
    }
    let hasFollower = layout.paragraphs[(index + 1)...].contains { $0.kind == .body }
    return hasFollower && (!endsSentence(text, paragraph.range) || isTitleCased(text, paragraph))
  }

  private func isTitleCased(_ text: [UInt8], _ paragraph: LayoutParagraph) -> Bool {
    let words = WordScanner.words(in: text, paragraph.textStart..<paragraph.range.upperBound).filter {
      $0.count > 3
    }
    let capitals = words.count { text[$0.lowerBound] < 0x61 || text[$0.lowerBound] >= 0x80 }
    return words.count >= 3 && capitals * 10 >= words.count * 9
  }

  private func repeats(_ title: [String], _ words: [String]) -> Bool {
    !words.isEmpty && (title == words || title.starts(with: words) || words.starts(with: title))
  }

  func endsSentence(_ text: [UInt8], _ range: Range<Int>) -> Bool {
    var index = range.upperBound - 1
    // Closing marks and brackets stand behind the full stop.
    while index > range.lowerBound {
      switch text[index] {
      case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: ")"): index -= 1
      case 0x9D where text[index - 1] == 0x80, 0x99 where text[index - 1] == 0x80: index -= 3
      default:
        return [UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: ":")].contains(
          text[index])
      }
    }
    return false
  }

  func foldedWords(_ text: [UInt8], _ paragraph: LayoutParagraph) -> [String] {
    WordScanner.words(in: text, paragraph.textStart..<paragraph.range.upperBound).map {
      String(decoding: TextFolding.fold(text[$0]), as: UTF8.self)
    }
  }

  private func foldedWords(_ text: String) -> [String] {
    let bytes = Array(text.utf8)
    return WordScanner.words(in: bytes, 0..<bytes.count).map {
      String(decoding: TextFolding.fold(bytes[$0]), as: UTF8.self)
    }
  }

  /// A paragraph without a full stop whose words all stand in a row in another paragraph is a pull quote.
  func markPullQuotes(_ text: [UInt8], _ layout: inout ArticleLayout) {
    let body = layout.paragraphs.indices.filter { layout.paragraphs[$0].kind == .body }
    let candidates = body.filter {
      let range = layout.paragraphs[$0].range
      return (30...600).contains(range.count) && !endsSentence(text, range)
    }
    guard !candidates.isEmpty, body.count > 1 else { return }
    let prints = text.withUnsafeBufferPointer { bytes in
      body.map { WordPrints(bytes, layout.paragraphs[$0].textStart..<layout.paragraphs[$0].range.upperBound) }
    }
    let index = ContainmentIndex(prints)
    let isCandidate = Set(candidates)
    let paragraphs = layout.paragraphs
    for (place, number) in body.enumerated() where isCandidate.contains(number) && prints[place].count >= 6 {
      let holder = index.text(holding: prints[place]) { other in
        other != place && paragraphs[body[other]].range.count >= paragraphs[number].range.count
      }
      if holder != nil { layout.paragraphs[number].kind = .pullquote }
    }
  }

  /// What follows the last sign-up line, when it is little and reports no speech, are readers' comments.
  func markComments(_ text: [UInt8], _ layout: inout ArticleLayout) {
    guard
      let signUp = layout.paragraphs.indices.last(where: {
        layout.paragraphs[$0].kind == .boilerplate && layout.paragraphs[$0].range.count <= 400
          && rules.rule(for: text[layout.paragraphs[$0].range]) == .signUp
      })
    else { return }
    let after = layout.paragraphs.indices.filter { $0 > signUp && layout.paragraphs[$0].kind == .body }
    let before = layout.paragraphs.indices.filter { $0 < signUp && layout.paragraphs[$0].kind == .body }
    guard before.count >= 3, size(of: after, layout) * 5 <= size(of: before, layout) else { return }
    let paragraphs = layout.paragraphs
    let reportsSpeech = after.contains { index in
      foldedWords(text, paragraphs[index]).contains("said")
        || text[paragraphs[index].range].contains(UInt8(ascii: "\""))
    }
    guard !reportsSpeech else { return }
    for index in after { layout.paragraphs[index].kind = .comment }
  }

  /// What stands below a ruled line near the end, and short lines without a full stop among the last boilerplate,
  /// are no running text.
  func markTail(_ text: [UInt8], _ layout: inout ArticleLayout) {
    let last = layout.paragraphs.count
    if let rule = layout.paragraphs.lastIndex(where: { isRuledLine(text, $0.range) }), rule * 10 >= last * 7 {
      for index in rule..<last where layout.paragraphs[index].kind == .body {
        layout.paragraphs[index].kind = .boilerplate
      }
    }
    var index = last - 1
    var pending: [Int] = []
    while index > 0 {
      let paragraph = layout.paragraphs[index]
      if paragraph.kind == .boilerplate {
        for place in pending { layout.paragraphs[place].kind = .boilerplate }
        pending = []
      } else if paragraph.kind == .body, paragraph.range.count < 60, !endsSentence(text, paragraph.range) {
        pending.append(index)
      } else {
        break
      }
      index -= 1
    }
  }

  /// Nothing but underscores, dashes, asterisks or equals signs.
  private func isRuledLine(_ text: [UInt8], _ range: Range<Int>) -> Bool {
    let marks: [UInt8] = [UInt8(ascii: "_"), UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "="), 0x20]
    return range.count >= 3 && text[range].allSatisfy(marks.contains)
  }

  private func size(of indices: [Int], _ layout: ArticleLayout) -> Int {
    indices.reduce(0) { $0 + layout.paragraphs[$1].range.count }
  }
}
