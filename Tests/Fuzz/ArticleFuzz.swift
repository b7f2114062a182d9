//! Any bytes as an article and as a record: read, analysed, and the corpus sound.

import QuothExtraction
import QuothModel

enum ArticleFuzz {
  static func check(_ bytes: [UInt8]) {
    if case .success(let article) = ArticleReader.plainText(bytes, key: "a", file: "a.txt") { check(article) }
    if let article = ArticleReader.jsonLine(bytes, number: 1, file: "a.jsonl").article {
      check(article)
    }
  }

  private static func check(_ article: RawArticle) {
    var assembler = CorpusAssembler()
    assembler.add(ArticleAnalyzer().analyze(article))
    let violations = assembler.finish().violations()
    guard violations.isEmpty else { fatalError("\(violations)") }
  }
}
