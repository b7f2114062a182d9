//! Corrections find the words that they are about again, and no others; and end when someone asks for it.

import QuothBasics
import QuothEngine
import QuothModel
import QuothQuery
import QuothTestSupport
import Synchronization
import Testing

@Suite struct AmendedPlacesTests {
  private static func engine(_ words: [String]) -> InMemoryEngine {
    var corpus = TinyCorpus()
    corpus.add(.person, "Ana Gil")
    corpus.addArticle(
      "a1", TinyCorpus.ArticleNote(),
      words.map { words in
        TinyCorpus.SentenceNote("“\(words)”", quotations: [TinyCorpus.QuotationNote(words, by: [], cue: nil)])
      })
    return InMemoryEngine(corpus.build())
  }

  private static func fault(_ place: String, _ words: [String]) -> AmendmentFault? {
    var desk = AmendingDesk(engine(words))
    do {
      try desk.correct("correct quote \(place) speaker = \"Ana Gil\"")
      return nil
    } catch {
      return error as? AmendmentFault
    }
  }

  private static func corrected(_ place: String, _ words: [String]) throws -> [String] {
    var desk = AmendingDesk(engine(words))
    try desk.correct("correct quote \(place) speaker = \"Ana Gil\"")
    return try desk.answers("quotes by Ana Gil with repeats show text").map { $0[0] }
  }

  private static let long = "one two three four five six seven eight nine ten eleven twelve"

  @Test func storedWordsAreThoseOfOneQuotation() throws {
    // All of a short one, whatever its case and accents.
    #expect(
      try Self.corrected("\"we agree\" in a1 at 99", ["We agree with nobody", "Wé agree"]) == ["Wé agree"])
    #expect(
      Self.fault("\"we agree\" in a1 at 99", ["We agree with nobody"]) == .noSuchQuotation(article: "a1"))
    // The first of a long one, up to the end of a word.
    #expect(
      try Self.corrected("\"\(Self.long)\" in a1 at 99", ["\(Self.long) more"]) == ["\(Self.long) more"])
    #expect(
      Self.fault("\"\(Self.long)\" in a1 at 99", ["\(Self.long)th of may"]) == .noSuchQuotation(article: "a1")
    )
    // Who types no place may type the first words alone.
    #expect(try Self.corrected("\"we agree\" in a1", ["We agree with nobody"]) == ["We agree with nobody"])
    #expect(Self.fault("\"we\" in a1", ["We agree", "We do"]) == .severalQuotations(article: "a1"))
    #expect(Self.fault("\"\" in a1", ["We agree"]) == .noSuchQuotation(article: "a1"))
  }

  @Test func aRepeatIsFoundAsTheRepeat() throws {
    var desk = AmendingDesk(InMemoryEngine(TinyCorpus.visit))
    let pull = try #require(TinyCorpus.visit.quotations.first { $0.repeats != nil })
    let place = QuotationPlace(pull, in: TinyCorpus.visit)
    for shift in [0, 7, -7] {
      try desk.correct(
        "correct quote \"\(place.words)\" in a1-visit at \((place.start ?? 0) + shift) speaker = "
          + (shift == 0 ? "Diaz-Canel" : shift > 0 ? "Manuel Marrero Cruz" : "Raisi"))
      #expect(desk.applied.last?.quotation == pull.id)
    }
    #expect(
      try desk.answers("quotes with repeats where repeats is not missing show speakers, rule") == [
        ["Ebrahim Raisi", "corrected"]
      ])
  }

  @Test func aTopicThatIsLookedForCanBeCancelled() throws {
    let isCancelled = Atomic(true)
    var desk = AmendingDesk(InMemoryEngine(TinyCorpus.visit)) { isCancelled.load(ordering: .relaxed) }
    #expect(throws: AmendmentFault.cancelled) { try desk.correct("topic define growth = \"grow*\"") }
    #expect(try desk.answers("topics show name") == [["sanctions"], ["trade"], ["sport"]])
    isCancelled.store(false, ordering: .relaxed)
    try desk.correct("topic define growth = \"grow*\"")
    #expect(try desk.answers("topics where name = growth show terms") == [["grow*"]])
  }
}
