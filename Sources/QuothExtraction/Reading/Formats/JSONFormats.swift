//! JSON: an object a line, an array of objects, or one object.

internal import FoundationEssentials

extension ArticleFormat {
  /// One object a line.
  static let jsonLines = ArticleFormat(
    endings: [".jsonl", ".ndjson"], holding: .records,
    fits: { head, _ in isObjectLine(head) },
    open: { head, fields in .success(lines(fields, order(head, fields))) })

  /// Objects in an array, one after the other, or by itself. Many a dump of an object a line bears this ending.
  static let json = ArticleFormat(
    endings: [".json"], holding: .records, largestPiece: 64 << 20,
    fits: { head, _ in [UInt8(ascii: "{"), UInt8(ascii: "[")].contains(firstByte(of: head)) },
    open: { head, fields in
      let order = order(head, fields)
      return .success(
        isObjectLine(head)
          ? lines(fields, order)
          : FormatReading(cutter: JSONValueCutter()) {
            let piece = withoutSeparators($0)
            guard piece.bytes.isEmpty else { return JSONPiece.read(piece, fields, order) }
            // The end of a list, or a list of nothing.
            let isList = $0.bytes.contains(UInt8(ascii: "["))
            return PieceContents(issues: isList ? [$0.fileIssue(.noArticles)] : [])
          })
    })

  private static func lines(_ fields: FieldNames, _ order: DateOrder?) -> FormatReading {
    FormatReading(cutter: LineCutter()) { JSONPiece.read($0, fields, order) }
  }

  private static func order(_ head: FileHead, _ fields: FieldNames) -> DateOrder? {
    fields.dateOrder ?? DateColumn.order(inJSON: head.bytes)
  }

  /// Without the commas and brackets in front that part values of an array.
  private static func withoutSeparators(_ piece: FilePiece) -> FilePiece {
    let separators: [UInt8] = [UInt8(ascii: ","), UInt8(ascii: "["), UInt8(ascii: "]")]
    var piece = piece
    let start = piece.bytes.firstIndex { $0 > 0x20 && !separators.contains($0) } ?? piece.bytes.count
    piece.line += piece.bytes[..<start].count { $0 == 0x0A }
    piece.bytes.removeFirst(start)
    return piece
  }

  static func firstByte(of head: FileHead) -> UInt8? { head.bytes.first { $0 > 0x20 } }

  /// Whether the first line is one whole object and the next one begins another: then a damaged line costs itself
  /// alone. Anything else is cut where its values end.
  private static func isObjectLine(_ head: FileHead) -> Bool {
    let lines = head.bytes.split(separator: 0x0A, maxSplits: 64).filter { $0.contains { $0 > 0x20 } }
    guard lines.count > 1, isWholeObject(lines[0]) else { return false }
    return lines[1].first { $0 > 0x20 } == UInt8(ascii: "{")
  }

  private static func isWholeObject(_ line: ArraySlice<UInt8>) -> Bool {
    guard line.first(where: { $0 > 0x20 }) == UInt8(ascii: "{") else { return false }
    var cutter = JSONValueCutter()
    guard case .end(let count) = line.withUnsafeBufferPointer({ cutter.scan($0) }) else { return false }
    return line.dropFirst(count).allSatisfy { $0 <= 0x20 }
  }
}

/// Reads the articles of one JSON value.
enum JSONPiece {
  static func read(_ piece: FilePiece, _ fields: FieldNames, _ order: DateOrder? = nil) -> PieceContents {
    let (bytes, repaired) = JSONEscapes.repaired(piece.bytes)
    do {
      let record = try JSONDecoder().decode(JSONRecord.self, from: Data(bytes), configuration: fields)
      var found = contents(of: record, piece, order)
      if repaired > 0 { found.issues.append(piece.issue(.repairedEscapes(repaired))) }
      return found
    } catch {
      return PieceContents(issues: [piece.issue(problem(of: error, piece.bytes))])
    }
  }

  private static func contents(
    of record: JSONRecord, _ piece: FilePiece, _ order: DateOrder?
  ) -> PieceContents {
    var record = record
    record.values.dateOrder = order
    if let quotebank = record.quotebank { return quotebank.contents(of: piece, record.values) }
    if record.values[.text] != nil || record.inner.isEmpty { return record.values.article(of: piece) }
    var all = PieceContents()
    for (number, inner) in record.inner.enumerated() {
      var found = contents(of: inner, piece, order)
      for index in found.articles.indices where found.articles[index].key == piece.place {
        var details = ArticleDetails()
        details.key = "\(piece.place)/\(number + 1)"
        found.articles[index] = found.articles[index].adding(details)
      }
      all.articles += found.articles
      all.issues += found.issues
    }
    return all
  }

  private static func problem(of error: any Error, _ bytes: [UInt8]) -> ReadingProblem {
    if bytes.contains(0) { return .binary }
    if let offset = TextEncoding.firstInvalidByte(bytes) { return .invalidUTF8(offset: offset) }
    guard let error = error as? DecodingError else { return .invalidJSON(reason: "not a JSON object") }
    switch error {
    case .dataCorrupted: return .invalidJSON(reason: "not valid JSON")
    case .typeMismatch, .valueNotFound, .keyNotFound: return .invalidJSON(reason: "not a JSON object")
    @unknown default: return .invalidJSON(reason: "not a JSON object")
    }
  }
}
