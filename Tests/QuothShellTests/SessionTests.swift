//! Transcripts of sessions: what is typed after a prompt is fed in, and all the rest must come out.

import Foundation
import QuothRender
import Synchronization
import Testing

@testable import QuothShell

/// A transcript begins with lines of `#`; `# columns N` sets the terminal's width, 80 without it, and `# rows N` its
/// height.
@Test(arguments: Expected.files(in: "Sessions", ending: "session"))
func sessionMatchesItsTranscript(_ file: URL) throws {
  let expected = try String(contentsOf: file, encoding: .utf8)
  let lines = expected.components(separatedBy: "\n")
  let head = lines.prefix { $0.hasPrefix("#") }
  let columns = head.compactMap { Int($0.replacing("# columns ", with: "")) }.first ?? 80
  let rows = head.compactMap { Int($0.replacing("# rows ", with: "")) }.first
  let (session, buffer) = try Seeds.session(columns: columns, rows: rows)
  buffer.write(head.map { $0 + "\n" }.joined())
  let editor = ScriptedLineEditor(lines: lines.compactMap(typedLine)) { prompt, line in
    buffer.write(line.isEmpty ? String(prompt.dropLast()) + "\n" : prompt + line + "\n")
  }
  session.greet()
  _ = InteractiveShell(session: session, editor: editor).run()
  try Expected.check(buffer.text, equals: expected, at: file)
}

/// What follows a prompt: `quoth> `, or blanks, what is open, `…> `.
private func typedLine(_ line: String) -> String? {
  // No trailing blanks in the files: an empty line is a prompt alone.
  if line == "quoth>" { return "" }
  if let match = line.wholeMatch(of: #/quoth> (.*)/#) { return String(match.output.1) }
  if let match = line.wholeMatch(of: #/ *\S*…> ?(.*)/#) { return String(match.output.1) }
  return nil
}

/// A block is a query, `----`, and what comes of it; an empty line separates blocks.
@Test(arguments: Expected.files(in: "Queries", ending: "qtest"))
func queriesAnswerAsWritten(_ file: URL) throws {
  let expected = try String(contentsOf: file, encoding: .utf8)
  var actual: [String] = []
  for block in expected.components(separatedBy: "\n\n") {
    guard let rule = block.range(of: "\n----") else {
      actual.append(block)
      continue
    }
    let query = String(block[..<rule.lowerBound])
    let (session, buffer) = try Seeds.session(columns: nil, format: .tsv, isInteractive: false)
    let statement = query.split(separator: "\n").filter { !$0.hasPrefix("#") }.joined(separator: "\n")
    _ = session.run(Script(name: nil, text: statement), .runs)
    let answer = buffer.text.split(separator: "\n", omittingEmptySubsequences: true).joined(separator: "\n")
    actual.append("\(query)\n----" + (answer.isEmpty ? "" : "\n" + answer))
  }
  let text = actual.joined(separator: "\n\n")
  try Expected.check(text.hasSuffix("\n") ? text : text + "\n", equals: expected, at: file)
}

@Test func anInterruptedQueryKeepsTheSession() throws {
  let buffer = TextBuffer()
  let console = Console(
    results: buffer, messages: buffer, isInteractive: true, usesColour: false, coloursMessages: false,
    columns: { 80 })
  let flag = Mutex(false)
  let corpus = try #require(Seeds.loaded.corpus)
  let session = Session(corpus: corpus, console: console, format: .table) { flag.withLock { $0 } }
  let first = session.run(Script(name: nil, text: "articles limit 1 show id"), .runs)
  #expect(first.status == .success)
  flag.withLock { $0 = true }
  let second = session.run(Script(name: nil, text: "quotes; outlets"), .runs)
  #expect(second.status == .interrupted)
  #expect(buffer.take().hasSuffix("error: interrupted\n"))
  flag.withLock { $0 = false }
  // The answer before it is still there to be opened.
  let third = session.run(Script(name: nil, text: "why 1"), .runs)
  #expect(third.status == .success)
  #expect(buffer.text.contains("seeds/000_f5cdf9df635e613e.txt"))
}
