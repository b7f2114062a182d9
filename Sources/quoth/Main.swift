//! Where the process begins.

import ArgumentParser
import CTerminal
import Glibc
import QuothRender
import QuothShell

@main
enum Main {
  static func main() {
    StandardStreams.occupy()
    cterminal_ignore_broken_pipes()
    cterminal_tell_defects()
    if let paths = plainPaths(), QueryWords.refusal(ofPaths: paths) == nil {
      exit(Launch(paths: paths, loading: LoadingOptions(), format: .table).openShell().code)
    }
    do {
      var command = try Quoth.parseAsRoot()
      try command.run()
    } catch let code as ExitCode {
      exit(code.rawValue)
    } catch {
      exit(explain(error).code)
    }
  }

  /// The arguments when they are paths alone, as at most starts of the shell: the parser of arguments would take a
  /// fifth of the time to the prompt.
  private static func plainPaths() -> [String]? {
    let arguments = CommandLine.arguments.dropFirst()
    if let first = arguments.first, Quoth.subcommandNames.contains(first) { return nil }
    return arguments.contains { $0.hasPrefix("-") } ? nil : Array(arguments)
  }

  /// Writes what the parser of arguments has to say: help that was asked for is a result.
  private static func explain(_ error: any Error) -> ExitStatus {
    if Quoth.exitCode(for: error).isSuccess {
      return StandardStreams.write(Quoth.fullMessage(for: error) + "\n")
    }
    let messages = DescriptorSink(STDERR_FILENO)
    messages.write(UsageMessages.text(of: error, arguments: Array(CommandLine.arguments.dropFirst())))
    messages.flush()
    return .usage
  }
}
