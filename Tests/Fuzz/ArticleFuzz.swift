//! Any bytes as a file of articles in each format: read, analysed, and the corpus sound.

import QuothExtraction
import QuothModel

enum ArticleFuzz {
  /// The first byte of an input tells which name its file has: the digits 0 to 7, and what falls on them.
  private static let names = [
    "a.txt", "a.html", "a.csv", "a.tsv", "a.json", "a.jsonl", "a", "metadata.csv",
  ]

  static func check(_ bytes: [UInt8]) {
    guard let first = bytes.first else { return }
    let name = names[Int(first) % names.count]
    let contents = ArticleReader.read(Array(bytes.dropFirst()), file: name)
    var assembler = CorpusAssembler()
    // A file of many articles would be a test of patience.
    for article in contents.articles.prefix(8) { assembler.add(ArticleAnalyzer().analyze(article)) }
    let violations = assembler.finish().violations()
    guard violations.isEmpty else { fatalError("\(violations)") }
  }
}
