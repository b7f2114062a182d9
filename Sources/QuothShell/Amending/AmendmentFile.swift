//! The file that keeps what was corrected: read, changed by one at a time, and written whole.

internal import Glibc
internal import QuothQuery
internal import QuothRender

/// Where corrections of a corpus are kept.
public struct AmendmentFile: Hashable, Sendable {
  /// As it was given, or found beside the articles.
  public let path: String
  /// What its articles are called.
  let articles: String

  /// A file, whether it is there or not, and what its articles are called in its first line.
  public init(_ path: String, of articles: String) {
    self.path = path
    self.articles = TerminalText.sanitise(articles, lineBreaks: .blank)
  }

  /// Whether it is there.
  public var exists: Bool { TypedPath.exists(path) }

  /// What it holds; nil while there is none.
  func read() -> Result<AmendmentText?, SystemFailure> {
    guard exists else { return .success(nil) }
    return Script.read(file: path).map { AmendmentText(bytes: $0.text.bytes) }.mapError { failure in
      let lead = "\(path): "
      let message = failure.message
      return SystemFailure(message.hasPrefix(lead) ? String(message.dropFirst(lead.count)) : message)
    }
  }

  /// Puts the text in place of what it held when it was read, whole or not at all.
  func write(_ text: AmendmentText, over read: AmendmentText?) -> SystemFailure? {
    // Editors know no locks.
    guard case .success(let now) = self.read(), now == read else {
      return SystemFailure("somebody changed it at this moment")
    }
    switch WholeFile.open(path) {
    case .failure(let failure): return failure
    case .success(var file):
      text.bytes.withUnsafeBytes { file.write($0) }
      if case .failure(let failure) = file.close() { return failure }
      return nil
    }
  }

  /// Does something while no other session changes the file: between reading and writing, nobody's line is lost. Says
  /// whether it is so; where the file system knows no locks, as well as can be known.
  func locked<Done>(_ body: (_ isOurs: Bool) -> Done) -> Done {
    let folder = TypedPath.folder(of: path)
    // The folder is locked: the file may not be there yet, and another takes its place when it is written.
    let descriptor = Glibc.open(folder.isEmpty ? "." : folder, O_RDONLY | O_CLOEXEC | O_DIRECTORY)
    guard descriptor >= 0 else { return body(true) }
    defer { close(descriptor) }
    for _ in 0..<Self.patience {
      if flock(descriptor, LOCK_EX | LOCK_NB) == 0 || (errno != EWOULDBLOCK && errno != EINTR) {
        return body(true)
      }
      usleep(10_000)
    }
    return body(false)
  }

  /// Hundredths of a second to wait for another session.
  private static let patience = 300
}
