//! The tables of a corpus as whoever fills or changes them holds them.

/// Rows of fixed width that refer to each other by number, and what they refer to. A builder adds to them, a revision
/// changes its own copy, which shares with the other all that is the same; `CorpusTables` are finished ones.
struct TableRows: Sendable {
  var texts = TextStore()
  var strings = StringTable()
  var articles = Column<ArticleRow>()
  var paragraphs = Column<ParagraphRow>()
  var sentences = Column<SentenceRow>()
  var mentions = Column<MentionRow>()
  var quotations = Column<QuotationRow>()
  var wideSentences = Column<WideSentence>()
  var wideMentions = Column<WideMention>()
  var wideQuotations = Column<WideQuotation>()
  var unattributed = Column<UnattributedRow>()
  var sourceProfiles = Column<SourceProfileRow>()
  var refusals = Column<RefusalRow>()
  var epithets = Column<EpithetRow>()
  var entities = Column<EntityRow>()
  /// The entity of each number that mentions and quotations give one; empty where those are the entities' own.
  var entityNumbers = Column<EntityID>()
  /// Strings of the first entity's aliases, of its roles, of the second's aliases, and so on.
  var stringsOfEntities = Column<StringID>()
  var entityLists = ListTable<EntityID>()
  var topicLists = ListTable<TopicID>()
  var topics: [Topic] = []
  var outlets: [Outlet] = []

  init() {}

  /// The tables of a snapshot, read where they lie. Only topics and outlets are read at once.
  init(_ snapshot: CorpusSnapshot) throws(SnapshotProblem) {
    texts = try TextStore(snapshot, .texts)
    strings = try StringTable(snapshot, .strings)
    articles = Column(try snapshot.rows(.articles))
    paragraphs = Column(try snapshot.rows(.paragraphs))
    sentences = Column(try snapshot.rows(.sentences))
    mentions = Column(try snapshot.rows(.mentions))
    quotations = Column(try snapshot.rows(.quotations))
    wideSentences = Column(try snapshot.rows(.wideSentences))
    wideMentions = Column(try snapshot.rows(.wideMentions))
    wideQuotations = Column(try snapshot.rows(.wideQuotations))
    sourceProfiles = Column(try snapshot.rows(.sourceProfiles))
    refusals = Column(try snapshot.rows(.refusals))
    epithets = Column(try snapshot.rows(.epithets))
    unattributed = Column(try snapshot.rows(.unattributed))
    entities = Column(try snapshot.rows(.entities))
    entityNumbers = Column(try snapshot.rows(.entityNumbers))
    stringsOfEntities = Column(try snapshot.rows(.stringsOfEntities))
    entityLists = try ListTable(snapshot, .entityLists)
    topicLists = try ListTable(snapshot, .topicLists)
    topics = try SmallTables.topics(snapshot)
    outlets = try SmallTables.outlets(snapshot)
  }

  /// The same, so that lists can join those there are.
  func growing() -> TableRows {
    var copy = self
    copy.entityLists = entityLists.growing()
    copy.topicLists = topicLists.growing()
    return copy
  }

  /// The same without what only adding needs.
  func finished() -> TableRows {
    var copy = self
    copy.entityLists = entityLists.finished()
    copy.topicLists = topicLists.finished()
    return copy
  }

  /// How many mentions each entity has.
  func mentionCounts() -> [UInt32] {
    var counts = [UInt32](repeating: 0, count: entities.count)
    let ownNumbers = entityNumbers.count == 0
    func entity(_ number: Int) -> Int { ownNumbers ? number : entityNumbers[number].index }
    mentions.forEachRow { _, mention in
      if let only = mention.entities.only {
        counts[entity(Int(only))] += 1
      } else if !mention.entities.isEmpty {
        for member in mention.entities.list(in: entityLists, { $0 }) { counts[entity(member.index)] += 1 }
      }
    }
    return counts
  }

  /// The rows as sections of a snapshot.
  var sections: [SectionContent] {
    let rows = [
      articles.section(.articles), paragraphs.section(.paragraphs), sentences.section(.sentences),
      mentions.section(.mentions), quotations.section(.quotations), wideSentences.section(.wideSentences),
      wideMentions.section(.wideMentions), wideQuotations.section(.wideQuotations),
      unattributed.section(.unattributed), epithets.section(.epithets), refusals.section(.refusals),
      sourceProfiles.section(.sourceProfiles), entities.section(.entities),
      entityNumbers.section(.entityNumbers), stringsOfEntities.section(.stringsOfEntities),
    ]
    let lists = entityLists.sections(.entityLists) + topicLists.sections(.topicLists)
    return texts.sections(.texts) + strings.sections(.strings) + rows + lists + SmallTables(self).sections
  }
}
