//! Corrections that are kept: in a file beside the articles, through the executable.

import Foundation
import Testing

@Suite struct CorrectionTests {
  /// A copy of the seeds, where corrections can be kept.
  private func seeds() throws -> String {
    let folder = try TemporaryFolder.shared.makeFolder()
    try FileManager.default.copyItem(atPath: Program.project + "/seeds", toPath: folder + "/news")
    return folder
  }

  private func answer(_ query: String, _ arguments: [String]) throws -> Program.Outcome {
    try Program.run(["query", "--format", "csv"] + arguments + [query])
  }

  private func write(_ text: String, _ path: String) throws {
    try Data(text.utf8).write(to: URL(filePath: path))
  }

  private static let kept = """
    # Ours.
    correct quote "We two countries" in 000_f5cdf9df635e613e speaker = "Miguel Díaz-Canel"  # heard it
    alias "the Lion" = "Ebrahim Raisi"

    correct article 001_46272fdfe0b0c437 date = 2023-12-05
    topic define countries = "two countries"

    """

  private static let query = """
    statements with repeats show id, speakers, rule, topics, date; people show name, aliases, quotes, mentions; \
    topics show name, quotes, articles; outlets; quotes by "the Lion" | count; describe
    """

  @Test func whatIsKeptHoldsWhereverTheArticlesAreRead() throws {
    let folder = try seeds()
    try write(Self.kept, folder + "/news.corrections")
    let found = try answer(Self.query, ["--corpus", folder + "/news"])
    #expect(found.status == 0)
    #expect(found.output.contains("Miguel Díaz-Canel,corrected"))
    #expect(found.output.contains("countries,"))
    // An index of the articles has the same corrections, and is none the wiser.
    #expect(try Program.run(["index", folder + "/news", "-o", folder + "/news.quoth"]).status == 0)
    let indexed = try answer(Self.query, ["--corpus", folder + "/news.quoth"])
    #expect(indexed.output == found.output)
    let verified = try Program.run(["index", "--verify", folder + "/news.quoth"])
    #expect(verified.status == 0)
    // Without them all is as it was.
    let plain = try answer(
      "quotes by Raisi | count", ["--corpus", folder + "/news.quoth", "--no-corrections"])
    #expect(plain.output == "count\r\n29\r\n")
    // Elsewhere.
    try FileManager.default.moveItem(atPath: folder + "/news.corrections", toPath: folder + "/ours")
    let named = try answer(Self.query, ["--corpus", folder + "/news", "--corrections", folder + "/ours"])
    #expect(named.output == found.output)
  }

  @Test func filesSayThatTheyRestOnCorrections() throws {
    let folder = try seeds()
    try write(Self.kept, folder + "/news.corrections")
    let file = folder + "/a.csv"
    _ = try answer("quotes by Raisi > \"\(file)\"", ["--corpus", folder + "/news"])
    let text = try String(contentsOfFile: file, encoding: .utf8)
    #expect(text.contains("; 4 corrections ("))
    #expect(text.split(whereSeparator: \.isNewline).prefix { $0.hasPrefix("#") }.count == 4)
  }

  @Test func linesThatDoNotFitAreNamedAndTheOthersHold() throws {
    let folder = try seeds()
    let path = folder + "/news.corrections"
    try write(
      """
      correct quote "Nothing begins so" in 000_f5cdf9df635e613e speaker = Raisi
      alias "the Lion" = "Ebrahim Raisi"
      alias "the Tiger" = Nobody
      quotes by Raisi
      correct 4 speaker = Raisi
      alias "half

      """, path)
    let found = try answer("quotes by \"the Lion\" | count", ["--corpus", folder + "/news"])
    #expect(found.status == 0)
    #expect(found.output == "count\r\n29\r\n")
    for place in [
      "\(path):1:1: error[no-such-quotation]", "\(path):3:21: error[unknown-name]",
      "\(path):4:1: error[not-correctable]", "\(path):5:9: error[not-correctable]",
      "\(path):6:7: error[unclosed-quote]",
    ] {
      #expect(found.errors.contains(place), "\(place) in \(found.errors)")
    }
    #expect(found.errors.contains("5 corrections of \(path) could not be made; the others hold"))
    let strict = try answer("quotes | count", ["--corpus", folder + "/news", "--strict"])
    #expect(strict.status == 4 && strict.output == "")
    // What is no text.
    try Data([0xFF, 0xFE, 0x00]).write(to: URL(filePath: path))
    let bad = try answer("quotes | count", ["--corpus", folder + "/news"])
    #expect(bad.status == 0 && bad.errors.contains(path))
  }

  @Test func scriptsKeepNothing() throws {
    let folder = try seeds()
    let script = folder + "/a.query"
    try write("alias \"the Lion\" = Raisi\nquotes by \"the Lion\" | count\n", script)
    let run = try Program.run(["run", "--format", "csv", "--corpus", folder + "/news", script])
    #expect(run.output == "count\r\n29\r\n")
    #expect(!FileManager.default.fileExists(atPath: folder + "/news.corrections"))
  }

  @Test func aPromptKeepsAndTakesBack() throws {
    let folder = try seeds()
    let path = folder + "/news.corrections"
    try write("# mine\nalias \"a\" = \"Ebrahim Raisi\"", path)
    let terminal = try Terminal(["--no-rc", folder + "/news"], environment: ["NO_COLOR": "1"], columns: 200)
    try terminal.expect("quoth> ")
    func type(_ line: String, _ reply: String) throws {
      terminal.send(line + "\r")
      try terminal.expect(reply)
      try terminal.expect("quoth> ")
    }
    try type("alias b = Raisi", "kept in \(path); undo takes it back")
    try type("quotes by b | count", "29")
    try type("undo", "line 3 of \(path) is a comment now")
    try type("undo", "line 2 of \(path) is a comment now")
    try type("quotes by b | count", "error[unknown-name]")
    try type("alias c = Raisi", "kept in")
    // Somebody else writes meanwhile.
    let now = try String(contentsOfFile: path, encoding: .utf8)
    try write(now + "alias \"d\" = \"Ebrahim Raisi\"\n", path)
    try type("alias e = Raisi", "kept in")
    try type("quotes by d | count", "29")
    let kept = try String(contentsOfFile: path, encoding: .utf8)
    // Where nothing can be kept, it holds all the same.
    try FileManager.default.removeItem(atPath: path)
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
    try type("alias f = Raisi", "the correction ends with this session")
    try type("quotes by f | count", "29")
    try FileManager.default.removeItem(atPath: path)
    try write(kept, path)
    terminal.send("quit\r")
    #expect(terminal.waitForEnd() == 0)
    let lines = try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n")
    #expect(
      lines == [
        "# mine", "# taken back on 2023-12-09: alias \"a\" = \"Ebrahim Raisi\"",
        "# taken back on 2023-12-09: alias \"b\" = \"Ebrahim Raisi\"  # 2023-12-09",
        "alias \"c\" = \"Ebrahim Raisi\"  # 2023-12-09", "alias \"d\" = \"Ebrahim Raisi\"",
        "alias \"e\" = \"Ebrahim Raisi\"  # 2023-12-09",
      ])
  }
}
