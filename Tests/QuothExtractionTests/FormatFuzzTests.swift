//! Damaged files of every format: never a crash, never an unsound corpus, never silence.

import Foundation
import QuothExtraction
import QuothModel
import QuothTestSupport
import Testing

private let samples: [(file: String, content: String)] = [
  ("f.txt", "A title\n\n“We stay,” said Ann Lee. Café."),
  ("f.csv", "id,title,text\n1,T,\"“We stay,” said Ann Lee.\nShe left.\"\n2,U,Words\n"),
  ("f.tsv", "id\ttext\n1\t“We stay,” said Ann Lee.\n"),
  (
    "f.jsonl",
    #"{"id": "a", "text": "“We stay,” said Ann Lee.", "date": "2020-01-02", "author": ["Jo"]}"# + "\n"
  ),
  (
    "f.json",
    #"[{"id": "a", "text": "“We stay,” said Ann Lee."}, {"headline": {"main": "T"}, "body": "Words"}]"#
  ),
  (
    "quotes.json",
    #"{"quoteID": "q", "quotation": "We stay", "speaker": "Ann Lee", "probas": [["Ann Lee", "0.7"]], "urls": ["http://a.example"]}"#
      + "\n"
      + #"{"articleID": "a", "content": "“ We stay , ” said Ann Lee .", "quotations": [{"quotation": "We stay ,", "quotationOffset": 1, "localTopSpeaker": "Ann Lee", "localProbas": [{"speaker": "Ann Lee", "proba": 0.7}]}]}"#
  ),
  (
    "f.html",
    "<html><head><meta charset=utf-8><meta name=author content=Jo><script type='application/ld+json'>{\"@type\": \"Article\"}</script></head><body><article><h1>T</h1><p>“We stay,” said Ann Lee &amp; left.</p><figcaption>C</figcaption></article></body></html>"
  ),
]

/// Numbers that are none, or too large for any.
private let oddNumbers = ["nan", "-nan", "inf", "-Infinity", "1e999", "-1e999", "0x1p9999", "1e-999"]

@Test(arguments: oddNumbers + oddNumbers.map { "\"\($0)\"" })
func oddNumbersDoNoHarm(_ number: String) {
  for (file, content) in samples {
    for figure in ["0.7", "\"0.7\"", "1", "\"2020-01-02\"", "1}"] {
      let changed = content.replacing(figure, with: figure == "1}" ? "\(number)}" : number)
      let read = ArticleReader.read(changed.utf8, file: file)
      let corpus = corpus(of: read.articles)
      #expect(corpus.violations() == [], "\(file): \(changed)")
      #expect(corpus.quotations.allSatisfy { (0...1).contains($0.attribution.confidence) }, "\(changed)")
      #expect(!read.articles.isEmpty || !read.issues.isEmpty, "\(file): \(changed)")
    }
  }
}

@Test func damagedFilesDoNoHarm() {
  var random = SeededRandom(seed: 11)
  let odd: [UInt8] = Array("\"'<>{}[],;\t\n\r\\&0".utf8) + [0, 0x80, 0xC3, 0xE2, 0xFF, 0xFE]
  for (file, content) in samples {
    for _ in 0..<60 {
      var bytes = Array(content.utf8)
      for _ in 0..<Int.random(in: 1...4, using: &random) {
        let place = Int.random(in: 0..<bytes.count, using: &random)
        switch Int.random(in: 0..<4, using: &random) {
        case 0: bytes[place] = odd.randomElement(using: &random) ?? 0
        case 1: bytes.insert(odd.randomElement(using: &random) ?? 0, at: place)
        case 2: bytes.removeSubrange(place..<min(bytes.count, place + 9))
        default: bytes.insert(contentsOf: bytes[..<place].suffix(20), at: place)
        }
        if bytes.isEmpty { bytes = [0x20] }
      }
      let read = ArticleReader.read(bytes, file: file)
      let shown = String(decoding: bytes, as: UTF8.self)
      #expect(corpus(of: read.articles).violations() == [], "\(file): \(shown)")
      // An empty list and a header alone are told by who counts the articles of a file.
      if read.articles.isEmpty, read.issues.isEmpty { #expect(file.hasSuffix(".json"), "\(file): \(shown)") }
    }
  }
}
