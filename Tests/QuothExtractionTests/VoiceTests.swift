//! Whole small articles: who of two persons of a surname speaks, and who goes on over paragraphs and lines.

import QuothExtraction
import QuothModel
import Testing

/// What is decided of an article of these paragraphs, without the words.
private func decisions(of text: String) -> [String] {
  let corpus = corpus(text)
  #expect(corpus.violations() == [])
  return decisions(corpus.articles[0], corpus).map {
    $0.split(separator: " | ").dropLast().joined(separator: " | ")
  }
}

@Suite struct VoiceTests {
  /// Whoever is brought in as kin is not the bare surname, however often named in full; roles stay where they were.
  @Test(arguments: [
    "her husband, Tom Berg, was charged", "her husband Tom Berg was charged",
    "Tom Berg, her husband, was charged",
  ])
  func kinIsNotTheBareSurname(_ event: String) {
    let text = """
      Senator Berg faces questions over a land deal

      Sen. Rebecca Berg on Tuesday denied any part in it after \(event).

      Tom Berg was freed on Monday. Tom Berg keeps bees.

      “I did nothing wrong,” Berg said. “My husband speaks for himself.”
      """
    let corpus = corpus(text)
    let speakers = corpus.articles[0].quotations.map { $0.attribution.speakers.map { corpus[$0].name } }
    #expect(speakers.suffix(2) == [["Rebecca Berg"], ["Rebecca Berg"]])
    #expect(corpus.entities.filter { !$0.roles.isEmpty }.map(\.name) == ["Rebecca Berg"])
  }

  /// An office before the bare surname tells whose it is.
  @Test func officeTellsWhoIsMeant() {
    let text = """
      Coach Omar Diallo met Mayor Awa Diallo at the gate.

      Omar Diallo left soon. Omar Diallo had a train to catch.

      Mayor Diallo stayed.

      “We agree,” Diallo said.
      """
    #expect(decisions(of: text) == ["direct | Awa Diallo | Diallo | said"])
  }

  /// Two whom a surname fits alike stay two, the first introduced is named, and less is claimed.
  @Test func aTieClaimsLess() throws {
    let text = """
      Two farmers at the gate

      Rebecca Berg met Tom Berg in the square for talks.

      “We agree,” Berg said.
      """
    let corpus = corpus(text)
    let attribution = try #require(corpus.articles[0].quotations.first?.attribution)
    #expect(attribution.speakers.map { corpus[$0].name } == ["Rebecca Berg"])
    #expect(attribution.confidence == AttributionRule.quoteSourceCue.confidence(of: .direct) / 2)
    let raw = RawArticle(key: "a", file: "a.txt", text: Array(text.utf8))
    #expect(ArticleAnalyzer.trace(raw).namesakes.values.contains(["Rebecca Berg", "Tom Berg"]))
  }

  /// A quotation that no mark closes is of the one who is said to speak in the paragraph that goes on with it.
  @Test func openQuotationIsOfTheNextReport() {
    let text = """
      “It is over,” Mayor Ann Lee said on Thursday.

      “This was a long night.

      “It was cold down by the river, too.

      “We lost 40 homes,” fire chief Omar Diaz said.

      “He is right,” Lee said. “I add one thing.

      “And then I go home.”
      """
    #expect(
      decisions(of: text) == [
        "direct | Ann Lee | Mayor Ann Lee | said",
        "direct | Omar Diaz | fire chief Omar Diaz | -", "direct | Omar Diaz | fire chief Omar Diaz | -",
        "direct | Omar Diaz | fire chief Omar Diaz | said", "direct | Ann Lee | Lee | said",
        "direct | Ann Lee | Lee | -", "direct | Ann Lee | Lee | -",
      ])
  }

  /// Line breaks within marks, or before a word in lower case, part no paragraphs; others do.
  @Test func brokenLinesAreJoined() {
    let text = """
      Bees come home
      The hives of the town were saved on Monday.
      “They came back
      in the evening,” said Carla Diaz.
      She had waited on the roof of
      the town hall.
      “Nobody slept.
      “We all waited,” said Omar Berg.
      """
    let corpus = corpus(text)
    let article = corpus.articles[0]
    #expect(article.paragraphs.count == 6)
    #expect(
      decisions(article, corpus) == [
        "direct | Carla Diaz | Carla Diaz | said | They came back\nin the evening,",
        "direct | Omar Berg | Omar Berg | - | Nobody slept.",
        "direct | Omar Berg | Omar Berg | said | We all waited,",
      ])
  }

  /// Lists and credits stay lines of their own.
  @Test func listsStayLines() {
    let corpus = corpus("Bees come home again at last\nby Jane Doe\n\nThe hives were saved.\nhoney\nwax\n")
    #expect(corpus.articles[0].paragraphs.count == 5)
  }
}
