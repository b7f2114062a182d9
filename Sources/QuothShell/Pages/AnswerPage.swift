//! `> "x.html"`: an answer as a page, with its picture and the articles of its rows.

internal import QuothModel
internal import QuothQuery
internal import QuothRender

/// Makes the page of an answer.
struct AnswerPage {
  /// More articles make a page that nobody reads; what is left out is counted.
  static let articleLimit = 200

  let corpus: Corpus
  let rows: RowFinder
  let answer: ResultTable
  /// The query as it would be typed.
  let title: String
  let source: Provenance?

  /// Hands over the page piece by piece: the figure where there is one, the table with these columns or none, the
  /// articles. An error that `write` throws ends the work.
  func render(figure: SVGFigure?, table: Table, to write: (String) throws -> Void) rethrows {
    let places = places
    let page = HTMLPage(title: title, source: source)
    try write(page.head)
    if let figure { try write("<figure>\n\(figure.render())</figure>\n") }
    let notes = HTMLPage.notes(FooterRenderer.render(answer))
    switch table {
    case .shown(let columns):
      let html = try HTMLTable(answer, columns: columns).render { index in
        // Nothing, but whoever takes the pieces may stop the work by throwing.
        if index & 0x3F == 0x3F { try write("") }
        return anchor(ofRow: index, in: places)
      }
      try write(HTMLPage.section("Answer", id: "answer", html + notes))
    case .leftOut: try write(notes)
    }
    if !places.articles.isEmpty { try articles(places, to: write) }
    try write(page.foot)
  }

  /// Whether the rows stand on the page beside their articles.
  enum Table {
    /// With the columns of these names.
    case shown([String])
    case leftOut
  }

  /// What the rows stand for, as far as it is in articles.
  private struct Places {
    /// In the order of the rows.
    var articles: [ArticleID] = []
    var focuses: [ArticleID: [(row: Int, range: TextRange)]] = [:]
    var ofRow: [Int: (article: Int, hasRange: Bool)] = [:]
    var left = 0
  }

  private var places: Places {
    var places = Places()
    var numbers: [ArticleID: Int] = [:]
    for (index, row) in answer.rows.enumerated() {
      guard let key = row.key, let (article, range) = rows.passage(of: key) else { continue }
      if numbers[article] == nil {
        numbers[article] = places.articles.count < Self.articleLimit ? places.articles.count : -1
        if numbers[article] == -1 { places.left += 1 } else { places.articles.append(article) }
      }
      guard let number = numbers[article], number >= 0 else { continue }
      if let range { places.focuses[article, default: []].append((index + 1, range)) }
      places.ofRow[index] = (number, range != nil)
    }
    return places
  }

  private func anchor(ofRow index: Int, in places: Places) -> String? {
    places.ofRow[index].map { $0.hasRange ? "mark-\(index + 1)" : "article-\($0.article + 1)" }
  }

  private func articles(_ places: Places, to write: (String) throws -> Void) rethrows {
    let legend = SpeakerLegend(corpus, places.articles)
    try write(HTMLPage.opening(of: "Articles", id: "articles") + legend.html)
    for (number, id) in places.articles.enumerated() {
      let page = PageArticle(
        corpus: corpus, article: corpus[id], legend: legend, focuses: places.focuses[id] ?? [])
      try write(page.html(anchor: "article-\(number + 1)"))
    }
    if places.left > 0 {
      let notes = HTMLPage.notes(
        places.left == 1
          ? "One more article is left out here." : "\(places.left) more articles are left out here.")
      try write(notes)
    }
    try write(HTMLPage.closing)
  }
}

/// The speakers of some articles, those with the most quotations first, each with a style while there are any.
struct SpeakerLegend {
  private let styles: [EntityID: Int]
  private let entries: [(name: String, count: Int, style: Int)]
  private let unknown: Int

  init(_ corpus: Corpus, _ articles: [ArticleID]) {
    var counts: [EntityID: Int] = [:]
    var unknown = 0
    for article in articles {
      for quotation in corpus[article].quotations where quotation.kind != .indirect {
        let speakers = Array(quotation.attribution.speakers)
        if speakers.isEmpty { unknown += 1 }
        for speaker in speakers { counts[speaker, default: 0] += 1 }
      }
    }
    let ranked = counts.sorted { ($1.value, corpus[$0.key].name) < ($0.value, corpus[$1.key].name) }
    var styles: [EntityID: Int] = [:]
    for (place, (speaker, _)) in ranked.enumerated() where place < HTMLPage.speakerStyles {
      styles[speaker] = place + 1
    }
    self.styles = styles
    self.unknown = unknown
    entries = ranked.map { (corpus[$0.key].name, $0.value, styles[$0.key] ?? 0) }
  }

  /// The class of a quotation by its first speaker.
  func style(of attribution: Attribution) -> String {
    "s\(attribution.speakers.first.flatMap { styles[$0] } ?? 0)"
  }

  var html: String {
    guard !entries.isEmpty || unknown > 0 else { return "" }
    let most = 24
    var items = entries.prefix(most).map {
      "<li><span class=\"said s\($0.style)\">\(Markup.escape($0.name))</span> \($0.count)</li>\n"
    }
    if entries.count > most { items.append("<li>\(entries.count - most) others</li>\n") }
    if unknown > 0 { items.append("<li><span class=\"said s0\">speaker unknown</span> \(unknown)</li>\n") }
    return
      "<p class=\"note\">Words in quotation marks, by speaker:</p>\n<ul class=\"legend\">\n\(items.joined())</ul>\n"
  }
}
