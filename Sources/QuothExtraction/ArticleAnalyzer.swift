//! The ladder from a raw article to an annotated one, each rung one function.

internal import QuothModel

/// Analyses articles one by one. A pure function of the article: safe to run on several threads.
public struct ArticleAnalyzer: Sendable {
  private let tagger: TopicTagger

  /// An analyzer that finds the topics of this taxonomy.
  public init(taxonomy: TopicTaxonomy = .standard) { tagger = TopicTagger(taxonomy) }

  /// Layout → tokens, sentences, stretches → mentions → reported speech → repeats → topics.
  public func analyze(_ article: RawArticle) -> AnnotatedArticle {
    Self.read(article, trace: nil) { layout, reader in
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
    read(article, trace: DecisionTrace()) { _, reader in
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

  /// The rungs that both share, up to the reported speech. The draft in the reader is valid only within `body`.
  private static func read<Result>(
    _ article: RawArticle, trace: DecisionTrace?, _ body: (ArticleLayout, ReportReader) -> Result
  ) -> Result {
    let lexicon = Lexicon.shared
    let layout = LayoutReader(lexicon: lexicon, rules: .shared).layout(of: article)
    return article.text.withUnsafeBufferPointer { bytes in
      let draft = Draft(layout, bytes, lexicon)
      var reader = ReportReader(draft: draft, table: MentionFinder(draft: draft).find(), trace: trace)
      reader.read()
      return body(layout, reader)
    }
  }
}
