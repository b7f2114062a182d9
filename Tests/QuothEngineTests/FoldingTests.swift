//! Patterns of words meet words as they are printed: marks, typographic quotes, other scripts.

import QuothBasics
import QuothEngine
import QuothModel
import QuothQuery
import QuothTestSupport
import Testing

@Suite struct FoldingTests {
  @Test func wordsAreFoundHoweverPrinted() {
    let cases: [(text: String, pattern: String, expected: String)] = [
      ("said Raisí again", "raisi", "said <Raisí> again"),
      ("said Raisi\u{301} again", "raisi", "said <Raisi\u{301}> again"),
      ("RAISÍ SAID", "raisi said", "<RAISÍ SAID>"),
      ("Raisísm", "raisi", ""),
      ("Raisísm", "raisi*", "<Raisísm>"),
      ("the people’s choice", "people", "the <people>’s choice"),
      ("it’s the people's choice", "people choice", "it’s the <people's choice>"),
      ("— “sanctions” —", "sanctions", "— “<sanctions>” —"),
      ("Díaz‑Canel", "diaz-canel", "<Díaz‑Canel>"),
      ("Øre and øre", "ore", "<Øre> and <øre>"),
      ("été", "?t?", "<été>"),
      ("été", "??", ""),
      ("Санкции против нас", "санкции * нас", "<Санкции против нас>"),
      ("Санкции", "с*и", "<Санкции>"),
      ("U.S. policy", "u.s policy", ""),
      ("a-b a b", "a b", "a-b <a b>"),
      ("sanctio", "sanctions", ""),
      ("anti-sanctions", "sanctions", ""),
      ("anti-sanctions", "*sanctions", "<anti-sanctions>"),
      ("abababab", "a*b*a*c", ""),
    ]
    for (text, pattern, expected) in cases {
      var corpus = TinyCorpus()
      corpus.addArticle("a", TinyCorpus.ArticleNote(), [TinyCorpus.SentenceNote(text)])
      let words = pattern.split(separator: " ").map { $0 == "*" ? WordPattern.anyWord : .glob(String($0)) }
      let plan = LogicalPlan.project(
        .filter(.scan(.sentences, repeats: .leaveOut), .contains(.text, .sequence(words))), [.field(.text)])
      check(plan, expected, on: corpus.build())
    }
  }
}
