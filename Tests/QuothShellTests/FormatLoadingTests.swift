//! Files and folders to a corpus: tables beside texts, archives, articles that come twice, and all that can be wrong.

import CPty
import Foundation
import QuothExtraction
import QuothModel
import Testing

@testable import QuothShell

private func data(_ text: String) -> Data { Data(text.utf8) }

@Suite struct SidecarTests {
  @Test func aTableBesideTextsTellsOfThem() throws {
    let folder = try CorpusFolder([
      "metadata.csv": data(
        "doc_id,title,outlet,date,author\na.txt,Given,Post,2020-01-02,Jo\nb,Second,,soon,\nsub/c.txt,Third,Mail,,\nz.txt,No,,,\n"
      ),
      "a.txt": data("Own title\n\nPARIS, March 3, 2019 (Reuters) - Words of the first."),
      "b.txt": data("Words of b."),
      "sub/c.txt": data("Words of c."), "sub/d.txt": data("Words of d."),
    ])
    let loaded = folder.load()
    #expect(
      loaded.articles == [
        "a | Given | Post | 2020-01-02", "b | Second | - | -", "c | Third | Mail | -", "d | - | - | -",
      ])
    #expect(
      loaded.report == [
        "metadata.csv:3: ‘soon’ is no date such as 2023-12-04; the article is read without it",
        "metadata.csv: 1 row names no file that is here: z.txt", "metadata.csv: 1 file has no row: sub/d.txt",
      ])
    // Named one by one, as a command shell does with `*.txt`, files have their table too.
    #expect(folder.load(["a.txt", "metadata.csv"]).articles == ["a | Given | Post | 2020-01-02"])
    #expect(folder.load(["b.txt"]).articles == ["b | Second | - | -"])
  }

  @Test func tablesOfOtherKindsTellTheSame() throws {
    for (name, table) in [
      ("metadata.tsv", "file\ttitle\tsource\na.txt\tGiven\tPost\n"),
      ("metadata.jsonl", "{\"filename\": \"a.txt\", \"headline\": \"Given\", \"publisher\": \"Post\"}\n"),
    ] {
      let folder = try CorpusFolder([name: data(table), "a.txt": data("Words.")])
      #expect(folder.load().articles == ["a | Given | Post | -"], "\(name)")
      #expect(folder.load().report == [], "\(name)")
    }
  }

  @Test func theNearestTableCounts() throws {
    let folder = try CorpusFolder([
      "metadata.csv": data("file,title\nsub/a.txt,Far\nsub/b.txt,Far\n"),
      "sub/metadata.csv": data("file,title\na.txt,Near\n"),
      "sub/a.txt": data("Words of a."), "sub/b.txt": data("Words of b."), "subtle/a.txt": data("Others."),
    ])
    #expect(folder.load().articles == ["a | Near | - | -", "b | Far | - | -", "a-2 | - | - | -"])
    // Named by where one stands, too.
    for path in [".", "./", "sub"] {
      let run = try Program.run(
        ["query", "--corpus", path, "--format", "csv", "articles where title = Near show id"],
        folder: folder.path)
      #expect(run.status == 0 && run.output == "id\r\na\r\n", "\(path): \(run.errors)")
      #expect(!run.errors.contains("metadata.csv:1"), "\(path): \(run.errors)")
    }
  }

  /// As many tables as folders: each file looks at those around it alone.
  @Test(.timeLimit(.minutes(1))) func manyTablesTakeNoLonger() {
    var sidecars = Sidecars(fields: .standard)
    let root = try? TemporaryFolder.shared.makeFolder()
    guard let root else { return }
    var found = FoundFiles()
    for number in 0..<3_000 {
      let folder = "\(root)/\(number)/"
      mkdir(folder, 0o700)
      try? data("file,title\na.txt,T\(number)\n").write(to: URL(filePath: folder + "metadata.csv"))
      sidecars.look(in: folder)
      found.files.append(FoundFile(place: SystemPath(folder + "a.txt"), size: 0))
    }
    let told = sidecars.applied(to: found)
    #expect(told.files.map(\.details?.title) == (0..<3_000).map { "T\($0)" })
  }

  @Test func aTableOfTextsIsNoTableBesideTexts() throws {
    let folder = try CorpusFolder([
      "metadata.csv": data("id,title,text\n7,T,Words.\n"), "a.txt": data("Others."),
    ])
    #expect(folder.load().articles == ["a | - | - | -", "7 | T | - | -"])
  }
}

@Suite struct ArchiveTests {
  private let records = (1...3000).map {
    "{\"id\": \"r\($0)\", \"text\": \"Ann Lee said: “We agree on \($0).”\"}\n"
  }.joined()

  @Test func archivesAreReadWhateverTheirName() throws {
    let plain = data(records)
    let folder = try CorpusFolder([
      "a.jsonl.gz": Packed.gzip(plain), "b.jsonl.zst": Packed.zstd(plain), "c.jsonl": Packed.gzip(plain),
      "two.jsonl.gz": Packed.gzip(plain.prefix(1000)) + Packed.gzip(plain.dropFirst(1000)) + Data(count: 512),
      "two.jsonl.zst": Packed.zstd(plain.prefix(1000)) + Packed.zstd(plain.dropFirst(1000)),
      "one.txt.gz": Packed.gzip(data("Words.")), "one.csv.zst": Packed.zstd(data("id,text\n1,Words.\n")),
    ])
    for name in ["a.jsonl.gz", "b.jsonl.zst", "c.jsonl", "two.jsonl.gz", "two.jsonl.zst"] {
      let loaded = folder.load([name])
      #expect(loaded.articles.count == 3000 && loaded.articles.last == "r3000 | - | - | -", "\(name)")
      #expect(loaded.report == [], "\(name)")
    }
    #expect(folder.load(["one.txt.gz"]).articles == ["one | - | - | -"])
    #expect(folder.load(["one.csv.zst"]).articles == ["1 | - | - | -"])
  }

  @Test func whatCameBeforeADamageIsKept() throws {
    let plain = data(records)
    let gzip = Packed.gzip(plain)
    let zstd = Packed.zstd(plain)
    var damaged = gzip
    damaged[70_000...70_010] = Data(repeating: 0xAA, count: 11)
    damaged[65_550] = 7
    let folder = try CorpusFolder([
      "cut.jsonl.gz": gzip.prefix(gzip.count / 2), "cut.jsonl.zst": zstd.prefix(zstd.count - 10),
      "bad.jsonl.gz": damaged, "cut.txt.gz": Packed.gzip(data("Words of a text.")).prefix(20),
      "head.jsonl.gz": gzip.prefix(5),
    ])
    for (name, least) in [("cut.jsonl.gz", 1000), ("cut.jsonl.zst", 0), ("bad.jsonl.gz", 500)] {
      let loaded = folder.load([name])
      #expect(loaded.articles.count >= least && loaded.articles.count < 3000, "\(name)")
      let told = loaded.report.first ?? ""
      #expect(told.contains("the archive") && told.contains("byte"), "\(name): \(loaded.report)")
      let lost = told.split(separator: " ").compactMap { Int($0) }.last
      #expect(lost == nil || lost == loaded.articles.count + 1, "\(name): \(loaded.report)")
    }
    #expect(
      folder.load(["cut.txt.gz"]).report.first
        == "cut.txt.gz: the archive breaks off at byte 20; what came before line 1 is kept")
    #expect(folder.load(["head.jsonl.gz"]).report.first == "head.jsonl.gz: the archive breaks off at byte 5")
  }
}

@Suite struct RepetitionTests {
  private let files: KeyValuePairs<String, Data> = [
    "a.jsonl": data(
      "{\"id\": \"x\", \"text\": \"One.\"}\n{\"id\": \"y\", \"text\": \"One.\"}\n{\"id\": \"x\", \"text\": \"Two.\"}\n"
    ),
    "b.jsonl": data(
      "{\"id\": \"x\", \"text\": \"One.\"}\n{\"id\": \"w\", \"text\": \"One.\", \"outlet\": \"Post\"}\n{\"id\": \"v\", \"text\": \"One.\", \"outlet\": \"Mail\"}\n"
    ),
  ]

  @Test func anArticleIsKeptOnce() throws {
    let loaded = try CorpusFolder(files).load()
    #expect(loaded.articles == ["x | - | - | -", "x-2 | - | - | -", "w | - | Post | -", "v | - | Mail | -"])
    #expect(
      loaded.report == [
        "a.jsonl:3: called ‘x-2’, as there is a ‘x’ already",
        "2 articles came again and are kept once: a.jsonl:2, b.jsonl:1",
      ])
  }

  /// Each gets its number at once, not by trying all that came before.
  @Test(.timeLimit(.minutes(1))) func manyOfOneKeyGetTheirNumbers() {
    var seen = SeenArticles(.keptOnce)
    let analyzer = ArticleAnalyzer()
    func key(_ key: String, _ text: String) -> String? {
      let raw = RawArticle(key: key, file: "f", text: Array(text.utf8))
      let article = AnalyzedArticle(article: analyzer.analyze(raw), print: ArticlePrint(raw))
      guard case .new(let given) = seen.judge(article) else { return nil }
      return given
    }
    #expect(key("x-3", "a") == "x-3")
    #expect(key("x", "b") == "x" && key("x", "c") == "x-2" && key("x", "d") == "x-4")
    for number in 5..<20_000 { #expect(key("x", "\(number)") == "x-\(number)") }
    #expect(key("x-4", "e") == "x-4-2")
  }

  @Test func orAsOftenAsItComes() throws {
    let loaded = try CorpusFolder(files).load([""], LoadingOptions(repeated: .allKept))
    #expect(loaded.articles.count == 6)
    #expect(loaded.report.count == 2)
  }
}

@Suite struct FaultTests {
  /// Files with something wrong, and what is said of them, in `Loading/messages.txt`.
  @Test func everyFaultIsToldInPlainWords() throws {
    let long = Data(repeating: UInt8(ascii: "a"), count: 5 << 20)
    let files: KeyValuePairs<String, Data> = [
      "array.jsonl": data("[1, 2]\n"), "binary.txt": Data([0x61, 0, 0x62]), "blank.txt": data(" \n\t\n"),
      "broken.jsonl": data("{\"text\": \"Fine.\"}\n{\"text\": \n"), "columns.csv": data("id,words\n1,One\n"),
      "date.jsonl": data("{\"text\": \"Fine.\", \"date\": \"soon\"}\n"),
      "empty.html": data("<html><head></head></html>"),
      "empty.json": data("[]"), "empty.txt": Data(),
      "encoding.html": data("<meta charset=klingon><p>\u{44F}") + [0xFF],
      "header.csv": data("id,text\n"),
      "latin.txt": Data([0x43, 0x61, 0x66, 0xE9, 0x20, 0x6F, 0x70, 0x65, 0x6E, 0x2E]),
      "long.jsonl": data("{\"text\": \"") + long + data("\"}\n{\"text\": \"Fine.\"}\n"), "long.txt": long,
      "mixed.txt": data("Fine ") + [0xFF, 0xFE],
      "nested.jsonl": data(String(repeating: "[", count: 100_000) + "\n"),
      "open.csv": data("id,text\n1,\"One\n2,Two\n"),
      "quotes.json": data(
        "{\"articleID\": \"a\", \"content\": \"Fine words.\", \"quotations\": [{\"quotation\": \"Others\"}]}\n"
      ),
      "short.csv": data("id,text\n1\n2,Fine.\n"), "textless.jsonl": data("{\"id\": 5, \"words\": \"x\"}\n"),
      "escape\u{1B}[31m.txt": Data(),
    ]
    var report = ""
    for (name, content) in files {
      let folder = try CorpusFolder([name: content])
      report += (folder.load([name]).report + [""]).joined(separator: "\n")
    }
    let folder = try CorpusFolder()
    try FileManager.default.createDirectory(
      atPath: folder.path + "/none.txt", withIntermediateDirectories: true)
    try FileManager.default.createSymbolicLink(atPath: folder.path + "/loop", withDestinationPath: ".")
    try FileManager.default.createSymbolicLink(
      atPath: folder.path + "/lost.txt", withDestinationPath: "nowhere")
    for name in ["none.txt", "", "missing", "lost.txt"] {
      report += (folder.load([name]).report + [""]).joined(separator: "\n")
    }
    let golden = Expected.folder.appending(path: "Loading/messages.txt")
    try Expected.check(report, equals: (try? String(contentsOf: golden, encoding: .utf8)) ?? "", at: golden)
  }

  @Test(.enabled(if: getuid() != 0, "root may read everything"))
  func aFileThatMayNotBeReadIsNamed() throws {
    let folder = try CorpusFolder(["a.txt": data("Words."), "b.txt": data("Others.")])
    #expect(chmod(folder.path + "/a.txt", 0) == 0)
    #expect(folder.load().report == ["a.txt: Permission denied", "1 left out, 1 article read"])
  }

  @Test func linksThatLeadNowhereAreNamed() throws {
    let folder = try CorpusFolder(["a.txt": data("Words."), "sub/b.txt": data("Others.")])
    for name in ["sub/lost.txt", "lost.pdf", "lost"] {
      try FileManager.default.createSymbolicLink(
        atPath: folder.path + "/" + name, withDestinationPath: "nowhere")
    }
    #expect(
      folder.load().report == [
        "sub/lost.txt: there is no such file or folder", "1 left out, 2 articles read",
      ])
  }

  @Test func namesNeedNotBeUTF8() throws {
    let folder = try CorpusFolder(["a.txt": data("Words.")])
    let content = Array("Others.".utf8)
    #expect(mkdir(folder.path + "/caf", 0o700) == 0)
    let renamed = rename(
      folder.path + "/caf", Array(folder.path.utf8CString.dropLast()) + raw("/caf\u{E9}\0"))
    #expect(renamed == 0)
    for name in ["/caf\u{E9}.txt\0", "/caf\u{E9}/na\u{EF}ve.txt\0"] {
      let path = Array(folder.path.utf8CString.dropLast()) + raw(name)
      let file = try #require(fopen(path, "w"))
      fwrite(content + Array(name.utf8), 1, content.count + name.utf8.count - 1, file)
      fclose(file)
    }
    let loaded = folder.load()
    #expect(loaded.report == [])
    #expect(
      loaded.articles == ["a | - | - | -", "na\u{FFFD}ve | - | - | -", "caf\u{FFFD} | - | - | -"])
  }

  /// The letters of a name in Latin-1.
  private func raw(_ name: String) -> [CChar] {
    name.unicodeScalars.map { CChar(truncatingIfNeeded: $0.value) }
  }

  /// What cannot be read of one file says nothing of the next.
  @Test func aFaultHidesNoOther() throws {
    let folder = try CorpusFolder(["b.json": data("[]"), "c.txt": data("Words.")])
    // Its bytes cannot be had, not even by root.
    try FileManager.default.createSymbolicLink(
      atPath: folder.path + "/a.txt", withDestinationPath: "/proc/self/mem")
    #expect(
      folder.load().report == [
        "a.txt: Input/output error", "b.json: the file holds no articles", "2 left out, 1 article read",
      ])
  }

  @Test func aFolderNamedTwiceIsReadOnce() throws {
    let folder = try CorpusFolder(["sub/a.txt": data("Words.")])
    try FileManager.default.createDirectory(atPath: folder.path + "/none", withIntermediateDirectories: true)
    try FileManager.default.createSymbolicLink(atPath: folder.path + "/none/up", withDestinationPath: ".")
    let options = LoadingOptions(faults: .stops)
    let twice = folder.load(["sub", "sub/"], options)
    #expect(twice.articles == ["a | - | - | -"])
    #expect(twice.report == ["sub/: the folder is read already"])
    // So are those within others.
    let around = folder.load(["sub", ""], options)
    #expect(around.articles == ["a | - | - | -"] && around.report == [".: the folder is read already"])
    #expect(folder.load(["none"]).report.first?.contains("the folder holds no articles") == true)
  }

  @Test func strictStopsAtTheFirst() throws {
    let folder = try CorpusFolder([
      "a.jsonl": data("{\"text\": \"One.\"}\n{}\n{\"text\": \"Two.\"}\n"), "b.txt": Data(),
    ])
    let loaded = folder.load([""], LoadingOptions(faults: .stops))
    #expect(loaded.corpus == nil)
    #expect(
      loaded.report == [
        "a.jsonl:2: no ‘text’; the object is empty", "stopped at the first problem, as --strict asks",
      ])
    let run = try Program.run(["query", "--strict", "--corpus", folder.path, "articles"])
    #expect(run.status == 4 && run.output == "")
  }

  @Test func documentsOfOtherKindsAreTold() throws {
    let folder = try CorpusFolder([
      "a.txt": data("Words."), "b.pdf": data("%PDF"), "quotes.json.bz2": data("BZh"), "README.md": data("x"),
    ])
    #expect(folder.load().report == [".: 2 files of other kinds are passed over: b.pdf, quotes.json.bz2"])
  }

  @Test func manyFaultsAreCounted() throws {
    let lines = String(repeating: "{\"text\": \n", count: 50) + "{\"text\": \"One.\"}\n"
    let report = try CorpusFolder(["a.jsonl": data(lines)]).load().report
    #expect(report.count == 22)
    #expect(report.suffix(2) == ["… and 30 more such problems", "50 left out, 1 article read"])
  }
}

/// Keeps the totals that are shown.
private final class ShownTotals: ProgressObserver {
  private(set) var totals: Set<Int?> = []

  func show(_ progress: LoadingProgress) { totals.insert(progress.totalBytes) }
  func end() {}
}

@Suite struct OptionTests {
  @Test func fieldsAreMappedOnTheCommandLine() throws {
    let file = try TemporaryFolder.shared.file("a.csv", data("kop,woorden\nT,Words.\n"))
    let run = try Program.run([
      "query", "--map", "title=kop,text=woorden", "--corpus", file, "articles show title",
    ])
    #expect(run.status == 0 && run.output.contains("T"), "\(run.errors)")
    let wrong = try Program.run(["query", "--map", "titel=kop", "--corpus", file, "articles"])
    #expect(wrong.status == 2 && wrong.errors.contains("titel=kop"), "\(wrong.errors)")
    let missing = try Program.run(["query", "--corpus", file, "articles"])
    #expect(missing.status == 4 && missing.errors.contains("--map text=NAME"), "\(missing.errors)")
  }

  /// A file of no bytes has a size as well.
  @Test func theTotalIsKnownUnlessAPipeIsRead() throws {
    let folder = try CorpusFolder(["a.txt": data("Words."), "b.txt": Data()])
    let shown = ShownTotals()
    _ = CorpusLoader.load([folder.path], observer: shown, isCancelled: { false })
    #expect(shown.totals == [6])
    let piped = ShownTotals()
    #expect(mkfifo(folder.path + "/pipe", 0o600) == 0)
    let writer = open(folder.path + "/pipe", O_RDWR | O_CLOEXEC)
    let closing = Thread {
      usleep(200_000)
      close(writer)
    }
    closing.start()
    _ = CorpusLoader.load([folder.path, folder.path + "/pipe"], observer: piped, isCancelled: { false })
    #expect(piped.totals == [nil])
  }

  @Test func progressIsOneLine() {
    let progress = LoadingProgress(
      articles: 12_400, bytes: 48_000_000, totalBytes: 118_000_000, elapsed: .seconds(6))
    #expect(progress.line == "12,400 articles, 48 MB of 118 MB, 2,067 articles/s, 8.0 MB/s, 9 s left")
    let pipe = LoadingProgress(articles: 1, bytes: 0, totalBytes: nil, elapsed: .zero)
    #expect(pipe.line == "1 article, 0.0 MB, 1,000 articles/s, 0.0 MB/s")
  }
}
