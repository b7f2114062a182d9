//! What the index of words leaves out for a regular expression is never what the expression matches.

import QuothModel
import QuothQuery
import QuothTestSupport
import Testing

@testable import QuothEngine

/// Words that an expression needs, and `/` where its matches may go over the end of a line; `?` where it is not
/// understood, `-` where it needs none.
private func needs(_ expression: String) -> String {
  func text(_ need: RegexNeed) -> String {
    switch need {
    case .nothing: "-"
    case .word(let word): word
    case .all(let needs): needs.map(text).joined(separator: " & ")
    case .any(let needs): "{" + needs.map(text).joined(separator: " | ") + "}"
    }
  }
  guard let needs = RegexNeeds(expression) else { return "?" }
  return text(needs.need) + (needs.staysInLine ? "" : " /")
}

@Suite struct RegexNeedTests {
  @Test(arguments: [
    ("sanctions", "sanctions"), ("nuclear deal", "nuclear & deal"), ("the .* of", "the"),
    (#"\bembargo(es|ed)?\b"#, "embargo(es|ed)?"), (#"\w+oo(nd|rt)ment of"#, "oo(nd|rt)ment"),
    (#"colou?r\s+of"#, "colou?r /"), ("(new york|london|rome)", "{new & york | london | rome}"),
    ("(new york|no)", "-"), ("(river)? harbour", "harbour"), ("(river ){2}", "river"),
    ("[Tt]rade", "[Tt]rade"),
    ("tra[^x]de", "tra /"), ("[a-c]lim[0-9]t", "[a-c]lim[0-9]t"), ("[ -~]limit", "limit /"),
    ("a+b+c+", "a+b+c+"),
    ("ab*c", "-"), ("", "-"), ("mr\\.? smith", "smith"), ("Zoë Smith", "Smith"), ("ab{3}c", "ab{3}c"),
    ("(?i)x", "?"), ("(?=word)", "?"), (#"\Qword\E"#, "?"), (#"(word)\1"#, "?"),
    ("(?:word|term)s", "(?:word|term)s"),
    ("word(", "?"), (#"\x41bcd"#, "?"), ("[[:alpha:]]word", "?"), ("one\ntwo", "one & two /"),
  ])
  func expressionsNeed(_ expression: String, _ expected: String) {
    #expect(needs(expression) == expected)
  }

  /// On texts of awkward pieces, an index finds all that a scan finds.
  @Test func nothingIsLeftOut() throws {
    var random = SeededRandom(seed: 3)
    let pieces = [
      "nuclear", "deal", "deals", "Deal", " ", " ", " ", "-", "'", "’s", "'s", ".", "\n", "ſanction",
      "\u{212A}ing",
      "é", "e\u{301}", "cafe", "U.S", "x", "123", "straße", "_", ", ",
    ]
    func text(_ count: Int) -> String {
      (0..<count).map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
    }
    var corpus = TinyCorpus()
    corpus.add(.person, "Ann Lee")
    for number in 0..<120 {
      let notes = [ParagraphKind.headline, .body, .caption].map { kind in
        let quoted = text(6)
        return TinyCorpus.SentenceNote(
          "a " + text(5) + " " + quoted + text(3), kind: kind,
          quotations: quoted.isEmpty ? [] : [TinyCorpus.QuotationNote(quoted, by: ["Ann Lee"])])
      }
      corpus.addArticle("a\(number)", TinyCorpus.ArticleNote(), notes)
    }
    let built = corpus.build()
    let scan = InMemoryEngine(built, policy: .scan, coreCount: 1)
    let index = InMemoryEngine(built, policy: .always, coreCount: 2)
    let parts = [
      "nuclear", "deal", "deals?", "sanction", "king", "cafe", #"\b"#, #"\w+"#, " ", ".", ".*", "-",
      "(deal|king)",
      "(deal king|cafe)", "s", "[dk][ei]", "123", #"\s"#, "'s", "stra", "_", "+", "?", "ea[^x]",
    ]
    var found = 0
    for _ in 0..<400 {
      let expression = (0..<Int.random(in: 1...4, using: &random)).map { _ in
        parts.randomElement(using: &random) ?? ""
      }.joined()
      if RegexCheck.problem(in: expression) != nil { continue }
      for collection in [QueryCollection.articles, .quotes, .sentences, .paragraphs] {
        let plan = LogicalPlan.filter(
          .scan(collection, repeats: .include), .matches(.text, regex: expression))
        let expected = try scan.execute(.project(plan, [.field(.text)]))
        #expect(try index.execute(.project(plan, [.field(.text)])) == expected, "\(collection) \(expression)")
        found += expected.rows.count
      }
    }
    #expect(found > 1000)
  }

  /// The same of patterns of several words, with the rarest at any place.
  @Test func sequencesAreFoundFromTheirRarestWord() throws {
    var random = SeededRandom(seed: 5)
    let pieces = ["the", "the", "of", "of", "deal", "rare", "\n", ".", "-", "* * *\n", "’s", "é"]
    var corpus = TinyCorpus()
    for number in 0..<150 {
      let notes = [ParagraphKind.headline, .body, .body].map { kind in
        TinyCorpus.SentenceNote(
          (0..<8).map { _ in (pieces.randomElement(using: &random) ?? "") + " " }.joined() + "a", kind: kind)
      }
      corpus.addArticle("a\(number)", TinyCorpus.ArticleNote(), notes)
    }
    let built = corpus.build()
    let scan = InMemoryEngine(built, policy: .scan, coreCount: 1)
    let index = InMemoryEngine(built, policy: .always, coreCount: 2)
    let words: [WordPattern] = [
      .glob("the"), .glob("of"), .glob("deal"), .glob("rare"), .glob("r*"), .anyWord, .glob("e"),
    ]
    var found = 0
    for _ in 0..<300 {
      let sequence = (0..<Int.random(in: 1...4, using: &random)).map { _ in
        words.randomElement(using: &random) ?? .anyWord
      }
      for collection in [QueryCollection.articles, .sentences, .paragraphs] {
        let plan = LogicalPlan.count(
          .filter(.scan(collection, repeats: .include), .contains(.text, .sequence(sequence))))
        let expected = try scan.execute(plan)
        #expect(try index.execute(plan) == expected, "\(collection) \(sequence)")
        if expected.rows[0].values != [.integer(0)] { found += 1 }
      }
    }
    #expect(found > 300)
  }
}
