//! Invented news is the same every time, and quoth finds in it what is there.

import QuothBenchmark
import QuothExtraction
import QuothModel
import Testing

@Test func anArticleDependsOnSeedAndNumberAlone() {
  let article = NewsGenerator().article(7)
  #expect(NewsGenerator().article(7).json == article.json)
  #expect(NewsGenerator().article(8).text != article.text)
  #expect(NewsGenerator(seed: 1).article(7).text != article.text)
}

@Test func articlesAreAsLongAsNews() {
  let articles = (0..<200).map { NewsGenerator().article($0) }
  let words = articles.map { $0.text.split { $0 == 0x20 || $0 == 0x0A }.count }.reduce(0, +) / articles.count
  let quotations = articles.map(\.quotations.count).reduce(0, +) / articles.count
  #expect((400...800).contains(words))
  #expect((5...12).contains(quotations))
}

/// The least shares that are to be found, in percent; to be raised when more is.
@Test func knownQuotationsAreFound() {
  let analyzer = ArticleAnalyzer()
  var assembler = CorpusAssembler()
  let articles = (0..<150).map { NewsGenerator().article($0) }
  for article in articles {
    assembler.add(
      analyzer.analyze(
        RawArticle(key: article.id, file: "\(article.id).txt", text: article.text, title: article.title)))
  }
  let corpus = assembler.finish()
  var check = AnswerCheck()
  for (article, read) in zip(articles, corpus.articles) {
    let quotations = read.quotations.filter { $0.kind != .indirect && $0.repeats == nil }
    check.add(
      article,
      found: quotations.map { quotation in
        FoundQuotation(
          words: read.string(quotation.content),
          speakers: quotation.attribution.speakers.map { corpus[$0].name }.joined(separator: ", "))
      })
  }
  #expect(check.found * 100 >= check.known * 95, "\(check.summary)")
  #expect(check.right * 100 >= check.known * 90, "\(check.summary)")
}
