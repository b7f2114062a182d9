//! `quoth index` and what it makes, through the executable: files are written whole, opened as they are or refused.

import Foundation
import QuothModel
import QuothTestSupport
import Testing

@Suite struct IndexTests {
  private static let queries = """
    set format csv
    articles show id, file, title, outlet, agency, date, topics, words, quotes
    statements with repeats show id, speakers, text, cue, source, kind, rule, confidence, topics, repeats, start
    people show name, aliases, roles, country, mentions, quotes, first, last
    organizations; places; outlets; topics
    mentions show text, form, entity, article
    sentences where text contains "cooperat*" or text contains "sanctions"
    paragraphs where text contains iran show kind, text
    quotes by Raisi about sanctions
    quotes group by speaker, outlet
    describe
    """

  @Test func answersAreThoseOfTheArticles() throws {
    let folder = try TemporaryFolder.shared.makeFolder()
    let made = try index(["seeds"], in: folder)
    #expect(made.errors.hasPrefix("quoth: \(folder)/c.quoth: 5 articles, 53 quotations, "))
    #expect(made.status == 0 && made.output == "")
    let expected = try Program.run(["run", "--corpus", "seeds", "-"], input: Self.queries)
    let found = try Program.run(["run", "--corpus", folder + "/c.quoth", "-"], input: Self.queries)
    #expect(expected.status == 0 && found.status == 0)
    #expect(found.output == expected.output)
    #expect(found.errors == expected.errors)
    let verified = try Program.run(["index", "--verify", folder + "/c.quoth"])
    #expect(verified.status == 0)
    #expect(verified.output == "\(folder)/c.quoth: whole; 5 articles, made by quoth 0.1.0\n")
    // By its first bytes, where the name does not tell.
    try FileManager.default.moveItem(atPath: folder + "/c.quoth", toPath: folder + "/c")
    #expect(try Program.run(["query", "--corpus", folder + "/c", "articles | count"]).status == 0)
  }

  @Test func addingGivesWhatAllAtOnceWouldGive() throws {
    let folder = try TemporaryFolder.shared.makeFolder()
    let files = try FileManager.default.contentsOfDirectory(atPath: Program.project + "/seeds").sorted()
      .filter { $0.hasSuffix(".txt") }.map { "seeds/" + $0 }
    _ = try index(Array(files[..<2]), in: folder)
    _ = try index(["--add", files[2]], in: folder)
    let added = try index(["--add", "seeds"], in: folder)
    #expect(added.errors.contains("3 articles came again and are kept once"))
    #expect(added.errors.contains("c.quoth: 5 articles, 2 of them new, 53 quotations"))
    let again = try index(["--add", "seeds"], in: folder)
    #expect(again.status == 0)
    #expect(again.errors.contains("nothing new; it stays as it was"))
    let expected = try Program.run(["run", "--corpus", "seeds", "-"], input: Self.queries)
    let found = try Program.run(["run", "--corpus", folder + "/c.quoth", "-"], input: Self.queries)
    #expect(found.output == expected.output)
  }

  @Test func changedFilesAreTold() throws {
    let folder = try TemporaryFolder.shared.makeFolder()
    let articles = try CorpusFolder([
      "a.txt": Data("Ann Lee said, “It is late.”".utf8), "b.txt": Data("Bob Ray said, “It is early.”".utf8),
    ])
    _ = try index([articles.path], in: folder)
    func notes() throws -> String {
      try Program.run(["query", "--corpus", folder + "/c.quoth", "articles show id"]).errors
    }
    #expect(try notes() == "2 articles\n")
    // Another time, but the same bytes.
    try articles.add("a.txt", Data("Ann Lee said, “It is late.”".utf8))
    #expect(try notes() == "2 articles\n")
    try articles.add("c.txt", Data("Cy Fox said, “So what.”".utf8))
    #expect(try notes().contains("since it was made, 1 file is new; `quoth index --add \(articles.path) -o "))
    try articles.add("a.txt", Data("Ann Lee said, “It is over.”".utf8))
    try FileManager.default.removeItem(atPath: articles.path + "/c.txt")
    #expect(
      try notes().contains("since it was made, 1 of 2 files has changed; `quoth index \(articles.path) -o "))
    // Elsewhere, none of them is there.
    try FileManager.default.removeItem(atPath: articles.path)
    #expect(try notes() == "2 articles\n")
  }

  @Test func whatIsNoSoundSnapshotIsRefused() throws {
    let folder = try TemporaryFolder.shared.makeFolder()
    _ = try index(["seeds"], in: folder)
    let whole = try Data(contentsOf: URL(filePath: folder + "/c.quoth"))
    func refusal(_ bytes: Data) throws -> String {
      try bytes.write(to: URL(filePath: folder + "/d.quoth"))
      let run = try Program.run(["query", "--corpus", folder + "/d.quoth", "mentions | count"])
      #expect(run.status == 4 && run.output == "")
      #expect(run.errors.split(separator: "\n").count == 1)
      #expect(try Program.run(["index", "--verify", folder + "/d.quoth"]).status == 4)
      return run.errors.replacing(folder + "/", with: "")
    }
    #expect(try refusal(Data()).hasPrefix("quoth: d.quoth: cut short: 0 bytes are there; copy it again"))
    #expect(try refusal(Data("an article".utf8)).hasPrefix("quoth: d.quoth: not a corpus written by quoth"))
    #expect(
      try refusal(whole.prefix(9_000)).hasPrefix(
        "quoth: d.quoth: cut short: 9000 bytes are there of \(whole.count)"))
    #expect(try refusal(whole + [0]).contains("something was added"))
    var newer = whole
    newer[8] = 99
    #expect(try refusal(newer).contains("written by a newer quoth (format 99, this one reads 3)"))
    var head = whole
    head[30] ^= 1
    #expect(try refusal(head).contains("damaged in its head"))
    let all = Array(whole)
    let name = Array("mentions\0".utf8)
    let entry = try #require(all.indices.first { all[$0...].starts(with: name) })
    #expect(entry > 4096)
    var mentions = all
    let start = mentions.withUnsafeBytes { Int($0.loadUnaligned(fromByteOffset: entry + 40, as: Int64.self)) }
    mentions[start + 5] ^= 0x40
    let verified = try {
      try Data(mentions).write(to: URL(filePath: folder + "/d.quoth"))
      return try Program.run(["index", "--verify", folder + "/d.quoth"])
    }()
    #expect(verified.status == 4)
    #expect(verified.errors.contains("d.quoth: damaged in the section ‘"))
    let inFolder = try Program.run(["query", "--corpus", folder, "articles"])
    #expect(inFolder.status == 4 && inFolder.errors.contains("`quoth \(folder)/"))
    // A corpus goes alone, and is not written over what is none.
    let two = try Program.run(["query", "--corpus", folder + "/c.quoth", "--corpus", "seeds", "articles"])
    #expect(two.status == 4 && two.errors.contains("`quoth index --add PATH… -o "))
    try Data("mine".utf8).write(to: URL(filePath: folder + "/c.quoth"))
    #expect(try index(["seeds"], in: folder).status == 4)
    #expect(try Program.run(["index", "seeds", "-o", folder + "/notes.txt"]).status == 2)
    #expect(try Program.run(["index", "seeds"]).status == 2)
  }

  /// Changed bytes under checksums that fit: refused, or answered, but never the end of the process.
  @Test func forgedBytesDoNotCrash() throws {
    let folder = try TemporaryFolder.shared.makeFolder()
    _ = try index(["seeds"], in: folder)
    let whole = Array(try Data(contentsOf: URL(filePath: folder + "/c.quoth")))
    var random = SeededRandom(seed: 3)
    var refused = 0
    for run in 0..<20 {
      var bytes = whole
      for _ in 0..<(run < 10 ? 40 : 1_000) {
        let place = Int.random(in: 4096..<bytes.count - 2_000, using: &random)
        bytes[place] = Bool.random(using: &random) ? 0xFF : UInt8.random(in: 0...255, using: &random)
      }
      try Data(SnapshotInMemory.sealed(bytes)).write(to: URL(filePath: folder + "/d.quoth"))
      for query in Self.queries.split(separator: "\n").dropFirst() + ["quotes limit 3; why 1; read 1; more 1"]
      {
        let outcome = try Program.run(["query", "--corpus", folder + "/d.quoth", String(query)])
        #expect([0, 1, 4].contains(outcome.status), "run \(run): \(query): \(outcome.errors.prefix(600))")
        if outcome.status == 4 { refused += 1 }
        if ![0, 1, 4].contains(outcome.status) { return }
      }
    }
    #expect(refused > 20)
  }

  @Test func killedWritersLeaveTheOldFileWhole() throws {
    let folder = try TemporaryFolder.shared.makeFolder()
    _ = try index(["seeds"], in: folder)
    let null = open("/dev/null", O_RDWR | O_CLOEXEC)
    defer { close(null) }
    for delay in stride(from: 0, to: 300, by: 15) {
      let process = try Program.start(
        ["index", "seeds", "-o", folder + "/c.quoth"], [:], Program.project, [null, null, null])
      usleep(UInt32(delay) * 1_000)
      kill(process, SIGKILL)
      var status: Int32 = 0
      waitpid(process, &status, 0)
      #expect(try Program.run(["index", "--verify", folder + "/c.quoth"]).status == 0)
    }
    try Data().write(to: URL(filePath: folder + "/c.quoth.999999999.partial"))
    _ = try index(["seeds"], in: folder)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["c.quoth"])
  }

  /// A limit to the size of files stands for a full disk.
  @Test func aFullDiskIsToldOnce() throws {
    let folder = try TemporaryFolder.shared.makeFolder()
    let shell = Process()
    shell.executableURL = URL(filePath: "/bin/sh")
    shell.arguments = [
      "-c", "ulimit -f 16; exec \"$0\" index seeds -o \"$1\"", Program.path, folder + "/c.quoth",
    ]
    shell.currentDirectoryURL = URL(filePath: Program.project)
    let errors = Pipe()
    shell.standardError = errors
    try shell.run()
    let text = String(decoding: try errors.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
    shell.waitUntilExit()
    #expect(shell.terminationStatus == 4)
    #expect(text == "quoth: \(folder)/c.quoth cannot be written: File too large\n")
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == [])
  }

  private func index(_ arguments: [String], in folder: String) throws -> Program.Outcome {
    try Program.run(["index"] + arguments + ["-o", folder + "/c.quoth"])
  }
}
