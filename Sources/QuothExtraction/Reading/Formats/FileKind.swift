//! What a file is when it is neither plain text nor a table, a page or JSON, as its first bytes tell.

/// A kind of file that is known by its content and not read.
public enum FileKind: String, CaseIterable, Sendable {
  case pdf, archive, rtf, webArchive
  case proQuest, factiva, europresse, nexis
  case mail, mailbox, subtitles
  case nitf, newsML, tei, feed, xml, reuters, wire
  case coNLL
  case iso2022

  /// The kind that a beginning shows; nil for what may be read. `format` is the one that the name of the file tells.
  static func of(_ head: FileHead, named format: ArticleFormat?) -> FileKind? {
    let isPage = format?.endings == ArticleFormat.html.endings
    let isRecords = format?.holding == .records
    let bytes = head.bytes[...].drop { $0 <= 0x20 && ![0x01, 0x16, 0x1B].contains($0) }
    if !isRecords, bytes.starts(with: [0x01]) || bytes.starts(with: [0x16, 0x16]) { return .wire }
    let opening = FileOpening(bytes)
    return allCases.first { kind in
      (kind.isBinary || !isRecords && (!isPage || kind.mayBePage)) && kind.fits(opening)
    }
  }

  private func fits(_ opening: FileOpening) -> Bool {
    switch self {
    case .pdf: opening.begins("%pdf-")
    case .archive: opening.bytes.starts(with: [0x50, 0x4B, 0x03, 0x04])
    case .rtf: opening.begins("{\\rtf")
    case .webArchive: opening.begins("warc/1.") || opening.begins("filedesc://")
    case .proQuest:
      opening.numbersDocuments && opening.holds("publication info:") || opening.holds("proquest document id")
    case .factiva:
      opening.holds("dow jones factiva") || opening.isMarkup && opening.holds("factiva")
    case .europresse: opening.isMarkup && (opening.holds("europresse") || opening.holds("eureka.cc"))
    case .nexis: opening.numbersDocuments || opening.holds("lexisnexis") && opening.holds("length:")
    case .mailbox: opening.isMailbox
    case .mail: opening.isMail
    case .subtitles: opening.isSubtitles
    case .nitf: opening.isMarkup && opening.holds("<nitf")
    case .newsML:
      opening.isMarkup
        && (opening.holds("<newsml") || opening.holds("<newsitem") || opening.holds("<newsmessage"))
    case .tei: opening.isMarkup && (opening.holds("<tei") || opening.holds("<teicorpus"))
    case .feed: opening.isMarkup && (opening.holds("<rss") || opening.holds("<feed"))
    case .reuters: opening.isMarkup && opening.holds("<reuters ")
    case .xml: opening.begins("<?xml") && !opening.holds("<html") && !opening.holds("<!doctype html")
    case .wire: false
    case .coNLL: opening.isCoNLL
    case .iso2022:
      opening.holds("\u{1B}$b") || opening.holds("\u{1B}$@")
    }
  }

  /// Kinds that files of any name are refused for; the others are looked for in files that would be read as text.
  var isBinary: Bool { [.pdf, .archive, .webArchive, .rtf].contains(self) }

  /// Exports and markup that bear the ending of a page.
  var mayBePage: Bool { [.nexis, .factiva, .proQuest, .europresse, .nitf, .newsML].contains(self) }
}

/// The beginning of a file, looked at once.
private struct FileOpening {
  /// Letters of ASCII in lower case.
  private let lowered: [UInt8]
  let bytes: ArraySlice<UInt8>
  private let lines: [Substring]

  init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    lowered = bytes.map { $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0 }
    lines = String(decoding: bytes.prefix(4096), as: UTF8.self)
      .split(maxSplits: 60, omittingEmptySubsequences: true) { $0.isNewline }
  }

  /// Whether the words stand anywhere. Give them in lower case.
  func holds(_ words: StaticString) -> Bool { place(of: words, from: 0) != nil }

  /// Where the words stand next, from a place on.
  private func place(of words: StaticString, from start: Int) -> Int? {
    let count = words.utf8CodeUnitCount
    let first = words.utf8Start[0]
    return lowered.withUnsafeBufferPointer { lowered in
      var index = start
      while index + count <= lowered.count {
        if lowered[index] == first, (1..<count).allSatisfy({ lowered[index + $0] == words.utf8Start[$0] }) {
          return index
        }
        index += 1
      }
      return nil
    }
  }

  func begins(_ words: String) -> Bool { lowered.starts(with: words.utf8) }
  var isMarkup: Bool { lowered.first == UInt8(ascii: "<") }

  /// A line that numbers an article of an export: "12 of 262 DOCUMENTS", "Document 1 of 2".
  var numbersDocuments: Bool {
    var next = 0
    while let found = place(of: " of ", from: next) {
      next = found + 4
      let left = digits(before: found)
      let right = digits(behind: next)
      guard !left.isEmpty, !right.isEmpty else { continue }
      let isNexis =
        isLineStart(left.lowerBound) && lowered[right.upperBound...].starts(with: " documents".utf8)
      let word = "document ".utf8
      let start = left.lowerBound - word.count
      let isProQuest =
        start >= 0 && lowered[start..<left.lowerBound].elementsEqual(word) && isLineStart(start)
      if isNexis && isLineEnd(right.upperBound + 10) || isProQuest && isLineEnd(right.upperBound) {
        return true
      }
    }
    return false
  }

  private func digits(before end: Int) -> Range<Int> {
    var start = end
    while start > 0, lowered[start - 1] &- 0x30 < 10 { start -= 1 }
    return start..<end
  }

  private func digits(behind start: Int) -> Range<Int> {
    var end = start
    while end < lowered.count, lowered[end] &- 0x30 < 10 { end += 1 }
    return start..<end
  }

  /// Only blanks up to a line break or a tag.
  private func isLineStart(_ index: Int) -> Bool {
    lowered[..<index].last { $0 != 0x20 && $0 != 0x09 }.map { $0 == 0x0A || $0 == UInt8(ascii: ">") } ?? true
  }

  private func isLineEnd(_ index: Int) -> Bool {
    lowered[min(index, lowered.count)...].first { $0 != 0x20 && $0 != 0x09 }
      .map { $0 == 0x0A || $0 == 0x0D || $0 == UInt8(ascii: "<") } ?? true
  }

  /// Lines of a head as mail has it, from the first line on.
  private func mailHeaders(_ lines: ArraySlice<Substring>) -> Set<String> {
    var names: Set<String> = []
    for line in lines {
      if line.first == " " || line.first == "\t" { continue }
      guard let colon = line.firstIndex(of: ":"), line[..<colon].allSatisfy({ $0.isLetter || $0 == "-" })
      else { break }
      names.insert(line[..<colon].lowercased())
    }
    return names
  }

  private func isMailHead(_ lines: ArraySlice<Substring>) -> Bool {
    let names = mailHeaders(lines)
    return names.contains("from") && !names.isDisjoint(with: ["subject", "to"])
      && !names.isDisjoint(with: ["received", "message-id", "mime-version", "to", "return-path"])
      || names.contains("received") && names.count >= 2
  }

  var isMail: Bool { isMailHead(lines[...]) }
  var isMailbox: Bool { lines.first?.hasPrefix("From ") == true && isMailHead(lines.dropFirst()) }

  var isSubtitles: Bool {
    guard let first = lines.first else { return false }
    return first.hasPrefix("WEBVTT")
      || first.allSatisfy(\.isNumber) && lines.dropFirst().first?.contains(" --> ") == true
  }

  /// Numbered words in columns.
  var isCoNLL: Bool {
    let rows = lines.filter { !$0.hasPrefix("#") }.prefix(12)
    guard rows.count >= 3 else { return false }
    return rows.allSatisfy { row in
      let cells = row.split(separator: "\t", omittingEmptySubsequences: false)
      return cells.count >= 4 && !cells[0].isEmpty
        && cells[0].allSatisfy { $0.isNumber || $0 == "-" || $0 == "." }
    }
  }
}
