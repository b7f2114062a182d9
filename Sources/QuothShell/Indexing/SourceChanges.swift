//! What has become of the files of a snapshot.

internal import Glibc
internal import QuothExtraction

/// Files that are not as they were.
struct SourceChanges {
  /// How many files are looked at when a snapshot is opened; looking takes a microsecond or two each.
  static let lookedAt = 10_000
  /// A file whose time alone has changed is read up to this size, and taken as changed beyond.
  private static let readSize = 4 << 20

  private(set) var changed = 0
  private(set) var gone = 0
  private(set) var new = 0
  private let known: Int

  /// Looks at the files that were read, and for new ones in the folders that were named.
  init(_ origin: SnapshotOrigin) {
    known = origin.files.count
    for file in origin.files {
      guard let (size, modified) = SourceState.status(file.path, S_IFREG) else {
        gone += 1
        continue
      }
      if size == file.size, modified == file.modified { continue }
      let isSame =
        size == file.size && size <= Self.readSize && SourceState.checksum(of: file.path) == file.checksum
      if !isSame { changed += 1 }
    }
    let foldersChanged = origin.folders.contains { folder in
      SourceState.status(folder.path, S_IFDIR).map { $0.modified != folder.modified } ?? false
    }
    guard foldersChanged, known < Self.lookedAt else { return }
    let paths = Set(origin.files.map(\.path))
    let folders = origin.paths.filter { SourceState.status($0, S_IFDIR) != nil }
    new = CorpusFiles.find(folders, fields: .standard).files.count { !paths.contains($0.path) }
  }

  /// What to say; nil where all is as it was, or nothing of it is left: then the snapshot was taken elsewhere.
  func text(_ file: String, _ paths: [String]) -> String? {
    guard changed + gone + new > 0, gone < known else { return nil }
    var parts: [String] = []
    let files = "\(known) \(known == 1 ? "file" : "files")"
    if changed > 0 { parts.append("\(changed) of \(files) \(changed == 1 ? "has" : "have") changed") }
    if gone > 0 { parts.append("\(gone) of \(files) \(gone == 1 ? "is" : "are") gone") }
    if new > 0 { parts.append("\(new) \(new == 1 ? "file is" : "files are") new") }
    let sources = paths.isEmpty || paths.count > 3 ? "PATH…" : paths.map(Self.quoted).joined(separator: " ")
    let target = Self.quoted(file)
    let way =
      changed + gone > 0
      ? "`quoth index \(sources) -o \(target)` reads all again"
      : "`quoth index --add \(sources) -o \(target)` adds what is new"
    return "\(file): since it was made, \(parts.joined(separator: ", ")); \(way)"
  }

  /// A word of the command shell.
  static func quoted(_ path: String) -> String {
    let isPlain = path.unicodeScalars.allSatisfy {
      $0.properties.isAlphabetic || ("0"..."9").contains($0) || "/._-+,:@%".unicodeScalars.contains($0)
    }
    return isPlain ? path : "'" + path.replacing("'", with: "'\\''") + "'"
  }
}
