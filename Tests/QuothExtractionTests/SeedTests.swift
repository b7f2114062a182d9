//! Everything in the five seed articles, against a table written by reading them.

import Foundation
import QuothBasics
import QuothModel
import QuothTestSupport
import Testing

private let expected = Snapshot.folder("Expected", besides: #filePath)

@Suite struct SeedTests {
  /// Every quotation-marked stretch and every indirect statement: whose it is, or nobody's.
  @Test func everyStretchIsDecided() throws {
    let corpus = try seedCorpus()
    var text = ""
    for article in corpus.articles {
      text += "# \(article.key)\n" + decisions(article, corpus).joined(separator: "\n") + "\n\n"
    }
    let difference = Snapshot.difference(of: text, from: expected.appendingPathComponent("seed-table.txt"))
    #expect(difference == nil, "\(difference ?? "")")
  }

  /// Title, outlet, agency, place, date, translator, and the kind of each paragraph.
  @Test func everyLayoutIsRead() throws {
    let corpus = try seedCorpus()
    var text = ""
    for article in corpus.articles {
      text += "# \(article.key)\n"
      let fields: [(String, String?)] = [
        ("title", article.title), ("outlet", article.outlet.map { corpus[$0].name }),
        ("agency", article.agency), ("author", article.author), ("translator", article.translator),
        ("place", article.place), ("date", article.date?.description), ("words", String(article.wordCount)),
      ]
      for (name, value) in fields { text += "\(name): \(value ?? "missing")\n" }
      for paragraph in article.paragraphs {
        text += "[\(paragraph.kind.rawValue)] \(article.string(paragraph.range).prefix(60))\n"
      }
      text += "\n"
    }
    let difference = Snapshot.difference(of: text, from: expected.appendingPathComponent("seed-layout.txt"))
    #expect(difference == nil, "\(difference ?? "")")
  }

  /// Persons, organizations and places with their spellings and roles.
  @Test func everyEntityIsMerged() throws {
    let corpus = try seedCorpus()
    let lines = corpus.entities.map { entity in
      let country = entity.country.map { " of \($0)" } ?? ""
      return "\(entity.key) | \(entity.name) | \(entity.aliases.joined(separator: ", ")) | "
        + "\(entity.roles.joined(separator: ", "))\(country)"
    }
    let text = lines.sorted().joined(separator: "\n")
    let difference = Snapshot.difference(of: text, from: expected.appendingPathComponent("seed-entities.txt"))
    #expect(difference == nil, "\(difference ?? "")")
  }

  /// All ranges lie in their article, sentences tile paragraphs, identifiers are indices.
  @Test func invariantsHold() throws {
    let corpus = try seedCorpus()
    #expect(corpus.violations() == [])
  }
}
