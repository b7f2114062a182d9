//! Random texts of news words and marks: no crash, no hang, a sound corpus.

import QuothExtraction
import QuothModel
import QuothTestSupport
import Testing

/// What random articles are made of: marks in every place, cues, names, pronouns, odd bytes.
private let pieces = [
  "“", "”", "\"", "''", "'", "‘", "’", "«", "»", ",", ".", "?", "!", ":", ";", "—", "--", "-", "(", ")", "[",
  "]", "…",
  "\n", "\n\n", " ", "\t", "\u{A0}", "\u{FEFF}", "\u{1B}[2J", "e\u{301}", "日本", "👍🏽", "&", "/", "@",
  "http://x.y",
  "said", "says", "say", "saying", "told", "asked", "called", "according", "to", "per", "as", "put", "it",
  "that",
  "who", "which", "and", "or", "but", "not", "never", "did", "was", "is", "had", "the", "a", "an", "both",
  "two",
  "leaders", "president", "President", "Cuban", "Iran", "US", "U.S.", "of", "for", "in", "on", "with",
  "Monday",
  "Raisi", "Ebrahim", "Díaz-Canel", "Mr.", "Mrs.", "Sen.", "Jr.", "D-Md.", "spokesman", "statement", "claim",
  "claims",
  "he", "He", "she", "they", "their", "his", "I", "We", "’s", "'s", "x", "X", "7", "2023-12-04", "1686981306",
  "Photo:", "Also read", "____", "Subscribe", "By Ann Lee", "TEHRAN (Tasnim) –", "reads", "vowed", "accused",
  "denied",
]

@Suite struct FuzzTests {
  @Test func randomTextsGiveSoundCorpora() {
    var random = SeededRandom(seed: 20_231_204)
    var quotations = 0
    for _ in 0..<600 {
      let count = Int.random(in: 1...60, using: &random)
      var text = ""
      for _ in 0..<count {
        text += pieces[Int.random(in: 0..<pieces.count, using: &random)]
        if Bool.random(using: &random) { text += " " }
      }
      guard !text.utf8.allSatisfy({ $0 <= 0x20 }) else { continue }
      let corpus = corpus(text)
      quotations += corpus.quotations.count
      let violations = corpus.violations()
      #expect(violations == [], "\(text.debugDescription)")
    }
    // Some of it must look like speech, or nothing was tried.
    #expect(quotations > 50)
  }

  /// Inputs that once took a time beyond their size.
  @Test func hostileTextsTakeNoLongerThanTheirSize() {
    let texts = [
      String(repeating: "said ", count: 1000), String(repeating: "Bob) said “x y z” ", count: 200),
      String(repeating: "the two leaders said they ", count: 500), String(repeating: "“", count: 5_000),
      (0..<300).map { "Line \($0) of a list without any end\n\n" }.joined(),
      (0..<300).map { "Name\($0)x Other\($0)y met the crowd. He spoke.\n\n" }.joined(),
    ]
    let clock = ContinuousClock()
    for text in texts {
      let time = clock.measure { #expect(corpus(text).violations() == []) }
      #expect(time < .seconds(10), "\(text.prefix(40)) took \(time)")
    }
  }
}
