//! Corpora for the tests of extraction: the seeds, and articles written in place.

import Foundation
import QuothExtraction
import QuothModel

/// The corpus of the seeds.
func seedCorpus() throws -> Corpus {
  let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "seeds")
  let files = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
  var articles: [RawArticle] = []
  for file in files.sorted(by: { $0.path < $1.path }) where file.pathExtension == "txt" {
    articles += ArticleReader.read(try Data(contentsOf: file), file: file.lastPathComponent).articles
  }
  return corpus(of: articles)
}

/// The corpus of plain texts, with keys a, b, c …
func corpus(_ texts: String...) -> Corpus {
  corpus(
    of: texts.enumerated().map { number, text in
      let key = String(UnicodeScalar(UInt8(97 + number)))
      return RawArticle(key: key, file: "\(key).txt", text: Array(text.utf8))
    })
}

func corpus(of articles: [RawArticle]) -> Corpus {
  let analyzer = ArticleAnalyzer()
  var assembler = CorpusAssembler()
  for article in articles { assembler.add(analyzer.analyze(article)) }
  return assembler.finish()
}

/// What is decided of every stretch and statement of an article, in order of its text:
/// `decision | speakers | source | cue | words`.
func decisions(_ article: Article, _ corpus: Corpus) -> [String] {
  var lines: [(start: Int, line: String)] = []
  for quotation in article.quotations {
    let attribution = quotation.attribution
    let decision =
      quotation.repeats == nil
      ? quotation.kind.rawValue
      : "repeat of \(corpus.key(of: quotation.repeats ?? quotation.id).drop { $0 != "#" })"
    let speakers = attribution.speakers.map { corpus[$0].name }.joined(separator: " + ")
    let parts = [
      decision, speakers.isEmpty ? "unknown" : speakers,
      attribution.source.map { article.string($0) } ?? "-", attribution.cue.map { article.string($0) } ?? "-",
      article.string(quotation.content),
    ]
    lines.append((quotation.content.start, parts.joined(separator: " | ")))
  }
  for stretch in corpus.unattributed where stretch.article == article.id {
    lines.append(
      (stretch.content.start, "nobody's (\(stretch.reason.rawValue)) | \(article.string(stretch.content))"))
  }
  return lines.sorted { ($0.start, $0.line) < ($1.start, $1.line) }.map(\.line)
}
