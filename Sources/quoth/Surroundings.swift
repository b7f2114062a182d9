//! What the process finds around it: a terminal or not, its width, its colours, the folder of seeds.

import CTerminal
import Glibc

/// Facts of the process' surroundings, asked once; the width, each time.
struct Surroundings: Sendable {
  let inputIsTerminal = isatty(STDIN_FILENO) == 1
  let outputIsTerminal = isatty(STDOUT_FILENO) == 1
  /// Standard error is a terminal that can rewrite a line.
  var messagesAreOnTerminal: Bool { isatty(STDERR_FILENO) == 1 && isCapable }
  /// The terminal understands more than plain text.
  let isCapable: Bool
  let usesColour: Bool
  let coloursMessages: Bool

  init() {
    let terminal = getenv("TERM").map { String(cString: $0) } ?? ""
    isCapable = !terminal.isEmpty && terminal != "dumb"
    let refusesColour = getenv("NO_COLOR").map { $0.pointee != 0 } ?? false
    usesColour = outputIsTerminal && isCapable && !refusesColour
    coloursMessages = isatty(STDERR_FILENO) == 1 && isCapable && !refusesColour
  }

  /// Columns of the terminal that results go to; nil when they go elsewhere and must not be cut.
  var columns: @Sendable () -> Int? {
    guard outputIsTerminal else { return { nil } }
    return {
      let columns = Int(cterminal_columns(STDOUT_FILENO))
      return columns > 0 ? columns : 80
    }
  }

  /// Lines of the terminal that results go to; nil when there is none that can show a screen at a time.
  var rows: @Sendable () -> Int? {
    guard outputIsTerminal, inputIsTerminal, isCapable else { return { nil } }
    return {
      let lines = Int(cterminal_lines(STDOUT_FILENO))
      return lines > 0 ? lines : 24
    }
  }

  /// Where the user's own statements for the start lie: `$XDG_CONFIG_HOME/quoth/rc` or `~/.config/quoth/rc`.
  static func startFile() -> String? {
    if let folder = getenv("XDG_CONFIG_HOME"), folder.pointee == UInt8(ascii: "/") {
      return String(cString: folder) + "/quoth/rc"
    }
    guard let home = getenv("HOME"), home.pointee == UInt8(ascii: "/") else { return nil }
    return String(cString: home) + "/.config/quoth/rc"
  }

  /// The folder `seeds`, or `share/quoth/seeds`, beside the executable or in a folder above it.
  static func seedsFolder() -> String? {
    var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
    let count = readlink("/proc/self/exe", &buffer, buffer.count)
    guard count > 0 else { return nil }
    var path = String(decoding: buffer[..<count].map { UInt8(bitPattern: $0) }, as: UTF8.self)
    while let slash = path.lastIndex(of: "/") {
      path = String(path[..<slash])
      // In the project; where an install puts them.
      for seeds in [path + "/seeds", path + "/share/quoth/seeds"] {
        var status = stat()
        if stat(seeds, &status) == 0, status.st_mode & S_IFMT == S_IFDIR { return shortened(seeds) }
      }
    }
    return nil
  }

  /// The path as seen from the working folder when it is within, for shorter places in messages.
  private static func shortened(_ path: String) -> String {
    guard let folder = getcwd(nil, 0) else { return path }
    defer { free(folder) }
    let prefix = String(cString: folder) + "/"
    return path.hasPrefix(prefix) ? String(path.dropFirst(prefix.count)) : path
  }
}
