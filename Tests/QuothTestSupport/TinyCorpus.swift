//! Corpora made by hand, for tests: a few articles whose annotations are named by their words.

internal import QuothBasics
public import QuothModel

/// Builds a corpus from annotations that are given by words instead of by offsets. Words are looked for in
/// their sentence; what is not there stops the test.
public struct TinyCorpus {
  private var builder = CorpusBuilder()
  private var entities: [String] = []
  private var topics: [Topic] = []

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

  /// What a test says of one description of a person.
  public struct EpithetNote {
    let words: String
    let person: String
    let form: EpithetForm
    let speakers: [String]

    public init(
      _ words: String, of person: String, _ form: EpithetForm = .nominal, by speakers: [String] = []
    ) {
      self.words = words
      self.person = person
      self.form = form
      self.speakers = speakers
    }
  }

  /// What a test says of one sentence.
  public struct SentenceNote {
    let text: String
    let dateline: String
    let kind: ParagraphKind
    let topics: [String]
    let mentions: [MentionNote]
    let quotations: [QuotationNote]
    let epithets: [EpithetNote]
    /// Words that say that nobody answered, and who.
    let refusals: [(words: String, source: String)]

    /// A sentence of a kind other than that of the sentence before it starts a paragraph, and so does one with a dateline,
    /// which is before it in the paragraph and belongs to no sentence.
    public init(
      _ text: String, dateline: String = "", kind: ParagraphKind = .body, topics: [String] = [],
      mentions: [MentionNote] = [], quotations: [QuotationNote] = [], epithets: [EpithetNote] = [],
      refusals: [(words: String, source: String)] = []
    ) {
      self.text = text
      self.dateline = dateline
      self.kind = kind
      self.topics = topics
      self.mentions = mentions
      self.quotations = quotations
      self.epithets = epithets
      self.refusals = refusals
    }
  }

  /// What a test says of an article's publication.
  public typealias ArticleNote = CorpusBuilder.Publication

  /// Adds an entity; `key` is made of its kind and name.
  public mutating func add(
    _ kind: EntityKind, _ name: String, aliases: [String] = [], roles: [String] = [], country: String? = nil,
    key: String? = nil
  ) {
    let slug = key ?? TextFolding.fold(name).split(separator: " ").joined(separator: "-")
    entities.append(name)
    builder.addEntity(
      kind, key: builder.strings.intern("\(kind.rawValue)/\(slug)"), name: builder.strings.intern(name),
      aliases: aliases.map { builder.strings.intern($0) }, roles: roles.map { builder.strings.intern($0) },
      country: country)
  }

  /// Adds a topic of the taxonomy.
  public mutating func addTopic(_ name: String, code: String? = nil, terms: [String]) {
    topics.append(Topic(id: TopicID(topics.count), name: name, code: code, terms: terms))
  }

  /// Adds an article of these sentences, set with blanks between and empty lines between paragraphs.
  public mutating func addArticle(_ key: String, _ note: ArticleNote, _ notes: [SentenceNote]) {
    var text = ""
    var paragraphs: [PlacedParagraph] = []
    for note in notes {
      if let last = paragraphs.last, last.kind == note.kind, note.dateline.isEmpty {
        text += " "
      } else {
        if !paragraphs.isEmpty { text += "\n\n" }
        paragraphs.append(PlacedParagraph(start: text.utf8.count, kind: note.kind))
        text += note.dateline
      }
      paragraphs[paragraphs.count - 1].sentences.append((text.utf8.count, note))
      text += note.text
    }
    builder.addArticle(
      key: key, file: "tiny/\(key).txt", text: Array(text.utf8), publication: note,
      wordCount: notes.reduce(0) { $0 + ($1.kind.isRunningText ? $1.wordCount : 0) },
      topics: topicIDs(notes.flatMap(\.topics)))
    for paragraph in paragraphs { add(paragraph) }
  }

  /// The corpus of all that was added.
  public func build() -> Corpus {
    var builder = builder
    return builder.finish(topics: topics)
  }
}

/// A paragraph with the places of its sentences in the text.
private struct PlacedParagraph {
  let start: Int
  let kind: ParagraphKind
  var sentences: [(start: Int, note: TinyCorpus.SentenceNote)] = []

  var range: TextRange {
    let end = sentences.last.map { $0.start + $0.note.text.utf8.count } ?? start
    return TextRange(start, end)
  }
}

extension TinyCorpus.SentenceNote {
  fileprivate var wordCount: Int { WordScanner.count(in: Array(text.utf8), 0..<text.utf8.count) }
}

extension TinyCorpus {
  private mutating func add(_ paragraph: PlacedParagraph) {
    builder.addParagraph(paragraph.range, kind: paragraph.kind)
    for (start, note) in paragraph.sentences { add(note, at: start) }
  }

  private mutating func add(_ note: SentenceNote, at start: Int) {
    let id = builder.nextSentence
    builder.addSentence(
      TextRange(start, start + note.text.utf8.count), wordCount: note.wordCount, topics: topicIDs(note.topics)
    )
    var byWords: [String: MentionID] = [:]
    for mention in note.mentions {
      byWords[mention.words] = builder.nextMention
      builder.addMention(
        range(of: mention.words, in: note.text, at: start), sentence: id, form: mention.form,
        entities: mention.names.map { entity(named: $0) },
        resolution: mention.names.isEmpty ? .unresolved : .fullName, antecedent: nil)
    }
    for quotation in note.quotations { add(quotation, note.text, at: start, in: id, byWords) }
    addRefusals(of: note, at: start, byWords)
    for epithet in note.epithets {
      builder.addEpithet(
        range(of: epithet.words, in: note.text, at: start), sentence: id, form: epithet.form,
        person: entity(named: epithet.person), speakers: epithet.speakers.map { entity(named: $0) })
    }
  }

  private mutating func addRefusals(of note: SentenceNote, at start: Int, _ mentions: [String: MentionID]) {
    let sentence = SentenceID(builder.nextSentence.index - 1)
    for refusal in note.refusals {
      builder.addRefusal(
        range(of: refusal.words, in: note.text, at: start),
        source: range(of: refusal.source, in: note.text, at: start), sentence: sentence,
        mention: mentions[refusal.source], form: .silent)
    }
  }

  private mutating func add(
    _ note: QuotationNote, _ text: String, at start: Int, in sentence: SentenceID,
    _ mentions: [String: MentionID]
  ) {
    let content = range(of: note.words, in: text, at: start)
    let attribution = Attribution(
      cue: note.cue.map { range(of: $0, in: text, at: start) },
      source: note.source.map { range(of: $0, in: text, at: start) },
      mention: note.source.flatMap { mentions[$0] }, speakers: note.speakers.map { entity(named: $0) },
      rule: note.repeats != nil ? .repetition : note.source == nil ? .none : .quoteSourceCue,
      confidence: note.source == nil ? 0.5 : 0.9)
    builder.addQuotation(
      content, marked: content, sentence: sentence, kind: note.kind, attribution: attribution,
      addressee: note.addressee.flatMap { mentions[$0] }, topics: topicIDs(note.topics),
      repeats: note.repeats.map { QuotationID($0) },
      wordCount: WordScanner.count(in: Array(note.words.utf8), 0..<note.words.utf8.count))
  }

  private func entity(named name: String) -> EntityID {
    guard let number = entities.firstIndex(of: name) else {
      preconditionFailure("no entity ‘\(name)’ was added")
    }
    return EntityID(number)
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
          ], epithets: [EpithetNote("grow", of: "Ebrahim Raisi", .calling, by: ["Miguel Díaz-Canel"])]),
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
          ], epithets: [EpithetNote("leaders", of: "Miguel Díaz-Canel")]),
        SentenceNote(
          "Díaz-Canel stressed that exports to the UN doubled.", topics: ["trade"],
          mentions: [
            MentionNote("Díaz-Canel", ["Miguel Díaz-Canel"]), MentionNote("UN", ["United Nations"]),
          ],
          quotations: [
            QuotationNote(
              "exports to the UN doubled", by: ["Miguel Díaz-Canel"], source: "Díaz-Canel", cue: "stressed",
              kind: .indirect, topics: ["trade"])
          ], refusals: [("stressed", "Díaz-Canel")]),
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
