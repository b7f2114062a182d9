//! `> "file"` at a prompt: what someone keeps is not written over unless that is said.

import Foundation
import Testing

@testable import QuothShell

/// What a prompt says to these lines.
private func said(_ lines: [String]) throws -> String {
  let (session, buffer) = try Seeds.session(columns: 200)
  let editor = ScriptedLineEditor(lines: lines) { prompt, line in buffer.write(prompt + line + "\n") }
  _ = InteractiveShell(session: session, editor: editor).run()
  return buffer.text
}

@Test func aPromptKeepsWhatIsThere() throws {
  let path = try TemporaryFolder.shared.file("a.csv", Data("kept".utf8))
  let query = "outlets show name > \"\(path)\""
  let refused = try said([query])
  #expect(refused.contains("error: there is a file \(path) already; ‘replace’ after the name writes over it"))
  #expect(refused.contains("fix runs: \(query) replace"))
  #expect(try String(contentsOfFile: path, encoding: .utf8) == "kept")
  #expect(try said([query, "fix"]).contains("2 rows written to \(path), in place of what it held"))
  #expect(try said([query + " replace"]).contains("in place of what it held"))
}

@Test func whatThePromptWroteItMayWriteAgain() throws {
  let path = try TemporaryFolder.shared.makeFolder() + "/a.csv"
  let text = try said(["outlets > \"\(path)\"", "outlets show name > \"\(path)\""])
  #expect(!text.contains("error") && text.contains("in place of what it held"))
}

/// A script means the same each time that it runs.
@Test func aScriptWritesOver() throws {
  let path = try TemporaryFolder.shared.file("a.csv", Data("kept".utf8))
  let script = try TemporaryFolder.shared.file("a.query", Data("outlets > \"\(path)\"\n".utf8))
  #expect(try said(["source \(script)"]).contains("in place of what it held"))
}
