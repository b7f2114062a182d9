//! The text of a file of corrections: statements for people to read and change, with lines added and taken back.

internal import QuothQuery

/// What a file of corrections holds, byte for byte.
struct AmendmentText: Hashable, Sendable {
  private(set) var bytes: [UInt8]

  init(bytes: [UInt8]) { self.bytes = bytes }

  private static let lineFeed = UInt8(ascii: "\n")
  private static let carriageReturn = UInt8(ascii: "\r")

  /// Whether it can be added to: what is no text is of somebody else.
  var isText: Bool { String(validating: bytes, as: UTF8.self) != nil && !bytes.contains(0) }

  /// The statements, to be told under the name of the file.
  func script(named name: String) -> Script { Script(name: name, text: QueryText(bytes: bytes)) }

  /// The text with a line more; the first also says what the file is, and of which articles.
  func adding(_ line: String, about articles: String) -> AmendmentText {
    var text = self
    if bytes.isEmpty {
      text.append("# What was corrected in \(articles). quoth applies each line when it reads the articles.")
      text.append("# Lines can be changed and taken away; what stands behind # is not read.")
    }
    text.append(line)
    return text
  }

  /// The text with lines, counted from 1, as comments behind a note, so that nothing is lost.
  func takingBack(_ lines: ClosedRange<Int>, _ note: String) -> AmendmentText {
    var parts = bytes.split(separator: Self.lineFeed, omittingEmptySubsequences: false).map(Array.init)
    for number in lines where parts.indices.contains(number - 1) {
      parts[number - 1] = Array("# \(note): ".utf8) + parts[number - 1]
    }
    return AmendmentText(bytes: Array(parts.joined(separator: [Self.lineFeed])))
  }

  /// Adds a line that ends as the others do.
  private mutating func append(_ line: String) {
    let first = bytes.firstIndex(of: Self.lineFeed)
    let isWindows = first.map { $0 > 0 && bytes[$0 - 1] == Self.carriageReturn } ?? false
    let ending = isWindows ? [Self.carriageReturn, Self.lineFeed] : [Self.lineFeed]
    if let last = bytes.last, last != Self.lineFeed { bytes += ending }
    bytes += Array(line.utf8) + ending
  }
}
