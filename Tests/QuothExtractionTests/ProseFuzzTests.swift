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
          analyzer.analyze(
            RawArticle(
              key: article.id, file: "\(article.id).txt", text: article.text,
              paragraphKinds: number % 5 == 0 ? kinds(of: article.text) : [])))
      }
      let corpus = assembler.finish()
      quotations += corpus.quotations.count
      #expect(corpus.violations() == [])
      for article in corpus.articles.prefix(40) { expectEvidence(of: article) }
    }
    // Much of it must look like speech, or little was tried.
    #expect(quotations > read / 4)
  }

  /// Kinds as a page gives them to its lines: body, caption, pull quote, boilerplate, in turn.
  private func kinds(of text: [UInt8]) -> [GivenKind] {
    let kinds: [ParagraphKind] = [.headline, .body, .body, .caption, .body, .pullquote, .boilerplate, .body]
    return text.split(separator: 0x0A).enumerated().map { number, line in
      GivenKind(range: line.startIndex..<line.endIndex, kind: kinds[number % kinds.count])
    }
  }

  /// What is weighed again for `why` begins with what was found.
  private func expectEvidence(of article: Article) {
    let trace = ArticleAnalyzer.trace(article)
    for quotation in article.quotations where quotation.kind != .indirect {
      guard let first = trace.sources[quotation.content.start]?.first else { continue }
      #expect(first.rule == quotation.attribution.rule)
      #expect(first.source == quotation.attribution.source)
    }
  }
}
