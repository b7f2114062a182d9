//! `quoth generate`: what is installed beside the program, from the same definitions as the program.

import ArgumentParser
import QuothRender
import QuothShell

/// Something that is made from the definitions of the language and of the command line.
enum GeneratedText: String, CaseIterable, ExpressibleByArgument {
  case man, bash, zsh, fish, vim, textmate

  /// Nil when it cannot be made.
  func text() -> String? {
    switch self {
    case .man: ManualPage.text()
    case .bash: CompletionScripts.text(for: .bash)
    case .zsh: CompletionScripts.text(for: .zsh)
    case .fish: CompletionScripts.text(for: .fish)
    case .vim: VimSyntax.text
    case .textmate: TextMateGrammar.text
    }
  }
}

/// Prints one of them. For who packages quoth; the files of the project are compared with it by a test.
struct Generate: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "generate", abstract: "Print a manual page, completions or colours for editors.",
    shouldDisplay: false)

  @Argument(help: "What to print.")
  var kind: GeneratedText

  func run() throws {
    guard let text = kind.text() else { throw ExitCode(ExitStatus.data.code) }
    try Launch.finish(StandardStreams.write(text.hasSuffix("\n") ? text : text + "\n"))
  }
}
