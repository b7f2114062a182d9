//! The phrases that tell lines which are no running text.

internal import QuothBasics

/// What a phrase of `boilerplate.txt` makes of a line.
enum LineRule: Sendable {
  case boilerplate, signUp, caption
}

/// The phrases of `boilerplate.txt`.
struct LineRules: Sendable {
  /// By the first byte of the phrase.
  private var starts: [[(phrase: [UInt8], rule: LineRule)]] = Array(repeating: [], count: 256)
  private var wholes: [[UInt8]] = []
  private var captions: [[UInt8]] = []

  static let shared = LineRules()
  /// Lines of more bytes are told by their start alone.
  static let longLine = 400

  init() {
    LexiconFile.boilerplate.forEachLine { cells in
      let line = Array(cells[0])
      guard let colon = line.firstIndex(of: UInt8(ascii: ":")) else { return }
      let phrase = Array(line[(colon + 1)...].drop { $0 == 0x20 })
      switch String(decoding: line[..<colon], as: UTF8.self) {
      case "start": addStart(phrase, .boilerplate)
      case "signup": addStart(phrase, .signUp)
      case "whole": wholes.append(phrase)
      case "caption": captions.append(phrase)
      default: break
      }
    }
  }

  private mutating func addStart(_ phrase: [UInt8], _ rule: LineRule) {
    guard let first = phrase.first else { return }
    starts[Int(first)].append((phrase, rule))
  }

  /// What the phrases say of a folded line; nil for running text. Marks and bullets at its start are skipped.
  func rule(for folded: [UInt8]) -> LineRule? {
    let line = folded.drop { !isLetter($0) && $0 != UInt8(ascii: "(") }
    if line.isEmpty { return .boilerplate }
    for (phrase, rule) in starts[Int(line[line.startIndex])] where line.starts(with: phrase) {
      // "Subscribe" in a sentence of news is no sign-up line: those are short. Only a phrase of three words tells a
      // long paragraph.
      if line.count > 160, rule == .signUp || phrase.count(where: { $0 == 0x20 }) < 2 { continue }
      if isWordEnd(line, phrase.count) || line.count > 160 { return rule }
    }
    if folded.count >= LineRules.longLine { return nil }
    if wholes.contains(where: { $0.elementsEqual(line) }) { return .boilerplate }
    // Captions credit: a colon, a bracket or a slash stands in each phrase or in its line.
    let mayCredit = line.contains {
      $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: "(") || $0 == UInt8(ascii: "/")
    }
    return (mayCredit || line.count < 200) && captions.contains { contains(line, $0) } ? .caption : nil
  }

  private func isLetter(_ byte: UInt8) -> Bool {
    // Punctuation beyond ASCII starts with C2 or E2; bullets and rules must not count as letters.
    (byte >= 0x61 && byte <= 0x7A) || (byte >= 0x30 && byte <= 0x39) || (byte >= 0xC3 && byte != 0xE2)
  }

  private func isWordEnd(_ line: ArraySlice<UInt8>, _ count: Int) -> Bool {
    let index = line.startIndex + count
    return index >= line.endIndex || !isLetter(line[index])
  }

  private func contains(_ line: ArraySlice<UInt8>, _ phrase: [UInt8]) -> Bool {
    guard let first = phrase.first, line.count >= phrase.count else { return false }
    for start in line.startIndex...(line.endIndex - phrase.count) where line[start] == first {
      if line[start...].starts(with: phrase) { return true }
    }
    return false
  }
}
