//! Corpora made by hand, for tests: a few articles whose annotations are named by their words.

public import QuothBasics
public import QuothModel

/// Builds a corpus from annotations that are given by words instead of by offsets. Words are looked for in
/// their sentence; what is not there stops the test.
public struct TinyCorpus {
  private var articles: [Article] = []
  private var paragraphs: [Paragraph] = []
  private var sentences: [Sentence] = []
  private var mentions: [Mention] = []
  private var quotations: [Quotation] = []
  private var entities: [Entity] = []
  private var topics: [Topic] = []
  private var outlets: [Outlet] = []

  public init() {}

  /// What a test says of one mention.
  public struct MentionNote {
    let words: String
    let names: [String]
    let form: MentionForm

    public init(_ words: String, _ names: [String], _ form: MentionForm = .name) {
      self.words = words
      self.names = names
      self.form = form
    }
  }

  /// What a test says of one quotation.
  public struct QuotationNote {
    let words: String
    let speakers: [String]
    let source: String?
    let cue: String?
    let kind: QuotationKind
    let topics: [String]
    let addressee: String?
    let repeats: Int?

    /// `addressee` is the words of a mention in the same sentence; `repeats` counts quotations from 0.
    public init(
      _ words: String, by speakers: [String], source: String? = nil, cue: String? = nil,
      kind: QuotationKind = .direct, topics: [String] = [], addressee: String? = nil, repeats: Int? = nil
    ) {
      self.words = words
      self.speakers = speakers
      self.source = source
      self.cue = cue
      self.kind = kind
      self.topics = topics
      self.addressee = addressee
      self.repeats = repeats
    }
  }

  /// What a test says of one sentence.
  public struct SentenceNote {
    let text: String
    let kind: ParagraphKind
    let topics: [String]
    let mentions: [MentionNote]
    let quotations: [QuotationNote]

    /// A sentence of a kind other than that of the sentence before it starts a paragraph.
    public init(
      _ text: String, kind: ParagraphKind = .body, topics: [String] = [], mentions: [MentionNote] = [],
      quotations: [QuotationNote] = []
    ) {
      self.text = text
      self.kind = kind
      self.topics = topics
      self.mentions = mentions
      self.quotations = quotations
    }
  }

  /// What a test says of an article's publication.
  public struct ArticleNote {
    public var title: String?
    public var outlet: String?
    public var agency: String?
    public var author: String?
    public var translator: String?
    public var place: String?
    public var date: CalendarDay?
    public var url: String?

    public init() {}
  }

  /// Adds an entity; `key` is made of its kind and name.
  public mutating func add(
    _ kind: EntityKind, _ name: String, aliases: [String] = [], roles: [String] = [], country: String? = nil
  ) {
    let slug = TextFolding.fold(name).split(separator: " ").joined(separator: "-")
    entities.append(
      Entity(
        id: EntityID(entities.count), kind: kind, key: "\(kind.rawValue)/\(slug)", name: name,
        aliases: aliases, roles: roles, country: country, mentions: []))
  }

  /// Adds a topic of the taxonomy.
  public mutating func addTopic(_ name: String, code: String? = nil, terms: [String]) {
    topics.append(Topic(id: TopicID(topics.count), name: name, code: code, terms: terms))
  }

  /// Adds an article of these sentences, set with blanks between and empty lines between paragraphs.
  public mutating func addArticle(_ key: String, _ note: ArticleNote, _ notes: [SentenceNote]) {
    let id = ArticleID(articles.count)
    let first = (paragraphs.count, sentences.count, mentions.count, quotations.count)
    var text = ""
    var open: (kind: ParagraphKind, start: Int, sentence: Int)?
    for note in notes {
      if let paragraph = open, paragraph.kind != note.kind {
        close(paragraph, at: text.utf8.count, in: id)
        open = nil
        text += "\n\n"
      } else if open != nil {
        text += " "
      }
      open = open ?? (note.kind, text.utf8.count, sentences.count)
      add(note, at: text.utf8.count, in: id)
      text += note.text
    }
    if let paragraph = open { close(paragraph, at: text.utf8.count, in: id) }
    addArticle(id, key, note, Array(text.utf8), first)
  }

  /// The corpus of all that was added.
  public func build() -> Corpus {
    let entities = entities.map { entity in
      Entity(
        id: entity.id, kind: entity.kind, key: entity.key, name: entity.name, aliases: entity.aliases,
        roles: entity.roles, country: entity.country,
        mentions: mentions.filter { $0.entities.contains(entity.id) }.map(\.id))
    }
    return Corpus(
      articles: articles, paragraphs: paragraphs, sentences: sentences, mentions: mentions,
      quotations: quotations, unattributed: [], entities: entities, topics: topics, outlets: outlets)
  }
}

extension TinyCorpus {
  private mutating func addArticle(
    _ id: ArticleID, _ key: String, _ note: ArticleNote, _ text: [UInt8], _ first: (Int, Int, Int, Int)
  ) {
    let itsSentences = sentences[first.1...]
    let running = itsSentences.filter { paragraphs[$0.paragraph.index].kind.isRunningText }
    articles.append(
      Article(
        id: id, key: key, file: "tiny/\(key).txt", text: text, title: note.title,
        outlet: note.outlet.map { outlet(named: $0) }, agency: note.agency, author: note.author,
        translator: note.translator, place: note.place, date: note.date, url: note.url,
        wordCount: running.reduce(0) { $0 + $1.wordCount }, paragraphs: first.0..<paragraphs.count,
        sentences: first.1..<sentences.count, mentions: first.2..<mentions.count,
        quotations: first.3..<quotations.count,
        topics: topics.map(\.id).filter { topic in itsSentences.contains { $0.topics.contains(topic) } }))
  }

  private mutating func close(
    _ paragraph: (kind: ParagraphKind, start: Int, sentence: Int), at end: Int, in article: ArticleID
  ) {
    paragraphs.append(
      Paragraph(
        id: ParagraphID(paragraphs.count), article: article, range: TextRange(paragraph.start, end),
        kind: paragraph.kind, sentences: paragraph.sentence..<sentences.count))
  }

  private mutating func add(_ note: SentenceNote, at start: Int, in article: ArticleID) {
    let id = SentenceID(sentences.count)
    let bytes = Array(note.text.utf8)
    sentences.append(
      Sentence(
        id: id, article: article, paragraph: ParagraphID(paragraphs.count),
        range: TextRange(start, start + bytes.count),
        wordCount: WordScanner.words(in: bytes, 0..<bytes.count).count, topics: topicIDs(note.topics)))
    var byWords: [String: MentionID] = [:]
    for mention in note.mentions {
      byWords[mention.words] = MentionID(mentions.count)
      mentions.append(
        Mention(
          id: MentionID(mentions.count), article: article, sentence: id,
          range: range(of: mention.words, in: note.text, at: start), form: mention.form,
          entities: mention.names.map { entity(named: $0) },
          resolution: mention.names.isEmpty ? .unresolved : .fullName, antecedent: nil))
    }
    for quotation in note.quotations { add(quotation, note.text, at: start, in: id, article, byWords) }
  }

  private mutating func add(
    _ note: QuotationNote, _ text: String, at start: Int, in sentence: SentenceID, _ article: ArticleID,
    _ mentions: [String: MentionID]
  ) {
    let content = range(of: note.words, in: text, at: start)
    let attribution = Attribution(
      cue: note.cue.map { range(of: $0, in: text, at: start) },
      source: note.source.map { range(of: $0, in: text, at: start) },
      mention: note.source.flatMap { mentions[$0] }, speakers: note.speakers.map { entity(named: $0) },
      rule: note.repeats != nil ? .repetition : note.source == nil ? .none : .quoteSourceCue,
      confidence: note.source == nil ? 0.5 : 0.9)
    quotations.append(
      Quotation(
        id: QuotationID(quotations.count), article: article, sentence: sentence, content: content,
        marked: content, kind: note.kind, attribution: attribution,
        addressee: note.addressee.flatMap { mentions[$0] }, topics: topicIDs(note.topics),
        repeats: note.repeats.map { QuotationID($0) },
        wordCount: WordScanner.words(in: Array(note.words.utf8), 0..<note.words.utf8.count).count))
  }

  private mutating func outlet(named name: String) -> OutletID {
    if let outlet = outlets.first(where: { $0.name == name }) { return outlet.id }
    outlets.append(Outlet(id: OutletID(outlets.count), name: name))
    return OutletID(outlets.count - 1)
  }

  private func entity(named name: String) -> EntityID {
    guard let entity = entities.first(where: { $0.name == name }) else {
      preconditionFailure("no entity ‘\(name)’ was added")
    }
    return entity.id
  }

  private func topicIDs(_ names: [String]) -> [TopicID] {
    topics.filter { names.contains($0.name) }.map(\.id)
  }

  private func range(of words: String, in text: String, at start: Int) -> TextRange {
    let (needle, hay) = (Array(words.utf8), Array(text.utf8))
    let found = (0...max(0, hay.count - needle.count)).first { hay[$0...].starts(with: needle) }
    guard let found else { preconditionFailure("‘\(words)’ is not in ‘\(text)’") }
    return TextRange(start + found, start + found + needle.count)
  }
}

// MARK: - The usual one

extension TinyCorpus {
  /// Three articles with every kind of thing: a repeat, two speakers, nobody known, no date, no outlet.
  public static let visit: Corpus = {
    var corpus = TinyCorpus()
    corpus.add(.person, "Ebrahim Raisi", aliases: ["Raisí", "Raisi"], roles: ["president"], country: "Iran")
    corpus.add(
      .person, "Miguel Díaz-Canel", aliases: ["Diaz-Canel"], roles: ["president", "leader"], country: "Cuba")
    corpus.add(.person, "Manuel Marrero Cruz", roles: ["prime minister"], country: "Cuba")
    corpus.add(.organization, "United Nations", aliases: ["UN"])
    corpus.add(.place, "Tehran")
    corpus.addTopic("sanctions", code: "medtop:20000593", terms: ["sanction*"])
    corpus.addTopic("trade", terms: ["trade", "export*"])
    corpus.addTopic("sport", terms: ["football"])
    addFirstArticle(to: &corpus)
    addSecondArticle(to: &corpus)
    addThirdArticle(to: &corpus)
    return corpus.build()
  }()

  private static func addFirstArticle(to corpus: inout TinyCorpus) {
    var note = ArticleNote()
    note.title = "Iran and Cuba Agree"
    note.outlet = "Tasnim"
    note.agency = "EFE"
    note.translator = "Ana Pérez"
    note.place = "TEHRAN"
    note.date = CalendarDay(year: 2023, month: 12, day: 4)
    note.url = "https://example.org/a1"
    let raisi = MentionNote("Raisí", ["Ebrahim Raisi"])
    corpus.addArticle(
      "a1-visit", note,
      [
        SentenceNote("Iran and Cuba Agree", kind: .headline),
        SentenceNote(
          "“The unjust sanctions have not been successful,” Raisí said in Tehran to Miguel Díaz-Canel.",
          topics: ["sanctions"],
          mentions: [
            raisi, MentionNote("Tehran", ["Tehran"]),
            MentionNote("Miguel Díaz-Canel", ["Miguel Díaz-Canel"]),
          ],
          quotations: [
            QuotationNote(
              "The unjust sanctions have not been successful", by: ["Ebrahim Raisi"], source: "Raisí",
              cue: "said", topics: ["sanctions"], addressee: "Miguel Díaz-Canel")
          ]),
        SentenceNote(
          "He added that trade “will grow” despite the sanctions.", topics: ["sanctions", "trade"],
          mentions: [MentionNote("He", ["Ebrahim Raisi"], .pronoun)],
          quotations: [
            QuotationNote(
              "will grow", by: ["Ebrahim Raisi"], source: "He", cue: "added", kind: .mixed, topics: ["trade"])
          ]),
        SentenceNote(
          "The unjust sanctions have not been successful", kind: .pullquote, topics: ["sanctions"],
          quotations: [
            QuotationNote(
              "The unjust sanctions have not been successful", by: ["Ebrahim Raisi"], topics: ["sanctions"],
              repeats: 0)
          ]),
      ])
  }

  private static func addSecondArticle(to corpus: inout TinyCorpus) {
    var note = ArticleNote()
    note.title = "A Joint Statement"
    note.outlet = "14ymedio"
    note.agency = "Efe"
    note.author = "Luz Gil"
    note.place = "Havana"
    note.date = CalendarDay(year: 2023, month: 6, day: 16)
    corpus.addArticle(
      "a2-joint", note,
      [
        SentenceNote(
          "“We oppose imperialism and sanctions,” the two leaders Said.", topics: ["sanctions"],
          mentions: [MentionNote("the two leaders", ["Ebrahim Raisi", "Miguel Díaz-Canel"], .nominal)],
          quotations: [
            QuotationNote(
              "We oppose imperialism and sanctions", by: ["Ebrahim Raisi", "Miguel Díaz-Canel"],
              source: "the two leaders", cue: "Said", topics: ["sanctions"])
          ]),
        SentenceNote(
          "Díaz-Canel stressed that exports to the UN doubled.", topics: ["trade"],
          mentions: [
            MentionNote("Díaz-Canel", ["Miguel Díaz-Canel"]), MentionNote("UN", ["United Nations"]),
          ],
          quotations: [
            QuotationNote(
              "exports to the UN doubled", by: ["Miguel Díaz-Canel"], source: "Díaz-Canel", cue: "stressed",
              kind: .indirect, topics: ["trade"])
          ]),
      ])
  }

  private static func addThirdArticle(to corpus: inout TinyCorpus) {
    corpus.addArticle(
      "b3", ArticleNote(),
      [
        SentenceNote(
          "Someone shouted “enough of this”.",
          quotations: [QuotationNote("enough of this", by: [], cue: "shouted")]),
        SentenceNote(
          "“Iran's people's economy resists,” Manuel Marrero Cruz said.",
          mentions: [MentionNote("Manuel Marrero Cruz", ["Manuel Marrero Cruz"])],
          quotations: [
            QuotationNote(
              "Iran's people's economy resists", by: ["Manuel Marrero Cruz"], source: "Manuel Marrero Cruz",
              cue: "said")
          ]),
      ])
  }
}
