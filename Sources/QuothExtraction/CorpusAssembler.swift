//! Makes one corpus of many annotated articles.

internal import QuothBasics
public import QuothModel

/// Joins annotated articles in the order given: entities merged, numbers made the corpus' own.
///
/// Each article is taken apart as it comes, so that nothing is held twice.
public struct CorpusAssembler {
  private let taxonomy: TopicTaxonomy
  private var merger = EntityMerger()
  private var build = CorpusBuild()

  public init(taxonomy: TopicTaxonomy = .standard) { self.taxonomy = taxonomy }

  public var isEmpty: Bool { build.articles.isEmpty }

  public mutating func add(_ article: AnnotatedArticle) {
    build.append(article, merger.gather(article.entities))
  }

  /// The corpus of all articles added. Nothing may be added after it.
  public consuming func finish() -> Corpus {
    let final = merger.settle()
    build.renumber(final)
    return build.corpus(merger.entities(mentions: build.mentionsOfEntity(merger.count)), taxonomy.topics)
  }
}

/// The growing arrays of a corpus.
private struct CorpusBuild {
  var articles: [Article] = []
  var paragraphs: [Paragraph] = []
  var sentences: [Sentence] = []
  var mentions: [Mention] = []
  var quotations: [Quotation] = []
  var unattributed: [UnattributedStretch] = []
  var outlets: [Outlet] = []
  var outletByName: [String: OutletID] = [:]

  /// Appends an article whose entities have these numbers for now.
  mutating func append(_ article: AnnotatedArticle, _ numbers: [Int]) {
    let entities = numbers.map { EntityID($0) }
    let id = ArticleID(articles.count)
    let firstParagraph = paragraphs.count
    let firstSentence = sentences.count
    let firstMention = mentions.count
    let firstQuotation = quotations.count
    appendPassages(article, id, firstParagraph, firstSentence)
    for mention in article.mentions {
      let mentionID = MentionID(mentions.count)
      let meant = mention.entities.map { entities[$0] }
      mentions.append(
        Mention(
          id: mentionID, article: id, sentence: SentenceID(firstSentence + mention.sentence),
          range: mention.range, form: mention.form, entities: meant, resolution: mention.resolution,
          antecedent: mention.antecedent.map { MentionID(firstMention + $0) }))
    }
    for quotation in article.quotations {
      quotations.append(
        self.quotation(quotation, id, entities, firstSentence, firstMention, firstQuotation))
    }
    for (content, reason) in article.unattributed {
      unattributed.append(UnattributedStretch(article: id, content: content, reason: reason))
    }
    let layout = article.layout
    articles.append(
      Article(
        id: id, key: article.key, file: article.raw.file, text: article.raw.text, title: layout.title,
        outlet: layout.outlet.map { outlet(named: $0) }, agency: layout.agency, author: layout.author,
        translator: layout.translator, place: layout.place, date: layout.date, url: article.raw.url,
        wordCount: article.wordCount, paragraphs: firstParagraph..<paragraphs.count,
        sentences: firstSentence..<sentences.count, mentions: firstMention..<mentions.count,
        quotations: firstQuotation..<quotations.count,
        topics: Set(article.sentences.flatMap(\.topics)).sorted()))
  }

  private mutating func appendPassages(
    _ article: AnnotatedArticle, _ id: ArticleID, _ firstParagraph: Int, _ firstSentence: Int
  ) {
    for paragraph in article.paragraphs {
      paragraphs.append(
        Paragraph(
          id: ParagraphID(paragraphs.count), article: id, range: paragraph.range, kind: paragraph.kind,
          sentences: firstSentence + paragraph.sentences.lowerBound..<firstSentence
            + paragraph.sentences.upperBound))
    }
    for sentence in article.sentences {
      sentences.append(
        Sentence(
          id: SentenceID(sentences.count), article: id,
          paragraph: ParagraphID(firstParagraph + sentence.paragraph), range: sentence.range,
          wordCount: sentence.wordCount, topics: sentence.topics))
    }
  }

  private func quotation(
    _ quotation: AnnotatedQuotation, _ article: ArticleID, _ entities: [EntityID], _ firstSentence: Int,
    _ firstMention: Int, _ firstQuotation: Int
  ) -> Quotation {
    Quotation(
      id: QuotationID(quotations.count), article: article,
      sentence: SentenceID(firstSentence + quotation.sentence), content: quotation.content,
      marked: quotation.marked, kind: quotation.kind,
      attribution: Attribution(
        cue: quotation.cue, source: quotation.source,
        mention: quotation.mention.map { MentionID(firstMention + $0) },
        speakers: quotation.speakers.map { entities[$0] }, rule: quotation.rule,
        confidence: quotation.confidence),
      addressee: quotation.addressee.map { MentionID(firstMention + $0) }, topics: quotation.topics,
      repeats: quotation.repeats.map { QuotationID(firstQuotation + $0) }, wordCount: quotation.wordCount)
  }

  private mutating func outlet(named name: String) -> OutletID {
    let key = TextFolding.fold(name)
    if let known = outletByName[key] { return known }
    let id = OutletID(outlets.count)
    outlets.append(Outlet(id: id, name: name))
    outletByName[key] = id
    return id
  }

  /// Gives every entity its final number.
  mutating func renumber(_ final: [EntityID]) {
    guard final.indices.contains(where: { final[$0].index != $0 }) else { return }
    for index in mentions.indices where !mentions[index].entities.isEmpty {
      mentions[index] = mentions[index].renamed { final[$0.index] }
    }
    for index in quotations.indices where !quotations[index].attribution.speakers.isEmpty {
      quotations[index] = quotations[index].renamed { final[$0.index] }
    }
  }

  /// The mentions of each entity, in corpus order.
  func mentionsOfEntity(_ count: Int) -> [[MentionID]] {
    var found = [[MentionID]](repeating: [], count: count)
    for mention in mentions {
      for entity in mention.entities { found[entity.index].append(mention.id) }
    }
    return found
  }

  func corpus(_ entities: [Entity], _ topics: [Topic]) -> Corpus {
    Corpus(
      articles: articles, paragraphs: paragraphs, sentences: sentences, mentions: mentions,
      quotations: quotations, unattributed: unattributed, entities: entities, topics: topics, outlets: outlets
    )
  }
}
