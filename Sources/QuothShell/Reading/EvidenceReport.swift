//! Why a row is in an answer: the words, the source, the rule, and where they stand.

internal import QuothEngine
internal import QuothExtraction
internal import QuothModel

/// One labelled fact of a report; several lines when it has several parts.
struct EvidenceFact: Hashable {
  let label: String
  let text: String

  init(_ label: String, _ text: String) {
    self.label = label
    self.text = text
  }
}

/// Gathers the evidence for a row.
struct EvidenceReport {
  let corpus: Corpus
  let amended: AmendedCorpus

  // MARK: Rows

  func facts(of quotation: Quotation) -> [EvidenceFact] {
    let article = corpus[quotation.article]
    let attribution = quotation.attribution
    var facts = [
      EvidenceFact("words", article.string(quotation.marked)),
      EvidenceFact("kind", Self.kind(quotation.kind)),
    ]
    facts.append(EvidenceFact("speaker", SpeakerNames.text(of: attribution, in: corpus)))
    let corrections = corrections(of: quotation)
    facts += corrections
    if attribution.rule == .corrected { facts.append(EvidenceFact("rule", Self.rule(.corrected))) }
    // What the analysis rests on is told of what it found.
    let teller = corrections.isEmpty ? self : asFound
    facts += teller.attributionFacts(of: quotation.id, isOverruled: attribution.rule == .corrected)
    facts += profileFacts(of: quotation, in: article)
    if let addressee = quotation.addressee {
      facts.append(EvidenceFact("spoken to", "‘\(article.string(corpus[addressee].range))’"))
    }
    if let repeated = quotation.repeats {
      facts.append(EvidenceFact("repeats", corpus.key(of: repeated)))
    }
    if !quotation.topics.isEmpty { facts.append(EvidenceFact("topics", names(of: quotation.topics))) }
    facts.append(EvidenceFact("sentence", article.string(corpus[quotation.sentence].range)))
    facts.append(EvidenceFact("where", place(of: quotation.content, in: article)))
    if let source = attribution.source {
      facts.append(EvidenceFact("", "source at \(Self.bytes(source))"))
    }
    return facts
  }

  /// The same of the articles as the analysis left them.
  private var asFound: EvidenceReport { EvidenceReport(corpus: amended.found.corpus, amended: amended) }

  /// What ties the words to their source, or tied them where somebody said otherwise since: then it says nothing of how
  /// sure that is.
  private func attributionFacts(of id: QuotationID, isOverruled: Bool) -> [EvidenceFact] {
    let quotation = corpus[id]
    let article = corpus[quotation.article]
    let attribution = quotation.attribution
    var facts: [EvidenceFact] = []
    if let source = attribution.source { facts.append(EvidenceFact("source", "‘\(article.string(source))’")) }
    if let mention = attribution.mention {
      facts += resolution(of: mention, source: attribution.source)
    }
    if let cue = attribution.cue { facts.append(EvidenceFact("cue", "‘\(article.string(cue))’")) }
    if isOverruled {
      let isFound = attribution.rule != .none
      facts.append(EvidenceFact("found by", (isFound ? "rule " : "no rule: ") + Self.rule(attribution.rule)))
    } else {
      facts.append(EvidenceFact("rule", Self.rule(attribution.rule)))
    }
    if attribution.rule != .none, !isOverruled {
      facts.append(EvidenceFact("confidence", Self.confidence(attribution, quotation.kind)))
    }
    return facts + alternatives(to: quotation, in: article)
  }

  func facts(of mention: Mention) -> [EvidenceFact] {
    let article = corpus[mention.article]
    var facts = [EvidenceFact("words", article.string(mention.range))]
    facts.append(EvidenceFact("form", mention.form.rawValue))
    let corrections = corrections(of: mention)
    facts += corrections
    facts += (corrections.isEmpty ? self : asFound).resolution(of: mention.id, source: mention.range)
    facts.append(EvidenceFact("sentence", article.string(corpus[mention.sentence].range)))
    facts.append(EvidenceFact("where", place(of: mention.range, in: article)))
    return facts
  }

  func facts(of range: TextRange, in article: Article) -> [EvidenceFact] {
    [EvidenceFact("words", article.string(range))] + corrections(in: range, of: article)
      + [EvidenceFact("where", place(of: range, in: article))]
  }

  func facts(of article: Article) -> [EvidenceFact] {
    [EvidenceFact("where", "\(article.file), \(article.byteCount) bytes of text")]
      + corrections(of: article)
  }

  func facts(of entity: Entity) -> [EvidenceFact] {
    var facts = [EvidenceFact("name", entity.name)]
    if !entity.aliases.isEmpty { facts.append(EvidenceFact("also", entity.aliases.joined(separator: ", "))) }
    facts += corrections(of: entity)
    if !entity.roles.isEmpty { facts.append(EvidenceFact("roles", entity.roles.joined(separator: ", "))) }
    var counts: [Resolution: Int] = [:]
    for mention in entity.mentions { counts[corpus[mention].resolution, default: 0] += 1 }
    let ways = Resolution.allCases.compactMap { way in counts[way].map { "\($0) by \(way.rawValue)" } }
    facts.append(
      EvidenceFact(
        "mentions",
        ways.isEmpty
          ? "none: named beside the texts" : "\(entity.mentionCount): " + ways.joined(separator: ", ")))
    if let first = entity.mentions.first.map({ corpus[$0] }) {
      facts.append(EvidenceFact("first", place(of: first.range, in: corpus[first.article])))
    }
    return facts
  }

  func facts(of topic: Topic) -> [EvidenceFact] {
    let code = topic.code.map { [EvidenceFact("code", $0)] } ?? []
    return [EvidenceFact("name", topic.name)] + code
      + [EvidenceFact("terms", topic.terms.joined(separator: ", "))] + corrections(of: topic)
  }

  func facts(of outlet: Outlet) -> [EvidenceFact] {
    let count = corpus.articles.count { $0.outlet == outlet.id }
    return [
      EvidenceFact("name", outlet.name),
      EvidenceFact("named by", "\(count) \(count == 1 ? "article" : "articles")"),
    ] + corrections(of: outlet)
  }

  // MARK: Parts

  /// How the words of a mention were tied to a name, step by step.
  private func resolution(of id: MentionID, source: TextRange?) -> [EvidenceFact] {
    let mention = corpus[id]
    let article = corpus[mention.article]
    let words = article.string(mention.range)
    let subject = mention.range == source ? "" : "‘\(words)’ "
    let names = mention.entities.map { corpus[$0].name }.joined(separator: ", ")
    var facts: [EvidenceFact] = []
    if mention.entities.isEmpty {
      facts.append(EvidenceFact("resolved", "\(subject)to nobody known by name"))
    } else {
      facts.append(EvidenceFact("resolved", "\(subject)to \(names), by \(mention.resolution.rawValue)"))
    }
    if let antecedent = mention.antecedent.map({ corpus[$0] }) {
      let place = place(of: antecedent.range, in: article)
      facts.append(EvidenceFact("", "through ‘\(article.string(antecedent.range))’, \(place)"))
    }
    return facts
  }

  private func names(of topics: [TopicID]) -> String {
    topics.map { corpus[$0].name }.joined(separator: ", ")
  }

  /// `seeds/a.txt:9, bytes 812–990`. The line is that of a file of plain text; a record's is told by its file
  /// name, and a page's text has lines of its own.
  func place(of range: TextRange, in article: Article) -> String {
    let isRecord = article.file.last?.isNumber == true && article.file.contains(":")
    let hasLines = !isRecord && !article.file.lowercased().contains(".htm")
    let line = article.bytes(TextRange(0, range.start)).reduce(1) { $1 == 0x0A ? $0 + 1 : $0 }
    return "\(article.file)\(hasLines ? ":\(line)" : ""), \(Self.bytes(range))"
  }

  private static func bytes(_ range: TextRange) -> String { "bytes \(range.start)–\(range.end)" }

  private static func confidence(_ attribution: Attribution, _ kind: QuotationKind) -> String {
    let percent = Int((attribution.confidence * 100).rounded())
    if attribution.rule == .given { return "\(percent) of 100, as the data has it" }
    let whole = Int((attribution.rule.confidence(of: kind) * 100).rounded())
    if percent < whole {
      return "\(percent) of 100: the \(whole) of this rule, shared with others of the surname"
    }
    return kind == .indirect
      ? "\(percent) of 100 words found as indirect speech were so on annotated news"
      : "\(percent) of 100 attributions by this rule were right on annotated news"
  }

  private static func kind(_ kind: QuotationKind) -> String {
    switch kind {
    case .direct: "direct: whole clauses in quotation marks"
    case .mixed: "mixed: a phrase in quotation marks within the reporter's sentence"
    case .indirect: "indirect: reported without quotation marks"
    }
  }

  private static func rule(_ rule: AttributionRule) -> String {
    let meaning =
      switch rule {
      case .quoteSourceCue: "words, source, cue: “…,” she said"
      case .quoteCueSource: "words, cue, source: “…,” said Smith"
      case .sourceCueQuote: "source, cue, words: Smith said: “…”"
      case .accordingTo: "according to its source, before or after the words"
      case .participle: "…, saying “…”: the subject of the clause speaks"
      case .colon: "source and colon: Smith: “…”"
      case .signature: "words, dash, source: “…” — Smith"
      case .transcript: "a name in capitals opens the words"
      case .cueNoun: "a noun of speech: Smith's claim that “…”"
      case .continuation: "the words go on after “…,” she said"
      case .paragraphContinuation: "the words go on from an earlier paragraph"
      case .forward: "the first person named in the paragraph after the words"
      case .sentenceSubject: "the subject of the sentence, without a reporting word"
      case .repetition: "the same words are attributed elsewhere in the article"
      case .given: "the data says so"
      case .corrected: "a correction says so"
      case .none: "no source was found"
      }
    return rule == .none ? meaning : "\(rule.rawValue) (\(meaning))"
  }
}
