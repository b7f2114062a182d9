//! Which files a corpus is read from, and what tables beside them say.

import Glibc
internal import QuothExtraction

/// A file to be read.
struct FoundFile {
  let place: SystemPath
  /// Bytes; nil for pipes, which have no size to tell.
  let size: Int?
  /// What the table beside it says of its article.
  var details: ArticleDetails?

  /// What it is called in messages and keys.
  var path: String { place.text }
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
  /// Folders entered, and for which of the paths: a link back to one of them ends there.
  private var entered: [FolderID: Int] = [:]
  /// How many paths have been looked at.
  private var pathCount = 0

  /// A folder, whatever path leads to it.
  private struct FolderID: Hashable {
    let device: UInt64
    let number: UInt64

    init(_ status: stat) { (device, number) = (UInt64(status.st_dev), UInt64(status.st_ino)) }
  }

  /// What became of a folder.
  private enum Entry {
    /// Something in it is read, or told of.
    case entered
    /// What it holds has come with an earlier path.
    case alreadyRead
    case empty
  }

  init(fields: FieldNames) { sidecars = Sidecars(fields: fields) }

  mutating func add(_ path: String) {
    pathCount += 1
    let status: stat
    do throws(SystemFailure) {
      status = try SystemPath(path).status()
    } catch {
      return tell(path.isEmpty ? "‘’" : path, error)
    }
    if status.isFolder {
      let entry = addFolder(SystemPath(path), status)
      found.notes += LoadingMessages.passedOver(passedOver, path)
      passedOver = []
      defer { snapshots = [] }
      switch entry {
      case .entered: break
      case .alreadyRead: found.notes.append(LoadingIssue(place: path, message: "the folder is read already"))
      case .empty:
        found.issues.append(
          LoadingIssue(place: path, message: LoadingMessages.noArticles(in: path, snapshots: snapshots)))
      }
    } else if ArticleFormat.named(path) != nil || status.isPipe || isOpenFile(path, status) {
      if status.isFile { sidecars.look(in: Sidecars.folder(of: path)) }
      append(SystemPath(path), status)
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

  /// Whether a folder holds what a browser saved beside a page: `Ferry_files` beside `Ferry.html`.
  private static func isPageFolder(_ name: String, among names: [[UInt8]]) -> Bool {
    guard let ending = ["_files", "-Dateien", "_archivos", "_fichiers", "_file"].first(where: name.hasSuffix)
    else {
      return false
    }
    let page = name.dropLast(ending.count)
    return [".html", ".htm"].contains { names.contains(Array((page + $0).utf8)) }
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

  private mutating func append(_ place: SystemPath, _ status: stat) {
    found.files.append(FoundFile(place: place, size: status.isFile ? Int(status.st_size) : nil))
  }

  private mutating func tell(_ path: String, _ failure: SystemFailure) {
    let reason = failure.isMissing ? "there is no such file or folder" : failure.reason
    found.issues.append(LoadingIssue(place: path, message: reason))
  }

  private mutating func addFolder(_ folder: SystemPath, _ status: stat) -> Entry {
    if let earlier = entered.updateValue(pathCount, forKey: FolderID(status)) {
      return earlier == pathCount ? .empty : .alreadyRead
    }
    let names: [[UInt8]]
    do throws(SystemFailure) {
      let listing = try folder.names()
      names = listing.names
      if let failure = listing.failure { tell(folder.text, failure) }
    } catch {
      tell(folder.text, error)
      return .entered
    }
    sidecars.look(in: folder.text)
    let before = (found.files.count, found.issues.count)
    var holdsKnownFolders = false
    for name in names {
      let inner = folder.appending(name)
      let shown = String(decoding: name, as: UTF8.self)
      let isArticle = ArticleFormat.named(shown) != nil
      do throws(SystemFailure) {
        let status = try inner.status()
        if status.isFolder, Search.isPageFolder(shown, among: names) {
          found.notes.append(LoadingIssue(place: inner.text, message: LoadingMessages.pageFolder))
        } else if status.isFolder {
          if addFolder(inner, status) == .alreadyRead { holdsKnownFolders = true }
        } else if status.isFile, isArticle {
          append(inner, status)
        } else if status.isFile, SnapshotFile.hasEnding(shown) {
          snapshots.append(inner.text)
        } else if status.isFile, Search.isDocument(shown) {
          passedOver.append(inner.text)
        }
      } catch {
        // Such as a link that leads nowhere.
        if isArticle { tell(inner.text, error) }
      }
    }
    if before != (found.files.count, found.issues.count) { return .entered }
    return holdsKnownFolders ? .alreadyRead : .empty
  }

  /// The files with what tables say of them; the tables themselves are none of them.
  func finish() -> FoundFiles { sidecars.applied(to: found) }
}
