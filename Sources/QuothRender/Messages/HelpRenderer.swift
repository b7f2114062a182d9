//! Help, all of it from the catalogues.

internal import QuothBasics
public import QuothQuery

/// Renders help pages. Examples speak of the corpus that `source` knows.
public struct HelpRenderer {
  /// Columns that pages must fit in; nil where they may be as wide as they are.
  public let width: Int?
  /// Whether roles of text have colours.
  public let style: TextStyle
  private let source: any ExampleSource

  public init(width: Int? = nil, style: TextStyle = .plain, examples source: any ExampleSource = NoExamples())
  {
    self.width = width
    self.style = style
    self.source = source
  }

  /// What can be asked, on one screen.
  public func overview() -> String {
    var page = ""
    page += heading("A question names a collection and narrows it:")
    for example in source.filled(Self.first) {
      page += "  \(style.apply(.quotation, to: example))\n"
    }
    page += heading("\nCollections")
    page += rows(QueryCollection.allCases.map { ($0.rawValue, $0.summary) })
    page += heading("\nClauses")
    page += rows(of: [.clause])
    page += heading("\nGoing on")
    page += rows(of: [.rows, .stage, .statement])
    page += heading("\nAnalyses of rows")
    page += rows(
      ClauseCatalog.all.filter { $0.group == .analysis }.map { ("| \($0.name)", $0.shortSummary) })
    page += heading("\nCommands")
    page += rows(CommandCatalog.all.map { (HelpRenderer.form(of: $0), $0.summary) })
    let more = StyledText(
      "More: help WORD, such as help quotes, help where, help topics, help settings, help keys, help errors")
    return page + "\n" + more.wrapped(to: width).map { $0.plain + "\n" }.joined()
  }

  private static let first: [Template] = [
    "quotes by {speaker}", "quotes by {speaker} where topic = {topic}", "quotes group by speaker",
  ]

  /// The page about a word, or nil when there is none; near words are then in `suggestions(for:)`.
  public func page(about topic: String) -> String? {
    var pages: [String] = []
    if let collection = HelpRenderer.collection(topic) { pages.append(page(about: collection)) }
    pages += ClauseCatalog.definitions(named: topic).map { page(about: $0) }
    if let command = CommandCatalog.definition(named: topic) { pages.append(page(about: command)) }
    if let setting = SettingCatalog.definition(named: topic) { pages.append(page(about: setting)) }
    if let field = fieldPage(topic) { pages.append(field) }
    if let column = AnalysisColumn(rawValue: topic.lowercased()), FieldCatalog.isNoField(topic) {
      pages.append(
        heading("\(column.rawValue): a column of analyses") + paragraph(column.summary)
          + examples([column.example]))
    }
    if let error = errorPage(topic) { pages.append(error) }
    if topic.lowercased() == "settings" { pages.append(settings { $0.initial }) }
    switch topic.lowercased() {
    case "keys", "key", "keyboard": pages.append(heading("Keys of the prompt") + rows(HelpRenderer.keys))
    case "errors", "error":
      pages.append(
        heading("Errors, warnings and notes")
          + rows(DiagnosticCatalog.all.map { ($0.id.rawValue, $0.title) })
          + paragraph("help and one of these words says more."))
    default: break
    }
    if let list = HelpRenderer.lists[topic.lowercased()] { pages.append(page(listing: list)) }
    return pages.isEmpty ? nil : pages.joined(separator: "\n")
  }

  /// Words that have a page and are spelled nearly like this.
  public func suggestions(for topic: String) -> [String] {
    let fields = Field.allCases.map(\.rawValue)
    let pieces =
      ClauseCatalog.all.map(\.name) + HelpRenderer.lists.keys.sorted() + ["settings", "keys", "errors"]
      + SettingName.allCases.map(\.rawValue) + AnalysisColumn.allCases.map(\.rawValue)
    let collections = QueryCollection.allCases.map(\.rawValue)
    let errors = DiagnosticID.allCases.map(\.rawValue)
    let known = collections + pieces + CommandCatalog.words + fields + errors
    let limit = topic.utf8.count > 4 ? 2 : 1
    let near = known.compactMap { word in
      EditDistance.between(topic, word, limit: limit).map { (word, $0) }
    }
    let least = near.map(\.1).min() ?? 0
    let words = near.filter { $0.1 == least }.map(\.0)
    return Array(words.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }.prefix(3))
  }
}

// Pages.
extension HelpRenderer {
  private func page(about collection: QueryCollection) -> String {
    var page = heading("\(collection.rawValue): \(collection.summary)")
    page += rows(
      FieldCatalog.fields(of: collection).map { ($0.field.rawValue, HelpRenderer.summary(of: $0)) })
    let shown = FieldCatalog.defaultColumns(of: collection).map(\.rawValue).joined(separator: ", ")
    return page + paragraph("Shown unless ‘show’ says otherwise: \(shown).") + examples(collection.examples)
  }

  /// A collection by its name or that of one of its rows: `quotes`, `quote`.
  private static func collection(_ topic: String) -> QueryCollection? {
    QueryCollection(word: topic) ?? QueryCollection.allCases.first { $0.singular == topic.lowercased() }
  }

  private func page(about clause: ClauseDefinition) -> String {
    heading(clause.form) + paragraph(clause.summary) + (clause.detail.map { paragraph($0) } ?? "")
      + examples(clause.examples)
  }

  private func page(about command: CommandDefinition) -> String {
    let aliases = command.aliases.isEmpty ? "" : " (also \(command.aliases.joined(separator: ", ")))"
    return heading(HelpRenderer.form(of: command)) + paragraph(command.summary + aliases)
      + examples(command.examples)
  }

  /// The page of an error by its id, with or without its brackets.
  private func errorPage(_ topic: String) -> String? {
    let bare = topic.lowercased().drop { $0 == "[" }
    guard let id = DiagnosticID(rawValue: bare.hasSuffix("]") ? String(bare.dropLast()) : String(bare)),
      let page = DiagnosticCatalog.page(of: id)
    else { return nil }
    let text =
      heading("\(id.rawValue): \(page.title)") + paragraph(page.explanation)
      + paragraph("What to do: \(page.remedy)")
    guard let example = source.filled(page.example) else { return text + examples([page.example]) }
    let lines = example.split(separator: "\n").map { DisplayWidth.truncate(String($0), to: 60) }
    return text + paragraph("An example of it:") + self.lines(of: lines)
  }

  /// The page of a field, of all collections or, as in `quotes.cue`, of one.
  private func fieldPage(_ topic: String) -> String? {
    let parts = topic.split(separator: ".", maxSplits: 1).map(String.init)
    let one = parts.count == 2 ? HelpRenderer.collection(parts[0]) : nil
    let name = one == nil ? topic : parts[1]
    let found = (one.map { [$0] } ?? QueryCollection.allCases).compactMap { collection in
      FieldCatalog.field(named: name, in: collection).flatMap {
        FieldCatalog.definition(of: $0, in: collection).map { (collection, $0) }
      }
    }
    guard let (first, definition) = found.first else { return nil }
    var page = heading("\(definition.field.rawValue): a field")
    let all = found.map { (name: $0.0.rawValue, text: HelpRenderer.summary(of: $0.1)) }
    if Set(all.map(\.text)).count == 1 {
      page += paragraph("\(all[0].text); of \(found.map(\.0.rawValue).joined(separator: ", "))")
    } else {
      page += rows(all.map { ($0.name, $0.text) })
    }
    page += paragraph("What applies: \(DiagnosticMessages.operators(of: definition.type))")
    return page + lines(of: definition.examples(in: first, from: source))
  }

  private typealias List = (title: String, group: ClauseDefinition.Group)

  /// Words for several pieces of the language at once.
  private static let lists: [String: List] = [
    "conditions": ("Conditions", .condition), "condition": ("Conditions", .condition),
    "operators": ("Conditions", .condition), "patterns": ("Patterns", .pattern),
    "pattern": ("Patterns", .pattern), "figures": ("Figures", .figure), "aggregates": ("Figures", .figure),
    "functions": ("Figures", .figure), "periods": ("Periods", .period), "clauses": ("Clauses", .clause),
    "analyses": ("Analyses", .analysis), "analysis": ("Analyses", .analysis),
    "statistics": ("Analyses", .analysis), "stages": ("Stages", .stage), "pipe": ("Stages", .stage),
    "sets": ("Names and sets of rows", .rows),
    "names": ("Names and sets of rows", .rows),
  ]

  private func page(listing list: List) -> String {
    heading(list.title) + rows(of: [list.group])
  }

  private func rows(of groups: [ClauseDefinition.Group]) -> String {
    rows(
      groups.flatMap { group in ClauseCatalog.all.filter { $0.group == group } }.map { ($0.form, $0.summary) }
    )
  }

  private static func summary(of field: FieldDefinition) -> String {
    switch field.type {
    case .choice(let choices): "\(field.summary) (\(choices.joined(separator: ", ")))"
    case .text, .name, .integer, .decimal, .date, .yesNo:
      field.isList ? "\(field.summary) (several)" : field.summary
    }
  }

  /// How a command is written: `why N`.
  public static func form(of command: CommandDefinition) -> String {
    guard command.form.isEmpty else { return "\(command.name.rawValue) \(command.form)" }
    return switch command.argument {
    case .none: command.name.rawValue
    case .rowNumber: "\(command.name.rawValue) N"
    case .optionalTopic: "\(command.name.rawValue) [WORD]"
    case .restOfLine, .amendment: "\(command.name.rawValue) …"
    case .query: "\(command.name.rawValue) QUERY"
    }
  }
}

// Layout.
extension HelpRenderer {
  func heading(_ text: String) -> String {
    guard !text.hasPrefix("\n") else { return "\n" + heading(String(text.dropFirst())) }
    return StyledText(text, .heading).wrapped(to: width).map { $0.rendered(style) + "\n" }.joined()
  }

  func paragraph(_ text: String) -> String {
    StyledText(text).wrapped(to: width.map { max(20, $0 - 2) }).map { "  \($0.rendered(style))\n" }.joined()
  }

  /// The examples that the corpus has something for; why there are none, where it has for none.
  func examples(_ templates: [Template]) -> String {
    let filled = source.filled(templates)
    if filled.isEmpty, let lack = source.lack(for: templates) {
      return paragraph("There is no example of it in these articles: \(lack).")
    }
    return lines(of: filled)
  }

  func lines(of examples: [String]) -> String {
    examples.map { "    \(style.apply(.quotation, to: $0))\n" }.joined()
  }

  func rows(_ rows: [(String, String)]) -> String {
    let left = min(36, rows.map { DisplayWidth.of($0.0) }.max() ?? 0)
    if let width, width < left + 24 { return narrowRows(rows, width) }
    var text = ""
    for (name, summary) in rows {
      let room = width.map { max(20, $0 - left - 4) }
      let lines = StyledText(summary).wrapped(to: room).map { $0.rendered(style) }
      let pad = String(repeating: " ", count: max(0, left - DisplayWidth.of(name)))
      text += "  \(style.apply(.suggestion, to: name))\(pad)  \(lines.first ?? "")\n"
      for line in lines.dropFirst() { text += String(repeating: " ", count: left + 4) + line + "\n" }
    }
    return text
  }

  /// Without room for two columns, each summary stands below its name.
  private func narrowRows(_ rows: [(String, String)], _ width: Int) -> String {
    rows.map { name, summary in
      let lines = StyledText(summary).wrapped(to: max(16, width - 6)).map { "      \($0.rendered(style))\n" }
      return "  \(style.apply(.suggestion, to: name))\n" + lines.joined()
    }.joined()
  }
}
