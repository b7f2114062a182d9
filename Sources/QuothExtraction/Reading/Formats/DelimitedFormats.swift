//! Tables of articles: comma-, semicolon- or tab-separated values under a header line (RFC 4180).

extension ArticleFormat {
  static let csv = ArticleFormat(
    endings: [".csv"], holding: .records, fits: { isTable($0, $1) }, open: { openTable($0, $1) })

  static let tsv = ArticleFormat(
    endings: [".tsv", ".tab"], holding: .records, fits: { _, _ in false }, open: { openTable($0, $1) })

  /// Whether a first line names the columns of articles.
  private static func isTable(_ head: FileHead, _ fields: FieldNames) -> Bool {
    guard let table = try? TableHeader.read(head).get(), table.columns.count > 1 else { return false }
    let known = Set(table.columns.compactMap { fields.meaning(of: $0)?.field })
    return known.count > 1 && known.contains(.text)
  }

  private static func openTable(
    _ head: FileHead, _ fields: FieldNames
  ) -> Result<FormatReading, ReadingFailure> {
    TableHeader.read(head).flatMap { header in
      let meanings = header.columns.map { fields.meaning(of: $0) }
      guard meanings.contains(where: { $0?.field == .text }) else {
        let problem: ReadingProblem = header.holdsValues ? .noHeader : .noTextColumn(header.columns)
        return .failure(ReadingFailure(ReadingIssue(file: head.file, line: 1, problem: problem)))
      }
      let order = fields.dateOrder ?? header.dateOrder(head, meanings.map { $0?.field })
      return .success(
        FormatReading(cutter: DelimitedCutter(delimiter: header.delimiter), skipped: header.size) { piece in
          var warning: ReadingProblem?
          switch header.row(piece, &warning) {
          case .failure(let failure): return PieceContents(issues: [failure.issue])
          case .success(let row):
            var values = FieldValues()
            values.names = header.columns
            values.dateOrder = order
            for (value, meaning) in zip(row, meanings) {
              if let meaning { values.take(value, meaning) }
            }
            var contents = values.article(of: piece)
            if let warning { contents.issues.append(piece.issue(warning)) }
            return contents
          }
        })
    }
  }
}

/// The header of a table: its columns and what parts them.
struct TableHeader: Sendable {
  let columns: [String]
  let delimiter: UInt8
  /// Bytes of the header line, and of comments before it.
  let size: Int

  /// The header at the beginning of a file. The sign that parts most words of the first line parts all values.
  static func read(_ head: FileHead) -> Result<TableHeader, ReadingFailure> {
    func failure(_ problem: ReadingProblem) -> Result<TableHeader, ReadingFailure> {
      .failure(ReadingFailure(ReadingIssue(file: head.file, line: 1, problem: problem)))
    }
    guard head.bytes.contains(where: { $0 > 0x20 }) else {
      return .failure(ReadingFailure(ReadingIssue(file: head.file, line: nil, problem: .empty)))
    }
    let (start, given) = opening(of: head.bytes)
    let bytes = Array(head.bytes[start...])
    let line = bytes.prefix { $0 != 0x0A }
    let delimiter =
      given
      ?? [UInt8(ascii: ","), 0x09, UInt8(ascii: ";"), UInt8(ascii: "|")].map { sign in
        (sign, line.count { $0 == sign })
      }.max { $0.1 < $1.1 }?.0 ?? UInt8(ascii: ",")
    var cutter = DelimitedCutter(delimiter: delimiter)
    let size: Int
    switch bytes.withUnsafeBufferPointer({ cutter.scan($0) }) {
    case .end(let count): size = count
    case .open where cutter.mayEnd: size = bytes.count
    case .open, .broken: return failure(.strayQuote)
    }
    switch TextEncoding.decoded(Array(bytes[..<size])) {
    case .failure(let reason): return failure(reason.problem)
    case .success((let text, _)):
      guard let columns = DelimitedValues.split(text, delimiter) else { return failure(.strayQuote) }
      let names = columns.map { $0.split(separator: " ").joined(separator: " ") }
      return .success(TableHeader(columns: names, delimiter: delimiter, size: start + size))
    }
  }

  /// Bytes of the lines in which a table that quoth wrote says where it comes from. Other tables may have a column
  /// whose name begins with the same sign.
  private static func comments(of bytes: [UInt8]) -> Int {
    guard bytes.starts(with: Array("# query: ".utf8)) else { return 0 }
    var start = 0
    while bytes[start...].starts(with: Array("# ".utf8)), let end = bytes[start...].firstIndex(of: 0x0A) {
      start = end + 1
    }
    return start
  }

  /// Behind comments, or behind the line by which spreadsheets name the sign between values: `sep=;`.
  private static func opening(of bytes: [UInt8]) -> (start: Int, delimiter: UInt8?) {
    let start = comments(of: bytes)
    let line = bytes[start...].prefix { $0 != 0x0A && $0 != 0x0D }
    guard line.starts(with: Array("sep=".utf8)) || line.starts(with: Array("\"sep=".utf8)), line.count <= 7,
      let sign = line.dropFirst(line.first == UInt8(ascii: "\"") ? 5 : 4).first,
      let end = bytes[start...].firstIndex(of: 0x0A)
    else { return (start, nil) }
    return (end + 1, sign)
  }

  /// Whether the first line is no header: a number, an address or whole sentences where names should stand.
  var holdsValues: Bool {
    columns.contains { column in
      let name = column.trimmingPrefix { $0 == " " }
      return name.utf8.count > 60 || FieldText.isAddress(String(name))
        || !name.isEmpty && name.allSatisfy(\.isNumber)
    }
  }

  /// Which of day and month comes first, as the rows at the beginning prove.
  func dateOrder(_ head: FileHead, _ fields: [ArticleField?]) -> DateOrder? {
    var column = DateColumn()
    var rest = head.bytes[min(size, head.bytes.count)...]
    var cutter = DelimitedCutter(delimiter: delimiter)
    for _ in 0..<Self.mostRows {
      guard case .end(let count) = rest.withUnsafeBufferPointer({ cutter.scan($0) }) else { break }
      let row = DelimitedValues.split(Array(rest.prefix(count)), delimiter) ?? []
      for (value, field) in zip(row, fields) where field == .date { column.take(value) }
      rest = rest.dropFirst(count)
      cutter.reset()
    }
    return column.order
  }

  private static let mostRows = 500

  /// The values of a row, as many as columns. `warning` tells of an encoding that is not UTF-8.
  func row(_ piece: FilePiece, _ warning: inout ReadingProblem?) -> Result<[String], ReadingFailure> {
    func failure(_ problem: ReadingProblem) -> Result<[String], ReadingFailure> {
      .failure(ReadingFailure(piece.issue(problem)))
    }
    let text: [UInt8]
    switch TextEncoding.decoded(piece.bytes) {
    case .failure(let reason): return failure(reason.problem)
    case .success(let decoded): (text, warning) = decoded
    }
    guard var values = DelimitedValues.split(text, delimiter) else {
      // Of tables with tabs, many know no quoting at all: a mark is then a letter like any other.
      let raw = DelimitedValues.splitUnquoted(text, delimiter)
      return delimiter == 0x09 && raw.count == columns.count ? .success(raw) : failure(.strayQuote)
    }
    // Spreadsheets write empty values behind the last column.
    while values.count > columns.count, values.last == "" { values.removeLast() }
    guard values.count == columns.count else {
      return failure(.wrongValueCount(found: values.count, header: columns.count))
    }
    return .success(values)
  }
}

/// A record taken apart.
enum DelimitedValues {
  /// The values of a record, or nil where a quotation mark is never closed or stands single.
  static func split(_ record: [UInt8], _ delimiter: UInt8) -> [String]? {
    let record = withoutLineEnd(record)
    var values: [String] = []
    var index = record.startIndex
    while true {
      var value: [UInt8] = []
      if index < record.endIndex, record[index] == UInt8(ascii: "\"") {
        index += 1
        while true {
          guard let mark = record[index...].firstIndex(of: UInt8(ascii: "\"")) else { return nil }
          value += record[index..<mark]
          index = mark + 1
          guard index < record.endIndex, record[index] == UInt8(ascii: "\"") else { break }
          value.append(UInt8(ascii: "\""))
          index += 1
        }
        guard index == record.endIndex || record[index] == delimiter else { return nil }
      } else {
        let end = record[index...].firstIndex(of: delimiter) ?? record.endIndex
        value += record[index..<end]
        index = end
      }
      values.append(String(decoding: value, as: UTF8.self))
      if index == record.endIndex { return values }
      index += 1
    }
  }

  static func splitUnquoted(_ record: [UInt8], _ delimiter: UInt8) -> [String] {
    withoutLineEnd(record).split(separator: delimiter, omittingEmptySubsequences: false).map {
      String(decoding: $0, as: UTF8.self)
    }
  }

  private static func withoutLineEnd(_ record: [UInt8]) -> ArraySlice<UInt8> {
    var record = record[...]
    if record.last == 0x0A { record.removeLast() }
    if record.last == 0x0D { record.removeLast() }
    return record
  }
}
