//! A news text, what is known of its publication, and its running order.

public import QuothBasics

/// One news text with what it says of itself. What the text does not say is nil, never guessed.
public struct Article: CorpusItem {
  /// Its number in the corpus.
  public let id: ArticleID
  private let tables: CorpusTables

  public init(_ number: Int, in tables: CorpusTables) {
    id = ArticleID(number)
    self.tables = tables
  }

  private var row: ArticleRow { tables.articles[id.index] }

  /// The stable key users see and type: the `id` of its record, or the file name without ending.
  public var key: String { tables.strings[row.key] }
  /// The file it was read from, as the user gave it, with `:LINE` for a line of a JSON Lines file.
  public var file: String { tables.strings[row.file] }
  /// The headline.
  public var title: String? { tables.strings.optional(row.title) }
  /// Who published it.
  public var outlet: OutletID? {
    let outlet: OutletID? = row.outlet.identifier()
    if let outlet, outlet.index >= tables.outlets.count { tables.articles.refuse() }
    return outlet
  }
  /// The news agency that the text credits, such as EFE.
  public var agency: String? { tables.strings.optional(row.agency) }
  /// Who wrote it, as the byline says.
  public var author: String? { tables.strings.optional(row.author) }
  /// Who translated it, where the text credits somebody.
  public var translator: String? { tables.strings.optional(row.translator) }
  /// The place of the dateline.
  public var place: String? { tables.strings.optional(row.place) }
  /// The day of publication; no time, no zone.
  public var date: CalendarDay? {
    row.day == ArticleRow.noDay ? nil : CalendarDay(dayNumber: row.day)
  }
  /// The address it was published at.
  public var url: String? { tables.strings.optional(row.url) }
  /// Words of running text: headline and body, without captions, pull quotes and boilerplate.
  public var wordCount: Int { Int(row.wordCount) }
  /// Topics of any of its sentences, in taxonomy order.
  public var topics: [TopicID] { tables.topics(row.topics) }

  /// Length of the text in bytes.
  public var byteCount: Int { Int(row.text.count) }
  /// The text, valid UTF-8; all ranges of this article count its bytes. A copy.
  public var text: [UInt8] { Array(tables.texts.bytes(of: row.text)) }
  /// The bytes in a range of the text. Their indices are not those of the text.
  public func bytes(_ range: TextRange) -> TextBytes {
    tables.texts.bytes(range.start..<range.end, of: row.text)
  }
  /// The words in a range of this article, as printed.
  public func string(_ range: TextRange) -> String { String(decoding: bytes(range), as: UTF8.self) }
}

/// What belongs to an article, in the order of the text.
extension Article {
  /// Its paragraphs of all kinds.
  public var paragraphs: Items<Paragraph> {
    items(tables.paragraphs.count) { $0.firstParagraph }
  }
  /// The sentences of all its paragraphs.
  public var sentences: Items<Sentence> {
    items(tables.sentences.count) { $0.firstSentence }
  }
  /// Its mentions of persons, organizations and places.
  public var mentions: Items<Mention> {
    items(tables.mentions.count) { $0.firstMention }
  }
  /// Direct, mixed and indirect speech, with what repeats it.
  public var quotations: Items<Quotation> {
    items(tables.quotations.count) { $0.firstQuotation }
  }

  private func items<Item>(_ end: Int, _ first: (ArticleRow) -> UInt32) -> Items<Item> {
    Items(tables.range(id.index, in: tables.articles, to: end, first), of: tables)
  }
}

/// An article as stored.
struct ArticleRow: BitwiseCopyable, Sendable {
  /// Stands for a date that is missing.
  static let noDay = Int32.min

  let text: TextPlace
  let key: StringID
  let file: StringID
  var title: StringID
  var agency: StringID
  var author: StringID
  var translator: StringID
  var place: StringID
  let url: StringID
  var outlet: OptionalNumber
  var day: Int32
  let wordCount: UInt32
  /// Number in `topicLists`.
  var topics: Int32
  let firstParagraph: UInt32
  let firstSentence: UInt32
  let firstMention: UInt32
  let firstQuotation: UInt32
}

/// One publisher.
public struct Outlet: Sendable {
  /// Its number in the corpus.
  public let id: OutletID
  /// As the articles spell it first.
  public let name: String

  public init(id: OutletID, name: String) {
    self.id = id
    self.name = name
  }
}
