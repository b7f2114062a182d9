//! Copies are one utterance, however often they are reprinted and however short they are, in invented sentences.

import QuothTestSupport
import Testing

@testable import QuothEngine

@Suite struct CopiesTests {
  private static let first = ["cut", "slash", "reduce", "lower"]
  private static let second = ["help", "relief", "support"]
  private static let third = ["this year", "now", "at once"]

  /// A promise in one of 36 wordings.
  private static func promise(_ number: Int) -> String {
    "We will \(first[number % 4]) taxes because ordinary people need \(second[number / 4 % 3]) \(third[number / 12 % 3])"
  }

  private static func all(_ said: [Said]) -> [[Int32]] { [said.indices.map(Int32.init)] }

  @Test(arguments: [2, 5, 36, 100, 1_000])
  func copiesByTheHundred(count: Int) {
    let said = (0..<count).map { Said(Self.promise(0), by: 1, in: Int32($0), on: Int32($0 % 28)) }
    #expect(VariantDesk.numbers(said) == Self.all(said))
  }

  @Test(arguments: [5, 40, 200, 1_000])
  func nearCopiesByTheHundred(count: Int) {
    let said = (0..<count).map { Said(Self.promise($0), by: 1, in: Int32($0), on: Int32($0 % 14)) }
    #expect(VariantDesk.numbers(said) == Self.all(said))
  }

  @Test func nearCopiesThatAllDiffer() {
    let said = (0..<300).map { number in
      Said(
        "The new harbour will open its \(number) gates before the summer fishing season of town\(number) begins",
        by: 1, in: Int32(number))
    }
    #expect(VariantDesk.numbers(said) == Self.all(said))
  }

  @Test(arguments: [("We love tea", 3), ("You are fired", 5), ("Taxes are bad", 10), ("我们爱喝茶", 3)])
  func shortCopies(words: String, count: Int) {
    let said = (0..<count).map { Said(words, by: 1, in: Int32($0), on: Int32(100 * $0)) }
    #expect(VariantDesk.numbers(said) == Self.all(said))
  }

  @Test func caseAndAccentsDoNotMatter() {
    let said = [Said("WE LOVE CAFÉ", by: 1, in: 1), Said("We love café", by: 1, in: 2)]
    #expect(VariantDesk.numbers(said) == [[0, 1]])
  }

  @Test func oneWordNeedsTheSameKnownSpeakerOnDaysThatAreClose() {
    let said = [
      Said("genocide", by: 1, in: 1, on: 10), Said("genocide", by: 1, in: 2, on: 20),
      Said("genocide", by: 1, in: 3, on: 60), Said("genocide", by: 2, in: 4, on: 10),
      Said("genocide", in: 5, on: 10), Said("genocide", by: 1, in: 6),
    ]
    #expect(VariantDesk.numbers(said) == [[0, 1]])
  }

  @Test func wordsOfGrammarNeedTheSameSpeaker() {
    let said = [
      Said("That is it", by: 1, in: 1, on: 10), Said("That is it", by: 1, in: 2, on: 11),
      Said("That is it", by: 2, in: 3, on: 10), Said("That is it", in: 4, on: 10),
      Said("We will", by: 1, in: 5, on: 10), Said("We will", by: 1, in: 6, on: 10),
    ]
    #expect(VariantDesk.numbers(said) == [[0, 1]])
  }

  @Test func copiesOfOneArticleAreNone() {
    let said = (0..<3).map { _ in Said("We love tea", by: 1, in: 1, on: 10) }
    #expect(VariantDesk.numbers(said) == [])
  }

  @Test func quotationsTooShortToTellAreCounted() {
    let said = [
      Said("genocide", by: 1, in: 1), Said("genocide", by: 1, in: 2), Said("old lies", by: 1, in: 3),
      Said("", by: 1, in: 4), Said("We love tea", by: 1, in: 5),
    ]
    #expect(VariantSearch.findings(of: VariantDesk.store(said), threshold: 0.3)?.tooShort == 3)
  }

  @Test func aCopyOfAVariantIsLaidBesideTheFuller() {
    let said = [
      Said("We are prepared to rebuild the old lighthouse together with our neighbours", by: 1, in: 1),
      Said("We are ready to rebuild the old lighthouse with our neighbour", by: 1, in: 2),
      Said("We are ready to rebuild the old lighthouse with our neighbour", by: 1, in: 3),
    ]
    #expect(VariantDesk.differences(said, of: 2) == VariantDesk.differences(said, of: 1))
    #expect(VariantDesk.differences(said, of: 2).first == "replaced prepared>ready")
  }

  @Test func theOrderOfTheInputDoesNotMatter() {
    var random = SeededRandom(seed: 3)
    let phrases = ["genocide", "That is it", "We love tea", "a lighthouse without lamps"]
    let said = (0..<160).map { number -> Said in
      let words = number % 2 == 0 ? promise(number) : phrases[number / 2 % phrases.count]
      return Said(words, by: Int32(number % 3), in: Int32(number), on: Int32(number % 40))
    }
    let expected = VariantDesk.clusters(said)
    #expect(expected.count > 4)
    for _ in 0..<3 {
      #expect(VariantDesk.clusters(said, order: said.indices.shuffled(using: &random)) == expected)
    }
  }

  private func promise(_ number: Int) -> String { Self.promise(number) }
}
