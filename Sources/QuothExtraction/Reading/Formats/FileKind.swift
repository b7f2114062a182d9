//! What a file is when it is neither plain text nor a table, a page or JSON, as its first bytes tell.

/// A kind of file that is known by its content and not read.
public enum FileKind: String, CaseIterable, Sendable {
  case pdf, archive, rtf, webArchive
  case nexis, factiva, proQuest, europresse
  case mail, mailbox, subtitles
  case nitf, newsML, tei, feed, xml, reuters, wire
  case coNLL
  case iso2022

  /// The kind that a beginning shows; nil for what may be read.
  static func of(_ head: FileHead) -> FileKind? {
    let bytes = head.bytes[...].drop { $0 <= 0x20 && $0 != 0x01 && $0 != 0x16 }
    if bytes.starts(with: [0x01]) || bytes.starts(with: [0x16, 0x16]) { return .wire }
    let opening = FileOpening(bytes)
    return allCases.first { $0.fits(opening) }
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
  func holds(_ words: String) -> Bool {
    let words = Array(words.utf8)
    guard let first = words.first else { return false }
    return lowered.withUnsafeBufferPointer { lowered in
      var index = 0
      while index + words.count <= lowered.count {
        if lowered[index] == first, words.indices.allSatisfy({ lowered[index + $0] == words[$0] }) {
          return true
        }
        index += 1
      }
      return false
    }
  }

  func begins(_ words: String) -> Bool { lowered.starts(with: words.utf8) }
  var isMarkup: Bool { lowered.first == UInt8(ascii: "<") }

  /// A line that numbers an article of an export: "12 of 262 DOCUMENTS", "Document 1 of 2".
  var numbersDocuments: Bool {
    guard holds(" of "), holds("document") else { return false }
    let inTags = String(decoding: lowered, as: UTF8.self).split { $0.isNewline || $0 == "<" || $0 == ">" }
    return inTags.contains { line in
      let words = line.split(separator: " ")
      let isNexis = words.count == 4 && words[1] == "of" && words[3] == "documents"
      let isProQuest = words.count == 4 && words[0] == "document" && words[2] == "of"
      let numbers = isNexis ? [words[0], words[2]] : isProQuest ? [words[1], words[3]] : []
      return !numbers.isEmpty && numbers.allSatisfy { $0.allSatisfy(\.isNumber) }
    }
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
