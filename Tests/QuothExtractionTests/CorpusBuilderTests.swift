//! Corpora larger than a chunk of any of their tables.

import QuothModel
import QuothTestSupport
import Testing

@Suite struct CorpusBuilderTests {
  @Test func tablesOfSeveralChunksReadAsWritten() {
    var builder = CorpusBuilder()
    let name = builder.strings.intern("person/ann-berg")
    builder.addEntity(.person, key: name, name: name, aliases: [], roles: [name], country: nil)
    builder.addEntity(
      .place, key: builder.strings.intern("place/oslo"), name: name, aliases: [name], roles: [], country: nil)
    let articleCount = 300
    for number in 0..<articleCount { addArticle(number, to: &builder) }
    let corpus = builder.finish(topics: [])

    #expect(corpus.violations() == [])
    #expect(corpus.articles.count == articleCount)
    #expect(corpus.mentions.count == 20 * articleCount)
    for (number, article) in corpus.articles.enumerated() {
      #expect(article.key == "article \(number)")
      #expect(article.text == text(number))
      #expect(article.title == (number % 2 == 0 ? "même" : nil))
      #expect(article.mentions.map(\.range.start) == (0..<20).map { 10 * $0 })
      #expect(article.mentions.map { Array($0.entities) } == (0..<20).map { entities(of: $0) })
    }
    #expect(corpus.entities[0].mentions.count == 10 * articleCount)
    #expect(corpus.entities[0].roles == ["person/ann-berg"])
    #expect(corpus.entities[1].aliases == ["person/ann-berg"])
    #expect(corpus.entities[1].roles == [])
  }

  /// What does not fit into the packed fields of a row comes back all the same.
  @Test(arguments: [1, 254, 255, 2_046, 2_047, 65_535, 65_536, 5_000_000])
  func largeValuesComeBack(size: Int) throws {
    var builder = CorpusBuilder()
    builder.addArticle(
      key: "a", file: "a", text: Array(repeating: 0x41, count: 3 * size), publication: .init(), wordCount: 1,
      topics: [])
    let (whole, middle) = (TextRange(0, 3 * size), TextRange(size, 2 * size))
    builder.addParagraph(whole, kind: .comment)
    builder.addSentence(whole, wordCount: size, topics: [])
    let count = min(size, 70_000)
    for number in 0...count {
      builder.addMention(
        number == count ? middle : TextRange(0, 1), sentence: SentenceID(0), form: .pronoun, entities: [],
        resolution: .unresolved, antecedent: number == count ? MentionID(0) : number == 0 ? MentionID(1) : nil
      )
    }
    let attribution = Attribution(
      cue: nil, source: nil, mention: nil, speakers: [], rule: .none, confidence: 0.5)
    for addressee in [nil, MentionID(0)] {
      builder.addQuotation(
        middle, marked: whole, sentence: SentenceID(0), kind: .indirect, attribution: attribution,
        addressee: addressee, topics: [], repeats: nil, wordCount: size)
    }
    let built = builder.finish(topics: [])
    for corpus in [built, try SnapshotInMemory.copy(of: built)] {
      #expect(corpus.paragraphs[0].kind == .comment && corpus.paragraphs[0].range == whole)
      #expect(corpus.sentences[0].range == whole && corpus.sentences[0].wordCount == size)
      let mention = corpus.mentions[count]
      #expect(mention.range == middle && mention.antecedent == MentionID(0))
      #expect(mention.form == .pronoun && mention.resolution == .unresolved)
      #expect(corpus.mentions[0].antecedent == MentionID(1))
      #expect(corpus.mentions[0].form == .pronoun && corpus.mentions[0].resolution == .unresolved)
      for quotation in corpus.quotations {
        #expect(quotation.marked == whole && quotation.content == middle && quotation.wordCount == size)
      }
      #expect(corpus.quotations.map(\.addressee) == [nil, MentionID(0)])
    }
  }

  private func addArticle(_ number: Int, to builder: inout CorpusBuilder) {
    var publication = CorpusBuilder.Publication()
    publication.title = number % 2 == 0 ? "même" : nil
    builder.addArticle(
      key: "article \(number)", file: "a", text: text(number), publication: publication, wordCount: 1,
      topics: [])
    let sentence = builder.nextSentence
    builder.addParagraph(TextRange(0, 5_000), kind: .body)
    builder.addSentence(TextRange(0, 5_000), wordCount: 1, topics: [])
    for place in 0..<20 {
      builder.addMention(
        TextRange(10 * place, 10 * place + 4), sentence: sentence, form: .name, entities: entities(of: place),
        resolution: .fullName, antecedent: nil)
    }
  }

  /// None, one, both, or the other.
  private func entities(of place: Int) -> [EntityID] {
    [[], [EntityID(0)], [EntityID(0), EntityID(1)], [EntityID(1)]][place % 4]
  }

  private func text(_ number: Int) -> [UInt8] { Array(repeating: UInt8(0x41 + number % 26), count: 5_000) }
}
