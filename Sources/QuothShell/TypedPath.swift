//! Paths as people type them, and where they lead.

internal import Glibc

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

  /// Whether something stands there that is no ordinary file: reading it might never end.
  static func isSpecial(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT != S_IFREG
  }

  /// The folder part of a path, with its slash; empty when it has none.
  static func folder(of path: String) -> String {
    path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
  }
}
