//! What an analysis depends on beside the article.

internal import QuothModel

/// The rules by which articles are analysed.
public enum AnalysisRules {
  /// Goes up whenever the code makes something else of the same article.
  static let version: UInt64 = 5

  /// Tells rules apart: the version of the code, and the word lists.
  public static let fingerprint: UInt64 = {
    var sums = [version]
    for file in LexiconFile.allCases { sums.append(Checksum.of(UnsafeRawBufferPointer(file.bytes))) }
    return sums.withUnsafeBytes(Checksum.of)
  }()
}
