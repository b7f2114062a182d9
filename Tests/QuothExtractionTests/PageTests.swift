//! Web pages to articles: what is the text, what stands around it, and what the head says.

import Foundation
import QuothBasics
import QuothExtraction
import QuothModel
import Testing

/// Long enough that nobody takes it for a teaser.
private let body =
  "The mayor of the town said on Monday that the river would not rise again before the spring, and that the "
  + "dam would hold. “We stay,” said Mayor Ann Lee."

private func page(_ inner: String, head: String = "") -> String {
  "<!doctype html><html><head><meta charset=utf-8>\(head)</head><body>\(inner)</body></html>"
}

/// The paragraphs of a page as `kind: text`.
private func paragraphs(_ html: String) -> [String] {
  let read = ArticleReader.read(html.utf8, file: "p.html")
  let corpus = corpus(of: read.articles)
  #expect(corpus.violations() == [])
  return corpus.paragraphs.map { "\($0.kind.rawValue): \(corpus.string($0.range, of: $0.article))" }
    + read.issues.map { "\($0.problem)" }
}

@Suite struct PageTests {
  @Test func theArticleIsFoundAmongAllElse() {
    let html = page(
      """
      <nav><a href="/">Home</a></nav><header class="site"><p>Daily Post, every day</p></header>
      <article class="post comments-open"><header><h1>River &amp; dam</h1></header>
      <p>\(body)</p><script>var x = "<p>no</p>";</script><style>p { }</style>
      <figure><img src="x"><figcaption>The dam on Monday.</figcaption></figure>
      <blockquote class="pull-quote">We stay, the dam holds</blockquote>
      <aside><p>Read also: another river, another dam, another town entirely</p></aside>
      <p>Second <b>one</b>,<br>in two&nbsp;lines.</p><div class="share-buttons"><p>Share this on all of the networks</p></div>
      <p><a href="a">All links, and nothing else in it</a></p>
      <h2>More stories</h2></article>
      <article><h2>Another teaser</h2><p>Short.</p></article>
      <section id="comments"><p>\(body) says a reader</p></section><footer><p>© Daily Post</p></footer>
      """)
    #expect(
      paragraphs(html) == [
        "headline: River & dam", "body: \(body)", "caption: The dam on Monday.",
        "pullquote: We stay, the dam holds", "body: Second one, in two lines.",
      ])
  }

  @Test(arguments: [
    // No article, but main.
    "<div><p>Menu of all the things here</p></div><main><p>\(body)</p></main>",
    // Neither: where running text stands thickest.
    "<div><div><ul><li><a href=a>one</a><li><a href=b>two</a></ul></div><div class=x><p>\(body)</p></div></div><div>Imprint</div>",
    // No paragraphs at all, but breaks; unclosed tags.
    "<div class=x><div>\(body)<br><br></div></div>", "<article><p>\(body)",
    "<article><div><p>\(body)<p></article>",
  ])
  func textIsFoundWithoutAnArticle(_ inner: String) {
    #expect(paragraphs(page(inner)).contains("body: \(body)"))
    #expect(paragraphs(page(inner)).count == 1)
  }

  /// Names that wrappers of whole articles bear, forms around pages, paragraphs that begin with a link or a drop cap.
  @Test(arguments: [
    "<div class='layout with-sidebar'><p>\(body)</p></div><div id=cookies-bar><p>This site uses biscuits; go on.</p></div>",
    "<form id=f><article><p>\(body)</p></article></form>",
    "<div class='page paywall'><article><p>\(body)</p></article></div>",
    "<article><p><a href=x>The mayor</a>\(body.dropFirst(9))</p></article>",
    "<article><p><span class=cap>T</span>\(body.dropFirst())</p></article>",
    "<div class=StoryBody><div>\(body)</div></div><div class=related><p>\(body) Or so.</p><p>\(body) Or not.</p></div>",
    "<article><p>\(body)</p></article><article><h2><a href=y>Another river</a></h2><p>\(body) It rose.</p><p>No.</p></article>",
  ])
  func namesOfElementsOnlyAdvise(_ inner: String) { #expect(paragraphs(page(inner)) == ["body: \(body)"]) }

  @Test func articlesInARowAreOneReport() {
    let parts = (1...3).map { "<article class=part><p>\(body) Part \($0).</p></article>" }
    #expect(paragraphs(page("<main>\(parts.joined())</main>")).count == 3)
  }

  @Test func pagesWithoutTheirArticleAreNamed() {
    let notice = page("<p>We use cookies to make your visit better. Press Accept to go on.</p>")
    #expect(paragraphs(notice) == ["noMainText"])
    let shell = page(
      "<div id=app></div>",
      head:
        "<script type='application/ld+json'>{\"@type\": \"NewsArticle\", \"articleBody\": \"\(body.replacing("“", with: "&ldquo;"))\"}</script>"
    )
    #expect(paragraphs(shell) == ["body: \(body)"])
  }

  /// Who says what on a page, as `speakers: words`.
  @Test(arguments: [
    (
      "<p>Ann Lee said:</p><blockquote><p>We wait for the boats.</p></blockquote>",
      ["Ann Lee: We wait for the boats."]
    ),
    (
      "<p>The pier is shut.</p><figure><blockquote>We wait for the boats.</blockquote><figcaption>— Bo Ek</figcaption></figure>",
      ["Bo Ek: We wait for the boats."]
    ),
    ("<blockquote>We sell tea here. <cite>Bo Ek</cite></blockquote>", ["Bo Ek: We sell tea here."]),
    ("<blockquote>Boats for hire in spring.</blockquote>", []),
    ("<p>Bo Ek said <q>the pier is rotten</q>.</p>", ["Bo Ek: the pier is rotten"]),
    ("<table><tr><td>“Never again,” said Bo Ek.</td></tr></table>", ["Bo Ek: Never again,"]),
    ("<p>&#147;We wait,&#148; said Bo Ek&period;</p>", ["Bo Ek: We wait,"]),
    (
      "<p>“It is old,” said Bo Ek.</p><blockquote class=pullquote>“Nobody rows again here”</blockquote>",
      ["Bo Ek: It is old,", ": Nobody rows again here"]
    ),
  ])
  func quotationsThatElementsMarkAreFound(_ inner: String, _ expected: [String]) {
    let plain =
      "The river rose on Monday and the dam of the town was shut for all of the boats until the spring."
    let read = ArticleReader.read(page("<article><p>\(plain)</p>\(inner)</article>").utf8, file: "p.html")
    let corpus = corpus(of: read.articles)
    let found = corpus.quotations.filter { $0.kind != .indirect }.map { quotation in
      let speakers = quotation.attribution.speakers.map { corpus[$0].name }.joined(separator: ", ")
      return "\(speakers): \(corpus.string(quotation.content, of: quotation.article))"
    }
    #expect(found == expected)
  }

  @Test(arguments: [
    ("<div class=byline>By <a rel=author href=x>Juno Marsh</a>, Staff Writer</div>", "Juno Marsh"),
    ("<address>Bo Ek and Ann Lee | Larkmoor Herald</address>", "Bo Ek, Ann Lee"),
    ("<span itemprop=author>Larkmoor News Desk</span>", nil),
  ])
  func authorsComeFromBylines(_ byline: String, _ expected: String?) {
    let read = ArticleReader.read(page("<article>\(byline)<p>\(body)</p></article>").utf8, file: "p.html")
    #expect(read.articles.first?.author == expected)
  }

  @Test func titlesEndWhereTheHeadingDoes() {
    let html = page(
      "<article><h1>The pier is shut</h1><p>\(body)</p></article>",
      head: "<title>The pier is shut – LH – 30.01.2024</title>")
    #expect(ArticleReader.read(html.utf8, file: "p.html").articles.first?.title == "The pier is shut")
  }

  @Test func bareTextIsRead() {
    #expect(paragraphs("<p>\(body)") == ["body: \(body)"])
    #expect(paragraphs(body) == ["body: \(body)"])
  }

  /// What a head holds, and the article's `title | outlet | author | date | url`.
  @Test(arguments: [
    (
      "<title>T | Post</title><meta property='og:site_name' content='Post'><meta name=author content='By Jo Doe'><meta property='article:published_time' content='2021-05-06T10:00:00Z'><link rel=canonical href='https://post.example/a'>",
      "T | Post | Jo Doe | 2021-05-06 | https://post.example/a"
    ),
    (
      "<script type='application/ld+json'>[{\"@type\": \"Organization\", \"name\": \"X\"}, {\"@type\": [\"NewsArticle\"], \"headline\": \"T\", \"author\": [{\"name\": \"Jo\"}, {\"name\": \"Bo\"}], \"publisher\": {\"name\": \"Post\"}, \"datePublished\": \"2021-05-06\", \"url\": \"u\"}]</script>",
      "T | Post | Jo, Bo | 2021-05-06 | u"
    ),
    (
      "<script type='application/ld+json'>{\"@graph\": [{\"@type\": \"WebSite\"}, {\"@type\": \"Article\", \"headline\": \"T\"}]}</script><meta name=date content='6 May 2021'>",
      "T | - | - | 2021-05-06 | -"
    ),
    (
      "<script type='application/ld+json'>{ broken</script><meta property=og:title content='T &amp; U'>",
      "T & U | - | - | - | -"
    ),
    ("<meta property='article:author' content='https://x.example/jo'><title></title>", "- | - | - | - | -"),
    ("", "- | - | - | - | -"),
  ])
  func detailsAreRead(_ head: String, _ expected: String) {
    let read = ArticleReader.read(page("<article><p>\(body)</p></article>", head: head).utf8, file: "p.html")
    let found = read.articles.map { article in
      [article.title, article.outlet, article.author, article.date?.description, article.url]
        .map { $0.flatMap { $0.isEmpty ? nil : $0 } ?? "-" }.joined(separator: " | ")
    }
    #expect(found == [expected])
    #expect(read.issues == [])
  }

  @Test func theTimeElementGivesADate() {
    let html = page("<article><time datetime='2021-05-06T10:00'>Thursday</time><p>\(body)</p></article>")
    let article = ArticleReader.read(html.utf8, file: "p.html").articles.first
    #expect(article?.date == CalendarDay(year: 2021, month: 5, day: 6))
  }

  @Test func theEncodingIsHonoured() throws {
    func text(_ label: String, _ encoding: String.Encoding, _ words: String) throws -> (
      String, [ReadingProblem]
    ) {
      let html = "<html><head><meta charset=\"\(label)\"></head><body><p>\(words) \(body)</p></body></html>"
        .replacing("“", with: "&ldquo;").replacing("”", with: "&rdquo;")
      let read = ArticleReader.read(try #require(html.data(using: encoding)), file: "p.html")
      let text = read.articles.first.map { String(decoding: $0.text, as: UTF8.self) } ?? ""
      return (text, read.issues.map(\.problem))
    }
    for (label, encoding, words) in [
      ("iso-8859-1", String.Encoding.windowsCP1252, "Café ‘owner’"),
      ("windows-1251", .windowsCP1251, "Мы остаёмся"),
      ("shift_jis", .shiftJIS, "東京"), ("utf-8", .utf8, "Café"),
    ] {
      let read = try text(label, encoding, words)
      #expect(read.0 == "\(words) \(body)", "\(label)")
      #expect(read.1 == [], "\(label)")
    }
    #expect(try text("", .windowsCP1252, "Café").1 == [.readAsWindows1252])
    #expect(try text("klingon", .windowsCP1251, "Мы").1 == [.unknownEncoding("klingon")])
  }

  @Test(arguments: [
    ("", ReadingProblem.empty), ("<html><head><title>T</title></head></html>", .noMainText),
    ("<html><body><script>x</script></body></html>", .noMainText), ("<p>\u{0}</p>", .binary),
  ])
  func badPagesAreNamed(_ html: String, _ problem: ReadingProblem) {
    let read = ArticleReader.read(html.utf8, file: "p.html")
    #expect(read.articles == [])
    #expect(read.issues.map(\.problem) == [problem])
  }

  @Test(arguments: ["<div>", "<b>", "<p><blockquote>", "<table><tr><td>", "<article>", "<i><p>"])
  func deepPagesTakeNoLongerThanTheirSize(_ tag: String) {
    let clock = ContinuousClock()
    let html = String(repeating: tag, count: 100_000) + body
    let time = clock.measure { _ = ArticleReader.read(html.utf8, file: "p.html") }
    #expect(time < .seconds(10), "\(tag): \(time)")
  }
}
