//! Completion at a prompt: the language's candidates, and those of commands that the language leaves to the shell.

internal import QuothQuery
internal import QuothRender

/// Completes statements.
enum ShellCompletion {
  /// What can stand after a text, which may begin on earlier lines.
  static func completions(
    before text: String, in context: BindingContext, settings: Settings
  ) -> LineCompletions {
    if let completions = CommandCompletion(text)?.completions(settings) { return completions }
    let query = QueryText(text)
    if let typed = typedFile(query) { return FileCompletion.completions(of: typed, marking: .always) }
    let list = Completion.candidates(in: query, at: query.bytes.count, context: context)
    let candidates = list.candidates.map { candidate in
      LineCandidate(
        text: candidate.text, display: TerminalText.sanitise(candidate.display, lineBreaks: .blank),
        detail: detail(of: candidate))
    }
    return LineCompletions(replacedBytes: query.bytes.count - list.replace.start, candidates: candidates)
  }

  /// What is typed of a file's name after `>`, or after the `=` of `expect`; nil where no file is meant.
  private static func typedFile(_ text: QueryText) -> String? {
    let tokens = Lexer.tokens(of: text)
    let sign = tokens.lastIndex { $0.kind == .comparison(.greater) || $0.kind == .comparison(.equal) }
    guard let sign else { return nil }
    let end = tokens[sign].range.end
    let typed = tokens[(sign + 1)...].drop { $0.kind == .space }.dropLast()
    // Blanks end a name that is not in quotation marks.
    let isOne = typed.count < 2 || !typed.contains { $0.kind == .space || $0.kind == .string(isClosed: true) }
    guard isOne, typed.first?.kind != .string(isClosed: true) else { return nil }
    let before = QueryLanguage.parse(QueryText(bytes: Array(text.bytes[..<end])))
    guard before.expectations.contains(.file) else { return nil }
    return text.string(in: SourceRange(typed.first?.range.start ?? text.bytes.count, text.bytes.count))
  }

  private static func detail(of candidate: CompletionCandidate) -> String {
    guard let count = candidate.count, let unit = candidate.unit else { return "" }
    let singular = count == 1 ? QueryCollection(rawValue: unit)?.singular : nil
    return "\(count) \(singular ?? unit)"
  }
}

/// Completes what stands after `set`, `describe`, `source`, `tour` and `save`.
struct CommandCompletion {
  private let command: CommandName
  /// The words between the command and the one that is being typed.
  private let before: [String]
  private let typed: String

  /// Nil when the last statement of the text is no command of these, or is still its first word.
  init?(_ text: String) {
    let statement = text.split(separator: ";", omittingEmptySubsequences: false).last ?? ""
    let words = statement.drop(while: \.isWhitespace)
    guard let end = words.firstIndex(where: \.isWhitespace),
      let definition = CommandCatalog.definition(named: String(words[..<end]))
    else { return nil }
    command = definition.name
    // `set format=csv` is three words.
    let rest = words[end...]
    let isCut: (Character) -> Bool =
      command == .set
      ? { $0.isWhitespace || $0 == "=" }
      : command == .describe ? { $0.isWhitespace || $0 == "." } : \.isWhitespace
    let start =
      Self.quoteStart(rest) ?? rest.lastIndex(where: isCut).map(rest.index(after:)) ?? rest.startIndex
    before = rest[..<start].split(whereSeparator: isCut).map(String.init)
    typed = String(rest[start...])
  }

  func completions(_ settings: Settings) -> LineCompletions? {
    switch command {
    case .set: return words(settingCandidates(settings))
    case .describe: return words(describable)
    case .source: return before.isEmpty ? FileCompletion.completions(of: typed) : LineCompletions.none
    case .save: return saveCandidates
    case .tour: return before.isEmpty ? tourCandidates : LineCompletions.none
    case .history, .more, .fix, .quit, .corrections, .undo: return LineCompletions.none
    case .help, .open, .read, .why, .cite, .explain, .correct, .alias, .split, .topic: return nil
    }
  }

  private func words(_ candidates: [LineCandidate]) -> LineCompletions {
    let lowered = typed.lowercased()
    return LineCompletions(
      replacedBytes: typed.utf8.count,
      candidates: candidates.filter { $0.text.lowercased().hasPrefix(lowered) })
  }

  private func settingCandidates(_ settings: Settings) -> [LineCandidate] {
    guard let name = before.first else {
      return SettingCatalog.all.map { definition in
        let value = TerminalText.sanitise(settings[definition.name].shown, lineBreaks: .blank)
        return LineCandidate(text: definition.name.rawValue, display: definition.name.rawValue, detail: value)
      }
    }
    guard before.count == 1, let definition = SettingCatalog.definition(named: name) else { return [] }
    let values = definition.shape.words + [definition.example, "default"]
    return values.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }.map {
      LineCandidate(text: $0, display: $0)
    }
  }

  private var describable: [LineCandidate] {
    let collections = QueryCollection.allCases.map { LineCandidate(text: $0.rawValue, display: $0.rawValue) }
    guard let first = before.first else { return collections }
    guard before.count == 1, let collection = QueryCollection(word: first) else { return [] }
    return FieldCatalog.fields(of: collection).map {
      LineCandidate(text: $0.field.rawValue, display: $0.field.rawValue)
    }
  }

  private var tourCandidates: LineCompletions {
    let found = words(TourWord.allCases.map { LineCandidate(text: $0.rawValue, display: $0.rawValue) })
    return found.candidates.isEmpty ? FileCompletion.completions(of: typed) : found
  }

  private var saveCandidates: LineCompletions {
    switch before.count {
    case 0: words([LineCandidate(text: "session as", display: "session as FILE")])
    case 1: words([LineCandidate(text: "as", display: "as FILE")])
    case 2: FileCompletion.completions(of: typed)
    case 3: words([LineCandidate(text: "replace", display: "replace")])
    default: LineCompletions.none
    }
  }

  /// Where a quotation mark stands that is not closed: a name with blanks is being typed.
  private static func quoteStart(_ text: Substring) -> Substring.Index? {
    var start: Substring.Index?
    for index in text.indices where text[index] == "\"" { start = start == nil ? index : nil }
    return start
  }
}
