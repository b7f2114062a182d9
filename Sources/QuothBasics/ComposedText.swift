//! One form for letters that are written in two ways: with their accent, or as a letter and an accent after it.

internal import CUTF8Proc

/// Text in composed form (Unicode NFC) that leads back to the text as printed.
public struct ComposedText: Sendable {
  /// UTF-8 in NFC.
  public let bytes: [UInt8]
  private let pieces: [Piece]

  /// Bytes that differ: where they are here, and where in the text as printed.
  private struct Piece {
    let here: Range<Int>
    let printed: Range<Int>
  }

  /// The composed form of valid UTF-8; nil where the text is composed as it is, as most texts are.
  public init?(_ text: UnsafeBufferPointer<UInt8>) {
    var bytes: [UInt8] = []
    var pieces: [Piece] = []
    var copied = 0
    var index = 0
    while let piece = Self.nextPiece(in: text, from: index) {
      index = piece.upperBound
      let own = UnsafeBufferPointer(rebasing: text[piece])
      guard let composed = Self.composed(own), !composed.elementsEqual(own) else { continue }
      bytes.append(contentsOf: text[copied..<piece.lowerBound])
      let start = bytes.count
      bytes.append(contentsOf: composed)
      pieces.append(Piece(here: start..<bytes.count, printed: piece))
      copied = piece.upperBound
    }
    guard !pieces.isEmpty else { return nil }
    bytes.append(contentsOf: text[copied...])
    self.bytes = bytes
    self.pieces = pieces
  }

  /// The composed form of a string.
  public static func composed(_ text: String) -> String {
    var text = text
    return text.withUTF8 { ComposedText($0).map { String(decoding: $0.bytes, as: UTF8.self) } } ?? text
  }

  /// The byte of the text as printed that a byte here stands for; within a letter that was composed, its first.
  public func printed(_ place: Int) -> Int {
    let after = pieces.firstIndex(notPreceding: { $0.here.lowerBound <= place })
    guard after > 0 else { return place }
    let piece = pieces[after - 1]
    return place < piece.here.upperBound
      ? piece.printed.lowerBound : piece.printed.upperBound + place - piece.here.upperBound
  }

  /// The byte here that stands for a byte of the text as printed; within a letter that was composed, its first.
  public func place(ofPrinted place: Int) -> Int {
    let after = pieces.firstIndex(notPreceding: { $0.printed.lowerBound <= place })
    guard after > 0 else { return place }
    let piece = pieces[after - 1]
    return place < piece.printed.upperBound
      ? piece.here.lowerBound : piece.here.upperBound + place - piece.printed.upperBound
  }

  // MARK: Pieces

  /// More marks than any language puts on a letter: putting them in order takes time in the square of their number.
  private static let mostMarks = 32

  /// A letter and the marks after it, the next that begins at a place or after it.
  private static func nextPiece(in text: UnsafeBufferPointer<UInt8>, from start: Int) -> Range<Int>? {
    var index = start
    var letter = start
    while index < text.count {
      let byte = text[index]
      // Most text is ASCII, quotation marks and dashes.
      if byte < 0x80 || byte == 0xE2 && index + 1 < text.count && text[index + 1] == 0x80 {
        letter = index
        index += byte < 0x80 ? 1 : 3
        continue
      }
      guard joins(text, index) else {
        letter = index
        index += WordScanner.scalarLength(byte)
        continue
      }
      var end = index
      while end < text.count, joins(text, end) { end += WordScanner.scalarLength(text[end]) }
      return letter..<min(end, text.count)
    }
    return nil
  }

  /// Whether the scalar at a place can become one with what is before it.
  private static func joins(_ text: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
    let lead = text[index]
    guard lead >= 0xC2 else { return false }
    var scalar: Int32 = 0
    guard
      utf8proc_iterate(text.baseAddress?.advanced(by: index), text.count - index, &scalar) > 0
    else { return false }
    // Vowels and final consonants of Hangul.
    if (0x1161...0x11C2).contains(scalar) { return true }
    let category = UInt32(utf8proc_category(scalar).rawValue)
    return category == UTF8PROC_CATEGORY_MN.rawValue || category == UTF8PROC_CATEGORY_MC.rawValue
  }

  private static func composed(_ text: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
    guard text.count <= 4 * mostMarks else { return nil }
    let options = utf8proc_option_t(UTF8PROC_STABLE.rawValue | UTF8PROC_COMPOSE.rawValue)
    // No scalar decomposes into more than four.
    return withUnsafeTemporaryAllocation(of: Int32.self, capacity: 4 * text.count) { scalars in
      var count = utf8proc_decompose(
        text.baseAddress, text.count, scalars.baseAddress, scalars.count, options)
      guard count >= 0, count <= scalars.count else { return nil }
      count = utf8proc_normalize_utf32(scalars.baseAddress, count, options)
      guard count >= 0 else { return nil }
      return scalars[..<count].flatMap { scalar in
        UTF8.encode(Unicode.Scalar(UInt32(bitPattern: scalar)) ?? "\u{FFFD}")
          ?? UTF8.encodedReplacementCharacter
      }
    }
  }
}
