//! The words of the lexicons, by the class or file that they come from.

internal import CLexicons

/// Words in groups: a class of `words.txt`, the reporting verbs, the given names, the countries, the agencies, the
/// phrases of lines that are no running text. Taking a group first gives "why" and "she" as often as all nouns.
struct LexiconWords: Sendable {
  static let shared = LexiconWords()

  /// Each has at least one word.
  let classes: [[String]]
  let cues: [String]
  let names: [String]
  let places: [String]
  let agencies: [String]
  /// Phrases such as "Subscribe to" and "Photo:".
  let linePhrases: [String]

  private init() {
    classes = Self.lines(quoth_words_address(), quoth_words_end_address()).map { line in
      line.drop { $0 != ":" }.dropFirst().split { $0 == " " || $0 == "_" }.map(String.init)
    }.filter { !$0.isEmpty }
    cues = Self.firstCells(quoth_cues_address(), quoth_cues_end_address())
    names = Self.firstCells(quoth_first_names_address(), quoth_first_names_end_address())
    places = Self.lines(quoth_countries_address(), quoth_countries_end_address())
      .flatMap { $0.split { $0 == "\t" || $0 == "," }.map(String.init) }
    agencies = Self.firstCells(quoth_agencies_address(), quoth_agencies_end_address())
    linePhrases = Self.lines(quoth_boilerplate_address(), quoth_boilerplate_end_address())
      .map { String($0.drop { $0 != ":" }.dropFirst().drop { $0 == " " }) }
  }

  private static func firstCells(_ start: UnsafePointer<UInt8>, _ end: UnsafePointer<UInt8>) -> [String] {
    lines(start, end).map { String($0.prefix { $0 != "\t" }) }
  }

  /// The lines of a file that hold something, comments left out.
  private static func lines(_ start: UnsafePointer<UInt8>, _ end: UnsafePointer<UInt8>) -> [Substring] {
    let bytes = UnsafeBufferPointer(start: start, count: end - start)
    return String(decoding: bytes, as: UTF8.self).split(separator: "\n").filter { !$0.hasPrefix("#") }
  }
}
