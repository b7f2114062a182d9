//! Which files of corrections go with which articles.

internal import Glibc

extension AmendmentFile {
  /// The files that go with the articles at these paths; the first takes new corrections. They lie beside the
  /// articles: `news.corrections` for a folder `news`, for an index `news.quoth` of it, and for files in it, which may
  /// have one of their own too. `origins` are the paths that an index was made from. Empty for pipes, which have no
  /// place.
  public static func beside(_ paths: [String], origins: [String] = []) -> [AmendmentFile] {
    let named = paths.filter { !TypedPath.isStream($0) }.map(settled)
    var own: [AmendmentFile] = []
    for path in named { add(path, to: &own) }
    var shared: [AmendmentFile] = []
    for folder in named.filter({ kind(of: $0) == S_IFREG }).map(folder) { add(folder, to: &shared) }
    for origin in origins where kind(of: origin) != nil { add(settled(origin), to: &shared) }
    // Several files of one folder are, to people, the folder.
    let isFolder = named.count > 1 && shared.count == 1
    var all = isFolder ? shared : own
    for file in isFolder ? own : shared where !all.contains(where: { isSame($0.path, file.path) }) {
      all.append(file)
    }
    let kept = all.filter(\.exists)
    return kept + all.filter { !$0.exists }.prefix(kept.isEmpty ? 1 : 0)
  }

  private static func add(_ path: String, to files: inout [AmendmentFile]) {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    let file = AmendmentFile(path + ".corrections", of: name)
    if !files.contains(where: { isSame($0.path, file.path) }) { files.append(file) }
  }

  /// Whether two paths lead to one place, whether something is there or not.
  private static func isSame(_ left: String, _ right: String) -> Bool {
    func place(_ path: String) -> String {
      let folder = TypedPath.folder(of: path)
      return (whole(folder.isEmpty ? "." : folder) ?? folder) + "/" + path.dropFirst(folder.count)
    }
    return place(left) == place(right)
  }

  /// The path without what does not tell articles apart: links, a slash at its end, the ending of an index.
  private static func settled(_ path: String) -> String {
    var path = path
    while path.count > 1, path.hasSuffix("/") { path.removeLast() }
    let name = path.split(separator: "/").last.map(String.init) ?? "/"
    if [".", ".."].contains(name) || isLink(path), let whole = whole(path) { path = whole }
    if path.hasSuffix(SnapshotFile.ending) { path.removeLast(SnapshotFile.ending.count) }
    return path
  }

  /// The folder that a file lies in.
  private static func folder(of path: String) -> String {
    let folder = TypedPath.folder(of: path)
    return settled(folder.isEmpty ? "." : folder)
  }

  private static func kind(of path: String) -> mode_t? {
    var status = stat()
    return stat(path, &status) == 0 ? status.st_mode & S_IFMT : nil
  }

  private static func isLink(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFLNK
  }

  private static func whole(_ path: String) -> String? {
    guard let found = realpath(path, nil) else { return nil }
    defer { free(found) }
    return String(cString: found)
  }
}
