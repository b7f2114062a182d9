//! Builds a corpus row by row.

public import QuothBasics

/// A corpus that grows: article by article, each after its text with its passages, mentions and quotations in their
/// order, then the entities.
///
/// Mentions and quotations may call entities by numbers of their own, see `finish`. Those numbers stay, so that a
/// corpus can grow after it was written: what was built before does not change.
public struct CorpusBuilder {
  /// The strings so far. Whoever keeps strings for later entities keeps them here.
  public var strings = StringInterner()
  /// All else that was added.
  private var rows = TableRows()
  private var outletByName: [String: OutletID] = [:]

  public init() {}

  /// A corpus that goes on from a snapshot. Its entities are not there: all of them are to be added again. Throws when
  /// a section of the snapshot cannot be used.
  public init(continuing snapshot: CorpusSnapshot) throws(SnapshotProblem) {
    rows = try TableRows(snapshot).growing()
    strings = try StringInterner(snapshot, .strings)
    rows.entities = Column()
    rows.entityNumbers = Column()
    rows.stringsOfEntities = Column()
    let outlets = rows.outlets.map(\.name)
    rows.outlets = []
    for name in outlets { _ = outlet(named: name) }
  }

  /// How many articles were added so far, those of a snapshot included.
  public var articleCount: Int { rows.articles.count }
  /// The number that the next paragraph will have, and so on.
  public var nextParagraph: ParagraphID { ParagraphID(rows.paragraphs.count) }
  /// The number that the next sentence will have.
  public var nextSentence: SentenceID { SentenceID(rows.sentences.count) }
  /// The number that the next mention will have.
  public var nextMention: MentionID { MentionID(rows.mentions.count) }
  /// The number that the next quotation will have.
  public var nextQuotation: QuotationID { QuotationID(rows.quotations.count) }

  /// What an article says of its publication.
  public struct Publication: Hashable, Sendable {
    /// The headline.
    public var title: String?
    /// The publisher; equal when folded means the same one.
    public var outlet: String?
    /// The news agency that the text credits.
    public var agency: String?
    /// Who wrote it, as the byline says.
    public var author: String?
    /// Who translated it.
    public var translator: String?
    /// The place of the dateline.
    public var place: String?
    /// The day of publication.
    public var date: CalendarDay?
    /// The address it was published at.
    public var url: String?

    public init() {}
  }

  /// Adds an article. Its parts follow before the next article.
  public mutating func addArticle(
    key: String, file: String, text: [UInt8], publication: Publication, wordCount: Int, topics: [TopicID]
  ) {
    rows.articles.append(
      ArticleRow(
        text: text.withUnsafeBufferPointer { rows.texts.append($0) }, key: strings.intern(key),
        file: strings.intern(file), title: strings.intern(publication.title),
        agency: strings.intern(publication.agency), author: strings.intern(publication.author),
        translator: strings.intern(publication.translator), place: strings.intern(publication.place),
        url: strings.intern(publication.url),
        outlet: OptionalNumber(publication.outlet.map { outlet(named: $0).number }),
        day: publication.date?.dayNumber ?? ArticleRow.noDay, wordCount: UInt32(wordCount),
        topics: rows.topicLists.number(of: topics), firstParagraph: UInt32(rows.paragraphs.count),
        firstSentence: UInt32(rows.sentences.count), firstMention: UInt32(rows.mentions.count),
        firstQuotation: UInt32(rows.quotations.count)))
  }

  /// Adds a paragraph of the last article. Its sentences follow before the next paragraph.
  public mutating func addParagraph(_ range: TextRange, kind: ParagraphKind) {
    rows.paragraphs.append(
      ParagraphRow(
        range: range, article: UInt32(rows.articles.count - 1), firstSentence: UInt32(rows.sentences.count),
        kind: kind)
    )
  }

  /// Adds a sentence of the last paragraph.
  public mutating func addSentence(_ range: TextRange, wordCount: Int, topics: [TopicID]) {
    let row = SentenceRow(
      range: range, paragraph: UInt32(rows.paragraphs.count - 1), wordCount: wordCount,
      topics: rows.topicLists.number(of: topics))
    if row.isWide {
      rows.wideSentences.append(
        WideSentence(
          number: UInt32(rows.sentences.count), length: UInt32(range.count), wordCount: UInt32(wordCount)))
    }
    rows.sentences.append(row)
  }

  /// Adds a mention of the last article.
  public mutating func addMention(
    _ range: TextRange, sentence: SentenceID, form: MentionForm, entities: [EntityID], resolution: Resolution,
    antecedent: MentionID?
  ) {
    let row = MentionRow(
      range: range, sentence: sentence, entities: EntityListCode(entities, in: &rows.entityLists),
      antecedent: antecedent.map { rows.mentions.count - $0.index }, form: form, resolution: resolution)
    if row.isWide {
      rows.wideMentions.append(
        WideMention(
          number: UInt32(rows.mentions.count), length: UInt32(range.count),
          antecedent: OptionalNumber(antecedent?.number)))
    }
    rows.mentions.append(row)
  }

  /// Adds a quotation of the last article.
  public mutating func addQuotation(
    _ content: TextRange, marked: TextRange, sentence: SentenceID, kind: QuotationKind,
    attribution: Attribution, addressee: MentionID?, topics: [TopicID], repeats: QuotationID?, wordCount: Int,
    profile: Int? = nil
  ) {
    let (row, wide) = QuotationRow.rows(
      number: rows.quotations.count, content: content, marked: marked, sentence: sentence,
      attribution: attribution,
      speakers: EntityListCode(Array(attribution.speakers), in: &rows.entityLists), addressee: addressee,
      repeats: repeats, wordCount: wordCount, topics: rows.topicLists.number(of: topics), kind: kind,
      profile: profile)
    if let wide { rows.wideQuotations.append(wide) }
    rows.quotations.append(row)
  }

  /// Adds what the last article says of a source. Returns its number, by which quotations of that source call it.
  public mutating func addSourceProfile(_ profile: SourceProfile) -> Int {
    rows.sourceProfiles.append(SourceProfileRow(profile))
    return rows.sourceProfiles.count - 1
  }

  /// Adds a stretch in quotation marks of the last article that is nobody's speech.
  public mutating func addUnattributed(_ content: TextRange, reason: UnattributedStretch.Reason) {
    rows.unattributed.append(
      UnattributedRow(article: ArticleID(rows.articles.count - 1), content: content, reason: reason))
  }

  /// Adds a description of a person in the last article.
  public mutating func addEpithet(
    _ range: TextRange, sentence: SentenceID, form: EpithetForm, person: EntityID, speakers: [EntityID]
  ) {
    rows.epithets.append(
      EpithetRow(
        range: range, sentence: sentence, person: person,
        speakers: EntityListCode(speakers, in: &rows.entityLists), form: form))
  }

  /// Adds words of the last article that say that somebody gave no answer.
  public mutating func addRefusal(
    _ range: TextRange, source: TextRange?, sentence: SentenceID, mention: MentionID?, form: RefusalForm
  ) {
    rows.refusals.append(
      RefusalRow(range: range, source: source, sentence: sentence, mention: mention, form: form))
  }

  /// Adds an entity; it has the next number.
  public mutating func addEntity(
    _ kind: EntityKind, key: StringID, name: StringID, aliases: [StringID], roles: [StringID],
    country: String?
  ) {
    let firstAlias = rows.stringsOfEntities.count
    for alias in aliases { rows.stringsOfEntities.append(alias) }
    let firstRole = rows.stringsOfEntities.count
    for role in roles { rows.stringsOfEntities.append(role) }
    rows.entities.append(
      EntityRow(
        key: key, name: name, country: strings.intern(country), firstAlias: UInt32(firstAlias),
        firstRole: UInt32(firstRole), kind: kind))
  }

  private mutating func outlet(named name: String) -> OutletID {
    let key = TextFolding.fold(name)
    if let known = outletByName[key] { return known }
    let id = OutletID(rows.outlets.count)
    rows.outlets.append(Outlet(id: id, name: name))
    outletByName[key] = id
    return id
  }

  /// The corpus of all that was added. Nothing may be added after it. `entityNumbers` gives the entity of each number
  /// by which mentions and quotations call one, unless those are the entities' own.
  public mutating func finish(topics: [Topic], entityNumbers: [EntityID] = []) -> Corpus {
    rows.strings = strings.table
    rows.topics = topics
    for number in entityNumbers { rows.entityNumbers.append(number) }
    for (entity, count) in rows.mentionCounts().enumerated() { rows.entities[entity].mentionCount = count }
    return Corpus(CorpusTables(rows))
  }
}
