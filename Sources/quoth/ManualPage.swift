//! quoth.1, from the definitions of the command line and the catalogues of the language.

import QuothRender
import QuothShell

/// Writes the manual page.
enum ManualPage {
  /// Nil when the command line cannot be described.
  static func text() -> String? {
    guard let root = CommandDescription.ofProgram() else { return nil }
    var page = Roff()
    page.title("quoth", section: 1, source: "quoth \(QuothVersion.current)", manual: "User Commands")
    page.section("Name")
    page.paragraph("quoth - \(lowered(root.abstract ?? ""))")
    page.section("Synopsis")
    page.example(Quoth.synopsis)
    page.section("Description")
    for paragraph in paragraphs(root.discussion) { page.paragraph(paragraph) }
    let commands = (root.subcommands ?? []).filter { $0.shouldDisplay != false || $0.commandName == "open" }
    let shared = sharedOptions(of: commands)
    for command in commands where command.commandName != "help" { add(command, without: shared, to: &page) }
    page.section("Options of several commands")
    for option in shared {
      let names = commands.filter { ($0.arguments ?? []).contains(option) }.map { $0.commandName }
      // The shell is the default, and has no name that anyone types.
      add(
        option, of: " Of \(names.map { $0 == "open" ? "the shell" : $0 }.joined(separator: ", ")).", to: &page
      )
    }
    LanguageManual.write(to: &page)
    addSurroundings(to: &page)
    page.section("Examples")
    page.example([
      "quoth articles/", "quoth query --format csv 'quotes by Raisi show text, date'",
      "quoth run --output answers/ --param who=Castro weekly.query", "quoth test --update queries/",
      "quoth index articles/ -o articles.quoth",
    ])
    page.section("See also")
    page.paragraph("less(1), sqlite3(1). In the shell, help, describe and explain.")
    return page.text
  }

  /// Options that are the same in several commands: they are told once.
  private static func sharedOptions(of commands: [CommandDescription]) -> [ArgumentDescription] {
    var counts: [ArgumentDescription: Int] = [:]
    let all = commands.flatMap { $0.arguments ?? [] }.filter { $0.shouldDisplay && !isEverywhere($0) }
    for argument in all { counts[argument, default: 0] += 1 }
    var shared: [ArgumentDescription] = []
    for argument in all where argument.kind != "positional" && counts[argument, default: 0] > 1 {
      if !shared.contains(argument) { shared.append(argument) }
    }
    return shared
  }

  private static func add(_ argument: ArgumentDescription, of commands: String = "", to page: inout Roff) {
    let value = argument.defaultValue.map { "The default is \($0)." }
    let words = [argument.abstract, argument.discussion, value].compactMap(\.self).map { words in
      words.hasSuffix(".") ? words : words + "."
    }
    page.item(argument.form, words.joined(separator: " ") + commands)
  }

  private static func add(
    _ command: CommandDescription, without shared: [ArgumentDescription], to page: inout Roff
  ) {
    page.section(command.commandName == "open" ? "quoth" : "quoth \(command.commandName)")
    page.paragraph(command.abstract ?? "")
    for paragraph in paragraphs(command.discussion) { page.paragraph(paragraph) }
    for argument in command.arguments ?? []
    where argument.shouldDisplay && !isEverywhere(argument) && !shared.contains(argument) {
      add(argument, to: &page)
    }
  }

  private static func isEverywhere(_ argument: ArgumentDescription) -> Bool {
    argument.names?.contains { $0.name == "help" || $0.name == "version" } ?? false
  }

  private static func addSurroundings(to page: inout Roff) {
    page.section("Exit status")
    for status in ExitStatus.allCases { page.item(String(status.code), status.meaning) }
    page.section("Environment")
    page.item("QUOTH_CORPUS", "Articles to read where no path is given.")
    page.item(
      "QUOTH_PAGER, PAGER", "The program that shows answers longer than the screen; less without them.")
    page.item("NO_COLOR", "Any value turns colours off.")
    page.item("XDG_CONFIG_HOME, XDG_STATE_HOME", "Where the files below lie instead.")
    page.section("Files")
    page.item("~/.config/quoth/rc", "Statements that run at each start of the shell at a terminal.")
    page.item(
      "NAME.corrections",
      "What was corrected at the prompt, beside the articles at NAME; see Commands of the shell.")
    page.item("~/.local/state/quoth/history", "Past statements, a line each.")
    page.item("~/.local/state/quoth/tour", "How far tours went.")
    page.item("~/.editrc", "Keys of the prompt; see editrc(5).")
    page.item(
      "*.query, *.answers, test.options",
      "Scripts, their stored answers, and how the scripts of a folder are tested.")
  }

  private static func paragraphs(_ text: String?) -> [String] {
    (text ?? "").split(separator: "\n").map(String.init)
  }

  private static func lowered(_ text: String) -> String {
    let words = text.hasSuffix(".") ? text.dropLast() : text[...]
    return words.prefix(1).lowercased() + words.dropFirst()
  }
}

extension ExitStatus {
  /// What the manual says of it.
  fileprivate var meaning: String {
    switch self {
    case .success: "Success."
    case .queryError: "A query cannot be run, an expectation failed, or a test did."
    case .usage: "The command line is wrong."
    case .syntax: "A query has wrong syntax."
    case .data: "Articles cannot be read, or results cannot be written."
    case .defect:
      "A defect in quoth stopped it. One line names the article it was reading; --skip goes on without that one."
    case .interrupted: "Interrupted by Ctrl-C."
    }
  }
}
