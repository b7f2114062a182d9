//! The files linked into the binary, read line by line.

internal import CLexicons

/// The lexicon files of `CLexicons`.
enum LexiconFile: CaseIterable {
  case agencies, boilerplate, countries, cues, firstNames, ranker, topics, verbs, words

  /// The bytes of the file, valid for the life of the process.
  var bytes: UnsafeBufferPointer<UInt8> {
    switch self {
    case .agencies: LexiconFile.between(quoth_agencies_address(), quoth_agencies_end_address())
    case .boilerplate: LexiconFile.between(quoth_boilerplate_address(), quoth_boilerplate_end_address())
    case .countries: LexiconFile.between(quoth_countries_address(), quoth_countries_end_address())
    case .cues: LexiconFile.between(quoth_cues_address(), quoth_cues_end_address())
    case .firstNames: LexiconFile.between(quoth_first_names_address(), quoth_first_names_end_address())
    case .ranker: LexiconFile.between(quoth_ranker_address(), quoth_ranker_end_address())
    case .topics: LexiconFile.between(quoth_topics_address(), quoth_topics_end_address())
    case .verbs: LexiconFile.between(quoth_verbs_address(), quoth_verbs_end_address())
    case .words: LexiconFile.between(quoth_words_address(), quoth_words_end_address())
    }
  }

  private static func between(
    _ start: UnsafePointer<UInt8>, _ end: UnsafePointer<UInt8>
  ) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(start: start, count: end - start)
  }

  /// Calls `body` with the tab-separated cells of each line; empty lines and `#` comments are passed over.
  func forEachLine(_ body: ([UnsafeBufferPointer<UInt8>]) -> Void) {
    LexiconFile.forEachLine(of: bytes, body)
  }

  /// The same over any bytes.
  static func forEachLine(
    of bytes: UnsafeBufferPointer<UInt8>, _ body: ([UnsafeBufferPointer<UInt8>]) -> Void
  ) {
    var start = 0
    while start < bytes.count {
      let end = firstIndex(of: UInt8(ascii: "\n"), in: bytes, start..<bytes.count) ?? bytes.count
      if end > start, bytes[start] != UInt8(ascii: "#") {
        body(split(bytes, start..<end, at: UInt8(ascii: "\t")))
      }
      start = end + 1
    }
  }

  /// A plain loop over memory: every start of the program reads all the files.
  private static func firstIndex(
    of byte: UInt8, in bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>
  ) -> Int? {
    guard let base = bytes.baseAddress else { return nil }
    var index = range.lowerBound
    while index < range.upperBound {
      if base[index] == byte { return index }
      index += 1
    }
    return nil
  }

  /// The parts of `bytes[range]` between separators.
  static func split(
    _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, at separator: UInt8
  ) -> [UnsafeBufferPointer<UInt8>] {
    var parts: [UnsafeBufferPointer<UInt8>] = []
    parts.reserveCapacity(4)
    var start = range.lowerBound
    while let end = firstIndex(of: separator, in: bytes, start..<range.upperBound) {
      parts.append(UnsafeBufferPointer(rebasing: bytes[start..<end]))
      start = end + 1
    }
    parts.append(UnsafeBufferPointer(rebasing: bytes[start..<range.upperBound]))
    return parts
  }
}
