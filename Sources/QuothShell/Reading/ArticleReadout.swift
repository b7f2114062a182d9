//! `| read`: the articles that rows stand in, as running text.

internal import QuothModel
internal import QuothQuery

/// Makes the pages of an answer's rows.
struct ArticleReadout {
  let corpus: Corpus
  let rows: RowFinder

  /// Each article once, in the order of the rows, with the rows' words pointed out.
  func write(
    _ answer: ResultTable, _ layout: PageLayout, to write: (String) throws -> Void
  ) rethrows {
    var order: [ArticleID] = []
    var focuses: [ArticleID: [PageFocus]] = [:]
    for (index, row) in answer.rows.enumerated() {
      guard let key = row.key, let (article, range) = rows.passage(of: key) else { continue }
      if focuses[article] == nil { order.append(article) }
      let focus = range.map { [PageFocus(range: $0, label: "row \(index + 1)")] } ?? []
      focuses[article, default: []] += focus
    }
    for (index, article) in order.enumerated() {
      if index > 0 { try write("\n") }
      let page = ArticlePage(corpus: corpus, article: corpus[article], focuses: focuses[article] ?? [])
      try layout.write(page.blocks(), to: write)
    }
  }
}
