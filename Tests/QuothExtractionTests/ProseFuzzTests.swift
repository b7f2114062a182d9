//! Random words of all lexicons, strung into articles: no crash, a sound corpus, evidence for each finding.

import Foundation
import QuothBenchmark
import QuothExtraction
import QuothModel
import Testing

@Suite struct ProseFuzzTests {
  /// More sentences by hand: `QUOTH_FUZZ_SENTENCES=1000000 swift test --filter ProseFuzz`, or `Scripts/fuzz prose`.
  private static let sentences =
    ProcessInfo.processInfo.environment["QUOTH_FUZZ_SENTENCES"].flatMap(Int.init) ?? 200_000

  @Test func randomProseGivesSoundCorpora() {
    let prose = RandomProse(seed: 20_261_201)
    let analyzer = ArticleAnalyzer()
    var read = 0
    var number = 0
    var quotations = 0
    while read < Self.sentences {
      var assembler = CorpusAssembler()
      for _ in 0..<500 {
        let article = prose.article(number)
        read += article.sentences
        number += 1
        assembler.add(
          analyzer.analyze(RawArticle(key: article.id, file: "\(article.id).txt", text: article.text)))
      }
      let corpus = assembler.finish()
      quotations += corpus.quotations.count
      #expect(corpus.violations() == [])
    }
    // Much of it must look like speech, or little was tried.
    #expect(quotations > read / 4)
  }
}
