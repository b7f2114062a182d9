//! From the bytes of a whole file to raw articles.

/// Reads the articles of a file whose bytes are at hand. Does no input itself.
public enum ArticleReader {
  /// All articles of a file, read as its name tells, and what is wrong with it.
  public static func read(
    _ bytes: some Sequence<UInt8>, file: String, fields: FieldNames = .standard
  ) -> PieceContents {
    var stream = PieceStream(file: file, fields: fields)
    Array(bytes).withUnsafeBufferPointer { stream.append($0) }
    stream.finish(.complete)
    var contents = PieceContents()
    while true {
      switch stream.next() {
      case .piece(let piece, let read):
        let found = read(piece)
        contents.articles += found.articles
        contents.issues += found.issues
      case .leftOut(let issue): contents.issues.append(issue)
      case .needsBytes, .finished: return contents
      }
    }
  }
}
