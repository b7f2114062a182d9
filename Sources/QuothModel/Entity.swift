//! Persons, organizations and places, and the words that mention them.

/// What sort of thing an entity is.
public enum EntityKind: String, BitwiseCopyable, CaseIterable, Sendable {
  case person, organization, place
}

/// One person, organization or place of the corpus, all its spellings merged.
public struct Entity: CorpusItem {
  /// Its number in the corpus.
  public let id: EntityID
  private let tables: CorpusTables

  public init(_ number: Int, in tables: CorpusTables) {
    id = EntityID(number)
    self.tables = tables
  }

  private var row: EntityRow { tables.entities[id.index] }

  /// A person, an organization or a place. Entities of one name and two kinds are two.
  public var kind: EntityKind { row.kind.value }
  /// The stable key: the kind, a slash, and the folded name with hyphens for spaces: `person/ebrahim-raisi`.
  public var key: String { tables.strings[row.key] }
  /// The fullest common spelling.
  public var name: String { tables.strings[row.name] }
  /// Other spellings as printed, most frequent first; without `name`.
  public var aliases: [String] { aliasStrings.map { tables.strings[$0] } }
  /// What texts call a person's office ("president"), as read from the text.
  public var roles: [String] { roleStrings.map { tables.strings[$0] } }
  /// The country that the texts tie a person's role to.
  public var country: String? { tables.strings.optional(row.country) }
  /// Its mentions, in corpus order.
  public var mentions: ArraySlice<MentionID> { tables.entityMentions.mentions(of: id, in: tables) }
  /// How many there are.
  public var mentionCount: Int { Int(row.mentionCount) }

  /// The key of whoever has this name, given by its folded words. Of three words or more, those in the middle of a
  /// person's name do not count.
  public static func key(of kind: EntityKind, words: [String]) -> String {
    let words = kind == .person && words.count > 2 ? [words[0], words[words.count - 1]] : words
    return "\(kind.rawValue)/" + words.joined(separator: "-")
  }

  var aliasStrings: [StringID] { strings(Int(row.firstAlias), Int(row.firstRole)) }

  var roleStrings: [StringID] {
    let end = id.index + 1 < tables.entities.count ? Int(tables.entities[id.index + 1].firstAlias) : nil
    return strings(Int(row.firstRole), end ?? tables.stringsOfEntities.count)
  }

  private func strings(_ start: Int, _ end: Int) -> [StringID] {
    guard start <= end, end <= tables.stringsOfEntities.count else { tables.entities.refuse() }
    return (start..<end).map { tables.stringsOfEntities[$0] }
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
  /// Known when all mentions are.
  var mentionCount: UInt32 = 0
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
  /// Its number in the corpus.
  public let id: MentionID
  private let tables: CorpusTables

  public init(_ number: Int, in tables: CorpusTables) {
    id = MentionID(number)
    self.tables = tables
  }

  private var row: MentionRow { tables.mentions[id.index] }

  /// The article that it stands in.
  public var article: ArticleID { tables.article(of: sentence) }
  /// The sentence that it starts in.
  public var sentence: SentenceID { tables.sound(row.sentence, in: tables.sentences) }
  /// Its bytes in the article's text.
  public var range: TextRange {
    let row = row
    let length = row.isWide ? Int(tables.wideMentions.extra(of: id.index).length) : row.length
    return tables.range(row.start, length: length)
  }
  /// A name, a description or a pronoun.
  public var form: MentionForm { row.form.value }
  /// The entities meant; empty when none is known.
  public var entities: EntityList { tables.entities(row.entities) }
  /// How it was found out who is meant.
  public var resolution: Resolution { row.resolution.value }
  /// The mention in the same article that this one was resolved to, when there is one.
  public var antecedent: MentionID? {
    let row = row
    if row.isWide {
      return tables.sound(tables.wideMentions.extra(of: id.index).antecedent, in: tables.mentions)
    }
    return row.distance == 0 ? nil : tables.sound(MentionID(id.index - row.distance), in: tables.mentions)
  }
}

/// A mention as stored. There are many: what nearly all have room for is packed, and the others have an extra row.
struct MentionRow: BitwiseCopyable, Sendable {
  /// First byte in the text.
  let start: UInt32
  let sentence: SentenceID
  var entities: EntityListCode
  /// How many mentions before this one its antecedent stands; 0 for none.
  private let back: UInt16
  /// Length in bytes (11 bits), form (2), resolution (3).
  private let packed: UInt16

  private static let longest = 1 << 11 - 1
  private static let farthest = Int(UInt16.max)

  /// `antecedent` is how many mentions before this one it stands; nil for none. What does not fit makes the row wide.
  init(
    range: TextRange, sentence: SentenceID, entities: EntityListCode, antecedent: Int?, form: MentionForm,
    resolution: Resolution
  ) {
    let fits = range.count < Self.longest && (antecedent.map { (1..<Self.farthest).contains($0) } ?? true)
    start = range.lower
    self.sentence = sentence
    self.entities = entities
    back = fits ? UInt16(antecedent ?? 0) : .max
    let codes = UInt16(Stored(form).code) << 11 | UInt16(Stored(resolution).code) << 13
    packed = UInt16(fits ? range.count : Self.longest) | codes
  }

  /// Whether length and antecedent stand in an extra row.
  var isWide: Bool { length == Self.longest && distance == Self.farthest }
  var length: Int { Int(packed) & Self.longest }
  var distance: Int { Int(back) }
  var form: Stored<MentionForm> { Stored(code: UInt8(packed >> 11 & 3)) }
  var resolution: Stored<Resolution> { Stored(code: UInt8(packed >> 13)) }
}

/// What a wide mention has no room for.
struct WideMention: ExtraRow {
  let number: UInt32
  let length: UInt32
  let antecedent: OptionalNumber
}
