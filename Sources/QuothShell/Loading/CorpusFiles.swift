//! Which files a corpus is read from.

import Glibc

/// Something that could not be read, and was left out.
public struct LoadingIssue: Hashable, Sendable {
  /// The file, and the line where there is one: `news.jsonl:12`.
  public let place: String
  public let message: String

  public init(place: String, message: String) {
    self.place = place
    self.message = message
  }
}

/// Finds article files.
enum CorpusFiles {
  /// What an article file's name ends in.
  static let endings = [".txt", ".jsonl", ".ndjson"]

  /// The article files at the paths: files as they are, folders with all that is in them, sorted by name.
  static func find(_ paths: [String]) -> (files: [String], issues: [LoadingIssue]) {
    var search = Search()
    for path in paths { search.add(path) }
    return (search.files, search.issues)
  }

  static func isArticleFile(_ path: String) -> Bool {
    let lowered = path.lowercased()
    return endings.contains { lowered.hasSuffix($0) }
  }
}

extension stat {
  /// Whether it is a pipe, with or without a name.
  fileprivate var isPipe: Bool { st_mode & S_IFMT == S_IFIFO }
}

/// A walk over folders.
private struct Search {
  var files: [String] = []
  var issues: [LoadingIssue] = []
  /// Folders entered, by device and number: a link back to one of them ends there.
  private var entered: Set<[UInt64]> = []

  mutating func add(_ path: String) {
    var status = stat()
    guard stat(path, &status) == 0 else {
      let reason = errno == ENOENT ? "there is no such file or folder" : String(cString: strerror(errno))
      issues.append(LoadingIssue(place: path.isEmpty ? "‘’" : path, message: reason))
      return
    }
    if status.st_mode & S_IFMT == S_IFDIR {
      let before = (files.count, issues.count)
      addFolder(path, status)
      if before == (files.count, issues.count) {
        issues.append(LoadingIssue(place: path, message: "the folder holds no .txt, .jsonl or .ndjson file"))
      }
    } else if CorpusFiles.isArticleFile(path) || status.isPipe || isOpenFile(path, status) {
      files.append(path)
    } else {
      issues.append(LoadingIssue(place: path, message: "not a .txt, .jsonl or .ndjson file"))
    }
  }

  /// A file that the command shell has opened, such as `/dev/fd/3`: its name has no ending.
  private func isOpenFile(_ path: String, _ status: stat) -> Bool {
    let folders = ["/dev/fd/", "/proc/self/fd/", "/dev/stdin"]
    return status.st_mode & S_IFMT == S_IFREG && folders.contains { path.hasPrefix($0) }
  }

  private mutating func addFolder(_ path: String, _ status: stat) {
    guard entered.insert([UInt64(status.st_dev), UInt64(status.st_ino)]).inserted else { return }
    guard let folder = opendir(path) else {
      issues.append(LoadingIssue(place: path, message: SystemFailure().reason))
      return
    }
    var names: [String] = []
    while let entry = readdir(folder) {
      let name = withUnsafeBytes(of: entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      if !name.hasPrefix(".") { names.append(name) }
    }
    closedir(folder)
    for name in names.sorted(by: { $0.utf8.lexicographicallyPrecedes($1.utf8) }) {
      let inner = path.hasSuffix("/") ? path + name : path + "/" + name
      var innerStatus = stat()
      guard stat(inner, &innerStatus) == 0 else { continue }
      if innerStatus.st_mode & S_IFMT == S_IFDIR {
        addFolder(inner, innerStatus)
      } else if innerStatus.st_mode & S_IFMT == S_IFREG, CorpusFiles.isArticleFile(name) {
        files.append(inner)
      }
    }
  }
}
