//! `help`: what can be asked.

internal import QuothQuery
internal import QuothRender

/// Explains the language, or one word of it; of a name that the articles hold, which query asks for it.
struct HelpCommand {
  let renderer: HelpRenderer
  let vocabulary: any Vocabulary

  func run(_ argument: CommandArgument) -> Outcome {
    var outcome = Outcome()
    switch argument {
    case .none: outcome.results = renderer.overview()
    case .number(let number): return run(.text(String(number)))
    case .text(let word):
      guard let page = renderer.page(about: word) ?? corpusPage(word) else { return unknown(word) }
      outcome.results = page
    }
    return outcome
  }

  private func unknown(_ word: String) -> Outcome {
    let near = renderer.suggestions(for: word)
    let hint = near.isEmpty ? "help alone lists what there is" : "near: \(near.joined(separator: ", "))"
    return .failure("there is no help on ‘\(TerminalText.sanitise(word, lineBreaks: .blank))’; \(hint)")
  }

  // MARK: Names

  /// What a name of the articles is, and how its rows are asked for.
  private func corpusPage(_ typed: String) -> String? {
    let name = CommandText.isMark(typed.first ?? " ") ? String(typed.dropFirst().dropLast()) : typed
    let value = SyntaxPrinter.value(name)
    var meanings: [String] = []
    var queries: [String] = []
    if !vocabulary.entries(of: .speaker, named: name).isEmpty { queries.append("quotes by \(value)") }
    for (kind, noun, clause) in Self.kinds {
      let entries = vocabulary.entries(of: kind, named: name)
      guard !entries.isEmpty else { continue }
      meanings += entries.prefix(Self.most).map { "\(safe($0.name)) is \(noun)\(Self.facts(of: $0))." }
      let rows = kind == .topic && entries[0].count > 0 ? QueryCollection.quotes : .articles
      let query = "\(rows.rawValue) \(clause) \(value)"
      if !queries.contains(query) { queries.append(query) }
    }
    guard !meanings.isEmpty else { return nil }
    return renderer.page(ofName: safe(name), meanings: meanings, queries: queries.map(safe))
  }

  /// Kinds of name, and queries that have rows for each of them.
  private static let kinds: [(kind: NameKind, noun: String, clause: String)] = [
    (.topic, "a topic", "about"), (.person, "a person", "about"),
    (.organization, "an organization", "about"), (.place, "a place", "about"),
    (.outlet, "an outlet", "in"), (.article, "an article", "in"),
  ]
  private static let most = 5

  /// ` with 29 quotes`.
  private static func facts(of entry: VocabularyEntry) -> String {
    guard entry.count > 0 else { return "" }
    let unit = entry.count == 1 ? QueryCollection(rawValue: entry.unit)?.singular ?? entry.unit : entry.unit
    return " with \(entry.count) \(unit)"
  }

  private func safe(_ text: String) -> String { TerminalText.sanitise(text, lineBreaks: .blank) }
}
