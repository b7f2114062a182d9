//! The part of the manual page that is about the language: the catalogues of `help`, all of them.

internal import QuothQuery

/// Writes the sections on queries, commands and settings.
public enum LanguageManual {
  /// Appends the sections to a page that has its head already.
  public static func write(to page: inout Roff) {
    page.section("Queries")
    page.paragraph(
      "A query names what to look for, and narrows and arranges them clause by clause: quotes by Raisi where "
        + "topic = sanctions sort by date limit 5. A newline or ; ends it, unless the next line begins with | or white "
        + "space. # begins a comment. quoth and help WORD say more about each of the words below.")
    page.subsection("Collections")
    for collection in QueryCollection.allCases {
      let fields = FieldCatalog.fields(of: collection).map(\.field.rawValue).joined(separator: ", ")
      page.item(collection.rawValue, "\(collection.summary). Fields: \(fields).")
    }
    for (title, group) in groups {
      page.subsection(title)
      for piece in ClauseCatalog.all where piece.group == group { page.item(piece.form, "\(piece.summary).") }
    }
    page.section("Commands of the shell")
    for command in CommandCatalog.all { page.item(HelpRenderer.form(of: command), "\(command.summary).") }
    page.section("Settings")
    page.paragraph(
      "set NAME VALUE gives a setting another value, in the shell, in a script or in the start file.")
    for setting in SettingCatalog.all {
      page.item(
        setting.name.rawValue,
        "\(setting.summary). It can be \(HelpRenderer.choices(of: setting)), and is \(setting.initial.shown) to begin with."
      )
    }
  }

  private static let groups: [(String, ClauseDefinition.Group)] = [
    ("Names and sets of rows", .rows), ("Clauses", .clause), ("Stages", .stage), ("Statements", .statement),
    ("Conditions", .condition), ("Patterns", .pattern), ("Figures", .figure), ("Periods", .period),
  ]
}
