//! The reference of the language: the catalogues that help reads, with examples and their answers.

internal import QuothBasics
internal import QuothModel
internal import QuothQuery
internal import QuothRender

/// Writes the reference.
enum LanguageReference {
  /// The whole page, in Markdown, with examples and answers of a corpus.
  static func text(examplesFrom corpus: Corpus) -> String {
    var writer = ReferenceWriter(DocumentDesk(corpus))
    writer.writeAll()
    return writer.page.text
  }
}

private struct ReferenceWriter {
  let desk: DocumentDesk
  var page = MarkdownPage()

  init(_ desk: DocumentDesk) { self.desk = desk }

  mutating func writeAll() {
    page.heading(1, "The language of quoth")
    page.paragraph(
      "All words of the language, with examples and what the shell answers to them on the articles that come with it. "
        + "It is made from the same definitions as `help`, by `quoth generate reference`; in the shell, `help WORD` says "
        + "the same of the articles at hand. The [tutorial](tutorial.md) is for a first read.")
    page.paragraph(
      "A query names what to look for, and narrows and arranges them clause by clause. A newline or `;` ends it, unless "
        + "a bracket or quotation mark is open, a word is missing, or the next line begins with `|` or white space. `#` "
        + "begins a comment. Words of the language may be written in any case; names and texts in any case and with or "
        + "without accents. A name of several words needs quotation marks only where it holds signs or words of the "
        + "language.")
    writeCollections()
    for (title, introduction, group) in Self.groups {
      page.heading(2, title)
      page.paragraph(introduction)
      for piece in ClauseCatalog.all where piece.group == group { write(piece) }
    }
    writeColumns()
    writeCommands()
    writeSettings()
    writeErrors()
  }

  private static let groups: [(String, String, ClauseDefinition.Group)] = [
    ("Clauses", "They stand after the collection, in any order.", .clause),
    (
      "Conditions",
      "They stand after `where`. Where a value is missing, a comparison neither holds nor fails: the row "
        + "is left out, and the line below the answer says how many were.", .condition
    ),
    ("Patterns", "They stand in quotation marks after `contains` and in the analyses of words.", .pattern),
    ("Names and sets of rows", "What an answer is called, and what is made of several.", .rows),
    ("Figures", "They stand after `show`, mostly of groups.", .figure),
    ("Periods", "They divide time, in `group by`, `sort by` and `show`.", .period),
    ("Stages", "They stand after `|` and take the rows that come before it.", .stage),
    ("Analyses", "Stages that make a table of words, days or voices. The columns are told below.", .analysis),
    (
      "Statements", "What a line of the shell or of a script can be, besides a query and a command.",
      .statement
    ),
  ]

  // MARK: Parts

  private mutating func writeCollections() {
    page.heading(2, "Collections")
    page.paragraph("The first word of a query: what to look for.")
    for collection in QueryCollection.allCases {
      page.heading(3, collection.rawValue)
      page.paragraph(MarkdownPage.escaped(Self.sentence(collection.summary)))
      let shown = FieldCatalog.defaultColumns(of: collection)
      page.table(
        ["field", "holds", "what it is"],
        FieldCatalog.fields(of: collection).map { field in
          [field.field.rawValue, Self.words(for: field), field.summary]
        })
      page.paragraph(
        "Shown unless `show` says otherwise: "
          + shown.map { MarkdownPage.code($0.rawValue) }
          .joined(separator: ", ") + ".")
      write(examples: collection.examples)
    }
  }

  private mutating func write(_ piece: ClauseDefinition) {
    page.heading(3, MarkdownPage.code(piece.form))
    page.paragraph(MarkdownPage.escaped(Self.sentence(piece.summary)))
    if let detail = piece.detail { page.paragraph(MarkdownPage.escaped(detail)) }
    write(examples: piece.examples)
  }

  private mutating func writeColumns() {
    page.heading(2, "Columns of analyses")
    page.paragraph("What `show`, `where` and `sort by` can name after an analysis.")
    page.table(
      ["column", "what it is"],
      AnalysisColumn.allCases.map { [$0.rawValue, $0.summary] })
  }

  private mutating func writeCommands() {
    page.heading(2, "Commands")
    page.paragraph("They are for the shell, and stand alone on a line.")
    for command in CommandCatalog.all {
      page.heading(3, MarkdownPage.code(HelpRenderer.form(of: command)))
      let also =
        command.aliases.isEmpty
        ? "" : " Also " + command.aliases.map(MarkdownPage.code).joined(separator: ", ") + "."
      page.paragraph(MarkdownPage.escaped(Self.sentence(command.summary)) + also)
      write(examples: command.examples)
    }
  }

  private mutating func writeSettings() {
    page.heading(2, "Settings")
    page.paragraph("`set NAME VALUE` gives a setting another value, `set NAME` shows it.")
    page.table(
      ["setting", "can be", "at first", "what it does"],
      SettingCatalog.all.map {
        [$0.name.rawValue, HelpRenderer.choices(of: $0), $0.initial.shown, $0.summary]
      })
  }

  private mutating func writeErrors() {
    page.heading(2, "Errors, warnings and notes")
    page.paragraph(
      "By the name in brackets: `error[unknown-name]`. `help unknown-name` shows more, with an example.")
    page.table(
      ["name", "what it says", "what to do"],
      DiagnosticCatalog.all.map { [$0.id.rawValue, $0.title, $0.remedy] })
  }

  // MARK: Examples

  /// The first example with its answer, the others below it.
  private mutating func write(examples templates: [Template]) {
    let examples = desk.examples(templates)
    guard let first = examples.first(where: Self.isShown) else {
      if !examples.isEmpty { page.code(examples) }
      return
    }
    page.code(desk.transcript(of: first))
    let others = examples.filter { $0 != first }
    if !others.isEmpty { page.code(others) }
  }

  /// Whether an answer can stand on a page. These write files, need someone at a prompt, leave, or tell the time.
  private static func isShown(_ example: String) -> Bool {
    let command = CommandName(rawValue: String(example.prefix { $0 != " " }))
    if let command, [.help, .tour, .fix, .history, .source, .save, .quit, .set].contains(command) {
      return false
    }
    return !example.contains(" > \"") && !example.contains("analyze")
  }

  // MARK: Words

  /// `One article.`
  private static func sentence(_ summary: String) -> String {
    summary.prefix(1).uppercased() + summary.dropFirst() + (summary.hasSuffix(".") ? "" : ".")
  }

  private static func words(for field: FieldDefinition) -> String {
    switch field.type {
    case .text: field.isList ? "texts" : "text"
    case .name: field.isList ? "names" : "a name"
    case .choice(let choices): choices.joined(separator: ", ")
    case .integer, .decimal: "a number"
    case .date: "a date"
    case .yesNo: "yes or no"
    }
  }
}
