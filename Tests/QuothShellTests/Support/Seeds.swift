//! The seed corpus, loaded once for all tests in this process.

import Foundation
import QuothBasics
import QuothEngine
import QuothModel
import QuothQuery
import QuothRender

@testable import QuothShell

/// The seed articles.
enum Seeds {
  static let loaded: LoadedCorpus = {
    // So that files are named as someone in the project's folder would see them.
    _ = FileManager.default.changeCurrentDirectoryPath(Program.project)
    return CorpusLoader.load(["seeds"], isCancelled: { false })
  }()

  /// The day on which all tests are done.
  static let today = CalendarDay(dayNumber: 19_700)

  /// Examples as help on the seeds shows them.
  static var examples: any ExampleSource {
    loaded.corpus.map { CorpusExamples(CorpusQuestions(engine: InMemoryEngine($0), isCancelled: { false })) }
      ?? NoExamples()
  }

  /// A session whose streams all end in one text, in the order they would on a terminal.
  static func session(
    columns: Int?, rows: Int? = nil, format: OutputFormat = .table, isInteractive: Bool = true
  ) throws -> (Session, TextBuffer) {
    let buffer = TextBuffer()
    let console = Console(
      results: buffer, messages: buffer, isInteractive: isInteractive, usesColour: false,
      coloursMessages: false, columns: { columns }, rows: { rows })
    guard let corpus = loaded.corpus else { throw CocoaError(.fileReadUnknown) }
    return (Session(corpus: corpus, console: console, format: format, today: { Seeds.today }), buffer)
  }
}
