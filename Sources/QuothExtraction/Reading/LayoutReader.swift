//! Reads the layout of an article from its text.

internal import QuothBasics
internal import QuothModel

/// Tells the paragraphs of a text apart and reads the title, dateline and credits.
struct LayoutReader {
  let lexicon: Lexicon
  let rules: LineRules

  /// The layout of an article. What came beside the text has the last word.
  func layout(of article: RawArticle) -> ArticleLayout {
    var layout = ArticleLayout()
    let text = article.text
    layout.paragraphs = paragraphs(of: article).map {
      LayoutParagraph(range: $0, textStart: $0.lowerBound, kind: .body)
    }
    respect(article.paragraphKinds, &layout)
    readLeadingDate(text, &layout)
    for index in layout.paragraphs.indices { classify(index, text, &layout) }
    readHeadlines(text, article.title, &layout)
    readDateline(text, &layout)
    markPullQuotes(text, &layout)
    markComments(text, &layout)
    markTail(text, &layout)
    layout.title = article.title ?? layout.title
    layout.outlet = article.outlet ?? layout.outlet
    layout.author = article.author ?? layout.author
    layout.date = article.date ?? layout.date
    return layout
  }

  /// Byte ranges of the lines that hold something, trimmed. Lines of hard-wrapped text are joined to paragraphs.
  private func paragraphs(of article: RawArticle) -> [Range<Int>] {
    let text = article.text
    var blocks: [[Range<Int>]] = []
    var start = 0
    var isAfterBlank = true
    while start < text.count {
      let end = text[start...].firstIndex(of: 0x0A) ?? text.count
      let line = trimmed(text, start..<end)
      if line.isEmpty {
        isAfterBlank = true
      } else if isAfterBlank {
        blocks.append([line])
        isAfterBlank = false
      } else {
        blocks[blocks.count - 1].append(line)
      }
      start = end + 1
    }
    guard isHardWrapped(text, blocks) else {
      // A page tells its paragraphs by its elements.
      guard article.paragraphKinds.isEmpty else { return blocks.flatMap { $0 } }
      let joiner = LineJoiner(text: text)
      return blocks.enumerated().flatMap { number, lines in joiner.joined(lines, opensText: number == 0) }
    }
    return blocks.compactMap { block in
      guard let first = block.first, let last = block.last else { return nil }
      return first.lowerBound..<last.upperBound
    }
  }

  private func trimmed(_ text: [UInt8], _ range: Range<Int>) -> Range<Int> {
    var range = range
    while let first = range.first, text[first] <= 0x20 { range.removeFirst() }
    while let last = range.last, text[last] <= 0x20 { range.removeLast() }
    if range.count >= 3, text[range].starts(with: [0xEF, 0xBB, 0xBF]) {
      return trimmed(text, range.lowerBound + 3..<range.upperBound)
    }
    return range
  }

  /// Lines of even length that break within sentences, in blocks parted by blank lines; or lines in columns of any
  /// width up to 120 bytes, each about as full as the first word of the next allows.
  private func isHardWrapped(_ text: [UInt8], _ blocks: [[Range<Int>]]) -> Bool {
    let width = blocks.joined().map { letters(in: text[$0]) }.max() ?? 0
    var inner = 0
    var broken = 0
    var even = 0
    var full = 0
    for block in blocks where block.count > 1 {
      for (line, next) in zip(block, block.dropFirst()) {
        inner += 1
        guard let last = line.last else { continue }
        let isSentenceEnd = [
          UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: ":"),
          UInt8(ascii: "\""), 0x9D,
        ].contains(text[last])
        if !isSentenceEnd { broken += 1 }
        if !isSentenceEnd, (45...100).contains(line.count) { even += 1 }
        let word = text[next].prefix { $0 > 0x20 }
        if 100 * (letters(in: text[line]) + 1 + letters(in: word)) > 85 * width { full += 1 }
      }
    }
    if inner >= 4 && even * 10 >= inner * 7 { return true }
    return inner >= 3 && (20...120).contains(width) && full * 10 >= inner * 8 && broken * 2 >= inner
  }

  /// How many scalars bytes spell: “ counts once.
  private func letters(in bytes: ArraySlice<UInt8>) -> Int { bytes.count { $0 & 0xC0 != 0x80 } }

  /// A date that opens the text: `date 2023-12-04`, `2023-12-04`, or a Unix time.
  private func readLeadingDate(_ text: [UInt8], _ layout: inout ArticleLayout) {
    guard let range = layout.paragraphs.first?.range else { return }
    let head = String(decoding: text[range.prefix(40)], as: UTF8.self)
    let words = head.split(separator: " ", maxSplits: 2, omittingEmptySubsequences: false)
    let isLabelled =
      words.first.map { ["date", "date:", "published", "published:"].contains($0.lowercased()) } ?? false
    let place = isLabelled ? 1 : 0
    guard words.count > place else { return }
    guard let day = DateReader.isoDay(words[place]) ?? DateReader.unixDay(words[place]) else { return }
    layout.date = day
    var length = words[...place].reduce(0) { $0 + $1.utf8.count } + place
    while length < range.count, text[range.lowerBound + length] == 0x20 { length += 1 }
    layout.paragraphs[0].textStart += length
    if length >= range.count { layout.paragraphs[0].kind = .boilerplate }
  }

  /// Gives paragraphs the kinds that came with the text.
  private func respect(_ kinds: [GivenKind], _ layout: inout ArticleLayout) {
    var next = kinds[...]
    for index in layout.paragraphs.indices {
      let range = layout.paragraphs[index].range
      next = next.drop { $0.range.upperBound <= range.lowerBound }
      if let kind = next.first, kind.range.contains(range.lowerBound) {
        layout.paragraphs[index].kind = kind.kind
      }
    }
  }

  private func classify(_ index: Int, _ text: [UInt8], _ layout: inout ArticleLayout) {
    let range = layout.paragraphs[index].range
    guard layout.paragraphs[index].kind == .body else { return }
    switch rules.rule(for: text[range]) {
    case .boilerplate, .signUp, .link: layout.paragraphs[index].kind = .boilerplate
    case .caption: layout.paragraphs[index].kind = .caption
    case nil where range.count < LineRules.longLine: readCreditLine(index, text, &layout)
    case nil: return readClosingCredit(text, range, &layout)
    }
    guard range.count < LineRules.longLine else { return }
    guard layout.paragraphs[index].kind == .boilerplate, layout.translator == nil else { return }
    let line = String(decoding: text[range], as: UTF8.self)
    for opening in ["Translated by ", "Translation by ", "(Translated by "] where line.hasPrefix(opening) {
      let name = line.dropFirst(opening.count).prefix { $0 != "." && $0 != ")" && $0 != "," && $0 != "|" }
      if layout.translator == nil, !name.isEmpty { layout.translator = String(name) }
    }
  }

  /// Short lines that only credit: `AFP`, `By Jane Doe`, a date; and captions that end in `(EFE)`.
  private func readCreditLine(_ index: Int, _ text: [UInt8], _ layout: inout ArticleLayout) {
    let range = layout.paragraphs[index].range
    // Credits are short; longer lines credit only in closing brackets.
    guard range.count <= 80 || text[range.upperBound - 1] == UInt8(ascii: ")") else { return }
    let line = String(decoding: text[layout.paragraphs[index].textStart..<range.upperBound], as: UTF8.self)
    if let agency = lexicon.agencies[TextFolding.fold(line)] {
      layout.agency = layout.agency ?? agency
      layout.paragraphs[index].kind = .boilerplate
    } else if line.utf8.count <= 80, line.hasPrefix("By ") || line.hasPrefix("BY "), index <= 4,
      isNameLine(line.dropFirst(3))
    {
      layout.author = layout.author ?? String(line.dropFirst(3))
      layout.paragraphs[index].kind = .boilerplate
    } else if line.utf8.count <= 40, index <= 4, let day = DateReader.day(in: line) {
      layout.date = layout.date ?? day
      layout.paragraphs[index].kind = .boilerplate
    } else if let credit = closingBracket(line) {
      readClosingCredit(text, range, &layout)
      if lexicon.agencies[TextFolding.fold(credit)] != nil, index < 3 {
        layout.paragraphs[index].kind = .caption
      }
    }
  }

  private func isNameLine(_ text: Substring) -> Bool {
    let words = text.split(separator: " ")
    return (1...8).contains(words.count)
      && words.allSatisfy { $0.first?.isUppercase == true || ["and", "de", "of", "for", "the"].contains($0) }
  }

  /// An agency credited in brackets at the end: `(EFE)`, `(With EFE Agency)`.
  private func readClosingCredit(_ text: [UInt8], _ range: Range<Int>, _ layout: inout ArticleLayout) {
    let tail = String(decoding: text[range.suffix(60)], as: UTF8.self)
    guard layout.agency == nil, var credit = closingBracket(tail) else { return }
    for word in ["With ", "with ", "By ", "from "] where credit.hasPrefix(word) {
      credit.removeFirst(word.count)
    }
    for word in [" Agency", " agency", " News Agency"] where credit.hasSuffix(word) {
      credit.removeLast(word.count)
    }
    layout.agency = lexicon.agencies[TextFolding.fold(credit)]
  }

  private func closingBracket(_ line: String) -> String? {
    guard line.hasSuffix(")"), let open = line.lastIndex(of: "(") else { return nil }
    return String(line[line.index(after: open)...].dropLast())
  }

  /// The dateline opens the running text; behind a summary only one that is certain counts.
  private func readDateline(_ text: [UInt8], _ layout: inout ArticleLayout) {
    var isFirst = true
    for index in layout.paragraphs.indices.prefix(8) where layout.paragraphs[index].kind == .body {
      defer { isFirst = false }
      let start = layout.paragraphs[index].textStart
      let opening = text[start..<max(start, min(start + 160, layout.paragraphs[index].range.upperBound))]
      guard holdsDash(opening), let line = Dateline.read(String(decoding: opening, as: UTF8.self), lexicon),
        isFirst || line.isCertain
      else { continue }
      layout.place = line.place
      layout.date = line.date ?? layout.date
      layout.agency = line.agency ?? layout.agency
      layout.outlet = line.outlet
      layout.paragraphs[index].textStart += line.length
      return
    }
  }

  /// Whether a dash that could end a dateline stands in some bytes.
  private func holdsDash(_ bytes: ArraySlice<UInt8>) -> Bool {
    for index in bytes.indices where index + 2 < bytes.endIndex {
      let byte = bytes[index]
      if byte == 0xE2, bytes[index + 1] == 0x80, (0x93...0x95).contains(bytes[index + 2]) { return true }
      if byte == UInt8(ascii: "-"), index > bytes.startIndex, bytes[index - 1] == 0x20 { return true }
    }
    return false
  }
}
