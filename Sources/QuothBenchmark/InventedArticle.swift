//! What the generator gives: an article, and who says what in it.

/// An article with the answer that belongs to it.
public struct InventedArticle: Sendable {
  public let id: String
  public let outlet: String
  /// `2019-04-30`.
  public let date: String
  public let title: String
  /// The running text, UTF-8, its paragraphs apart by an empty line.
  public let text: [UInt8]
  /// In the order of the text.
  public let quotations: [KnownQuotation]

  /// The article as a line of JSON Lines, line break included.
  public var json: [UInt8] {
    JSONText.line([
      ("id", Array(id.utf8)), ("outlet", Array(outlet.utf8)), ("date", Array(date.utf8)),
      ("title", Array(title.utf8)), ("text", text),
    ])
  }
}

/// A quotation that an article is known to hold.
public struct KnownQuotation: Hashable, Sendable {
  /// What stands between the marks.
  public let words: String
  public let speaker: String
}

/// Texts within JSON.
enum JSONText {
  /// An object of texts on a line of its own.
  static func line(_ fields: [(name: String, value: [UInt8])]) -> [UInt8] {
    var line: [UInt8] = []
    line.reserveCapacity(fields.reduce(16) { $0 + $1.value.count + 64 })
    for (name, value) in fields {
      line += line.isEmpty ? "{\"".utf8 : ", \"".utf8
      line += name.utf8
      line += "\": \"".utf8
      append(value, to: &line)
      line.append(UInt8(ascii: "\""))
    }
    line += "}\n".utf8
    return line
  }

  /// Appends a text as it stands between quotation marks.
  static func append(_ text: [UInt8], to line: inout [UInt8]) {
    for byte in text {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"):
        line.append(UInt8(ascii: "\\"))
        line.append(byte)
      case UInt8(ascii: "\n"): line += "\\n".utf8
      default: line.append(byte)
      }
    }
  }
}
