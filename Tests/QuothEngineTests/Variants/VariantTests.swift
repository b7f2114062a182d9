//! What is one utterance, and what is not, in invented sentences.

import QuothTestSupport
import Testing

@testable import QuothEngine

@Suite struct VariantTests {
  private static let harbour = "The new harbour will open its gates before the summer fishing season begins"

  @Test(arguments: [
    (
      "another choice of words",
      [
        Said("We are prepared to rebuild the old lighthouse with our own hands", by: 1, in: 1),
        Said("We stand ready to rebuild the old lighthouse by our own hands", by: 1, in: 2),
      ], [[0, 1]]
    ),
    (
      "words of grammar alone",
      [
        Said("That is what we have been for and it is not all that they would have", by: 1, in: 1),
        Said("That is what they have been for and it is all that we would have", by: 1, in: 2),
      ], []
    ),
    (
      "a usual phrase alone",
      [
        Said("My journey was meant to improve relations between the two countries", by: 1, in: 1),
        Said("The quarrel over herring did no harm to relations between the two countries", by: 1, in: 2),
      ], []
    ),
    (
      "a fragment and the quotation it comes from",
      [
        Said(harbour, by: 1, in: 1),
        Said(
          "the summer fishing season", by: 1, in: 2,
          within: "The harbour will open its gates before “the summer fishing season”."),
      ], [[0, 1]]
    ),
    (
      "two fragments of one quotation",
      [
        Said(harbour, by: 1, in: 1), Said("The new harbour will open its gates before summer", by: 1, in: 2),
        Said("before the summer fishing season begins", by: 1, in: 3),
      ], [[0, 1, 2]]
    ),
    (
      "a short phrase that several sentences hold",
      [
        Said(
          "independent countries", by: 1, in: 1, within: "He praised “independent countries” at the summit."),
        Said(
          "independent countries", by: 1, in: 2,
          within: "She would rather trade with “independent countries”."),
      ], []
    ),
    (
      "a distinctive phrase, but other speakers",
      [
        Said(
          "a lighthouse without lamps", by: 1, in: 1,
          within: "The mayor called the port “a lighthouse without lamps”."),
        Said(
          "a lighthouse without lamps", by: 2, in: 2,
          within: "Critics called the port “a lighthouse without lamps”."),
      ], []
    ),
    (
      "the same words, and outlets disagree on the speaker",
      [Said(harbour, by: 1, in: 1), Said(harbour, by: 2, in: 2)], [[0, 1]]
    ),
    (
      "alike, by other speakers",
      [
        Said("The new harbour will open its gates before the winter storms return", by: 1, in: 1),
        Said(harbour, by: 2, in: 2),
      ], []
    ),
    (
      "alike, years apart",
      [
        Said("The new harbour will open its gates before the winter storms return", by: 1, in: 1, on: 100),
        Said(harbour, by: 1, in: 2, on: 900),
      ], []
    ),
    (
      "half alike, and a speaker unknown to one",
      [
        Said("The new harbour will open its gates before the winter storms return", in: 1),
        Said(harbour, by: 2, in: 2),
      ], []
    ),
    ("a speaker unknown to one", [Said(harbour, in: 1), Said(harbour, by: 2, in: 2)], [[0, 1]]),
    ("a repetition within one article", [Said(harbour, by: 1, in: 1), Said(harbour, by: 1, in: 1)], []),
    (
      "a repetition, and another article",
      [Said(harbour, by: 1, in: 1), Said(harbour, by: 1, in: 1), Said(harbour, by: 1, in: 2)], [[0, 1, 2]]
    ),
    (
      "two sentences of one article that are alike",
      [
        Said("The new harbour will open its gates before the winter storms return", by: 1, in: 1),
        Said("The new harbour will open its doors before the summer fair is over", by: 1, in: 1),
      ], []
    ),
    ("no words", [Said("", by: 1, in: 1), Said("…", by: 1, in: 2), Said("?!", by: 1, in: 3)], []),
    (
      "Arabic",
      [
        Said("إيران مستعدة للتعاون مع جميع الدول المستقلة في المنطقة", by: 1, in: 1),
        Said("إيران جاهزة للتعاون مع جميع الدول المستقلة في المنطقة", by: 1, in: 2),
      ], [[0, 1]]
    ),
    (
      "Chinese, written without blanks",
      [
        Said("伊朗愿意同所有国家开展合作", by: 1, in: 1), Said("伊朗准备同所有国家开展合作", by: 1, in: 2),
        Said("今天的天气非常好", by: 1, in: 3),
      ], [[0, 1]]
    ),
  ])
  func oneUtteranceOrNot(name: String, said: [Said], expected: [[Int32]]) {
    #expect(VariantDesk.numbers(said) == expected, "\(name)")
  }

  @Test func aSharedPhraseDoesNotChainUtterances() {
    let first = "The lighthouse keepers shall receive new lamps and warm coats for the dark months ahead"
    let second = "The schools of the valley shall receive teachers, books and a roof that does not leak"
    let between =
      "The lighthouse keepers shall receive new lamps; the schools of the valley shall receive teachers"
    let found = VariantDesk.numbers([
      Said(first, by: 1, in: 1), Said(second, by: 1, in: 2), Said(between, by: 1, in: 3),
    ])
    #expect(found.count == 1)
    #expect(found.first?.count == 2)
  }

  @Test func whatDiffersIsNamed() {
    let said = [
      Said("We are prepared to rebuild the old lighthouse together with our neighbours", by: 1, in: 1),
      Said("We are ready to rebuild the old lighthouse with our neighbour today", by: 1, in: 2),
    ]
    #expect(
      VariantDesk.differences(said, of: 1)
        == ["replaced prepared>ready", "missing together>", "form neighbours>neighbour", "missing >today"])
    let moved = [
      Said("the economy of resistance feeds every village along the northern coast", by: 1, in: 1),
      Said("resistance economy feeds every village along the northern coast", by: 1, in: 2),
    ]
    #expect(VariantDesk.differences(moved, of: 1).contains("moved >resistance"))
  }

  @Test func similarityIsAskedFor() {
    let said = [
      Said("We are prepared to rebuild the old lighthouse with our own hands", by: 1, in: 1),
      Said("We stand ready to rebuild the old lighthouse by our own hands", by: 1, in: 2),
    ]
    #expect(VariantDesk.numbers(said, atLeast: 0.5) == [[0, 1]])
    #expect(VariantDesk.numbers(said, atLeast: 0.95) == [])
    #expect(VariantDesk.numbers([said[0], Said(said[0].words, by: 1, in: 2)], atLeast: 1) == [[0, 1]])
  }

  @Test func theOrderOfTheInputDoesNotMatter() {
    for seed in 0..<4 {
      var random = SeededRandom(seed: UInt64(seed))
      let said = GeneratedSpeech.quotations(40, utterances: 8, using: &random)
      let expected = VariantDesk.clusters(said)
      #expect(VariantDesk.clusters(said, order: said.indices.shuffled(using: &random)) == expected)
      let numbers = expected.flatMap { $0.members.map(\.id) }
      #expect(Set(numbers).count == numbers.count, "no quotation stands in two clusters")
    }
  }
}
