//! Reported speech and the attribution that says whose it is.

/// How words are reported.
public enum QuotationKind: String, CaseIterable, Sendable {
  /// Whole clauses in quotation marks.
  case direct
  /// A phrase in quotation marks within the reporter's sentence.
  case mixed
  /// Speech reported without quotation marks.
  case indirect
}

/// The rule that tied a quotation to its source, from the surest to the loosest. The examples show the
/// order of quotation (Q), cue and source.
public enum AttributionRule: String, CaseIterable, Sendable {
  /// "Q," Raisi said.
  case quoteSourceCue = "quote-source-cue"
  /// "Q," said Raisi.
  case quoteCueSource = "quote-cue-source"
  /// Raisi said, "Q"; Raisi told them that "Q".
  case sourceCueQuote = "source-cue-quote"
  /// According to Raisi, "Q".
  case accordingTo = "according-to"
  /// …, saying "Q": the participle takes the subject of its clause.
  case participle
  /// Raisi: "Q".
  case colon
  /// "Q" — Raisi.
  case signature
  /// "RAISI: Q": a name in capitals opens the words.
  case transcript
  /// Raisi's claim that "Q".
  case cueNoun = "cue-noun"
  /// "Q1," Raisi said. "Q2."
  case continuation
  /// The same, from an earlier paragraph.
  case paragraphContinuation = "paragraph-continuation"
  /// "Q" ¶ That is how Raisi began: the first person named after it.
  case forward
  /// The subject of the sentence, without a known cue.
  case sentenceSubject = "sentence-subject"
  /// A pull quote or caption, from the quotation that it repeats.
  case repetition
  /// The data said so.
  case given
  /// No source was found.
  case none
}

/// What ties a quotation to a source: the attribution relation of cue, source and content
/// (Pareti 2015; Newell et al. 2018).
public struct Attribution: Sendable {
  /// The reporting words: "said", "according to".
  public let cue: TextRange?
  /// The source as printed: "the Iranian president".
  public let source: TextRange?
  /// The mention within the source that names the speaker.
  public let mention: MentionID?
  /// The speakers that the mention resolves to; empty when none is known by name.
  public let speakers: EntityList
  public let rule: AttributionRule
  /// The share of attributions of this rule that were right on annotated news, 0 to 1; for those that came with the
  /// data, the probability that it gives.
  public let confidence: Double

  public init(
    cue: TextRange?, source: TextRange?, mention: MentionID?, speakers: [EntityID], rule: AttributionRule,
    confidence: Double
  ) {
    self.cue = cue
    self.source = source
    self.mention = mention
    self.speakers = EntityList(speakers)
    self.rule = rule
    self.confidence = confidence
  }
}

/// Words reported as someone's: direct, mixed or indirect.
public struct Quotation: Sendable {
  public let id: QuotationID
  public let article: ArticleID
  public let sentence: SentenceID
  /// The reported words, without their quotation marks.
  public let content: TextRange
  /// The same with the quotation marks; equal to `content` for indirect speech.
  public let marked: TextRange
  public let kind: QuotationKind
  public let attribution: Attribution
  /// Who is spoken to, where the text says so.
  public let addressee: MentionID?
  public let topics: [TopicID]
  /// The quotation that this pull quote or caption repeats.
  public let repeats: QuotationID?
  /// Words of the content. Those of an indirect statement leave out the quotations within it, so that sums
  /// count each word once.
  public let wordCount: Int

  public init(
    id: QuotationID, article: ArticleID, sentence: SentenceID, content: TextRange, marked: TextRange,
    kind: QuotationKind, attribution: Attribution, addressee: MentionID?, topics: [TopicID],
    repeats: QuotationID?, wordCount: Int
  ) {
    self.id = id
    self.article = article
    self.sentence = sentence
    self.content = content
    self.marked = marked
    self.kind = kind
    self.attribution = attribution
    self.addressee = addressee
    self.topics = topics
    self.repeats = repeats
    self.wordCount = wordCount
  }

  /// The same quotation by other speakers.
  public func renamed(_ rename: (EntityID) -> EntityID) -> Quotation {
    Quotation(
      id: id, article: article, sentence: sentence, content: content, marked: marked, kind: kind,
      attribution: Attribution(
        cue: attribution.cue, source: attribution.source, mention: attribution.mention,
        speakers: attribution.speakers.map(rename), rule: attribution.rule,
        confidence: attribution.confidence),
      addressee: addressee, topics: topics, repeats: repeats, wordCount: wordCount)
  }
}

/// A stretch in quotation marks that is nobody's speech: scare quotes, titles, names.
public struct UnattributedStretch: Sendable {
  /// Why nobody is held to have said it.
  public enum Reason: String, CaseIterable, Sendable {
    /// A title, a name or a label.
    case title
    /// No reporting verb governs it: the reporter's own distance, or a term.
    case scare
    /// The text says that somebody did not say so.
    case denied
  }

  public let article: ArticleID
  public let content: TextRange
  public let reason: Reason

  public init(article: ArticleID, content: TextRange, reason: Reason) {
    self.article = article
    self.content = content
    self.reason = reason
  }
}
