//! Names of files for TAB.

internal import Glibc
internal import QuothRender

/// Completes paths.
enum FileCompletion {
  /// More in one folder are not looked at: TAB has to answer at once.
  private static let entryLimit = 5_000

  /// When a name stands in quotation marks.
  enum Marking {
    /// Where a blank or another sign would end it.
    case asNeeded
    /// Always, as a query wants it.
    case always
  }

  /// The files and folders that what is typed can become; it may begin with a quotation mark.
  static func completions(of typed: String, marking: Marking = .asNeeded) -> LineCompletions {
    let isQuoted = typed.first.map { CommandText.closing[$0] != nil } ?? false
    let path = isQuoted ? String(typed.dropFirst()) : typed
    let folder = TypedPath.folder(of: path)
    let prefix = path.dropFirst(folder.count)
    let place = TypedPath.resolved(folder.isEmpty ? "./" : folder)
    let candidates = names(in: place).filter { name in
      name.hasPrefix(prefix) && (name.hasPrefix(".") ? prefix.hasPrefix(".") : true)
    }.compactMap { name -> LineCandidate? in
      let isFolder = isFolder(place + name)
      guard let text = written(folder + name, isFolder: isFolder, isQuoted: isQuoted || marking == .always)
      else { return nil }
      return LineCandidate(
        text: text,
        display: TerminalText.sanitise(name, lineBreaks: .blank) + (isFolder ? "/" : ""))
    }
    return LineCompletions(replacedBytes: typed.utf8.count, candidates: candidates)
  }

  /// In quotation marks where a blank or another sign would end the name; those of a folder stay open. The marks are
  /// ones that do not stand in the name, as nothing escapes them; nil where all do.
  private static func written(_ path: String, isFolder: Bool, isQuoted: Bool) -> String? {
    let needsMarks =
      isQuoted || path.contains { $0.isWhitespace || ";#".contains($0) || CommandText.isMark($0) }
    guard needsMarks else { return isFolder ? path + "/" : path }
    guard let marks = CommandText.marks.first(where: { !path.contains($0.closing) }) else { return nil }
    return isFolder ? "\(marks.opening)\(path)/" : "\(marks.opening)\(path)\(marks.closing)"
  }

  private static func names(in folder: String) -> [String] {
    guard let directory = opendir(folder) else { return [] }
    defer { closedir(directory) }
    var names: [String] = []
    while names.count < entryLimit, let entry = readdir(directory) {
      let name = withUnsafeBytes(of: entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      // A name that holds a line break cannot be typed.
      let isPlain = name.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x7F }
      if isPlain, name != ".", name != ".." { names.append(name) }
    }
    return names.sorted()
  }

  private static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }
}
