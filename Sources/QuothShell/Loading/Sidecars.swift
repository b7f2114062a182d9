//! Tables that lie beside texts, found and matched with them.

import Glibc
internal import QuothExtraction

/// The tables of some folders.
struct Sidecars {
  private struct Sidecar {
    let path: String
    let table: MetadataTable
    let issues: [LoadingIssue]
    /// Rows that name a file that was found.
    var used: Set<Int> = []
    var matched = 0
    var missed: [String] = []
  }

  private let fields: FieldNames
  private var tables: [Sidecar] = []
  /// The tables of each folder that was looked at, by its path with a slash at its end; empty for files that are
  /// named without one.
  private var folders: [String: [Int]] = [:]

  init(fields: FieldNames) { self.fields = fields }

  /// The folder of a file, as its path gives it.
  static func folder(of path: String) -> String {
    path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
  }

  /// Reads the table of a folder, if there is one.
  mutating func look(in folder: String) {
    let folder = folder.isEmpty || folder.hasSuffix("/") ? folder : folder + "/"
    guard folders[folder] == nil else { return }
    folders[folder] = []
    for name in MetadataTable.names {
      let path = folder + name
      var status = stat()
      guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG,
        // What cannot be read is told when it is read as a file of articles.
        let bytes = try? OpenFile.contents(of: path)
      else { continue }
      let read = MetadataTable.read(bytes, file: path, fields: fields)
      if let table = read.table {
        folders[folder, default: []].append(tables.count)
        tables.append(Sidecar(path: path, table: table, issues: read.issues.map { LoadingIssue($0) }))
      }
    }
  }

  /// The tables of the folders around a file, the nearest first.
  private func tablesAround(_ path: String) -> [(folder: Substring, number: Int)] {
    var around: [(Substring, Int)] = []
    var folder = path[...]
    while !folder.isEmpty {
      folder = folder.dropLast()
      folder = folder.lastIndex(of: "/").map { folder[...$0] } ?? ""
      // A path from the root lies in no folder without a name.
      if folder.isEmpty, path.hasPrefix("/") { break }
      around += (folders[String(folder)] ?? []).map { (folder, $0) }
    }
    return around
  }

  /// Gives files what the tables of their folder, or of a folder around it, say of them.
  func applied(to files: FoundFiles) -> FoundFiles {
    guard !tables.isEmpty else { return files }
    var found = files
    var tables = tables
    for index in found.files.indices where ArticleFormat.isOneArticle(found.files[index].path) {
      let path = found.files[index].path
      for (folder, number) in tablesAround(path) {
        let name = String(path.dropFirst(folder.count))
        guard let row = tables[number].table.row(of: name) else {
          tables[number].missed.append(name)
          continue
        }
        tables[number].used.insert(row)
        tables[number].matched += 1
        found.files[index].details = tables[number].table.rows[row].details
        break
      }
    }
    // A table that names none of the files is read like any other, and told what it lacks.
    let beside = Set(tables.filter { $0.matched > 0 }.map(\.path))
    found.files.removeAll { beside.contains($0.path) }
    for table in tables where table.matched > 0 {
      found.notes += table.issues
      let unused = table.table.rows.indices.filter { !table.used.contains($0) }
      found.notes += LoadingMessages.rowsWithoutFile(unused.map { table.table.rows[$0].name }, table.path)
      found.notes += LoadingMessages.filesWithoutRow(table.missed, table.path)
    }
    return found
  }
}
