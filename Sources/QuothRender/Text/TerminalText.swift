//! Text from articles made safe for a terminal: nothing in it can be obeyed.

/// How line breaks inside a text are shown.
public enum LineBreaks: Hashable, Sendable {
  case kept
  /// As a blank: for cells of a table.
  case blank
}

/// Replaces control characters by pictures of them.
public enum TerminalText {
  /// The text with control and direction characters shown, not obeyed.
  public static func sanitise(_ text: String, lineBreaks: LineBreaks) -> String {
    if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return text }
    // Bytes, as a string that grows by scalars is copied again and again.
    var safe: [UInt8] = []
    safe.reserveCapacity(text.utf8.count)
    var afterReturn = false
    for scalar in text.unicodeScalars {
      let isSecondHalf = afterReturn && scalar == "\n"
      afterReturn = scalar == "\r"
      if isSecondHalf { continue }
      safe.append(contentsOf: UTF8.encode(shown(scalar, lineBreaks)) ?? UTF8.encodedReplacementCharacter)
    }
    return String(decoding: safe, as: UTF8.self)
  }

  private static func shown(_ scalar: Unicode.Scalar, _ lineBreaks: LineBreaks) -> Unicode.Scalar {
    switch scalar.value {
    case 0x0A, 0x0D, 0x85, 0x2028, 0x2029: return lineBreaks == .kept ? "\n" : " "
    case 0x09: return " "
    case 0x00..<0x20: return Unicode.Scalar(0x2400 + scalar.value) ?? "\u{FFFD}"
    case 0x7F: return "\u{2421}"
    // C1 controls begin escape sequences on some terminals; the others reorder or hide text.
    case 0x80..<0xA0, 0x202A...0x202E, 0x2066...0x2069, 0xE0000...0xE007F: return "\u{FFFD}"
    default: return scalar
    }
  }
}
