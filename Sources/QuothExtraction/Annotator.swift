//! From the working state of an analysis to the annotated article: numbers, words and topics settled.

internal import QuothBasics
internal import QuothModel

/// Makes the annotated article of a finished draft. Words are found once and serve counts and topics.
struct Annotator {
  let draft: Draft
  /// Words of the whole article, in order.
  private let words: [Range<Int>]
  private let hits: [TopicHit]

  init(draft: Draft, tagger: TopicTagger) {
    self.draft = draft
    var words: [Range<Int>] = []
    var hits: [TopicHit] = []
    words.reserveCapacity(draft.tokens.count)
    for paragraph in draft.paragraphs {
      let first = words.count
      let range = paragraph.layout.textStart..<paragraph.layout.range.upperBound
      WordScanner.forEachWord(in: draft.bytes, range) { words.append($0) }
      if paragraph.mayQuote { tagger.appendHits(in: draft.bytes, words: words[first...], to: &hits) }
    }
    self.words = words
    self.hits = hits
  }

  func annotated(
    _ article: RawArticle, _ layout: ArticleLayout, _ table: MentionTable, _ report: DraftReport
  ) -> AnnotatedArticle {
    let running = draft.paragraphs.filter { $0.layout.kind.isRunningText }
    let order = report.quotations.indices.sorted {
      let left = report.quotations[$0].content
      let right = report.quotations[$1].content
      return (left.lowerBound, right.upperBound) < (right.lowerBound, left.upperBound)
    }
    var newNumber = [Int](repeating: 0, count: order.count)
    for (place, number) in order.enumerated() { newNumber[number] = place }
    let sourcing = SourceProfiler(draft: draft, table: table, quotations: report.quotations).profiles()
    return AnnotatedArticle(
      raw: article, key: article.key, layout: layout,
      paragraphs: draft.paragraphs.map {
        AnnotatedParagraph(
          range: TextRange($0.layout.range.lowerBound, $0.layout.range.upperBound), kind: $0.layout.kind,
          sentences: $0.sentences)
      },
      sentences: draft.sentences.map { sentence in
        let range = draft.byteRange(sentence.tokens)
        return AnnotatedSentence(
          paragraph: sentence.paragraph, range: range,
          wordCount: wordCount(range.start..<range.end), topics: topics(in: range))
      },
      mentions: table.mentions.map {
        AnnotatedMention(
          range: draft.byteRange($0.tokens), sentence: $0.sentence, form: $0.form, entities: $0.entities,
          resolution: $0.resolution, antecedent: $0.antecedent)
      },
      entities: table.entities.entities,
      quotations: order.map { quotation(report.quotations[$0], sourcing.numbers[$0], newNumber) },
      profiles: sourcing.profiles,
      unattributed: report.unattributed.map {
        (TextRange($0.content.lowerBound, $0.content.upperBound), $0.reason)
      },
      epithets: EpithetFinder(draft: draft, table: table, quotations: report.quotations).epithets().map {
        AnnotatedEpithet(
          range: draft.byteRange($0.tokens), sentence: $0.sentence, form: $0.form, person: $0.person,
          speakers: $0.speakers)
      },
      refusals: RefusalFinder(draft: draft, table: table).refusals().map { refusal in
        AnnotatedRefusal(
          range: draft.byteRange(refusal.tokens), source: refusal.source.map { draft.byteRange($0) },
          mention: refusal.mention, sentence: refusal.sentence, form: refusal.form)
      },
      wordCount: running.reduce(0) {
        $0 + wordCount($1.layout.textStart..<$1.layout.range.upperBound)
      })
  }

  private func quotation(
    _ quotation: DraftQuotation, _ profile: Int?, _ newNumber: [Int]
  ) -> AnnotatedQuotation {
    let content = TextRange(quotation.content.lowerBound, quotation.content.upperBound)
    return AnnotatedQuotation(
      content: content, marked: TextRange(quotation.marked.lowerBound, quotation.marked.upperBound),
      kind: quotation.kind, sentence: quotation.sentence, wordCount: quotation.wordCount,
      rule: quotation.rule,
      confidence: quotation.confidence ?? quotation.rule.confidence(of: quotation.kind),
      cue: quotation.cue.map { draft.byteRange($0) }, source: quotation.source.map { draft.byteRange($0) },
      mention: quotation.mention, speakers: quotation.speakers, addressee: quotation.addressee,
      repeats: quotation.repeats.map { newNumber[$0] }, profile: profile, topics: topics(in: content))
  }

  /// How many words start in a range of bytes.
  private func wordCount(_ range: Range<Int>) -> Int {
    firstWord(from: range.upperBound) - firstWord(from: range.lowerBound)
  }

  /// The number of the first word that starts at or after a byte.
  private func firstWord(from start: Int) -> Int {
    words.firstIndex(notPreceding: { $0.lowerBound < start })
  }

  /// The topics of the terms that lie in a range.
  private func topics(in range: TextRange) -> [TopicID] {
    var topics: [TopicID] = []
    for hit in hits[hits.firstIndex(notPreceding: { $0.range.lowerBound < range.start })...] {
      guard hit.range.lowerBound < range.end else { break }
      if hit.range.upperBound <= range.end, !topics.contains(hit.topic) { topics.append(hit.topic) }
    }
    return topics.sorted()
  }
}
