//! `help`: what can be asked.

internal import QuothQuery
internal import QuothRender

/// Explains the language, or one word of it.
struct HelpCommand {
  let renderer: HelpRenderer

  func run(_ argument: CommandArgument) -> Outcome {
    var outcome = Outcome()
    switch argument {
    case .none: outcome.results = renderer.overview()
    case .number(let number): return run(.text(String(number)))
    case .text(let word):
      guard let page = renderer.page(about: word) else { return unknown(word) }
      outcome.results = page
    }
    return outcome
  }

  private func unknown(_ word: String) -> Outcome {
    let near = renderer.suggestions(for: word)
    let hint = near.isEmpty ? "help alone lists what there is" : "near: \(near.joined(separator: ", "))"
    return .failure("there is no help on ‘\(TerminalText.sanitise(word, lineBreaks: .blank))’; \(hint)")
  }
}
