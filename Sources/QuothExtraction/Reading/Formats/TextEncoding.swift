//! Bytes of texts to UTF-8: UTF-16 by its mark, Windows-1252 by its looks.

/// The encodings that texts come in.
enum TextEncoding {
  /// The bytes as UTF-8 with a warning where they were something else, or what makes them no text.
  static func decoded(_ bytes: [UInt8]) -> Result<(text: [UInt8], warning: ReadingProblem?), NotText> {
    if bytes.contains(0) { return .failure(NotText(.binary)) }
    guard let offset = firstInvalidByte(bytes) else { return .success((bytes, nil)) }
    guard looksLikeWindows1252(bytes) else { return .failure(NotText(.invalidUTF8(offset: offset))) }
    return .success((decodedWindows1252(bytes), .readAsWindows1252))
  }

  /// Why bytes are no text.
  struct NotText: Error {
    let problem: ReadingProblem

    init(_ problem: ReadingProblem) { self.problem = problem }
  }

  /// The offset of the first byte that is no UTF-8; nil when all is.
  static func firstInvalidByte(_ bytes: [UInt8]) -> Int? {
    if String(validating: bytes, as: UTF8.self) != nil { return nil }
    var decoder = UTF8.ForwardParser()
    var iterator = bytes.makeIterator()
    var offset = 0
    while true {
      switch decoder.parseScalar(from: &iterator) {
      case .valid(let scalar): offset += scalar.count
      case .emptyInput, .error: return offset
      }
    }
  }

  // MARK: Windows-1252

  /// Whether bytes that are not UTF-8 are Western text of one byte a letter: words of Latin letters with an accent or
  /// a quotation mark here and there. Latin-1 is the same but for marks that it lacks.
  static func looksLikeWindows1252(_ bytes: [UInt8]) -> Bool {
    var letters = 0
    var high = 0
    for byte in bytes {
      switch byte {
      case 0x81, 0x8D, 0x8F, 0x90, 0x9D: return false
      case 0..<0x09, 0x0E..<0x1B, 0x1C..<0x20, 0x7F: return false
      case 0x41...0x5A, 0x61...0x7A: letters += 1
      case 0x80...: high += 1
      default: break
      }
    }
    // Damaged UTF-8 still has whole sequences of several bytes, which Western text hardly ever spells.
    return letters >= 3 * high && !holdsUTF8Sequence(bytes)
  }

  private static func holdsUTF8Sequence(_ bytes: [UInt8]) -> Bool {
    var decoder = UTF8.ForwardParser()
    var iterator = bytes.makeIterator()
    var sequences = 0
    var errors = 0
    while true {
      switch decoder.parseScalar(from: &iterator) {
      case .valid(let scalar): if scalar.count > 1 { sequences += 1 }
      case .error: errors += 1
      case .emptyInput: return sequences * 4 > errors
      }
    }
  }

  static func decodedWindows1252(_ bytes: [UInt8]) -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count + bytes.count / 16)
    for byte in bytes {
      if byte < 0x80 {
        text.append(byte)
      } else {
        let scalar =
          byte < 0xA0 ? windows1252[Int(byte) - 0x80] : UnicodeScalar(byte)
        text.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
      }
    }
    return text
  }

  /// 0x80 to 0x9F, as the WHATWG Encoding Standard has them.
  private static let windows1252 = Array(
    "€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8D}Ž\u{8F}\u{90}‘’“”•–—˜™š›œ\u{9D}žŸ".unicodeScalars)
}

/// UTF-16 to UTF-8, bit by bit.
struct UTF16Transcoder: Sendable {
  let isBigEndian: Bool
  /// A byte whose other half has not come yet.
  private var half: UInt8?
  /// The first unit of a pair whose second has not come yet.
  private var leading: UInt16?

  init(isBigEndian: Bool) { self.isBigEndian = isBigEndian }

  /// Appends what the bytes spell. Lone surrogates become U+FFFD.
  mutating func append(_ bytes: UnsafeBufferPointer<UInt8>, to text: inout [UInt8]) {
    for byte in bytes {
      guard let first = half else {
        half = byte
        continue
      }
      half = nil
      let unit = isBigEndian ? UInt16(first) << 8 | UInt16(byte) : UInt16(byte) << 8 | UInt16(first)
      take(unit, &text)
    }
  }

  /// No more bytes come: what is not whole becomes U+FFFD.
  mutating func finish(to text: inout [UInt8]) {
    if half != nil || leading != nil { emit(nil, &text) }
    (half, leading) = (nil, nil)
  }

  private mutating func take(_ unit: UInt16, _ text: inout [UInt8]) {
    if let first = leading {
      leading = nil
      if UTF16.isTrailSurrogate(unit) {
        let value = 0x10000 + (UInt32(first) - 0xD800) << 10 + (UInt32(unit) - 0xDC00)
        return emit(UnicodeScalar(value), &text)
      }
      emit(nil, &text)
    }
    if UTF16.isLeadSurrogate(unit) {
      leading = unit
    } else {
      emit(UnicodeScalar(unit), &text)
    }
  }

  private func emit(_ scalar: UnicodeScalar?, _ text: inout [UInt8]) {
    text.append(contentsOf: UTF8.encode(scalar ?? "\u{FFFD}") ?? UTF8.encodedReplacementCharacter)
  }
}
