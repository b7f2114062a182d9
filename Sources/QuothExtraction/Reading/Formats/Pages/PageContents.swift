//! A web page taken apart: its blocks of text and what its head says. The markup is read by libxml2.

internal import CHTML
internal import QuothModel

/// A run of text of a page, parted from others by the markup.
struct PageBlock {
  /// UTF-8, every run of white space one blank.
  var text: [UInt8] = []
  /// The nearest element around it that parts blocks, as a number among the page's, and its tag.
  let element: Int
  /// The element in which its first word stands.
  let innermost: Int
  let tag: String
  var kind = ParagraphKind.body
  /// Where a `cite` begins in it, in bytes.
  var credit: Int?
  /// Bytes of it that are links.
  var linkBytes = 0
}

/// What a page holds.
struct PageContents {
  var blocks: [PageBlock] = []
  var elements: [PageElement] = []
  /// `name`, `property` or `itemprop` of each `meta` in lower case, with its content; the first of a name counts.
  var meta: [String: String] = [:]
  var canonical: String?
  var title: String?
  /// `datetime` of the first `time` that has one.
  var time: String?
  /// The words of elements that name an author, as they stand.
  var bylines: [[UInt8]] = []
  /// Scripts of type `application/ld+json`.
  var linkedData: [[UInt8]] = []

  /// The page of some bytes, in whatever encoding they or the page itself say.
  static func read(
    _ bytes: [UInt8]
  ) -> Result<(page: PageContents, warning: ReadingProblem?), TextEncoding.NotText> {
    if bytes.contains(0) { return .failure(.init(.binary)) }
    guard let offset = TextEncoding.firstInvalidByte(bytes) else {
      return .success((parse(bytes, "UTF-8") ?? PageContents(), nil))
    }
    let label = declaredEncoding(bytes)
    switch label?.lowercased() {
    case nil where !TextEncoding.looksLikeWindows1252(bytes):
      return .failure(.init(.invalidUTF8(offset: offset)))
    case nil, "iso-8859-1", "latin1", "latin-1", "us-ascii", "ascii", "windows-1252", "cp1252":
      // Browsers read all these as Windows-1252, and pages rely on it for their quotation marks.
      let text = TextEncoding.decodedWindows1252(bytes)
      return .success((parse(text, "UTF-8") ?? PageContents(), label == nil ? .readAsWindows1252 : nil))
    case "utf-8", "utf8":
      // A few damaged letters; the rest is sound.
      return .success(
        (parse(Array(String(decoding: bytes, as: UTF8.self).utf8), "UTF-8") ?? PageContents(), nil))
    case let label?:
      guard let page = parse(bytes, label) else { return .failure(.init(.unknownEncoding(label))) }
      return .success((page, nil))
    }
  }

  /// A piece of a page, such as a field of a record holds.
  static func fragment(_ text: String) -> PageContents? { parse(Array(text.utf8), "UTF-8") }

  /// The encoding that the head of the page names.
  private static func declaredEncoding(_ bytes: [UInt8]) -> String? {
    let head = String(decoding: bytes.prefix(4096).map { $0 < 0x80 ? $0 : 0x20 }, as: UTF8.self).lowercased()
    guard let found = head.firstRange(of: "charset=") else { return nil }
    let label = head[found.upperBound...].drop { "\"' ".contains($0) }
      .prefix { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-" || $0 == "_") }
    return label.isEmpty ? nil : String(label)
  }

  /// Nil when the encoding is unknown.
  private static func parse(_ bytes: [UInt8], _ encoding: String) -> PageContents? {
    let builder = PageBuilder()
    var events = chtml_events()
    events.context = Unmanaged.passUnretained(builder).toOpaque()
    events.opened = { context, name, attributes in
      guard let context, let name else { return }
      PageContents.builder(context).open(String(cString: name), PageContents.attributes(attributes))
    }
    events.closed = { context, name in
      guard let context, let name else { return }
      PageContents.builder(context).close(String(cString: name))
    }
    events.text = { context, bytes, count in
      guard let context, let bytes else { return }
      bytes.withMemoryRebound(to: UInt8.self, capacity: count) {
        PageContents.builder(context).take(UnsafeBufferPointer(start: $0, count: count))
      }
    }
    let status = bytes.withUnsafeBufferPointer { buffer in
      buffer.withMemoryRebound(to: CChar.self) { chtml_read($0.baseAddress, $0.count, encoding, &events) }
    }
    return withExtendedLifetime(builder) { status == 0 ? builder.finished() : nil }
  }

  private static func builder(_ context: UnsafeMutableRawPointer) -> PageBuilder {
    Unmanaged<PageBuilder>.fromOpaque(context).takeUnretainedValue()
  }

  private static func attributes(
    _ list: UnsafePointer<UnsafePointer<CChar>?>?
  ) -> [String: String] {
    var attributes: [String: String] = [:]
    guard var next = list else { return attributes }
    while let name = next[0] {
      attributes[String(cString: name).lowercased()] = next[1].map { String(cString: $0) } ?? ""
      next += 2
    }
    return attributes
  }
}
