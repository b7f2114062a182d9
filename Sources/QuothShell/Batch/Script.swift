//! Statements from a file, a pipe, the command line or a prompt.

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
    do throws(SourceFailure) {
      let bytes = try isStandardInput ? DescriptorSource().readAll() : OpenFile.contents(of: path)
      return .success(Script(name: name, text: QueryText(bytes: bytes)))
    } catch {
      let issue = LoadingIssue(error, file: name, position: 0, lostLine: nil)
      return .failure(ScriptFailure(message: "\(issue.place): \(issue.message)"))
    }
  }
}

/// Why a script cannot be read.
public struct ScriptFailure: Error {
  public let message: String
}
