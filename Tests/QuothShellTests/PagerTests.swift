//! Pagers, the start file, and what else of the shell needs a terminal to be seen.

import Foundation
import Testing

extension TerminalTests {
  @Test func aLongAnswerGoesToThePagerAndAShortOneDoesNot() throws {
    let folder = try TemporaryFolder.shared.makeFolder()
    let terminal = try start(["QUOTH_PAGER": "tee \(folder)/paged | tail -1; true"])
    terminal.send("outlets show name\r")
    try terminal.expect("2 outlets")
    try terminal.expect("quoth> ")
    #expect(!FileManager.default.fileExists(atPath: folder + "/paged"))
    terminal.send("statements show text\r")
    try terminal.expect("quoth> ")
    let paged = try String(contentsOfFile: folder + "/paged", encoding: .utf8)
    #expect(paged.contains("77 statements"))
    // One answer alone, whatever its length.
    try FileManager.default.removeItem(atPath: folder + "/paged")
    terminal.send("outlets show name | less\r")
    try terminal.expect("quoth> ")
    #expect(try String(contentsOfFile: folder + "/paged", encoding: .utf8).contains("2 outlets"))
    terminal.send("\u{4}")
    #expect(terminal.waitForEnd() == 0)
  }

  @Test func aPagerThatIsLeftEarlyIsNoError() throws {
    let terminal = try start(["PAGER": "head -2"])
    terminal.send("statements with repeats show text, sentence\r")
    try terminal.expect("──")
    try terminal.expect("quoth> ")
    #expect(!terminal.unread().contains("error"))
    terminal.send("outlets | count\r")
    try terminal.expect("2")
    try terminal.expect("quoth> ")
    terminal.send("\u{4}")
    #expect(terminal.waitForEnd() == 0)
  }

  @Test func controlCInThePagerKeepsTheSession() throws {
    // It leaves the key alone, as less does.
    let terminal = try start(["PAGER": "trap '' INT; cat > /dev/null; echo reading; sleep 1; echo left"])
    terminal.send("statements show text\r")
    try terminal.expect("reading")
    terminal.send("\u{3}")
    try terminal.expect("left")
    try terminal.expect("quoth> ")
    terminal.send("articles | count\r")
    try terminal.expect("5")
    try terminal.expect("quoth> ")
    terminal.send("\u{4}")
    #expect(terminal.waitForEnd() == 0)
  }

  @Test func withoutAPagerAnswersAreShownWhole() throws {
    for (environment, complaint) in [
      (["PAGER": "no-such-pager -x"], "there is no pager ‘no-such-pager’"),
      (["PAGER": "no-such-pager | cat"], "there is no pager ‘no-such-pager’"),
      (["QUOTH_PAGER": "no-such-pager"], "there is no pager ‘no-such-pager’"),
      (["PAGER": "(exit 127)"], "cannot be started"),
      (["TERM": "dumb", "PAGER": "head -1"], nil), (["PAGER": ""], nil), (["PATH": "/nowhere"], nil),
    ] {
      let terminal = try start(environment)
      terminal.send("statements show text\r")
      if let complaint { try terminal.expect(complaint) }
      try terminal.expect("77 statements")
      try terminal.expect("quoth> ")
      terminal.send("\u{4}")
      #expect(terminal.waitForEnd() == 0)
    }
  }

  @Test(.enabled(if: access("/usr/bin/less", X_OK) == 0, "less is not installed"))
  func lessOpensAnArticleNearTheRow() throws {
    let terminal = try start(["PAGER": "less"])
    terminal.send("quotes by Castro show text\r")
    try terminal.expect("quoth> ")
    terminal.send("read 2\r")
    // The row, and not the article's beginning.
    try terminal.expect("cordial")
    #expect(!String(decoding: terminal.raw, as: UTF8.self).contains("Please Follow us"))
    terminal.send("q")
    try terminal.expect("quoth> ")
    terminal.send("\u{4}")
    #expect(terminal.waitForEnd() == 0)
  }

  @Test func theStartFileIsRunAndItsErrorsAreTold() throws {
    let folder = try TemporaryFolder.shared.makeFolder()
    try FileManager.default.createDirectory(atPath: folder + "/quoth", withIntermediateDirectories: true)
    try "# mine\nset width 50\nset formt csv\nset rows 1\n".write(
      toFile: folder + "/quoth/rc", atomically: true, encoding: .utf8)
    let terminal = try Terminal([], environment: ["XDG_CONFIG_HOME": folder])
    try terminal.expect("/quoth/rc:3:1: error: there is no setting ‘formt’; did")
    try terminal.expect("quoth> ")
    terminal.send("articles show id\r")
    try terminal.expect("1 of 5 articles shown")
    // Before the prompt the terminal itself would take the key.
    try terminal.expect("quoth> ")
    terminal.send("\u{4}")
    #expect(terminal.waitForEnd() == 0)
    let plain = try Terminal(["--no-rc"], environment: ["XDG_CONFIG_HOME": folder])
    try plain.expect("quoth> ")
    #expect(!String(decoding: plain.raw, as: UTF8.self).contains("rc:3"))
    plain.send("\u{4}")
    #expect(plain.waitForEnd() == 0)
  }

  @Test func viKeepsItsEscapeKey() throws {
    let home = try TemporaryFolder.shared.makeFolder()
    try "bind -v\n".write(toFile: home + "/.editrc", atomically: true, encoding: .utf8)
    let terminal = try start(["HOME": home])
    // Escape at once takes effect: to the line's start, a letter inserted, one taken away at the end.
    terminal.send("utlets | countx\u{1B}0io\u{1B}$x\r")
    try terminal.expect("count\r\n")
    try terminal.expect("2")
    try terminal.expect("quoth> ")
    terminal.send("\u{1B}[200~articles\n  limit 1\u{1B}[201~\r")
    try terminal.expect("1 of 5")
    try terminal.expect("quoth> ")
    terminal.send("\u{1B}k")
    try terminal.expect("limit 1")
    terminal.send("\u{3}")
    try terminal.expect("quoth> ")
    terminal.send("\u{4}")
    #expect(terminal.waitForEnd() == 0)
  }

  @Test(.enabled(if: access("/bin/bash", X_OK) == 0, "bash is not installed"))
  func aStoppedSessionGoesOnWithItsLine() throws {
    let shell = try Terminal(["--norc", "-i"], environment: ["PS1": "$ "], program: "/bin/bash")
    try shell.expect("$ ")
    shell.send("\(Program.path)\r")
    try shell.expect("quoth> ")
    shell.send("outlets sh")
    try shell.expect("outlets sh")
    shell.send("\u{1A}")
    try shell.expect("Stopped")
    try shell.expect("$ ")
    // The command shell has its terminal as it was.
    shell.send("stty -a | grep -c ' icanon'\r")
    try shell.expect("1\r\n")
    shell.send("fg\r")
    try shell.expect("outlets sh")
    shell.send("ow name\r")
    try shell.expect("2 outlets")
    try shell.expect("quoth> ")
    shell.send("\u{4}")
    try shell.expect("$ ")
    shell.send("exit\r")
    #expect(shell.waitForEnd() == 0)
  }

  @Test func tabCompletesSettingsAndFiles() throws {
    let folder = try TemporaryFolder.shared.makeFolder()
    try "outlets | count\n".write(toFile: folder + "/two words.query", atomically: true, encoding: .utf8)
    let terminal = try start()
    terminal.send("set fo\tma\t\r")
    try terminal.expect("rmat ma")
    try terminal.expect("quoth> ")
    terminal.send("outlets show name\r")
    try terminal.expect("| name |")
    terminal.send("set format default\rsource \(folder)/tw\t\r")
    try terminal.expect("words.query\"")
    try terminal.expect("2\r\n")
    try terminal.expect("quoth> ")
    terminal.send("describe quotes.cu\t\r")
    try terminal.expect("the reporting words")
    try terminal.expect("quoth> ")
    terminal.send("\u{4}")
    #expect(terminal.waitForEnd() == 0)
  }

  @Test func aPastStatementIsRunAgain() throws {
    let state = try TemporaryFolder.shared.makeFolder()
    let terminal = try start(["XDG_STATE_HOME": state])
    terminal.send("outlets | count\rset history off\rarticles | count\r!1\r")
    try terminal.expect("!1\r\n")
    try terminal.expect("outlets | count\r\n")
    try terminal.expect("2\r\n")
    try terminal.expect("quoth> ")
    terminal.send("\u{4}")
    #expect(terminal.waitForEnd() == 0)
    let kept = try String(contentsOfFile: state + "/quoth/history", encoding: .utf8)
    #expect(kept == "outlets | count\nset history off\n")
  }
}
