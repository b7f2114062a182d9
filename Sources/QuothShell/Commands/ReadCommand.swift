//! `read N`: the article of a row, its quotations marked.

internal import QuothModel
internal import QuothQuery

/// Opens the article that a row of the last answer stands in.
struct ReadCommand {
  let context: CommandContext

  func run(row number: Int) -> Outcome {
    let target: RowTarget
    switch context.row(number, for: "read") {
    case .success(let found): target = found
    case .failure(let refusal): return .failure(refusal.message)
    }
    let corpus = context.corpus
    let label = "row \(number)"
    switch target {
    case .quotation(let quotation):
      return page(corpus[quotation.article], quotation.content, label)
    case .mention(let mention): return page(corpus[mention.article], mention.range, label)
    case .passage(let article, let range): return page(article, range, label)
    case .article(let article): return page(article, nil, label)
    case .entity(let entity):
      return .failure(
        "row \(number) is \(entity.name), not a text; `mentions where entity=\"\(entity.name)\"` lists the places"
      )
    case .topic, .outlet:
      return .failure("row \(number) is not a text; read opens rows of articles, quotes and the like")
    }
  }

  private func page(_ article: Article, _ focus: TextRange?, _ label: String) -> Outcome {
    let focuses = focus.map { [PageFocus(range: $0, label: label)] } ?? []
    let page = ArticlePage(corpus: context.corpus, article: article, focuses: focuses)
    var outcome = Outcome()
    outcome.results = context.layout.text(of: page.blocks())
    // With some of what stands before it.
    let lines = outcome.results.split(separator: "\n", omittingEmptySubsequences: false)
    if let marked = lines.firstIndex(where: { $0.hasPrefix(">") }) { outcome.firstLine = max(1, marked - 2) }
    return outcome
  }
}
