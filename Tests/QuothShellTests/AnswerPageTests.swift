//! `> "x.html"`: what stands on a page, that nothing of an article is taken for markup, and a browser that opens it.

import Foundation
import QuothModel
import QuothTestSupport
import Testing

@testable import QuothShell

/// A browser without a window, where the machine has one.
private let browser: String? = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"]
  .first {
    FileManager.default.isExecutableFile(atPath: $0)
  }

@Suite struct AnswerPageTests {
  /// Articles that would be markup, scripts and addresses if they could.
  private static let hostile = [
    """
    {"id": "a<b>", "title": "</title><script>document.title='run'</script>", "outlet": "\\"><img src=x onerror=alert(1)>",
     "date": "2023-05-01", "url": "javascript:alert(1)", "text": "\\"</mark><script>document.title='run'</script> & so on,\\" said Jane Doe.\\n\\n\\"We agree,\\" said Jane Doe. \\"'Nested' words,\\" Omar Khan said.\\n\\n</style><style>body{display:none}</style>"}
    """,
    """
    {"id": "b", "title": "שלום עולם", "outlet": "漢字新聞", "date": "2023-07-02", "url": "https://example.org/?a=1&b=\\"2\\"",
     "text": "\\"The second one is \\u202Ebackwards\\u202C,\\" said Omar Khan.\\n\\n\\"العقوبات\\" was the word, Jane Doe said."}
    """,
  ].map { $0.replacing("\n", with: " ") }.joined(separator: "\n")

  private static func page(_ query: String, _ corpus: String? = nil) throws -> (path: String, html: String) {
    let path = try TemporaryFolder.shared.makeFolder() + "/page.html"
    let from = corpus.map { ["--corpus", $0] } ?? []
    let outcome = try Program.run(["query"] + from + ["\(query) > \"\(path)\""])
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.errors.contains("a page written to \(path)"))
    return (path, try String(contentsOfFile: path, encoding: .utf8))
  }

  private static func hostilePage(_ query: String) throws -> (path: String, html: String) {
    try page(query, try TemporaryFolder.shared.file("hostile.jsonl", Data(hostile.utf8)))
  }

  /// Each link within the page leads somewhere, and no two places have one name.
  private static func faults(of html: String) -> [String] {
    let ids = html.matches(of: #/ id="([^"]*)"/#).map { String($0.output.1) }
    let links = html.matches(of: #/href="#([^"]*)"/#).map { String($0.output.1) }
    var faults = Set(links).subtracting(ids).map { "no place \($0)" }
    if Set(ids).count != ids.count { faults.append("a place twice") }
    if !MarkupCheck(html).isWellFormed { faults.append("tags do not match") }
    for sign in ["<script", "<img", "javascript:", "</style><style>", "http-equiv=\"refresh\"", "\u{202E}"]
    where html.contains(sign) {
      faults.append("holds \(sign)")
    }
    return faults
  }

  @Test(arguments: [
    "quotes by Raisi where topic = sanctions", "quotes group by speaker",
    "articles | dispersion of \"sanction*\"",
    "articles limit 2 | read", "quotes | timeline | chart", "outlets", "quotes | count", "people",
    "quotes where date < 2000", "articles | concordance \"sanction*\"", "quotes with repeats",
    "sentences where text contains \"sanction*\"", "statements where kind = indirect",
  ])
  func pagesAreWhole(_ query: String) throws {
    let html = try Self.page(query).html
    #expect(Self.faults(of: html) == [])
    #expect(html.hasPrefix("<!DOCTYPE html>\n<html lang=\"en\">") && html.hasSuffix("</html>\n"))
    #expect(html.contains("<dt>made by</dt>"))
  }

  @Test(arguments: ["quotes", "articles", "quotes group by outlet", "articles | read", "sentences"])
  func articlesAreText(_ query: String) throws {
    #expect(Self.faults(of: try Self.hostilePage(query).html) == [])
  }

  @Test func aPageIsAsBefore() throws {
    // Named as someone in the project's folder sees them.
    let html = try Self.page("quotes by Khamenei show speakers, text, date", "seeds").html
    let file = Expected.folder.appending(path: "Pages/quotes.html")
    try Expected.check(html, equals: (try? String(contentsOf: file, encoding: .utf8)) ?? "", at: file)
  }

  @Test func rowsLeadToTheirWordsAndBack() throws {
    let html = try Self.page("quotes by Raisi where topic = sanctions").html
    for row in 1...5 {
      #expect(
        html.contains("<tr id=\"row-\(row)\"><th scope=\"row\"><a href=\"#mark-\(row)\">\(row)</a></th>"))
      #expect(html.contains("<span id=\"mark-\(row)\"></span><mark class=\"said s"))
      #expect(html.contains("<a class=\"by\" href=\"#row-\(row)\">row \(row)</a>"))
    }
    // The legend: who, marked how, how often.
    #expect(html.contains("<li><span class=\"said s1\">Ebrahim Raisi</span> "))
    #expect(try Self.page("quotes group by speaker").html.contains("<figure>\n<svg "))
    #expect(try !Self.page("quotes limit 1").html.contains("<svg "))
  }

  /// One page, in a real browser: as many rows as there are, and nothing of an article was run.
  @Test(.enabled(if: browser != nil, "no Chromium on this machine"), .timeLimit(.minutes(2)))
  func aBrowserOpensIt() throws {
    let page = try Self.hostilePage("quotes")
    let folder = try TemporaryFolder.shared.makeFolder()
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/timeout")
    process.arguments = [
      "60", try #require(browser), "--headless", "--no-sandbox", "--disable-gpu", "--disable-extensions",
      "--user-data-dir=\(folder)", "--virtual-time-budget=2000", "--dump-dom", "file://\(page.path)",
    ]
    let output = Pipe()
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    let dom = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    #expect(dom.contains("<title>quotes</title>"), "\(dom.prefix(300))")
    let rows = dom.matches(of: #/<tr id="row-\d+"/#).count
    #expect(rows == page.html.matches(of: #/<tr id="row-\d+"/#).count && rows >= 4)
    #expect(!dom.contains("<script") && !dom.contains("<img"))
    #expect(dom.contains("שלום עולם") && dom.contains("漢字新聞"))
  }
}
