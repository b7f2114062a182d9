//! The one definition of what fields there are: parser, binder, help, completion and tests read it.

/// What a field is in one collection.
public struct FieldDefinition: Hashable, Sendable {
  /// The field, by the name that users type.
  public let field: Field
  /// What its values are here: the same field may differ between collections.
  public let type: ValueType
  /// Whether it can hold several values.
  public let isList: Bool
  /// One line for help.
  public let summary: String
}

/// The fields of each collection, in the order help lists them.
public enum FieldCatalog {
  /// The definition of a field in a collection, or nil when that collection has no such field.
  public static func definition(of field: Field, in collection: QueryCollection) -> FieldDefinition? {
    fields(of: collection).first { $0.field == field }
  }

  /// The field that a typed name means in a collection: its name, or a singular ("topic", "speaker").
  public static func field(named name: String, in collection: QueryCollection) -> Field? {
    let lowered = name.lowercased()
    let known = fields(of: collection)
    if let exact = known.first(where: { $0.field.rawValue == lowered }) { return exact.field }
    guard let meant = singulars[lowered] else { return nil }
    return known.first { $0.field == meant }?.field
  }

  /// Other spellings of field names.
  public static let singulars: [String: Field] = [
    "alias": .aliases, "organization": .organizations, "person": .people, "quote": .quotes, "role": .roles,
    "sentence_topic": .sentenceTopics, "speaker": .speakers, "statement": .statements, "term": .terms,
    "topic": .topics, "word": .words,
  ]

  /// Whether no collection has a field of this name.
  public static func isNoField(_ name: String) -> Bool {
    QueryCollection.allCases.allSatisfy { field(named: name, in: $0) == nil }
  }

  /// The columns shown when a query names none.
  public static func defaultColumns(of collection: QueryCollection) -> [Field] {
    switch collection {
    case .articles: [.id, .date, .outlet, .title, .words, .quotes]
    case .quotes: [.speakers, .text, .cue, .outlet, .date, .article]
    case .statements: [.speakers, .kind, .text, .cue, .date, .article]
    case .people: [.name, .roles, .country, .quotes, .mentions, .articles]
    case .organizations, .places: [.name, .mentions, .articles]
    case .mentions: [.text, .form, .entity, .article]
    case .epithets: [.person, .text, .speakers, .outlet, .date, .article]
    case .refusals: [.entity, .source, .text, .form, .article]
    case .topics: [.name, .quotes, .articles, .terms]
    case .sentences: [.text, .topics, .article]
    case .paragraphs: [.kind, .text, .article]
    case .outlets: [.name, .articles, .quotes, .first, .last]
    }
  }

  /// The fields of a collection.
  public static func fields(of collection: QueryCollection) -> [FieldDefinition] {
    switch collection {
    case .articles: articles
    case .quotes: quotes
    case .statements: statements
    case .people: people
    case .organizations, .places: organizations
    case .mentions: mentions
    case .epithets: epithets
    case .refusals: refusals
    case .topics: topics
    case .sentences, .paragraphs: passages
    case .outlets: outlets
    }
  }
}

extension FieldCatalog {
  private static func one(_ field: Field, _ type: ValueType, _ summary: String) -> FieldDefinition {
    FieldDefinition(field: field, type: type, isList: false, summary: summary)
  }

  private static func many(_ field: Field, _ type: ValueType, _ summary: String) -> FieldDefinition {
    FieldDefinition(field: field, type: type, isList: true, summary: summary)
  }

  private static let articles: [FieldDefinition] = [
    one(.id, .name(.article), "the article's key: its record's id, or its file name without ending"),
    one(.title, .text, "the headline, where the text has one"),
    one(.outlet, .name(.outlet), "who published it"),
    one(.agency, .name(.agency), "the news agency it credits"),
    one(.author, .name(.author), "who wrote it"),
    one(.translator, .name(.translator), "who translated it"),
    one(.place, .name(.dateline), "the place of the dateline"),
    one(.date, .date, "the day of publication"),
    one(.words, .integer, "words of running text"),
    one(.quotes, .integer, "quotations in it, repeats left out"),
    many(.topics, .name(.topic), "topics of its sentences"),
    many(.people, .name(.person), "people it mentions"),
    many(.organizations, .name(.organization), "organizations it mentions"),
    many(.places, .name(.place), "places it mentions"),
    one(.text, .text, "the whole text"),
    one(.file, .text, "the file it was read from"),
    one(.url, .text, "its address on the web"),
  ]

  private static let statements: [FieldDefinition] = [
    one(.id, .text, "the article's key, #, and the quotation's place in it"),
    one(.text, .text, "the words, without quotation marks"),
    many(.speakers, .name(.speaker), "who says it, by canonical name"),
    one(.source, .text, "the source as printed: Raisí, the Cuban president, he"),
    one(
      .sourceType, .choice(["person", "organization", "document", "group", "unnamed", "anonymous"]),
      "the kind of source; unnamed is one person, anonymous who asked not to be named"),
    one(.sourceTitle, .text, "the speaker's office as this article prints it: director of the port"),
    one(.introduced, .text, "why the source is there: who leases a stall, a neighbour"),
    one(.onBehalf, .text, "whom a spokesman, lawyer or official speaks for"),
    one(.document, .text, "the report, poll, lawsuit or statement that the words come from"),
    one(.anonymity, .text, "the words that keep the source's name back, with the reason"),
    one(.cue, .name(.cue), "the reporting words: said, according to"),
    one(.kind, .choice(["direct", "mixed", "indirect"]), "whole clauses, a quoted phrase, or no marks"),
    many(.addressee, .name(.entity), "who is spoken to, where the text says so"),
    many(.topics, .name(.topic), "topics of its own words"),
    many(.sentenceTopics, .name(.topic), "topics of the sentence it stands in"),
    one(.article, .name(.article), "the article it stands in"),
    one(.outlet, .name(.outlet), "the outlet of that article"),
    one(.date, .date, "the day of that article"),
    one(.place, .name(.dateline), "the dateline of that article"),
    one(.agency, .name(.agency), "the news agency that it credits"),
    one(.author, .name(.author), "who wrote it"),
    one(.sentence, .text, "the sentence it stands in"),
    many(
      .mentions, .name(.entity), "people, organizations and places that its sentence names, its source aside"),
    one(.start, .integer, "where its words start, in bytes of the article's text"),
    one(.end, .integer, "where they end"),
    one(.sourceStart, .integer, "where the source starts, in bytes of the article's text"),
    one(.sourceEnd, .integer, "where the source ends"),
    one(.words, .integer, "how many words it has"),
    one(.confidence, .decimal, "how often its rule was right on annotated news, 0 to 1"),
    one(.rule, .text, "the rule that tied it to its source"),
    one(.known, .yesNo, "whether a speaker is known by name"),
    one(.repeats, .text, "the id of the quotation that a pull quote or caption repeats"),
  ]

  /// Quotes are the statements in quotation marks.
  private static let quotes: [FieldDefinition] = statements.map { definition in
    guard definition.field == .kind else { return definition }
    return one(.kind, .choice(["direct", "mixed"]), "whole clauses, or a quoted phrase")
  }

  private static let people: [FieldDefinition] = [
    one(.name, .name(.person), "the fullest common spelling"),
    many(.aliases, .text, "other spellings"),
    many(.roles, .name(.role), "offices the texts give: president, supreme leader"),
    one(.country, .name(.country), "the country of that office"),
    one(.quotes, .integer, "quotations by this person, repeats left out"),
    one(.statements, .integer, "quotations and indirect statements by this person, repeats left out"),
    one(.mentions, .integer, "mentions: names, nominals and pronouns"),
    one(.articles, .integer, "articles that mention this person"),
    one(.first, .date, "day of the first such article"),
    one(.last, .date, "day of the last such article"),
  ]

  private static let organizations: [FieldDefinition] = [
    one(.name, .name(.entity), "the fullest common spelling"),
    many(.aliases, .text, "other spellings"),
    one(.mentions, .integer, "how often it is mentioned"),
    one(.articles, .integer, "how many articles mention it"),
  ]

  private static let mentions: [FieldDefinition] = [
    one(.text, .text, "the words"),
    many(.entity, .name(.entity), "who or what is meant"),
    one(.form, .choice(["name", "nominal", "pronoun"]), "how it is named"),
    one(.article, .name(.article), "the article it stands in"),
    one(.outlet, .name(.outlet), "the outlet of that article"),
    one(.date, .date, "the day of that article"),
    one(.sentence, .text, "the sentence it stands in"),
    one(.start, .integer, "where it starts, in bytes of the article's text"),
    one(.end, .integer, "where it ends"),
  ]

  private static let epithets: [FieldDefinition] = [
    one(.person, .name(.person), "who is described"),
    one(.text, .text, "the description, without the article before it"),
    one(
      .form, .choice(["title", "apposition", "nominal", "calling"]),
      "before the name, beside it, in its place, or what somebody calls the person"),
    many(.speakers, .name(.speaker), "who says it in quotation marks; nobody where the article does"),
    one(.article, .name(.article), "the article it stands in"),
    one(.outlet, .name(.outlet), "the outlet of that article"),
    one(.date, .date, "the day of that article"),
    one(.sentence, .text, "the sentence it stands in"),
    one(.start, .integer, "where it starts, in bytes of the article's text"),
    one(.end, .integer, "where it ends"),
  ]

  private static let refusals: [FieldDefinition] = [
    many(.entity, .name(.entity), "who gave no answer, by canonical name"),
    one(.source, .text, "who gave no answer, as printed: a spokesman for the port"),
    one(.text, .text, "the words that say so: did not respond to a request for comment"),
    one(
      .form, .choice(["declined", "silent", "unreachable"]),
      "said no, gave no answer, or could not be reached"),
    one(.article, .name(.article), "the article it stands in"),
    one(.outlet, .name(.outlet), "the outlet of that article"),
    one(.date, .date, "the day of that article"),
    one(.sentence, .text, "the sentence it stands in"),
    one(.start, .integer, "where the words start, in bytes of the article's text"),
    one(.end, .integer, "where they end"),
  ]

  private static let topics: [FieldDefinition] = [
    one(.name, .name(.topic), "the topic"),
    one(.code, .text, "its IPTC Media Topic code"),
    one(.quotes, .integer, "quotations with this topic, repeats left out"),
    one(.articles, .integer, "articles with this topic"),
    many(.terms, .text, "the words that make it"),
  ]

  private static let passages: [FieldDefinition] = [
    one(.text, .text, "the words"),
    one(
      .kind, .choice(["headline", "body", "caption", "pullquote", "boilerplate", "comment"]),
      "what the paragraph is for"),
    one(.article, .name(.article), "the article it stands in"),
    one(.outlet, .name(.outlet), "the outlet of that article"),
    one(.date, .date, "the day of that article"),
    many(.topics, .name(.topic), "topics of its words"),
    many(.people, .name(.person), "people it mentions"),
    one(.words, .integer, "how many words it has"),
    one(.start, .integer, "where it starts, in bytes of the article's text"),
    one(.end, .integer, "where it ends"),
  ]

  private static let outlets: [FieldDefinition] = [
    one(.name, .name(.outlet), "the publisher"),
    one(.articles, .integer, "articles it published"),
    one(.quotes, .integer, "quotations in them, repeats left out"),
    one(.first, .date, "day of the first article"),
    one(.last, .date, "day of the last article"),
  ]
}
