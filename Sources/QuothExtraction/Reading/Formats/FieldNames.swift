//! What the fields of records are called in the wild: the one table of their names.

/// What is taken from a record.
public enum ArticleField: String, CaseIterable, Sendable {
  case id, text, title, outlet, author, date, url

  /// The names by which it goes, the most telling first. Case, blanks and signs do not count: `pub_date` is
  /// `Pub Date`. A dot leads into an object within the record.
  var names: [String] {
    switch self {
    case .id: ["id", "articleid", "docid", "documentid", "uuid", "guid", "goid"]
    case .text:
      [
        // news-please; common dumps; All the News; Guardian; schema.org; Nexis; ProQuest; NewsCatcher
        "text", "maintext", "body", "bodytext", "articlebody", "fields.bodytext", "fulltext", "articletext",
        "content", "contents", "article", "articlecontent", "plaintext", "cleantext", "story", "hlead",
        // Guardian; WordPress; ninjs; what interfaces give that give no text
        "fields.body", "content.rendered", "bodyhtml", "bodyxhtml", "leadparagraph", "description", "summary",
        "abstract", "snippet",
      ]
    case .title:
      [
        "title", "headline", "headline.main", "webtitle", "title.rendered", "fields.headline", "heading",
        "articletitle",
      ]
    case .outlet:
      [
        "outlet", "publisher", "publication", "publicationname", "newspaper", "source.name", "source",
        "sourcename", "publisher.name", "sourcedomain", "domain", "sitename", "site", "website", "media",
        "medianame", "cleanurl",
      ]
    case .author:
      ["author", "authors", "byline", "byline.original", "fields.byline", "creator", "writer", "journalist"]
    case .date:
      [
        // news-please: date_publish; NELA-GT and signal-1M: published; RealNews: publish_date; GDELT: seendate
        "date", "datepublish", "datepublished", "publishdate", "publisheddate", "publicationdate", "pubdate",
        "published", "publishedat", "publishedutc", "webpublicationdate", "timestamp", "datetime", "seendate",
        "earliestdate", "createdat", "created", "versioncreated", "firstcreated", "loaddate", "crawldate",
      ]
    case .url:
      ["url", "link", "weburl", "articleurl", "permalink", "canonicalurl", "sourceurl", "urls", "uri"]
    }
  }
}

extension ArticleField {
  /// A field and what somebody's records call it.
  public typealias NamedField = (field: ArticleField, name: String)

  /// The pairs of `title=headline,text=body_text`, ours and theirs, or what is wrong with them.
  public static func mapping(_ text: String) -> Result<[NamedField], MappingFault> {
    var pairs: [NamedField] = []
    for pair in text.split(separator: ",", omittingEmptySubsequences: false) {
      let sides = pair.split(separator: "=", maxSplits: 1).map { side in
        side.split(separator: " ").joined(separator: " ")
      }
      guard sides.count == 2, !FieldNames.normalised(sides[1]).isEmpty else {
        return .failure(.noPair(String(pair)))
      }
      guard let field = ArticleField(rawValue: sides[0].lowercased()) else {
        return .failure(.unknownField(sides[0]))
      }
      pairs.append((field, sides[1]))
    }
    return .success(pairs)
  }
}

/// What is wrong with a mapping of names.
public enum MappingFault: Error, Hashable {
  /// It is not written as ours=theirs.
  case noPair(String)
  /// What stands before `=` is none of our fields.
  case unknownField(String)
}

/// Which field each name of a record stands for.
public struct FieldNames: Sendable {
  /// How telling a name is: the least is the most telling.
  struct Meaning: Sendable {
    let field: ArticleField
    let rank: Int
  }

  private var meanings: [String: Meaning] = [:]
  /// The order of day and month that the user gave.
  let dateOrder: DateOrder?
  /// Names of objects that have to be looked into.
  private(set) var outerNames: Set<String> = ["source"]

  /// The names that are known everywhere.
  public static let standard = FieldNames()

  /// The standard names, after those of the user: pairs of ours and theirs.
  public init(mapping: [(field: ArticleField, name: String)] = []) {
    let orders: [String: DateOrder] = ["day-first": .dayFirst, "month-first": .monthFirst]
    dateOrder = mapping.lazy.filter { $0.field == .date }.compactMap { orders[$0.name.lowercased()] }.first
    let mapping = mapping.filter { $0.field != .date || orders[$0.name.lowercased()] == nil }
    for field in ArticleField.allCases {
      for (rank, name) in field.names.enumerated() { add(name, field, rank + 1) }
    }
    // Of several names for one field, the first is the most telling.
    for (place, pair) in mapping.enumerated() { add(pair.name, pair.field, place - mapping.count) }
  }

  private mutating func add(_ name: String, _ field: ArticleField, _ rank: Int) {
    let normal = FieldNames.normalised(name)
    meanings[normal] = Meaning(field: field, rank: rank)
    if let dot = normal.firstIndex(of: ".") { outerNames.insert(String(normal[..<dot])) }
  }

  /// What a name stands for; nil when it is of no use here.
  func meaning(of name: String) -> Meaning? {
    // Most names are spelled as in the table.
    meanings[name] ?? meanings[FieldNames.normalised(name)]
  }

  /// Lower case, without blanks and signs but for dots.
  static func normalised(_ name: String) -> String {
    guard name.utf8.allSatisfy({ $0 < 0x80 }) else {
      return String(name.lowercased().filter { $0.isLetter || $0.isNumber || $0 == "." })
    }
    return String(unsafeUninitializedCapacity: name.utf8.count) { buffer in
      var count = 0
      for byte in name.utf8 {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."):
          buffer[count] = byte
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): buffer[count] = byte | 0x20
        default: continue
        }
        count += 1
      }
      return count
    }
  }

  /// The columns by which a table beside texts names its files, the most telling first.
  static let fileColumns = [
    "filename", "file", "filepath", "path", "docid", "id", "name", "key", "articleid",
  ]
}

/// What a record says, each field by its most telling name.
struct FieldValues {
  private var values: [ArticleField: (value: String, rank: Int)] = [:]
  /// All names, used or not, for messages.
  var names: [String] = []
  /// Which of two small numbers of a date is the day, where it is known.
  var dateOrder: DateOrder?

  subscript(field: ArticleField) -> String? { values[field]?.value }

  /// Takes a value unless a more telling name has given one. Words for "missing" give none.
  mutating func take(_ value: String, _ meaning: FieldNames.Meaning) {
    if let known = values[meaning.field] {
      let isBetter = meaning.field == .text && Self.isPoor(known.value, beside: value)
      let isWorse = meaning.field == .text && Self.isPoor(value, beside: known.value)
      if !isBetter, isWorse || known.rank <= meaning.rank { return }
    }
    if meaning.field != .text, FieldValues.isMissing(value) { return }
    if meaning.field == .text, value.isEmpty { return }
    values[meaning.field] = (value, meaning.rank)
  }

  /// Whether a text is none beside another value: an address, a single word, or the beginning of it.
  private static func isPoor(_ text: String, beside other: String) -> Bool {
    guard other.utf8.count > text.utf8.count, !FieldText.isAddress(other) else { return false }
    let isWord = !text.contains(" ") && text.utf8.count < 60
    return FieldText.isAddress(text) || isWord || text.hasSuffix("…") || text.hasSuffix("...")
  }

  /// What R, pandas and databases write where there is nothing.
  private static func isMissing(_ value: String) -> Bool {
    value.utf8.count <= 4
      && ["", "na", "n/a", "nan", "none", "null", "-"].contains(value.lowercased())
  }

  /// The article that the values make, or nil and why not.
  func article(of piece: FilePiece) -> PieceContents {
    guard let text = self[.text] else {
      return PieceContents(issues: [piece.issue(.noText(fields: names))])
    }
    if FieldText.isAddress(text) {
      return PieceContents(issues: [piece.issue(.addressesForTexts(text))])
    }
    let (bytes, kinds) = FieldText.read(text)
    if bytes.allSatisfy({ $0 <= 0x20 }) { return PieceContents(issues: [piece.issue(.empty)]) }
    if bytes.contains(0) { return PieceContents(issues: [piece.issue(.binary)]) }
    var contents = PieceContents()
    let (details, issues) = ArticleDetails.read(self, place: piece.issue)
    contents.issues = issues
    if FieldText.isCutOff(text) { contents.issues.append(piece.issue(.cutOff)) }
    contents.articles = [
      RawArticle(key: self[.id] ?? piece.place, file: piece.place, text: bytes, paragraphKinds: kinds)
        .adding(details)
    ]
    return contents
  }
}
