//! Pages, tables and JSON strung together from the words that real ones are made of: no crash, no record lost unsaid.

import Foundation
import QuothBenchmark
import QuothExtraction
import QuothModel
import QuothTestSupport
import Testing

@Suite struct SoupTests {
  private static let tags = [
    "div", "div", "p", "p", "span", "a", "b", "em", "article", "main", "section", "aside", "nav", "footer",
    "header", "form",
    "ul", "li", "table", "tr", "td", "dl", "dd", "blockquote", "q", "cite", "figure", "figcaption", "h1",
    "h2", "br", "hr",
    "script", "style", "svg", "title", "iframe", "noscript", "template", "button", "address", "time", "body",
    "html",
  ]
  private static let names = [
    "entry-content", "articleBody", "story__text", "sidebar", "widget", "ad", "share", "menu", "paywall",
    "comments",
    "related", "byline", "author", "pull-quote", "caption", "cookie-bar", "layout with-sidebar", "post",
    "main", "",
  ]
  private static let references = [
    "&#147;", "&#148;", "&ldquor;", "&period;", "&amp;quot;", "&#x96;", "&nosuch;", "&#0;", "&",
  ]

  private static func page(_ number: Int) -> String {
    var random = SeededRandom(seed: UInt64(number) &* 77)
    let prose = String(decoding: RandomProse(seed: 5).article(number).text, as: UTF8.self)
    var words = prose.split(separator: " ")[...]
    var page = ""
    var open: [String] = []
    while !words.isEmpty {
      let tag = tags.randomElement(using: &random)!
      switch Int.random(in: 0..<6, using: &random) {
      case 0, 1:
        page +=
          "<\(tag) class=\"\(names.randomElement(using: &random)!)\" id='\(names.randomElement(using: &random)!)'>"
        open.append(tag)
      case 2: page += "</\(open.popLast() ?? tag)>"
      case 3: page += references.randomElement(using: &random)!
      default:
        let count = Int.random(in: 1...25, using: &random)
        page += words.prefix(count).joined(separator: " ") + " "
        words = words.dropFirst(count)
      }
    }
    return page
  }

  @Test func tagSoupIsRead() {
    var read = 0
    for number in 0..<1500 {
      let contents = ArticleReader.read(Self.page(number).utf8, file: "p.html")
      #expect(contents.articles.count + contents.issues.count { !$0.problem.isWarning } == 1)
      read += contents.articles.count
      #expect(corpus(of: contents.articles).violations() == [])
    }
    #expect(read > 1000)
  }

  // MARK: Records

  private static let cells = [
    "The pier is shut.", "“We wait,” said Ann Lee.", "", "a,b", "\"\"", "two\nlines", "<p>One.</p>",
    "02/03/2024", "31/10/2024",
    "https://l.example/7", "null", "\u{FEFF}x", "O’Neil", "=1+1", "&ldquo;No&rdquo;", "…", "[+12 chars]",
  ]
  private static let fields = [
    "text", "title", "date", "id", "outlet", "source", "author", "url", "body", "content", "description", "x",
    "", "full_text",
  ]

  /// A table that is well formed has as many articles and problems as rows.
  @Test func tablesLoseNoRowUnsaid() {
    for seed in 0..<600 {
      var random = SeededRandom(seed: UInt64(seed))
      let columns =
        ["text"]
        + (0..<Int.random(in: 1...5, using: &random)).map { _ in Self.fields.randomElement(using: &random)! }
      let rows = Int.random(in: 1...12, using: &random)
      var csv = columns.joined(separator: ",") + "\n"
      for _ in 0..<rows {
        let row = columns.map { _ in
          "\"" + Self.cells.randomElement(using: &random)!.replacing("\"", with: "\"\"") + "\""
        }
        csv += row.joined(separator: ",") + "\n"
      }
      let contents = ArticleReader.read(csv.utf8, file: "a.csv")
      let told = contents.articles.count + contents.issues.count { !$0.problem.isWarning }
      #expect(told == rows, "\(csv)")
    }
  }

  private static func json(_ depth: Int, _ random: inout SeededRandom) -> String {
    switch Int.random(in: 0..<(depth > 3 ? 4 : 7), using: &random) {
    case 0:
      return "\""
        + cells.randomElement(using: &random)!.replacing("\"", with: "\\\"").replacing("\n", with: "\\n")
        + "\""
    case 1: return ["1", "-2.5", "true", "null", "1709373600", "1e9"].randomElement(using: &random)!
    case 2: return ["\"\\ud83d\"", "\"\\udc00 x\"", "\"\\q\"", "\"\\u00e9\""].randomElement(using: &random)!
    case 3: return "{\"$date\": \"2024-03-02\"}"
    case 4, 5:
      let pairs = (0..<Int.random(in: 0...5, using: &random)).map { _ in
        "\"\(fields.randomElement(using: &random)!)\": " + json(depth + 1, &random)
      }
      return "{" + pairs.joined(separator: ", ") + "}"
    default:
      return "["
        + (0..<Int.random(in: 0...4, using: &random)).map { _ in json(depth + 1, &random) }.joined(
          separator: ", ") + "]"
    }
  }

  /// Whatever shape it has, JSON gives articles or says why not.
  @Test func shapesOfJSONAreReadOrTold() {
    for seed in 0..<3000 {
      var random = SeededRandom(seed: UInt64(seed))
      let text = Self.json(0, &random)
      for file in ["a.json", "a.jsonl", "a.txt"] {
        let contents = ArticleReader.read(text.utf8, file: file)
        #expect(
          !contents.articles.isEmpty || !contents.issues.isEmpty, "\(text)")
      }
    }
  }
}
