//! Persons, organizations and places, and the words that mention them.

/// What sort of thing an entity is.
public enum EntityKind: String, CaseIterable, Sendable {
  case person, organization, place
}

/// One person, organization or place of the corpus, all its spellings merged.
public struct Entity: Sendable {
  public let id: EntityID
  public let kind: EntityKind
  /// The stable key: the kind, a slash, and the folded name with hyphens for spaces: `person/ebrahim-raisi`.
  public let key: String
  /// The fullest common spelling.
  public let name: String
  /// Other spellings as printed, most frequent first; without `name`.
  public let aliases: [String]
  /// What texts call a person's office ("president"), as read from the text.
  public let roles: [String]
  /// The country that the texts tie a person's role to.
  public let country: String?
  /// Its mentions, as identifiers in corpus order.
  public let mentions: [MentionID]

  public init(
    id: EntityID, kind: EntityKind, key: String, name: String, aliases: [String], roles: [String],
    country: String?, mentions: [MentionID]
  ) {
    self.id = id
    self.kind = kind
    self.key = key
    self.name = name
    self.aliases = aliases
    self.roles = roles
    self.country = country
    self.mentions = mentions
  }
}

/// How a mention names what it means.
public enum MentionForm: String, CaseIterable, Sendable {
  /// A proper name: "Raisi".
  case name
  /// A common noun: "the Cuban president".
  case nominal
  case pronoun
}

/// How the entity of a mention was found, from the surest to the loosest.
public enum Resolution: String, CaseIterable, Sendable {
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
public struct Mention: Sendable {
  public let id: MentionID
  public let article: ArticleID
  public let sentence: SentenceID
  public let range: TextRange
  public let form: MentionForm
  /// The entities meant; empty when none is known.
  public let entities: EntityList
  public let resolution: Resolution
  /// The mention in the same article that this one was resolved to, when there is one.
  public let antecedent: MentionID?

  public init(
    id: MentionID, article: ArticleID, sentence: SentenceID, range: TextRange, form: MentionForm,
    entities: [EntityID], resolution: Resolution, antecedent: MentionID?
  ) {
    self.id = id
    self.article = article
    self.sentence = sentence
    self.range = range
    self.form = form
    self.entities = EntityList(entities)
    self.resolution = resolution
    self.antecedent = antecedent
  }

  /// The same mention of other entities.
  public func renamed(_ rename: (EntityID) -> EntityID) -> Mention {
    Mention(
      id: id, article: article, sentence: sentence, range: range, form: form, entities: entities.map(rename),
      resolution: resolution, antecedent: antecedent)
  }
}
