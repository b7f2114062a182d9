//! Keys pressed on a real terminal: what only libedit and the process can get wrong.

import Foundation
import Testing

// One after the other: two programs at once on two cores leave none to the test.
@Suite(.serialized) struct TerminalTests {
  func start(
    _ environment: [String: String] = [:], columns: Int = 100, arguments: [String] = []
  ) throws -> Terminal {
    let state = try TemporaryFolder.shared.makeFolder()
    let terminal = try Terminal(
      arguments, environment: ["XDG_STATE_HOME": state].merging(environment) { $1 }, columns: columns)
    try terminal.expect("quoth> ")
    return terminal
  }

  @Test func utf8IsEditedByCharacters() throws {
    for locale in [["LC_ALL": "C.UTF-8"], ["LC_ALL": "xx_XX.UTF-8"], ["LC_ALL": ""], ["TERM": "dumb"]] {
      let terminal = try start(locale)
      // One letter back, one of two bytes taken away, another put in its place; the same at the end.
      terminal.send("articles where title contains \"Raisíx\u{1B}[D\u{7F}ñ\u{5}\u{7F}日ó\u{7F}\"\r")
      try terminal.expect("quoth> ")
      terminal.send("\u{10}")
      try terminal.expect("Raisñ日\"")
      terminal.send("\u{3}")
      try terminal.expect("quoth> ")
      terminal.send("\u{4}")
      #expect(terminal.waitForEnd() == 0)
    }
  }

  @Test func loadingThatTakesItsTimeTellsHowFarItIs() throws {
    let pipe = try TemporaryFolder.shared.makeFolder() + "/slow"
    #expect(mkfifo(pipe, 0o600) == 0)
    let writer = open(pipe, O_RDWR | O_CLOEXEC)
    let terminal = try Terminal([pipe], environment: [:], columns: 100)
    for half in 0..<2 {
      // More than is looked at to tell the format, and more than a pipe holds.
      let records = (0..<600).map { number in
        "{\"id\": \"r\(half)-\(number)\", \"text\": \"\(String(repeating: "Words. ", count: 30)) \(number)-\(half)\"}\n"
      }
      for record in records {
        _ = record.utf8.withContiguousStorageIfAvailable { write(writer, $0.baseAddress, $0.count) }
      }
      usleep(1_200_000)
    }
    close(writer)
    try terminal.expect("articles/s")
    try terminal.expect("quoth> ")
    terminal.send("articles | count\r")
    try terminal.expect("1200")
    try terminal.expect("quoth> ")
    terminal.send("\u{4}")
    #expect(terminal.waitForEnd() == 0)
  }

  @Test func controlCGivesUpTheLineAndNeverLeaves() throws {
    let terminal = try start()
    terminal.send("quotes by Nobody\u{3}")
    try terminal.expect("^C\r\n")
    try terminal.expect("quoth> ")
    // At once after the prompt, and on an empty line.
    for _ in 0..<5 {
      terminal.send("\u{3}")
      try terminal.expect("quoth> ")
    }
    terminal.send("quotes where (\r")
    try terminal.expect("(…> ")
    terminal.send("cue=x\u{3}")
    try terminal.expect("quoth> ")
    // A signal from elsewhere is the same.
    terminal.send("quotes")
    try terminal.expect("quotes")
    terminal.signal(SIGINT)
    try terminal.expect("quoth> ")
    terminal.send("quit\r")
    #expect(terminal.waitForEnd() == 0)
  }

  @Test func controlCStopsARunningQueryAndKeepsTheSession() throws {
    // Sentences that a pattern of two nested repetitions takes its time over, but not more steps than allowed.
    let words = String(repeating: "w ", count: 120)
    let records = (0..<1_200).map {
      "{\"id\": \"a\($0)\", \"text\": \"Title \($0)\\n\\nOnly \(words)end.\"}\n"
    }
    let corpus = try TemporaryFolder.shared.file("slow.jsonl", Data(records.joined().utf8))
    let terminal = try start(arguments: [corpus])
    terminal.send("sentences where text ~ /(\\w+\\s+)+(\\w+\\s+)+[0-9]/\r")
    try terminal.expect("\n")
    usleep(300_000)
    #expect(!terminal.unread().contains("quoth> "), "the query was too quick to be stopped")
    terminal.send("\u{3}")
    try terminal.expect("interrupted", seconds: 1)
    try terminal.expect("quoth> ")
    terminal.send("articles | count\r")
    try terminal.expect("1200")
    try terminal.expect("quoth> ")
    terminal.send("\u{4}")
    #expect(terminal.waitForEnd() == 0)
  }

  @Test func controlDLeavesAnEmptyLineOnly() throws {
    let terminal = try start()
    terminal.send("x\u{4}\u{7F}\u{4}")
    #expect(terminal.waitForEnd() == 0)
    let continued = try start()
    continued.send("quotes where (\r")
    try continued.expect("(…> ")
    continued.send("\u{4}")
    try continued.expect("given up")
    try continued.expect("quoth> ")
    continued.send("\u{4}")
    #expect(continued.waitForEnd() == 0)
  }

  @Test func aSignalThatEndsItLeavesTheTerminalInOrder() throws {
    let terminal = try start()
    terminal.send("quotes by")
    try terminal.expect("quotes by")
    #expect(!terminal.isCooked)
    terminal.signal(SIGTERM)
    #expect(terminal.waitForEnd() == 128 + SIGTERM)
    #expect(terminal.isCooked)
  }

  @Test func helpAndQuitWorkWithinAStatement() throws {
    let terminal = try start()
    terminal.send("quotes where (\r")
    try terminal.expect("(…> ")
    terminal.send("help\r")
    try terminal.expect("(…> ")
    terminal.send("exit\r")
    #expect(terminal.waitForEnd() == 0)
  }

  @Test func tabCompletes() throws {
    let terminal = try start()
    terminal.send("quot\t")
    // Only what is new is drawn.
    try terminal.expect("es ")
    terminal.send("by rai\t")
    try terminal.expect("Raisi")
    terminal.send("\u{3}")
    try terminal.expect("quoth> ")
    terminal.send("quotes \t")
    try terminal.expect("where")
    try terminal.expect("quoth> quotes ")
    terminal.send("\u{3}")
    try terminal.expect("quoth> ")
    terminal.send("\u{4}")
    #expect(terminal.waitForEnd() == 0)
  }

  @Test func statementsAreRecalledInTheNextSession() throws {
    let state = ["XDG_STATE_HOME": try TemporaryFolder.shared.makeFolder()]
    let first = try start(state)
    first.send("quotes where (\r")
    try first.expect("(…> ")
    first.send("cue=\"ño\\\\\")\r")
    try first.expect("quoth> ")
    first.send("qoutes by Raisí\r")
    try first.expect("error")
    try first.expect("quoth> ")
    first.send("\u{4}")
    #expect(first.waitForEnd() == 0)

    let file = (state["XDG_STATE_HOME"] ?? "") + "/quoth/history"
    let permissions = try FileManager.default.attributesOfItem(atPath: file)[.posixPermissions] as? Int
    #expect(permissions == 0o600)
    #expect(
      try String(contentsOfFile: file, encoding: .utf8)
        == "quotes where (\\ncue=\"ño\\\\\\\\\")\nqoutes by Raisí\n")

    let second = try start(state)
    second.send("\u{10}")
    try second.expect("qoutes by Raisí")
    second.send("\u{10}")
    try second.expect("cue=\"ño\\\\\")")
    second.send("\u{3}")
    try second.expect("quoth> ")
    second.send("\u{12}qout")
    try second.expect("bck:")
    second.send("\r\u{3}\u{4}")
    #expect(second.waitForEnd() == 0)
  }

  @Test func anUnwritableHistoryIsOneWarning() throws {
    let terminal = try start(["XDG_STATE_HOME": "/dev/null/x"])
    terminal.send("help\r")
    try terminal.expect("history is not kept")
    try terminal.expect("quoth> ")
    terminal.send("help\r")
    try terminal.expect("quoth> ")
    #expect(!terminal.unread().contains("history is not kept"))
    terminal.send("\u{4}")
    #expect(terminal.waitForEnd() == 0)
  }

  @Test func pastedLinesWaitForEnter() throws {
    let terminal = try start()
    terminal.send("\u{1B}[200~articles\n  limit\t1\n\u{1B}[201~")
    try terminal.expect("limit 1")
    #expect(!terminal.unread().contains("quoth> "))
    terminal.send("\r")
    try terminal.expect("1 of")
    try terminal.expect("quoth> ")
    // Longer than any buffer on the way.
    let long = String(repeating: "é", count: 6_000)
    terminal.send("\u{1B}[200~articles where title contains \"\(long)\"\u{1B}[201~")
    terminal.send("\r")
    try terminal.expect("quoth> ")
    terminal.send("\u{4}")
    #expect(terminal.waitForEnd() == 0)
  }

  @Test func resizingKeepsTheLine() throws {
    let terminal = try start(columns: 40)
    terminal.send("quotes by Raisi where topic=sanctions and cue=said")
    try terminal.expect("said")
    for columns in [30, 60, 20, 100] {
      terminal.resize(columns: columns)
      try terminal.expect("quoth> quotes by")
    }
    terminal.send("\u{3}")
    try terminal.expect("quoth> ")
    terminal.send("\u{4}")
    #expect(terminal.waitForEnd() == 0)
  }

  @Test func noFormatLetsArticlesSpeakToTheTerminal() throws {
    let record = #"{"id": "x", "text": "Ann Lee said: “We \u001b[35magree\u009b35m.”"}"#
    let corpus = try TemporaryFolder.shared.file("evil.jsonl", Data(record.utf8))
    for format in ["table", "csv", "tsv", "json", "jsonl", "markdown"] {
      let terminal = try Terminal(["query", "--corpus", corpus, "--format", format, "quotes show text"])
      try terminal.expect("agree")
      #expect(terminal.waitForEnd() == 0)
      let shown = String(decoding: terminal.raw, as: UTF8.self).unicodeScalars
      #expect(!shown.contains("\u{9B}") && !String(shown).contains("\u{1B}[35m"), "\(format)")
    }
  }

  @Test func noColourWhereItIsNotWanted() throws {
    for (environment, isColoured) in [([:], true), (["NO_COLOR": "1"], false), (["TERM": "dumb"], false)] {
      let terminal = try start(environment)
      terminal.send("outlets\r")
      try terminal.expect("name")
      try terminal.expect("quoth>")
      terminal.send("qoutes\r")
      try terminal.expect("error")
      #expect(String(decoding: terminal.raw, as: UTF8.self).contains("\u{1B}[1;31m") == isColoured)
      try terminal.expect("quoth>")
      terminal.send("\u{4}")
      #expect(terminal.waitForEnd() == 0)
    }
  }
}
