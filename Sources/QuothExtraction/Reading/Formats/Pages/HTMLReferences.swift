//! References to characters as HTML has them, where libxml2 does not know them.

/// Decodes references of HTML: those with a number, and the names of punctuation.
enum HTMLReferences {
  /// What a control character of U+0080 to U+009F means on a page: the character of Windows-1252, as the HTML standard
  /// says of numeric references ("numeric character reference end state").
  static func windows1252(_ byte: UInt8) -> Unicode.Scalar {
    let scalar = TextEncoding.decodedWindows1252([byte])
    return String(decoding: scalar, as: UTF8.self).unicodeScalars.first ?? "\u{FFFD}"
  }

  /// The text with its references decoded. What is none stays as it is.
  static func decoded(_ text: String) -> String {
    text.utf8.contains(UInt8(ascii: "&")) ? String(decoding: decoded(Array(text.utf8)), as: UTF8.self) : text
  }

  /// The same of UTF-8 bytes.
  static func decoded(_ text: [UInt8]) -> [UInt8] {
    var decoded: [UInt8] = []
    decoded.reserveCapacity(text.count)
    var index = 0
    while index < text.count {
      if text[index] == UInt8(ascii: "&"), let (scalar, length) = reference(text, at: index) {
        decoded += UTF8.encode(scalar) ?? .init()
        index += length
      } else {
        decoded.append(text[index])
        index += 1
      }
    }
    return decoded
  }

  /// The reference at an ampersand: its character, and its bytes with ampersand and semicolon.
  private static func reference(_ text: [UInt8], at start: Int) -> (Unicode.Scalar, Int)? {
    let reach = text[start...].prefix(longest)
    guard let end = reach.firstIndex(of: UInt8(ascii: ";")), end > start + 1 else { return nil }
    let name = String(decoding: text[(start + 1)..<end], as: UTF8.self)
    guard let scalar = name.hasPrefix("#") ? numbered(name.dropFirst()) : names[name] else { return nil }
    return (scalar, end - start + 1)
  }

  private static func numbered(_ digits: Substring) -> Unicode.Scalar? {
    let isHexadecimal = digits.hasPrefix("x") || digits.hasPrefix("X")
    guard let value = UInt32(isHexadecimal ? digits.dropFirst() : digits, radix: isHexadecimal ? 16 : 10),
      value >= 0x20
    else { return nil }
    return (0x80...0x9F).contains(value) ? windows1252(UInt8(value)) : Unicode.Scalar(value)
  }

  private static let longest = 28

  private static let names: [String: Unicode.Scalar] = [
    "amp": "&", "apos": "'", "ast": "*", "bdquo": "„", "bsol": "\\", "CloseCurlyDoubleQuote": "”",
    "CloseCurlyQuote": "’", "colon": ":", "comma": ",", "commat": "@", "dash": "‐", "dollar": "$",
    "emsp13": " ",
    "emsp14": " ", "equals": "=", "excl": "!", "grave": "`", "gt": ">", "hairsp": " ", "hellip": "…",
    "horbar": "―",
    "hyphen": "‐", "laquo": "«", "lbrace": "{", "lbrack": "[", "lcub": "{", "ldquo": "“", "ldquor": "„",
    "lowbar": "_",
    "lpar": "(", "lsqb": "[", "lsquo": "‘", "lsquor": "‚", "lt": "<", "mdash": "—", "mldr": "…", "nbsp": " ",
    "ndash": "–", "nldr": "‥", "NonBreakingSpace": " ", "num": "#", "numsp": " ", "OpenCurlyDoubleQuote": "“",
    "OpenCurlyQuote": "‘", "percnt": "%", "period": ".", "plus": "+", "puncsp": " ", "quest": "?",
    "quot": "\"",
    "raquo": "»", "rbrace": "}", "rbrack": "]", "rcub": "}", "rdquo": "”", "rdquor": "”", "rpar": ")",
    "rsqb": "]",
    "rsquo": "’", "rsquor": "’", "semi": ";", "sol": "/", "Tab": " ", "thinsp": " ", "verbar": "|",
    "vert": "|",
  ]
}
