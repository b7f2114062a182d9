//! Statements from a file, a pipe, the command line or a prompt.

internal import Glibc
public import QuothQuery

/// A text of statements and where it came from.
public struct Script: Sendable {
  /// The file's name as given; nil for text that has no place to name.
  public let name: String?
  /// The statements, from `firstLine` on.
  public let text: QueryText
  /// Where it lies, when it goes by another name.
  private var path: String?
  /// The line of the file that the text begins at.
  public let firstLine: Int

  /// A text that is the whole of what goes by this name.
  public init(name: String?, text: String) {
    self.init(name: name, text: QueryText(text))
  }

  init(name: String?, text: QueryText, firstLine: Int = 1) {
    self.name = name
    self.text = text
    self.firstLine = firstLine
  }

  /// `weekly.query:12:8`; nil for text that has no place to name.
  func place(of range: SourceRange) -> String? {
    let position = text.position(at: range.start)
    return name.map { "\($0):\(position.line + firstLine - 1):\(position.column)" }
  }

  /// Reads a file of statements; `-` is standard input.
  public static func read(_ path: String) -> Result<Script, ScriptFailure> {
    path == "-"
      ? read(standardInput) { () throws(SourceFailure) in DescriptorSource() }
      : read(path) { () throws(SourceFailure) in try OpenFile(path, isCancelled: { false }).bytes }
  }

  /// Why these files cannot be read one after the other, before any is: standard input comes once.
  public static func failure(ofNames paths: [String]) -> ScriptFailure? {
    guard paths.count(where: { $0 == "-" }) > 1 else { return nil }
    return ScriptFailure(message: "- is given more than once; standard input can be read only once")
  }

  /// What standard input is called in messages.
  static let standardInput = "stdin"

  /// Reads a file of statements within a session, which must not wait for it.
  static func read(file path: String) -> Result<Script, ScriptFailure> {
    guard !TypedPath.isSpecial(path) else {
      return .failure(ScriptFailure(message: "\(path): it is no ordinary file"))
    }
    return read(path) { () throws(SourceFailure) in try OpenFile(path, isCancelled: { false }).bytes }
  }

  private static func read(
    _ name: String, _ open: () throws(SourceFailure) -> any ByteSource
  ) -> Result<Script, ScriptFailure> {
    do throws(SourceFailure) {
      return .success(Script(name: name, text: QueryText(bytes: try open().readAll())))
    } catch {
      let issue = LoadingIssue(error, file: name, position: 0, lostLine: nil)
      return .failure(ScriptFailure(message: "\(issue.place): \(issue.message)"))
    }
  }

  /// The folder that the script sees its neighbours from, with its slash; nil for a script that lies in none.
  var folder: String? {
    if let path { return TypedPath.folder(of: path) }
    guard let name, name != Self.standardInput else { return nil }
    return TypedPath.folder(of: name)
  }

  /// The same script under another name in messages.
  func named(_ name: String) -> Script {
    var renamed = Script(name: name, text: text, firstLine: firstLine)
    renamed.path = path ?? self.name
    return renamed
  }
}

/// Why a script cannot be read.
public struct ScriptFailure: Error {
  /// In words, without severity; it names the file.
  public let message: String
}
