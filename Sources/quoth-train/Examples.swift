//! Pronoun sources of annotated articles, with the persons that the analyzer weighs for them.

import FoundationEssentials
import QuothBasics
import QuothExtraction

private struct GoldArticle: Decodable {
  let id: String
  let text: String
}

private struct SilverArticle: Decodable {
  struct Source: Decodable {
    /// Characters of the head mention.
    let head: [Int]
    let type: String
    let speaker: String?
    let how: String
  }

  let id: String
  let att: [String: Source]
}

enum Examples {
  static func read(gold: String, silver: String) throws -> [Example] {
    let sources = try lines(of: silver, as: SilverArticle.self)
    let silverByID = Dictionary(sources.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    var examples: [Example] = []
    for article in try lines(of: gold, as: GoldArticle.self) {
      guard let silver = silverByID[article.id] else { continue }
      let trace = ArticleAnalyzer.trace(
        RawArticle(key: article.id, file: gold, text: Array(article.text.utf8)))
      let offsets = byteOffsets(article.text)
      for (_, source) in silver.att.sorted(by: { $0.key < $1.key }) {
        guard source.type == "pronoun", let speaker = source.speaker,
          source.how == "coref" || source.how == "manual",
          let start = source.head.first, start < offsets.count, let persons = trace.persons[offsets[start]]
        else { continue }
        let right = persons.map { isSameName($0.name, speaker) }
        // Nothing is learned where the right person was not weighed, or nobody else.
        guard right.contains(true), right.contains(false) else { continue }
        examples.append(Example(candidates: persons.map(\.features), right: right))
      }
    }
    return examples
  }

  private static func lines<Record: Decodable>(of path: String, as type: Record.Type) throws -> [Record] {
    let data = try Data(contentsOf: URL(filePath: path))
    return try data.split(separator: 0x0A).map { try JSONDecoder().decode(type, from: Data($0)) }
  }

  /// The byte at which each scalar starts.
  private static func byteOffsets(_ text: String) -> [Int] {
    var offsets: [Int] = []
    var offset = 0
    for scalar in text.unicodeScalars {
      offsets.append(offset)
      offset += UTF8.width(scalar)
    }
    return offsets
  }

  /// The last words are the same, and the first where both have one.
  private static func isSameName(_ left: String, _ right: String) -> Bool {
    let left = TextFolding.fold(left).split(separator: " ")
    let right = TextFolding.fold(right).split(separator: " ")
    guard left.last == right.last else { return false }
    return left.count == 1 || right.count == 1 || left.first == right.first
  }
}
