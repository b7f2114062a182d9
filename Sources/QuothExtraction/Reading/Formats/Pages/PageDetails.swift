//! What a page says of its article: title, date, author, outlet, address.

internal import FoundationEssentials
internal import QuothModel

/// The details of a page, from its linked data, its `meta` elements and its text.
struct PageDetails {
  private let page: PageContents
  private let record: FieldValues

  /// Names of `meta` elements, the most telling first.
  private static let metaNames: [ArticleField: [String]] = [
    .title: ["og:title", "twitter:title", "dc.title", "dcterms.title", "parsely-title", "headline"],
    .date: [
      "article:published_time", "og:published_time", "datepublished", "date", "pubdate", "publishdate",
      "publish-date", "dc.date", "dc.date.issued", "dcterms.created", "dcterms.date", "parsely-pub-date",
      "sailthru.date", "citation_publication_date", "article.published",
    ],
    .author: [
      "author", "parsely-author", "dc.creator", "dcterms.creator", "byl", "article:author", "sailthru.author",
    ],
    .outlet: ["og:site_name", "dc.publisher", "publisher", "application-name", "article:publisher"],
    .url: ["og:url", "parsely-link", "twitter:url"],
  ]

  init(_ page: PageContents) {
    self.page = page
    record =
      page.linkedData.lazy.compactMap { bytes in
        (try? JSONDecoder().decode(LinkedData.self, from: Data(bytes)))?.article
      }.first ?? FieldValues()
  }

  func details(place: (ReadingProblem) -> ReadingIssue) -> (ArticleDetails, [ReadingIssue]) {
    var details = ArticleDetails()
    details.title = (meta(.title) ?? record[.title] ?? heading ?? page.title).map(Self.plain)
    details.author = (record[.author] ?? meta(.author)).map { ArticleDetails.name(Self.plain($0)) }
    details.outlet = (meta(.outlet) ?? record[.outlet]).map(Self.plain)
    details.url = page.canonical ?? meta(.url) ?? record[.url]
    if let outlet = details.outlet, let title = details.title {
      details.title = Self.without(outlet, title)
    }
    let dates = [record[.date], meta(.date), page.time].compactMap { $0 }
    details.date = dates.lazy.compactMap { DateReader.recordedDay(in: $0) }.first
    let unread = details.date == nil ? dates.first.map { [place(.unreadableDate($0))] } : nil
    return (details, unread ?? [])
  }

  private var heading: String? {
    page.blocks.first { $0.kind == .headline }.map { String(decoding: $0.text, as: UTF8.self) }
  }

  /// What the first `meta` of a field says. Addresses of profiles name nobody.
  private func meta(_ field: ArticleField) -> String? {
    let found = (Self.metaNames[field] ?? []).lazy.compactMap { page.meta[$0] }
    return found.first { field == .url || !$0.hasPrefix("http") }
  }

  private static func plain(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// A title without the outlet that many pages write behind it: "Title | Outlet".
  private static func without(_ outlet: String, _ title: String) -> String {
    for sign in [" | ", " - ", " – ", " — ", " :: "] where title.hasSuffix(sign + outlet) {
      return String(title.dropLast(sign.count + outlet.count))
    }
    return title
  }
}

/// A script of JSON-LD: an object of schema.org, a list of them, or a graph.
private struct LinkedData: Decodable {
  /// The first that is an article.
  let article: FieldValues?

  private enum Key: String, CodingKey {
    case type = "@type"
    case graph = "@graph"
  }

  init(from decoder: any Decoder) throws {
    if let list = try? decoder.singleValueContainer().decode([LinkedData].self) {
      article = list.lazy.compactMap(\.article).first
      return
    }
    let container = try decoder.container(keyedBy: Key.self)
    let one = try? container.decode(String.self, forKey: .type)
    let types = one.map { [$0] } ?? (try? container.decode([String].self, forKey: .type)) ?? []
    if types.contains(where: { $0.hasSuffix("Article") || $0.hasSuffix("BlogPosting") || $0 == "Report" }) {
      article = try JSONRecord(from: decoder, configuration: .standard).values
    } else {
      article = (try? container.decode([LinkedData].self, forKey: .graph))?.lazy.compactMap(\.article).first
    }
  }
}
