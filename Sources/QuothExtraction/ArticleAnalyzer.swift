//! The ladder from a raw article to an annotated one, each rung one function.

public import QuothModel

/// Analyses articles one by one. A pure function of the article: safe to run on several threads.
public struct ArticleAnalyzer: Sendable {
  private let tagger: TopicTagger

  /// An analyzer that finds the topics of this taxonomy.
  public init(taxonomy: TopicTaxonomy = .standard) { tagger = TopicTagger(taxonomy) }

  /// Layout → tokens, sentences, stretches → mentions → reported speech → repeats → topics.
  public func analyze(_ article: RawArticle) -> AnnotatedArticle {
    let layout = Self.layout(of: article)
    return Self.read(article.text, layout, trace: nil) { reader in
      let draft = reader.draft
      var report = reader.report
      var table = reader.resolver.table
      if !article.given.isEmpty { GivenReport(draft: draft).add(article.given, to: &report, &table) }
      RepeatFinder(draft: draft).mark(&report)
      table.settle(speakers: Set(report.quotations.flatMap(\.speakers)))
      return Annotator(draft: draft, tagger: tagger).annotated(article, layout, table, report)
    }
  }

  /// What was weighed on the way to `analyze(article)`: the candidates that won and those that lost.
  public static func trace(_ article: RawArticle) -> AnalysisTrace {
    trace(article.text, layout(of: article))
  }

  /// What was weighed for an article of a corpus, by the paragraphs that its findings came from.
  public static func trace(_ article: Article) -> AnalysisTrace {
    let paragraphs = article.paragraphs.map { paragraph in
      LayoutParagraph(
        range: paragraph.range.start..<paragraph.range.end,
        textStart: paragraph.sentences.first?.range.start ?? paragraph.range.end, kind: paragraph.kind)
    }
    return trace(article.text, ArticleLayout(paragraphs: paragraphs))
  }

  private static func trace(_ text: [UInt8], _ layout: ArticleLayout) -> AnalysisTrace {
    read(text, layout, trace: DecisionTrace()) { reader in
      let draft = reader.draft
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
      var namesakes: [Int: [String]] = [:]
      for mention in table.mentions where !mention.rivals.isEmpty {
        namesakes[draft.byteRange(mention.tokens).start] = (mention.entities + mention.rivals).map {
          table.entities[$0].displayName
        }
      }
      return AnalysisTrace(sources: sources, persons: persons, namesakes: namesakes)
    }
  }

  private static func layout(of article: RawArticle) -> ArticleLayout {
    LayoutReader(lexicon: .shared, rules: .shared).layout(of: article)
  }

  /// The rungs that both share, from the layout to the reported speech. The draft in the reader is valid only within
  /// `body`.
  private static func read<Result>(
    _ text: [UInt8], _ layout: ArticleLayout, trace: DecisionTrace?, _ body: (ReportReader) -> Result
  ) -> Result {
    text.withUnsafeBufferPointer { bytes in
      let draft = Draft(layout, bytes, .shared)
      var reader = ReportReader(draft: draft, table: MentionFinder(draft: draft).find(), trace: trace)
      reader.read()
      return body(reader)
    }
  }
}
