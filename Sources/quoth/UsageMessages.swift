//! What is said of a command line that cannot be understood: one line of what is wrong, one of the way out.

import ArgumentParser
import QuothRender

/// Words what the parser of arguments complains of.
enum UsageMessages {
  static func text(of error: any Error, arguments: [String]) -> String {
    let command = arguments.first.flatMap { Quoth.subcommandNames.contains($0) ? " \($0)" : nil } ?? ""
    let text = TerminalText.sanitise(complaint(Quoth.message(for: error)), lineBreaks: .kept)
    return "quoth: \(text)\nquoth\(command) --help tells what can be given\n"
  }

  /// The parser's own words without its guesses that are far off: an option has to begin as the one that is offered.
  private static func complaint(_ message: String) -> String {
    var text = message
    if let guess = message.firstMatch(of: #/'-*([^']+)'\. Did you mean '-*([^']+)'\?/#),
      guess.output.1.prefix(2) != guess.output.2.prefix(2)
    {
      text.replace(#/ Did you mean '[^']+'\?/#, with: "")
    }
    // Ours begin in small letters and have no full stop.
    if text.last == "." { text.removeLast() }
    return text.prefix(1).lowercased() + text.dropFirst()
  }
}
