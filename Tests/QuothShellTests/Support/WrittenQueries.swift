//! Every query that is written down somewhere: documents, help pages, transcripts, tests.

import Foundation
import QuothQuery
import QuothRender
import Testing

/// A query and where it is written.
struct WrittenQuery: Sendable, CustomTestStringConvertible {
  let text: String
  let place: String

  var testDescription: String { "\(place): \(text)" }
}

/// Gathers queries from files.
enum WrittenQueries {
  /// Queries that readers are told to run.
  static let promised = readme + help + catalogues
  /// All, wrong ones too.
  static let all = promised + transcripts + goldenQueries + cases + literals

  private static let root = URL(filePath: Program.project)

  static func text(_ path: String) -> String {
    (try? String(contentsOf: root.appending(path: path), encoding: .utf8)) ?? ""
  }

  private static func files(in folder: String, _ endings: Set<String>) -> [URL] {
    let found = FileManager.default.enumerator(
      at: root.appending(path: folder), includingPropertiesForKeys: nil)
    return (found?.compactMap { $0 as? URL } ?? []).filter { endings.contains($0.pathExtension) }
      .sorted { $0.path < $1.path }
  }

  /// The code blocks of a Markdown text, with the word after the fence.
  static func blocks(of markdown: String) -> [(language: String, lines: [String])] {
    var blocks: [(language: String, lines: [String])] = []
    var open: (language: String, lines: [String])?
    for line in markdown.components(separatedBy: "\n") {
      if line.hasPrefix("```") {
        if let block = open { blocks.append(block) }
        open = open == nil ? (String(line.dropFirst(3)), []) : nil
      } else {
        open?.lines.append(line)
      }
    }
    return blocks
  }

  /// Typed at a prompt, given to `quoth query`, or listed with what they ask after some blanks.
  private static let readme: [WrittenQuery] = handWritten.flatMap { document in
    blocks(of: text(document)).flatMap { queries(in: $0, document) }
  }

  /// Documents that are written by hand, and promise what they show.
  static let handWritten = ["README.md", "Share/doc/guide.md"]

  private static func queries(in block: (language: String, lines: [String]), _ document: String)
    -> [WrittenQuery]
  {
    block.lines.compactMap { line -> WrittenQuery? in
      func found(_ text: Substring) -> WrittenQuery { WrittenQuery(text: String(text), place: document) }
      if let typed = line.firstMatch(of: #/^quoth> (.+)$/#) { return found(typed.output.1) }
      if let given = line.firstMatch(of: #/quoth query .*'(.+)'/#) { return found(given.output.1) }
      let isListed = line.firstMatch(of: #/^[a-z(].*?\S {3,}\S/#) != nil
      guard block.language == "text", isListed, let query = line.firstMatch(of: #/^(.+?) {3,}/#),
        ["let"].contains(query.output.1.prefix { $0 != " " })
          || QueryCollection(word: String(query.output.1.prefix { $0 != " " })) != nil
      else { return nil }
      return found(query.output.1)
    }
  }

  /// The examples of every help page: lines that stand deeper than the rest.
  private static let help: [WrittenQuery] = {
    let topics =
      QueryCollection.allCases.map(\.rawValue) + ClauseCatalog.all.map(\.name) + CommandCatalog.words
      + Field.allCases.map(\.rawValue)
    let renderer = HelpRenderer(examples: Seeds.examples)
    let pages = topics.compactMap { topic in renderer.page(about: topic).map { (topic, $0) } }
    return pages.flatMap { topic, page in
      page.components(separatedBy: "\n").filter { $0.hasPrefix("    ") }.map {
        WrittenQuery(text: $0.trimmingCharacters(in: .whitespaces), place: "help \(topic)")
      }
    }
  }()

  private static let catalogues: [WrittenQuery] =
    ClauseCatalog.all.flatMap { piece in
      Seeds.examples.filled(piece.examples).map { WrittenQuery(text: $0, place: piece.name) }
    }
    + CommandCatalog.all.flatMap { command in
      Seeds.examples.filled(command.examples).map { WrittenQuery(text: $0, place: command.name.rawValue) }
    }

  private static let transcripts: [WrittenQuery] = files(in: "Tests", ["session"]).flatMap { file in
    (try? String(contentsOf: file, encoding: .utf8))?.components(separatedBy: "\n").compactMap { line in
      line.firstMatch(of: #/^(?:quoth| *\S*…)> (.+)$/#).map {
        WrittenQuery(text: String($0.output.1), place: file.lastPathComponent)
      }
    } ?? []
  }

  private static let goldenQueries: [WrittenQuery] = files(in: "Tests", ["qtest"]).flatMap { file in
    (try? String(contentsOf: file, encoding: .utf8))?.components(separatedBy: "\n\n").compactMap { block in
      block.range(of: "\n----").map {
        WrittenQuery(text: String(block[..<$0.lowerBound]), place: file.lastPathComponent)
      }
    } ?? []
  }

  private static let cases: [WrittenQuery] =
    (files(in: "Tests", ["query"]) + files(in: "seeds", ["query"]) + files(in: "Scripts/queries", ["query"]))
    .compactMap { file in
      (try? String(contentsOf: file, encoding: .utf8)).map {
        WrittenQuery(text: $0, place: file.lastPathComponent)
      }
    }

  /// Texts in the sources of tests that begin as statements do.
  private static let literals: [WrittenQuery] = files(in: "Tests", ["swift"]).flatMap { file in
    let source = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
    let starts = QueryCollection.allCases.map(\.rawValue) + ["let", "expect", "explain", "it"]
    return source.matches(of: #/"([a-z]+ [^"\\\n]+)"/#).map { String($0.output.1) }
      .filter { text in starts.contains { text.hasPrefix($0 + " ") } }
      .map { WrittenQuery(text: $0, place: file.lastPathComponent) }
  }
}
