//! The lexicons in the binary are those on disk.

import CLexicons
import Foundation
import QuothBasics
import Testing

@Test func embeddedLexiconsAreFresh() throws {
  let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Sources/CLexicons/data")
  let embedded: [(String, UnsafePointer<UInt8>, UnsafePointer<UInt8>)] = [
    ("agencies.txt", quoth_agencies_address(), quoth_agencies_end_address()),
    ("boilerplate.txt", quoth_boilerplate_address(), quoth_boilerplate_end_address()),
    ("countries.tsv", quoth_countries_address(), quoth_countries_end_address()),
    ("cues.tsv", quoth_cues_address(), quoth_cues_end_address()),
    ("first-names.tsv", quoth_first_names_address(), quoth_first_names_end_address()),
    ("ranker.tsv", quoth_ranker_address(), quoth_ranker_end_address()),
    ("topics.tsv", quoth_topics_address(), quoth_topics_end_address()),
    ("words.txt", quoth_words_address(), quoth_words_end_address()),
  ]
  for (name, start, end) in embedded {
    let bytes = Data(bytes: start, count: end - start)
    let isFresh = try bytes == Data(contentsOf: folder.appending(path: name))
    #expect(isFresh, "\(name) changed: touch Sources/CLexicons/lexicons.S and build again")
  }
}

/// Two readers ask for them, one of which sees no lexicon.
@Test func abbreviationsAreTheSameEverywhere() throws {
  let words = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Sources/CLexicons/data/words.txt")
  let line = try String(contentsOf: words, encoding: .utf8).split(separator: "\n")
    .first { $0.hasPrefix("abbreviation:") }
  #expect(Set((line ?? "").split(separator: " ").dropFirst().map(String.init)) == Abbreviations.all)
}
