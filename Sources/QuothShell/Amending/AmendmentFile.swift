//! The file that keeps what was corrected: statements, one a line, for people to read and change.

internal import Glibc
internal import QuothBasics
internal import QuothModel
internal import QuothQuery

/// Where corrections of a corpus are kept.
public struct AmendmentFile: Hashable, Sendable {
  /// As it was given, or found beside the articles.
  public let path: String
  /// Beside the articles, where it need not be there.
  let isImplied: Bool

  /// A file that someone named.
  public init(_ path: String) { self.init(path, isImplied: false) }

  private init(_ path: String, isImplied: Bool) {
    self.path = path
    self.isImplied = isImplied
  }

  /// The one beside the first of these paths: `news.corrections` for a folder `news` and for an index `news.quoth`, so
  /// that both have the same. Nil for pipes, which have no place.
  public static func beside(_ paths: [String]) -> AmendmentFile? {
    guard var path = paths.first, !isPipe(path) else { return nil }
    if [".", ".."].contains(path.split(separator: "/").last.map(String.init) ?? "/"), let whole = whole(path)
    {
      path = whole
    }
    while path.count > 1, path.hasSuffix("/") { path.removeLast() }
    if path.hasSuffix(SnapshotFile.ending) { path.removeLast(SnapshotFile.ending.count) }
    return AmendmentFile(path + ".corrections", isImplied: true)
  }

  private static func isPipe(_ path: String) -> Bool {
    var status = stat()
    guard stat(path, &status) == 0 else { return false }
    return status.st_mode & S_IFMT != S_IFREG && status.st_mode & S_IFMT != S_IFDIR
  }

  private static func whole(_ path: String) -> String? {
    guard let found = realpath(path, nil) else { return nil }
    defer { free(found) }
    return String(cString: found)
  }

  /// What it holds; nil while there is none.
  func read() -> Result<Script?, ScriptFailure> {
    TypedPath.exists(path) ? Script.read(file: path).map { $0 } : .success(nil)
  }

  /// Whether it is there.
  public var exists: Bool { TypedPath.exists(path) }

  // MARK: Changes

  // The file is read and written again as a whole: what someone else wrote meanwhile is kept, and a full disk loses
  // nothing.

  /// Adds a line. Gives its number.
  func append(_ line: String, about articles: String) -> Result<Int, SystemFailure> {
    change { lines in
      if lines.isEmpty {
        lines = [
          "# What was corrected in \(articles). quoth applies each line when it reads the articles.",
          "# Lines can be changed and taken away; what stands behind # is not read.",
        ]
      }
      lines.append(line)
      return lines.count
    }
  }

  /// Makes comments of the lines, so that nothing is lost.
  func takeBack(_ range: ClosedRange<Int>, _ note: String) -> Result<Int, SystemFailure> {
    change { lines in
      for number in range where lines.indices.contains(number - 1) {
        lines[number - 1] = "# \(note): \(lines[number - 1])"
      }
      return range.lowerBound
    }
  }

  private func change(_ body: (inout [String]) -> Int) -> Result<Int, SystemFailure> {
    var lines: [String] = []
    switch read() {
    case .failure(let failure):
      let reason = failure.message.hasPrefix("\(path): ") ? failure.message.dropFirst(path.count + 2) : ""
      return .failure(SystemFailure(reason.isEmpty ? failure.message : String(reason)))
    case .success(nil): break
    case .success(let script?):
      guard let text = String(validating: script.text.bytes, as: UTF8.self) else {
        return .failure(SystemFailure("it is not UTF-8 text"))
      }
      lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
      if lines.last == "" { lines.removeLast() }
    }
    let number = body(&lines)
    return WholeFile.open(path).flatMap { file in
      var file = file
      file.write(lines.joined(separator: "\n") + "\n")
      return file.close().map { _ in number }
    }
  }
}
