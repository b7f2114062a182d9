//! `help`: what can be asked.

internal import QuothQuery

/// Explains the language, or one word of it.
struct HelpCommand {
  let rendering: Rendering

  func run(_ argument: CommandArgument) -> Outcome { Outcome() }
}
