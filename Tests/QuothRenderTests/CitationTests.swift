//! Citations of odd articles: signs that TeX and JSON have a use for, and nothing known but the words.

import Foundation
import QuothBasics
import QuothRender
import Testing

@Suite struct CitationTests {
  static func citation(_ words: String?, title: String? = nil, outlet: String? = nil, url: String? = nil)
    -> Citation
  {
    Citation(
      words: words, speaker: words.map { _ in "Ann_Bee & Co" }, title: title, outlet: outlet, author: nil,
      date: CalendarDay(year: 2023, month: 12, day: 4), article: "a1 {x}",
      characters: words.map { _ in 5..<20 },
      bytes: words.map { _ in 5..<24 }, file: "a1.txt", url: url, fingerprint: "0123456789abcdef",
      program: "quoth 1", found: CalendarDay(dayNumber: 19_700))
  }

  /// BibTeX counts braces without regard to backslashes: each field has as many that open as that close, and ends there.
  @Test(arguments: ["}", "{", "a } b { c", "\\}", "{{{", "}\\{"])
  func bracesAreBalanced(_ text: String) {
    let entry = Self.citation(text, title: text, outlet: text, url: "https://x.org/\(text)").render(.bibtex)
    var depth = 0
    for (index, character) in entry.enumerated() {
      if character == "{" { depth += 1 } else if character == "}" { depth -= 1 }
      #expect(depth > 0 || index == entry.count - 2 || index < 6 || index == entry.count - 1, "\(entry)")
    }
    #expect(depth == 0)
    #expect(entry.split(separator: "\n").count == 10, "\(entry)")
    if text == "}" { #expect(entry.contains("url = {https://x.org/%7D}")) }
  }

  @Test func texHasNoSignsLeft() {
    let text = Self.citation(
      "“50% of {this} \\ costs $5_#~^”", title: "A & B", outlet: "C%", url: "https://x.org/a_b%20c"
    )
    .render(.bibtex)
    #expect(
      text == """
        @misc{quoth:a1x:5,
          author = {{C\\%}},
          title = {{A \\& B}},
          howpublished = {C\\%},
          year = {2023},
          date = {2023-12-04},
          url = {https://x.org/a_b%20c},
          urldate = {2023-12-09},
          note = {Ann\\_Bee \\& Co: “50\\% of {\\textbraceleft}this{\\textbraceright} \\textbackslash{} costs \\$5\\_\\#\\textasciitilde{}\\textasciicircum{}” Article a1 {\\textbraceleft}x{\\textbraceright}, characters 5–20 (bytes 5–24), file a1.txt; corpus 0123456789abcdef, found with quoth 1 on 2023-12-09.},
        }

        """, "\(text)")
  }

  @Test func cslIsJSON() throws {
    let text = Self.citation("“\"quoted\"\n\u{1}”", title: "A \"B\"", url: "https://x.org").render(.csl)
    let items = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [[String: Any]])
    #expect(items.count == 1 && items[0]["title"] as? String == "A \"B\"")
    #expect(items[0]["type"] as? String == "article-newspaper" && items[0]["author"] == nil)
    let issued = try #require(items[0]["issued"] as? [String: [[Int]]])
    #expect(issued["date-parts"] == [[2023, 12, 4]])
  }

  @Test func anArticleIsCitedWithoutWords() {
    #expect(
      Self.citation(nil, title: "T", outlet: "O").render(.text)
        == "“T”, O, 2023-12-04.\nArticle a1 {x}, file a1.txt; corpus 0123456789abcdef, found with quoth 1 on 2023-12-09.\n"
    )
  }
}
