//! Long answers through a program of the user's choice.

import CTerminal
import Glibc
import QuothShell

/// Runs a pager on the terminal.
final class ProgramPager: Pager {
  private var running: (process: Int32, pipe: Int32)?
  private var sink: DescriptorSink?
  /// The user's own options of less.
  private let hasOptionsOfLess = getenv("LESS") != nil

  /// What less shows below a page, in place of a colon; `-Ps` is its option for that.
  private static let prompt = " -Psspace goes on, q goes back to quoth$"

  func start(_ use: PagerUse, atLine line: Int) -> PagerStart {
    guard let chosen = Self.command(for: use), Self.isPager(chosen) else { return .none }
    let program = Self.program(of: chosen)
    guard program.isEmpty || Self.isInstalled(program) else { return .notFound(program) }
    // Written in UTF-8, whatever less thinks of the locale.
    setenv("LESSCHARSET", "utf-8", 0)
    // Who types on at a pager may not know it is one: less must write no file and run no program then.
    setenv("LESSSECURE", "1", 1)
    // Colours kept, long lines cut, the screen left as it is; a text that fits on it ends less, unless that was asked for.
    if !hasOptionsOfLess { setenv("LESS", (use == .always ? "-RSX" : "-FRSX") + Self.prompt, 1) }
    var pipe: Int32 = -1
    var process: Int32 = 0
    let full = line > 1 && Self.isLess(program) ? "\(chosen) +\(line)" : chosen
    guard cterminal_start_pager(full, &pipe, &process) == 0 else { return .notFound(program) }
    let sink = DescriptorSink(pipe)
    running = (process, pipe)
    self.sink = sink
    return .started(sink)
  }

  func finish() -> Bool {
    guard let running else { return true }
    sink?.flush()
    close(running.pipe)
    self.running = nil
    sink = nil
    let status = cterminal_wait(running.process)
    // Ctrl-C was for the pager.
    cterminal_forget_interrupt()
    // What the command shell says when there is no such program.
    return status != 127 && status != 126
  }

  // MARK: Choice

  /// What the setting or the environment asks for, or less where it is installed.
  private static func command(for use: PagerUse) -> String? {
    if case .command(let command) = use { return command }
    for name in ["QUOTH_PAGER", "PAGER"] {
      if let value = getenv(name) { return String(cString: value) }
    }
    return isInstalled("less") ? "less" : nil
  }

  /// An empty command, and `cat`, mean that no pager is wanted.
  private static func isPager(_ command: String) -> Bool {
    let words = command.split(whereSeparator: \.isWhitespace)
    return !words.isEmpty && words != ["cat"]
  }

  /// The program that a command starts first; empty where that is not plain to see, or the command shell's own.
  private static func program(of command: String) -> String {
    let words = command.split(whereSeparator: \.isWhitespace)
    // Variables may be set before it.
    guard let word = words.first(where: { !$0.contains("=") }) else { return "" }
    let program = word.prefix { !";|&".contains($0) }
    let isPlain = program.allSatisfy { $0.isLetter || $0.isNumber || "/._+-~".contains($0) }
    return isPlain && !shellWords.contains(String(program)) ? String(program) : ""
  }

  private static let shellWords: Set<String> = [
    "trap", "exec", "exit", "eval", "set", "cd", "command", "if", "while", "for", "until", "case", "read",
    "export",
  ]

  private static func isLess(_ program: String) -> Bool {
    program.split(separator: "/").last == "less"
  }

  private static func isInstalled(_ program: String) -> Bool {
    if program.contains("/") { return access(program, X_OK) == 0 }
    let folders = getenv("PATH").map { String(cString: $0) } ?? "/usr/bin:/bin"
    return folders.split(separator: ":").contains { access("\($0)/\(program)", X_OK) == 0 }
  }
}
