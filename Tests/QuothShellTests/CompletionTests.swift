//! What TAB offers after the commands that the language leaves to the shell.

import Foundation
import Testing

@testable import QuothShell

@Test(arguments: [
  ("set ", ["color", "format", "header", "history", "null", "pager", "rows", "timing", "width"]),
  ("set ti", ["timing"]),
  ("set TIM", ["timing"]), ("set timing o", ["on", "off"]), ("set timing=of", ["off"]),
  ("set format = ma", ["markdown"]), ("articles; set pager ", ["auto", "on", "off", "default"]),
  ("set nonsense ", []), ("set timing on o", []), ("set\nrow", ["rows"]), ("describe quo", ["quotes"]),
  ("describe quotes.cu", ["cue"]), ("describe outlets f", ["first"]), ("describe quotes.cue.", []),
  ("save ", ["session as"]), ("save session ", ["as"]), ("save session as x.query r", ["replace"]),
  ("history 5", []), ("more ", []), ("hist", ["history"]), ("help timi", ["timing"]),
])
func tabKnowsCommands(_ text: String, _ expected: [String]) throws {
  let (session, _) = try Seeds.session(columns: 80)
  let completions = session.completions(before: text)
  #expect(completions.candidates.map(\.text) == expected)
}

@Test func tabKnowsFiles() throws {
  let folder = try TemporaryFolder.shared.makeFolder()
  for name in ["one.query", "two words.query", ".hidden", "it's"] {
    try "".write(toFile: "\(folder)/\(name)", atomically: true, encoding: .utf8)
  }
  try FileManager.default.createDirectory(atPath: folder + "/on board", withIntermediateDirectories: true)
  let (session, _) = try Seeds.session(columns: 80)
  func offered(_ typed: String) -> [String] {
    session.completions(before: typed).candidates.map { $0.text.replacingOccurrences(of: folder, with: "F") }
  }
  #expect(
    offered("source \(folder)/") == ["\"F/it's\"", "\"F/on board/", "F/one.query", "\"F/two words.query\""])
  #expect(offered("source \"\(folder)/two w") == ["\"F/two words.query\""])
  #expect(offered("source \(folder)/.h") == ["F/.hidden"])
  #expect(offered("save session as \(folder)/one") == ["F/one.query"])
  #expect(offered("source \(folder)/one.query ") == [])
  #expect(offered("source /no/such/folder/") == [])
}

/// After `>`, and where `expect` compares with a file.
@Test func tabKnowsFilesOfAnswers() throws {
  let folder = try TemporaryFolder.shared.makeFolder()
  for name in ["one.csv", "two words.csv"] {
    try "".write(toFile: "\(folder)/\(name)", atomically: true, encoding: .utf8)
  }
  try FileManager.default.createDirectory(atPath: folder + "/on board", withIntermediateDirectories: true)
  let (session, _) = try Seeds.session(columns: 80)
  for before in [
    "quotes by Raisi > ", "quotes where known >", "expect outlets show name = ", "articles\nquotes > ",
  ] {
    func offered(_ typed: String) -> [String] {
      session.completions(before: before + typed).candidates.map {
        $0.text.replacingOccurrences(of: folder, with: "F")
      }
    }
    #expect(offered("\"\(folder)/on") == ["\"F/on board/", "\"F/one.csv\""])
    #expect(offered("\(folder)/t") == ["\"F/two words.csv\""])
    #expect(offered("\"\(folder)/on board/") == [])
  }
  #expect(session.completions(before: "quotes where words > ").candidates.isEmpty)
  #expect(session.completions(before: "quotes > \"a.csv\" re").candidates.map(\.text) == ["replace"])
}

/// What is offered is read as the same name.
@Test func marksInNamesAreKept() throws {
  let names = [
    "a\"b.query", "a\"b c.query", "a'b c.query", "a\"b'c d.query", "a\"b'c” d.query", "plain.query",
  ]
  let folder = try TemporaryFolder.shared.makeFolder()
  for name in names { try "".write(toFile: "\(folder)/\(name)", atomically: false, encoding: .utf8) }
  // Holds every mark that closes.
  try "".write(toFile: "\(folder)/\"'”“’» .query", atomically: false, encoding: .utf8)
  let (session, _) = try Seeds.session(columns: 80)
  for opening in ["", "\""] {
    let offered = session.completions(before: "source \(opening)\(folder)/").candidates.map(\.text)
    let read = offered.map { (try? CommandText($0).words.get()) ?? [] }
    #expect(Set(read) == Set(names.map { ["\(folder)/\($0)"] }))
  }
}
