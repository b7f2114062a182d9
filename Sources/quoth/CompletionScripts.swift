//! Completions for command shells: those that the parser of arguments makes, and the paths that it does not know of.

import ArgumentParser

/// Makes the scripts that complete `quoth`.
enum CompletionScripts {
  /// The first word may be a path too: the shell is a subcommand that nobody names.
  static func text(for shell: CompletionShell) -> String {
    let script = Quoth.completionScript(for: shell)
    switch shell {
    case .bash:
      return withOptionsOfShell(
        script.replacing("complete -o filenames -F", with: "complete -o filenames -o default -F"))
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

  /// The root command has no options but those of the shell, which the parser's script of bash does not know of. A
  /// script that is made otherwise stays as it is.
  private static func withOptionsOfShell(_ script: String) -> String {
    let bare = """
          local -a non_repeating_flags=(--version -h --help)
          local -a repeating_options=()
          local -a non_repeating_options=()
          __quoth_offer_flags_options 0

      """
    guard script.contains(bare), let root = CommandDescription.ofProgram(),
      let open = root.subcommands?.first(where: { $0.commandName == Open._commandName })
    else { return script }
    let options = (open.arguments ?? []).filter { $0.shouldDisplay && $0.kind != "positional" }
    func words(_ kind: String, isRepeating: Bool) -> String {
      let found = options.filter { $0.kind == kind && $0.isRepeating == isRepeating }
      return found.flatMap { $0.names ?? [] }.map { $0.kind == "short" ? "-\($0.name)" : "--\($0.name)" }
        .joined(separator: " ")
    }
    let filled = """
          local -a non_repeating_flags=(\(words("flag", isRepeating: false)))
          local -a repeating_options=(\(words("option", isRepeating: true)))
          local -a non_repeating_options=(\(words("option", isRepeating: false)))
          __quoth_offer_flags_options 0

          # Their values are the same wherever they stand
          case "${prev}" in
          '--corrections'|'--topics'|'--corpus')
              __quoth_add_completions -f
              return
              ;;
          '--map')
              return
              ;;
          esac

      """
    return script.replacing(bare, with: filled)
  }
}
