//! Every query that is written down is used five ways, and what readers are told to run runs.

import Foundation
import QuothEngine
import QuothModel
import QuothQuery
import QuothRender
import QuothTestSupport
import Testing

@testable import QuothShell

@Suite struct WrittenQueryTests {
  private static let vocabulary: (any Vocabulary)? = Seeds.loaded.corpus.map { InMemoryEngine($0).vocabulary }

  @Test func allAreUsedFiveWays() throws {
    let vocabulary = try #require(Self.vocabulary)
    let texts = Set(WrittenQueries.all.map(\.text))
    #expect(texts.count > 240, "queries are not found where they used to be")
    for text in texts.sorted() {
      #expect(FiveWays.faults(of: text, vocabulary: vocabulary) == [], "\(text)")
    }
  }

  /// What help and README show runs on the seeds.
  @Test func promisedQueriesRun() throws {
    var seen: Set<String> = []
    for query in WrittenQueries.promised where seen.insert(query.text).inserted {
      // These live on what was before them, end the session, or talk to someone at a prompt.
      let first = query.text.split(separator: " ").first ?? ""
      if ["quit", "fix", "history", "source", "save", "tour"].contains(first) { continue }
      let folder = try TemporaryFolder.shared.makeFolder()
      // A pager is of terminals.
      let text = query.text.replacing(" | less", with: "").replacing(#/([>=]) "(\w+\.\w+)"/#) {
        "\($0.output.1) \"\(folder)/\($0.output.2)\""
      }
      let (session, buffer) = try Seeds.session(columns: nil, isInteractive: false)
      let ending = session.run(Script(name: nil, text: text), .runs)
      // The README shows what is said of a name that nobody has.
      let isWrong = query.text == "quotes by Rasi" || query.text.hasPrefix("why ")
      #expect(ending.status == .success || isWrong, "\(query.testDescription): \(buffer.text)")
    }
    #expect(seen.count > 60)
  }

  /// The transcripts of documents are what the program prints; a line of `…` stands for what is left out.
  @Test func documentsShowWhatIsPrinted() throws {
    let transcripts = WrittenQueries.handWritten.flatMap {
      WrittenQueries.blocks(of: WrittenQueries.text($0))
    }
    .filter { $0.lines.contains { $0.hasPrefix("quoth> ") } }
    #expect(transcripts.count >= 2)
    for transcript in transcripts {
      let (session, buffer) = try Seeds.session(columns: 105)
      let typed = transcript.lines.compactMap { $0.hasPrefix("quoth> ") ? String($0.dropFirst(7)) : nil }
      let editor = ScriptedLineEditor(lines: typed) { prompt, line in buffer.write(prompt + line + "\n") }
      session.greet()
      _ = InteractiveShell(session: session, editor: editor).run()
      let printed = buffer.text.components(separatedBy: "\n")[...]
      var rest =
        transcript.lines.first == printed.first ? printed : printed.drop { $0 != transcript.lines[0] }
      var skips = false
      for line in transcript.lines {
        if line == "…" {
          skips = true
          continue
        }
        if skips { rest = rest.drop { $0 != line } }
        skips = false
        #expect(rest.first == line)
        guard rest.first == line else { break }
        rest = rest.dropFirst()
      }
    }
  }
}
