//! Persons, organizations and places, and the words that mention them.

/// What sort of thing an entity is.
public enum EntityKind: String, BitwiseCopyable, CaseIterable, Sendable {
  case person, organization, place
}

/// One person, organization or place of the corpus, all its spellings merged.
public struct Entity: CorpusItem {
  public let id: EntityID
  private let tables: CorpusTables

  public init(_ number: Int, in tables: CorpusTables) {
    id = EntityID(number)
    self.tables = tables
  }

  private var row: EntityRow { tables.entities[id.index] }

  public var kind: EntityKind { row.kind.value }
  /// The stable key: the kind, a slash, and the folded name with hyphens for spaces: `person/ebrahim-raisi`.
  public var key: String { tables.strings[row.key] }
  /// The fullest common spelling.
  public var name: String { tables.strings[row.name] }
  /// Other spellings as printed, most frequent first; without `name`.
  public var aliases: [String] { strings(Int(row.firstAlias), Int(row.firstRole)) }
  /// What texts call a person's office ("president"), as read from the text.
  public var roles: [String] {
    let end = id.index + 1 < tables.entities.count ? Int(tables.entities[id.index + 1].firstAlias) : nil
    return strings(Int(row.firstRole), end ?? tables.stringsOfEntities.count)
  }
  /// The country that the texts tie a person's role to.
  public var country: String? { tables.strings.optional(row.country) }
  /// Its mentions, in corpus order.
  public var mentions: ColumnRows<MentionID> {
    ColumnRows(
      tables.mentionsOfEntities,
      tables.range(id.index, in: tables.entities, to: tables.mentionsOfEntities.count) { $0.firstMention })
  }

  private func strings(_ start: Int, _ end: Int) -> [String] {
    guard start <= end, end <= tables.stringsOfEntities.count else { tables.entities.refuse() }
    return (start..<end).map { tables.strings[tables.stringsOfEntities[$0]] }
  }
}

/// An entity as stored.
struct EntityRow: BitwiseCopyable, Sendable {
  let key: StringID
  let name: StringID
  let country: StringID
  /// Places in `stringsOfEntities`: first the aliases, then the roles.
  let firstAlias: UInt32
  let firstRole: UInt32
  /// Place in `mentionsOfEntities`; known when all mentions are.
  var firstMention: UInt32 = 0
  let kind: Stored<EntityKind>
  private let padding: (UInt8, UInt8, UInt8) = (0, 0, 0)

  init(
    key: StringID, name: StringID, country: StringID, firstAlias: UInt32, firstRole: UInt32, kind: EntityKind
  ) {
    self.key = key
    self.name = name
    self.country = country
    self.firstAlias = firstAlias
    self.firstRole = firstRole
    self.kind = Stored(kind)
  }
}

/// How a mention names what it means.
public enum MentionForm: String, BitwiseCopyable, CaseIterable, Sendable {
  /// A proper name: "Raisi".
  case name
  /// A common noun: "the Cuban president".
  case nominal
  case pronoun
}

/// How the entity of a mention was found, from the surest to the loosest.
public enum Resolution: String, BitwiseCopyable, CaseIterable, Sendable {
  /// The mention is the entity's full name.
  case fullName = "full name"
  /// A surname or other part of a name that the article gives in full.
  case partOfName = "part of a name"
  /// A role that the article ties to one name: "the Cuban president".
  case role
  /// A description that stands beside the name.
  case apposition
  /// A pronoun and the person last spoken of that agrees with it.
  case pronoun
  /// "The two leaders": the persons last named together.
  case group
  case unresolved
}

/// Words that mention one entity, several ("the two leaders"), or one that has no name.
public struct Mention: CorpusItem {
  public let id: MentionID
  private let tables: CorpusTables

  public init(_ number: Int, in tables: CorpusTables) {
    id = MentionID(number)
    self.tables = tables
  }

  private var row: MentionRow { tables.mentions[id.index] }

  public var article: ArticleID { tables.article(of: sentence) }
  public var sentence: SentenceID { tables.sound(row.sentence, in: tables.sentences) }
  public var range: TextRange { tables.sound(row.range) }
  public var form: MentionForm { row.form.value }
  /// The entities meant; empty when none is known.
  public var entities: EntityList { tables.entities(row.entities) }
  public var resolution: Resolution { row.resolution.value }
  /// The mention in the same article that this one was resolved to, when there is one.
  public var antecedent: MentionID? { tables.sound(row.antecedent, in: tables.mentions) }
}

/// A mention as stored.
struct MentionRow: BitwiseCopyable, Sendable {
  let range: TextRange
  let sentence: SentenceID
  let entities: EntityListCode
  let antecedent: OptionalNumber
  let form: Stored<MentionForm>
  let resolution: Stored<Resolution>
  private let padding: (UInt8, UInt8) = (0, 0)

  init(
    range: TextRange, sentence: SentenceID, entities: EntityListCode, antecedent: OptionalNumber,
    form: MentionForm, resolution: Resolution
  ) {
    self.range = range
    self.sentence = sentence
    self.entities = entities
    self.antecedent = antecedent
    self.form = Stored(form)
    self.resolution = Stored(resolution)
  }
}
