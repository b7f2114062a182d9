//! Quotation marks that a careless export left as HTML: "&quot;", "&ldquo;".

/// A quotation mark written as an HTML entity.
struct QuoteEntity {
  /// Bytes with the ampersand and the semicolon.
  let length: Int
  let glyph: StretchFinder.Glyph
  let isSingle: Bool

  /// The entity at an ampersand, or nil when it is none of a quotation mark.
  init?(_ bytes: UnsafeBufferPointer<UInt8>, at start: Int, to end: Int) {
    guard
      let entity = QuoteEntity.all.first(where: { name, _, _ in
        start + name.utf8CodeUnitCount <= end
          && (0..<name.utf8CodeUnitCount).allSatisfy { bytes[start + $0] == name.utf8Start[$0] }
      })
    else { return nil }
    length = entity.0.utf8CodeUnitCount
    glyph = entity.1
    isSingle = entity.2
  }

  private static let all: [(StaticString, StretchFinder.Glyph, Bool)] = [
    ("&quot;", .neutral, false), ("&#34;", .neutral, false), ("&ldquo;", .opening, false),
    ("&rdquo;", .closing, false), ("&#8220;", .opening, false), ("&#8221;", .closing, false),
    ("&laquo;", .opening, false), ("&raquo;", .closing, false), ("&lsquo;", .opening, true),
    ("&rsquo;", .closing, true), ("&#8216;", .opening, true), ("&#8217;", .closing, true),
  ]
}
