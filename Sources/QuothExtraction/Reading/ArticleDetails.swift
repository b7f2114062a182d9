//! What came beside a text: the words of a record, a table or a page about an article.

public import QuothBasics

/// Title, outlet and the like, where something beside the text gives them.
public struct ArticleDetails: Hashable, Sendable {
  /// What the article is to go by; nil leaves it to its record or file.
  public var key: String?
  /// The headline.
  public var title: String?
  /// The publisher.
  public var outlet: String?
  /// Who wrote it, as the byline says.
  public var author: String?
  /// The day of publication.
  public var date: CalendarDay?
  /// The address it was published at.
  public var url: String?

  public init() {}

  /// The details of a record, and a date that is none.
  static func read(
    _ values: FieldValues, place: (ReadingProblem) -> ReadingIssue
  ) -> (ArticleDetails, [ReadingIssue]) {
    var details = ArticleDetails()
    var issues: [ReadingIssue] = []
    details.key = values[.id]
    details.title = values[.title].map(FieldText.line)
    details.outlet = values[.outlet]
    details.author = values[.author].map(name)
    details.url = values[.url]
    if let date = values[.date] {
      details.date = DateReader.recordedDay(in: date, order: values.dateOrder)
      if details.date == nil {
        issues.append(place(DateReader.isAmbiguous(date) ? .ambiguousDate(date) : .unreadableDate(date)))
      }
    }
    return (details, issues)
  }

  /// A byline without its "By".
  static func name(_ byline: String) -> String {
    for word in ["By ", "BY ", "by "] where byline.hasPrefix(word) { return String(byline.dropFirst(3)) }
    return byline
  }
}

extension RawArticle {
  /// The same article; what `details` say beats what it said of itself.
  public func adding(_ details: ArticleDetails) -> RawArticle {
    RawArticle(
      key: details.key ?? key, file: file, text: text, title: details.title ?? title,
      outlet: details.outlet ?? outlet, author: details.author ?? author, date: details.date ?? date,
      url: details.url ?? url, paragraphKinds: paragraphKinds, given: given)
  }
}
