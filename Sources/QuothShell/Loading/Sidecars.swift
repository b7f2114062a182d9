//! Tables that lie beside texts, found and matched with them.

import Glibc
internal import QuothExtraction

/// The tables of some folders.
struct Sidecars {
  private struct Sidecar {
    let path: String
    /// The folder, with a slash at its end.
    let folder: String
    let table: MetadataTable
    let issues: [LoadingIssue]
    /// Rows that name a file that was found.
    var used: Set<Int> = []
    var matched = 0
    var missed: [String] = []
  }

  private let fields: FieldNames
  private var tables: [Sidecar] = []
  private var folders: Set<String> = []

  init(fields: FieldNames) { self.fields = fields }

  /// The folder of a file, as its path gives it.
  static func folder(of path: String) -> String {
    path.lastIndex(of: "/").map { String(path[...$0]) } ?? "./"
  }

  /// Reads the table of a folder, if there is one.
  mutating func look(in folder: String) {
    let folder = folder.hasSuffix("/") ? folder : folder + "/"
    guard folders.insert(folder).inserted else { return }
    for name in MetadataTable.names {
      let path = folder == "./" ? name : folder + name
      var status = stat()
      guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG,
        // What cannot be read is told when it is read as a file of articles.
        let bytes = try? OpenFile.contents(of: path)
      else { continue }
      let read = MetadataTable.read(bytes, file: path, fields: fields)
      if let table = read.table {
        let issues = read.issues.map { LoadingIssue($0) }
        tables.append(Sidecar(path: path, folder: folder == "./" ? "" : folder, table: table, issues: issues))
      }
    }
  }

  /// Gives files what the tables of their folder, or of a folder around it, say of them.
  func applied(to files: FoundFiles) -> FoundFiles {
    guard !tables.isEmpty else { return files }
    var found = files
    var tables = tables
    for index in found.files.indices where ArticleFormat.isOneArticle(found.files[index].path) {
      let path = found.files[index].path
      // The nearest folder comes first.
      let near = tables.indices.filter { path.hasPrefix(tables[$0].folder) }
        .sorted { tables[$0].folder.utf8.count > tables[$1].folder.utf8.count }
      for number in near {
        let name = String(path.dropFirst(tables[number].folder.count))
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
