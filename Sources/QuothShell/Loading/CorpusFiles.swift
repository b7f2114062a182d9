//! Which files a corpus is read from, and what tables beside them say.

import Glibc
internal import QuothExtraction

/// A file to be read.
struct FoundFile {
  let path: String
  /// Bytes; 0 for pipes.
  let size: Int
  /// What the table beside it says of its article.
  var details: ArticleDetails?
}

/// The files of some paths.
struct FoundFiles {
  var files: [FoundFile] = []
  /// What cannot be read.
  var issues: [LoadingIssue] = []
  /// What is worth knowing of the tables beside texts.
  var notes: [LoadingIssue] = []
}

/// Finds article files.
enum CorpusFiles {
  /// The article files at the paths: files as they are, folders with all that is in them, sorted by name.
  static func find(_ paths: [String], fields: FieldNames) -> FoundFiles {
    var search = Search(fields: fields)
    for path in paths { search.add(path) }
    return search.finish()
  }
}

extension stat {
  /// Whether it is a pipe, with or without a name.
  fileprivate var isPipe: Bool { st_mode & S_IFMT == S_IFIFO }
  fileprivate var isFolder: Bool { st_mode & S_IFMT == S_IFDIR }
  fileprivate var isFile: Bool { st_mode & S_IFMT == S_IFREG }
}

/// A walk over folders.
private struct Search {
  private var found = FoundFiles()
  private var sidecars: Sidecars
  /// Files within folders that may well hold articles, but in a form that is not read.
  private var passedOver: [String] = []
  /// Analysed corpora within folders, which are opened by their own names alone.
  private var snapshots: [String] = []
  /// Folders entered, by device and number: a link back to one of them ends there.
  private var entered: Set<[UInt64]> = []

  init(fields: FieldNames) { sidecars = Sidecars(fields: fields) }

  mutating func add(_ path: String) {
    var status = stat()
    guard stat(path, &status) == 0 else {
      let reason = errno == ENOENT ? "there is no such file or folder" : String(cString: strerror(errno))
      found.issues.append(LoadingIssue(place: path.isEmpty ? "‘’" : path, message: reason))
      return
    }
    if status.isFolder {
      let before = (found.files.count, found.issues.count)
      addFolder(path, status)
      found.notes += LoadingMessages.passedOver(passedOver, path)
      passedOver = []
      defer { snapshots = [] }
      if before == (found.files.count, found.issues.count) {
        found.issues.append(
          LoadingIssue(place: path, message: LoadingMessages.noArticles(in: path, snapshots: snapshots)))
      }
    } else if ArticleFormat.named(path) != nil || status.isPipe || isOpenFile(path, status) {
      if status.isFile { sidecars.look(in: Sidecars.folder(of: path)) }
      append(path, status)
    } else {
      found.issues.append(
        LoadingIssue(place: path, message: "not a file of articles: \(LoadingMessages.kindsOfFiles)"))
    }
  }

  /// A file that the command shell has opened, such as `/dev/fd/3`: its name has no ending.
  private func isOpenFile(_ path: String, _ status: stat) -> Bool {
    let folders = ["/dev/fd/", "/proc/self/fd/", "/dev/stdin"]
    return status.isFile && folders.contains { path.hasPrefix($0) }
  }

  private static func isDocument(_ name: String) -> Bool {
    let endings = [
      ".7z", ".bz2", ".doc", ".docx", ".epub", ".odt", ".parquet", ".pdf", ".rtf", ".tar", ".tgz", ".warc",
      ".xls",
      ".xlsx", ".xml", ".xz", ".zip",
    ]
    let lowered = name.lowercased()
    return endings.contains { lowered.hasSuffix($0) }
  }

  private mutating func append(_ path: String, _ status: stat) {
    found.files.append(FoundFile(path: path, size: status.isFile ? Int(status.st_size) : 0))
  }

  private mutating func addFolder(_ path: String, _ status: stat) {
    guard entered.insert([UInt64(status.st_dev), UInt64(status.st_ino)]).inserted else { return }
    guard let folder = opendir(path) else {
      found.issues.append(LoadingIssue(place: path, message: SystemFailure().reason))
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
    sidecars.look(in: path)
    for name in names.sorted(by: { $0.utf8.lexicographicallyPrecedes($1.utf8) }) {
      let inner = path.hasSuffix("/") ? path + name : path + "/" + name
      var innerStatus = stat()
      guard stat(inner, &innerStatus) == 0 else { continue }
      if innerStatus.isFolder {
        addFolder(inner, innerStatus)
      } else if innerStatus.isFile, ArticleFormat.named(name) != nil {
        append(inner, innerStatus)
      } else if innerStatus.isFile, SnapshotFile.hasEnding(name) {
        snapshots.append(inner)
      } else if innerStatus.isFile, Search.isDocument(name) {
        passedOver.append(inner)
      }
    }
  }

  /// The files with what tables say of them; the tables themselves are none of them.
  func finish() -> FoundFiles { sidecars.applied(to: found) }
}
