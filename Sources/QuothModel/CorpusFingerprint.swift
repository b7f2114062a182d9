//! A fingerprint of articles: whether two answers come from the same ones.

extension Corpus {
  /// Of the keys and texts of all articles, in whatever order they were read and wherever they lie. Equal for a folder
  /// and for a snapshot of it. Reads all texts.
  public var fingerprint: UInt64 {
    var prints = articles.map { article in
      let text = article.bytes(TextRange(0, article.byteCount)).withUnsafeBufferPointer {
        Checksum.of(UnsafeRawBufferPointer($0))
      }
      return article.key.utf8.withContiguousStorageIfAvailable {
        Checksum.of(UnsafeRawBufferPointer($0)) ^ text
      }
        ?? Array(article.key.utf8).withUnsafeBytes(Checksum.of) ^ text
    }
    prints.sort()
    return prints.map(\.littleEndian).withUnsafeBytes(Checksum.of)
  }
}
