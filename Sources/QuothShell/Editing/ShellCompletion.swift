//! Completion at a prompt: the language's candidates, as a line editor takes them.

internal import QuothQuery
internal import QuothRender

/// Completes statements.
enum ShellCompletion {
  /// What can stand after a text, which may begin on earlier lines.
  static func completions(before text: String, in context: BindingContext) -> LineCompletions {
    let query = QueryText(text)
    let list = Completion.candidates(in: query, at: query.bytes.count, context: context)
    let candidates = list.candidates.map { candidate in
      LineCandidate(
        text: candidate.text, display: TerminalText.sanitise(candidate.display, lineBreaks: .blank),
        detail: detail(of: candidate))
    }
    return LineCompletions(replacedBytes: query.bytes.count - list.replace.start, candidates: candidates)
  }

  private static func detail(of candidate: CompletionCandidate) -> String {
    guard let count = candidate.count, let unit = candidate.unit else { return "" }
    let singular = count == 1 ? QueryCollection(rawValue: unit)?.singular : nil
    return "\(count) \(singular ?? unit)"
  }
}
