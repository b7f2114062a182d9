//! Completions for command shells: those that the parser of arguments makes, and the paths that it does not know of.

import ArgumentParser

/// Makes the scripts that complete `quoth`.
enum CompletionScripts {
  /// The first word may be a path too: the shell is a subcommand that nobody names.
  static func text(for shell: CompletionShell) -> String {
    let script = Quoth.completionScript(for: shell)
    switch shell {
    case .bash:
      return script.replacing("complete -o filenames -F", with: "complete -o filenames -o default -F")
    case .zsh:
      return script.replacing(
        "        _describe -V subcommand subcommands && ret=0\n",
        with: "        _describe -V subcommand subcommands && ret=0\n        _files && ret=0\n")
    case .fish:
      let paths = "'__quoth_should_offer_completions_for_positional \"quoth\" -ge 1' -F"
      return script + "\ncomplete -c 'quoth' -n \(paths)"
    default: return script
    }
  }
}
