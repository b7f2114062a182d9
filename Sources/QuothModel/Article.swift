//! A news text, what is known of its publication, and its running order.

public import QuothBasics

/// One news text with what it says of itself. What the text does not say is nil, never guessed.
public struct Article: Sendable {
  public let id: ArticleID
  /// The stable key users see and type: the `id` of its record, or the file name without ending.
  public let key: String
  /// The file it was read from, as the user gave it, with `:LINE` for a line of a JSON Lines file.
  public let file: String
  /// The text, valid UTF-8; all ranges of this article count its bytes.
  public let text: [UInt8]
  public let title: String?
  public let outlet: OutletID?
  /// The news agency that the text credits, such as EFE.
  public let agency: String?
  public let author: String?
  public let translator: String?
  /// The place of the dateline.
  public let place: String?
  public let date: CalendarDay?
  public let url: String?
  /// Words of running text: headline and body, without captions, pull quotes and boilerplate.
  public let wordCount: Int
  public let paragraphs: Range<Int>
  public let sentences: Range<Int>
  public let mentions: Range<Int>
  public let quotations: Range<Int>
  /// Topics of any of its sentences, in taxonomy order.
  public let topics: [TopicID]

  public init(
    id: ArticleID, key: String, file: String, text: [UInt8], title: String?, outlet: OutletID?,
    agency: String?, author: String?, translator: String?, place: String?, date: CalendarDay?, url: String?,
    wordCount: Int, paragraphs: Range<Int>, sentences: Range<Int>, mentions: Range<Int>,
    quotations: Range<Int>, topics: [TopicID]
  ) {
    self.id = id
    self.key = key
    self.file = file
    self.text = text
    self.title = title
    self.outlet = outlet
    self.agency = agency
    self.author = author
    self.translator = translator
    self.place = place
    self.date = date
    self.url = url
    self.wordCount = wordCount
    self.paragraphs = paragraphs
    self.sentences = sentences
    self.mentions = mentions
    self.quotations = quotations
    self.topics = topics
  }

  /// The words in a range of this article, as printed.
  public func string(_ range: TextRange) -> String {
    String(decoding: text[range.start..<range.end], as: UTF8.self)
  }
}

/// One publisher.
public struct Outlet: Sendable {
  public let id: OutletID
  public let name: String

  public init(id: OutletID, name: String) {
    self.id = id
    self.name = name
  }
}
