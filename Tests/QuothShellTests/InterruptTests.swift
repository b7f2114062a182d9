//! Ctrl-C while answers are written: what is made piece by piece stops at the next piece.

import Foundation
import QuothModel
import QuothQuery
import QuothRender
import QuothTestSupport
import Synchronization
import Testing

@testable import QuothShell

@Suite struct InterruptTests {
  /// Text as it arrives, and a key that is pressed when there is enough of it.
  private final class Screen: TextSink, Sendable {
    private let text = Mutex("")
    private let limit: Int
    var failure: SinkFailure? { nil }

    init(pressAfter limit: Int) { self.limit = limit }

    var isPressed: Bool { text.withLock { $0.utf8.count >= limit } }
    var contents: String { text.withLock { $0 } }
    func write(_ piece: String) { text.withLock { $0 += piece } }
    func flush() {}
  }

  private static let corpus: Corpus = {
    var corpus = TinyCorpus()
    let sentence = TinyCorpus.SentenceNote(
      "The boats of Quillport left at noon, as they do on every day of the year.")
    for number in 0..<400 {
      corpus.addArticle("a\(number)", TinyCorpus.ArticleNote(), Array(repeating: sentence, count: 40))
    }
    return corpus.build()
  }()

  private static func run(
    _ script: String, on screen: Screen, _ isCancelled: @escaping @Sendable () -> Bool
  ) -> QuothShell.ExitStatus {
    let console = Console(
      results: screen, messages: screen, isInteractive: false, usesColour: false, coloursMessages: false,
      columns: { 80 }, rows: { nil })
    let session = Session(
      corpus: corpus, console: console, format: .table, isCancelled: isCancelled, today: { Seeds.today })
    return session.run(Script(name: nil, text: script), .runs).status
  }

  @Test(arguments: ["articles | read", "articles show text", "sentences"])
  func screensStopAtThePieceAtHand(_ query: String) {
    let whole = Screen(pressAfter: .max)
    #expect(Self.run(query, on: whole) { false } == .success)
    let size = whole.contents.utf8.count
    let screen = Screen(pressAfter: 10_000)
    #expect(Self.run(query, on: screen) { screen.isPressed } == .interrupted)
    #expect(screen.contents.utf8.count < 30_000 && size > 100_000, "\(screen.contents.utf8.count) of \(size)")
    #expect(screen.contents.hasSuffix("interrupted\n"))
  }

  @Test(arguments: ["r.html", "r.txt", "r.md", "r.csv", "r.json"])
  func filesAreGivenUp(_ name: String) throws {
    let folder = try TemporaryFolder.shared.makeFolder()
    let query = name == "r.txt" || name == "r.html" ? "articles | read" : "articles show text"
    let asked = Mutex(0)
    let screen = Screen(pressAfter: .max)
    let status = Self.run("\(query) > \"\(folder)/\(name)\"", on: screen) {
      asked.withLock { asked in
        asked += 1
        return asked > 60
      }
    }
    #expect(status == .interrupted, "\(screen.contents)")
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder).isEmpty)
    #expect(Self.run("\(query) > \"\(folder)/\(name)\"", on: screen) { false } == .success)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == [name])
  }
}
