//! Reported speech and the attribution that says whose it is.

/// How words are reported.
public enum QuotationKind: String, BitwiseCopyable, CaseIterable, Sendable {
  /// Whole clauses in quotation marks.
  case direct
  /// A phrase in quotation marks within the reporter's sentence.
  case mixed
  /// Speech reported without quotation marks.
  case indirect
}

/// The rule that tied a quotation to its source, from the surest to the loosest. The examples show the
/// order of quotation (Q), cue and source.
public enum AttributionRule: String, BitwiseCopyable, CaseIterable, Sendable {
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
  /// A user said so.
  case corrected
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
  /// Which rule found the source; `.none` where none did.
  public let rule: AttributionRule
  /// The share of attributions of this rule that were right on annotated news, 0 to 1; for those that came with the
  /// data, the probability that it gives. Kept to four decimals. What is no number is kept as 0.
  public let confidence: Double

  /// A relation of these parts. A confidence beyond 0 to 1 is taken for the nearer end.
  public init(
    cue: TextRange?, source: TextRange?, mention: MentionID?, speakers: [EntityID], rule: AttributionRule,
    confidence: Double
  ) {
    let share = confidence.isNaN ? 0 : min(max(confidence, 0), 1)
    self.init(cue, source, mention, EntityList(speakers), rule, share)
  }

  fileprivate init(
    _ cue: TextRange?, _ source: TextRange?, _ mention: MentionID?, _ speakers: EntityList,
    _ rule: AttributionRule, _ confidence: Double
  ) {
    self.cue = cue
    self.source = source
    self.mention = mention
    self.speakers = speakers
    self.rule = rule
    self.confidence = confidence
  }
}

/// Words reported as someone's: direct, mixed or indirect.
public struct Quotation: CorpusItem {
  /// Its number in the corpus.
  public let id: QuotationID
  private let tables: CorpusTables

  public init(_ number: Int, in tables: CorpusTables) {
    id = QuotationID(number)
    self.tables = tables
  }

  private var row: QuotationRow { tables.quotations[id.index] }

  /// The article that it stands in.
  public var article: ArticleID { tables.article(of: sentence) }
  /// The sentence that reports it.
  public var sentence: SentenceID { tables.sound(row.sentence, in: tables.sentences) }
  /// The reported words, without their quotation marks.
  public var content: TextRange { tables.sound(row.content) }
  /// The same with the quotation marks; equal to `content` for indirect speech.
  public var marked: TextRange {
    let row = row
    if row.isWide { return tables.sound(tables.wideQuotations.extra(of: id.index).marked) }
    guard row.before <= row.content.lower else { tables.quotations.refuse() }
    let length = Int(row.before) + tables.sound(row.content).count + Int(row.after)
    return tables.range(row.content.lower - UInt32(row.before), length: length)
  }
  /// Whether its words stand in quotation marks.
  public var kind: QuotationKind { row.kind.value }
  /// Cue, source and speakers, and how they were found.
  public var attribution: Attribution {
    let row = row
    return Attribution(
      row.cue.value, row.source.value, tables.sound(row.mention, in: tables.mentions),
      tables.entities(row.speakers), row.rule.value, Double(row.confidence) / QuotationRow.confidenceUnit)
  }
  /// What kind of source speaks and how the article presents it; nil where there is no source.
  ///
  /// Whether a named source is a person or an organization follows the entity, so that corrections reach it.
  public var profile: SourceProfile? {
    let row = row
    var found = tables.sound(row.profile, in: tables.sourceProfiles)?.profile
    let isNamed = found.map { $0.type == .person || $0.type == .organization } ?? true
    if isNamed, let speaker = tables.entities(row.speakers).first {
      let type: SourceType = tables.entities[speaker.index].kind.value == .person ? .person : .organization
      if found == nil { found = SourceProfile(type) }
      found?.type = type
    }
    return found
  }
  /// Who is spoken to, where the text says so.
  public var addressee: MentionID? {
    row.isWide ? tables.sound(tables.wideQuotations.extra(of: id.index).addressee, in: tables.mentions) : nil
  }
  /// The topics whose terms stand in it, in taxonomy order.
  public var topics: [TopicID] { tables.topics(row.topics) }
  /// The quotation that this pull quote or caption repeats.
  public var repeats: QuotationID? { tables.sound(row.repeats, in: tables.quotations) }
  /// Words of the content. Those of an indirect statement leave out the quotations within it, so that sums
  /// count each word once.
  public var wordCount: Int {
    row.isWide ? Int(tables.wideQuotations.extra(of: id.index).wordCount) : Int(row.words)
  }
}

/// A quotation as stored. What nearly all have room for is packed, and the others have an extra row.
struct QuotationRow: BitwiseCopyable, Sendable {
  /// Confidences are stored as whole numbers of this part of one.
  static let confidenceUnit = 10_000.0

  let content: TextRange
  let cue: OptionalRange
  let source: OptionalRange
  let sentence: SentenceID
  let mention: OptionalNumber
  var speakers: EntityListCode
  let repeats: OptionalNumber
  /// Number in `sourceProfiles`.
  var profile: OptionalNumber
  /// Number in `topicLists`.
  var topics: Int32
  var confidence: UInt16
  let words: UInt16
  let kind: Stored<QuotationKind>
  var rule: Stored<AttributionRule>
  /// How many bytes of marks stand before and after the content; 255 before for a wide row.
  let before: UInt8
  let after: UInt8

  /// Whether marks, words and addressee stand in an extra row.
  var isWide: Bool { before == .max }

  /// A row and, where it is wide, what goes with it.
  static func rows(
    number: Int, content: TextRange, marked: TextRange, sentence: SentenceID, attribution: Attribution,
    speakers: EntityListCode, addressee: MentionID?, repeats: QuotationID?, wordCount: Int, topics: Int32,
    kind: QuotationKind, profile: Int?
  ) -> (QuotationRow, WideQuotation?) {
    let (before, after) = (content.start - marked.start, marked.end - content.end)
    let fits =
      addressee == nil && (0..<255).contains(before) && (0..<256).contains(after)
      && wordCount <= Int(UInt16.max)
    let row = QuotationRow(
      content: content, cue: OptionalRange(attribution.cue), source: OptionalRange(attribution.source),
      sentence: sentence, mention: OptionalNumber(attribution.mention?.number), speakers: speakers,
      repeats: OptionalNumber(repeats?.number), profile: OptionalNumber(profile.map { Int32($0) }),
      topics: topics,
      confidence: UInt16((attribution.confidence * confidenceUnit).rounded()),
      words: fits ? UInt16(wordCount) : 0, kind: Stored(kind), rule: Stored(attribution.rule),
      before: fits ? UInt8(before) : .max, after: fits ? UInt8(after) : 0)
    let wide = WideQuotation(
      number: UInt32(number), marked: marked, addressee: OptionalNumber(addressee?.number),
      wordCount: UInt32(wordCount))
    return (row, fits ? nil : wide)
  }
}

/// What a wide quotation has no room for.
struct WideQuotation: ExtraRow {
  let number: UInt32
  let marked: TextRange
  let addressee: OptionalNumber
  let wordCount: UInt32
}

/// A stretch in quotation marks that is nobody's speech: scare quotes, titles, names.
public struct UnattributedStretch: CorpusItem {
  /// Why nobody is held to have said it.
  public enum Reason: String, BitwiseCopyable, CaseIterable, Sendable {
    /// A title, a name or a label.
    case title
    /// No reporting verb governs it: the reporter's own distance, or a term.
    case scare
    /// The text says that somebody did not say so.
    case denied
  }

  private let number: Int
  private let tables: CorpusTables

  public init(_ number: Int, in tables: CorpusTables) {
    self.number = number
    self.tables = tables
  }

  /// The article that it stands in.
  public var article: ArticleID { tables.sound(tables.unattributed[number].article, in: tables.articles) }
  /// Its bytes in the article's text, without the marks.
  public var content: TextRange { tables.sound(tables.unattributed[number].content) }
  /// Why it is nobody's speech.
  public var reason: Reason { tables.unattributed[number].reason.value }
}

/// An unattributed stretch as stored.
struct UnattributedRow: BitwiseCopyable, Sendable {
  let article: ArticleID
  let content: TextRange
  let reason: Stored<UnattributedStretch.Reason>
  private let padding: (UInt8, UInt8, UInt8) = (0, 0, 0)

  init(article: ArticleID, content: TextRange, reason: UnattributedStretch.Reason) {
    self.article = article
    self.content = content
    self.reason = Stored(reason)
  }
}
