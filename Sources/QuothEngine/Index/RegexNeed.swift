//! What a regular expression asks of a text, as far as an index of words can tell.

/// Words that a text has to hold for an expression to match in it.
indirect enum RegexNeed: Hashable {
  /// Nothing that is known.
  case nothing
  /// A word in which this expression matches somewhere.
  case word(String)
  case all([RegexNeed])
  case any([RegexNeed])

  fileprivate static func every(_ needs: [RegexNeed]) -> RegexNeed {
    let needs = needs.filter { $0 != .nothing }
    return needs.count > 1 ? .all(needs) : needs.first ?? .nothing
  }

  fileprivate static func either(_ needs: [RegexNeed]) -> RegexNeed {
    if needs.contains(.nothing) { return .nothing }
    return needs.count > 1 ? .any(needs) : needs.first ?? .nothing
  }
}

/// The needs of an expression in PCRE2's syntax.
///
/// A run of ASCII letters and digits that an expression matches stands within one word of the text, so some word of the
/// index must hold it, folded. Such runs are cut out of the expression as they are written, with their groups and
/// repetitions: the index asks PCRE2 which words hold them. What is not understood asks for nothing. After Cox, "Regular
/// Expression Matching with a Trigram Index" (2012), with words for trigrams.
struct RegexNeeds {
  let need: RegexNeed
  /// No match goes over the end of a line.
  let staysInLine: Bool

  /// Nil where there is a construct that is not known here.
  init?(_ expression: String) {
    var reader = RegexNeedReader(expression)
    guard let piece = reader.alternatives(depth: 0), reader.isAtEnd else { return nil }
    need = piece.need
    staysInLine = reader.staysInLine
  }
}

/// A part of an expression.
private struct RegexPiece {
  var need = RegexNeed.nothing
  /// All that it matches is ASCII letters and digits.
  var isLetters = false
  /// The least number of letters, where it is letters.
  var minLength = 0
}

/// Reads an expression from left to right.
private struct RegexNeedReader {
  /// Shorter runs are in too many words, and the "s" of a possessive is in none.
  private static let shortestRun = 3
  private static let deepest = 50

  private let bytes: [UInt8]
  private var place = 0
  private(set) var staysInLine = true

  init(_ expression: String) { bytes = Array(expression.utf8) }

  var isAtEnd: Bool { place == bytes.count }

  private var next: UInt8? { place < bytes.count ? bytes[place] : nil }

  private mutating func take(_ character: Character) -> Bool {
    guard next == character.asciiValue else { return false }
    place += 1
    return true
  }

  // MARK: Structure

  mutating func alternatives(depth: Int) -> RegexPiece? {
    guard depth < Self.deepest else { return nil }
    var pieces: [RegexPiece] = []
    repeat {
      guard let piece = sequence(depth: depth) else { return nil }
      pieces.append(piece)
    } while take("|")
    return RegexPiece(
      need: .either(pieces.map(\.need)), isLetters: pieces.allSatisfy(\.isLetters),
      minLength: pieces.map(\.minLength).min() ?? 0)
  }

  private mutating func sequence(depth: Int) -> RegexPiece? {
    var needs: [RegexNeed] = []
    var whole = RegexPiece(isLetters: true)
    var run: (start: Int, length: Int)?
    func end(_ run: (start: Int, length: Int)?, at place: Int) {
      guard let run, run.length >= Self.shortestRun else { return }
      needs.append(.word(String(decoding: bytes[run.start..<place], as: UTF8.self)))
    }
    while let byte = next, byte != UInt8(ascii: "|"), byte != UInt8(ascii: ")") {
      let start = place
      guard let atom = atom(depth: depth), let times = leastTimes() else { return nil }
      if atom.isLetters {
        run = (run?.start ?? start, (run?.length ?? 0) + atom.minLength * times)
        whole.minLength += atom.minLength * times
      } else {
        end(run, at: start)
        run = nil
        whole.isLetters = false
        if times > 0 { needs.append(atom.need) }
      }
    }
    end(run, at: place)
    whole.need = .every(needs)
    return whole
  }

  /// The least number of times that what was read is to come; nil where that cannot be told.
  private mutating func leastTimes() -> Int? {
    var least = 1
    switch next {
    case UInt8(ascii: "?"), UInt8(ascii: "*"): least = 0
    case UInt8(ascii: "+"): break
    case UInt8(ascii: "{"):
      var number = 0
      var end = place + 1
      while end < bytes.count, bytes[end] &- 0x30 < 10, number < 1000 {
        number = number * 10 + Int(bytes[end] - 0x30)
        end += 1
      }
      guard end > place + 1 else { return nil }
      while end < bytes.count, bytes[end] &- 0x30 < 10 || bytes[end] == UInt8(ascii: ",") { end += 1 }
      guard end < bytes.count, bytes[end] == UInt8(ascii: "}") else { return nil }
      least = number
      place = end
    default: return 1
    }
    place += 1
    // Lazy or possessive.
    if next == UInt8(ascii: "?") || next == UInt8(ascii: "+") { place += 1 }
    return least
  }

  // MARK: Atoms

  private mutating func atom(depth: Int) -> RegexPiece? {
    let byte = bytes[place]
    place += 1
    switch byte {
    case UInt8(ascii: "("): return group(depth: depth)
    case UInt8(ascii: "["): return characterClass()
    case UInt8(ascii: "\\"): return escape()
    case UInt8(ascii: "^"), UInt8(ascii: "$"), UInt8(ascii: "."): return RegexPiece()
    case UInt8(ascii: "?"), UInt8(ascii: "*"), UInt8(ascii: "+"), UInt8(ascii: "{"): return nil
    case UInt8(ascii: "\n"):
      staysInLine = false
      return RegexPiece()
    case _ where Self.isLetter(byte): return RegexPiece(isLetters: true, minLength: 1)
    case 0x80...:
      // The rest of the character, so that what follows it repeats all of it.
      while let byte = next, byte & 0xC0 == 0x80 { place += 1 }
      return RegexPiece()
    default: return RegexPiece()
    }
  }

  private mutating func group(depth: Int) -> RegexPiece? {
    if next == UInt8(ascii: "*") { return nil }
    if take("?"), !take(":") { return nil }
    guard let piece = alternatives(depth: depth + 1), take(")") else { return nil }
    return piece
  }

  private mutating func escape() -> RegexPiece? {
    guard let byte = next else { return nil }
    place += 1
    switch byte {
    case UInt8(ascii: "b"), UInt8(ascii: "B"), UInt8(ascii: "w"), UInt8(ascii: "d"), UInt8(ascii: "h"):
      return RegexPiece()
    case UInt8(ascii: "s"), UInt8(ascii: "W"), UInt8(ascii: "D"), UInt8(ascii: "H"):
      staysInLine = false
      return RegexPiece()
    case _ where Self.isLetter(byte) || byte >= 0x80: return nil
    default: return RegexPiece()
    }
  }

  /// A class of single characters and ranges, all of them ASCII letters or digits, is letters. Others are passed over.
  private mutating func characterClass() -> RegexPiece? {
    var isLetters = true
    if take("^") {
      isLetters = false
      staysInLine = false
    }
    var isFirst = true
    while let byte = next, byte != UInt8(ascii: "]") || isFirst {
      place += 1
      isFirst = false
      switch byte {
      case UInt8(ascii: "["):
        if next == UInt8(ascii: ":") || next == UInt8(ascii: ".") || next == UInt8(ascii: "=") { return nil }
        isLetters = false
      case UInt8(ascii: "\\"):
        guard let escape = escape() else { return nil }
        isLetters = isLetters && escape.isLetters
      case UInt8(ascii: "-"):
        // A range is letters where both its ends are of the same sort.
        let before = bytes[place - 2]
        guard isLetters, let after = next, Self.isLetter(before), Self.isLetter(after),
          before & 0x60 == after & 0x60
        else {
          // Any range may hold the end of a line.
          staysInLine = false
          isLetters = false
          continue
        }
      case _ where Self.isLetter(byte): break
      case UInt8(ascii: "\n"):
        staysInLine = false
        isLetters = false
      default: isLetters = false
      }
    }
    guard take("]") else { return nil }
    return RegexPiece(isLetters: isLetters, minLength: isLetters ? 1 : 0)
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (byte & 0xDF) &- 0x41 < 26 || byte &- 0x30 < 10
  }
}
