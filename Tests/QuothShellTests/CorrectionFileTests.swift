//! Files of corrections: changed by several hands, in any state, and never losing what somebody wrote.

import Foundation
import QuothModel
import QuothQuery
import QuothRender
import Testing

@testable import QuothShell

/// A session at a prompt whose corrections are kept in a file of a folder of its own.
private final class Desk {
  let folder: String
  let path: String
  private let buffer = TextBuffer()
  private(set) var session: Session

  init(_ text: String? = nil, folder: String? = nil) throws {
    self.folder = try folder ?? TemporaryFolder.shared.makeFolder()
    path = self.folder + "/news.corrections"
    if let text { try Data(text.utf8).write(to: URL(filePath: path)) }
    session = try Self.session(path, buffer)
    _ = session.reportCorrections()
  }

  private static func session(_ path: String, _ buffer: TextBuffer) throws -> Session {
    let console = Console(
      results: buffer, messages: buffer, isInteractive: true, usesColour: false, coloursMessages: false,
      columns: { 200 })
    return Session(
      corpus: try #require(Seeds.loaded.corpus), corrections: [AmendmentFile(path, of: "news")],
      console: console, format: .csv, today: { Seeds.today })
  }

  /// What the shell says to a line.
  @discardableResult func type(_ line: String) -> String {
    _ = session.run(Script(name: nil, text: line), ScriptMode.runs.atPrompt)
    return buffer.take()
  }

  /// What it says at its start.
  func said() -> String { buffer.take() }

  /// Begins another session on the same file.
  func restart() throws -> String {
    session = try Self.session(path, buffer)
    _ = session.reportCorrections()
    return buffer.take()
  }

  /// The lines of the file that are no comments.
  func lines() -> [String] {
    let text = (try? String(contentsOfFile: path, encoding: .utf8)) ?? ""
    return text.split(whereSeparator: \.isNewline).map(String.init).filter { !$0.hasPrefix("#") }
      .map { $0.components(separatedBy: "  #")[0] }
  }

  func edit(_ change: (String) -> String) throws {
    let text = try String(contentsOfFile: path, encoding: .utf8)
    try Data(change(text).utf8).write(to: URL(filePath: path))
  }

  func list() -> [String] {
    type("corrections").components(separatedBy: "\n").compactMap {
      $0.firstMatch(of: #/^ *\d+  (.+)$/#).map { String($0.output.1) }
    }
  }
}

private let raisi = "= \"Ebrahim Raisi\""

@Suite struct CorrectionFileTests {
  @Test func aLineIsTakenBackWhereverItStandsByNow() throws {
    let desk = try Desk()
    for name in ["a1", "b1", "c1"] { desk.type("alias \"\(name)\" = Raisi") }
    try desk.edit { $0.replacing("# What", with: "# Ours.\n\n# What") }
    #expect(desk.type("undo 2").contains("taken back: alias \"b1\""))
    #expect(desk.lines() == ["alias \"a1\" \(raisi)", "alias \"c1\" \(raisi)"])
    // Somebody takes a line out by hand.
    try desk.edit {
      $0.split(separator: "\n").filter { !$0.hasPrefix("alias \"c1\"") }.joined(separator: "\n")
    }
    let said = desk.type("undo 2")
    #expect(said.contains("meanwhile changed: alias \"c1\" \(raisi) holds no more"), "\(said)")
    #expect(said.contains("is not in its file any more"))
    #expect(desk.list() == ["alias \"a1\" \(raisi)"])
    try FileManager.default.removeItem(atPath: desk.path)
    #expect(desk.type("alias d1 = Raisi").contains("alias \"a1\" \(raisi) holds no more"))
    #expect(desk.list() == ["alias \"d1\" \(raisi)"])
    #expect(desk.lines() == desk.list())
  }

  @Test func windowsLinesStayWindowsLines() throws {
    let desk = try Desk("# ours\r\nalias \"a1\" \(raisi)\r\nalias \"b1\" \(raisi)\r\n")
    #expect(desk.type("undo 1").contains("line 2 of"))
    desk.type("alias c1 = Raisi")
    let bytes = try Data(contentsOf: URL(filePath: desk.path))
    let text = String(decoding: bytes, as: UTF8.self)
    #expect(text.unicodeScalars.filter { $0 == "\n" }.count == 4)
    #expect(text.replacing("\r\n", with: "").unicodeScalars.allSatisfy { $0 != "\r" && $0 != "\n" })
    #expect(desk.lines() == ["alias \"b1\" \(raisi)", "alias \"c1\" \(raisi)"])
    #expect(try desk.restart() == "")
    #expect(desk.list().count == 2)
  }

  @Test func statementsOfOneLineAreTakenApartByHand() throws {
    let desk = try Desk("alias \"a1\" \(raisi); alias \"b1\" \(raisi)\n")
    #expect(desk.type("undo 2").contains("other corrections stand on this line"))
    #expect(desk.list().count == 2)
  }

  @Test func whatOthersNeedIsNotTakenBack() throws {
    let desk = try Desk()
    desk.type("quotes limit 3")
    desk.type("correct 1 speaker = new \"Joe Public\"")
    desk.type("correct 2 speaker = \"Joe Public\"")
    let said = desk.type("undo 1")
    #expect(said.contains("is needed by") && said.contains("take that back first (undo 2)"), "\(said)")
    #expect(desk.list().count == 2 && desk.lines().count == 2)
    desk.type("undo 2")
    #expect(desk.type("undo 1").contains("taken back"))
    #expect(desk.lines() == [])
  }

  @Test func aRefusedCorrectionLeavesTheSessionWhole() throws {
    let desk = try Desk()
    desk.type("alias Prez = Raisi")
    try desk.edit { $0 + "alias \"Miguel Díaz-Canel\" \(raisi)\n" }
    let refused = desk.type("alias Zed = Nobodyhere")
    #expect(
      refused.contains("meanwhile changed: alias \"Miguel Díaz-Canel\"") && refused.contains("unknown-name"))
    let both = desk.type("quotes by \"Miguel Díaz-Canel\" | count")
    #expect(both == desk.type("quotes by Prez | count"))
    desk.type("quotes by \"Miguel Díaz-Canel\" limit 2")
    #expect(desk.type("why 1").contains("speaker     Ebrahim Raisi"))
  }

  @Test func whatCannotBeReadGoesOnHolding() throws {
    let desk = try Desk()
    desk.type("alias Prez = Raisi")
    try FileManager.default.removeItem(atPath: desk.path)
    try FileManager.default.createDirectory(atPath: desk.path, withIntermediateDirectories: false)
    #expect(desk.type("alias b1 = Raisi").contains("the correction ends with this session"))
    #expect(desk.list().count == 2)
    #expect(desk.type("quotes by Prez | count").contains("29"))
    #expect(desk.type("undo 1").contains("the correction still holds"))
  }

  @Test func nothingIsWrittenIntoWhatIsNotOurs() throws {
    for (text, reason) in [
      ("Iran and Cuba agreed.\nThey met on Monday.\n", "it holds something else than corrections"),
      ("alias \"a1\" \(raisi)\nalias \"b1\" =\n", "its last line is not finished"),
      ("alias \"a1\" \(raisi)\nalias \"half\n", "its last line is not finished"),
    ] {
      let desk = try Desk(text)
      #expect(desk.said().contains("error["))
      #expect(desk.type("alias c1 = Raisi").contains(reason), "\(text)")
      #expect(try String(contentsOfFile: desk.path, encoding: .utf8) == text)
      #expect(desk.type("quotes by c1 | count").contains("29"), "it holds in the session")
    }
  }

  @Test func whatOnlyTheSessionKnowsIsNotKept() throws {
    let desk = try Desk()
    // As a start file says it.
    _ = desk.session.run(
      Script(
        name: "rc",
        text: "correct quote \"We two countries\" in 000_f5cdf9df635e613e speaker = new \"Rc Guy\""),
      .runs)
    _ = desk.said()
    desk.type("quotes limit 1")
    #expect(desk.type("correct 1 speaker = \"Rc Guy\"").contains("its names would be read otherwise"))
    #expect(desk.lines() == [])
    #expect(desk.type("alias b1 = Raisi").contains("kept in"))
    #expect(desk.list().count == 3)
    #expect(try desk.restart() == "")
    #expect(desk.list() == ["alias \"b1\" \(raisi)"])
  }

  @Test func namesThatSeveralHaveAreKeptByKey() throws {
    let desk = try Desk()
    desk.type("quotes limit 3")
    desk.type("correct 1 speaker = new \"Cuba\"")
    let said = desk.type("correct 2 speaker = \"place/cuba\"")
    #expect(said.contains("kept in"), "\(said)")
    #expect(desk.lines().last?.hasSuffix("= \"place/cuba\"") == true, "\(desk.lines())")
    let list = desk.list()
    #expect(try desk.restart() == "")
    #expect(desk.list() == list)
  }

  @Test func valuesMeanWhatTheySay() throws {
    let desk = try Desk()
    desk.type("quotes limit 2")
    #expect(desk.type("correct 2 outlet = New York Times").contains("New York Times"))
    #expect(desk.lines().last?.hasSuffix("outlet = \"New York Times\"") == true)
    #expect(desk.type("correct 1 speaker = Raisi, missing").contains("‘missing’ stands alone"))
    #expect(desk.type("correct 1 speaker = New Zealand").contains("error[unknown-name]"))
    #expect(desk.type("correct 2 outlet = new \"Le Monde\"").contains(": Le Monde"))
    #expect(desk.type("correct 1 speaker = new Jane Doe").contains("new \"Jane Doe\""))
    #expect(desk.type("undo 1 2").contains("undo takes the number"))
    try Data(
      "correct quote \"a turning point\" in 000_f5cdf9df635e613e speaker = \"Ali Khamenei\", missing\n".utf8
    )
    .write(to: URL(filePath: desk.path))
    #expect(try desk.restart().contains("‘missing’ stands alone"))
  }

  @Test func namesThatStandForNobodyAreGivenUp() throws {
    let desk = try Desk()
    desk.type("quotes limit 1")
    desk.type("correct 1 speaker = new \"Joe Public\"")
    desk.type("let joe = quotes by \"Joe Public\"")
    #expect(desk.type("$joe | count").contains("1"))
    #expect(desk.type("undo").contains("$joe stands for nothing any more"))
    #expect(desk.type("$joe | count").contains("unknown-variable"))
  }

  @Test func scriptsTakeBackOnlyTheirOwn() throws {
    let kept = "alias \"a1\" \(raisi)\n"
    for (name, text, mode) in [
      ("run", "undo", ScriptMode.runs), ("check", "undo", .checks),
      ("own", "alias \"b1\" \(raisi)\nundo\nundo", .runs), ("number", "undo 1", .runs),
    ] {
      let desk = try Desk(kept)
      _ = desk.session.run(Script(name: "a.query", text: text), mode)
      let said = desk.said()
      #expect(try String(contentsOfFile: desk.path, encoding: .utf8) == kept, "\(name)")
      #expect(desk.list() == ["alias \"a1\" \(raisi)"], "\(name)")
      #expect(mode == .checks ? said == "" : said.contains("error:"), "\(name): \(said)")
    }
    let desk = try Desk(kept)
    _ = desk.session.run(Script(name: nil, text: "undo"), .runs)
    #expect(desk.lines().count == 1)
  }

  @Test func checkedCorrectionsAreBoundAndRowsLeftOpen() throws {
    let desk = try Desk()
    _ = desk.session.run(
      Script(
        name: "a.query",
        text:
          "quotes limit 5\ncorrect 1 speaker = Raisi\nalias \"x1\" \(raisi)\nquotes by x1\ncorrect 1 speaker = Nobodyhere"
      ),
      .checks)
    let said = desk.said()
    #expect(said.contains("a.query:5:21: error[unknown-name]"), "\(said)")
    #expect(said.components(separatedBy: "error[").count == 2)
  }

  @Test func aSavedSessionHoldsWhatHolds() throws {
    let desk = try Desk()
    desk.type("alias a1 = Raisi")
    desk.type("alias b1 = Raisi")
    desk.type("undo")
    desk.type("quotes by a1 | count")
    let text = desk.session.log.text
    #expect(text.contains("alias \"a1\"") && !text.contains("b1") && !text.contains("undo"))
  }

  @Test func pathsAreShownAndNotObeyed() throws {
    let folder = try TemporaryFolder.shared.makeFolder() + "/w\u{1B}[31m\nalias Q = Raisi"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let desk = try Desk(folder: folder)
    let said = desk.type("alias a1 = Raisi") + desk.type("corrections") + desk.type("undo")
    #expect(!said.contains("\u{1B}"))
    #expect(AmendmentFile(desk.path, of: folder).articles.contains("\n") == false)
  }

  @Test func manyProblemsAreCounted() throws {
    let text = (0..<100).map { "alias \"n\($0)\" = \"Nobody \($0)\"\n" }.joined()
    let desk = try Desk(text)
    let said = desk.said()
    #expect(said.components(separatedBy: "error[").count == 21)
    #expect(said.contains("and 80 more of the kind") && said.contains("100 corrections of"))
  }

  @Test func namesMayHoldLineBreaks() throws {
    let desk = try Desk()
    desk.type("quotes limit 1")
    desk.type("correct 1 speaker = new \"A\nB\"")
    desk.type("alias c1 = Raisi")
    #expect(desk.type("undo 1").contains("taken back"))
    #expect(desk.lines() == ["alias \"c1\" \(raisi)"])
    #expect(try desk.restart() == "")
    #expect(desk.list() == ["alias \"c1\" \(raisi)"])
  }

  @Test func numbersOfAnySizeAreAnswered() throws {
    let desk = try Desk()
    desk.type("alias c1 = Raisi")
    for number in ["0", "-1", "-9223372036854775808", "9223372036854775807", "99999999999999999999"] {
      #expect(desk.type("undo \(number)").contains("error:"), "\(number)")
    }
    #expect(desk.list().count == 1)
  }

  @Test func whatOthersAddIsSeenBeforeSomethingIsTakenBack() throws {
    let desk = try Desk("alias \"a1\" \(raisi)\n")
    try desk.edit { $0 + "alias \"b1\" \(raisi)\n" }
    let said = desk.type("undo")
    #expect(
      said.contains("its file was changed meanwhile") && said.contains("\"b1\" \(raisi) holds now"), "\(said)"
    )
    try desk.edit { $0 + "alias \"d1\" \(raisi)\n" }
    #expect(desk.list().count == 3)
    desk.type("undo")
    #expect(desk.lines().count == 2)
  }

  @Test func whoIsNotAloneWritesNothing() throws {
    let desk = try Desk("alias \"a1\" \(raisi)\n")
    let folder = open(desk.folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    #expect(flock(folder, LOCK_EX) == 0)
    #expect(desk.type("alias b1 = Raisi").contains("another session is changing it"))
    #expect(desk.type("undo 1").contains("another session is changing it"))
    close(folder)
    #expect(desk.lines() == ["alias \"a1\" \(raisi)"])
    #expect(desk.type("quotes by b1 | count").contains("29"))
  }
}
