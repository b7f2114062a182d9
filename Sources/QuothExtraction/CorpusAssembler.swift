//! Makes one corpus of many annotated articles.

internal import QuothBasics
public import QuothModel

/// Joins annotated articles in the order given: entities merged, numbers made the corpus' own.
///
/// Each article is taken apart as it comes, so that nothing is held twice.
public struct CorpusAssembler {
  /// The topics of the corpus. Its articles must have been analysed with the same.
  public let taxonomy: TopicTaxonomy
  private var merger = EntityMerger()
  private var builder = CorpusBuilder()

  public init(taxonomy: TopicTaxonomy = .standard) { self.taxonomy = taxonomy }

  /// Goes on where a snapshot ended, with its topics. Its articles must have been analysed by the same rules
  /// (`AnalysisRules`).
  public init(continuing snapshot: CorpusSnapshot) throws(SnapshotProblem) {
    taxonomy = TopicTaxonomy(topics: try Corpus(snapshot).topics)
    builder = try CorpusBuilder(continuing: snapshot)
    merger = try EntityMerger(snapshot, strings: builder.strings)
  }

  /// What a snapshot needs beside the corpus, so that articles can be added later. To be asked before `finish`.
  public var sections: [SectionContent] { merger.sections }

  /// Whether there is no article yet, those of a snapshot included.
  public var isEmpty: Bool { builder.articleCount == 0 }

  /// Adds an article after those before it.
  public mutating func add(_ article: AnnotatedArticle) {
    let entities = merger.gather(article.entities, &builder.strings)
    builder.append(article, entities)
  }

  /// The corpus of all articles added. Nothing may be added after it.
  public mutating func finish() -> Corpus {
    let final = merger.settle(builder.strings)
    merger.addEntities(to: &builder)
    return builder.finish(topics: taxonomy.topics, entityNumbers: final)
  }
}

extension CorpusBuilder {
  /// Appends an article whose entities have these numbers for now.
  fileprivate mutating func append(_ article: AnnotatedArticle, _ entities: [EntityID]) {
    let layout = article.layout
    var publication = Publication()
    publication.title = layout.title
    publication.outlet = layout.outlet
    publication.agency = layout.agency
    publication.author = layout.author
    publication.translator = layout.translator
    publication.place = layout.place
    publication.date = layout.date
    publication.url = article.raw.url
    let firstSentence = nextSentence.index
    let firstMention = nextMention.index
    let firstQuotation = nextQuotation.index
    addArticle(
      key: article.key, file: article.raw.file, text: article.raw.text, publication: publication,
      wordCount: article.wordCount, topics: Set(article.sentences.flatMap(\.topics)).sorted())
    for paragraph in article.paragraphs {
      addParagraph(paragraph.range, kind: paragraph.kind)
      for sentence in article.sentences[paragraph.sentences] {
        addSentence(sentence.range, wordCount: sentence.wordCount, topics: sentence.topics)
      }
    }
    for mention in article.mentions {
      addMention(
        mention.range, sentence: SentenceID(firstSentence + mention.sentence), form: mention.form,
        entities: mention.entities.map { entities[$0] }, resolution: mention.resolution,
        antecedent: mention.antecedent.map { MentionID(firstMention + $0) })
    }
    let profiles = article.profiles.map { addSourceProfile($0) }
    for quotation in article.quotations {
      addQuotation(
        quotation.content, marked: quotation.marked,
        sentence: SentenceID(firstSentence + quotation.sentence), kind: quotation.kind,
        attribution: Attribution(
          cue: quotation.cue, source: quotation.source,
          mention: quotation.mention.map { MentionID(firstMention + $0) },
          speakers: quotation.speakers.map { entities[$0] }, rule: quotation.rule,
          confidence: quotation.confidence),
        addressee: quotation.addressee.map { MentionID(firstMention + $0) }, topics: quotation.topics,
        repeats: quotation.repeats.map { QuotationID(firstQuotation + $0) }, wordCount: quotation.wordCount,
        profile: quotation.profile.map { profiles[$0] })
    }
    for epithet in article.epithets {
      addEpithet(
        epithet.range, sentence: SentenceID(firstSentence + epithet.sentence), form: epithet.form,
        person: entities[epithet.person], speakers: epithet.speakers.map { entities[$0] })
    }
    for refusal in article.refusals {
      addRefusal(
        refusal.range, source: refusal.source, sentence: SentenceID(firstSentence + refusal.sentence),
        mention: refusal.mention.map { MentionID(firstMention + $0) }, form: refusal.form)
    }
    for (content, reason) in article.unattributed { addUnattributed(content, reason: reason) }
  }
}
