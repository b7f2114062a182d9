//! `more N`: the sentences around a row, without asking again.

internal import QuothModel
internal import QuothQuery
internal import QuothRender

/// What was shown around a row: `more` again shows more of it.
struct WiderContext: Hashable {
  let row: Int
  /// Before it, and as many after it.
  let sentences: Int
}

/// Shows a row of the last answer among the sentences around it.
struct MoreCommand {
  /// By how many sentences on each side each `more` widens.
  static let step = 2

  let context: CommandContext
  let rendering: Rendering

  func run(_ text: CommandText, _ last: inout WiderContext?) -> Outcome {
    let wanted: WiderContext
    switch self.wanted(text, last) {
    case .success(let found): wanted = found
    case .failure(let refusal): return .failure(refusal.message)
    }
    let (article, focus): (Article, TextRange)
    switch context.row(wanted.row, for: "more") {
    case .failure(let refusal): return .failure(refusal.message)
    case .success(.quotation(let quotation)):
      (article, focus) = (context.corpus[quotation.article], quotation.content)
    case .success(.mention(let mention)): (article, focus) = (context.corpus[mention.article], mention.range)
    case .success(.passage(let found, let range)): (article, focus) = (found, range)
    case .success(.article), .success(.entity), .success(.topic), .success(.outlet):
      return .failure(
        "row \(wanted.row) has nothing around it; more is for rows of quotes, mentions, sentences and paragraphs"
      )
    }
    last = wanted
    return show(article, focus, wanted)
  }

  private func show(_ article: Article, _ focus: TextRange, _ wanted: WiderContext) -> Outcome {
    let (window, isWhole) = window(of: article, around: focus, by: wanted.sentences)
    var page = ArticlePage(
      corpus: context.corpus, article: article,
      focuses: [PageFocus(range: focus, label: "row \(wanted.row)")])
    page.window = window
    var outcome = Outcome()
    outcome.results = context.layout.text(of: page.blocks())
    let shown =
      switch wanted.sentences {
      case 0: "its sentence alone"
      case 1: "1 sentence before and after"
      default: "\(wanted.sentences) sentences before and after"
      }
    outcome.footer = rendering.footer(
      isWhole
        ? "this is all of the article"
        : "\(shown) · ‘more’ shows more, ‘read \(wanted.row)’ the whole article")
    return outcome
  }

  /// From the first to the last sentence that is shown, and whether there are no others.
  private func window(of article: Article, around focus: TextRange, by count: Int) -> (TextRange, Bool) {
    let sentences = article.sentences
    let first = sentences.firstIndex { $0.range.end > focus.start } ?? sentences.endIndex
    let last = sentences.lastIndex { $0.range.start < focus.end } ?? first
    // Counts may be as large as anyone types them.
    let before = min(count, first - sentences.startIndex)
    let after = min(count, max(0, sentences.endIndex - 1 - last))
    let lower = first - before
    let upper = min(last + after, sentences.endIndex - 1)
    guard lower <= upper, sentences.indices.contains(lower), sentences.indices.contains(upper) else {
      return (focus, sentences.isEmpty)
    }
    let range = TextRange(
      min(focus.start, sentences[lower].range.start), max(focus.end, sentences[upper].range.end))
    return (range, lower == sentences.startIndex && upper == sentences.endIndex - 1)
  }

  private func wanted(_ text: CommandText, _ last: WiderContext?) -> Result<WiderContext, CommandRefusal> {
    let words = text.text.split(whereSeparator: \.isWhitespace)
    let numbers = words.compactMap { Int($0) }.filter { $0 >= 0 }
    guard numbers.count == words.count, words.count <= 2 else {
      return .failure(
        CommandRefusal(
          message: "more takes the number of a row and of sentences, such as `more 1` or `more 1 5`"))
    }
    guard let row = numbers.first ?? last?.row ?? context.onlyRow else {
      return .failure(CommandRefusal(message: "more needs the number of a row first, such as `more 1`"))
    }
    if numbers.count == 2 { return .success(WiderContext(row: row, sentences: numbers[1])) }
    let shown = last?.row == row ? last?.sentences ?? 0 : 0
    let (sentences, isTooLarge) = shown.addingReportingOverflow(Self.step)
    return .success(WiderContext(row: row, sentences: isTooLarge ? shown : sentences))
  }
}

extension CommandContext {
  /// The number of the only row of the last answer.
  var onlyRow: Int? { lastAnswer?.rows.count == 1 ? 1 : nil }
}
