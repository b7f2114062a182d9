//! Statements from a file, a pipe, the command line or a prompt.

internal import Glibc
public import QuothQuery

/// A text of statements and where it came from.
public struct Script: Sendable {
  /// The file's name as given; nil for text that has no place to name.
  public let name: String?
  public let text: QueryText

  public init(name: String?, text: String) {
    self.init(name: name, text: QueryText(text))
  }

  init(name: String?, text: QueryText) {
    self.name = name
    self.text = text
  }

  /// Reads a file of statements; `-` is standard input.
  public static func read(_ path: String) -> Result<Script, ScriptFailure> {
    let isStandardInput = path == "-"
    let name = isStandardInput ? "stdin" : path
    do throws(SystemFailure) {
      var windows = isStandardInput ? try FileWindows(ofOpen: STDIN_FILENO) : try FileWindows(path)
      return .success(Script(name: name, text: QueryText(bytes: try windows.rest())))
    } catch {
      return .failure(ScriptFailure(message: "\(name): \(error.reason)"))
    }
  }
}

/// Why a script cannot be read.
public struct ScriptFailure: Error {
  public let message: String
}
