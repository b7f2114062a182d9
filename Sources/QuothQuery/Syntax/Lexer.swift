//! Query text to tokens. Never fails: bytes that mean nothing become stray tokens.

/// Cuts text into tokens that tile it exactly, white space and comments included.
public struct Lexer {
  private let text: QueryText
  private let bytes: [UInt8]
  private var index = 0
  private var tokens: [Token] = []
  private var follows: TokenKind = .newline

  /// All tokens of a text, ended by one `.end` token of length 0.
  public static func tokens(of text: QueryText) -> [Token] {
    var lexer = Lexer(text)
    while lexer.index < lexer.bytes.count { lexer.step() }
    lexer.tokens.append(Token(.end, SourceRange(lexer.index, lexer.index)))
    return lexer.tokens
  }

  private init(_ text: QueryText) {
    self.text = text
    bytes = text.bytes
    tokens.reserveCapacity(bytes.count / 4 + 2)
  }

  private mutating func step() {
    let start = index
    let kind = nextKind()
    // Every step takes at least one byte, whatever the text holds.
    if index == start { index += 1 }
    let range = SourceRange(start, index)
    if kind == .stray, let last = tokens.last, last.kind == .stray {
      tokens[tokens.count - 1] = Token(.stray, last.range.joined(to: range))
      return
    }
    let keyword = kind == .word && range.length <= 11 ? Keyword(word: text.string(in: range)) : nil
    tokens.append(Token(kind, range, keyword: keyword))
    if !kind.isTrivia { follows = kind }
  }

  private mutating func nextKind() -> TokenKind {
    let byte = bytes[index]
    switch byte {
    case UInt8(ascii: " "), UInt8(ascii: "\t"), 0x0B, 0x0C, 0x0D:
      return take(while: Lexer.isSpace, as: .space)
    case 0x0A: return take(1, as: .newline)
    case UInt8(ascii: "#"): return take(while: { $0 != 0x0A }, as: .comment)
    case UInt8(ascii: "\""), UInt8(ascii: "'"): return string(closedBy: [[byte]], opening: 1)
    case UInt8(ascii: "/") where follows == .tilde: return regex()
    case UInt8(ascii: "$"): return variable()
    case UInt8(ascii: ","): return take(1, as: .comma)
    case UInt8(ascii: ";"): return take(1, as: .semicolon)
    case UInt8(ascii: "|"): return take(1, as: .pipe)
    case UInt8(ascii: "("): return take(1, as: .openBracket)
    case UInt8(ascii: ")"): return take(1, as: .closeBracket)
    case UInt8(ascii: "~"): return take(1, as: .tilde)
    case UInt8(ascii: "?"): return take(1, as: .question)
    case UInt8(ascii: "*"): return take(1, as: .star)
    case UInt8(ascii: ":"): return take(1, as: .badComparison(.equal))
    case UInt8(ascii: "="), UInt8(ascii: "!"), UInt8(ascii: "<"), UInt8(ascii: ">"): return comparison()
    default: return byte < 0x80 ? asciiWord() : beyondASCII()
    }
  }

  private mutating func take(_ count: Int, as kind: TokenKind) -> TokenKind {
    index = min(bytes.count, index + count)
    return kind
  }

  private mutating func take(while holds: (UInt8) -> Bool, as kind: TokenKind) -> TokenKind {
    while index < bytes.count, holds(bytes[index]) { index += 1 }
    return kind
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || (byte >= 0x0B && byte <= 0x0D)
  }

  private mutating func comparison() -> TokenKind {
    let next: UInt8? = index + 1 < bytes.count ? bytes[index + 1] : nil
    switch (bytes[index], next) {
    case (UInt8(ascii: "="), UInt8(ascii: "=")): return take(2, as: .badComparison(.equal))
    case (UInt8(ascii: "="), UInt8(ascii: ">")): return take(2, as: .badComparison(.greaterOrEqual))
    case (UInt8(ascii: "="), UInt8(ascii: "<")): return take(2, as: .badComparison(.lessOrEqual))
    case (UInt8(ascii: "="), _): return take(1, as: .comparison(.equal))
    case (UInt8(ascii: "!"), UInt8(ascii: "=")): return take(2, as: .comparison(.notEqual))
    case (UInt8(ascii: "<"), UInt8(ascii: "=")): return take(2, as: .comparison(.lessOrEqual))
    case (UInt8(ascii: "<"), UInt8(ascii: ">")): return take(2, as: .badComparison(.notEqual))
    case (UInt8(ascii: "<"), _): return take(1, as: .comparison(.less))
    case (UInt8(ascii: ">"), UInt8(ascii: "=")): return take(2, as: .comparison(.greaterOrEqual))
    case (UInt8(ascii: ">"), _): return take(1, as: .comparison(.greater))
    default: return take(1, as: .stray)
    }
  }

  private mutating func asciiWord() -> TokenKind {
    guard Lexer.isWordByte(bytes[index]) else { return take(1, as: .stray) }
    return word()
  }

  /// Takes the rest of a word: the caller has looked at its first character.
  private mutating func word() -> TokenKind {
    while index < bytes.count {
      let byte = bytes[index]
      if byte < 0x80 {
        guard Lexer.isWordByte(byte) || byte == UInt8(ascii: "'") else { break }
        index += 1
      } else {
        guard let (scalar, length) = Lexer.scalar(in: bytes, at: index) else { break }
        let isInside = scalar.value == 0x2019 || (0x200C...0x200D).contains(scalar.value)
        guard isInside || Lexer.isWordScalar(scalar) else { break }
        index += length
      }
    }
    return .word
  }

  private mutating func variable() -> TokenKind {
    index += 1
    guard index < bytes.count, bytes[index] >= 0x80 || Lexer.isWordByte(bytes[index]) else { return .stray }
    _ = word()
    return .variable
  }

  private mutating func beyondASCII() -> TokenKind {
    guard let (scalar, length) = Lexer.scalar(in: bytes, at: index) else { return take(1, as: .stray) }
    switch scalar.value {
    case 0x201C, 0x201E:
      return string(closedBy: [[0xE2, 0x80, 0x9D], [0xE2, 0x80, 0x9C], [0x22]], opening: 3)
    case 0x201D: return string(closedBy: [[0xE2, 0x80, 0x9D], [0x22]], opening: 3)
    case 0x2018: return string(closedBy: [[0xE2, 0x80, 0x99]], opening: 3)
    case 0x00AB: return string(closedBy: [[0xC2, 0xBB]], opening: 2)
    case 0x2260: return take(length, as: .comparison(.notEqual))
    case 0x2264: return take(length, as: .comparison(.lessOrEqual))
    case 0x2265: return take(length, as: .comparison(.greaterOrEqual))
    case 0x00A0, 0x1680, 0x2000...0x200B, 0x200E, 0x200F, 0x202F, 0x205F, 0x2060, 0x3000, 0xFEFF:
      return take(length, as: .space)
    default:
      guard Lexer.isWordScalar(scalar) else { return take(length, as: .stray) }
      return word()
    }
  }
}

// Strings and characters.
extension Lexer {
  private mutating func string(closedBy closers: [[UInt8]], opening: Int) -> TokenKind {
    index += opening
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "\\") {
        index = min(bytes.count, index + 2)
        continue
      }
      if let closer = closers.first(where: { starts(with: $0) }) {
        index += closer.count
        return .string(isClosed: true)
      }
      index += 1
    }
    return .string(isClosed: false)
  }

  private func starts(with mark: [UInt8]) -> Bool {
    index + mark.count <= bytes.count && bytes[index..<index + mark.count].elementsEqual(mark)
  }

  private mutating func regex() -> TokenKind {
    index += 1
    while index < bytes.count, bytes[index] != 0x0A {
      if bytes[index] == UInt8(ascii: "/") {
        index += 1
        return .regex(isClosed: true)
      }
      index +=
        bytes[index] == UInt8(ascii: "\\") && index + 1 < bytes.count && bytes[index + 1] != 0x0A ? 2 : 1
    }
    return .regex(isClosed: false)
  }

  static func isWordByte(_ byte: UInt8) -> Bool {
    let lower = byte | 0x20
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."),
      UInt8(ascii: "&"):
      return true
    default: return lower >= UInt8(ascii: "a") && lower <= UInt8(ascii: "z")
    }
  }

  static func isWordScalar(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .nonspacingMark, .spacingMark, .enclosingMark, .decimalNumber, .letterNumber, .otherNumber:
      true
    default: scalar.value == 0x2010 || scalar.value == 0x2011
    }
  }

  /// The well-formed scalar at an offset and its length, or nil.
  static func scalar(in bytes: [UInt8], at index: Int) -> (Unicode.Scalar, Int)? {
    let lead = bytes[index]
    let length = lead < 0x80 ? 1 : lead < 0xC2 ? 0 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : lead < 0xF5 ? 4 : 0
    guard length > 0, index + length <= bytes.count else { return nil }
    var value = length == 1 ? UInt32(lead) : UInt32(lead) & (0x7F >> UInt32(length))
    for position in 1..<max(1, length) {
      let byte = bytes[index + position]
      guard byte & 0xC0 == 0x80 else { return nil }
      value = value << 6 | UInt32(byte & 0x3F)
    }
    let smallest: [UInt32] = [0, 0, 0x80, 0x800, 0x10000]
    guard value >= smallest[length], let scalar = Unicode.Scalar(value) else { return nil }
    return (scalar, length)
  }
}
