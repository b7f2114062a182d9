//! Corrections that are kept: in a file beside the articles, through the executable.

import Foundation
import Testing

@Suite struct CorrectionTests {
  /// A copy of the seeds, where corrections can be kept.
  fileprivate func seeds() throws -> String {
    let folder = try TemporaryFolder.shared.makeFolder()
    try FileManager.default.copyItem(atPath: Program.project + "/seeds", toPath: folder + "/news")
    return folder
  }

  fileprivate func answer(_ query: String, _ arguments: [String]) throws -> Program.Outcome {
    try Program.run(["query", "--format", "csv"] + arguments + [query])
  }

  fileprivate func write(_ text: String, _ path: String) throws {
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

// Which files go with which articles.
extension CorrectionTests {
  private func count(_ name: String, _ arguments: [String]) throws -> String {
    let found = try answer("quotes by \"\(name)\" | count", arguments)
    return found.output.replacing("count\r\n", with: "").trimmingCharacters(in: .whitespacesAndNewlines)
  }

  @Test func correctionsFollowTheArticles() throws {
    let folder = try seeds()
    let news = folder + "/news"
    try write("alias \"the Lion\" = \"Ebrahim Raisi\"\n", news + ".corrections")
    // By a link, with a slash, from within, by one of its files and by all of them.
    try FileManager.default.createSymbolicLink(atPath: folder + "/link", withDestinationPath: news)
    let files = try FileManager.default.contentsOfDirectory(atPath: news).sorted().map { "\(news)/\($0)" }
    let all = files.flatMap { ["--corpus", $0] }
    for paths in [
      ["--corpus", folder + "/link"], ["--corpus", news + "/"], ["--corpus", news + "/."], all,
    ] {
      #expect(try count("the Lion", paths) == "29", "\(paths)")
    }
    #expect(try count("the Lion", ["--corpus", files[0]]) == count("Raisi", ["--corpus", files[0]]))
    // An index that lies elsewhere knows what it was made from.
    let index = folder + "/far/other.quoth"
    try FileManager.default.createDirectory(atPath: folder + "/far", withIntermediateDirectories: false)
    #expect(try Program.run(["index", news, "-o", index]).status == 0)
    #expect(try count("the Lion", ["--corpus", index]) == "29")
    // However a path is written, a file counts once.
    let listed = try Program.run(["query", "--corpus", "../far/other.quoth", "corrections"], folder: news)
    #expect(listed.output.components(separatedBy: "alias").count == 2)
    #expect(try Program.run(["index", "news", "-o", "news.quoth"], folder: folder).status == 0)
    let beside = try Program.run(["query", "--corpus", "news.quoth", "corrections"], folder: folder)
    #expect(beside.output.components(separatedBy: "alias").count == 2)
    // Two folders, each with its own.
    let more = folder + "/more"
    try FileManager.default.createDirectory(atPath: more, withIntermediateDirectories: false)
    try write("“We agree,” said Jane Doe, the mayor, on Monday.\n", more + "/a.txt")
    try write("alias \"the Fox\" = \"Jane Doe\"\n", more + ".corrections")
    #expect(try count("the Fox", ["--corpus", news, "--corpus", more]) == "1")
    #expect(try count("the Lion", ["--corpus", news, "--corpus", more]) == "29")
  }

  @Test func correctionsOfOtherArticlesAreCountedAndLeftAlone() throws {
    let folder = try seeds()
    try write(
      "correct article 001_46272fdfe0b0c437 date = 2023-12-05\nalias \"the Lion\" = \"Ebrahim Raisi\"\n",
      folder + "/news.corrections")
    let found = try answer(
      "quotes by \"the Lion\" | count", ["--strict", "--corpus", folder + "/news/000_f5cdf9df635e613e.txt"])
    #expect(found.status == 0 && found.output == "count\r\n6\r\n")
    #expect(
      found.errors.contains("a correction of ") && found.errors.contains("is of articles not read here"))
  }

  @Test func aFileThatIsNamedMustBeThere() throws {
    let folder = try seeds()
    let arguments = ["--corpus", folder + "/news", "--corrections", folder + "/none"]
    let found = try answer("quotes | count", arguments)
    #expect(found.status == 4 && found.output == "" && found.errors.contains("No such file or directory"))
    // What is there and cannot be read would make figures wrong.
    try FileManager.default.createDirectory(atPath: folder + "/none", withIntermediateDirectories: false)
    let unreadable = try answer("quotes | count", arguments)
    #expect(unreadable.status == 4 && unreadable.output == "")
    let terminal = try Terminal(
      ["--no-rc", "--corrections", folder + "/new", folder + "/news"], columns: 200)
    try terminal.expect("is not there yet; what is corrected will be kept in it")
    try terminal.expect("quoth> ")
    terminal.send("alias b = Raisi\r")
    try terminal.expect("kept in \(folder)/new")
    terminal.send("quit\r")
    #expect(terminal.waitForEnd() == 0)
  }

  @Test func whoPipesCorrectionsInIsToldThatTheyPass() throws {
    let folder = try seeds()
    let found = try Program.run(
      [folder + "/news"], input: "alias b = Raisi\nalias c = Raisi\nquotes by c | count\n")
    #expect(found.status == 0)
    #expect(found.errors.components(separatedBy: "holds for this run alone").count == 2)
    #expect(!FileManager.default.fileExists(atPath: folder + "/news.corrections"))
  }

  @Test func twoSessionsLoseNothingOfEachOther() async throws {
    let folder = try seeds()
    let path = folder + "/news.corrections"
    func session(_ name: String) throws {
      let terminal = try Terminal(
        ["--no-rc", folder + "/news"], environment: ["NO_COLOR": "1"], columns: 200)
      try terminal.expect("quoth> ")
      for number in 0..<8 {
        terminal.send("alias \(name)\(number) = Raisi\r")
        try terminal.expect("kept in")
      }
      terminal.send("quit\r")
      #expect(terminal.waitForEnd() == 0)
    }
    try await withThrowingTaskGroup(of: Void.self) { group in
      for name in ["a", "b"] { group.addTask { try session(name) } }
      try await group.waitForAll()
    }
    let kept = try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n")
      .filter { $0.hasPrefix("alias") }
    #expect(kept.count == 16)
  }
}
