//! `quoth generate`: what is installed beside the program, and its documentation, from the same definitions as the program.

import ArgumentParser
import QuothRender
import QuothShell

/// Something that is made from the definitions of the language and of the command line.
enum GeneratedText: String, CaseIterable, ExpressibleByArgument {
  case man, bash, zsh, fish, vim, textmate, reference, tutorial

  /// The document of examples that it is, if it is one.
  var document: Document? {
    switch self {
    case .reference: .reference
    case .tutorial: .tutorial
    case .man, .bash, .zsh, .fish, .vim, .textmate: nil
    }
  }

  /// Nil when it cannot be made without articles.
  func text() -> String? {
    switch self {
    case .reference, .tutorial: nil
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
    commandName: "generate",
    abstract: "Print a manual page, completions, colours for editors, or documentation.",
    shouldDisplay: false)

  @Option(name: .customLong("corpus"), help: "The articles that examples are about.", completion: .file())
  var corpus: [String] = []

  @Argument(help: "What to print.")
  var kind: GeneratedText

  func run() throws {
    if let document = kind.document {
      return try Launch.finish(
        Launch(paths: corpus, loading: LoadingOptions(), corrections: .none).write(document))
    }
    guard let text = kind.text() else { throw ExitCode(ExitStatus.data.code) }
    try Launch.finish(StandardStreams.write(text.hasSuffix("\n") ? text : text + "\n"))
  }
}
