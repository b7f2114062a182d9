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

  /// The folder part of a path, with its slash; empty when it has none.
  static func folder(of path: String) -> String {
    path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
  }
}
