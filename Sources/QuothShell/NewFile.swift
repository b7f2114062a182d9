//! Files that the shell writes: whole or not at all, and never over another unless that is asked for.

internal import Glibc

/// A file to be written.
struct NewFile {
  enum Existing {
    case keep, replace
  }

  let path: String

  /// Writes the file. Returns why it cannot be written.
  func write(_ text: String, existing: Existing) -> String? {
    // Beside it, so that putting it in its place moves no bytes.
    let temporary = path + ".\(getpid()).new"
    let descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { return Self.reason() }
    defer { unlink(temporary) }
    let failure = Self.fill(descriptor, with: Array(text.utf8))
    guard close(descriptor) == 0, failure == nil else { return failure ?? Self.reason() }
    switch existing {
    case .replace: return rename(temporary, path) == 0 ? nil : Self.reason()
    case .keep:
      // A link, unlike a rename, never takes the place of a file that came meanwhile.
      if link(temporary, path) == 0 { return nil }
      guard errno != EEXIST else { return "there is such a file already" }
      // Some file systems have no links.
      guard access(path, F_OK) != 0 else { return "there is such a file already" }
      return rename(temporary, path) == 0 ? nil : Self.reason()
    }
  }

  private static func fill(_ descriptor: Int32, with bytes: [UInt8]) -> String? {
    var written = 0
    while written < bytes.count {
      let count = bytes[written...].withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno != EINTR { return reason() }
      written += max(0, count)
    }
    return fsync(descriptor) == 0 || errno == EINVAL ? nil : reason()
  }

  private static func reason() -> String { String(cString: strerror(errno)) }
}

/// Paths as people type them.
enum TypedPath {
  /// With `~/` as the home folder, and, unless it begins at the root, as seen from `folder`.
  static func resolved(_ path: String, from folder: String? = nil) -> String {
    if path == "~" || path.hasPrefix("~/"), let home = getenv("HOME") {
      return String(cString: home) + path.dropFirst()
    }
    guard let folder, !path.hasPrefix("/") else { return path }
    return folder + path
  }

  static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

  /// The folder part of a path, with its slash; empty when it has none.
  static func folder(of path: String) -> String {
    path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
  }
}
