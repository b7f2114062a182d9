//! An article on a page: its quotations marked by speaker, the rows of the answer led to and back.

internal import QuothModel
internal import QuothRender

/// Writes one article.
struct PageArticle {
  let corpus: Corpus
  let article: Article
  let legend: SpeakerLegend
  /// Stretches that rows of the answer stand for, by the numbers of the rows.
  let focuses: [(row: Int, range: TextRange)]

  func html(anchor: String) -> String {
    var html =
      "<article id=\"\(anchor)\">\n<h3 dir=\"auto\">\(Markup.escape(article.title ?? article.key))</h3>\n"
    html += "<p class=\"facts\">\(facts)</p>\n"
    for paragraph in article.paragraphs where !isTitle(paragraph) { html += self.paragraph(paragraph) }
    return html + "</article>\n"
  }

  /// Whether it says no more than the heading does. One that a row stands for is led to.
  private func isTitle(_ paragraph: Paragraph) -> Bool {
    paragraph.kind == .headline && article.string(paragraph.range) == article.title
      && !focuses.contains { $0.range.start < paragraph.range.end && $0.range.end > paragraph.range.start }
  }

  private var facts: String {
    var html = (article.publicationFacts(in: corpus) + [article.file]).map { Markup.escape($0) }
    // Other schemes than these could run something.
    if let url = article.url, url.hasPrefix("https://") || url.hasPrefix("http://") {
      html.append("<a href=\"\(Markup.escape(url))\" rel=\"noopener noreferrer\">original</a>")
    }
    return html.joined(separator: " · ")
  }

  private func paragraph(_ paragraph: Paragraph) -> String {
    let (kind, label) = Self.style(of: paragraph.kind)
    let range = paragraph.range
    let marked = article.quotations.filter { quotation in
      guard quotation.marked.start < range.end, quotation.marked.end > range.start else { return false }
      return quotation.kind != .indirect || focuses.contains { $0.range == quotation.content }
    }
    // What was said is shown with its quotation marks.
    let here = focuses.map { focus in
      (row: focus.row, range: marked.first { $0.content == focus.range }?.marked ?? focus.range)
    }.filter { $0.range.start < range.end && $0.range.end > range.start }
    var cuts = Set([range.start, range.end])
    for quotation in marked { cuts.formUnion([quotation.marked.start, quotation.marked.end]) }
    for focus in here { cuts.formUnion([focus.range.start, focus.range.end]) }
    let stops = cuts.filter { range.start <= $0 && $0 <= range.end }.sorted()
    var html = "<p\(kind.map { " class=\"\($0)\"" } ?? "") dir=\"auto\">"
    if let label { html += "[\(label)] " }
    for (start, end) in zip(stops, stops.dropFirst()) {
      // What is led to begins here, or before the paragraph.
      for focus in here where max(focus.range.start, range.start) == start && focus.range.start >= range.start
      {
        html += "<span id=\"mark-\(focus.row)\"></span>"
      }
      html += stretch(TextRange(start, end), marked, here)
      for quotation in marked where quotation.marked.end == end {
        html +=
          " <span class=\"by\">[\(Markup.escape(SpeakerNames.text(of: quotation.attribution, in: corpus)))]</span>"
      }
      for focus in here where focus.range.end == end {
        html += " <a class=\"by\" href=\"#row-\(focus.row)\">row \(focus.row)</a>"
      }
    }
    return html + "</p>\n"
  }

  /// Text between two cuts: within a quotation, within what a row stands for, within both or neither.
  private func stretch(
    _ range: TextRange, _ marked: [Quotation], _ here: [(row: Int, range: TextRange)]
  ) -> String {
    let text = Markup.escape(article.string(range))
    var classes: [String] = []
    // Of quotations one in another, the inner one.
    let quotation = marked.filter { $0.marked.contains(range) }.min { $0.marked.count < $1.marked.count }
    if let quotation { classes += ["said", legend.style(of: quotation.attribution)] }
    if here.contains(where: { $0.range.contains(range) }) { classes.append("row") }
    if classes.isEmpty { return text }
    return "<mark class=\"\(classes.joined(separator: " "))\">\(text)</mark>"
  }

  private static func style(of kind: ParagraphKind) -> (String?, label: String?) {
    switch kind {
    case .body: (nil, nil)
    case .headline: ("headline", nil)
    case .caption: ("aside", "caption")
    case .pullquote: ("aside", "pull quote")
    case .boilerplate: ("aside", "not running text")
    case .comment: ("aside", "comment")
    }
  }
}
