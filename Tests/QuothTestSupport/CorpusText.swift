//! All that a corpus holds as text, to compare corpora by.

internal import QuothBasics
public import QuothModel

/// Writes out corpora.
public enum CorpusText {
  /// Every field of everything, a line each.
  public static func lines(_ corpus: Corpus) -> [String] {
    var lines = corpus.topics.map { "topic \($0.id.index) \($0.name) \($0.code ?? "-") \($0.terms)" }
    lines += corpus.outlets.map { "outlet \($0.id.index) \($0.name)" }
    for article in corpus.articles { lines += self.lines(article, corpus) }
    for entity in corpus.entities {
      lines.append(
        "entity \(entity.id.index) \(entity.kind) \(entity.key) \(entity.name) \(entity.aliases) "
          + "\(entity.roles) \(entity.country ?? "-") \(entity.mentions.map(\.index))")
    }
    for epithet in corpus.epithets {
      lines.append(
        "epithet \(epithet.article.index) \(epithet.sentence.index) \(text(epithet.range)) "
          + "\(epithet.person.index) \(epithet.form) \(epithet.speakers.map(\.index))")
    }
    for refusal in corpus.refusals {
      lines.append(
        "refusal \(refusal.article.index) \(refusal.sentence.index) \(text(refusal.range)) \(refusal.form) "
          + "\(refusal.source.map(text) ?? "-") \(refusal.entities.map(\.index))")
    }
    for quotation in corpus.quotations {
      guard let profile = quotation.profile else { continue }
      let parts = [
        profile.title, profile.introduced, profile.onBehalf, profile.document, profile.anonymity,
      ]
      lines.append(
        "profile \(quotation.id.index) \(profile.type) "
          + parts.map { $0.map(text) ?? "-" }.joined(separator: " "))
    }
    for stretch in corpus.unattributed {
      lines.append("unattributed \(stretch.article.index) \(text(stretch.content)) \(stretch.reason)")
    }
    return lines
  }

  private static func lines(_ article: Article, _ corpus: Corpus) -> [String] {
    let names = [
      article.title, article.agency, article.author, article.translator, article.place, article.url,
      article.date?.description, article.outlet.map { corpus[$0].name },
    ]
    var lines = [
      "article \(article.id.index) \(article.key) \(article.file) \(names.map { $0 ?? "-" }) "
        + "\(article.wordCount) \(topics(article.topics))",
      String(decoding: article.text, as: UTF8.self),
    ]
    for paragraph in article.paragraphs {
      lines.append(
        "paragraph \(paragraph.id.index) \(paragraph.article.index) \(text(paragraph.range)) \(paragraph.kind)"
      )
      for sentence in paragraph.sentences {
        lines.append(
          "sentence \(sentence.id.index) \(sentence.article.index) \(sentence.paragraph.index) "
            + "\(text(sentence.range)) \(sentence.wordCount) \(topics(sentence.topics))")
      }
    }
    for mention in article.mentions {
      lines.append(
        "mention \(mention.id.index) \(mention.article.index) \(mention.sentence.index) \(text(mention.range)) "
          + "\(mention.form) \(mention.entities.map(\.index)) \(mention.resolution) "
          + "\(mention.antecedent?.index ?? -1) \(article.string(mention.range))")
    }
    return lines + article.quotations.map { line($0, article) }
  }

  private static func line(_ quotation: Quotation, _ article: Article) -> String {
    let attribution = quotation.attribution
    return
      "quotation \(quotation.id.index) \(quotation.article.index) \(quotation.sentence.index) "
      + "\(text(quotation.content)) \(text(quotation.marked)) \(quotation.kind) \(text(attribution.cue)) "
      + "\(text(attribution.source)) \(attribution.mention?.index ?? -1) \(attribution.speakers.map(\.index)) "
      + "\(attribution.rule) \(attribution.confidence) \(quotation.addressee?.index ?? -1) "
      + "\(topics(quotation.topics)) \(quotation.repeats?.index ?? -1) \(quotation.wordCount) "
      + article.string(quotation.content)
  }

  private static func text(_ range: TextRange?) -> String { range.map { "\($0.start)-\($0.end)" } ?? "-" }
  private static func topics(_ topics: [TopicID]) -> [Int] { topics.map(\.index) }
}
