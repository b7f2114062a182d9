//! The examples of help: made from the corpus that is loaded, and right for it.

import Foundation
import QuothModel
import QuothQuery
import QuothRender
import QuothTestSupport
import Testing

@testable import QuothShell

@Suite struct HelpExampleTests {
  private static let topics: [String] = {
    let words =
      QueryCollection.allCases.map(\.rawValue) + ClauseCatalog.all.map(\.name)
      + CommandName.allCases.map(\.rawValue) + Field.allCases.map(\.rawValue)
      + AnalysisColumn.allCases.map(\.rawValue) + SettingName.allCases.map(\.rawValue)
    var seen: Set<String> = []
    return words.filter { seen.insert($0).inserted }
  }()

  /// Articles about other people, in no particular state.
  private static let others = """
    {"id": "one", "title": "Dam opens", "date": "2021-03-04", "outlet": "The Valley Post", "text": "Mayor Anna Keller opened the dam on Thursday. “The valley has waited for water,” Keller said. “We built this valley dam for our children.” Engineer Tom Brandt of the Water Board added: “The water will reach every village.”"}
    {"id": "two", "title": "Dam criticised", "date": "2021-03-06", "outlet": "Lowland News", "text": "Farmers criticised the dam on Saturday. “Nobody asked the villagers,” said Maria Keller, a farmer. Tom Brandt told Lowland News that the Water Board had asked all villagers twice."}
    """

  /// Nothing that most examples are about.
  private static let poor = "It rained.\n\nThe streets were wet all day, and nobody went out.\n"

  private static func session(of name: String, _ text: String) throws -> (Session, TextBuffer) {
    let folder = try CorpusFolder([name: Data(text.utf8)])
    let corpus = try #require(folder.load().corpus)
    let buffer = TextBuffer()
    let console = Console(
      results: buffer, messages: buffer, isInteractive: false, usesColour: false, coloursMessages: false,
      columns: { nil }, rows: { nil })
    return (Session(corpus: corpus, console: console, format: .table, today: { Seeds.today }), buffer)
  }

  private static func desks() throws -> [(name: String, make: () throws -> (Session, TextBuffer))] {
    [
      ("seeds", { try Seeds.session(columns: nil, isInteractive: false) }),
      ("others", { try session(of: "others.jsonl", others) }),
      ("poor", { try session(of: "rain.txt", poor) }),
    ]
  }

  /// The examples of a page: lines that stand deeper than the rest.
  private static func examples(of page: String) -> [String] {
    page.components(separatedBy: "\n").filter { $0.hasPrefix("    ") }
      .map { $0.trimmingCharacters(in: .whitespaces) }
  }

  @Test func examplesRunOnAnyCorpus() throws {
    for desk in try Self.desks() {
      let (asked, _) = try desk.make()
      let help = HelpRenderer(examples: asked.examples)
      var seen: Set<String> = []
      for topic in Self.topics {
        let page = try #require(help.page(about: topic), "\(topic)")
        #expect(!page.contains("{"), "\(desk.name): \(topic)")
        for example in Self.examples(of: page) where seen.insert(example).inserted {
          // These live on what was before them, write files, end the session, or talk to someone at a prompt.
          let first = example.split(separator: " ").first ?? ""
          if ["quit", "fix", "history", "source", "save", "tour"].contains(first) { continue }
          if example.contains(" > \"") || example.contains("= \"outlets.csv\"") { continue }
          let (session, buffer) = try desk.make()
          let ending = session.run(Script(name: nil, text: example), .runs)
          let isEmpty = Self.mayFail(example, buffer.text)
          #expect(
            ending.status == .success || isEmpty, "\(desk.name), help \(topic): \(example)\n\(buffer.text)")
        }
      }
    }
  }

  /// Rows to open are not there on every corpus, and what is expected of them does not hold.
  private static func mayFail(_ example: String, _ said: String) -> Bool {
    (example.contains("; ") || example.hasPrefix("why ") || example.hasPrefix("expect"))
      && ["the last answer has no row", "failed-expectation", "has nothing to explain"].contains {
        said.contains($0)
      }
  }

  /// On the seeds, examples have answers.
  @Test func examplesOnTheSeedsHaveRows() throws {
    let help = HelpRenderer(examples: Seeds.examples)
    var empty: Set<String> = []
    for topic in Self.topics {
      for example in Self.examples(of: help.page(about: topic) ?? "")
      where QueryCollection(word: String(example.prefix { $0 != " " })) != nil {
        if example.contains(" > \"") { continue }
        let (session, _) = try Seeds.session(columns: nil, isInteractive: false)
        _ = session.run(Script(name: nil, text: example), .runs)
        if session.lastAnswer?.rows.isEmpty ?? true { empty.insert(example) }
      }
    }
    // The seeds quote nobody unknown and no women, and everybody whom they ask answers.
    let refusals = QueryCollection.refusals.examples.map(\.text)
    #expect(empty == Set(["quotes where not known", "quotes where text contains \"wom?n\""] + refusals))
  }

  /// Where a corpus has what an error is about, its page provokes it there too.
  @Test func errorsAreShownOnAnyCorpus() throws {
    var shown = 0
    for desk in try Self.desks() {
      for page in DiagnosticCatalog.all where page.id != .unquotedFile {
        let (session, buffer) = try desk.make()
        guard let example = session.examples.filled(page.example) else {
          #expect(desk.name != "seeds", "\(page.id)")
          continue
        }
        // Short sentences have too few combinations of words.
        if page.id == .patternTooCostly, desk.name != "seeds" { continue }
        shown += 1
        _ = session.run(Script(name: nil, text: example), ScriptMode.runs.atPrompt)
        #expect(buffer.text.contains("[\(page.id.rawValue)]"), "\(desk.name): \(example)\n\(buffer.text)")
      }
    }
    #expect(shown > 100)
  }

  @Test func helpNamesWhatTheCorpusLacks() throws {
    let (session, _) = try Self.session(of: "rain.txt", Self.poor)
    let page = HelpRenderer(examples: session.examples).page(about: "to")
    #expect(
      page?.contains("There is no example of it in these articles: no one is spoken to by name.") == true)
    let (others, _) = try Self.session(of: "others.jsonl", Self.others)
    let overview = HelpRenderer(examples: others.examples).overview()
    #expect(overview.contains("quotes by Anna Keller") && !overview.contains("Raisi"))
  }
}
