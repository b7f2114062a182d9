//! The phrases that tell lines which are no running text.

internal import QuothBasics

/// What a phrase of `boilerplate.txt` makes of a line.
enum LineRule: Sendable {
  case boilerplate, signUp, caption
  /// A link to another article: boilerplate even where its headline quotes.
  case link
}

/// The phrases of `boilerplate.txt`.
struct LineRules: Sendable {
  /// By the first byte of the phrase.
  private var starts: [[(phrase: [UInt8], rule: LineRule)]] = Array(repeating: [], count: 256)
  private var wholes: [[UInt8]] = []
  /// By the first byte of the phrase.
  private var captions: [[[UInt8]]] = Array(repeating: [], count: 256)

  static let shared = LineRules()
  /// Lines of more bytes are told by their start alone.
  static let longLine = 400

  init() {
    LexiconFile.boilerplate.forEachLine { cells in
      let line = Array(cells[0])
      guard let colon = line.firstIndex(of: UInt8(ascii: ":")) else { return }
      let phrase = Array(line[(colon + 1)...].drop { $0 == 0x20 })
      switch String(decoding: line[..<colon], as: UTF8.self) {
      case "link": addStart(phrase, .link)
      case "start": addStart(phrase, .boilerplate)
      case "signup": addStart(phrase, .signUp)
      case "whole": wholes.append(phrase)
      case "caption":
        if let first = phrase.first { captions[Int(first)].append(phrase) }
      default: break
      }
    }
  }

  private mutating func addStart(_ phrase: [UInt8], _ rule: LineRule) {
    guard let first = phrase.first else { return }
    starts[Int(first)].append((phrase, rule))
  }

  /// What the phrases say of a line; nil for running text. Marks and bullets at its start are skipped.
  func rule(for text: ArraySlice<UInt8>) -> LineRule? {
    let head = TextFolding.fold(text.prefix(80)).drop { !isLetter($0) && $0 != UInt8(ascii: "(") }
    guard let first = head.first else { return text.count > 80 ? nil : .boilerplate }
    for (phrase, rule) in starts[Int(first)] where head.starts(with: phrase) {
      // "Subscribe" in a sentence of news is no sign-up line: those are short. Only a phrase of three words tells a
      // long paragraph.
      if text.count > 160, rule == .signUp || phrase.count(where: { $0 == 0x20 }) < 2 { continue }
      if rule != .link, reportsSpeech(text) { continue }
      if isWordEnd(head, phrase.count) || text.count > 160 { return rule }
    }
    if wholes.contains(where: { $0.elementsEqual(head) }) { return .boilerplate }
    return text.count < LineRules.longLine && mayCredit(text) ? caption(TextFolding.fold(text)) : nil
  }

  /// A line with a quotation mark, or in which somebody "said", is news.
  private func reportsSpeech(_ text: ArraySlice<UInt8>) -> Bool {
    let folded = TextFolding.fold(text.prefix(LineRules.longLine))
    return folded.contains(UInt8(ascii: "\"")) || contains(folded[...], Array(" said".utf8))
      || contains(folded[...], Array(" says".utf8))
  }

  /// Captions are short, or credit with a colon, a bracket or a slash.
  private func mayCredit(_ text: ArraySlice<UInt8>) -> Bool {
    text.count < 120
      || text.contains { $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: "(") || $0 == UInt8(ascii: "/") }
  }

  private func caption(_ line: [UInt8]) -> LineRule? {
    for (start, first) in line.enumerated() where !captions[Int(first)].isEmpty {
      if captions[Int(first)].contains(where: { isCredit($0, in: line, at: start) }) { return .caption }
    }
    return nil
  }

  private func isLetter(_ byte: UInt8) -> Bool {
    // Punctuation beyond ASCII starts with C2 or E2; bullets and rules must not count as letters.
    (byte >= 0x61 && byte <= 0x7A) || (byte >= 0x30 && byte <= 0x39) || (byte >= 0xC3 && byte != 0xE2)
  }

  private func isWordEnd(_ line: ArraySlice<UInt8>, _ count: Int) -> Bool {
    let index = line.startIndex + count
    // "Follow-up" is another word than "follow".
    return index >= line.endIndex || !isLetter(line[index]) && line[index] != UInt8(ascii: "-")
  }

  /// A credit stands at the start of its line or behind a bar, a bracket, a slash or a full stop.
  private func isCredit(_ phrase: [UInt8], in line: [UInt8], at start: Int) -> Bool {
    guard line[start...].starts(with: phrase) else { return false }
    if phrase.first == UInt8(ascii: "(") { return true }
    let before = line[..<start].last { $0 != 0x20 }
    return before.map { !isLetter($0) && $0 != UInt8(ascii: ",") } ?? true
  }

  private func contains(_ line: ArraySlice<UInt8>, _ phrase: [UInt8]) -> Bool {
    guard let first = phrase.first, line.count >= phrase.count else { return false }
    for start in line.startIndex...(line.endIndex - phrase.count) where line[start] == first {
      if line[start...].starts(with: phrase) { return true }
    }
    return false
  }
}
