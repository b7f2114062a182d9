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

  /// Whether what stands there can be read once only: a pipe, a terminal.
  static func isStream(_ path: String) -> Bool {
    var status = stat()
    guard stat(path, &status) == 0 else { return false }
    return status.st_mode & S_IFMT != S_IFREG && status.st_mode & S_IFMT != S_IFDIR
  }

  /// As seen from everywhere.
  static func absolute(_ path: String) -> String {
    fromRoot(resolved(path))
  }

  /// A path as it stands, seen from the root.
  static func fromRoot(_ path: String) -> String {
    guard !path.hasPrefix("/"), let here = getcwd(nil, 0) else { return path }
    defer { free(here) }
    let folder = String(cString: here)
    let inner = path == "." ? "" : path.hasPrefix("./") ? String(path.dropFirst(2)) : path
    return inner.isEmpty ? folder : (folder == "/" ? "" : folder) + "/" + inner
  }

  /// Makes the folders of a path that are not there: all up to its last slash. Returns why one cannot be made, which
  /// matters only if what is to lie in them cannot be.
  static func makeFolders(of path: String, _ mode: mode_t) -> String? {
    var end = path.startIndex
    var failure: String?
    while let slash = path[end...].dropFirst().firstIndex(of: "/") {
      if mkdir(String(path[..<slash]), mode) != 0, errno != EEXIST, failure == nil {
        failure = String(cString: strerror(errno))
      }
      end = slash
    }
    return failure
  }

  /// The folder part of a path, with its slash; empty when it has none.
  static func folder(of path: String) -> String {
    path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
  }
}
