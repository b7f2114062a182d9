//! Annotated articles of the open evaluation set, as Scripts/evaluation/gold.py describes them.

import Foundation
import QuothExtraction
import QuothModel

/// What a gold source is: the words that name it, and who is meant.
struct GoldSpeaker: Decodable {
  let head: [Int]
  let speaker: String?
  let speakers: [String]?
  let how: String

  var names: [String] { speakers ?? (speaker.map { [$0] } ?? []) }
  var isNamed: Bool { !names.isEmpty && ["name", "manual", "coref"].contains(how) }
}

/// Source, cue and content of one report; offsets count Unicode scalars.
struct GoldAttribution: Decodable {
  struct Fragment: Decodable {
    let start: Int
    let end: Int
    let text: String

    var range: Range<Int> { start..<end }
  }

  let id: String
  let source: [Fragment]
  let cue: [Fragment]
  let content: [Fragment]

  var contents: [Range<Int>] { content.map(\.range) }
}

/// An annotated article with what the program finds in it.
struct GoldArticle {
  /// A quotation or statement of the program.
  struct Finding {
    let range: Range<Int>
    let kind: QuotationKind
    let source: Range<Int>?
    let speakers: [String]
  }

  let scalars: [Unicode.Scalar]
  let attributions: [GoldAttribution]
  let speakers: [String: GoldSpeaker]
  let findings: [Finding]

  /// The articles of `NAME.jsonl` and `NAME.silver.jsonl` in the evaluation set, analysed as one corpus.
  static func all(of name: String, in folder: URL) throws -> [GoldArticle] {
    let names = try lines(folder.appending(path: "\(name).silver.jsonl")).map {
      try JSONDecoder().decode(Silver.self, from: $0)
    }
    let speakers = Dictionary(uniqueKeysWithValues: names.map { ($0.id, $0.att) })
    let lines = try lines(folder.appending(path: "\(name).jsonl"))
    let analyzer = ArticleAnalyzer()
    var assembler = CorpusAssembler()
    for line in lines {
      for article in ArticleReader.read(line, file: "\(name).jsonl").articles {
        assembler.add(analyzer.analyze(article))
      }
    }
    let corpus = assembler.finish()
    return try zip(lines, corpus.articles).map { line, article in
      let record = try JSONDecoder().decode(Record.self, from: line)
      return GoldArticle(
        scalars: Array(record.text.unicodeScalars), attributions: record.attributions,
        speakers: speakers[record.id] ?? [:], findings: findings(article, corpus))
    }
  }

  private static func findings(_ article: Article, _ corpus: Corpus) -> [Finding] {
    // The scalar that each byte belongs to, and the number of scalars for the end.
    var places: [Int] = []
    var scalar = -1
    for byte in article.text {
      if byte & 0xC0 != 0x80 { scalar += 1 }
      places.append(scalar)
    }
    places.append(scalar + 1)
    func range(_ bytes: TextRange) -> Range<Int> { places[bytes.start]..<places[bytes.end] }
    return article.quotations.map {
      Finding(
        range: range($0.content), kind: $0.kind, source: $0.attribution.source.map(range),
        speakers: $0.attribution.speakers.map { corpus[$0].name })
    }
  }

  private static func lines(_ file: URL) throws -> [Data] {
    try Data(contentsOf: file).split(separator: 0x0A).map { Data($0) }
  }

  private struct Record: Decodable {
    let id: String
    let text: String
    let attributions: [GoldAttribution]
  }

  private struct Silver: Decodable {
    let id: String
    let att: [String: GoldSpeaker]
  }
}
