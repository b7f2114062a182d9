//! One folding of text for every comparison: case, diacritics and typographic quotes are levelled.

internal import CUTF8Proc

/// Folds text so that "RAISÍ", "Raisí" and "raisi" become the same bytes.
///
/// Letters are case-folded and decomposed (Unicode `toCasefold` on NFKD, by utf8proc), and the accents of Latin, Greek and
/// Cyrillic dropped. Marks of other scripts stay: a vowel sign of Hindi is a letter to its readers. Letters that do not decompose but that readers type without their stroke are mapped too
/// (ø→o, ł→l, đ→d, æ→ae …), as are typographic quotes, dashes and non-breaking spaces.
public enum TextFolding {
  /// The folded form of a string.
  public static func fold(_ text: String) -> String {
    var text = text
    return text.withUTF8 { string(folding: $0) }
  }

  /// The folded form of UTF-8 bytes, as a string.
  public static func string(folding bytes: UnsafeBufferPointer<UInt8>) -> String {
    guard bytes.allSatisfy({ $0 < 0x80 }) else { return String(decoding: fold(bytes), as: UTF8.self) }
    // Most names are short and plain: they need no array on the way.
    return String(unsafeUninitializedCapacity: bytes.count) { buffer in
      for (index, byte) in bytes.enumerated() { buffer.initializeElement(at: index, to: lowered(byte)) }
      return bytes.count
    }
  }

  /// An ASCII letter in lower case; any other byte as it is.
  @inline(__always) private static func lowered(_ byte: UInt8) -> UInt8 {
    byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte
  }

  /// The folded form of UTF-8 bytes. Invalid bytes are kept as they are.
  public static func fold(_ bytes: some Swift.Collection<UInt8>) -> [UInt8] {
    let plain = bytes.withContiguousStorageIfAvailable { bytes -> [UInt8]? in
      bytes.allSatisfy { $0 < 0x80 } ? bytes.map(lowered) : nil
    }
    if let plain, let plain { return plain }
    var folded: [UInt8] = []
    folded.reserveCapacity(bytes.count)
    appendFolded(bytes, to: &folded)
    return folded
  }

  /// Appends the folded form of UTF-8 bytes, so that a caller with many texts can reuse one buffer.
  public static func appendFolded(_ bytes: some Swift.Collection<UInt8>, to folded: inout [UInt8]) {
    var index = bytes.startIndex
    while index != bytes.endIndex {
      let byte = bytes[index]
      if byte < 0x80 {
        folded.append(lowered(byte))
        index = bytes.index(after: index)
      } else {
        index = appendFoldedScalar(of: bytes, at: index, to: &folded)
      }
    }
  }

  private static func appendFoldedScalar<Bytes: Swift.Collection<UInt8>>(
    of bytes: Bytes, at start: Bytes.Index, to folded: inout [UInt8]
  ) -> Bytes.Index {
    let lead = bytes[start]
    let length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC2 ? 2 : 1
    var index = bytes.index(after: start)
    var scalar = length == 4 ? UInt32(lead & 0x07) : length == 3 ? UInt32(lead & 0x0F) : UInt32(lead & 0x1F)
    var taken = 1
    while taken < length, index != bytes.endIndex, bytes[index] & 0xC0 == 0x80 {
      scalar = scalar << 6 | UInt32(bytes[index] & 0x3F)
      index = bytes.index(after: index)
      taken += 1
    }
    guard taken == length, length > 1 else {
      folded.append(lead)
      return bytes.index(after: start)
    }
    appendFolded(scalar, to: &folded)
    return index
  }

  /// Appends the folded UTF-8 of one scalar.
  public static func appendFolded(_ scalar: UInt32, to folded: inout [UInt8]) {
    if scalar < 0x80 {
      let byte = UInt8(scalar)
      folded.append(byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte)
      return
    }
    if let plain = plainSpelling(of: scalar) {
      folded.append(contentsOf: plain.utf8)
      return
    }
    withUnsafeTemporaryAllocation(of: Int32.self, capacity: 24) { buffer in
      var boundClass: Int32 = 0
      let options = utf8proc_option_t(
        UTF8PROC_DECOMPOSE.rawValue | UTF8PROC_COMPAT.rawValue | UTF8PROC_CASEFOLD.rawValue)
      let count = utf8proc_decompose_char(
        Int32(bitPattern: scalar), buffer.baseAddress, 24, options, &boundClass)
      guard count >= 0, count <= 24 else { return append(scalar, to: &folded) }
      for position in 0..<count where !isAccent(buffer[position]) {
        append(UInt32(bitPattern: buffer[position]), to: &folded)
      }
    }
  }

  /// Marks that letters of Latin, Greek and Cyrillic carry.
  private static func isAccent(_ scalar: Int32) -> Bool {
    switch scalar {
    case 0x0300...0x036F, 0x0483...0x0489, 0x1AB0...0x1AFF, 0x1DC0...0x1DFF, 0x20D0...0x20FF,
      0x2DE0...0x2DFF, 0xA66F...0xA672, 0xA674...0xA67D, 0xA69E...0xA69F, 0xFE20...0xFE2F:
      true
    default: false
    }
  }

  private static func append(_ scalar: UInt32, to bytes: inout [UInt8]) {
    guard let scalar = Unicode.Scalar(scalar) else { return }
    bytes.append(contentsOf: UTF8.encode(scalar).unsafelyUnwrapped)
  }

  /// What readers type for characters that Unicode does not decompose.
  private static func plainSpelling(of scalar: UInt32) -> String? {
    switch scalar {
    case 0x2018, 0x2019, 0x201A, 0x201B, 0x02BC, 0x2032, 0x0060, 0x00B4: "'"
    case 0x201C, 0x201D, 0x201E, 0x201F, 0x00AB, 0x00BB, 0x2033: "\""
    case 0x2010, 0x2011, 0x2012, 0x2013, 0x2014, 0x2015, 0x2212: "-"
    case 0x00A0, 0x202F, 0x2007, 0x2009: " "
    case 0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF, 0x00AD: ""
    case 0x00D8, 0x00F8: "o"
    case 0x0110, 0x0111, 0x00D0, 0x00F0: "d"
    case 0x0141, 0x0142: "l"
    case 0x0126, 0x0127: "h"
    case 0x0131: "i"
    case 0x00C6, 0x00E6: "ae"
    case 0x0152, 0x0153: "oe"
    case 0x00DE, 0x00FE: "th"
    default: nil
    }
  }

}
