//! An article as it was read, before anything is found in it.

public import QuothBasics

/// A text with the metadata that came beside it. What its own words say of it is read later.
public struct RawArticle: Hashable, Sendable {
  /// The stable key: the record's `id`, or the file name without ending.
  public let key: String
  /// The file, with `:LINE` for a record of a file of several.
  public let file: String
  /// Valid UTF-8.
  public let text: [UInt8]
  /// The headline, where something beside the text gives it.
  public let title: String?
  /// The publisher.
  public let outlet: String?
  /// Who wrote it, as the byline says.
  public let author: String?
  /// The day of publication.
  public let date: CalendarDay?
  /// The address it was published at.
  public let url: String?
  /// Paragraphs whose kind came with the text, in its order.
  public let paragraphKinds: [GivenKind]
  /// Quotations that came with the text.
  public let given: [GivenQuotation]

  public init(
    key: String, file: String, text: [UInt8], title: String? = nil, outlet: String? = nil,
    author: String? = nil, date: CalendarDay? = nil, url: String? = nil, paragraphKinds: [GivenKind] = [],
    given: [GivenQuotation] = []
  ) {
    self.key = key
    self.file = file
    self.text = text
    self.title = title
    self.outlet = outlet
    self.author = author
    self.date = date
    self.url = url
    self.paragraphKinds = paragraphKinds
    self.given = given
  }

  /// The same article with these quotations given.
  func with(_ given: [GivenQuotation]) -> RawArticle {
    RawArticle(
      key: key, file: file, text: text, title: title, outlet: outlet, author: author, date: date, url: url,
      paragraphKinds: paragraphKinds, given: given)
  }
}
