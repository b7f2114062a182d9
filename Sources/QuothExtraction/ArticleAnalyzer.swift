//! The ladder from a raw article to an annotated one, each rung one function.

internal import QuothBasics
internal import QuothModel

/// Analyses articles one by one. A pure function of the article: safe to run on several threads.
public struct ArticleAnalyzer: Sendable {
  private let tagger: TopicTagger

  public init(taxonomy: TopicTaxonomy = .standard) { tagger = TopicTagger(taxonomy) }

  /// Layout → tokens, sentences, stretches → mentions → reported speech → repeats → topics.
  public func analyze(_ article: RawArticle) -> AnnotatedArticle {
    let lexicon = Lexicon.shared
    let layout = LayoutReader(lexicon: lexicon, rules: .shared).layout(of: article)
    return article.text.withUnsafeBufferPointer { bytes in
      let draft = Draft(layout, bytes, lexicon)
      var reader = ReportReader(draft: draft, table: MentionFinder(draft: draft).find())
      reader.read()
      var report = reader.report
      RepeatFinder(draft: draft).mark(&report)
      var table = reader.resolver.table
      table.settle(speakers: Set(report.quotations.flatMap(\.speakers)))
      return annotated(article, layout, draft, table, report)
    }
  }

  /// What was weighed on the way to `analyze(article)`: the candidates that won and those that lost.
  public func trace(_ article: RawArticle) -> AnalysisTrace {
    let lexicon = Lexicon.shared
    let layout = LayoutReader(lexicon: lexicon, rules: .shared).layout(of: article)
    return article.text.withUnsafeBufferPointer { bytes in
      let draft = Draft(layout, bytes, lexicon)
      var reader = ReportReader(
        draft: draft, table: MentionFinder(draft: draft).find(), trace: DecisionTrace())
      reader.read()
      let table = reader.resolver.table
      let trace = reader.resolver.trace ?? DecisionTrace()
      var persons: [Int: [PersonCandidate]] = [:]
      for (mention, candidates) in trace.antecedents {
        persons[draft.byteRange(table.mentions[mention].core).start] = candidates.map {
          PersonCandidate(
            name: table.entities[$0.entity].displayName, score: $0.score, features: $0.features)
        }
      }
      let sources = trace.attributions.mapValues { findings in
        findings.compactMap { finding in
          finding.source.map {
            SourceCandidate(
              source: draft.byteRange($0), cue: finding.cue.map { draft.byteRange($0) }, rule: finding.rule)
          }
        }
      }
      return AnalysisTrace(sources: sources, persons: persons)
    }
  }

  private func annotated(
    _ article: RawArticle, _ layout: ArticleLayout, _ draft: Draft, _ table: MentionTable,
    _ report: DraftReport
  ) -> AnnotatedArticle {
    let running = draft.paragraphs.filter { $0.layout.kind.isRunningText }
    let hits = topicHits(draft)
    let order = report.quotations.indices.sorted {
      let left = report.quotations[$0].content
      let right = report.quotations[$1].content
      return (left.lowerBound, right.upperBound) < (right.lowerBound, left.upperBound)
    }
    var newNumber = [Int](repeating: 0, count: order.count)
    for (place, number) in order.enumerated() { newNumber[number] = place }
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
          wordCount: WordScanner.count(in: draft.bytes, range.start..<range.end), topics: topics(hits, range))
      },
      mentions: table.mentions.map {
        AnnotatedMention(
          range: draft.byteRange($0.tokens), sentence: $0.sentence, form: $0.form, entities: $0.entities,
          resolution: $0.resolution, antecedent: $0.antecedent)
      },
      entities: table.entities.entities,
      quotations: order.map { quotation(report.quotations[$0], draft, hits, newNumber) },
      unattributed: report.unattributed.map {
        (TextRange($0.content.lowerBound, $0.content.upperBound), $0.reason)
      },
      wordCount: running.reduce(0) {
        $0 + WordScanner.count(in: draft.bytes, $1.layout.textStart..<$1.layout.range.upperBound)
      })
  }

  private func quotation(
    _ quotation: DraftQuotation, _ draft: Draft, _ hits: [TopicHit], _ newNumber: [Int]
  ) -> AnnotatedQuotation {
    let content = TextRange(quotation.content.lowerBound, quotation.content.upperBound)
    return AnnotatedQuotation(
      content: content, marked: TextRange(quotation.marked.lowerBound, quotation.marked.upperBound),
      kind: quotation.kind, sentence: quotation.sentence, wordCount: quotation.wordCount,
      rule: quotation.rule,
      cue: quotation.cue.map { draft.byteRange($0) }, source: quotation.source.map { draft.byteRange($0) },
      mention: quotation.mention, speakers: quotation.speakers, addressee: quotation.addressee,
      repeats: quotation.repeats.map { newNumber[$0] }, topics: topics(hits, content))
  }

  /// Terms of the taxonomy in running text, captions and pull quotes.
  private func topicHits(_ draft: Draft) -> [TopicHit] {
    var hits: [TopicHit] = []
    for paragraph in draft.paragraphs where paragraph.mayQuote {
      var words: [Range<Int>] = []
      WordScanner.forEachWord(in: draft.bytes, paragraph.layout.textStart..<paragraph.layout.range.upperBound)
      {
        words.append($0)
      }
      hits.append(contentsOf: tagger.hits(in: draft.bytes, words: words))
    }
    return hits
  }

  private func topics(_ hits: [TopicHit], _ range: TextRange) -> [TopicID] {
    var low = 0
    var high = hits.count
    while low < high {
      let middle = (low + high) / 2
      if hits[middle].range.lowerBound < range.start { low = middle + 1 } else { high = middle }
    }
    var topics: [TopicID] = []
    while low < hits.count, hits[low].range.lowerBound < range.end {
      if hits[low].range.upperBound <= range.end, !topics.contains(hits[low].topic) {
        topics.append(hits[low].topic)
      }
      low += 1
    }
    return topics.sorted()
  }
}
