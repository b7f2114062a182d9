//! The table that lies beside a folder of texts and tells their titles, dates and outlets, as users of readtext and
//! Voyant keep it.

internal import FoundationEssentials

/// Details of articles by the names of their files.
public struct MetadataTable: Sendable {
  /// The row of one file.
  public struct Row: Hashable, Sendable {
    /// The file, as the table names it.
    public let name: String
    /// What the row tells of it.
    public let details: ArticleDetails
  }

  /// In the order of the table.
  public private(set) var rows: [Row] = []
  private var byName: [String: Int] = [:]

  /// What such a table is called.
  public static let names = ["metadata.csv", "metadata.tsv", "metadata.jsonl"]

  /// Reads a table. Nil when it has a column of texts: its rows then are the articles.
  public static func read(
    _ bytes: [UInt8], file: String, fields: FieldNames
  ) -> (table: MetadataTable?, issues: [ReadingIssue]) {
    var table = MetadataTable()
    var issues: [ReadingIssue] = []
    var holdsTexts = false
    let format = ArticleFormat.named(file) ?? .csv
    var stream = PieceStream(file: file, format: format.ofMetadata, fields: fields)
    bytes.withUnsafeBufferPointer { stream.append($0) }
    stream.finish(.complete)
    reading: while true {
      switch stream.next() {
      case .piece(let piece, let read):
        let contents = read(piece)
        for row in contents.rows { table.add(row) }
        issues += contents.issues
        if !contents.articles.isEmpty {
          holdsTexts = true
          break reading
        }
      case .leftOut(let issue): issues.append(issue)
      case .needsBytes, .finished: break reading
      }
    }
    return (holdsTexts ? nil : table, holdsTexts ? [] : issues)
  }

  private mutating func add(_ row: Row) {
    let number = rows.count
    rows.append(row)
    let name = row.name.hasPrefix("./") ? String(row.name.dropFirst(2)) : row.name
    // The first row of a name counts.
    for key in [name, Self.withoutEnding(name)] where byName[key] == nil { byName[key] = number }
  }

  /// The row of a file, by its path from the folder of the table, or by its name alone; with its ending or without.
  public func row(of path: String) -> Int? {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    for key in [path, Self.withoutEnding(path), name, Self.withoutEnding(name)] {
      if let number = byName[key] { return number }
    }
    return nil
  }

  private static func withoutEnding(_ path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return ArticleFormat.key(of: path) }
    return path[...slash] + ArticleFormat.key(of: path)
  }
}

extension ArticleFormat {
  /// The same kind of file, read as a table of details. A row with a text gives an article.
  fileprivate var ofMetadata: ArticleFormat {
    let readsJSON = endings == ArticleFormat.jsonLines.endings
    return ArticleFormat(
      endings: endings, holding: .records, fits: fits,
      open: { readsJSON ? Self.openObjects($0, $1) : Self.openRows($0, $1) })
  }

  private static func openRows(_ head: FileHead, _ fields: FieldNames) -> Result<
    FormatReading, ReadingFailure
  > {
    TableHeader.read(head).map { header in
      FormatReading(cutter: DelimitedCutter(delimiter: header.delimiter), skipped: header.size) { piece in
        var warning: ReadingProblem?
        switch header.row(piece, &warning) {
        case .failure(let failure): return PieceContents(issues: [failure.issue])
        case .success(let row):
          var contents = contents(Array(zip(header.columns, row)), piece, fields)
          if let warning { contents.issues.append(piece.issue(warning)) }
          return contents
        }
      }
    }
  }

  private static func openObjects(
    _ head: FileHead, _ fields: FieldNames
  ) -> Result<FormatReading, ReadingFailure> {
    .success(
      FormatReading(cutter: LineCutter()) { piece in
        guard let object = try? JSONDecoder().decode([String: NamedValue].self, from: Data(piece.bytes))
        else {
          return PieceContents(issues: [piece.issue(.invalidJSON(reason: "not a JSON object"))])
        }
        let values = object.sorted { $0.key < $1.key }.compactMap { key, value in value.name.map { (key, $0) }
        }
        return contents(values, piece, fields)
      })
  }

  private static func contents(
    _ row: [(name: String, value: String)], _ piece: FilePiece, _ fields: FieldNames
  ) -> PieceContents {
    let names = row.map { FieldNames.normalised($0.name) }
    let column = FieldNames.fileColumns.lazy.compactMap { names.firstIndex(of: $0) }.first
    var values = FieldValues()
    values.names = row.map(\.name)
    // The column of file names is no other field as well.
    for (index, cell) in row.enumerated() where index != column {
      if let meaning = fields.meaning(of: cell.name) { values.take(cell.value, meaning) }
    }
    if values[.text] != nil { return values.article(of: piece) }
    guard let column, !row[column].value.isEmpty else {
      return PieceContents(issues: [piece.issue(.noFileName(fields: values.names))])
    }
    let (details, issues) = ArticleDetails.read(values, place: piece.issue)
    return PieceContents(issues: issues, rows: [MetadataTable.Row(name: row[column].value, details: details)])
  }
}
