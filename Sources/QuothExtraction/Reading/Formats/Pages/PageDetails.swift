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

  /// The article as the data of the page has it.
  var articleBody: String? { record[.text] }

  func details(place: (ReadingProblem) -> ReadingIssue) -> (ArticleDetails, [ReadingIssue]) {
    var details = ArticleDetails()
    details.title = (meta(.title) ?? record[.title] ?? heading ?? page.title).map(Self.plain)
    details.author = author
    details.outlet = (meta(.outlet) ?? record[.outlet]).map(Self.plain)
    details.url = page.canonical ?? meta(.url) ?? record[.url]
    if let title = details.title {
      details.title = Self.title(title, outlet: details.outlet, heading: heading.map(Self.plain))
    }
    let dates = [record[.date], meta(.date), page.time].compactMap { $0 }
    details.date = dates.lazy.compactMap { DateReader.recordedDay(in: $0) }.first
    let unread = details.date == nil ? dates.first.map { [place(.unreadableDate($0))] } : nil
    return (details, unread ?? [])
  }

  /// The first name that the data, the head or a byline of the page gives.
  private var author: String? {
    let bylines = page.bylines.map { String(decoding: $0, as: UTF8.self) }
    return [record[.author], meta(.author)].lazy.compactMap { $0 }
      .compactMap { Byline.names(in: Self.plain($0), least: 1) }.first
      ?? bylines.lazy.compactMap { Byline.names(in: Self.plain($0)) }.first
  }

  private var heading: String? {
    page.blocks.first { $0.tag == "h1" }.map { String(decoding: $0.text, as: UTF8.self) }
  }

  /// What the first `meta` of a field says. Addresses of profiles name nobody.
  private func meta(_ field: ArticleField) -> String? {
    let found = (Self.metaNames[field] ?? []).lazy.compactMap { page.meta[$0] }
    return found.first { field == .url || !$0.hasPrefix("http") }
  }

  private static func plain(_ text: String) -> String {
    HTMLReferences.decoded(text).split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// A title without what many pages write behind it: "Title | Outlet", "Title – DW – 30.01.2024". The heading of the
  /// page shows where the title ends; else the name of the outlet does.
  private static func title(_ title: String, outlet: String?, heading: String?) -> String {
    let signs = [" | ", " - ", " – ", " — ", " :: ", " • ", " · "]
    if let heading, heading.count >= 8, title.hasPrefix(heading),
      signs.contains(where: { title.dropFirst(heading.count).hasPrefix($0) })
    {
      return heading
    }
    guard let outlet else { return title }
    for sign in signs where title.hasSuffix(sign + outlet) {
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
