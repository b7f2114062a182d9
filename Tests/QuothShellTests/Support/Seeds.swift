//! The seed corpus, loaded once for all tests in this process.

import Foundation
import QuothModel
import QuothRender

@testable import QuothShell

/// The seed articles.
enum Seeds {
  static let loaded: LoadedCorpus = {
    // So that files are named as someone in the project's folder would see them.
    _ = FileManager.default.changeCurrentDirectoryPath(Program.project)
    return CorpusLoader.load(["seeds"], isCancelled: { false })
  }()

  /// A session whose streams all end in one text, in the order they would on a terminal.
  static func session(
    columns: Int?, format: OutputFormat = .table, isInteractive: Bool = true
  ) throws -> (Session, TextBuffer) {
    let buffer = TextBuffer()
    let console = Console(
      results: buffer, messages: buffer, isInteractive: isInteractive, usesColour: false,
      coloursMessages: false, columns: { columns })
    guard let corpus = loaded.corpus else { throw CocoaError(.fileReadUnknown) }
    return (Session(corpus: corpus, console: console, format: format), buffer)
  }
}
